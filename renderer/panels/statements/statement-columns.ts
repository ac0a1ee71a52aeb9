// The columns of the list of statements: what each is called, sorts by and says of a row. One that a facet sorts by shows the card's values.
import type { StatementHabits } from "../../../shared/api/preferences.ts";
import type { StatementRow } from "../../../shared/statements/list-statements.ts";
import type { StatementFacet } from "../../../shared/statements/statement-facets.ts";
import { type Message, message, type Text } from "../../../shared/words/message.ts";

export interface StatementColumn {
  readonly id: string;
  readonly name: Text;
  /** The facet or column that it sorts by. */
  readonly sort: string;
  /** Of a grid. */
  readonly width: string;
  /** Its values, of which several are listed. */
  textsOf(row: StatementRow): readonly Text[];
}

const plain = (
  id: string,
  name: Message,
  width: string,
  textOf: (row: StatementRow) => string,
  sort = id,
): StatementColumn => ({ id, name, sort, width, textsOf: (row) => [textOf(row)] });

/** Those that every project has. */
const ownColumns: readonly StatementColumn[] = [
  plain("title", message("statements.article"), "minmax(120px, 1.2fr)", ({ title }) => title),
  plain("date", message("statements.date"), "96px", ({ date }) => date ?? ""),
  plain("who", message("statements.who"), "minmax(110px, 1fr)", ({ who }) => who, "voice"),
  plain("cue", message("statements.cue"), "96px", ({ cue }) => cue),
  plain("claim", message("statements.claim"), "minmax(220px, 3fr)", ({ claim }) => claim),
  plain("via", message("statements.via"), "minmax(90px, 1fr)", ({ via }) => via),
  plain("note", message("filters.note"), "minmax(110px, 1fr)", ({ note }) => note),
  // The time of day is for sorting; the day is what people look for.
  plain("edited", message("statements.edited"), "96px", ({ editedAt }) => editedAt.slice(0, 10)),
];

/** Facets that a column of their own shows already. */
const shownElsewhere: readonly string[] = ["voice", "note"];

export const allColumns = (facets: readonly StatementFacet[]): readonly StatementColumn[] => [
  ...ownColumns,
  ...facets
    .filter(({ id }) => !shownElsewhere.includes(id))
    .map(({ id, name, nameOf }) => ({
      ...{ id, name, sort: id, width: "minmax(90px, 1fr)" },
      textsOf: ({ values }: StatementRow) => (values[id] ?? []).map(nameOf),
    })),
];

const usual: readonly string[] = ["title", "date", "who", "cue", "claim", "kind", "field polarity"];

/** The columns that are shown, in their order. */
export function columnsShown(
  columns: readonly StatementColumn[],
  { columns: chosen }: StatementHabits,
): readonly StatementColumn[] {
  const ids = chosen ?? usual;
  const shown = columns.filter(({ id }) => ids.includes(id));
  return shown.length > 0 ? shown : columns.slice(0, 1);
}
