// The open disagreements of an open project by how far they move a figure: the index says which articles all annotated, and a process of its
// own compares what they have there.
import type { ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import type { FoundDisagreements } from "../../../shared/api/methods/insight.ts";
import type { DisagreementQuery } from "../../../shared/insight/disagreements.ts";
import type { CoreContext } from "../context.ts";
import { type JobOptions, runJob } from "../jobs/run-job.ts";
import { entitiesOf, type LiveProject } from "../project/live-project.ts";
import { reviewSets } from "../project/review-sets.ts";
import { indexOf } from "./project-index.ts";

const annotator: readonly string[] = ["annotator"];

/** Throws what `insight.measure` throws. */
export async function disagreementsIn(
  context: CoreContext,
  liveProject: LiveProject,
  query: DisagreementQuery,
  options: JobOptions,
): Promise<FoundDisagreements> {
  const { scope } = query;
  const measures = [query.measure];
  const index = indexOf(context, liveProject);
  const { report, damaged } = await index.measure({ measures, by: annotator, scope, seed: 1 }, options);
  if (!report?.ok || !report.common) return { found: report?.ok ? null : report, damaged };
  const articles: ExportedArticle[] = [];
  for (const { id } of report.common.articles) {
    if (options.signal.aborted) return { found: null, damaged };
    const { article, text, sets } = await reviewSets(context, liveProject, id);
    articles.push({ article, text, sets: sets.map(({ set }) => set) });
  }
  const { annotators, tagset } = liveProject.folder.project.data();
  const ids = report.common.annotators.map(({ id }) => id);
  const found = await runJob(
    context.processes,
    "disagreements",
    {
      project: { annotators, tagset, entities: entitiesOf(liveProject), articles },
      // The articles are those of the set already.
      query: { ...query, scope: { ...scope, set: null, sets: { of: "people", ids } } },
    },
    options,
  );
  return { found, damaged };
}
