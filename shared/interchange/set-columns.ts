// The cells of the table of article sets: a row a set, a column its name and each condition that a set can ask. Words that are entered in cells,
// also of rows that make new sets, become sets to be saved, or are told with what does not fit.
import { isPlainDate } from "../model/article-about.ts";
import { filterWork, nobody } from "../model/article-filter.ts";
import {
  type ArticleSet,
  filterOfSet,
  type SharedFilter,
  setsNamed,
  sharedFilter,
} from "../model/article-set.ts";
import { isPerson } from "../model/curation.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import type { Annotator, Project } from "../model/project.ts";
import { sameValue } from "../model/same-value.ts";
import { limits } from "../schema/limits.ts";
import { type Message, message } from "../words/message.ts";
import type { CellEdit, CellProblem } from "./cell-block.ts";
import { enteredParts, listed, valueOfPart } from "./listed-values.ts";

/** What a project has of sets, and what they can be about. */
export interface KnownSets {
  readonly sets: readonly ArticleSet[];
  /** Those who annotate. */
  readonly people: readonly Pick<Annotator, "id" | "name">[];
  readonly articles: readonly { readonly id: Id; readonly title: string }[];
  /** What states and nobody are called in the language of a person; absent: as a table for programs has them. */
  readonly names?: ReadonlyMap<string, string>;
}

/** What sets can be about in a project. */
export const knownSetsOf = ({
  project,
  articles,
}: {
  readonly project: Pick<Project, "articleSets" | "annotators">;
  readonly articles: KnownSets["articles"];
}): KnownSets => ({
  sets: project.articleSets ?? [],
  people: project.annotators.filter(isPerson),
  articles,
});

/** The name, and the conditions by what they are called in a table. */
export const setColumns = [
  { id: "name", name: "name" },
  { id: "words", name: "title" },
  { id: "publishers", name: "publisher" },
  { id: "tags", name: "tag" },
  { id: "from", name: "since" },
  { id: "to", name: "until" },
  { id: "work", name: "state" },
  { id: "assigned", name: "assigned" },
  { id: "annotated", name: "annotated" },
  { id: "articles", name: "article" },
] as const satisfies readonly { readonly id: "name" | keyof SharedFilter; readonly name: string }[];

export type SetColumn = (typeof setColumns)[number];

/** Stands in a list for what an article lacks, a publisher or a tag. A backslash of a name is doubled, so that none is written so. */
export const none = "\\-";

/** What a cell says, in words that entering takes for the same; empty where the set does not ask it. Of several values one after another, with semicolons. */
export function setWords({ id }: SetColumn, { name, filter }: ArticleSet, known: KnownSets): string {
  if (id === "name") return name;
  const values = filter[id];
  if (values === undefined || values === null) return "";
  if (typeof values === "string") return values;
  const words = values.map((value) => {
    if (value === "") return "";
    const isPeople = id === "assigned" || id === "annotated";
    if (id === "work") return known.names?.get(value) ?? value;
    if (isPeople && value === nobody) return nobodyWords(known);
    if (isPeople) return personWords(value, known);
    return id === "articles" ? articleWords(value, known) : value;
  });
  return words.map((word) => (word === "" ? none : listed([word]))).join("; ");
}

/** Who or what has which id, and which ids a name leads to. */
interface Names {
  readonly nameById: ReadonlyMap<Id, string>;
  readonly idsByName: ReadonlyMap<string, readonly Id[]>;
}

function namesBy(all: readonly (readonly [id: Id, name: string])[], key: (name: string) => string): Names {
  const idsByName = new Map<string, Id[]>();
  for (const [id, name] of all) {
    const ids = idsByName.get(key(name));
    if (ids) ids.push(id);
    else idsByName.set(key(name), [id]);
  }
  return { nameById: new Map(all), idsByName };
}

const titlesOf = memoize((articles: KnownSets["articles"]) =>
  namesBy(
    articles.map(({ id, title }) => [id, title.trim()]),
    (title) => title,
  ),
);
const namesOfPeople = memoize((people: KnownSets["people"]) =>
  namesBy(
    people.map(({ id, name }) => [id, name]),
    foldedName,
  ),
);

/** The ids that somebody means who writes this. */
const idsCalled = ({ nameById, idsByName }: Names, written: string, key: string): readonly Id[] =>
  nameById.has(written) ? [written] : (idsByName.get(key) ?? []);

/** The name of a person where it leads back to them, else the id. */
function personWords(id: Id, { people }: KnownSets): string {
  const names = namesOfPeople(people);
  const name = names.nameById.get(id)?.trim() ?? "";
  const [only, second] = idsCalled(names, name, foldedName(name));
  return name !== "" && foldedName(name) !== nobody && only === id && second === undefined ? name : id;
}

