// The open disagreements behind a figure by annotator, for the view that shows them.
import type { Disagreements } from "../../../shared/insight/disagreements.ts";
import type { InsightScope } from "../../../shared/insight/scope.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { Workspace } from "../project/workspace.ts";
import { createCoreAnswer } from "./core-answer.ts";

/** The figure of a measure, and what is no disagreement. */
interface DisagreementsQuery {
  readonly measure: string;
  readonly scope: InsightScope;
  /** Ids of policies for edges. */
  readonly policies: readonly string[];
}

/** The search of a window: the same one every time. */
export const disagreementsOf = memoize((workspace: Workspace) =>
  createCoreAnswer(
    workspace,
    async (project, { measure, scope, policies }: DisagreementsQuery): Promise<Disagreements | null> => {
      const figure = { project, measure, by: [], group: {}, scope, policies: [...policies] };
      const { found } = await workspace.client.call("insight.disagreements", figure);
      return found;
    },
  ),
);
