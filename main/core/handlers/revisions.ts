// Revisions of articles: made, looked at before, listed, taken back.
import type { revisionsMethods } from "../../../shared/api/methods/revisions.ts";
import type { RevisedReply } from "../../../shared/api/revisions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import type { Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { otherText } from "../merge/other-texts.ts";
import type { OpenProjects } from "../open-projects.ts";
import { articleIn, summaryOf, writerIn } from "../project/live-project.ts";
import { readCopy } from "../revise/copies.ts";
import { listRevisions, revisionText } from "../revise/list-revisions.ts";
import {
  carriedCounts,
  planRevision,
  type Revised,
  reviseArticle,
  takeRevisionBack,
} from "../revise/revise-article.ts";

/** Records of one set that a preview tells. */
const mostTold = 200;

export function revisionsHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof revisionsMethods> {
  return {
    async "article.revisePreview"({ project, ...asked }, client) {
      const { article, sets } = await planRevision(context, projects.get(project, client), asked);
      return {
        article,
        sets: sets.map(({ annotator, carried }) => ({
          annotator,
          ...carriedCounts(carried),
          exclusions: carried.records.filter(({ kind }) => kind === "exclusion").length,
          records: carried.records
            .filter(({ how }) => how === "reworded" || how === "waits")
            .slice(0, mostTold),
        })),
      };
    },
    async "article.revise"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      const revised = await reviseArticle(context, projectOpening, asked);
      return announce(projects, projectOpening, revised);
    },
    async "article.reviseFrom"({ project, of, textHash, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      writerIn(projectOpening.liveProject);
      const { text, read, title, ...copy } = await readCopy(context, projectOpening.liveProject, of);
      if (sha256(text) !== textHash) throw new ApiError("take-in-changed", { file: title });
      const isNew = asked.why === "new-version";
      const original = isNew ? await copy.original() : null;
      const request = { ...asked, text, ...(isNew && { read }), ...(original && { original }) };
      const revised = await reviseArticle(context, projectOpening, request);
      return announce(projects, projectOpening, revised);
    },
    async "article.takeRevisionBack"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      const revised = await takeRevisionBack(context, projectOpening, asked);
      return announce(projects, projectOpening, revised);
    },
    async "article.revisions"({ project, article: id }, client) {
      const { liveProject } = projects.get(project, client);
      return listRevisions(context, liveProject, await articleIn(context, liveProject, id));
    },
    async "article.otherText"({ project, article: id, revision }, client) {
      const { liveProject } = projects.get(project, client);
      return otherText(context, liveProject, await articleIn(context, liveProject, id), revision);
    },
    async "article.revisionText"({ project, article: id, revision }, client) {
      const { liveProject } = projects.get(project, client);
      return revisionText(context, liveProject, await articleIn(context, liveProject, id), revision);
    },
  };
}

function announce(
  projects: OpenProjects,
  { liveProject, client }: Opening,
  { revision, step, isNew }: Revised,
): RevisedReply {
  const { id } = revision.after;
  if (isNew) {
    projects.announceArticles(liveProject);
    projects.tell(liveProject, { type: "sets", articles: [id] });
    projects.tell(liveProject, { type: "revised", article: id, revision: revision.id }, client);
    projects.tell(liveProject, { type: "step", step }, client);
  }
  return {
    article: summaryOf(liveProject, liveProject.articles.get(id) ?? revision.after),
    step,
    sets: revision.sets,
  };
}
