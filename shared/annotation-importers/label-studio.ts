// Reads Label Studio's JSON (https://labelstud.io/guide/export): tasks with their annotations, earlier ones (`completions`) and
// predictions.
import { type FileFinding, pointer, wrong } from "../files/finding.ts";
import { type HtmlElement, htmlTree, PageTooLarge } from "../importers/html-tree.ts";
import { factsAmong } from "../interchange/detail-values.ts";
import { withJoinedPieces } from "../interchange/fit.ts";
import { type ItemKeys, unreadKeys } from "../interchange/item-keys.ts";
import {
  at,
  listAt,
  listIn,
  objectIn,
  stringAt,
  textAt,
  textOf,
  textOrJson,
} from "../interchange/json-value.ts";
import { valueNames } from "../interchange/labels.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import {
  type ReadRelation,
  type ReadSpan,
  type ReadStandoff,
  readStandoff,
} from "../interchange/standoff-reader.ts";
import type { PassedOver } from "../interchange/tally.ts";
import type { Range } from "../model/range.ts";
import { message } from "../words/message.ts";
import { type AnnotationImporter, ofWholeText, standoffsOfList } from "./annotation-importer.ts";

export const labelStudioImporter: AnnotationImporter = {
  id: "label-studio",
  extensions: ["json"],
  parts: "list",
  read: (files) =>
    standoffsOfList(files, keys, (task, index) => {
      const text = taskText(task);
      return text === undefined ? null : taskParts(task, text, index);
    }),
};

const keys: ItemKeys = {
  lists: ["annotations", "completions", "predictions"],
  others: [
    ...["id", "inner_id", "data", "meta", "project", "file_upload", "overlap", "is_labeled", "allow_skip"],
    ...["created_at", "updated_at", "updated_by", "total_annotations", "cancelled_annotations"],
    ...["total_predictions", "comment_count", "unresolved_comment_count", "comment_authors"],
    ...["last_comment_updated_at", "precomputed_agreement"],
  ],
};
const keysOfAnnotation: ItemKeys = {
  lists: ["result"],
  others: [
    ...["id", "annotator", "completed_by", "was_cancelled", "ground_truth", "created_at", "updated_at"],
    ...[
      "draft_created_at",
      "lead_time",
      "prediction",
      "result_count",
      "unique_id",
      "import_id",
      "last_action",
    ],
    ...["task", "project", "updated_by", "parent_prediction", "parent_annotation", "last_created_by"],
    ...[
      "bulk_created",
      "model",
      "model_version",
      "model_run",
      "score",
      "cluster",
      "mislabeling",
      "neighbors",
    ],
  ],
};
const keysOfResult: ItemKeys = {
  lists: ["labels"],
  others: [
    ...["id", "from_name", "to_name", "type", "value", "from_id", "to_id", "direction", "origin", "score"],
    ...["parentID", "hidden", "locked", "readonly", "original_length", "meta", "item_index"],
  ],
};

/** Where a region is, and its words. */
const keysOfPlace = ["start", "end", "startOffset", "endOffset", "globalOffsets", "text"];
const keysOfMeta: ItemKeys = { lists: [], others: ["text"] };

/** What of a result is not read: of its value what is neither where it is nor what is said. */
function unreadOfResult(item: unknown): PassedOver[] {
  const type = stringAt(item, "type") ?? "";
  const keysOfValue = type.endsWith("labels")
    ? { lists: [type], others: keysOfPlace }
    : { lists: ["choices"], others: [...keysOfPlace, "rating", "number"] };
  const isRead = type === "relation" || labelsIn(item, at(item, "value")).length + textsIn(item).length > 0;
  return [
    ...unreadKeys(item, keysOfResult, "result."),
    ...unreadKeys(at(item, "meta"), keysOfMeta, "result.meta."),
    ...(isRead ? unreadKeys(at(item, "value"), keysOfValue, "result.value.") : []),
  ];
}

/** The text that is annotated: that of the usual name, else the longest. */
function textIn(data: unknown): string | undefined {
  const text = stringAt(data, "text");
  if (text !== undefined) return text;
  const texts = Object.values(objectIn(data) ?? {}).filter((value) => typeof value === "string");
  return texts.sort((a, b) => b.length - a.length)[0];
}

interface TaskText {
  readonly text: string;
  /** Of HTML: where a stretch of Label Studio's lies in it. */
  readonly range: TextOfHtml["range"] | null;
}