/** What nobody is called, unless somebody is called so. */
function nobodyWords({ people, names }: KnownSets): string {
  const called = names?.get(nobody) ?? nobody;
  return idsCalled(namesOfPeople(people), called, foldedName(called)).length > 0 ? nobody : called;
}

function articleWords(id: Id, { articles }: KnownSets): string {
  const titles = titlesOf(articles);
  const title = titles.nameById.get(id) ?? "";
  const [only, second] = idsCalled(titles, title, title);
  return title !== "" && only === id && second === undefined ? title : id;
}

/** A set as it is to be saved; `id` null: a new one. */
export interface SavedSet {
  readonly id: Id | null;
  /** The id that a new one gets; absent: the core chooses one. */
  readonly newId?: Id;
  readonly name: string;
  readonly filter: SharedFilter;
}

/** What one cell said, and what it says from then on. */
interface SetCellChange {
  readonly row: Id;
  readonly column: SetColumn;
  readonly before: string;
  readonly after: string;
}

export type PlannedSets =
  | {
      readonly ok: true;
      readonly save: readonly SavedSet[];
      readonly cells: readonly SetCellChange[];
      /** Cells that say already what was entered. */
      readonly same: number;
    }
  | {
      readonly ok: false;
      readonly problems: readonly CellProblem[];
      /** Rows that lack nothing but a condition. */
      readonly unfinished: ReadonlySet<Id>;
    };

/** What the edits change, all of them or none. `added`: ids of rows that make new sets; one without any words makes none. */
export function planSets(
  edits: readonly CellEdit[],
  known: KnownSets,
  added: ReadonlySet<Id> = new Set(),
): PlannedSets {
  const problems: CellProblem[] = [];
  const cells: SetCellChange[] = [];
  const drafts = new Map<Id, ArticleSet>();
  const entered = new Map<string, unknown>();
  for (const [edit, { row, column: columnId, words }] of edits.entries()) {
    const there = known.sets.find(({ id }) => id === row);
    const from = there ?? (added.has(row) ? { id: row, name: "", filter: {} } : null);
    const column = setColumns.find(({ id }) => id === columnId);
    if (!there && from && words.trim() === "") continue;
    const isSame = there && column && setWords(column, there, known).trim() === words.trim();
    if (isSame) continue;
    const read = from && column ? valueIn(column, words, known) : gone(row);
    const key = JSON.stringify([row, columnId]);
    if ("what" in read) problems.push({ edit, ...read });
    else if (entered.has(key) && !sameValue(entered.get(key), read.value))
      problems.push({ edit, ...twoValues(from?.name ?? row) });
    else if (from && column && !entered.has(key)) {
      entered.set(key, read.value);
      const draft = withValue(drafts.get(row) ?? from, column, read.value);
      const [before, after] = [setWords(column, from, known), setWords(column, draft, known)];
      drafts.set(row, draft);
      if (before !== after) cells.push({ row, column, before, after });
    }
  }
  const incomplete = problemsOf(drafts, edits, known);
  problems.push(...incomplete);
  if (problems.length > 0) {
    const unfinished = incomplete.flatMap(({ row, lacksCondition }) => (lacksCondition ? [row] : []));
    return {
      ok: false,
      problems: problems.sort((one, other) => one.edit - other.edit),
      unfinished: new Set(unfinished),
    };
  }
  const changed = new Set(cells.map(({ row }) => row));
  const save = [...drafts.values()]
    .filter(({ id }) => changed.has(id))
    .map(({ id, name, filter }) =>
      known.sets.some((set) => set.id === id) ? { id, name, filter } : { id: null, newId: id, name, filter },
    );
  return { ok: true, save, cells, same: edits.length - cells.length };
}

type Unfit = Pick<CellProblem, "what" | "advice">;

const gone = (row: Id): Unfit => ({
  what: message("sets.gone", { name: row }),
  advice: message("entities.cell-gone"),
});

const twoValues = (name: string): Unfit => ({
  what: message("entities.csv-two-values", { name }),
  advice: message("entities.cell-once"),
});

interface Incomplete extends CellProblem {
  readonly row: Id;
  /** All that is wrong is that it asks nothing. */
  readonly lacksCondition: boolean;
}

