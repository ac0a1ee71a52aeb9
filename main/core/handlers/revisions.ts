// Revisions of articles: made, looked at before, listed, taken back.

import { ApiError } from "../../../shared/api/errors.ts";
import type { ListedRevision, RevisedReply } from "../../../shared/api/revisions.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { readText } from "../../storage/article-files.ts";
import { readSet } from "../../storage/read-set.ts";
import { revisionsOf } from "../../storage/revision-files.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { Opening, OpenProjects } from "../open-projects.ts";
import { articleIn, setPlace, summaryOf, writerIn } from "../project-in-use.ts";
import {
  countsIn,
  planRevision,
  type Revised,
  reviseArticle,
  takeRevisionBack,
} from "../revise/revise-article.ts";

type RevisionMethods =
  | "article.revisePreview"
  | "article.revise"
  | "article.takeRevisionBack"
  | "article.revisions"
  | "article.revisionText";

/** Records of one set that a preview tells. */
const mostTold = 200;

export function revisionHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, RevisionMethods> {
  const { disk } = context;

  function announce({ inUse }: Opening, { revision, step, isNew }: Revised, client: Id): RevisedReply {
    const { id } = revision.after;
    if (isNew) {
      projects.announceArticles(inUse);
      for (const { handle: project, client: other } of projects.openingsOf(inUse)) {
        context.emit({ type: "sets", project, articles: [id] }, other);
        if (other === client) continue;
        context.emit({ type: "revised", project, article: id, revision: revision.id }, other);
        context.emit({ type: "step", project, step }, other);
      }
    }
    return { article: summaryOf(inUse, inUse.articles.get(id) ?? revision.after), step, sets: revision.sets };
  }

  return {
    async "article.revisePreview"({ project, ...asked }, client) {
      const { article, sets } = await planRevision(context, projects.get(project, client), asked);
      return {
        article,
        sets: sets.map(({ annotator, carried }) => ({
          annotator,
          ...countsIn(carried),
          records: carried.records
            .filter(({ how }) => how === "reworded" || how === "waits")
            .slice(0, mostTold),
        })),
      };
    },
    async "article.revise"({ project, ...asked }, client) {
      const opening = projects.get(project, client);
      return announce(opening, await reviseArticle(context, opening, asked), client);
    },
    async "article.takeRevisionBack"({ project, ...asked }, client) {
      const opening = projects.get(project, client);
      return announce(opening, await takeRevisionBack(context, opening, asked), client);
    },
    async "article.revisions"({ project, article: id }, client) {
      const { inUse } = projects.get(project, client);
      const present = await articleIn(context, inUse, id);
      const names = new Map(inUse.folder.project.data().annotators.map((one) => [one.id, one.name]));
      const revisions = await revisionsOf(disk, inUse.folder.root, present);
      const first = revisions.at(-1)?.before ?? present;
      const listed = revisions.map(
        (one): ListedRevision => ({
          id: one.id,
          at: one.at,
          by: names.get(one.by) ?? one.by,
          why: one.why,
          note: one.note,
          title: one.after.title,
          isPresent: one.id === present.revision,
          growth: one.after.length - one.before.length,
          sets: one.sets.map(({ annotator, ...counts }) => ({
            ...counts,
            annotator: names.get(annotator) ?? annotator,
          })),
        }),
      );
      const broughtIn: ListedRevision = {
        id: null,
        at: first.addedAt,
        by: "",
        why: "brought-in",
        note: "",
        title: first.title,
        isPresent: present.revision === undefined,
        growth: 0,
        sets: [],
      };
      return { revisions: [...listed, broughtIn] };
    },
    async "article.revisionText"({ project, article: id, revision }, client) {
      const { inUse } = projects.get(project, client);
      const present = await articleIn(context, inUse, id);
      const article = await articleAt(context, projects.get(project, client), present, revision);
      const text = await readText(disk, inUse.folder.root, article);
      const annotator = inUse.lock ? writerIn(inUse).annotator : inUse.annotator;
      const isPresent =
        article.textHash === present.textHash && article.textRevision === present.textRevision;
      const open = isPresent ? await inUse.sets.get(id) : undefined;
      if (open) return { article, text, set: setToJson(open.store.set()) };
      const read = annotator && (await readSet(disk, setPlace(inUse.folder, article, annotator.id)));
      return { article, text, set: read && read.revision > 0 ? setToJson(read.set) : null };
    },
  };
}

/** The record of the article as a revision has it. Throws `revision-past` for one that did not lead to the present one. */
async function articleAt(
  { disk }: CoreContext,
  { inUse }: Opening,
  present: Article,
  revision: Id | null,
): Promise<Article> {
  if ((present.revision ?? null) === revision) return present;
  const all = await revisionsOf(disk, inUse.folder.root, present);
  const found = revision === null ? all.at(-1)?.before : all.find(({ id }) => id === revision)?.after;
  if (!found) throw new ApiError("revision-past", { article: present.title });
  return found;
}
