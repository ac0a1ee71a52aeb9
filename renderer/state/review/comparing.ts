// The comparison of the window: whose sets of the article on the screen are compared, by which policies, what came of it, and
// which of it is listed. It follows the article, and looks again when sets became others.

import {
  type ComparedReview,
  chosenIn,
  comparedReview,
  hasRevisions,
  isSame,
} from "../../../shared/api/compared-review.ts";
import type { Event, ReviewSets } from "../../../shared/api/contract.ts";
import type { ComparingHabits } from "../../../shared/api/preferences.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { type ArticleText, articleTextOf } from "../../../shared/model/article-text.ts";
import type { Id } from "../../../shared/model/id.ts";
import { languageOfArticle } from "../../../shared/model/language.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { edgePolicies } from "../../../shared/review/edge-policies.ts";
import {
  type DifferenceQuery,
  everyDifference,
  type ListedQuestion,
  listDifferences,
} from "../../../shared/review/list-differences.ts";
import { blindSeed, type Person, peopleOf } from "../../../shared/review/people.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject } from "../project/workspace-state.ts";

export { type ComparedReview, mostCompared } from "../../../shared/api/compared-review.ts";

export interface ComparingState {
  /** The article whose sets these are. */
  readonly article: Id | null;
  /** Everybody's sets; `null` until they are here. */
  readonly sets: ReviewSets | null;
  /** Whose sets are compared, in the order of everybody's. */
  readonly chosen: readonly Id[];
  /** Ids of policies for edges. */
  readonly policies: readonly string[];
  readonly review: ComparedReview | null;
  /** How far the comparison that runs is; `null` when none does. */
  readonly progress: WorkProgress | null;
  readonly problem: ApiErrorData | null;
  /** Names and order are to be hidden until all is decided. */
  readonly blind: boolean;
  /** How two sets are shown; more are always shown in lanes. */
  readonly columns: boolean;
  readonly query: DifferenceQuery;
  /** The `groupKey` of the difference that is shown. */
  readonly current: string | null;
}

export interface Comparing {
  readonly state: ReadableStore<ComparingState>;
  /** Looks whether the sets are others, and compares them anew where they are. */
  refresh(): Promise<void>;
  choose(annotators: readonly Id[]): void;
  setPolicies(policies: readonly string[]): void;
  ask(query: Partial<DifferenceQuery>): void;
  show(key: string | null): void;
  setBlind(blind: boolean): void;
  setColumns(columns: boolean): void;
  stop(): void;
  /** Compares these annotators' sets of an article, opened if need be, and lists what is asked for: the door of every number. */
  open(asked: OpenComparison): Promise<void>;
}

interface OpenComparison {
  readonly article: Id;
  readonly annotators: readonly Id[];
  readonly policies?: readonly string[];
  readonly query?: Partial<DifferenceQuery>;
}

/** The comparison of a window: the same one every time. */
export const comparingOf = memoize(createComparing);

/** Who is who on the page, the letters hidden or not. Names come back once all is decided. */
export function shownPeople({ sets, review, blind }: ComparingState, project: Id): readonly Person[] {
  if (!sets) return [];
  const isHidden = blind && review?.isAllDecided !== true;
  const named = sets.sets.map(({ annotator }) => annotator);
  return peopleOf(named, isHidden ? blindSeed(project, sets.article.id) : null);
}

/** The row of a question, by the `groupKey` of any of its parts. */
export const rowOf = (rows: readonly ListedQuestion[], key: string | null): ListedQuestion | null =>
  rows.find((row) => row.key === key) ?? rows.find(({ keys }) => key !== null && keys.includes(key)) ?? null;

/** Whether there is one set to read, and nothing to compare or decide. */
export const isReadAlone = ({ annotators }: ComparedReview): boolean => annotators.length === 1;

let listed: { review: ComparedReview; query: DifferenceQuery; rows: readonly ListedQuestion[] } | null = null;

/** What the list shows, which is all of a set that is read alone; the same array until something of it is another. */
export function listedIn({ review, query }: ComparingState): readonly ListedQuestion[] {
  if (!review) return none;
  if (listed?.review !== review || listed.query !== query) {
    const asked = isReadAlone(review) ? { ...query, shown: "all" as const } : query;
    listed = { review, query, rows: listDifferences(review, asked) };
  }
  return listed.rows;
}
const none: readonly ListedQuestion[] = [];

const nothingCompared = {
  sets: null,
  chosen: [],
  review: null,
  progress: null,
  problem: null,
  query: everyDifference,
  current: null,
} satisfies Partial<ComparingState>;

interface ComparingParts {
  readonly workspace: Workspace;
  readonly state: Store<ComparingState>;
  /** Of the latest look, so that an overtaken one is forgotten. */
  loadCount: number;
  /** The text that was read last. */
  text: { readonly text: string; readonly articleText: ArticleText } | null;
  /** Whose sets somebody asked for last, and of which article: a look that overtakes another goes by it too. */
  wantedSets: { readonly article: Id; readonly annotators: readonly Id[] } | null;
}

