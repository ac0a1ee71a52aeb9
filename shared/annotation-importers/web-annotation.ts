// Reads W3C Web Annotations: a page, a collection, a list or a single one, with the texts that they are about as files beside. Places
// by position, checked by their quotes, which also tell whether the program that wrote them counted code points or, as many do,
// UTF-16 code units; by quote alone where there is no position.

import { type FileFinding, pointer } from "../files/finding.ts";
import type { NamedFile } from "../files/zip.ts";
import { isFactName } from "../interchange/detail-values.ts";
import { aboutFile, isContents } from "../interchange/file-set.ts";
import { type ItemKeys, unreadKeys } from "../interchange/item-keys.ts";
import {
  at,
  type JsonObject,
  listAt,
  listIn,
  objectIn,
  stringAt,
  textAt,
} from "../interchange/json-value.ts";
import { valueNames } from "../interchange/labels.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import { type ReadRelation, type ReadSpan, readStandoff } from "../interchange/standoff-reader.ts";
import type { PassedOver } from "../interchange/tally.ts";
import { message } from "../words/message.ts";
import {
  type AnnotationImporter,
  contentsAmong,
  jsonOfFile,
  leftOutWithoutText,
  refused,
  startGathering,
  textOfFile,
} from "./annotation-importer.ts";

interface ReadBody extends ReadSpan {
  /** Of each of its targets. */
  readonly sources: readonly string[];
  readonly annotator: string | null;
  readonly links: readonly { readonly label: string; readonly to: string }[];
  readonly unread: readonly PassedOver[];
}

interface PlacedRead extends ReadBody {
  readonly folder: string;
  readonly file: string;
}

/** What is known of the article of a text. */
interface Description {
  readonly facts: readonly NamedValue[];
  readonly source: string;
  readonly folder: string;
  readonly where: string;
  readonly file: string;
}

export const webAnnotationImporter: AnnotationImporter = {
  id: "web-annotation",
  extensions: ["jsonld", "json"],
  read(files) {
    const contents = contentsAmong(files);
    if ("problems" in contents) return { ok: false, problems: contents.problems };
    const texts = new Map<string, string>();
    for (const file of files.filter(({ name }) => name.endsWith(".txt"))) {
      const fileText = textOfFile(file, "with its mark");
      if (!fileText.ok) return fileText;
      texts.set(file.name, fileText.text);
    }
    const isJson = /\.json(?:ld)?$/u;
    const spans: PlacedRead[] = [];
    const descriptions: Description[] = [];
    const passed: (PassedOver & { readonly file: string })[] = [];
    const sources = files.filter(({ name }) => isJson.test(name) && !isContents(name));
    if (sources.length === 0) return refused(message("interchange.no-file", { what: ".jsonld" }));
    const gathering = startGathering();
    const refusedFiles = new Set<NamedFile>();
    for (const file of sources) {
      const json = jsonOfFile(file);
      if (!json.ok) {
        gathering.takeFile(file.name, json);
        refusedFiles.add(file);
        continue;
      }
      const items = itemsOfFile(json.value, file.name);
      for (const span of items.spans) spans.push(span);
      for (const description of items.descriptions) descriptions.push(description);
      for (const unreadKey of items.passed) passed.push({ ...unreadKey, file: file.name });
    }
    if (refusedFiles.size === sources.length) return gathering.result(".jsonld");
    if (texts.size === 0) return refused(message("interchange.no-file", { what: ".txt" }));
    const rejected: FileFinding[] = [];
    const soleIn = soleNames(texts.keys());
    const factsByFile = factsOfTexts(descriptions, (one) => fileOf(one, texts, soleIn), rejected);
    const groups = spansByText(spans, texts, (one) => fileOf(one, texts, soleIn), rejected, passed);
    const toldFiles = new Set<string>();
    for (const { text, file, annotator, spans: own } of groups) {
      const facts = factsByFile.get(file);
      const of = { ...aboutFile(contents, file.slice(0, -4)), ...(facts && { facts }), text, annotator };
      const marks = {
        units: ["code-points", "utf-16"],
        spans: own,
        relations: own.flatMap(linksOf),
      } as const;
      const { passed: factsPassed, ...part } = readStandoff(of, marks);
      // What is known of a text is told once, whoever annotated it.
      const isTold = toldFiles.has(file);
      toldFiles.add(file);
      const parts = [{ ...part, ...(!isTold && factsPassed && { passed: factsPassed }) }];
      gathering.takeFile(own[0]?.file ?? file, { ok: true, parts });
    }
    gathering.take({ documents: [], taken: 0, rejected, moved: [], passed });
    return gathering.result(".jsonld");
  },
};

