// An article as one of its revisions has it: the record, the text, and this person's set as it was when the next one was made, or is.

import type { RevisionText } from "../../../shared/api/revisions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { revisionsOf } from "../../storage/articles/revision-files.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import type { CoreContext } from "../context.ts";
import { otherRevision } from "../merge/other-texts.ts";
import { type ProjectInUse, setPlace } from "../project/project-in-use.ts";

/** `revision` null: as it was brought in; any other may also have led elsewhere. Throws `revision-past` for one that is not there. */
export async function revisionText(
  context: CoreContext,
  inUse: ProjectInUse,
  present: Article,
  revision: Id | null,
): Promise<RevisionText> {
  const { disk } = context;
  const article = await articleAt(context, inUse, present, revision);
  const text = await readText(disk, inUse.folder.root, article);
  const annotator = inUse.annotator ?? inUse.folder.project.data().annotators[0];
  const isPresent = article.textHash === present.textHash && article.textRevision === present.textRevision;
  const openSet = isPresent ? await inUse.sets.get(present.id) : undefined;
  if (openSet) return { article, text, set: setToJson(openSet.store.set()) };
  const storedSet = annotator && (await readSet(disk, setPlace(inUse.folder, article, annotator.id)));
  return { article, text, set: storedSet && storedSet.revision > 0 ? setToJson(storedSet.set) : null };
}

/** The record of the article as a revision has it. */
async function articleAt(
  { disk }: CoreContext,
  { folder }: ProjectInUse,
  present: Article,
  revision: Id | null,
): Promise<Article> {
  if ((present.revision ?? null) === revision) return present;
  const revisions = await revisionsOf(disk, folder.root, present);
  if (revision !== null) {
    const led = revisions.find(({ id }) => id === revision);
    return (led ?? (await otherRevision(disk, folder.root, present, revision))).after;
  }
  const oldestRevision = revisions.at(-1);
  if (!oldestRevision) throw new ApiError("revision-past", { article: present.title });
  return oldestRevision.before;
}
