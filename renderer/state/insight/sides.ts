// Two scopes side by side, for the view that shows them: counted when the view asks, and again when the project becomes another.
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { InsightScope } from "../../../shared/insight/scope.ts";
import type { SideBySide } from "../../../shared/insight/side-by-side.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followWork } from "./insight.ts";

export interface AskedSides {
  /** Ids of measures. */
  readonly measures: readonly string[];
  readonly one: InsightScope;
  readonly other: InsightScope;
}

interface SidesState {
  /** Those of what was asked for last; `null` until they are here. */
  readonly report: SideBySide | null;
  /** How far the counting that runs is; `null` when none does. */
  readonly progress: WorkProgress | null;
  readonly problem: ApiErrorData | null;
}

interface Siding {
  readonly state: ReadableStore<SidesState>;
  /** Counts these until what is returned is called. */
  follow(asked: AskedSides): () => void;
}

/** The comparison of scopes of a window: the same one every time. */
export const sidesOf = memoize(createSiding);

const nothing: SidesState = { report: null, progress: null, problem: null };

interface Parts {
  readonly workspace: Workspace;
  readonly state: Store<SidesState>;
  asked: AskedSides | null;
  /** Of the latest counting, so that an overtaken one is forgotten. */
  countings: number;
}

function createSiding(workspace: Workspace): Siding {
  const state = createStore(nothing);
  const parts: Parts = { workspace, state, asked: null, countings: 0 };
  followWork(workspace, {
    onChange() {
      if (parts.asked) void count(parts, parts.asked);
    },
    onProgress(progress) {
      if (state.get().progress !== null) state.patch({ progress });
    },
  });
  return {
    state,
    follow(asked) {
      parts.asked = asked;
      state.set(nothing);
      void count(parts, asked);
      return () => {
        if (parts.asked === asked) parts.asked = null;
        parts.countings += 1;
      };
    },
  };
}

/** Of the bootstrap: the same as on the command line. */
const seed = 1;

async function count(parts: Parts, { measures, one, other }: AskedSides): Promise<void> {
  const { workspace, state } = parts;
  parts.countings += 1;
  const { countings } = parts;
  state.patch({ progress: { done: 0, of: 0 }, problem: null });
  try {
    const { report } = await workspace.call((project) =>
      workspace.client.call("insight.sides", { project, measures: [...measures], by: [], one, other, seed }),
    );
    if (countings === parts.countings) state.patch({ progress: null, ...(report && { report }) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (countings === parts.countings) state.patch({ progress: null, problem: error.toData() });
  }
}
