// Which standoffs are of one article: those of one name and one text. What files call a text (a name, a number, an id) comes again in other folders,
// divisions and files, so that it names the article and never decides which text a mark lies on.
import type { HashOf } from "../importers/annotated-json-checks.ts";
import type { Finding } from "../importers/finding.ts";
import { message } from "../words/message.ts";
import type { Standoff } from "./standoff.ts";

type About = Pick<Standoff, "article" | "title" | "annotator">;

export interface SortedByText {
  /** Of each article the numbers of its standoffs, in the order in which they were added, with what is known of each in the end. */
  readonly articles: readonly (readonly { readonly number: number; readonly about: About }[])[];
  /** One for each name that several texts have. */
  readonly told: readonly Finding[];
}

export interface SortingByText {
  add(document: Standoff): void;
  end(): SortedByText;
}

/** The same of standoffs that are at hand: those of each article, with what is known of them in the end. */
export function articlesIn(
  documents: readonly Standoff[],
  hashOf: HashOf,
): { readonly groups: readonly (readonly [Standoff, ...Standoff[]])[]; readonly told: readonly Finding[] } {
  const sorting = startSortingByText(hashOf);
  for (const document of documents) sorting.add(document);
  const { articles, told } = sorting.end();
  const groups = articles.flatMap((members): [Standoff, ...Standoff[]][] => {
    const [first, ...more] = members.flatMap(({ number, about }) => {
      const document = documents[number];
      return document ? [{ ...document, ...about }] : [];
    });
    return first ? [[first, ...more]] : [];
  });
  return { groups, told };
}

interface Seen extends About {
  readonly folder: string;
}

/** Those of one name and one text. */
interface Group {
  readonly key: string;
  readonly members: { readonly number: number; readonly seen: Seen }[];
}

/** Keeps nothing of a standoff but its names and the hash of its text. */
export function startSortingByText(hashOf: HashOf): SortingByText {
  const groups = new Map<string, Group>();
  let number = 0;
  return {
    add({ article, title, annotator, folder = "", text }) {
      const of = `${hashOf(text)} ${article}`;
      const group = groups.get(of) ?? { key: article, members: [] };
      groups.set(of, group);
      const named = annotator === null || annotator.trim() === "" ? null : annotator;
      group.members.push({ number, seen: { article, title, annotator: named, folder } });
      number += 1;
    },
    end: () => sorted([...groups.values()]),
  };
}

function sorted(groups: readonly Group[]): SortedByText {
  const people = annotatorFolders(groups);
  const shared = sharedFolder(groups, people);
  const taken = new Map<string, number>();
  const namesOfKey = new Map<string, string[]>();
  const articles = groups.map(({ key, members }) => {
    const { article, title } = nameOf(key, members[0]?.seen, { people, shared, taken });
    const names = namesOfKey.get(key);
    if (names) names.push(article);
    else namesOfKey.set(key, [article]);
    return members.map(({ number, seen }) => ({
      number,
      about: { article, title, annotator: seen.annotator ?? people.get(seen.folder) ?? null },
    }));
  });
  const told = Array.from(namesOfKey, ([key, names]) => (names.length > 1 ? [severalTexts(key, names)] : []));
  return { articles, told: told.flat() };
}

/**
 * The folders that stand for an annotator each, with the name: those in which files of one name have one text, and never another than in the
 * others. A folder that holds texts of its own, as the parts of a corpus do, is part of the article's name instead.
 */
function annotatorFolders(groups: readonly Group[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const parted = new Set<string>();
  const folderOfKey = new Map<string, string>();
  for (const { key, members } of groups) {
    const folders = [
      ...new Set(members.flatMap(({ seen }) => (seen.annotator === null ? [seen.folder] : []))),
    ];
    // Two texts of one name in two folders part these.
    for (const folder of folders) {
      const other = folderOfKey.get(key);
      if (other !== undefined) parted.add(folder).add(other);
    }
    for (const folder of folders) folderOfKey.set(key, folder);
    if (folders.length < 2) continue;
    const last = folders.map((folder) => folder.split("/").at(-1) ?? "");
    const isEnough = new Set(last).size === folders.length;
    for (const [at, folder] of folders.entries())
      if (folder !== "") found.set(folder, (isEnough ? last[at] : folder) ?? folder);
  }
  for (const folder of parted) found.delete(folder);
  return found;
}

/** The folder that all files lie in but those in the folder of an annotator, with a slash; nothing for none. */
function sharedFolder(groups: readonly Group[], people: ReadonlyMap<string, string>): string {
  let shared: readonly string[] | null = null;
  for (const { members } of groups)
    for (const { seen } of members) {
      if (people.has(seen.folder)) continue;
      const parts = seen.folder === "" ? [] : seen.folder.split("/");
      const before: readonly string[] = shared ?? parts;
      const differs = before.findIndex((part, at) => part !== parts[at]);
      shared = differs < 0 ? before : before.slice(0, differs);
    }
  return shared === null || shared.length === 0 ? "" : `${shared.join("/")}/`;
}

interface Naming {
  readonly people: ReadonlyMap<string, string>;
  readonly shared: string;
  /** What other articles are called by now, with the number from which the next one of that name is tried. */
  readonly taken: Map<string, number>;
}

/** With the folder before it, and a number behind it where another text is called so. A text without a title keeps none if it needs none. */
function nameOf(
  key: string,
  { title, folder }: Pick<Seen, "title" | "folder"> = { title: "", folder: "" },
  { people, shared, taken }: Naming,
): Pick<About, "article" | "title"> {
  const path = folder === "" || people.has(folder) ? "" : `${folder}/`.slice(shared.length);
  const article = unused(`${path}${key}`, taken);
  const number = article.slice(path.length + key.length);
  const shown = title === "" && number !== "" ? key : title;
  return { article, title: shown === "" ? "" : `${path}${shown}${number}` };
}

function unused(name: string, taken: Map<string, number>): string {
  let next = taken.get(name) ?? 1;
  let free = name;
  for (; taken.has(free); next += 1) free = `${name} (${next + 1})`;
  taken.set(name, next);
  if (free !== name) taken.set(free, 1);
  return free;
}

/** As many of the names as one reads. */
const shownNames = 5;

const severalTexts = (name: string, names: readonly string[]): Finding => ({
  severity: "incomplete",
  where: "",
  what: message("interchange.several-texts", { name, count: names.length }),
  advice: message("interchange.several-texts-are", { names: names.slice(0, shownNames).join(", ") }),
});
