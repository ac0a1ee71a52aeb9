// Words of the table of entities in the language of the window: the heads of its columns, and what its cells say.
import type { EntityColumn, FactColumn } from "../../../shared/interchange/entity-columns.ts";
import { cellWords } from "../../../shared/interchange/entity-columns.ts";
import { entityTypes, namings } from "../../../shared/model/entity.ts";
import { knownIn } from "../../../shared/model/entity-field.ts";
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import { message, type Text } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import type { CellChoice } from "../grid/use-grid.ts";
import { answerWords } from "../span/own-fields.tsx";

const factTitles = {
  name: message("entities.name"),
  aliases: message("entities.aliases"),
  type: message("entities.type"),
  naming: message("entities.naming"),
  role: message("entities.role"),
  affiliation: message("entities.affiliation"),
  externalId: message("entities.external-id"),
} as const satisfies Record<FactColumn["id"], Text>;

export const columnTitle = (column: EntityColumn): Text =>
  "fact" in column ? factTitles[column.fact] : column.name;

/** What a person reads in a cell; what one enters there is taken for the same. */
export function shownWords(column: EntityColumn, group: EntityGroup, words: Words): string {
  if ("field" in column) {
    const { known } = knownIn(group, column.field);
    return known ? answerWords(column.field, known, words) : "";
  }
  const choice = choicesOf(column, words)?.find(({ id }) => id === cellWords(column, group));
  return choice?.name ?? cellWords(column, group);
}

/** What a cell is chosen from; `null`: it is typed. */
export function choicesOf(column: EntityColumn, { say }: Words): readonly CellChoice[] | null {
  if ("fact" in column) {
    if (column.fact === "type") return entityTypes.map((id) => ({ id, name: say(`entities.type-${id}`) }));
    if (column.fact === "naming") return namings.map((id) => ({ id, name: say(`entities.naming-${id}`) }));
    return null;
  }
  if (column.field.kind !== "choice") return null;
  const declined = say("entities.declined");
  return [
    { id: "", name: say("entities.not-known") },
    ...column.field.choices.map(({ name }) => ({ id: name, name })),
    { id: declined, name: declined },
  ];
}
