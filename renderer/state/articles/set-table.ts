// The table of article sets as a person works in it: how it is narrowed and ordered, the rows that are no sets yet, and what is entered in its cells,
// each entry as one step of the history, one after the other.
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import type { CellEdit, CellProblem } from "../../../shared/interchange/cell-block.ts";
import {
  type KnownSets,
  knownSetsOf,
  type PlannedSets,
  planSets,
} from "../../../shared/interchange/set-columns.ts";
import type { ArticleSet } from "../../../shared/model/article-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { createGridState, type GridState } from "../../lib/grid-state.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject, openProjectId } from "../project/workspace-state.ts";
import { changeSets } from "./change-sets.ts";

/** Rows that make new sets, each until it is saved. */
export interface SetDrafts {
  /** What was entered in them, each cell once. */
  readonly edits: readonly CellEdit[];
  /** Of the row that makes one more. */
  readonly nextId: Id;
}

/** What became of an entry. */
export type SetsOutcome =
  /** `waiting`: the rows ask nothing yet. `closed`: the project was closed before it was its turn. */
  | { readonly kind: "saved" | "waiting" | "closed" }
  /** What has changed since leaves no room for it. */
  | { readonly kind: "refused"; readonly why: Message }
  | { readonly kind: "failed"; readonly problem: ApiErrorData };

/** What was entered: what does not fit in which edits, or how many cells change, and what comes of it. */
type EnteredSets =
  | { readonly problems: readonly CellProblem[]; readonly edits: readonly CellEdit[] }
  | { readonly count: number; readonly done: Promise<SetsOutcome> };

interface SetEntry {
  readonly edits: readonly CellEdit[];
  /** Ids of rows that make new sets. */
  readonly added: ReadonlySet<Id>;
  /** What states and nobody are called in the edits; absent: as a table for programs has them. */
  readonly names?: KnownSets["names"];
}

export interface SetTable {
  readonly state: Store<GridState>;
  readonly drafts: ReadableStore<SetDrafts>;
  /** Enters the words, after what was entered before. Rows that make new sets are drafts until then. */
  enter(entry: SetEntry): EnteredSets;
  /** Enters what a table says, after what was entered before, all of it or nothing. */
  importTable(entry: SetEntry): Promise<SetsOutcome>;
}

/** The table of a window: the same one every time. */
export const setTableOf = memoize(createSetTable);

function createSetTable(workspace: Workspace): SetTable {
  const { state } = workspace;
  const { drafts, hold } = createDrafts(workspace);
  const sets = createLatestSets(workspace);
  const saveNext = createQueue();
  const knownNow = (names: KnownSets["names"]): KnownSets => {
    const { project, articles } = state.get();
    const { people } = knownSetsOf({ project: project?.project ?? { annotators: [] }, articles });
    return { ...{ sets: sets.get(), people, articles }, ...(names && { names }) };
  };

  async function save(entry: SetEntry, whole: readonly CellEdit[], project: Id | null): Promise<SetsOutcome> {
    if (openProjectId(state) !== project) return { kind: "closed" };
    const known = knownNow(entry.names);
    const isSaved = new Set(known.sets.map(({ id }) => id));
    // Of a row that is a set by now the draft has been saved, and may have been changed since.
    const edits = latestOf([...whole.filter(({ row }) => !isSaved.has(row)), ...entry.edits]);
    const planned = planSets(edits, known, entry.added);
    if (!planned.ok) return outcomeOf(planned, edits, known);
    if (planned.save.length === 0) return { kind: "saved" };
    const change = { save: planned.save, remove: [] };
    const problem = await changeSets(workspace, "save-article-set", change, sets.take);
    return problem ? { kind: "failed", problem } : { kind: "saved" };
  }

  return {
    ...{ state: createGridState("name"), drafts },
    enter(entry) {
      const before = drafts.get().edits;
      const rows = new Set(entry.edits.map(({ row }) => row));
      const whole = latestOf([...before.filter(({ row }) => rows.has(row)), ...entry.edits]);
      const added = new Set([...entry.added, ...before.map(({ row }) => row)]);
      const known = knownNow(entry.names);
      const planned = planSets(whole, known, added);
      if (!planned.ok && !isWaiting(planned, whole, known))
        return { problems: planned.problems, edits: whole };
      const isSaved = new Set(known.sets.map(({ id }) => id));
      hold(entry.edits.filter(({ row }) => added.has(row) && !isSaved.has(row)));
      const project = openProjectId(state);
      return {
        count: planned.ok ? planned.cells.length : entry.edits.length,
        done: saveNext(() => save({ ...entry, added }, whole, project)),
      };
    },
    importTable(entry) {
      const project = openProjectId(state);
      return saveNext(() => save(entry, entry.edits, project));
    },
  };
}