interface SpansOfText {
  readonly text: string;
  readonly file: string;
  readonly annotator: string | null;
  readonly spans: ReadBody[];
}

/** The spans of each text and annotator, and the texts without any. Those of no text, or of several, are rejected. */
function spansByText(
  spans: readonly PlacedRead[],
  texts: ReadonlyMap<string, string>,
  textFileOf: (one: Pick<Description, "source" | "folder">) => string | undefined,
  rejected: FileFinding[],
  passed: (PassedOver & { readonly file: string })[],
): Iterable<SpansOfText> {
  const groups = new Map<string, SpansOfText>();
  for (const span of spans) {
    const { folder, sources, where, links, annotator, unread } = span;
    const [file, ...otherFiles] = new Set(sources.map((source) => textFileOf({ source, folder })));
    const text = file === undefined ? undefined : texts.get(file);
    if (file === undefined || text === undefined || otherFiles.length > 0) {
      rejected.push({ ...leftOutWithoutText(where), file: span.file, units: 1 + links.length });
      continue;
    }
    for (const unreadKey of unread) passed.push({ ...unreadKey, file: span.file });
    const key = JSON.stringify([file, annotator]);
    const group = groups.get(key) ?? { text, file, annotator, spans: [] };
    group.spans.push(span);
    groups.set(key, group);
  }
  const annotated = new Set(Array.from(groups.values(), ({ file }) => file));
  for (const [file, text] of texts)
    if (!annotated.has(file)) groups.set(file, { text, file, annotator: null, spans: [] });
  return groups.values();
}

function itemsOfFile(value: unknown, file: string) {
  const folder = folderOf(file);
  const { items, pages } = annotationsIn(value);
  const spans: PlacedRead[] = [];
  const descriptions: Description[] = [];
  const passed = pages.flatMap((page) => unreadKeys(page, keysOfPage));
  for (const { value: item, where } of items) {
    const facts = factsIn(item);
    if (!facts) spans.push({ ...spanIn(item, where), folder, file });
    else {
      descriptions.push({ facts, source: sourceOf(listed(at(item, "target"))[0]), folder, where, file });
      for (const unreadKey of unreadOf(item, listed(at(item, "body")))) passed.push(unreadKey);
    }
  }
  return { spans, descriptions, passed };
}

/** By the files of their texts. */
function factsOfTexts(
  descriptions: readonly Description[],
  textFileOf: (description: Description) => string | undefined,
  rejected: FileFinding[],
): ReadonlyMap<string, readonly NamedValue[]> {
  const factsByFile = new Map<string, readonly NamedValue[]>();
  for (const description of descriptions) {
    const textFile = textFileOf(description);
    const { where, file, facts } = description;
    if (textFile === undefined) rejected.push({ ...leftOutWithoutText(where), file, units: 0 });
    else factsByFile.set(textFile, [...(factsByFile.get(textFile) ?? []), ...facts]);
  }
  return factsByFile;
}

/** What the model (https://www.w3.org/TR/annotation-model/) and Hypothesis keep beside annotations: who, when, where from. */
const aboutAny = [
  "@context",
  "id",
  "type",
  "creator",
  "created",
  "modified",
  "generator",
  "generated",
  "rights",
];
const keysOfPage: ItemKeys = {
  lists: ["items", "rows"],
  others: [...aboutAny, "label", "total", "first", "last", "partOf", "prev", "startIndex"],
};
const keysOfAnnotation: ItemKeys = {
  lists: ["tags"],
  others: [
    ...[...aboutAny, "motivation", "body", "bodyValue", "target", "canonical", "via", "audience"],
    ...["text", "uri", "user", "user_info", "updated", "group", "permissions", "document", "links", "hidden"],
    ...["flagged", "references", "moderation", "moderation_status", "actions", "mentions"],
  ],
};
const keysOfBody: ItemKeys = {
  lists: [],
  others: [
    ...[...aboutAny, "purpose", "value", "source", "label", "sayso:name", "format", "language"],
    ...["processingLanguage", "textDirection"],
  ],
};
const keysOfTarget: ItemKeys = { lists: [], others: [...aboutAny, "source", "selector"] };
/** Of selectors that are read. Others say the same place in a way of their own. */
const keysOfSelector: ItemKeys = {
  lists: [],
  others: ["id", "type", "exact", "prefix", "suffix", "start", "end"],
};

