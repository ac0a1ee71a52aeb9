// The history of one person in a project, as a value: what can be taken back and what can be done again. A fold over the
// steps in the order in which they were done, the same for those of this window and those from before a restart.
import type { Focus } from "../../../shared/commands/command.ts";
import type { Id } from "../../../shared/model/id.ts";
import { invertWork, type Step, type StepWork } from "../../../shared/model/step.ts";

export interface HistoryEntry {
  /** The step as it was first done. */
  readonly step: Step;
  /** Its latest record: the step itself, or what took it back or did it again. Taking that back is what comes next. */
  readonly last: Step;
  /** What to put in focus when it is next walked over; `null` where this window does not know. */
  readonly focus: Focus | null;
}

/** Steps that were taken back before something else was done in their place. */
interface Branch {
  /** The step after which the two ways part; `null`: before all of them. */
  readonly from: Id | null;
  /** Ordered as `undone` is. */
  readonly entries: readonly HistoryEntry[];
}

/** Both in the order of their latest records: the last of `done` is undone next, the last of `undone` redone next. */
export interface History {
  readonly done: readonly HistoryEntry[];
  readonly undone: readonly HistoryEntry[];
  /** The oldest first. */
  readonly branches: readonly Branch[];
}

export type HistoryDirection = "undo" | "redo";

export const emptyHistory: History = { done: [], undone: [], branches: [] };

/** How many steps can be taken back, and how many are remembered in branches. */
const longest = 1_000;

export const nextEntry = (history: History, direction: HistoryDirection): HistoryEntry | undefined =>
  (direction === "undo" ? history.done : history.undone).at(-1);

/** What was done last, an undo and a redo too; `null` where nothing was. */
export function latestRecord({ done, undone }: History): Step | null {
  const [a, b] = [done.at(-1)?.last ?? null, undone.at(-1)?.last ?? null];
  return a && b ? (a.at > b.at ? a : b) : (a ?? b);
}

/**
 * The history after a step. One that is known already changes nothing; one of another window comes where it was done, so
 * that all windows agree.
 */
export function withStep(history: History, step: Step, focus: Focus | null = null): History {
  if (entriesOf(history).some((entry) => entry.step.id === step.id || entry.last.id === step.id))
    return history;
  if (step.undoes !== undefined) return moved(history, step, "undo", step.undoes, focus);
  if (step.redoes !== undefined) return moved(history, step, "redo", step.redoes, focus);
  const done = inTime(history.done, { step, last: step, focus });
  const from = history.done.findLast(({ last }) => last.at <= step.at)?.step.id ?? null;
  const entries = history.undone.filter(({ last }) => last.at <= step.at);
  const branches = withBranch(history.branches, { from, entries });
  const isForgetting = done.length === history.done.length;
  return {
    done,
    undone: history.undone.filter(({ last }) => last.at > step.at),
    // What was before the oldest step that is remembered is out of reach.
    branches: isForgetting ? branches.filter((branch) => branch.from !== null) : branches,
  };
}

/** All of them, in no order. */
export const entriesOf = ({ done, undone, branches }: History): readonly HistoryEntry[] => [
  ...done,
  ...undone,
  ...branches.flatMap(({ entries }) => entries),
];

function withBranch(branches: readonly Branch[], branch: Branch): readonly Branch[] {
  if (branch.entries.length === 0) return branches;
  let room = longest;
  const isRemembered = ({ entries }: Branch): boolean => {
    room -= entries.length;
    return room >= 0;
  };
  return [branch, ...[...branches].reverse()].filter(isRemembered).reverse();
}

/** The history with the branch of a step as what is redone next, and what would have been as a branch. */
export function onBranchOf(history: History, step: Id): History {
  const { done, undone, branches } = history;
  const branch = branches.find(({ entries }) => entries.some((entry) => entry.step.id === step));
  if (!branch) return history;
  const otherBranches = branches.filter((one) => one !== branch);
  return {
    done,
    undone: branch.entries,
    branches: withBranch(otherBranches, { from: done.at(-1)?.step.id ?? null, entries: undone }),
  };
}

/** The entries with one more among them, by the time of their latest records. */
function inTime(entries: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const insertIndex = entries.findLastIndex(({ last }) => last.at <= entry.last.at) + 1;
  return [...entries.slice(0, insertIndex), entry, ...entries.slice(insertIndex)].slice(-longest);
}

