// Walks the history of a person in the open project: takes the last step back, wherever it was, does it again, and goes to
// any moment of it. A step of one article that is open is taken back in the same tick, any other by the core.
import type { Focus } from "../../../shared/commands/command.ts";
import type { Id, Now } from "../../../shared/model/id.ts";
import {
  invertWork,
  isEmptyWork,
  onlyPart,
  type RevisedArticle,
  type Step,
  type StepNote,
  type StepPart,
  type StepWork,
} from "../../../shared/model/step.ts";
import { createStore, type ReadableStore, type Store, whenDone } from "../../lib/store.ts";
import type { Session, WalkedStep } from "../session/session.ts";
import {
  emptyHistory,
  entriesOf,
  type History,
  type HistoryDirection,
  type HistoryEntry,
  historyOf,
  nextEntry,
  onBranchOf,
  type Way,
  wayTo,
  withoutEntry,
  withRecordReplaced,
  withStep,
} from "./history.ts";

/** A walk over several steps: how many of them are behind. */
interface Walk {
  readonly direction: HistoryDirection;
  readonly done: number;
  readonly steps: number;
}

interface HistoryState {
  readonly history: History;
  readonly walk: Walk | null;
}

export interface HistoryWalk {
  readonly state: ReadableStore<HistoryState>;
  /** The same once the work at hand is done, for what surrounds the article. */
  readonly shown: ReadableStore<HistoryState>;
  /** What is written beside a change that is made now. */
  note(command: string): StepNote;
  /** A step was done in this window, and has not been saved yet, or in another one. */
  record(step: Step, focus?: Focus | null): void;
  /** Only a part of a record could be kept, or nothing. */
  replaced(record: Id, by: Step | null): void;
  /** Takes in the steps from before, oldest first. */
  load(steps: readonly Step[]): void;
  clear(): void;
  /** In the same tick where that can be; resolves when it is done. */
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Goes to the moment right after a step, also to one that something else has overtaken; `null` to that before all of them. */
  goTo(step: Id | null): Promise<void>;
}

/** What going to another moment did. */
export interface WentTo {
  readonly undone: number;
  readonly redone: number;
  /** The last step that stood before. */
  readonly from: Id;
}

/** What the walk needs of the workspace. */
export interface HistoryPorts {
  readonly now: Now;
  /** The article's session, if it has been opened in this window, and whether it is the one that is shown. */
  session(part: StepPart): { readonly session: Session; readonly isShown: boolean } | null;
  /** Shows the article; `null` when it could not be opened, which has been said. */
  show(part: StepPart): Promise<Session | null>;
  /** Applies a step over the door. False when it does not fit; rejects with nothing: what went wrong has been said. */
  apply(step: Omit<Step, "id">): Promise<"applied" | "misfit" | "failed">;
  /**
   * Takes a revision back, and shows its article anew where it is shown; `null` when it cannot be any more. What went wrong
   * has been said. `elsewhere`: the title of the article, where another one is shown.
   */
  takeRevisionBack(
    revised: RevisedArticle,
    note: StepNote,
  ): Promise<{ readonly step: Step; readonly elsewhere: string | null } | null | "failed">;
  /** Says that a step could not be walked over, or that it was one that is not seen where one is. */
  say(what: "cannot-undo" | WalkedStep): void;
  /** Reports that more than the last step was taken back, with the way to where one was. */
  wentTo(report: WentTo): void;
}

/** Milliseconds of walking after which the page is let draw. */
const patience = 30;

interface WalkParts {
  readonly ports: HistoryPorts;
  readonly state: Store<HistoryState>;
  /** Milliseconds; that of the latest step that is known. */
  latest: number;
  walking: Promise<void>;
  isWalking: boolean;
}

export function createHistoryWalk(ports: HistoryPorts): HistoryWalk {
  const state = createStore<HistoryState>({ history: emptyHistory, walk: null });
  const parts: WalkParts = { ports, state, latest: 0, walking: Promise.resolve(), isWalking: false };
  return {
    state,
    shown: whenDone(state),
    note: (command) => ({ command, at: time(parts) }),
    record(step, focus = null) {
      notLater(parts, step);
      become(parts, withStep(historyIn(parts), step, focus));
    },
    replaced: (record, by) => become(parts, withRecordReplaced(historyIn(parts), record, by)),
    load: (steps) => load(parts, steps),
    clear: () => state.set({ history: emptyHistory, walk: null }),
    undo: () => walkStep(parts, "undo"),
    redo: () => walkStep(parts, "redo"),
    goTo: (id) => queueWalk(parts, () => goTo(parts, id)),
  };
}

const historyIn = ({ state }: WalkParts): History => state.get().history;

function become({ state }: WalkParts, history: History): void {
  if (history !== state.get().history) state.patch({ history });
}

/** The present time, but always later than any step that is known. */
function time(parts: WalkParts): string {
  parts.latest = Math.max(Date.parse(parts.ports.now()), parts.latest + 1);
  return new Date(parts.latest).toISOString();
}

function notLater(parts: WalkParts, { at }: Step): void {
  const then = Date.parse(at);
  if (Number.isFinite(then)) parts.latest = Math.max(parts.latest, then);
}

function load(parts: WalkParts, steps: readonly Step[]): void {
  for (const loadedStep of steps) notLater(parts, loadedStep);
  const stepIds = new Set(steps.map(({ id }) => id));
  // What this window has done meanwhile comes on top.
  const since = entriesOf(historyIn(parts))
    .map(({ last }) => last)
    .filter(({ id }) => !stepIds.has(id));
  const inOrder = since.sort((a, b) => (a.at < b.at ? -1 : 1));
  become(
    parts,
    inOrder.reduce((all, one) => withStep(all, one), historyOf(steps)),
  );
}

