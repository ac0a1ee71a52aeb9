// Two scopes side by side, for the view that shows them.
import type { InsightScope } from "../../../shared/insight/scope.ts";
import type { SideBySide } from "../../../shared/insight/side-by-side.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { Workspace } from "../project/workspace.ts";
import { createCoreAnswer } from "./core-answer.ts";
import { seed } from "./insight.ts";

export interface SidesQuery {
  /** Ids of measures. */
  readonly measures: readonly string[];
  readonly one: InsightScope;
  readonly other: InsightScope;
}

/** The comparison of scopes of a window: the same one every time. */
export const sidesOf = memoize((workspace: Workspace) =>
  createCoreAnswer(
    workspace,
    async (project, { measures, one, other }: SidesQuery): Promise<SideBySide | null> => {
      const query = { project, measures: [...measures], by: [], one, other, seed };
      const { report } = await workspace.client.call("insight.sides", query);
      return report;
    },
  ),
);
