// Learning from this person’s cards, as the window shows and changes it; the core keeps it. One a window.
import type { LearnedSuggestions } from "../../../shared/api/replies.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject } from "../project/workspace-state.ts";
import { suggestingOf } from "./suggesting.ts";

interface LearningState {
  /** `null` until the core has told. */
  readonly learned: LearnedSuggestions | null;
  readonly isLearning: boolean;
  /** Why the last call failed. */
  readonly problem: ApiErrorData | null;
}

interface Learning {
  readonly state: ReadableStore<LearningState>;
  load(): Promise<void>;
  learn(): Promise<void>;
  turn(on: boolean): Promise<void>;
  undo(): Promise<void>;
}

/** The same for a window every time. */
export const learningOf = memoize(createLearning);

const nothing: LearningState = { learned: null, isLearning: false, problem: null };

function createLearning(workspace: Workspace): Learning {
  const { client } = workspace;
  const state = createStore(nothing);
  /** How many projects were open before this one, so that an answer about one of them is known. */
  let projectCount = 0;
  followProject(workspace.state, () => {
    projectCount += 1;
    state.set(nothing);
  });

  /** True where something came of it, and the project that was asked about is still open. */
  async function call(ask: (project: Id) => Promise<LearnedSuggestions | null>): Promise<boolean> {
    const asked = projectCount;
    try {
      const learned = await workspace.call(ask);
      if (learned === null || asked !== projectCount) return false;
      state.patch({ learned, problem: null });
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (asked === projectCount) state.patch({ problem: error.toData() });
      return false;
    }
  }

  /** What is suggested follows at once. */
  async function change(ask: Parameters<typeof call>[0]): Promise<void> {
    if (await call(ask)) suggestingOf(workspace).again();
  }

  return {
    state,
    async load() {
      await call((project) => client.call("learning.get", { project }));
    },
    async learn() {
      if (state.get().isLearning) return;
      const asked = projectCount;
      state.patch({ isLearning: true });
      try {
        await change((project) => client.call("learning.learn", { project }));
      } finally {
        if (asked === projectCount) state.patch({ isLearning: false });
      }
    },
    turn: (on) => change((project) => client.call("learning.turn", { project, on })),
    undo: () => change((project) => client.call("learning.undo", { project })),
  };
}
