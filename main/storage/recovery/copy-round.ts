// One round of copying a project into the home: its own files, and sets as they lie on the disk or are held in memory. Each that
// cannot be copied is told, and hinders no other.
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { readText } from "../articles/article-files.ts";
import type { Disk } from "../files/disk.ts";
import { prettyJson } from "../files/json-text.ts";
import { orNull, writeError } from "../files/storage-error.ts";
import { addCopy, type BackupStore, copiedAs } from "../home/backups.ts";
import { annotationsFolder, type Registry } from "../project/project-folder.ts";
import { fileAsRead, readSet, type SetPlace } from "../sets/read-set.ts";
import { setFileOfJson } from "../sets/set-file.ts";
import type { HeldSet } from "../versions/stage-version.ts";
import { type ArticleCopy, articleCopiedAs } from "./good-article.ts";

/** What is to be copied, as plain data. */
export interface CopyRound {
  readonly root: string;
  readonly home: string;
  readonly at: string;
  readonly project: Project;
  readonly registry: Registry;
  readonly sets: readonly { readonly article: Article; readonly annotators: readonly Id[] }[];
}

export interface CopyPorts {
  /** The sets of an article that are held in memory. Throws to stop. */
  held(article: Id): Promise<readonly HeldSet[]>;
  /** They are held elsewhere, where handing over a large one would keep saves waiting: only what cannot be read is asked for. */
  readonly isBeside: boolean;
  onFailed(file: string, problem: ApiErrorData): void;
}

/** What could not be copied. */
export interface CopiedRound {
  readonly ownFailed: boolean;
  /** Articles of which a set could not be. */
  readonly failed: readonly Id[];
}

export async function copyRound(disk: Disk, round: CopyRound, ports: CopyPorts): Promise<CopiedRound> {
  const { root, home, at, project, registry } = round;
  const shelf: BackupStore = { disk, home, project: project.id };

  async function copy(file: string, data: () => Promise<unknown>): Promise<boolean> {
    try {
      const content = await data();
      if (content !== null) await addCopy(shelf, file, Buffer.from(prettyJson(content), "utf8"), at);
      return true;
    } catch (error) {
      ports.onFailed(file, writeError(error, file).toData());
      return false;
    }
  }

  const projectOutcomes = [
    await copy("project.json", async () => project),
    await copy("entities.json", async () => registry),
  ];
  const failed: Id[] = [];
  for (const { article, annotators } of round.sets) {
    const { id, textHash } = article;
    if (!(await copy(articleCopiedAs(id), () => wholeArticle(disk, root, article)))) failed.push(id);
    let pendingHeldSets: Promise<readonly HeldSet[]> | null = null;
    const getHeldSets = (): Promise<readonly HeldSet[]> => {
      pendingHeldSets ??= ports.held(id);
      return pendingHeldSets;
    };
    if (!ports.isBeside) await getHeldSets();
    for (const annotator of annotators) {
      const place = { folder: annotationsFolder(root, article), project: project.id, article: id };
      const of = { ...place, annotator, textHash };
      if (!(await copy(copiedAs(of), () => wholeSet(disk, of, getHeldSets, ports.isBeside)))) failed.push(id);
    }
  }
  return { ownFailed: projectOutcomes.includes(false), failed };
}

/** With its text, which never changes; `null` where that cannot be read. */
async function wholeArticle(disk: Disk, root: string, article: Article): Promise<ArticleCopy | null> {
  const text = await orNull(() => readText(disk, root, article));
  return text === null ? null : { article, text };
}

/**
 * As it stands in memory, or as it is read: the journal holds all that is acknowledged. What is written at the very moment of reading
 * can look damaged, and is in memory then. `null` for one that was not begun, or is damaged.
 */
async function wholeSet(
  disk: Disk,
  place: SetPlace,
  held: () => Promise<readonly HeldSet[]>,
  isBeside: boolean,
): Promise<unknown> {
  const fileBeside = isBeside ? await readForCopy(disk, place) : null;
  const heldSet = fileBeside
    ? undefined
    : (await held()).find(({ annotator }) => annotator === place.annotator);
  const file = heldSet
    ? heldSet.state && setFileOfJson(heldSet.state.json, heldSet.state)
    : (fileBeside ?? (await readForCopy(disk, place)));
  return file && file.revision > 0 ? file : null;
}

async function readForCopy(disk: Disk, place: SetPlace) {
  const storedSet = await readSet(disk, place);
  return storedSet.unsafe ? null : fileAsRead(storedSet);
}
