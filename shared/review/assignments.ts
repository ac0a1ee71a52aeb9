// The progress of a project, an article and a person: from what was assigned, from how far each annotator says or shows to be, and from the
// curated sets.
import type { Pair } from "../model/assignment.ts";
import type { Id } from "../model/id.ts";
import { type ArticleState, type WorkState, workStates } from "../model/progress.ts";

/** How far one set is. `annotator`: whose it is; the curation's for the curated one. */
export interface AssignedSet extends Pair {
  readonly isCuration: boolean;
  readonly state: ArticleState;
}

/** One person's part in one article. */
interface WorkOfPerson extends Pair {
  /** False: they annotate it without having been asked. */
  readonly isAssigned: boolean;
  readonly state: WorkState;
}

export interface ArticleProgress {
  readonly article: Id;
  /** `null`: nobody is to annotate it and nobody does. */
  readonly state: WorkState | null;
  /** In the order of the people asked for. */
  readonly work: readonly WorkOfPerson[];
}

export type Totals = Readonly<Record<WorkState, number>>;

export interface ProjectProgress {
  readonly articles: readonly ArticleProgress[];
  /** Over all articles, a person. */
  readonly people: readonly { readonly annotator: Id; readonly totals: Totals }[];
  /** Articles by their state; those of no state are not among them. */
  readonly totals: Totals;
}

interface ProgressOf {
  readonly articles: readonly Id[];
  readonly people: readonly Id[];
  readonly assignments: readonly Pair[];
  readonly sets: readonly AssignedSet[];
}

/** What is assigned in articles or to people that are not there counts nowhere. */
export function progressOf({ articles, people, assignments, sets }: ProgressOf): ProjectProgress {
  const assigned = new Set(assignments.map(keyOf));
  const states = new Map(sets.filter(({ isCuration }) => !isCuration).map((set) => [keyOf(set), set.state]));
  const curations = new Map(
    sets.filter(({ isCuration }) => isCuration).map(({ article, state }) => [article, state]),
  );
  const articleProgress = articles.map((article): ArticleProgress => {
    const curation = curations.get(article);
    const review = curation === undefined ? null : curation === "done" ? "curated" : "in-review";
    const work = people.flatMap((annotator): WorkOfPerson[] => {
      const key = keyOf({ article, annotator });
      const isAssigned = assigned.has(key);
      const state = states.get(key) ?? "new";
      if (!isAssigned && state === "new") return [];
      const workState = state === "new" ? "assigned" : state;
      return [{ article, annotator, isAssigned, state: workState === "done" && review ? review : workState }];
    });
    return { article, state: review ?? stateOf(work), work };
  });
  const ofPerson = new Map(people.map((annotator) => [annotator, [] as WorkState[]]));
  for (const { annotator, state } of articleProgress.flatMap(({ work }) => work))
    ofPerson.get(annotator)?.push(state);
  return {
    articles: articleProgress,
    people: Array.from(ofPerson, ([annotator, of]) => ({ annotator, totals: totalsOf(of) })),
    totals: totalsOf(articleProgress.flatMap(({ state }) => state ?? [])),
  };
}

/** Of an article nobody has begun to curate: as far as the one who is least far, once anybody has begun. */
function stateOf(work: readonly WorkOfPerson[]): WorkState | null {
  if (work.length === 0) return null;
  const states = new Set(work.map(({ state }) => state));
  if (states.has("needs-discussion")) return "needs-discussion";
  if (states.size === 1) return work[0]?.state ?? null;
  return "in-progress";
}

function totalsOf(states: readonly WorkState[]): Totals {
  const totals = Object.fromEntries(workStates.map((state) => [state, 0])) as Record<WorkState, number>;
  for (const state of states) totals[state] += 1;
  return totals;
}

/** Whose turn an article is: everybody's where this person was assigned nothing in the project. */
export function isTurnOf(annotator: Id, assignments: readonly Pair[]): (article: Id) => boolean {
  const assignedArticles = new Set(
    assignments.filter((one) => one.annotator === annotator).map(({ article }) => article),
  );
  return assignedArticles.size === 0 ? () => true : (article) => assignedArticles.has(article);
}

const keyOf = ({ article, annotator }: Pair): string => `${article} ${annotator}`;

// Draws who annotates what: a share of the articles by several people, so that agreement can be measured, the others, if
// wanted, by one each, with the work spread evenly. The same seed draws the same, in whatever order articles and people are
// named; articles that come later do not change what was drawn among those before.

interface DrawOptions {
  readonly articles: readonly Id[];
  readonly people: readonly Id[];
  /** Of the articles that several people annotate: 0 to 1, rounded up to whole articles. */
  readonly share: number;
  /** How many people annotate each of those. */
  readonly times: number;
  /** Whether every other article goes to one person. */
  readonly others: boolean;
  readonly seed: string;
  /** What is assigned already: it counts as work, and towards how many people an article has. */
  readonly existing: readonly Pair[];
}

interface DrawResult {
  /** Articles that were drawn for several people. */
  readonly sampled: readonly Id[];
  /** What is assigned on top of what was. */
  readonly pairs: readonly Pair[];
}

/** `share` is between 0 and 1, rounded up to whole articles. Nothing is assigned twice. */
export function drawAssignments(options: DrawOptions): DrawResult {
  const { seed, share, times, others } = options;
  const people = [...new Set(options.people)].sort();
  const ranked = [...new Set(options.articles)]
    .map((id) => ({ id, rank: chance(`${seed}\n${id}`) }))
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  // A share of 0.1 of 30 is 3, not the 4 that binary fractions would make of it.
  const count = Math.min(ranked.length, Math.max(0, Math.ceil(share * ranked.length - 1e-9)));
  const sampled = ranked.slice(0, count);
  const load = new Map(people.map((id) => [id, 0]));
  const has = new Map(ranked.map((id) => [id, new Set<Id>()]));
  for (const { article, annotator } of options.existing) {
    if (!load.has(annotator) || has.get(article)?.has(annotator)) continue;
    load.set(annotator, (load.get(annotator) ?? 0) + 1);
    has.get(article)?.add(annotator);
  }
  const pairs: Pair[] = [];
  const give = (article: Id, wanted: number): void => {
    const assignedIds = has.get(article) ?? new Set<Id>();
    const free = people
      .filter((id) => !assignedIds.has(id))
      .map((id) => ({ id, load: load.get(id) ?? 0, rank: chance(`${seed}\n${article}\n${id}`) }))
      .sort((a, b) => a.load - b.load || a.rank - b.rank || (a.id < b.id ? -1 : 1));
    for (const { id } of free.slice(0, Math.max(0, wanted - assignedIds.size))) {
      pairs.push({ article, annotator: id });
      load.set(id, (load.get(id) ?? 0) + 1);
    }
  };
  for (const article of sampled) give(article, times);
  if (others) for (const article of ranked.slice(count)) give(article, 1);
  return { sampled, pairs };
}

/** A number from 0 up to 1 that follows from the text alone: 32-bit FNV-1a, its bits mixed as murmur3 ends. */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
