// The figures of a window: over what they are counted, which are on the screen, how far counting is, and the cards behind the figure that was
// opened. They follow the project while a view shows them.
import type { Event, OpenProject } from "../../../shared/api/contract.ts";
import type { DamagedArticle } from "../../../shared/api/methods/insight.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { CountedCard, FigureQuery } from "../../../shared/insight/figure-cards.ts";
import type { MissingFact } from "../../../shared/insight/missing-fact.ts";
import type { CommonArticles } from "../../../shared/insight/readings.ts";
import type { InsightReport, MeasuredInsight } from "../../../shared/insight/report.ts";
import { type ChosenSets, defaultScope, type InsightScope } from "../../../shared/insight/scope.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { personOf } from "../../../shared/review/one-person.ts";
import type { Message, Text } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject } from "../project/workspace-state.ts";
import { afterSaves } from "../window/after-saves.ts";

/** Figures that a view shows. */
export interface FiguresQuery {
  /** Ids of measures. */
  readonly measures: readonly string[];
  /** Ids of groupings. */
  readonly by: readonly string[];
  /** Only so many of the sources that figures are divided by: those that speak in the most articles. Absent: all. */
  readonly mostSources?: number;
  /** Pairs are counted of so many sources only, those that appear in the most articles; absent: of all. */
  readonly pairSources?: number;
}

/** A number of a figure, over whatever is counted now unless it says over what; `article`: of its cards those of one article alone. */
export type FigureNumber = Omit<FigureQuery, "scope"> &
  Partial<Pick<FigureQuery, "scope">> & { readonly article?: Id };

/** Cards that somebody asked for, such as those behind a figure, and what they are. */
export interface ChosenCards {
  readonly title: Text;
  readonly cards: readonly CountedCard[];
  /** The number that was opened; `null`: they were chosen otherwise. */
  readonly figure: FigureNumber | null;
}

/** Articles that a number counts, whatever cards they have. */
export interface ChosenArticles {
  readonly title: Text;
  readonly articles: readonly Id[];
  readonly figure: FigureNumber;
}

/** Choices in views that are kept while the project is open. */
type InsightPick =
  | "between"
  | "sideKind"
  | "sideOne"
  | "sideOneTo"
  | "sideOther"
  | "sideOtherTo"
  | "speakers"
  | "speakersBy"
  | "dimension"
  | "division"
  | "basis"
  | "time"
  | "lanes"
  | "timeline"
  | "meeting"
  | "meetingForm"
  | "meetingOrder"
  | "meetingLimit";

export interface InsightState {
  /** What is counted: as it was chosen, but for what colleagues’ sets must not show yet. */
  readonly scope: InsightScope;
  /** Colleagues’ annotations are hidden, and neither counted nor listed. */
  readonly isBlind: boolean;
  /** By `queryKey`; what is counted anew stays until that is there. */
  readonly figures: ReadonlyMap<string, readonly MeasuredInsight[]>;
  /** How far the counting that runs is; `null` when none does. */
  readonly progress: WorkProgress | null;
  readonly isStopped: boolean;
  readonly problem: ApiErrorData | null;
  /** Why figures cannot be counted like this, such as several people's sets of an article. */
  readonly refusal: Message | null;
  /** Whose figures by annotator these are, over which articles; `null`: none were counted. */
  readonly common: CommonArticles | null;
  /** Why there are no figures by annotator, which keeps no other figures from being counted. */
  readonly notInCommon: Message | null;
  /** Articles that are left out, since something of them cannot be read. */
  readonly damaged: readonly DamagedArticle[];
  /** What was picked in the views, such as what the mix is divided by, by the name of the choice. */
  readonly picks: Readonly<Partial<Record<InsightPick, string>>>;
  readonly chosenCards: ChosenCards | null;
  /** They are shown in the place of cards. */
  readonly chosenArticles: ChosenArticles | null;
  /** Articles of which this is not known are shown in the place of cards, to be filled in. */
  readonly missingFact: MissingFact | null;
  /** The index of the chosen card or article that was gone to last. */
  readonly cardAt: number;
  /** The figures that the view on the screen shows first, such as its table; `null`: it shows none. */
  readonly shown: FiguresQuery | null;
}

