// The open disagreements behind a figure by annotator: looked for while a view shows them, and again when the project or what is counted
// becomes another.
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Disagreements } from "../../../shared/insight/disagreements.ts";
import type { InsightScope } from "../../../shared/insight/scope.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followWork, insightOf } from "./insight.ts";

/** The figure of a measure, and what is no disagreement. */
interface AskedDisagreements {
  readonly measure: string;
  /** Ids of policies for edges. */
  readonly policies: readonly string[];
}

interface DisagreementsState {
  /** Those of what was asked for last; `null` until they are here. */
  readonly found: Disagreements | null;
  /** How far the search that runs is; `null` when none does. */
  readonly progress: WorkProgress | null;
  readonly problem: ApiErrorData | null;
}

interface Finding {
  readonly state: ReadableStore<DisagreementsState>;
  /** Looks for these until what is returned is called. */
  follow(asked: AskedDisagreements): () => void;
}

/** The search of a window: the same one every time. */
export const disagreementsOf = memoize(createFinding);

const nothing: DisagreementsState = { found: null, progress: null, problem: null };

interface Parts {
  readonly workspace: Workspace;
  readonly state: Store<DisagreementsState>;
  asked: AskedDisagreements | null;
  /** Of the latest search, so that an overtaken one is forgotten. */
  searches: number;
}

function createFinding(workspace: Workspace): Finding {
  const state = createStore(nothing);
  const parts: Parts = { workspace, state, asked: null, searches: 0 };
  const again = (): void => {
    if (parts.asked) void look(parts, parts.asked);
  };
  followWork(workspace, {
    onChange: again,
    onProgress(progress) {
      if (state.get().progress !== null) state.patch({ progress });
    },
  });
  let { scope } = insightOf(workspace).state.get();
  insightOf(workspace).state.subscribe(() => {
    const before: InsightScope = scope;
    ({ scope } = insightOf(workspace).state.get());
    if (scope !== before) again();
  });
  return {
    state,
    follow(asked) {
      parts.asked = asked;
      state.set(nothing);
      again();
      return () => {
        if (parts.asked === asked) parts.asked = null;
        parts.searches += 1;
      };
    },
  };
}

async function look(parts: Parts, { measure, policies }: AskedDisagreements): Promise<void> {
  const { workspace, state } = parts;
  parts.searches += 1;
  const { searches } = parts;
  const { scope } = insightOf(workspace).state.get();
  state.patch({ progress: { done: 0, of: 0 }, problem: null });
  const figure = { measure, by: [], group: {}, scope, policies: [...policies] };
  try {
    const { found } = await workspace.call((project) =>
      workspace.client.call("insight.disagreements", { project, ...figure }),
    );
    if (searches === parts.searches) state.patch({ progress: null, ...(found && { found }) });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (searches === parts.searches) state.patch({ progress: null, problem: error.toData() });
  }
}
