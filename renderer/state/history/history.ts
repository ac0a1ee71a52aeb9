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

/** Both in the order of their latest records: the last of `done` is undone next, the last of `undone` redone next. */
export interface History {
  readonly done: readonly HistoryEntry[];
  readonly undone: readonly HistoryEntry[];
}

export type HistoryDirection = "undo" | "redo";

export const emptyHistory: History = { done: [], undone: [] };

/** How many steps can be taken back. */
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
  if (step.undoes !== undefined) return moved(history, step, "undo", step.undoes, focus);
  if (step.redoes !== undefined) return moved(history, step, "redo", step.redoes, focus);
  if ([...history.done, ...history.undone].some((entry) => entry.step.id === step.id)) return history;
  return {
    done: inTime(history.done, { step, last: step, focus }),
    undone: history.undone.filter(({ last }) => last.at > step.at),
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
  const [from, to] = direction === "undo" ? [history.done, history.undone] : [history.undone, history.done];
  if (to.some(({ last }) => last.id === step.id)) return history;
  const previousEntry =
    from.find((entry) => entry.step.id === id) ?? to.find((entry) => entry.step.id === id);
  const entry: HistoryEntry = {
    step: previousEntry?.step ?? originOf(step, direction, id),
    last: step,
    focus,
  };
  const remainingEntries = from.filter((one) => one.step.id !== id);
  const others = inTime(
    to.filter((one) => one.step.id !== id),
    entry,
  );
  return direction === "undo"
    ? { done: remainingEntries, undone: others }
    : { done: others, undone: remainingEntries };
}

function originOf({ undoes: _u, redoes: _r, ...step }: Step, direction: HistoryDirection, id: Id): Step {
  const {
    parts: _parts,
    entities: _entities,
    tagset: _tagset,
    assignments: _assignments,
    about: _about,
    articles: _articles,
    ...note
  } = step;
  const work: StepWork = direction === "undo" ? invertWork(step) : step;
  return { ...note, ...work, id };
}

export const historyOf = (steps: readonly Step[]): History =>
  steps.reduce((history, step) => withStep(history, step), emptyHistory);

/** The history without a step that cannot be walked over any more. */
export function withoutEntry({ done, undone }: History, step: Id): History {
  const isOther = (entry: HistoryEntry): boolean => entry.step.id !== step;
  return { done: done.filter(isOther), undone: undone.filter(isOther) };
}

/**
 * The history when a record turned out another than it was done: only a part of it fitted what somebody else had changed, or
 * nothing (`null`), and then the step is given up.
 */
export function withRecordReplaced(history: History, record: Id, by: Step | null): History {
  const replaced = (entry: HistoryEntry): readonly HistoryEntry[] => {
    if (entry.last.id !== record) return [entry];
    if (!by) return [];
    return [{ ...entry, step: entry.step.id === record ? by : entry.step, last: by }];
  };
  return { done: history.done.flatMap(replaced), undone: history.undone.flatMap(replaced) };
}

/** How many steps lie between now and the moment right after a step, and which way; `null` for one that is not there. */
export function wayTo(history: History, step: Id): { direction: HistoryDirection; steps: number } | null {
  const undone = history.undone.findIndex((entry) => entry.step.id === step);
  if (undone >= 0) return { direction: "redo", steps: history.undone.length - undone };
  const done = history.done.findIndex((entry) => entry.step.id === step);
  return done < 0 ? null : { direction: "undo", steps: history.done.length - 1 - done };
}
