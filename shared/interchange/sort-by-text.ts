// Sorts standoffs into articles: those of one name and one text. What files call a text (a name, a number, an id) comes again in other folders,
// divisions and files, so that it names the article and never decides which text a mark lies on.
import type { HashOf } from "../annotated-json/checks.ts";
import { visibleText } from "../errors/visible-text.ts";
import type { FileFinding } from "../files/finding.ts";
import { proposedTitle } from "../importers/proposed-title.ts";
import { recogniseMetadata } from "../importers/recognise-metadata.ts";
import { message } from "../words/message.ts";
import { type UsedNames, unused } from "./file-set.ts";
import type { Standoff } from "./standoff.ts";

type About = Pick<Standoff, "article" | "title" | "annotator">;

export interface SortedByText {
  /**
   * Articles that the files do not name have the titles of pasted texts: their first words, with a number where others have the same.
   * Of each article the numbers of its standoffs, in the order in which they were added, with what is known of each in the end. Articles stand in
   * the order in which they were first met, and those of one text together.
   */
  readonly articles: readonly (readonly { readonly number: number; readonly about: About }[])[];
  /** One for each name that several texts have. */
  readonly told: readonly FileFinding[];
}

interface SortingByText {
  add(document: Standoff): void;
  end(): SortedByText;
}

