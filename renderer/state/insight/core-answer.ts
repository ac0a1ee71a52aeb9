// The answer of the core to what a view of Insight asks: asked while the view is shown, and again when something else is to be counted. An
// overtaken answer is forgotten, and nothing is kept that no view shows.
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { latestAnswer } from "../../lib/latest-answer.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject } from "../project/workspace-state.ts";
import { followWork } from "./insight.ts";

interface AnswerState<Answer> {
  /** That to what was asked last; `null` until it is here. While it is asked again the one before stays. */
  readonly answer: Answer | null;
  /** How far the work on it is; `null` when none is done. */
  readonly progress: WorkProgress | null;
  readonly problem: ApiErrorData | null;
}

interface CoreAnswer<Query, Answer> {
  readonly state: ReadableStore<AnswerState<Answer>>;
  /** Asks this until what is returned is called; the same query object must not be followed twice at a time. */
  follow(query: Query): () => void;
}

/** `ask` gets the handle of the open project, and `null` where the work was stopped. */
export function createCoreAnswer<Query extends object, Answer>(
  workspace: Workspace,
  ask: (project: Id, query: Query) => Promise<Answer | null>,
): CoreAnswer<Query, Answer> {
  const nothing: AnswerState<Answer> = { answer: null, progress: null, problem: null };
  const state = createStore(nothing);
  let followed: Query | null = null;

  const question = async (): Promise<Partial<AnswerState<Answer>> | null> => {
    const query = followed;
    if (query === null) return null;
    try {
      const answer = await workspace.call((project) => ask(project, query));
      return { progress: null, ...(answer !== null && { answer }) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { progress: null, problem: error.toData() };
    }
  };
  const latest = latestAnswer(question, state.patch);
  const again = (): void => {
    if (followed === null) return;
    state.patch({ progress: { done: 0, of: 0 }, problem: null });
    void latest.ask();
  };
  const forget = (): void => {
    latest.stop();
    state.set(nothing);
  };

  followProject(workspace.state, () => {
    forget();
    again();
  });
  followWork(workspace, {
    onChange: again,
    onProgress(progress) {
      if (state.get().progress !== null) state.patch({ progress });
    },
  });
  return {
    state,
    follow(query) {
      forget();
      followed = query;
      again();
      return () => {
        if (followed !== query) return;
        followed = null;
        forget();
      };
    },
  };
}
