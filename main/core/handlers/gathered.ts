// The lists over a whole project: people whom its articles name, and what may be missed in those that were begun.
import type { GatheredPeople, MissedInProject } from "../../../shared/api/replies.ts";
import type { Id } from "../../../shared/model/id.ts";
import { patternKey } from "../../../shared/model/rejection.ts";
import { latestOf } from "../changes/latest-of.ts";
import type { Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { runJob } from "../jobs/run-job.ts";
import type { OpenProjects } from "../open-projects.ts";
import { entitiesOf } from "../project/project-in-use.ts";
import { gatheredIn, type Standing, standingIn } from "../review/gathered.ts";

/** Rows that a window is told of: more are counted. Nobody decides on more at a time. */
const mostListed = 2_000;

export function gatheredHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "suggestions.people" | "suggestions.missed" | "suggestions.stopList"> {
  const gathering = latestOf();

  return {
    "suggestions.people"({ project }, client): Promise<GatheredPeople | null> {
      const projectOpening = projects.get(project, client);
      return gathering.run(projectOpening, async (signal) => {
        const standingByArticle = await standings(context, projectOpening, signal);
        if (!standingByArticle) return null;
        const proposed = await runJob(
          context.processes,
          "people",
          {
            articles: Array.from(standingByArticle, ([article, { gathered, marks }]) => ({
              article,
              people: gathered.people,
              marks,
            })),
            entities: entitiesOf(projectOpening.inUse),
            rejected: [...standingByArticle.values()].flatMap(({ rejections }) =>
              rejections.flatMap(({ pattern }) => (pattern ? [patternKey(pattern)] : [])),
            ),
            most: mostListed,
          },
          { signal, onProgress: () => undefined },
        );
        return proposed && { ...proposed, articles: standingByArticle.size };
      });
    },
    "suggestions.missed"({ project }, client): Promise<MissedInProject | null> {
      const projectOpening = projects.get(project, client);
      return gathering.run(projectOpening, async (signal) => {
        const standingByArticle = await standings(context, projectOpening, signal);
        return standingByArticle && missedIn(standingByArticle);
      });
    },
    "suggestions.stopList"({ project }, client) {
      projects.get(project, client);
      gathering.stop(project);
      return null;
    },
  };
}

/** All articles as they stand, in their order; `null` when it was ended. */
async function standings(
  context: CoreContext,
  { inUse, handle: project, client }: Opening,
  signal: AbortSignal,
): Promise<ReadonlyMap<Id, Standing> | null> {
  const gathered = await gatheredIn(context, inUse, {
    signal,
    onProgress: (progress) => context.emit({ type: "suggesting", project, ...progress }, client),
  });
  if (!gathered) return null;
  const standingByArticle = new Map<Id, Standing>();
  for (const [article, one] of gathered) {
    if (signal.aborted) return null;
    const articleStanding = await standingIn(context, inUse, article, one);
    if (articleStanding) standingByArticle.set(article, articleStanding);
  }
  return standingByArticle;
}

function missedIn(standingByArticle: ReadonlyMap<Id, Standing>): MissedInProject {
  const begun = [...standingByArticle].filter(([, { cards }]) => cards > 0);
  let remainingCount = mostListed;
  const articles = begun.flatMap(([article, { missed }]) => {
    const some = missed.slice(0, remainingCount);
    remainingCount -= some.length;
    return some.length === 0 ? [] : [{ article, missed: some }];
  });
  return {
    articles,
    count: begun.reduce((sum, [, { missed }]) => sum + missed.length, 0),
    unbegun: standingByArticle.size - begun.length,
  };
}