interface HeldDrafts {
  readonly drafts: ReadableStore<SetDrafts>;
  hold(edits: readonly CellEdit[]): void;
}

/** Drafts, each until its set is there; what a cell of one says no more is dropped. */
function createDrafts({ state, newId }: Workspace): HeldDrafts {
  const drafts = createStore<SetDrafts>({ edits: [], nextId: newId() });
  followProject(state, () => drafts.set({ edits: [], nextId: newId() }));
  state.subscribe(() => {
    if (drafts.get().edits.length === 0) return;
    const isSaved = new Set((state.get().project?.project.articleSets ?? []).map(({ id }) => id));
    const { edits } = drafts.get();
    const unsaved = edits.filter(({ row }) => !isSaved.has(row));
    if (unsaved.length < edits.length) drafts.patch({ edits: unsaved });
  });
  return {
    drafts,
    hold(edits) {
      const { edits: before, nextId } = drafts.get();
      const held = latestOf([...before, ...edits]).filter(({ words }) => words.trim() !== "");
      const isUsed = held.some(({ row }) => row === nextId);
      drafts.set({ edits: held, nextId: isUsed ? newId() : nextId });
    },
  };
}

interface LatestSets {
  get(): readonly ArticleSet[];
  /** Those of an answer, whose event may not have come. */
  take(sets: readonly ArticleSet[]): void;
}

const noSets: readonly ArticleSet[] = [];

function createLatestSets({ state }: Workspace): LatestSets {
  const heard = (): readonly ArticleSet[] => state.get().project?.project.articleSets ?? noSets;
  let answered: { readonly sets: readonly ArticleSet[]; readonly heard: readonly ArticleSet[] } | null = null;
  followProject(state, () => {
    answered = null;
  });
  return {
    get: () => (answered?.heard === heard() ? answered.sets : heard()),
    take(sets) {
      answered = { sets, heard: heard() };
    },
  };
}

/** Runs each work once the one before it has ended. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let latest: Promise<unknown> = Promise.resolve();
  return (work) => {
    const ended = latest.then(work);
    latest = ended.catch(() => null);
    return ended;
  };
}

type Refused = Extract<PlannedSets, { readonly ok: false }>;

/** Whether all that is entered is in rows that lack nothing but a condition. */
const isWaiting = (
  { problems, unfinished }: Refused,
  edits: readonly CellEdit[],
  { sets }: KnownSets,
): boolean =>
  problems.length === unfinished.size && edits.every(({ row }) => sets.every(({ id }) => id !== row));

const outcomeOf = (refused: Refused, edits: readonly CellEdit[], known: KnownSets): SetsOutcome =>
  isWaiting(refused, edits, known)
    ? { kind: "waiting" }
    : { kind: "refused", why: refused.problems[0]?.what ?? message("entities.cell-gone") };

/** Of each cell what was entered last. */
const latestOf = (edits: readonly CellEdit[]): readonly CellEdit[] => [
  ...new Map(edits.map((edit) => [JSON.stringify([edit.row, edit.column]), edit])).values(),
];