const linksOf = ({ id, links, where }: ReadBody): ReadRelation[] =>
  links.map(({ label, to }) => ({ label, from: id, to, where }));

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);

/** As many folders deep as the path of a source is looked at. */
const deepest = 100;

/** A source is a file beside the annotations by its name, one of another place by its whole path, or the one text that there is. */
function fileOf(
  { source, folder }: { readonly source: string; readonly folder: string },
  texts: ReadonlyMap<string, string>,
  soleIn: ReadonlyMap<string, string | null>,
): string | undefined {
  const steps = decoded(source).split("/").slice(-deepest);
  // The name that says the most comes first.
  const names = [source, ...steps.slice(1).map((_, at) => steps.slice(at + 1).join("/"))];
  const places = [...names.map((name) => folder + name), ...names];
  return places.find((place) => texts.has(place)) ?? soleIn.get(folder) ?? soleIn.get("") ?? undefined;
}

/** Of each folder the one file in and below it; `null` where there are several. */
function soleNames(names: Iterable<string>): ReadonlyMap<string, string | null> {
  const sole = new Map<string, string | null>();
  for (const name of names) {
    const steps = name.split("/").slice(0, deepest);
    for (const at of steps.keys()) {
      const folder = steps
        .slice(0, at)
        .map((step) => `${step}/`)
        .join("");
      sole.set(folder, sole.has(folder) ? null : name);
    }
  }
  return sole;
}

function decoded(source: string): string {
  return source.replace(/%20/gu, " ");
}

interface Annotations {
  readonly items: readonly { readonly value: unknown; readonly where: string }[];
  /** What they are listed in. */
  readonly pages: readonly unknown[];
}

function annotationsIn(value: unknown): Annotations {
  if (Array.isArray(value))
    return { items: listIn(value).map((item, index) => ({ value: item, where: pointer(index) })), pages: [] };
  const page = objectIn(at(value, "first")) ?? value;
  // Hypothesis' API answers with rows.
  const key = Array.isArray(at(page, "rows")) ? "rows" : "items";
  const items = at(page, key);
  if (!Array.isArray(items)) return { items: [{ value, where: "" }], pages: [] };
  const base = page === value ? "" : pointer("first");
  return {
    items: items.map((item, index) => ({ value: item, where: `${base}${pointer(key, index)}` })),
    pages: page === value ? [page] : [value, page],
  };
}

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const unreadOf = (annotation: unknown, bodies: readonly unknown[]): readonly PassedOver[] => [
  ...unreadKeys(annotation, keysOfAnnotation),
  ...bodies.flatMap((body) => unreadKeys(body, keysOfBody, "body.")),
];

/** What an annotation of a whole text says of its article, as Sayso writes it; `null` where it says anything else. */
function factsIn(annotation: unknown): readonly NamedValue[] | null {
  const [target, ...furtherTargets] = listed(at(annotation, "target"));
  const bodies = listed(at(annotation, "body"));
  const facts = bodies.flatMap((body) => {
    const [name, value] = [stringAt(body, "sayso:name"), stringAt(body, "value")];
    return name === undefined || value === undefined || !isFactName(name) ? [] : [{ name, value }];
  });
  const isOfText = typeof target === "string" && furtherTargets.length === 0;
  return isOfText && facts.length > 0 && facts.length === bodies.length ? facts : null;
}

