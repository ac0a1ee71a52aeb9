// The articles among those counted of which something is not known, for the pane in which it is given.

import type { MissingFact } from "../../../shared/insight/missing-fact.ts";
import type { InsightScope } from "../../../shared/insight/scope.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Workspace } from "../project/workspace.ts";
import { createCoreAnswer } from "./core-answer.ts";

export interface LackingArticle {
  readonly id: Id;
  readonly title: string;
}

interface LackingArticles {
  /** All, of which `articles` are the first, in the order of the project. */
  readonly total: number;
  readonly articles: readonly LackingArticle[];
}

interface LackingQuery {
  readonly scope: InsightScope;
  readonly fact: MissingFact;
}

/** Those of a window: the same every time. */
export const lackingOf = memoize((workspace: Workspace) =>
  createCoreAnswer(
    workspace,
    async (project, { scope, fact }: LackingQuery): Promise<LackingArticles | null> => {
      const query = {
        project,
        scope,
        order: "project" as const,
        lacks: fact,
        from: 0,
        count: limits.listedRows,
      };
      const { found } = await workspace.client.call("insight.strips", query);
      // Why nothing can be counted stands in the place of the figures.
      if (!found?.ok) return null;
      return { total: found.total, articles: found.strips.map(({ article: id, title }) => ({ id, title })) };
    },
  ),
);
