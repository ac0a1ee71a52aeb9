// Everybody's sets of an article, and how they differ. A window has one comparison at a time: the next one ends the one before.
import { ApiError } from "../../../shared/errors/errors.ts";
import { latestOf } from "../changes/latest-of.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { runJob } from "../jobs/run-job.ts";
import type { OpenProjects } from "../open-projects.ts";
import { reviewSets } from "../project/review-sets.ts";
import { alikeAmong, answerSamePerson, besideSpans, countedOnce } from "../review/same-person.ts";

export function reviewHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "review.sets" | "review.orphans" | "review.compare" | "review.samePerson" | "review.stop"> {
  const comparing = latestOf();
  return {
    async "review.sets"({ project, article }, client) {
      const { inUse } = projects.get(project, client);
      const everybody = await reviewSets(context, inUse, article);
      return {
        ...everybody,
        sets: countedOnce(inUse, everybody),
        besideSpans: besideSpans(inUse, everybody),
        alike: alikeAmong(inUse, everybody),
      };
    },
    async "review.orphans"({ project, article }, client) {
      const { sets } = await reviewSets(context, projects.get(project, client).inUse, article);
      return { sets: sets.map(({ annotator, set }) => ({ annotator, orphans: set.orphans ?? [] })) };
    },
    async "review.compare"({ project, article, annotators, policies }, client) {
      const projectOpening = projects.get(project, client);
      const { inUse } = projectOpening;
      return comparing.run(projectOpening, async (signal) => {
        const everybody = await reviewSets(context, inUse, article);
        const { text, entities } = everybody;
        const sets = countedOnce(inUse, everybody);
        const chosenSets = annotators.map((id) => {
          const annotatorSet = sets.find(({ annotator }) => annotator.id === id);
          if (!annotatorSet) throw new ApiError("annotator-missing", { annotator: id });
          return annotatorSet;
        });
        const { tagset } = inUse.folder.project.data();
        const input = { text, entities, tagset, policies, sets: chosenSets.map(({ set }) => set) };
        const comparison = await runJob(context.processes, "compare", input, {
          signal,
          onProgress: (progress) =>
            context.emit({ type: "comparing", project, article, ...progress }, client),
        });
        return { comparison, revisions: chosenSets.map(({ revision }) => revision) };
      });
    },
    async "review.samePerson"({ project: handle, people, answer }, client) {
      const { inUse } = projects.get(handle, client);
      const annotators = await answerSamePerson(inUse, people, answer);
      for (const { handle: project, client: told } of projects.openingsOf(inUse))
        context.emit({ type: "annotators", project, annotators }, told);
      return { annotators };
    },
    "review.stop"({ project }, client) {
      projects.get(project, client);
      comparing.stop(project);
      return null;
    },
  };
}
