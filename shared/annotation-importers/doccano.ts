// Reads doccano's JSON lines in all the shapes that it has had: spans as lists of start, end and label, entities with relations, and before
// version 1.5 annotations with the numbers of their labels and users.
import { factsAmong } from "../interchange/detail-values.ts";
import { withJoinedPieces } from "../interchange/fit.ts";
import { type ItemKeys, saidOfWhole, unreadKeys } from "../interchange/item-keys.ts";
import { at, listAt, listIn, objectIn, stringAt, textAt, textOf } from "../interchange/json-value.ts";
import type { ReadSpan, ReadStandoff } from "../interchange/standoff-reader.ts";
import { readStandoff } from "../interchange/standoff-reader.ts";
import type { PassedOver } from "../interchange/tally.ts";
import type { Message } from "../words/message.ts";
import { type AnnotationImporter, ofWholeText, standoffsOfLines } from "./annotation-importer.ts";

export const doccanoImporter: AnnotationImporter = {
  id: "doccano",
  extensions: ["jsonl", "json"],
  parts: "lines",
  read: (files) =>
    standoffsOfLines(files, keys, (value, where, line) => {
      const text = stringAt(value, "text") ?? stringAt(value, "data");
      if (text === undefined) return null;
      return {
        parts: partsOf(value, text, where, line),
        rejected: wholeTextLabels(value).map((label) => ofWholeText(label, where)),
        passed: unreadInMarks(value),
      };
    }),
};

/** Also of other tools' files of this shape. */
const keys: ItemKeys = {
  lists: ["labels", "entities", "relations", "annotations"],
  others: [
    ...["id", "doc_id", "text", "data", "label", "article", "title", "annotator", "username"],
    ...["meta", "metadata", "annotation_approver", "filename", "upload_name", "created_at", "updated_at"],
  ],
  whole: ["cats", "Comments", "comments"],
  facts: true,
};

const keysOfEntity: ItemKeys = {
  lists: [],
  others: [
    ...["id", "uuid", "label", "start_offset", "end_offset", "user", "document", "example", "text"],
    ...["prob", "score", "manual", "created_at", "updated_at"],
  ],
};
const keysOfRelation: ItemKeys = {
  lists: [],
  others: [
    "id",
    "uuid",
    "from_id",
    "to_id",
    "type",
    "user",
    "example",
    "prob",
    "manual",
    "created_at",
    "updated_at",
  ],
};

/** What of spans and relations themselves is not read: of a span as a list, what stands behind its label. */
const unreadInMarks = (value: unknown): PassedOver[] => [
  ...labelled(value).flatMap((one) => {
    const more = Array.isArray(one) ? listIn(one).slice(3) : [];
    return [...unreadKeys(one, keysOfEntity, "entities."), ...unreadKeys({ more }, nothingRead, "labels.")];
  }),
  ...listAt(value, "annotations").flatMap((one) => unreadKeys(one, keysOfEntity, "annotations.")),
  ...listAt(value, "relations").flatMap((one) => unreadKeys(one, keysOfRelation, "relations.")),
];
const nothingRead: ItemKeys = { lists: [], others: [] };

function partsOf(value: unknown, text: string, where: Message, line: number): readonly ReadStandoff[] {
  const meta = at(value, "metadata") ?? at(value, "meta");
  const about = (key: string): string | undefined => stringAt(value, key) ?? stringAt(meta, key);
  const of = {
    article: about("article") ?? textAt(value, "id") ?? textAt(value, "doc_id") ?? String(line),
    title: about("title") ?? "",
    text,
    facts: [...factsAmong(value), ...factsAmong(meta)],
  };
  const relations = listAt(value, "relations").map((relation) => ({
    label: textAt(relation, "type") ?? "related",
    from: textAt(relation, "from_id") ?? "",
    to: textAt(relation, "to_id") ?? "",
    where,
  }));
  const readPart = (annotator: string | null, spans: readonly ReadSpan[], more: typeof relations) => {
    const units = ["code-points", "utf-16"] as const;
    const { document, ...rest } = readStandoff({ ...of, annotator }, { units, spans, relations: more });
    return { document: withJoinedPieces(document), ...rest };
  };
  const byUser = new Map<string | null, unknown[]>();
  for (const annotation of listAt(value, "annotations")) {
    const user = textAt(annotation, "user") ?? null;
    const userAnnotations = byUser.get(user);
    if (userAnnotations) userAnnotations.push(annotation);
    else byUser.set(user, [annotation]);
  }
  const spans = [...shortSpans(value, where), ...entities(labelled(value), where)];
  const users = Array.from(byUser, ([user, all]) => readPart(user, entities(all, where), []));
  if (users.length > 0 && spans.length + relations.length === 0) return users;
  return [readPart(about("annotator") ?? stringAt(value, "username") ?? null, spans, relations), ...users];
}

/** What a file says of a text in lists of labels, be it of some of its words or of all of it. */
const labelled = (value: unknown): readonly unknown[] =>
  ["label", "labels", "entities"].flatMap((name) => listAt(value, name));

function shortSpans(value: unknown, where: Message): ReadSpan[] {
  return labelled(value)
    .filter(Array.isArray)
    .map((entry, index) => {
      const [start, end, label] = listIn(entry);
      return { id: `label-${index}`, label: textOf(label) ?? "", segments: [{ start, end }], where };
    });
}

/** Also the one label of a text that no list holds, and a table of them. */
const wholeTextLabels = (value: unknown): string[] => [
  ...labelled(value).flatMap((one) => textOf(one) ?? []),
  ...(Array.isArray(at(value, "label"))
    ? []
    : saidOfWhole(value, { lists: [], others: [], whole: ["label"] })),
];

function entities(all: readonly unknown[], where: Message): ReadSpan[] {
  return all
    .filter((entity) => objectIn(entity) !== undefined)
    .map((entity, index) => ({
      id: textAt(entity, "id") ?? `entity-${index}`,
      label: textAt(entity, "label") ?? "",
      segments: [{ start: at(entity, "start_offset"), end: at(entity, "end_offset") }],
      where,
    }));
}
