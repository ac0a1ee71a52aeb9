// Reads W3C Web Annotations: a page, a collection, a list or a single one, with the texts that they are about as files beside. Places
// by position, checked by their quotes, which also tell whether the program that wrote them counted code points or, as many do,
// UTF-16 code units; by quote alone where there is no position.

import { type Finding, pointer } from "../files/finding.ts";
import { aboutFile, isContents } from "../interchange/file-set.ts";
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

interface Read extends ReadSpan {
  readonly source: string;
  readonly annotator: string | null;
  readonly links: readonly { readonly label: string; readonly to: string }[];
}

export const webAnnotationImporter: AnnotationImporter = {
  id: "web-annotation",
  extensions: ["jsonld", "json"],
  read(files) {
    const contents = contentsAmong(files);
    if ("problems" in contents) return { ok: false, problems: contents.problems };
    const texts = new Map<string, string>();
    for (const file of files.filter(({ name }) => name.endsWith(".txt"))) {
      const read = textOfFile(file, "with its mark");
      if (!read.ok) return read;
      texts.set(file.name, read.text);
    }
    const isJson = /\.json(?:ld)?$/u;
    const spans: (Read & { readonly folder: string; readonly file: string })[] = [];
    const sources = files.filter(({ name }) => isJson.test(name) && !isContents(name));
    if (sources.length === 0) return refused(message("interchange.no-file", { what: ".jsonld" }));
    for (const file of sources) {
      const json = jsonOfFile(file);
      if (!json.ok) return json;
      const folder = folderOf(file.name);
      for (const { value, where } of annotationsIn(json.value))
        spans.push({ ...spanIn(value, where), folder, file: file.name });
    }
    if (texts.size === 0) return refused(message("interchange.no-file", { what: ".txt" }));
    const rejected: Finding[] = [];
    const groups = new Map<string, { text: string; file: string; annotator: string | null; spans: Read[] }>();
    for (const span of spans) {
      const file = fileOf(span, [...texts.keys()]);
      const text = file === undefined ? undefined : texts.get(file);
      if (file === undefined || text === undefined) {
        const { where, file: of, links } = span;
        const units = 1 + links.length;
        rejected.push({ ...leftOutWithoutText(where), file: of, units });
        continue;
      }
      const key = JSON.stringify([file, span.annotator]);
      const group = groups.get(key) ?? { text, file, annotator: span.annotator, spans: [] };
      group.spans.push(span);
      groups.set(key, group);
    }
    for (const [file, text] of texts)
      if (![...groups.values()].some((group) => group.file === file))
        groups.set(file, { text, file, annotator: null, spans: [] });
    const gathering = startGathering();
    for (const { text, file, annotator, spans: own } of groups.values()) {
      const of = { ...aboutFile(contents, file.slice(0, -4)), text, annotator };
      const marks = {
        units: ["code-points", "utf-16"],
        spans: own,
        relations: own.flatMap(linksOf),
      } as const;
      gathering.takeFile(own[0]?.file ?? file, { ok: true, parts: [readStandoff(of, marks)] });
    }
    gathering.takeFile("", { ok: true, parts: [], rejected });
    return gathering.result(".jsonld");
  },
};

const linksOf = ({ id, links, where }: Read): ReadRelation[] =>
  links.map(({ label, to }) => ({ label, from: id, to, where }));

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);

/** A source is a file beside the annotations by its name, one of another place by its whole path, or the one text that there is. */
function fileOf(
  { source, folder }: { readonly source: string; readonly folder: string },
  names: readonly string[],
): string | undefined {
  const beside = names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
  const isIt = (name: string): boolean => source === name || decoded(source).endsWith(`/${name}`);
  const near = longest(beside.filter(isIt));
  if (near !== undefined) return folder + near;
  const [only, ...more] = beside;
  return (
    longest(names.filter(isIt)) ?? (only !== undefined && more.length === 0 ? folder + only : sole(names))
  );
}

/** Of names that the end of a path fits, the one that says the most. */
const longest = (names: readonly string[]): string | undefined =>
  [...names].sort((a, b) => b.length - a.length)[0];

const sole = ([only, ...more]: readonly string[]): string | undefined =>
  more.length === 0 ? only : undefined;

function decoded(source: string): string {
  return source.replace(/%20/gu, " ");
}

function annotationsIn(value: unknown): { value: unknown; where: string }[] {
  const list = Array.isArray(value) ? { items: listIn(value), at: "" } : undefined;
  if (list) return list.items.map((item, index) => ({ value: item, where: pointer(index) }));
  const page = objectIn(at(value, "first")) ?? value;
  // Hypothesis' API answers with rows.
  const key = Array.isArray(at(page, "rows")) ? "rows" : "items";
  const items = at(page, key);
  if (!Array.isArray(items)) return [{ value, where: "" }];
  const base = page === value ? "" : pointer("first");
  return items.map((item, index) => ({ value: item, where: `${base}${pointer(key, index)}` }));
}

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function spanIn(annotation: unknown, where: string): Read {
  const bodies = [
    ...listed(at(annotation, "body")).map(
      (body) => (typeof body === "string" ? { value: body } : objectIn(body)) ?? {},
    ),
    ...hypothesisBodies(annotation),
  ];
  const tags = bodies.filter(isTag).flatMap((body) => textAt(body, "value") ?? textAt(body, "label") ?? []);
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
      const to = stringAt(body, "source");
      if (stringAt(body, "purpose") !== "linking" || to === undefined) return [];
      return [{ label: stringAt(body, "sayso:name") ?? "related", to }];
    }),
    source: sourceOf(targets[0]) || (stringAt(annotation, "uri") ?? ""),
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

function valueIn(body: JsonObject): NamedValue[] {
  const value = textAt(body, "value");
  const purpose = stringAt(body, "purpose");
  if (value === undefined || isTag(body) || purpose === "linking") return [];
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
