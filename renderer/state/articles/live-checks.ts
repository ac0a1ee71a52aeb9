// The checks of the article on the screen, run again in the moments when the page has nothing else to do: a key is answered
// in the text first. Nothing runs while nobody looks.

import type { Fix } from "../../../shared/checks/check.ts";
import { type Checker, createChecker } from "../../../shared/checks/checker.ts";
import { type Finding, findingKey, sortedOut, type WaivedFinding } from "../../../shared/checks/finding.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { createStore, type ReadableStore, type Store, whileSubscribed } from "../../lib/store.ts";
import { whenIdle } from "../../lib/when-idle.ts";
import type { Session } from "../session/session.ts";

interface Checked {
  /** In reading order. */
  readonly open: readonly Finding[];
  /** What somebody let stand. */
  readonly waived: readonly WaivedFinding[];
  /** False until everything has been looked at once. */
  readonly done: boolean;
}

/** The finding that one looks at, where it is, and where it left the caret: when it is put right, one goes on from there. */
interface ChosenFinding {
  /** Its `findingKey`. */
  readonly key: string;
  readonly start: number;
  readonly caret: number;
}

interface LiveChecks {
  readonly state: ReadableStore<Checked>;
  readonly chosen: Store<ChosenFinding | null>;
  /** True while the reason is asked for why the chosen one may stand. */
  readonly waiving: Store<boolean>;
  fixes(finding: Finding): readonly Fix[];
  /**
   * Runs it once, as soon as everything has been looked at once; a later call takes its place. It is forgotten when nobody listens to
   * `state` any more.
   */
  whenDone(run: () => void): void;
}

/** Milliseconds after which the checks go on even while keys come without a pause. */
const longestLag = 500;
const leastTime = 1;

/** The checks of a session: the same ones every time. */
export const liveChecksOf = memoize(createLiveChecks);

function createLiveChecks(session: Session): LiveChecks {
  const state = createStore<Checked>({ open: [], waived: [], done: false });
  const { text, tagset, article } = session;
  let checker: Checker | null = null;
  let stopWaiting: (() => void) | null = null;
  let waitingRun: (() => void) | null = null;

  const current = (): Checker => {
    const annotations = session.annotations();
    checker ??= createChecker({ text, tagset, metadata: article.metadata, annotations });
    checker.take(annotations);
    return checker;
  };
  const schedule = (): void => {
    stopWaiting ??= whenIdle(work, longestLag);
  };
  function work(remaining: () => number): void {
    stopWaiting = null;
    const checks = current();
    if (!checks.work(() => remaining() > leastTime)) {
      schedule();
      return;
    }
    const nextState = { ...sortedOut(checks.findings(), session.annotations().set.waivers), done: true };
    const previousState = state.get();
    const isSame =
      nextState.open === previousState.open &&
      nextState.waived.length === 0 &&
      previousState.waived.length === 0;
    if (!isSame || !previousState.done) state.set(nextState);
    const run = waitingRun;
    waitingRun = null;
    run?.();
  }

  return {
    state: whileSubscribed(state, () => {
      let seen = session.annotations();
      const stop = session.state.subscribe(() => {
        if (session.annotations() !== seen) schedule();
        seen = session.annotations();
      });
      schedule();
      return () => {
        stop();
        stopWaiting?.();
        stopWaiting = null;
        waitingRun = null;
      };
    }),
    chosen: createStore<ChosenFinding | null>(null),
    waiving: createStore(false),
    fixes: (finding) => current().fixes(finding),
    whenDone(run) {
      waitingRun = run;
    },
  };
}

/** The finding that is chosen, if it still stands. */
export function chosenFinding({ state, chosen }: LiveChecks): Finding | null {
  const key = chosen.get()?.key;
  return state.get().open.find((finding) => findingKey(finding) === key) ?? null;
}