interface Insight {
  readonly state: ReadableStore<InsightState>;
  /**
   * Counts these, and again whenever something else is to be counted, until what is returned is called. `isBeside`: for a pane beside the view,
   * which shows none of them itself.
   */
  follow(queries: readonly FiguresQuery[], isBeside?: boolean): () => void;
  /** Changes what is counted, and keeps that for the next time. */
  choose(part: Partial<InsightScope>): void;
  pick(choice: InsightPick, value: string): void;
  /** Counts again what was stopped or failed. */
  again(): void;
  stop(): void;
  /** Shows exactly these cards. */
  showCards(chosenCards: ChosenCards): void;
  /** Shows the articles of which this is not known. */
  showMissing(fact: MissingFact): void;
  /** Shows nothing beside the view any more. */
  closeDetails(): void;
  goToCard(at: number): void;
  /** Shows the cards or articles that a number counts; a failure is shown. True when they are. */
  openFigure(figure: FigureNumber, title: Text): Promise<boolean>;
}

/** The figures of a window: the same every time. */
export const insightOf = memoize(createInsight);

export const queryKey = ({ measures, by, mostSources, pairSources }: FiguresQuery): string =>
  JSON.stringify([measures, by, mostSources, pairSources]);

/** Nothing is shown beside the view. */
const nothingOpen = { chosenCards: null, chosenArticles: null, missingFact: null, cardAt: 0 };

const nothingCounted = {
  ...nothingOpen,
  figures: new Map(),
  progress: null,
  isStopped: false,
  problem: null,
  refusal: null,
  common: null,
  notInCommon: null,
  damaged: [],
  picks: {},
} satisfies Omit<InsightState, "scope" | "isBlind" | "shown">;

interface Parts {
  readonly workspace: Workspace;
  readonly state: Store<InsightState>;
  /** What is to be counted, as it was chosen. */
  chosen: InsightScope;
  /** What the views on the screen show. */
  readonly followed: Set<readonly FiguresQuery[]>;
  /** Those of them that a pane beside the view asks for. */
  readonly beside: Set<readonly FiguresQuery[]>;
  /** The version of what is counted, and that in which each figure was. */
  version: number;
  readonly versions: Map<string, number>;
  /** The version in which what is open beside the view was read. */
  detailsVersion: number;
  /** Of the latest counting, so that an overtaken one is forgotten. */
  counting: number;
}

function createInsight(workspace: Workspace): Insight {
  const { client } = workspace;
  const chosen = keptScope(workspace);
  const state = createStore<InsightState>({
    ...nothingCounted,
    ...seenScope(workspace, chosen),
    shown: null,
  });
  const parts: Parts = {
    workspace,
    state,
    chosen,
    followed: new Set(),
    beside: new Set(),
    version: 0,
    versions: new Map(),
    detailsVersion: 0,
    counting: 0,
  };
  followProject(workspace.state, () => {
    parts.counting += 1;
    parts.versions.clear();
    parts.chosen = keptScope(workspace);
    state.set({ ...nothingCounted, ...seenScope(workspace, parts.chosen), shown: shownBy(parts) });
    countFollowed(parts);
  });
  followBlind(parts);
  followWork(workspace, {
    onChange: () => countAnew(parts),
    onProgress(progress) {
      if (state.get().progress !== null) state.patch({ progress });
    },
  });
  return {
    state,
    follow(queries, isBeside = false) {
      parts.followed.add(queries);
      if (isBeside) parts.beside.add(queries);
      state.patch({ shown: shownBy(parts) });
      // What kept the figures of another view from being counted says nothing of one that has none.
      if (queries.length === 0) state.patch({ refusal: null, problem: null, isStopped: false });
      countFollowed(parts);
      return () => {
        parts.followed.delete(queries);
        parts.beside.delete(queries);
        state.patch({ shown: shownBy(parts) });
      };
    },
    choose(part) {
      parts.chosen = { ...parts.chosen, ...part };
      const { missingFact } = state.get();
      state.patch({ ...seenScope(workspace, parts.chosen), ...nothingOpen, missingFact });
      void keepScope(workspace, parts.chosen);
      countAnew(parts);
    },
    pick: (choice, value) => state.patch({ picks: { ...state.get().picks, [choice]: value } }),
    again: () => countFollowed(parts),
    stop: () => workspace.stop((project) => client.call("insight.stop", { project })),
    showCards: (chosenCards) => state.patch({ ...nothingOpen, chosenCards }),
    showMissing: (missingFact) => state.patch({ ...nothingOpen, missingFact }),
    closeDetails: () => state.patch(nothingOpen),
    goToCard: (cardAt) => state.patch({ cardAt }),
    openFigure: (figure, title) => openFigure(parts, figure, title),
  };
}

