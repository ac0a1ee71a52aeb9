// The lists over a whole project: people whom its articles name, and what may be missed in those that were begun.
import type { ParsedInput } from "../../../shared/api/contract.ts";
import type { GatheredPeople, MissedInProject } from "../../../shared/api/replies.ts";
import type { Id } from "../../../shared/model/id.ts";
import { patternKey } from "../../../shared/model/rejection.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { projectPeople } from "../../../shared/suggestions/project-people.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { gatheredIn, type Standing, standingIn } from "../gathered.ts";
import type { OpenProjects } from "../open-projects.ts";
import { entitiesOf } from "../project-in-use.ts";

/** Rows that a window is told of: more are counted. Nobody decides on more at a time. */
const mostListed = 2_000;

export function gatheredHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "suggestions.people" | "suggestions.missed" | "suggestions.stopList"> {
  /** By the handle of the open project, which every window has for itself. */
  const running = new Map<Id, AbortController>();

  /** All articles as they stand, in their order; `null` when it was ended. */
  async function standings(
    { project }: ParsedInput<"suggestions.people">,
    client: Id,
  ): Promise<ReadonlyMap<Id, Standing> | null> {
    const { inUse } = projects.get(project, client);
    running.get(project)?.abort();
    const gathering = new AbortController();
    running.set(project, gathering);
    try {
      const gathered = await gatheredIn(context, inUse, {
        signal: gathering.signal,
        onProgress: (progress) => context.emit({ type: "suggesting", project, ...progress }, client),
      });
      if (!gathered) return null;
      const found = new Map<Id, Standing>();
      for (const [article, one] of gathered) {
        if (gathering.signal.aborted) return null;
        const standing = await standingIn(context, inUse, article, one);
        if (standing) found.set(article, standing);
      }
      return found;
    } finally {
      if (running.get(project) === gathering) running.delete(project);
    }
  }

  return {
    async "suggestions.people"(asked, client): Promise<GatheredPeople | null> {
      const found = await standings(asked, client);
      if (!found) return null;
      const { inUse } = projects.get(asked.project, client);
      const rejected = [...found.values()].flatMap(({ rejections }) =>
        rejections.flatMap(({ pattern }) => (pattern ? [patternKey(pattern)] : [])),
      );
      const { people, count } = projectPeople(
        Array.from(found, ([article, { gathered, marks }]) => ({ article, people: gathered.people, marks })),
        tableOf(entitiesOf(inUse)),
        new Set(rejected),
        mostListed,
      );
      return { people, count, articles: found.size };
    },
    async "suggestions.missed"(asked, client): Promise<MissedInProject | null> {
      const found = await standings(asked, client);
      if (!found) return null;
      const begun = [...found].filter(([, { cards }]) => cards > 0);
      let left = mostListed;
      const articles = begun.flatMap(([article, { missed }]) => {
        const some = missed.slice(0, left);
        left -= some.length;
        return some.length === 0 ? [] : [{ article, missed: some }];
      });
      return {
        articles,
        count: begun.reduce((sum, [, { missed }]) => sum + missed.length, 0),
        unbegun: found.size - begun.length,
      };
    },
    "suggestions.stopList"({ project }, client) {
      projects.get(project, client);
      running.get(project)?.abort();
      return null;
    },
  };
}
