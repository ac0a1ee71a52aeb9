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