const shownBy = ({ followed, beside }: Parts): FiguresQuery | null =>
  [...followed].filter((queries) => !beside.has(queries)).at(-1)?.[0] ?? null;

/** What was chosen the last time, as far as the project still has it. */
function keptScope({ state }: Workspace): InsightScope {
  const { project } = state.get();
  const scope = project?.desk.insight;
  if (!project || !scope) return defaultScope;
  const { articleSets = [], annotators } = project.project;
  const { set, sets } = scope;
  return {
    ...scope,
    set: articleSets.some(({ id }) => id === set?.id) ? set : null,
    sets: sets.of !== "person" || annotators.some(({ id }) => id === sets.id) ? sets : { of: "either" },
  };
}

/**
 * What may be seen of a scope: while names are hidden in Compare, neither the sets of colleagues nor what is counted from them, so that nobody can tell
 * by a figure who marked what. One’s own set and the curated one stay.
 */
function seenScope(workspace: Workspace, chosen: InsightScope): Pick<InsightState, "scope" | "isBlind"> {
  const { project, settings } = workspace.state.get();
  const isBlind = settings.comparing.blind && project !== null && hasColleagues(project);
  if (!project || !isBlind) return { scope: chosen, isBlind: false };
  return { scope: { ...chosen, sets: withoutColleagues(chosen.sets, project) }, isBlind };
}

/** Whether there are annotators beside this person, who may have several names. */
function hasColleagues({ project: { annotators }, annotator }: OpenProject): boolean {
  const person = personOf(annotators);
  return annotators.some(
    (one) => isPerson(one) && (annotator === null || person(one.id) !== person(annotator.id)),
  );
}

function withoutColleagues(
  sets: ChosenSets,
  { project: { annotators }, annotator }: OpenProject,
): ChosenSets {
  const person = personOf(annotators);
  const isOwn = sets.of === "person" && annotator !== null && person(sets.id) === person(annotator.id);
  if (isOwn || sets.of === "curation") return sets;
  return annotator === null ? { of: "curation" } : { of: "person", id: annotator.id };
}

/** Whether colleagues’ sets may be seen follows Compare, and who is there; what was counted from them goes at once. */
function followBlind(parts: Parts): void {
  const { workspace, state } = parts;
  let lookedAt: readonly unknown[] = [];
  const look = (): void => {
    const { project, settings } = workspace.state.get();
    const looking = [settings.comparing.blind, project];
    if (looking.every((one, at) => one === lookedAt[at])) return;
    lookedAt = looking;
    const { scope, isBlind } = seenScope(workspace, parts.chosen);
    const before = state.get();
    if (isBlind === before.isBlind && sameValue(scope, before.scope)) return;
    // What is on its way may be theirs too.
    parts.counting += 1;
    parts.versions.clear();
    state.patch({ ...nothingCounted, picks: before.picks, scope, isBlind });
    countAnew(parts);
  };
  workspace.state.subscribe(look);
}

