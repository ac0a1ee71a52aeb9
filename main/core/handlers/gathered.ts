// The lists over a whole project: people whom its articles name, and what may be missed in those that were begun.
import type { GatheredPeople, MissedInProject } from "../../../shared/api/replies.ts";
import type { Id } from "../../../shared/model/id.ts";
import { patternKey } from "../../../shared/model/rejection.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { projectPeople } from "../../../shared/suggestions/project-people.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { gatheredIn, type Standing, standingIn } from "../gathered.ts";
import { latestOf } from "../latest-of.ts";
import type { Opening, OpenProjects } from "../open-projects.ts";
import { entitiesOf } from "../project-in-use.ts";

/** Rows that a window is told of: more are counted. Nobody decides on more at a time. */
const mostListed = 2_000;

export function gatheredHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "suggestions.people" | "suggestions.missed" | "suggestions.stopList"> {
  const gathering = latestOf();

  /** All articles as they stand, in their order; `null` when it was ended. */
  function standings(opening: Opening): Promise<ReadonlyMap<Id, Standing> | null> {
    const { inUse, handle: project, client } = opening;
    return gathering.run(opening, async (signal) => {
      const gathered = await gatheredIn(context, inUse, {
        signal,
        onProgress: (progress) => context.emit({ type: "suggesting", project, ...progress }, client),
      });
      if (!gathered) return null;
      const found = new Map<Id, Standing>();
      for (const [article, one] of gathered) {
        if (signal.aborted) return null;
        const standing = await standingIn(context, inUse, article, one);
        if (standing) found.set(article, standing);
      }
      return found;
    });
  }

  return {
    async "suggestions.people"({ project }, client): Promise<GatheredPeople | null> {
      const opening = projects.get(project, client);
      const { inUse } = opening;
      const found = await standings(opening);
      if (!found) return null;
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
    async "suggestions.missed"({ project }, client): Promise<MissedInProject | null> {
      const found = await standings(projects.get(project, client));
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
      gathering.stop(project);
      return null;
    },
  };
}