async function walkStep(parts: WalkParts, direction: HistoryDirection): Promise<void> {
  if (!parts.isWalking && atOnce(parts, direction)) return;
  await queueWalk(parts, async () => {
    const next = nextEntry(historyIn(parts), direction);
    if (next)
      await walk(parts, direction === "undo" ? { undo: 1, redo: [] } : { undo: 0, redo: [next.step.id] });
  });
}

/** One walk after the other. */
function queueWalk(parts: WalkParts, nextWalk: () => Promise<void>): Promise<void> {
  parts.walking = parts.walking.then(nextWalk);
  return parts.walking;
}

async function goTo(parts: WalkParts, step: Id | null): Promise<void> {
  const before = historyIn(parts).done;
  const way = wayTo(historyIn(parts), step);
  const from = before.at(-1)?.step.id;
  if (!way) return;
  await walk(parts, way);
  const after = historyIn(parts).done;
  const [undone, redone] = [countMissing(before, after), countMissing(after, before)];
  if (from !== undefined && undone > 0 && undone + redone > 1) parts.ports.wentTo({ undone, redone, from });
}

/** How many of some entries are not among others. */
function countMissing(entries: readonly HistoryEntry[], others: readonly HistoryEntry[]): number {
  const ids = new Set(others.map(({ step }) => step.id));
  return entries.filter(({ step }) => !ids.has(step.id)).length;
}

async function walk(parts: WalkParts, { undo, redo }: Way): Promise<void> {
  const { state } = parts;
  const steps = undo + redo.length;
  parts.isWalking = true;
  let drawn = performance.now();
  try {
    for (let done = 0; done < steps; done += 1) {
      const next = redo[done - undo];
      const direction = next === undefined ? "undo" : "redo";
      if (steps > 1 && performance.now() - drawn > patience) {
        state.patch({ walk: { direction, done, steps } });
        await new Promise((resume) => setTimeout(resume));
        drawn = performance.now();
      }
      if (next !== undefined) become(parts, onBranchOf(historyIn(parts), next));
      if (!(await oneStep(parts, direction))) break;
    }
  } finally {
    parts.isWalking = false;
    state.patch({ walk: null });
  }
}

/** False when the walk cannot go on. */
async function oneStep(parts: WalkParts, direction: HistoryDirection): Promise<boolean> {
  const { ports } = parts;
  if (atOnce(parts, direction)) return true;
  const entry = nextEntry(historyIn(parts), direction);
  if (!entry) return false;
  const walked = { direction, command: entry.step.command };
  const part = onlyPart(entry.last);
  if (part) {
    const session = await ports.show(part);
    if (!session) return false;
    inSession(parts, session, entry, direction);
    ports.say({ ...walked, title: session.article.title });
    return true;
  }
  if (entry.last.revised) {
    const revertOutcome = await ports.takeRevisionBack(entry.last.revised, noteOf(parts, entry, direction));
    if (revertOutcome === null) giveUp(parts, entry);
    else if (revertOutcome !== "failed") {
      become(parts, withStep(historyIn(parts), revertOutcome.step, entry.focus));
      if (revertOutcome.elsewhere !== null) ports.say({ ...walked, title: revertOutcome.elsewhere });
    }
    return revertOutcome !== "failed";
  }
  const work = invertWork(entry.last);
  const outcome = isEmptyWork(work)
    ? "misfit"
    : await ports.apply({ ...noteOf(parts, entry, direction), ...work });
  if (outcome === "misfit") giveUp(parts, entry);
  else if (outcome === "applied") sayWork(ports, work, walked);
  return outcome !== "failed";
}

/** Says what became of articles' details and assignments, which no page may show. */
function sayWork(
  { say, session }: HistoryPorts,
  { about = [], assignments }: StepWork,
  walked: Omit<WalkedStep, "title">,
): void {
  const [first] = about;
  if (first)
    say({
      ...walked,
      title: session({ article: first.article, change: {} })?.isShown ? null : first.to.title,
    });
  else if (assignments) say({ ...walked, title: null, isAssigning: true });
}

/** Walks over one step at once; `false` when that takes waiting. */
function atOnce(parts: WalkParts, direction: HistoryDirection): boolean {
  const entry = nextEntry(historyIn(parts), direction);
  if (!entry) return true;
  const part = onlyPart(entry.last);
  const partSession = part && parts.ports.session(part);
  if (!partSession?.isShown) return false;
  inSession(parts, partSession.session, entry, direction);
  return true;
}

function inSession(
  parts: WalkParts,
  session: Session,
  entry: HistoryEntry,
  direction: HistoryDirection,
): void {
  const [part] = invertWork(entry.last).parts;
  if (!part || !session.takeStep(part.change, noteOf(parts, entry, direction), entry.focus))
    giveUp(parts, entry);
}

function noteOf(parts: WalkParts, entry: HistoryEntry, direction: HistoryDirection): StepNote {
  const { command, id } = entry.step;
  return { command, at: time(parts), ...(direction === "undo" ? { undoes: id } : { redoes: id }) };
}

function giveUp(parts: WalkParts, { step: { id } }: HistoryEntry): void {
  become(parts, withoutEntry(historyIn(parts), id));
  parts.ports.say("cannot-undo");
}
