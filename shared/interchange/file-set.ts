// Formats of a file an annotator and article: how their files are called, and the list beside them that says what each is of,
// so that reading them back loses no name. Other programs pass over the list.

import type { FileFinding } from "../files/finding.ts";
import { jsonValueIn } from "../files/json-syntax.ts";
import { type NamedFile, utf8 } from "../files/zip.ts";
import { factsAmong } from "./detail-values.ts";
import { listAt, stringAt } from "./json-value.ts";
import type { NamedValue, Standoff } from "./standoff.ts";

export const contentsName = "contents.json";

/** A standoff's file or files, by their name without the ending, e.g. `Anna-Lind/Harbour-bridge`. */
export interface NamedDocument extends Pick<Standoff, "article" | "title" | "annotator"> {
  readonly file: string;
  /** What is known of the article (`detail-values.ts`). */
  readonly facts: readonly NamedValue[];
}

/** Names one standoff after the other: a folder an annotator where there are several; no name stands twice, in whatever case. */
export function fileNames(
  severalAnnotators: boolean,
): (document: Pick<Standoff, "title" | "annotator">) => string {
  const folders = new Map<string | null, string>();
  const usedNames: UsedNames = new Map();
  return ({ annotator, title }) => {
    const name = safeName(title, "article");
    if (!severalAnnotators) return unused(name, usedNames);
    const folder = folders.get(annotator) ?? unused(safeName(annotator ?? "unnamed", "annotator"), usedNames);
    folders.set(annotator, folder);
    return unused(`${folder}/${name}`, usedNames);
  };
}

/** By names in lower case: the number with which the next one of that name is tried. */
export type UsedNames = Map<string, number>;

/** The name, with a number behind it where it is taken in whatever case; from then on taken itself. */
export function unused(name: string, taken: UsedNames, numbered = (number: number) => `-${number}`): string {
  const key = name.toLowerCase();
  let count = taken.get(key) ?? 1;
  let free = name;
  for (; taken.has(free.toLowerCase()); count += 1) free = name + numbered(count + 1);
  taken.set(key, count);
  if (free !== name) taken.set(free.toLowerCase(), 1);
  return free;
}

/** Names that Windows keeps for itself. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|contents)$/iu;

function safeName(name: string, otherwise: string): string {
  const safe = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/gu, "");
  if (safe === "") return otherwise;
  return reserved.test(safe) ? `${otherwise}-${safe}` : safe;
}

/** The list of what the files are of. */
export function contentsFile(files: readonly NamedDocument[], generator: string): NamedFile {
  const entries = files.map(({ facts, ...named }) => ({
    ...named,
    ...Object.fromEntries(facts.map(({ name, value }) => [name, value])),
  }));
  return {
    name: contentsName,
    bytes: utf8(`${JSON.stringify({ generator, files: entries }, null, 2)}\n`),
  };
}

interface Listed extends Pick<Standoff, "article" | "title" | "annotator"> {
  readonly facts?: readonly NamedValue[];
}
export type Contents = ReadonlyMap<string, Listed>;

/** Whether a file of this path is such a list, of the files of its own folder. */
export const isContents = (name: string): boolean =>
  name === contentsName || name.endsWith(`/${contentsName}`);

/** What the lists say, by the name of the files without their ending. Empty where there is none. */
export function contentsIn(
  files: readonly NamedFile[],
  decode: (file: NamedFile) => string | null,
): Contents | { readonly problems: readonly FileFinding[] } {
  const contents = new Map<string, Listed>();
  for (const file of files.filter(({ name }) => isContents(name))) {
    const text = decode(file);
    if (text === null) continue;
    const json = jsonValueIn(text);
    if (!json.ok) return { problems: json.problems };
    const folder = file.name.slice(0, -contentsName.length);
    for (const entry of listAt(json.value, "files")) {
      const base = stringAt(entry, "file");
      const article = stringAt(entry, "article");
      const facts = factsAmong(entry);
      if (base !== undefined && article !== undefined)
        contents.set(folder + base, {
          article,
          title: stringAt(entry, "title") ?? "",
          annotator: stringAt(entry, "annotator") ?? null,
          ...(facts.length > 0 && { facts }),
        });
    }
  }
  return contents;
}

/** What is known of the files of this name: by the list, else from where they lie. */
export function aboutFile(contents: Contents, base: string): Listed & Pick<Standoff, "folder"> {
  const listed = contents.get(base);
  if (listed) return listed;
  const parts = base.split("/");
  const name = parts.pop() ?? base;
  return { article: name, title: name, annotator: null, folder: parts.join("/") };
}
