// A revision that another machine made comes through a synchronised folder file by file, in any order. Until all of it is here that its
// text needs, one goes on with the text of before: a set that is still on its way must not be begun anew, since what is then written
// under numbers that the set has already would count as known once it comes.
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { readRevision, setFoldersOf } from "../articles/revision-files.ts";
import type { Disk } from "../files/disk.ts";
import { statusIfAny } from "../files/durable-file.ts";
import { orNull } from "../files/storage-error.ts";
import type { BackupStore } from "../home/backups.ts";
import { annotationsFolder, textPath } from "../project/project-folder.ts";
import { annotatorsWithFiles, journalPath, snapshotPath } from "../sets/read-set.ts";
import { type ArticleCopy, copyInHome, type GoodArticle } from "./good-article.ts";

/** Where it comes to, and for whom. */
export interface ArrivalPlace {
  readonly disk: Disk;
  readonly root: string;
  /** Whose sets are written here. */
  readonly annotators: readonly Id[];
  /** By whose journals one sees that a set was open here. */
  readonly device: Id;
  /** With copies that may tell what was before; `null`: they are not asked. */
  readonly backupStore: BackupStore | null;
}

/** Whether the article's text is here, with those sets of these annotators that went along to it. */
export async function isHere(to: ArrivalPlace, article: Article): Promise<boolean> {
  const { disk, root, backupStore } = to;
  const { id, textRevision } = article;
  const isText = (await statusIfAny(disk, textPath(root, article))) !== null;
  // One that was here is gone, not on its way: the home has a copy of it.
  if (!isText && !(await copyOf(backupStore, id, (text) => text === textRevision))) return false;
  return textRevision === undefined || (await setsOnTheirWay(to, article)).length === 0;
}

/** Those of the annotators whose sets went along to the article's present text, and of whose sets nothing is there yet. */
export async function setsOnTheirWay(
  { disk, root, annotators, device }: Omit<ArrivalPlace, "backupStore">,
  article: Article,
): Promise<readonly Id[]> {
  const folder = annotationsFolder(root, article);
  const annotatorIds = await annotatorsOf(disk, root, article);
  const awaitedIds: Id[] = [];
  for (const annotator of annotators.filter((id) => annotatorIds.has(id))) {
    const paths = [snapshotPath({ folder, annotator }), journalPath({ folder, annotator }, device)];
    const statuses = await Promise.all(paths.map((path) => statusIfAny(disk, path)));
    if (statuses.every((status) => status === null)) awaitedIds.push(annotator);
  }
  return awaitedIds;
}

/** Whose sets went along. A revision that does not say so yet takes all with it that there are of the texts of before. */
async function annotatorsOf(disk: Disk, root: string, article: Article): Promise<ReadonlySet<Id>> {
  const { id, textRevision = "" } = article;
  const record = await orNull(() => readRevision(disk, root, id, textRevision));
  if (record) return new Set(record.sets.map(({ annotator }) => annotator));
  const present = annotationsFolder(root, article);
  const earlier = (await setFoldersOf(disk, root, id)).filter((folder) => folder !== present);
  const idsByFolder = await Promise.all(earlier.map((folder) => annotatorsWithFiles(disk, folder)));
  return new Set(idsByFolder.flatMap((some) => [...some]));
}

/**
 * The article as it was on the latest of its texts of which all is here; `null` where none is known. What led to a text is known from its
 * revision, or else from the latest copy of the article in the home.
 */
export async function arrivedArticle(to: ArrivalPlace, named: Article): Promise<Article | null> {
  const { disk, root, backupStore } = to;
  const { id } = named;
  if (named.textRevision === undefined) return named;
  const seen = new Set<Id | undefined>();
  for (let article: Article = named; !seen.has(article.textRevision); ) {
    const { textRevision } = article;
    if (await isHere(to, article)) return article;
    if (textRevision === undefined) return null;
    seen.add(textRevision);
    const record = await orNull(() => readRevision(disk, root, id, textRevision));
    const earlierArticle =
      record?.before ?? (await copyOf(backupStore, id, (text) => !seen.has(text)))?.article;
    if (!earlierArticle) return null;
    article = earlierArticle;
  }
  return null;
}

/** The newest copy of the article that is on such a text. */
async function copyOf(
  backupStore: BackupStore | null,
  id: Id,
  isText: (revision: Id | undefined) => boolean,
): Promise<GoodArticle | null> {
  const isFit = ({ article }: ArticleCopy): boolean => article.id === id && isText(article.textRevision);
  return backupStore && copyInHome(backupStore, id, isFit);
}