/** Of HTML the text in it: regions say then where they are in the text of all its nodes. */
function taskText(task: unknown): TaskText | undefined {
  const text = textIn(at(task, "data"));
  if (text === undefined) return undefined;
  const isHtml = listsOf(task).some((list) =>
    listAt(list, "result").some((item) => objectIn(at(at(item, "value"), "globalOffsets")) !== undefined),
  );
  if (!isHtml) return { text, range: null };
  try {
    return textOfHtml(text);
  } catch (error) {
    if (error instanceof PageTooLarge) return undefined;
    throw error;
  }
}

const lists = ["annotations", "completions", "predictions"] as const;
const listsOf = (task: unknown): readonly unknown[] => lists.flatMap((key) => listAt(task, key));

function taskParts(task: unknown, { text, range }: TaskText, index: number): ReadStandoff[] {
  const data = at(task, "data");
  const of = {
    article: stringAt(data, "article") ?? textAt(task, "id") ?? String(index + 1),
    title: stringAt(data, "title") ?? "",
    text,
    facts: factsAmong(data),
  };
  const annotations = lists.flatMap((key) =>
    listAt(task, key).map((value, place) => ({ value, where: pointer(index, key, place) })),
  );
  if (annotations.length === 0)
    return [readStandoff({ ...of, annotator: null }, { units: ["utf-16"], spans: [], relations: [] })];
  return annotations.map(({ value, where }, index) => {
    const items = listAt(value, "result");
    const { whole, unread, ...result } = resultIn(items, where, { text, range });
    const { document, rejected, ...rest } = readStandoff({ ...of, annotator: annotatorIn(value) }, result);
    const findings = [...rejected, ...unread, ...whole.map((label) => ofWholeText(label, where))];
    const passed = [...unreadKeys(value, keysOfAnnotation, "annotations."), ...items.flatMap(unreadOfResult)];
    return {
      ...rest,
      document: withJoinedPieces(document),
      rejected: findings,
      // What is known of the task is told once, whoever annotated it.
      passed: [...passed, ...(index === 0 ? (rest.passed ?? []) : [])],
    };
  });
}

function annotatorIn(annotation: unknown): string | null {
  const by = at(annotation, "completed_by");
  const fullName = [stringAt(by, "first_name"), stringAt(by, "last_name")].filter((part) => part).join(" ");
  const named = stringAt(annotation, "annotator") ?? (fullName === "" ? undefined : fullName);
  return named ?? stringAt(by, "email") ?? textOf(by) ?? textAt(annotation, "model_version") ?? null;
}

/** `whole`: what is said of no region but of the text; `unread`: what is of a kind that is not read. */
function resultIn(
  items: readonly unknown[],
  where: string,
  of: TaskText,
): Parameters<typeof readStandoff>[1] & {
  readonly whole: readonly string[];
  readonly unread: readonly FileFinding[];
} {
  const regions = new Map<string, ReadSpan>();
  const values = new Map<string, NamedValue[]>();
  const relations: ReadRelation[] = [];
  const unread: FileFinding[] = [];
  const say = (id: string, name: string, value: string): void => {
    const namedValues = values.get(id);
    if (namedValues) namedValues.push({ name, value });
    else values.set(id, [{ name, value }]);
  };
  for (const [index, item] of items.entries()) {
    const place = `${where}${pointer("result", index)}`;
    const value = at(item, "value");
    if (stringAt(item, "type") === "relation") {
      const ends = { from: textAt(item, "from_id") ?? "", to: textAt(item, "to_id") ?? "" };
      const labels = listAt(item, "labels").flatMap((label) => textOf(label) ?? []);
      for (const label of labels.length === 0 ? ["related"] : labels)
        relations.push({ ...ends, label, where: place });
      continue;
    }
    const id = textAt(item, "id") ?? `result-${index}`;
    for (const note of textsAt(at(item, "meta"), "text")) say(id, valueNames.note, note);
    const labels = labelsIn(item, value);
    if (labels.length > 0) {
      const { words, ...segment } = placeIn(value, of);
      for (const [nth, label] of labels.entries())
        regions.set(nth === 0 && !regions.has(id) ? id : `${id}-${index}-${nth}`, {
          id: nth === 0 && !regions.has(id) ? id : `${id}-${index}-${nth}`,
          label,
          segments: [segment],
          ...(words === undefined ? {} : { words }),
          where: place,
        });
      continue;
    }
    const name = stringAt(item, "from_name") ?? "value";
    const texts = textsIn(item);
    if (texts.length > 0) say(id, name.replace(/^value_/u, ""), texts.join("; "));
    else unread.push(kindNotRead(item, place));
  }
  const spans = Array.from(regions.values(), (span) => ({ ...span, values: values.get(span.id) ?? [] }));
  const wholeTextLabels = [...values].flatMap(([id, said]) =>
    regions.has(id) ? [] : said.map(({ name, value }) => `${name}: ${value}`),
  );
  return { units: ["utf-16", "code-points"], spans, relations, whole: wholeTextLabels, unread };
}