/** A failure is not worth a word: the next choice tries again. */
async function keepScope({ client, call }: Workspace, insight: InsightScope): Promise<void> {
  try {
    await call((project) => client.call("desk.keepInsight", { project, insight }));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

/** Events after which something else may be to be counted, beside those of saves. Articles of a set may be chosen by who works on them. */
const changing: readonly Event["type"][] = ["annotators", "article-sets", "assignments"];

interface WorkListener {
  /** Something else may be to be counted: through this window, another one or from outside. */
  onChange(): void;
  /** How far the counting is that this window asked for. */
  onProgress(progress: WorkProgress): void;
}

/** Tells what happens in the project that is open, whichever it is, as long as the window is there. */
export function followWork(workspace: Workspace, { onChange, onProgress }: WorkListener): void {
  afterSaves(workspace, onChange);
  workspace.client.subscribe((event) => {
    if (!("project" in event) || event.project !== workspace.state.get().project?.handle) return;
    if (changing.includes(event.type)) onChange();
    if (event.type === "counting") onProgress({ done: event.done, of: event.of });
  });
  let { connection, project } = workspace.state.get();
  workspace.state.subscribe(() => {
    const before = { connection, tagset: project?.project.tagset };
    ({ connection, project } = workspace.state.get());
    // While the host was away, nothing was heard of what others did.
    const isBack = connection === "up" && before.connection !== "up";
    if (isBack || project?.project.tagset !== before.tagset) onChange();
  });
}

function countAnew(parts: Parts): void {
  parts.version += 1;
  countFollowed(parts);
}

function countFollowed(parts: Parts): void {
  if (parts.followed.size > 0 && parts.detailsVersion !== parts.version) void readDetailsAnew(parts);
  const queries = [...parts.followed].flat();
  if (queries.length > 0 && parts.workspace.state.get().project) void count(parts, queries);
}

/** Counts what is not counted as it is now, one query after the other. */
async function count(parts: Parts, queries: readonly FiguresQuery[]): Promise<void> {
  const { state, versions, version } = parts;
  parts.counting += 1;
  const counting = parts.counting;
  state.patch({ progress: { done: 0, of: 0 }, isStopped: false, problem: null, refusal: null });
  try {
    for (const query of queries) {
      const key = queryKey(query);
      if (versions.get(key) === version) continue;
      const { report, damaged } = await measure(parts, query);
      if (counting !== parts.counting) return;
      state.patch({ damaged });
      if (report && query.by.includes(annotator)) {
        versions.set(key, version);
        showByAnnotator(state, key, report);
        continue;
      }
      if (!report?.ok) {
        state.patch({ progress: null, isStopped: report === null, refusal: report?.problem ?? null });
        return;
      }
      versions.set(key, version);
      state.patch({ figures: new Map(state.get().figures).set(key, report.measures) });
    }
    if (counting === parts.counting) state.patch({ progress: null });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (counting === parts.counting) state.patch({ progress: null, problem: error.toData() });
  }
}

/** The grouping by whose sets are counted. */
export const annotator = "annotator";

/** What cannot be told apart by annotator is a fact about the project, and hinders no other figure. */
function showByAnnotator(state: Store<InsightState>, key: string, report: InsightReport): void {
  const figures = new Map(state.get().figures);
  if (report.ok) figures.set(key, report.measures);
  else figures.delete(key);
  state.patch({
    figures,
    ...(report.ok
      ? { common: report.common, notInCommon: null }
      : { common: null, notInCommon: report.problem }),
  });
}

/** Of the bootstrap: the same as on the command line. */
export const seed = 1;

const measure = ({ workspace: { client, call }, state }: Parts, query: FiguresQuery) =>
  call((project) => client.call("insight.measure", { project, ...query, scope: state.get().scope, seed }));

/** What is open beside the view follows what was changed in it; whoever goes through it stays where they are. */
async function readDetailsAnew(parts: Parts): Promise<void> {
  const { state } = parts;
  parts.detailsVersion = parts.version;
  const { chosenCards, chosenArticles, cardAt } = state.get();
  const details = chosenCards ?? chosenArticles;
  if (!details) return;
  if (details.figure === null) {
    // The same cards; their words are read again.
    if (chosenCards) state.patch({ chosenCards: { ...chosenCards } });
    return;
  }
  const isOpen = (): boolean => (state.get().chosenCards ?? state.get().chosenArticles) === details;
  if (await openFigure(parts, details.figure, details.title, isOpen)) state.patch({ cardAt });
}

/** `isWantedStill`: asked when the answer is there. */
async function openFigure(
  parts: Parts,
  figure: FigureNumber,
  title: Text,
  isWantedStill: () => boolean = () => true,
): Promise<boolean> {
  const {
    workspace: { client, call },
    state,
  } = parts;
  const { scope } = state.get();
  const { version } = parts;
  const { article: only, ...asked } = figure;
  const isWanted = ({ article }: Pick<CountedCard, "article">): boolean =>
    only === undefined || article === only;
  try {
    const { found, damaged } = await call((project) =>
      client.call("insight.cards", { project, scope, ...asked, group: { ...figure.group } }),
    );
    // Something else is counted by now.
    if (scope !== state.get().scope || !isWantedStill()) return false;
    parts.detailsVersion = version;
    state.patch({ damaged, problem: null });
    if (!found?.ok) return false;
    state.patch({
      ...nothingOpen,
      ...(found.cards
        ? { chosenCards: { title, cards: found.cards.filter(isWanted), figure } }
        : { chosenArticles: { title, articles: found.articles, figure } }),
    });
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    state.patch({ problem: error.toData() });
    return false;
  }
}