function spanIn(annotation: unknown, where: string): ReadBody {
  const bodies = [
    ...[...listed(at(annotation, "body")), ...listed(at(annotation, "bodyValue"))].map(
      (body) => (typeof body === "string" ? { value: body } : objectIn(body)) ?? {},
    ),
    ...hypothesisBodies(annotation),
  ];
  const tags = bodies.filter(isTag).flatMap((body) => contentOf(body) ?? []);
  const [label, ...furtherTags] = tags;
  const targets = listed(at(annotation, "target"));
  const selectors = targets.map((target) => listed(at(target, "selector")));
  const quotes = selectors.map((list) => list.find((one) => stringAt(one, "type") === "TextQuoteSelector"));
  const positions = selectors.map((list) =>
    list.find((one) => stringAt(one, "type") === "TextPositionSelector"),
  );
  const exact = quotes.flatMap((quote) => stringAt(quote, "exact") ?? []);
  const [firstQuote] = quotes;
  const creator = at(annotation, "creator");
  return {
    id: stringAt(annotation, "id") ?? where,
    label: label ?? motivationOf(annotation),
    segments: positions.map((position) => ({ start: at(position, "start"), end: at(position, "end") })),
    ...(exact.length === targets.length && exact.length > 0 ? { words: exact.join(" ") } : {}),
    context: { prefix: stringAt(firstQuote, "prefix") ?? "", suffix: stringAt(firstQuote, "suffix") ?? "" },
    values: [
      ...bodies.flatMap(valueIn),
      ...(furtherTags.length === 0 ? [] : [{ name: "tag", value: furtherTags.join("; ") }]),
    ],
    links: bodies.flatMap((body) => {
      const to = resourceOf(body);
      if (!isLink(body) || to === undefined) return [];
      return [{ label: stringAt(body, "sayso:name") ?? "related", to }];
    }),
    unread: [
      ...unreadOf(annotation, bodies),
      ...bodies.flatMap((body) =>
        isRead(body) ? [] : [{ name: "body", why: "not-read" as const, count: 1 }],
      ),
      ...targets.flatMap((target) => unreadKeys(target, keysOfTarget, "target.")),
      ...[...quotes, ...positions].flatMap((one) => unreadKeys(one, keysOfSelector, "target.selector.")),
    ],
    sources: (targets.length === 0 ? [undefined] : targets).map(
      (target) => sourceOf(target) || (stringAt(annotation, "uri") ?? ""),
    ),
    annotator:
      stringAt(creator, "name") ??
      stringAt(creator, "nickname") ??
      (typeof creator === "string" ? creator : null) ??
      userIn(annotation),
    where,
  };
}

/** In the API of Hypothesis (https://h.readthedocs.io/en/latest/api-reference/v1/) tags and the comment stand beside the target. */
const hypothesisBodies = (annotation: unknown): JsonObject[] => [
  ...listAt(annotation, "tags").flatMap((tag) =>
    typeof tag === "string" ? [{ purpose: "tagging", value: tag }] : [],
  ),
  ...(stringAt(annotation, "text")
    ? [{ purpose: "commenting", value: stringAt(annotation, "text") ?? "" }]
    : []),
];

/** Somebody's name of an account such as `acct:ana@hypothes.is`. */
function userIn(annotation: unknown): string | null {
  const name = stringAt(at(annotation, "user_info"), "display_name");
  return name ?? stringAt(annotation, "user")?.replace(/^acct:|@.*$/gu, "") ?? null;
}

function sourceOf(target: unknown): string {
  if (typeof target === "string") return target.split("#")[0] ?? "";
  const source = at(target, "source");
  return typeof source === "string" ? source : (stringAt(source, "id") ?? "");
}

const motivationOf = (annotation: unknown): string => {
  const [motivation] = listed(at(annotation, "motivation"));
  return typeof motivation === "string" ? motivation : "annotation";
};

const isTag = (body: JsonObject): boolean =>
  ["tagging", "classifying"].includes(stringAt(body, "purpose") ?? "");

const isLink = (body: JsonObject): boolean => stringAt(body, "purpose") === "linking";

/** The address of the resource that a body is. */
const resourceOf = (body: JsonObject): string | undefined =>
  stringAt(body, "source") ?? stringAt(at(body, "source"), "id");

const contentOf = (body: JsonObject): string | undefined =>
  textAt(body, "value") ?? textAt(body, "label") ?? resourceOf(body) ?? stringAt(body, "id");

const isRead = (body: JsonObject): boolean =>
  (isLink(body) ? resourceOf(body) : contentOf(body)) !== undefined;

function valueIn(body: JsonObject): NamedValue[] {
  const value = contentOf(body);
  const purpose = stringAt(body, "purpose");
  if (value === undefined || isTag(body) || isLink(body)) return [];
  const name = stringAt(body, "sayso:name");
  if (name !== undefined) return [{ name, value }];
  return [
    {
      name:
        purpose === undefined || purpose === "commenting" || purpose === "replying"
          ? valueNames.note
          : purpose,
      value,
    },
  ];
}
