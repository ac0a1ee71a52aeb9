// Tells a project's own files from the others in its folder: leftovers of writes that were cut short, copies that a synchronisation program
// made of a conflict, or strangers.

import { join } from "node:path";
import { isId } from "../../../shared/model/id.ts";
import { stagedArticle } from "../../storage/articles/article-files.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { temporaryName } from "../../storage/files/durable-file.ts";
import { listIfAny } from "../../storage/files/list-if-any.ts";
import { lockAside } from "../../storage/project/lock.ts";
import { openerFile } from "../../storage/project/project-folder.ts";
import { isVersionFile } from "../../storage/versions/version-files.ts";
import { isOriginalFile, originalsName } from "../../storage/versions/version-originals.ts";

/** `original`: of a conflict copy, the name of the file that it was made of. */
export type ForeignFile =
  | { readonly file: string; readonly kind: "leftover" | "stranger" | "link" }
  | { readonly file: string; readonly kind: "conflict-copy"; readonly original: string };

type Kind = "file" | "folder" | "link" | "other";
/** Whether an entry of a folder of ours is ours, by its name and kind. */
type IsOwn = (name: string, kind: Kind) => boolean;

const isFolder: IsOwn = (name, kind) => kind === "folder" && isId(name);
const journal = /^[a-z2-7]{1,32}\.[a-z2-7]{1,32}\.journal(?:\.[1-9]\d*(?:-[1-9]\d*\.gz)?)?$/;

const ofRoot: IsOwn = (name, kind) =>
  kind === "folder"
    ? ["articles", "annotations", "history", "learned", "reviews", "trash", "versions"].includes(name)
    : ["project.json", openerFile, "entities.json"].includes(name);
const ofArticle: IsOwn = (name, kind) =>
  kind === "folder"
    ? name === "revisions"
    : kind === "file" && (name === "article.json" || name === "text.txt" || isOriginal(name));
const isOriginal = (name: string): boolean => /^original(?:\.|$)/.test(name);
const ofRevision: IsOwn = (name, kind) =>
  kind === "file" &&
  (name === "revision.json" ||
    name === "text.txt" ||
    isOriginal(name) ||
    /^[a-z2-7]{1,32}\.json\.gz$/.test(name));
const ofSets: IsOwn = (name, kind) =>
  kind === "file" && (journal.test(name) || /^[a-z2-7]{1,32}\.json$/.test(name));
/** Sets of the texts that revisions made lie in folders by their names. */
const ofAnnotations: IsOwn = (name, kind) => isFolder(name, kind) || ofSets(name, kind);
const ofLearned: IsOwn = (name, kind) => kind === "file" && /^[a-z2-7]{1,32}\.json$/.test(name);
const ofHistory: IsOwn = (name, kind) => kind === "file" && journal.test(name);
const ofVersions: IsOwn = (name, kind) =>
  isFolder(name, kind) || (kind === "folder" && name === originalsName);
const ofVersion: IsOwn = (name, kind) => kind === "file" && (isVersionFile(name) || isOriginalFile(name));
const ofReviews: IsOwn = (name, kind) =>
  kind === "file" && /^[a-z2-7]{1,32}(?:\.taken|\.imported|\.as-it-came|\.history)?\.json$/.test(name);

/** What systems and other tools keep in folders, hidden or by these names, is none of our business. */
const isHidden = (name: string): boolean =>
  name.startsWith(".") || ["Thumbs.db", "desktop.ini", "Icon\r"].includes(name);

/** All that is not the project's own, in the order of the names. `only`: in the folders of these articles. */
export async function foreignFiles(
  disk: Pick<Disk, "list">,
  root: string,
  only: ReadonlySet<string> | "all" = "all",
): Promise<readonly ForeignFile[]> {
  const files: ForeignFile[] = [];

  async function scanFolder(at: readonly string[], isOwn: IsOwn): Promise<readonly string[]> {
    const folders: string[] = [];
    for (const { name, kind } of await entriesOf(disk, join(root, ...at))) {
      const file = [...at, name].join("/");
      if (temporaryName.test(name) || lockAside.test(name) || stagedArticle.test(name))
        files.push({ file, kind: "leftover" });
      else if (isOwn(name, kind)) {
        if (kind === "folder") folders.push(name);
      } else if (!isHidden(name)) files.push(stranger(file, name, kind, isOwn));
    }
    return folders;
  }

  const scanArticle = async (id: string): Promise<void> => {
    for (const name of await scanFolder(["articles", id], ofArticle))
      for (const revision of await scanFolder(["articles", id, name], isFolder))
        await scanFolder(["articles", id, name, revision], ofRevision);
  };
  const scanSets = async (id: string): Promise<void> => {
    for (const revision of await scanFolder(["annotations", id], ofAnnotations))
      await scanFolder(["annotations", id, revision], ofSets);
  };
  if (only !== "all") {
    for (const id of only) {
      await scanArticle(id);
      await scanSets(id);
    }
    return files;
  }
  const top = new Set(await scanFolder([], ofRoot));
  const tree = async (parent: string, isOwn: IsOwn, isOwnFolder: IsOwn = isFolder): Promise<void> => {
    if (!top.has(parent)) return;
    for (const name of await scanFolder([parent], isOwnFolder)) await scanFolder([parent, name], isOwn);
  };
  if (top.has("articles")) for (const id of await scanFolder(["articles"], isFolder)) await scanArticle(id);
  if (top.has("annotations"))
    for (const id of await scanFolder(["annotations"], isFolder)) await scanSets(id);
  await tree("reviews", ofReviews);
  await tree("versions", ofVersion, ofVersions);
  if (top.has("history")) await scanFolder(["history"], ofHistory);
  if (top.has("learned")) await scanFolder(["learned"], ofLearned);
  return files;
}

function stranger(file: string, name: string, kind: Kind, isOwn: IsOwn): ForeignFile {
  if (kind === "link") return { file, kind: "link" };
  const original = conflictCopyOf(name).find((one) => isOwn(one, kind));
  return original === undefined ? { file, kind: "stranger" } : { file, kind: "conflict-copy", original };
}

/**
 * The names that a file may have had before a synchronisation program put this copy beside it: Dropbox and Nextcloud
 * `a (Ana's conflicted copy 2026-01-31).json`, Syncthing `a.sync-conflict-20260131-101500-ABCDEFG.json`, OneDrive
 * `a-LAPTOP.json`, iCloud `a 2.json`, Google Drive `a (1).json`.
 */
export function conflictCopyOf(name: string): readonly string[] {
  const marks = [
    / \([^()]*\)(?=\.[^.]+$)/,
    /\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]{7}(?=\.[^.]+$)/,
    / \d+(?=\.[^.]+$)/,
    /-[^-]+(?:-[^-]+)*(?=\.[^.]+$)/,
  ];
  return marks.flatMap((mark) => (mark.test(name) ? [name.replace(mark, "")] : []));
}

async function entriesOf(disk: Pick<Disk, "list">, folder: string) {
  // It may be gone since it was listed.
  return [...(await listIfAny(disk, folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
}
