// Steps that are about more than one article, the history of a person's steps, and where the registry's entities are
// mentioned.
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Step } from "../../../shared/model/step.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { revisionsOf, setFolders } from "../../storage/articles/revision-files.ts";
import { readHistory } from "../../storage/history/read-history.ts";
import { changeRecord } from "../changes/change-record.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import { mentionCounts, mentionsIn } from "../project/own-sets.ts";
import { type ProjectInUse, writerIn } from "../project/project-in-use.ts";
import { stepOf } from "../revise/revise-article.ts";

type HistoryMethods =
  | "project.apply"
  | "project.history"
  | "history.read"
  | "entities.counts"
  | "entities.mentions";

export function historyHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, HistoryMethods> {
  return {
    async "project.apply"({ project, ...request }, client) {
      const { inUse, steps } = projects.get(project, client);
      writerIn(inUse);
      const { revisions, savedAt } = await steps.apply(request, client);
      return { revisions, savedAt };
    },
    async "project.history"({ project }, client) {
      const { inUse } = projects.get(project, client);
      const { annotator, folder, articles } = inUse;
      if (!annotator) return { steps: [] };
      const { root } = folder;
      const of = {
        root,
        project: folder.project.data().id,
        annotator: annotator.id,
        curation: curationOf(folder.project.data()).id,
        folders: await setFolders(context.disk, root, articles.keys()),
        more: await revisionSteps(context, inUse, annotator.id),
      };
      const { historySteps: steps, historyBytes: bytes } = limits;
      return { steps: await readHistory(context.disk, of, { steps, bytes }) };
    },
    async "history.read"({ project, ...asked }, client) {
      return changeRecord(context, projects.get(project, client).inUse, asked);
    },
    async "entities.counts"({ project }, client) {
      return { counts: await mentionCounts(context, projects.get(project, client).inUse) };
    },
    async "entities.mentions"({ project, entities }, client) {
      return { mentions: await mentionsIn(context, projects.get(project, client).inUse, entities) };
    },
  };
}

/** The revisions that this person made of the articles. */
async function revisionSteps(
  { disk }: CoreContext,
  { folder, articles }: ProjectInUse,
  annotator: Id,
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const article of articles.values())
    if (article.revision !== undefined)
      for (const revision of await revisionsOf(disk, folder.root, article))
        if (revision.by === annotator) steps.push(stepOf(revision));
  return steps;
}
