// Learning from this person’s cards, as the window shows and changes it; the core keeps it. One a window.
import type { LearnedSuggestions } from "../../../shared/api/replies.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
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

function createLearning(workspace: Workspace): Learning {
  const { client } = workspace;
  const state = createStore<LearningState>({ learned: null, isLearning: false, problem: null });

  async function call(ask: (project: Id) => Promise<LearnedSuggestions | null>): Promise<boolean> {
    try {
      const learned = await workspace.call(ask);
      if (learned) state.patch({ learned, problem: null });
      return learned !== null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      state.patch({ problem: error.toData() });
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
      state.patch({ isLearning: true });
      try {
        await change((project) => client.call("learning.learn", { project }));
      } finally {
        state.patch({ isLearning: false });
      }
    },
    turn: (on) => change((project) => client.call("learning.turn", { project, on })),
    undo: () => change((project) => client.call("learning.undo", { project })),
  };
}