/** The sets that could not be saved as they are: one too many, without a name, with the name of another, and without a condition. */
function problemsOf(
  drafts: ReadonlyMap<Id, ArticleSet>,
  edits: readonly CellEdit[],
  { sets }: KnownSets,
): readonly Incomplete[] {
  const setsById = new Map(sets.map((set) => [set.id, set]));
  const after = [...new Map([...setsById, ...drafts]).values()];
  const fresh = [...drafts.keys()].filter((id) => !setsById.has(id));
  const beyond = new Set(fresh.slice(Math.max(0, limits.articleSets - sets.length)));
  return [...drafts.values()].flatMap(({ id, name, filter }) => {
    const told = (column: string, what: Message, advice: Message): readonly Incomplete[] => {
      const edit = Math.max(
        edits.findIndex((one) => one.row === id && one.column === column),
        edits.findIndex((one) => one.row === id),
      );
      return [{ edit, what, advice, row: id, lacksCondition: column === "words" }];
    };
    if (beyond.has(id))
      return told(
        "name",
        message("problems.article-sets-too-many", { limit: limits.articleSets }),
        message("problems.article-sets-too-many-advice"),
      );
    if (name === "") return told("name", message("sets.no-name"), message("entities.takes-name"));
    const isNew = setsById.get(id)?.name !== name;
    if (isNew && setsNamed(after, name).some((set) => set.id !== id))
      return told(
        "name",
        message("problems.article-set-there", { name }),
        message("problems.article-set-there-advice"),
      );
    if (Object.keys(filter).length > 0) return [];
    return told(
      "words",
      message("problems.article-set-open", { name }),
      message("problems.article-set-open-advice"),
    );
  });
}

/** A name, or what the set asks; `null`: nothing. */
type Value = string | readonly string[] | null;

function withValue(set: ArticleSet, { id }: SetColumn, value: Value): ArticleSet {
  if (id === "name") return { ...set, name: String(value ?? "") };
  const { [id]: _before, ...rest } = set.filter;
  const filter = value === null ? rest : { ...rest, [id]: value };
  return { ...set, filter: sharedFilter(filterOfSet({ filter })) };
}

/** What a column takes words as, or what is wrong with them. */
function valueIn({ id }: SetColumn, typed: string, known: KnownSets): { readonly value: Value } | Unfit {
  const words = typed.trim();
  const longest =
    { name: limits.setNameLength, words: limits.factLength }[id as string] ?? limits.stringLength;
  if (words.length > longest) return tooLong(words, longest);
  if (id === "name") return { value: words };
  if (words === "") return { value: null };
  if (id === "words") return { value: words };
  if (id === "from" || id === "to")
    return isPlainDate(words) ? { value: words } : unfit(words, message("filters.no-day"));
  return valuesIn(id, words, known);
}

type ListColumn = Exclude<SetColumn["id"], "name" | "words" | "from" | "to">;

/** The values of a cell that may have several, each once. */
function valuesIn(id: ListColumn, words: string, known: KnownSets): { readonly value: Value } | Unfit {
  const values = new Map<string, string>();
  for (const part of enteredParts(words)) {
    const isNone = part === none && (id === "publishers" || id === "tags");
    const read = isNone ? "" : listedValue(id, valueOfPart(part), known);
    if (typeof read !== "string") return read;
    if (read.length > limits.factLength) return tooLong(read, limits.factLength);
    const key = id === "tags" ? foldedName(read) : read;
    if (!values.has(key)) values.set(key, read);
  }
  const most = id === "articles" ? limits.stepParts : limits.annotators;
  if (values.size > most)
    return {
      what: message("sets.too-many-values", { count: values.size }),
      advice: message("sets.fewer-values", { most }),
    };
  return { value: [...values.values()] };
}

const tooLong = ({ length }: string, most: number): Unfit => ({
  what: message("entities.cell-too-long", { length }),
  advice: message("entities.cell-shorter", { most }),
});

const unfit = (words: string, advice: Message): Unfit => ({
  what: message("entities.csv-unfit", { words }),
  advice,
});

/** One of several values as a filter has it, or what is wrong with it. */
function listedValue(
  id: ListColumn,
  words: string,
  { people, articles, names = new Map() }: KnownSets,
): string | Unfit {
  const isCalled = (value: string): boolean =>
    [value, names.get(value) ?? value].some((name) => foldedName(name) === foldedName(words));
  if (id === "publishers" || id === "tags") return words;
  if (id === "work")
    return (
      filterWork.find(isCalled) ??
      unfit(words, takesOne(filterWork.map((state) => names.get(state) ?? state)))
    );
  if (id === "articles") {
    const [only, second] = idsCalled(titlesOf(articles), words, words);
    if (only !== undefined && second === undefined) return only;
    return unfit(words, second === undefined ? message("sets.no-article") : message("sets.several-articles"));
  }
  if (foldedName(words) === nobody) return nobody;
  const [only, second] = idsCalled(namesOfPeople(people), words, foldedName(words));
  if (second !== undefined) return unfit(words, message("sets.several-people"));
  if (only !== undefined) return only;
  if (isCalled(nobody)) return nobody;
  return unfit(words, takesOne([...people.map(({ name }) => name), names.get(nobody) ?? nobody]));
}

const takesOne = (choices: readonly string[]): Message =>
  message("entities.csv-takes-one", { choices: choices.join(", ") });
