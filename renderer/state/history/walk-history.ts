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
} from "../../../shared/model/step.ts";
import { createStore, type ReadableStore, whenDone } from "../../lib/store.ts";
import type { Session } from "../session/session.ts";
import {
  type Direction,
  type Entry,
  emptyHistory,
  type History,
  historyOf,
  nextEntry,
  wayTo,
  withoutEntry,
  withRecordReplaced,
  withStep,
} from "./history.ts";

/** A walk over several steps: how many of them are behind. */
export interface Walk {
  readonly direction: Direction;
  readonly done: number;
  readonly steps: number;
}

export interface HistoryState {
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
  /** Goes to the moment right after a step; `null` to that before all of them. */
  goTo(step: Id | null): Promise<void>;
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
  /** Says that a step could not be walked over, or that it was one of another article, or of nobody's work (`title` null). */
  say(what: "cannot-undo" | { readonly direction: Direction; readonly title: string | null }): void;
}

/** Milliseconds of walking after which the page is let draw. */
const patience = 30;

export function createHistoryWalk(ports: HistoryPorts): HistoryWalk {
  const state = createStore<HistoryState>({ history: emptyHistory, walk: null });
  const history = (): History => state.get().history;
  const become = (next: History): void => state.patch({ history: next });
  let latest = 0;
  let walking: Promise<void> = Promise.resolve();
  let isWalking = false;

  /** The present time, but always later than any step that is known. */
  function time(): string {
    latest = Math.max(Date.parse(ports.now()), latest + 1);
    return new Date(latest).toISOString();
  }

  function notLater({ at }: Step): void {
    const then = Date.parse(at);
    if (Number.isFinite(then)) latest = Math.max(latest, then);
  }

  function noteOf(entry: Entry, direction: Direction): StepNote {
    const { command, id } = entry.step;
    return { command, at: time(), ...(direction === "undo" ? { undoes: id } : { redoes: id }) };
  }

  function giveUp({ step }: Entry): void {
    become(withoutEntry(history(), step.id));
    ports.say("cannot-undo");
  }

  function inSession(session: Session, entry: Entry, direction: Direction): void {
    const [part] = invertWork(entry.last).parts;
    if (!part || !session.takeStep(part.change, noteOf(entry, direction), entry.focus)) giveUp(entry);
  }

  /** Walks over one step at once; `false` when that takes waiting. */
  function atOnce(direction: Direction): boolean {
    const entry = nextEntry(history(), direction);
    if (!entry) return true;
    const part = onlyPart(entry.last);
    const partSession = part && ports.session(part);
    if (!partSession?.isShown) return false;
    inSession(partSession.session, entry, direction);
    return true;
  }

  /** False when the walk cannot go on. */
  async function oneStep(direction: Direction): Promise<boolean> {
    if (atOnce(direction)) return true;
    const entry = nextEntry(history(), direction);
    if (!entry) return false;
    const part = onlyPart(entry.last);
    if (part) {
      const session = await ports.show(part);
      if (!session) return false;
      inSession(session, entry, direction);
      ports.say({ direction, title: session.article.title });
      return true;
    }
    if (entry.last.revised) {
      const revertOutcome = await ports.takeRevisionBack(entry.last.revised, noteOf(entry, direction));
      if (revertOutcome === null) giveUp(entry);
      else if (revertOutcome !== "failed") {
        become(withStep(history(), revertOutcome.step, entry.focus));
        if (revertOutcome.elsewhere !== null) ports.say({ direction, title: revertOutcome.elsewhere });
      }
      return revertOutcome !== "failed";
    }
    const work = invertWork(entry.last);
    const outcome = isEmptyWork(work)
      ? "misfit"
      : await ports.apply({ ...noteOf(entry, direction), ...work });
    if (outcome === "misfit") giveUp(entry);
    else if (outcome === "applied" && work.about?.[0])
      ports.say({ direction, title: work.about[0].to.title });
    else if (outcome === "applied" && work.assignments) ports.say({ direction, title: null });
    return outcome !== "failed";
  }

  async function walk(direction: Direction, steps: number): Promise<void> {
    isWalking = true;
    let drawn = performance.now();
    try {
      for (let done = 0; done < steps; done += 1) {
        if (steps > 1 && performance.now() - drawn > patience) {
          state.patch({ walk: { direction, done, steps } });
          await new Promise((next) => setTimeout(next));
          drawn = performance.now();
        }
        if (!(await oneStep(direction))) break;
      }
    } finally {
      isWalking = false;
      state.patch({ walk: null });
    }
  }

  /** One walk after the other. */
  function then(way: () => { direction: Direction; steps: number } | null): Promise<void> {
    walking = walking.then(async () => {
      const nextWalk = way();
      if (nextWalk && nextWalk.steps > 0) await walk(nextWalk.direction, nextWalk.steps);
    });
    return walking;
  }

  async function step(direction: Direction): Promise<void> {
    if (isWalking || !atOnce(direction)) await then(() => ({ direction, steps: 1 }));
  }

  return {
    state,
    shown: whenDone(state),
    note: (command) => ({ command, at: time() }),
    record(step, focus = null) {
      notLater(step);
      become(withStep(history(), step, focus));
    },
    replaced: (record, by) => become(withRecordReplaced(history(), record, by)),
    load(steps) {
      for (const loadedStep of steps) notLater(loadedStep);
      const stepIds = new Set(steps.map(({ id }) => id));
      const { done, undone } = history();
      // What this window has done meanwhile comes on top.
      const since = [...done, ...undone].map(({ last }) => last).filter(({ id }) => !stepIds.has(id));
      const inOrder = since.sort((a, b) => (a.at < b.at ? -1 : 1));
      become(inOrder.reduce((all, one) => withStep(all, one), historyOf(steps)));
    },
    clear: () => state.set({ history: emptyHistory, walk: null }),
    undo: () => step("undo"),
    redo: () => step("redo"),
    goTo: (id) =>
      then(() => (id === null ? { direction: "undo", steps: history().done.length } : wayTo(history(), id))),
  };
}