/** The same of standoffs that are at hand: those of each article, with what is known of them in the end. */
export function articlesIn(
  documents: readonly Standoff[],
  hashOf: HashOf,
): {
  readonly groups: readonly (readonly [Standoff, ...Standoff[]])[];
  readonly told: readonly FileFinding[];
} {
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

interface SeenText extends About {
  readonly folder: string;
}

/** Those of one name and one text. */
interface Group {
  readonly key: string;
  readonly textHash: string;
  /** What the text is called where the files have no title of it; empty where they have one. */
  readonly proposed: string;
  readonly members: { readonly number: number; readonly seen: SeenText }[];
}

/** Keeps nothing of a standoff but its names and the hash of its text. */
export function startSortingByText(hashOf: HashOf): SortingByText {
  const groups = new Map<string, Group>();
  let number = 0;
  return {
    add({ article, title, annotator, folder = "", text }) {
      const textHash = hashOf(text);
      const of = `${textHash} ${article}`;
      const proposed = title === "" ? visibleText(proposedTitle(text, recogniseMetadata(text))) : "";
      const group = groups.get(of) ?? { key: article, textHash, proposed, members: [] };
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
  const shared = sharedFolders(groups, people);
  const usedNames: UsedNames = new Map();
  const titles: UsedNames = new Map();
  const stated = textsTogether(groups).map((group) => {
    const name = nameOf(group.key, group.members[0]?.seen, { people, shared, taken: usedNames });
    if (name.title !== "") titles.set(name.title.toLowerCase(), 1);
    return { group, ...name };
  });
  const namesOfKey = new Map<string, string[]>();
  const articles = stated.map(({ group: { key, proposed, members }, article, title: named }) => {
    const title = named === "" ? unused(proposed === "" ? article : proposed, titles, numbered) : named;
    const names = namesOfKey.get(key);
    if (names) names.push(title);
    else namesOfKey.set(key, [title]);
    return members.map(({ number, seen }) => ({
      number,
      about: { article, title, annotator: seen.annotator ?? people.get(seen.folder) ?? null },
    }));
  });
  const findings = Array.from(namesOfKey, ([key, names]) =>
    names.length > 1 ? [severalTexts(key, names)] : [],
  );
  return { articles, told: findings.flat() };
}

function textsTogether(groups: readonly Group[]): readonly Group[] {
  const byText = new Map<string, Group[]>();
  for (const group of groups) {
    const twins = byText.get(group.textHash);
    if (twins) twins.push(group);
    else byText.set(group.textHash, [group]);
  }
  return [...byText.values()].flat();
}

/**
 * The folders that stand for an annotator each, with the name: those in which files of one name have one text, as long as none of that name have
 * another one there. Folders that hold texts of their own, as the parts of a corpus do, are part of the article's name instead.
 */
function annotatorFolders(groups: readonly Group[]): ReadonlyMap<string, string> {
  const foldersOf = ({ members }: Group): readonly string[] => [
    ...new Set(members.flatMap(({ seen }) => (seen.annotator === null ? [seen.folder] : []))),
  ];
  const together = unions();
  for (const group of groups) together.join(foldersOf(group));
  // Folders that share a text, and have two texts of another name.
  const parted = new Set<string>();
  const seen = new Set<string>();
  for (const group of groups)
    for (const union of new Set(foldersOf(group).map(together.of))) {
      const key = JSON.stringify([group.key, union]);
      if (seen.has(key)) parted.add(union);
      seen.add(key);
    }
  const annotatorNames = new Map<string, string>();
  for (const folders of groups.map(foldersOf)) {
    if (folders.length < 2 || folders.some((folder) => parted.has(together.of(folder)))) continue;
    const folderNames = folders.map((folder) => folder.split("/").at(-1) ?? "");
    const isEnough = new Set(folderNames).size === folders.length;
    for (const [at, folder] of folders.entries())
      if (folder !== "") annotatorNames.set(folder, (isEnough ? folderNames[at] : folder) ?? folder);
  }
  return annotatorNames;
}

/** Things that are joined step by step; `of` names the union that one is in by one of its members. */
function unions(): { join(all: readonly string[]): void; of(one: string): string } {
  const above = new Map<string, string>();
  const of = (one: string): string => {
    let top = one;
    for (let parent = above.get(top); parent !== undefined; parent = above.get(top)) top = parent;
    if (top !== one) above.set(one, top);
    return top;
  };
  return {
    of,
    join([first, ...more]) {
      for (const member of more)
        if (first !== undefined && of(member) !== of(first)) above.set(of(member), of(first));
    },
  };
}

/** What a folder says of its articles' names: nothing where it is an annotator's, but for what lies above that. */
function partOfName(folder: string, people: ReadonlyMap<string, string>): readonly string[] {
  const parts = folder === "" ? [] : folder.split("/");
  const annotator = people.get(folder);
  if (annotator === undefined) return parts;
  return annotator === parts.at(-1) ? parts.slice(0, -1) : [];
}

/** How many folders all articles have in common, and none of them needs in its name. */
function sharedFolders(groups: readonly Group[], people: ReadonlyMap<string, string>): number {
  let shared: readonly string[] | null = null;
  for (const { members } of groups)
    for (const { seen } of members) {
      const parts = partOfName(seen.folder, people);
      const sharedParts: readonly string[] = shared ?? parts;
      const differs = sharedParts.findIndex((part, at) => part !== parts[at]);
      shared = differs < 0 ? sharedParts : sharedParts.slice(0, differs);
    }
  return shared?.length ?? 0;
}

interface Naming {
  readonly people: ReadonlyMap<string, string>;
  readonly shared: number;
  /** What other articles are called by now. */
  readonly taken: UsedNames;
}

const numbered = (number: number): string => ` (${number})`;

/** With the folder before it, and a number behind it where another text is called so. The title is empty where there is none. */
function nameOf(
  key: string,
  { title, folder }: Pick<SeenText, "title" | "folder"> = { title: "", folder: "" },
  { people, shared, taken }: Naming,
): Pick<About, "article" | "title"> {
  const path = partOfName(folder, people)
    .slice(shared)
    .map((part) => `${part}/`)
    .join("");
  const article = unused(`${path}${key}`, taken, numbered);
  const number = article.slice(path.length + key.length);
  return { article, title: title === "" ? "" : `${path}${title}${number}` };
}

/** As many of the names as one reads. */
const shownNames = 5;

const severalTexts = (name: string, names: readonly string[]): FileFinding => ({
  severity: "incomplete",
  where: "",
  what: message("interchange.several-texts", { name, count: names.length }),
  advice: message("interchange.several-texts-are", { names: names.slice(0, shownNames).join(" · ") }),
});
