// Sets that a revision could not carry over, since their maker's files were not there: put away at the time, or still on the way
// through a synchronised folder. They are carried over from the latest text that has them as soon as they are found.
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { revisionsOf, writeLateSet } from "../../storage/articles/revision-files.ts";
import { annotationsFolder } from "../../storage/project/project-folder.ts";
import { annotatorsWithFiles } from "../../storage/sets/read-set.ts";
import type { CoreContext } from "../context.ts";
import { type ProjectInUse, writerIn } from "../project/project-in-use.ts";
import { nextFile, setsOf } from "./sets-of.ts";

/** The articles in which any were found. Never throws: what cannot be read now is looked for at the next opening. */
export async function carryLate(context: CoreContext, inUse: ProjectInUse): Promise<readonly string[]> {
  const articleIds: string[] = [];
  for (const article of inUse.articles.values()) {
    if (article.textRevision === undefined) continue;
    try {
      if (await carryLateIn(context, inUse, article)) articleIds.push(article.id);
    } catch (error) {
      context.log.error(`sets left behind in ${article.id}`, error);
    }
  }
  return articleIds;
}

async function carryLateIn(context: CoreContext, inUse: ProjectInUse, article: Article): Promise<boolean> {
  const { disk } = context;
  const { root, project } = inUse.folder;
  const annotatorIds = new Set(project.data().annotators.map(({ id }) => id));
  const idsWithFiles = new Set(await annotatorsWithFiles(disk, annotationsFolder(root, article)));
  const revisions = await revisionsOf(disk, root, article);
  // Those that went along are on their way themselves.
  for (const { annotator } of revisions[0]?.sets ?? []) idsWithFiles.add(annotator);
  const idsWithoutFiles = new Set([...annotatorIds].filter((id) => !idsWithFiles.has(id)));
  let to: string | null = null;
  for (const { before } of idsWithoutFiles.size > 0 ? revisions : []) {
    for (const { annotator, read } of await setsOf(context, inUse, before, (id) => idsWithoutFiles.has(id))) {
      idsWithoutFiles.delete(annotator.id);
      to ??= await readText(disk, root, article);
      const carrier = carrierBetween(await readText(disk, root, before), to, "foreign");
      const { set } = carryRecords(setToJson(read.set), carrier, article.textHash);
      await writerIn(inUse).lock.fence();
      await writeLateSet(disk, root, article, nextFile(read, setFromJson(set), before), null);
    }
  }
  return to !== null;
}