/** What a result says of a region or of the text. With the place of a region stand its words, which say nothing of it. */
function textsIn(item: unknown): readonly string[] {
  const value = at(item, "value");
  const isPlaced =
    stringAt(item, "type") !== "textarea" &&
    at(value, "start") !== undefined &&
    typeof at(value, "text") === "string";
  const names = ["choices", ...(isPlaced ? [] : ["text"]), "rating", "number"];
  return names.flatMap((name) => textsAt(value, name));
}

/** A text, or each of a list of them. */
const textsAt = (value: unknown, key: string): readonly string[] => {
  const member = at(value, key);
  return (Array.isArray(member) ? listIn(member) : [member]).flatMap((one) => textOrJson(one) ?? []);
};

const kindNotRead = (item: unknown, where: string): FileFinding =>
  wrong(
    where,
    message("interchange.kind-not-read", { kind: (stringAt(item, "type") ?? "–").slice(0, 60) }),
    message("interchange.left-out"),
  );

/** Where a region is, and its words where these are to be held against the text. */
function placeIn(value: unknown, { text, range }: TaskText) {
  const words = stringAt(value, "text");
  const place = { start: at(value, "start"), end: at(value, "end"), words };
  const counted = at(value, "globalOffsets");
  if (!range || objectIn(counted) === undefined) return place;
  const offsets = range(Number(at(counted, "start")), Number(at(counted, "end")));
  if (!offsets) return { start: at(counted, "start"), end: at(counted, "end"), words };
  const { start, end } = offsets;
  // What a browser says of a selection has other line ends than the text.
  const bare = (said: string): string => said.replace(/\s+/gu, "");
  const isSame = words !== undefined && bare(text.slice(start, end)) === bare(words);
  return { start, end, words: isSame ? undefined : words };
}

/** Regions carry their labels under the name of their type. */
function labelsIn(item: unknown, value: unknown): readonly string[] {
  const type = stringAt(item, "type") ?? "";
  if (!type.endsWith("labels")) return [];
  return textsAt(value, type);
}

// The text of HTML for whoever marks words in it: what a reader sees, in lines, and where the offsets of a program lie in that which counts
// the characters of its text nodes.

interface TextOfHtml {
  readonly text: string;
  /** From offsets in UTF-16 over all text nodes in their order, each `<br>` counting as one, to a stretch of `text`; `null` outside of it. */
  range(start: number, end: number): Range | null;
}

const blocks =
  /^(?:address|article|aside|blockquote|body|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/u;
const unseen = /^(?:script|style|template|title)$/u;

/** Throws `PageTooLarge`. */
export function textOfHtml(html: string): TextOfHtml {
  const pieces: Piece[] = [];
  const nodes: string[] = [];
  let length = 0;
  let counted = 0;
  const append = (node: string): void => {
    if (node !== "") nodes.push(node);
    length += node.length;
  };
  const add = (node: string): void => {
    pieces.push({ counted, at: length, length: node.length });
    append(node);
    counted += node.length;
  };
  const breakLine = (): void => {
    if (nodes.at(-1)?.endsWith("\n") === false) append("\n");
  };
  const walk = ({ name, children }: HtmlElement): void => {
    const isBlock = blocks.test(name);
    if (isBlock) breakLine();
    if (name === "br") add("\n");
    for (const child of children)
      if (typeof child !== "string") walk(child);
      else if (unseen.test(name)) counted += child.length;
      else add(child);
    if (isBlock) breakLine();
  };
  walk(htmlTree(html));
  return {
    text: nodes.join(""),
    range(start, end) {
      if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > counted)
        return null;
      const firstPiece = pieces[lastBefore(pieces, start + 1)];
      const lastPiece = pieces[lastBefore(pieces, end)];
      const from = firstPiece ? firstPiece.at + Math.min(start - firstPiece.counted, firstPiece.length) : 0;
      const to = lastPiece ? lastPiece.at + Math.min(end - lastPiece.counted, lastPiece.length) : 0;
      return { start: from, end: Math.max(from, to) };
    },
  };
}

interface Piece {
  /** Where it begins as the other program counts, and in the text. */
  readonly counted: number;
  readonly at: number;
  readonly length: number;
}

/** The number of the last piece that begins before an offset as the other program counts; -1 where none does. */
function lastBefore(pieces: readonly Piece[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.counted ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