function createComparing(workspace: Workspace): Comparing {
  const { client } = workspace;
  const state = createStore<ComparingState>({
    ...nothingCompared,
    article: null,
    ...habitsIn(workspace.state.get().settings.comparing),
  });
  const parts: ComparingParts = { workspace, state, loadCount: 0, text: null, wantedSets: null };
  client.subscribe((event) => onEvent(parts, event));
  followProject(workspace.state, () => {
    parts.wantedSets = null;
    parts.loadCount += 1;
    state.patch({ ...nothingCompared, article: null });
  });
  return {
    state,
    refresh: () => loadSets(parts),
    choose(annotators) {
      const { article } = state.get();
      if (article !== null) parts.wantedSets = { article, annotators };
      // At once, so that what is chosen next goes on from it.
      state.patch({ chosen: annotators });
      void loadSets(parts);
    },
    setPolicies(policies) {
      state.patch({ policies });
      saveHabits(workspace, { policies });
      void loadSets(parts);
    },
    ask: (query) => state.patch({ query: { ...state.get().query, ...query } }),
    show: (current) => state.patch({ current }),
    setBlind(blind) {
      state.patch({ blind });
      saveHabits(workspace, { blind });
    },
    setColumns(columns) {
      state.patch({ columns });
      saveHabits(workspace, { columns });
    },
    stop: () => workspace.stop((handle) => client.call("review.stop", { project: handle })),
    async open({ article, annotators, policies, query }) {
      parts.wantedSets = { article, annotators };
      if (policies) state.patch({ policies });
      if (workspace.state.get().session?.article.id !== article) await workspace.openArticle(article);
      await loadSets(parts);
      state.patch({ query: { ...everyDifference, ...query }, current: null });
    },
  };
}

function onEvent(parts: ComparingParts, event: Event): void {
  const { workspace, state } = parts;
  const { project, session } = workspace.state.get();
  if (!("project" in event) || event.project !== project?.handle || !state.get().sets) return;
  if (event.type === "comparing" && state.get().progress !== null)
    state.patch({ progress: { done: event.done, of: event.of } });
  const article = session?.article.id ?? "";
  if (
    event.type === "sets"
      ? event.articles.includes(article)
      : event.type === "annotators" || (event.type === "set" && event.article === article)
  )
    void loadSets(parts);
}

/** Changes how sets are compared, for the next time too. */
function saveHabits(workspace: Workspace, habits: Partial<ComparingHabits>): void {
  const { comparing } = workspace.state.get().settings;
  void workspace.setPreferences({ comparing: { ...comparing, ...habits } });
}

async function loadSets(parts: ComparingParts): Promise<void> {
  const { workspace, state } = parts;
  parts.loadCount += 1;
  const loadNumber = parts.loadCount;
  const { project, session } = workspace.state.get();
  const article = session?.article.id ?? null;
  if (article !== state.get().article) state.patch({ ...nothingCompared, article });
  if (!project || article === null) return;
  try {
    const sets = await workspace.call((handle) =>
      workspace.client.call("review.sets", { project: handle, article }),
    );
    if (loadNumber !== parts.loadCount) return;
    const { wantedSets } = parts;
    const annotators = chosenIn(sets, wantedSets?.article === article ? wantedSets.annotators : null);
    state.patch({ sets, chosen: annotators, problem: null });
    await compare(parts, sets, annotators, loadNumber);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (loadNumber === parts.loadCount) state.patch({ problem: error.toData(), progress: null });
  }
}

async function compare(
  parts: ComparingParts,
  sets: ReviewSets,
  annotators: readonly Id[],
  loadNumber: number,
): Promise<void> {
  const { workspace, state } = parts;
  const { policies, review: before } = state.get();
  if (annotators.length === 0) {
    state.patch({ review: null, progress: null });
    return;
  }
  if (before && isSame(before, sets, annotators, policies)) return;
  state.patch({ progress: { done: 0, of: 0 } });
  const { comparison, revisions } = await workspace.call((project) =>
    workspace.client.call("review.compare", {
      project,
      article: sets.article.id,
      annotators: [...annotators],
      policies: [...policies],
    }),
  );
  if (loadNumber !== parts.loadCount) return;
  if (comparison === null) state.patch({ progress: null });
  // Something was saved in between: what was compared is not what is here.
  else if (!hasRevisions(sets, annotators, revisions)) await loadSets(parts);
  else {
    const { tagset } = workspace.state.get().project?.project ?? {};
    if (!tagset) return;
    const text = articleTextIn(parts, sets, tagset);
    const review = comparedReview({ sets, annotators, policies, comparison, text, tagset });
    state.patch({ review, progress: null });
  }
}

function articleTextIn(
  parts: ComparingParts,
  { article, text }: Pick<ReviewSets, "article" | "text">,
  { articleLanguage }: Tagset,
): ArticleText {
  const language = languageOfArticle(article, text, articleLanguage);
  if (parts.text?.text !== text || parts.text.articleText.language !== language)
    parts.text = { text, articleText: articleTextOf(text, language) };
  return parts.text.articleText;
}

const habitsIn = ({ blind, columns, policies }: ComparingHabits) => ({
  blind,
  columns,
  policies: edgePolicies.flatMap(({ id }) => (policies === null || policies.includes(id) ? [id] : [])),
});
