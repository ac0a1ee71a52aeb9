// A scan of the files of a project for those that changed since the last one, and the news that is told of them.
import { basename, dirname, join } from "node:path";
import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import type { Id } from "../../../shared/model/id.ts";
import { setFoldersOf } from "../../storage/articles/revision-files.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { isMissing } from "../../storage/files/storage-error.ts";
import {
  annotationsFolder,
  articleFolder,
  type TextRef,
  textPath,
} from "../../storage/project/project-folder.ts";
import type { ProjectEvent } from "../changes/opening.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import type { LiveProject } from "../project/live-project.ts";

export interface Scan {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly steps: Steps;
  /** What every article's files were at the last scan. */
  readonly seen: SeenFiles;
  readonly list: Disk["list"];
  /** Whether what is wrong with an article's files may still be on its way. */
  readonly isPatient: (article: Id) => boolean;
}

export interface ScanResult {
  readonly news: readonly OutsideNews[];
  /** Not all could be told yet: it is looked at again. */
  readonly isLater: boolean;
}

/** Tells every window that has the project open. */
export type Broadcast = (event: ProjectEvent) => void;

/** What was known of the files at the last scan, by article and file. */
export type SeenFiles = Map<Id, ReadonlyMap<string, string>>;

/** How files of sets of earlier texts are named among those of an article. */
const ofEarlier = "earlier/";

export const isOfEarlier = (file: string): boolean => file.startsWith(ofEarlier);

/** Of whose set it is: its name without what tells the files of one set apart. */
export const setOfFile = (file: string): string => file.split(".")[0] ?? file;

/** The same of a set in a folder of an earlier text. */
export const earlierSet = (folder: string, annotator: Id): string =>
  `${ofEarlier}${basename(folder)}/${annotator}`;

/** Of each file that is there, by its name, what is another once it was written. Throws what hinders looking. */
export async function signaturesOf(
  { disk }: CoreContext,
  liveProject: LiveProject,
  id: Id,
  list: Disk["list"] = disk.list,
): Promise<ReadonlyMap<string, string>> {
  const { root } = liveProject.folder;
  const signatures = new Map<string, string>();
  const add = async (folder: string, name: string, of = ""): Promise<void> => {
    const status = await statusIfAny(disk, join(folder, name));
    if (status) signatures.set(`${of}${name}`, `${status.ino} ${status.size} ${status.modifiedAt}`);
  };
  const article: TextRef = liveProject.articles.get(id) ?? { id };
  await add(articleFolder(root, id), "article.json");
  await add(dirname(textPath(root, article)), "text.txt");
  const present = annotationsFolder(root, article);
  const folders = article.textRevision === undefined ? [present] : await setFoldersOf({ list }, root, id);
  for (const folder of new Set([present, ...folders]))
    try {
      const of = folder === present ? "" : `${ofEarlier}${basename(folder)}/`;
      for (const { name } of await list(folder))
        if (/\.(?:json|journal)$/.test(name)) await add(folder, name, of);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  return signatures;
}
