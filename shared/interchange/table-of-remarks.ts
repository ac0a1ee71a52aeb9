// A table of what was said about marks and articles or beside them: remarks, waivers, decisions, states of articles, suggestions that were
// turned down, marks that wait for their place and the roles of sources, a row each. What has no column of its own stands in `details`, by the names of the
// model.
import type { ExportedArticle } from "../annotated-json/bundle.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Id } from "../model/id.ts";
import { orphanQuote } from "../model/orphan.ts";
import type { Provenance } from "../model/provenance.ts";
import { type OptionalKind, type RecordOf, recordsIn } from "../model/record-kinds.ts";
import { spanText } from "../model/span.ts";
import { noteText } from "./note-text.ts";
import { provenanceValue } from "./provenance-value.ts";

/** `words`: those of the text that it is about; `said`: what somebody wrote. */
export const remarkColumns = ["remark", "remark_kind", "words", "said", "details"] as const;

interface RemarkRow {
  /** One for each of the columns. */
  readonly cells: readonly string[];
  /** Of a state there is none. */
  readonly provenance?: Provenance;
}

/** The set without what the table of remarks holds. */
export function withoutRemarks(set: AnnotationSetJson): AnnotationSetJson {
  const others = Object.entries(set).filter(([name]) => !Object.hasOwn(rowMakers, name));
  return Object.fromEntries(others) as unknown as AnnotationSetJson;
}

/** All rows of a set of this article. */
export function remarkRows({ text }: ExportedArticle, set: AnnotationSetJson): readonly RemarkRow[] {
  const spans = new Map(set.spans.map((span) => [span.id, span]));
  const wordsOf = (id: string): string => {
    const span = spans.get(id);
    return span ? spanText(span) : "";
  };
  const mentionOf = (entity: Id): string => {
    const span = set.spans.find((one) => one.entity === entity);
    return span ? spanText(span) : "";
  };
  return remarkKinds.flatMap((kind) => rowsOf(kind, set, { text, wordsOf, mentionOf }));
}

function rowsOf<Kind extends OptionalKind>(
  kind: Kind,
  set: AnnotationSetJson,
  about: RowContext,
): RemarkRow[] {
  const makeRow = rowMakers[kind];
  return recordsIn(set, kind).map((record) => makeRow(record, about));
}

interface RowContext {
  readonly text: string;
  /** Those of the span with this id. */
  wordsOf(id: Id): string;
  /** The words of the first mention of an entity. */
  mentionOf(entity: Id): string;
}

/** In the order of the table. */
const rowMakers: {
  readonly [Kind in OptionalKind]: (record: RecordOf<Kind>, context: RowContext) => RemarkRow;
} = {
  progress: (one) => rowOf("state", one, { said: one.note }),
  remarks: (one) =>
    rowOf("remark", one, { words: "quote" in one.on ? one.on.quote : "", said: noteText(one.text) }),
  waivers: (one, { wordsOf }) => rowOf("waiver", one, { words: wordsOf(one.on), said: one.reason }),
  decisions: (one, { text }) =>
    rowOf("decision", one, {
      words: one.place ? text.slice(one.place.start, one.place.end) : "",
      said: one.reason,
    }),
  rejections: (one) => rowOf("rejection", one, { words: one.segment.quote }),
  orphans: (one) => rowOf("orphan", one, { words: orphanQuote(one) }),
  appearances: (one, { mentionOf }) =>
    rowOf("appearance", one, { words: mentionOf(one.entity), said: one.role }),
};
const remarkKinds = Object.keys(rowMakers) as readonly OptionalKind[];

/** All rows of a set but those of marks without a place, a line each. `names`: those of the annotators. */
export function remarkLines(
  exported: ExportedArticle,
  { orphans: _orphans, ...set }: AnnotationSetJson,
  names: ReadonlyMap<Id, string>,
): readonly string[] {
  return remarkRows(exported, set).map((row) => {
    const [, kind, words, said, details] = row.cells;
    const history = historyOf(row, names) || `by: ${names.get(set.annotatorId) ?? set.annotatorId}`;
    const parts = [kind, history, words && `“${words}”`, said, details];
    return parts.flatMap((part) => (part ? [part.replace(/\s+/gu, " ").trim()] : [])).join(" · ");
  });
}

/** Who made the record of a row, when and in what way; empty for a state. `names`: those of the annotators. */
export function historyOf({ provenance }: RemarkRow, names: ReadonlyMap<Id, string>): string {
  if (!provenance) return "";
  const { annotator, ...made } = provenance;
  return provenanceValue({ ...made, by: names.get(annotator) ?? annotator });
}

function rowOf(
  kind: string,
  { id, ...record }: { readonly id: string; readonly provenance?: Provenance },
  { words = "", said = "" }: { readonly words?: string; readonly said?: string },
): RemarkRow {
  const { provenance, ...others } = record;
  const details = [...leavesOf(others, "")].filter((leaf) => !saidElsewhere.test(leaf));
  return { cells: [id, kind, words, said, details.join("; ")], ...(provenance && { provenance }) };
}

/** What has a column. */
const saidElsewhere = /^(?:text|reason|note|role): /u;

/** Each value in a record with the way to it, e.g. `on.what: span`. */
function* leavesOf(value: unknown, path: string): Iterable<string> {
  if (value === null || value === undefined || value === "") return;
  if (typeof value !== "object") yield `${path}: ${String(value)}`;
  else
    for (const [name, inner] of Object.entries(value))
      yield* leavesOf(inner, path === "" ? name : `${path}.${name}`);
}