/** Takes the entry of a step from one side to the other. A step from before the known history is made up from its undo. */
function moved(
  history: History,
  step: Step,
  direction: HistoryDirection,
  id: Id,
  focus: Focus | null,
): History {
  const previousEntry = entriesOf(history).find((entry) => entry.step.id === id);
  const entry: HistoryEntry = {
    step: previousEntry?.step ?? originOf(step, direction, id),
    last: step,
    focus,
  };
  const start = direction === "redo" ? onBranchOf(history, id) : history;
  const others = mapEntries(start, (one) => (one.step.id === id ? [] : [one]));
  return direction === "undo"
    ? { ...others, undone: inTime(others.undone, entry) }
    : { ...others, done: inTime(others.done, entry) };
}

/** Each entry as what becomes of it; a branch that is left with none is gone. */
function mapEntries(
  { done, undone, branches }: History,
  become: (entry: HistoryEntry) => readonly HistoryEntry[],
): History {
  return {
    done: done.flatMap(become),
    undone: undone.flatMap(become),
    branches: branches.flatMap(({ from, entries }) => {
      const left = entries.flatMap(become);
      return left.length === 0 ? [] : [{ from, entries: left }];
    }),
  };
}

function originOf({ undoes: _u, redoes: _r, ...step }: Step, direction: HistoryDirection, id: Id): Step {
  const {
    parts: _parts,
    entities: _entities,
    tagset: _tagset,
    assignments: _assignments,
    articleSets: _articleSets,
    about: _about,
    articles: _articles,
    ...note
  } = step;
  const work: StepWork = direction === "undo" ? invertWork(step) : step;
  return { ...note, ...work, id };
}

export const historyOf = (steps: readonly Step[]): History =>
  steps.reduce((history, step) => withStep(history, step), emptyHistory);

/** The history without a step that cannot be walked over any more. What parted after it parts after the one before. */
export function withoutEntry(history: History, step: Id): History {
  const previous = lineTo(history, step)?.at(-2)?.step.id ?? null;
  const others = mapEntries(history, (entry) => (entry.step.id === step ? [] : [entry]));
  const branches = others.branches.map((branch) =>
    branch.from === step ? { ...branch, from: previous } : branch,
  );
  return { ...others, branches };
}

/**
 * The history when a record turned out another than it was done: only a part of it fitted what somebody else had changed, or
 * nothing (`null`), and then the step is given up.
 */
export function withRecordReplaced(history: History, record: Id, by: Step | null): History {
  const entry = entriesOf(history).find(({ last }) => last.id === record);
  if (!entry) return history;
  if (!by) return withoutEntry(history, entry.step.id);
  return mapEntries(history, (one) =>
    one === entry ? [{ ...entry, step: entry.step.id === record ? by : entry.step, last: by }] : [one],
  );
}

/** The steps that stand right after one, oldest first; `null` for one that is not there, or hangs on one that is forgotten. */
function lineTo(history: History, step: Id | null): readonly HistoryEntry[] | null {
  if (step === null) return [];
  const until = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] =>
    entries.slice(0, entries.findIndex((entry) => entry.step.id === step) + 1);
  const line = until([...history.done, ...[...history.undone].reverse()]);
  if (line.length > 0) return line;
  const branch = history.branches.find(({ entries }) => entries.some((entry) => entry.step.id === step));
  const before = branch && lineTo(history, branch.from);
  return before ? [...before, ...until([...branch.entries].reverse())] : null;
}

/** How many steps are taken back on the way to a moment, and which are then done again, in order. */
export interface Way {
  readonly undo: number;
  readonly redo: readonly Id[];
}

/** The way from now to the moment right after a step (`null`: before all of them); `null` for one that is not there. */
export function wayTo(history: History, step: Id | null): Way | null {
  const line = lineTo(history, step);
  if (!line) return null;
  const { done } = history;
  const parting = done.findIndex((entry, at) => entry.step.id !== line[at]?.step.id);
  const common = parting < 0 ? done.length : parting;
  return { undo: done.length - common, redo: line.slice(common).map((entry) => entry.step.id) };
}
