// Articles that were moved to the trash: their folders, and everybody's annotations of them, moved as they are to `trash` in the
// project, and moved back on demand.
import { basename, dirname, join, parse } from "node:path";
import { z } from "zod";
import type { ArticlePutAway } from "../../../shared/api/contract.ts";
import type { InTrash } from "../../../shared/api/trash.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { id, text } from "../../../shared/schema/model.ts";
import { articleFolders } from "../../../shared/team/put-away.ts";
import { readArticleAt } from "../articles/article-files.ts";
import { bytesIn } from "../files/copy-folder.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, statusIfAny, syncFolder } from "../files/durable-file.ts";
import { durableJson } from "../files/durable-json.ts";
import { ignoreFailure, orNull, writeError } from "../files/storage-error.ts";
import { readOrFirstSide, setNonsenseAside } from "../files/unreadable-json.ts";
import {
  articlesInTrash,
  atTheOtherEnd,
  moveIfAny,
  noteIn,
  removeNote,
  trashFolder,
} from "./trash-folder.ts";

const about: z.ZodType<ArticlePutAway> = z.looseObject({ id, title: text, putAwayAt: text, by: text });

const folderOf = (root: string, article: Id): string => join(trashFolder(root), article);

const aboutOptions = (disk: Disk, root: string, article: Id) =>
  noteIn(folderOf(root, article), { disk, schema: about, damaged: "article-damaged" });

/** What is said of an article in the trash; `null` where nothing is. Throws an `ApiError` for what cannot be read. */
export async function readAboutArticle(
  disk: Disk,
  root: string,
  article: Id,
): Promise<ArticlePutAway | null> {
  const articleAbout = await readOrFirstSide(aboutOptions(disk, root, article));
  if (articleAbout && articleAbout.id !== article)
    throw new ApiError("article-damaged", { article, file: "about.json", why: "other-article" });
  return articleAbout;
}

/** Puts an article away. Nothing of it may be open. Throws an `ApiError`; what was begun is finished by `finishPutAway`. */
export async function putAway(disk: Disk, root: string, article: ArticlePutAway): Promise<void> {
  const to = await makeFolders(disk, root, "trash", article.id);
  try {
    const options = aboutOptions(disk, root, article.id);
    await setNonsenseAside(root, options);
    await durableJson(options).write(article);
    for (const { from, as } of articleFolders)
      await moveIfAny(disk, { folder: join(root, from), name: article.id }, { folder: to, name: as });
  } catch (error) {
    throw writeError(error, to);
  }
}

/** The articles in the trash. One of which nothing can be read is listed by its id. */
export async function listPutAway(disk: Disk, root: string): Promise<readonly InTrash[]> {
  const trashItems: InTrash[] = [];
  for (const name of await articlesInTrash(disk, root)) {
    const folder = folderOf(root, name);
    const status = await statusIfAny(disk, join(folder, "article"));
    if (status?.kind !== "folder") continue;
    const articleAbout = await orNull(() => readOrFirstSide(aboutOptions(disk, root, name)));
    const record = articleAbout ?? (await orNull(() => readArticleAt(disk, join(folder, "article"), name)));
    const { title, putAwayAt, by } = { title: name, putAwayAt: "", by: "", ...record };
    const holds = await setsIn(disk, join(folder, "annotations"));
    trashItems.push({
      kind: "article",
      id: name,
      name: title,
      putAwayAt,
      by,
      holds,
      bytes: await bytesIn(disk, folder),
    });
  }
  return trashItems;
}

/** How many people's sets a folder of annotations holds, on whichever text of the article. */
async function setsIn(disk: Disk, folder: string): Promise<number> {
  const people = new Set<string | undefined>();
  const collectPeople = async (at: string, isTop: boolean): Promise<void> => {
    for (const { name, kind } of (await orNull(() => disk.list(at))) ?? [])
      if (kind === "file") people.add(name.split(".")[0]);
      else if (kind === "folder" && isTop) await collectPeople(join(at, name), false);
  };
  await collectPeople(folder, true);
  return people.size;
}

/**
 * Moves an article back, or ends what a failed attempt to do so left. Throws `article-missing` for one that is nowhere,
 * `article-there` for one that has come anew.
 */
export async function takeBack(disk: Disk, root: string, article: Id): Promise<void> {
  const from = folderOf(root, article);
  const is = async (...parts: readonly string[]): Promise<boolean> =>
    (await statusIfAny(disk, join(...parts))) !== null;
  try {
    if (!(await is(from, "article"))) {
      if (!(await is(root, "articles", article))) throw new ApiError("article-missing", { article });
      // It is back, and only the flush that makes this safe had failed.
      await syncFolder(disk, join(root, "articles"));
    }
    if ((await is(from, "article")) && (await is(root, "articles", article)))
      throw new ApiError("article-there", { file: `articles/${article}` });
    for (const movedFolder of articleFolders.toReversed())
      if (await is(from, movedFolder.as)) {
        const folder = await makeFolders(disk, root, movedFolder.from);
        const isThere = await is(folder, article);
        if (isThere) await moveInto(disk, join(from, movedFolder.as), join(folder, article));
        else await moveIfAny(disk, { folder: from, name: movedFolder.as }, { folder, name: article });
      }
    await removeNote(disk, from);
  } catch (error) {
    throw writeError(error, from);
  }
}

/**
 * Moves files to where others have put some since, as another machine does that has not heard of the trash. Of two by the same
 * name the one that came since becomes a copy, as of a conflict, which can be merged. Folders by the same name become one.
 */
async function moveInto(disk: Disk, from: string, to: string): Promise<void> {
  for (const { name, kind } of await disk.list(from)) {
    const [path, back] = [join(to, name), join(from, name)];
    if (kind === "folder" && (await statusIfAny(disk, path))?.kind === "folder") {
      await moveInto(disk, back, path);
      continue;
    }
    const other = await atTheOtherEnd(disk, back, path);
    if (other === "the same") await disk.remove(path);
    if (other === "another") await disk.rename(path, join(to, await copyName(disk, to, name)));
    if (other !== "nothing") await syncFolder(disk, to);
    await disk.rename(back, path);
  }
  await syncFolder(disk, to);
  await syncFolder(disk, from);
  await disk.removeFolder(from);
}

/** A name by which it is known for a copy. */
async function copyName(disk: Disk, folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name);
  for (let number = 1; ; number += 1) {
    const copy = `${stem} (${number})${ext}`;
    if (!(await statusIfAny(disk, join(folder, copy)))) return copy;
  }
}

/**
 * Ends what a crash interrupted, so that an article is either in the trash or not, and takes along what a sync has left of it at the other place:
 * snapshots, which no other machine has. Call it under the lock. Never throws.
 */
export async function finishPutAway(disk: Disk, root: string): Promise<void> {
  await ignoreFailure(async () => {
    for (const name of await articlesInTrash(disk, root))
      await ignoreFailure(async () => {
        const to = folderOf(root, name);
        const isAway = (await statusIfAny(disk, join(to, "article"))) !== null;
        const isThere = (await statusIfAny(disk, join(root, "articles", name))) !== null;
        if (isAway && isThere) return;
        for (const { from, as } of articleFolders) {
          const [there, away] = [join(root, from, name), join(to, as)];
          if (isAway) await moveRest(disk, there, away);
          else if (isThere) await moveRest(disk, away, there);
        }
        if (!isAway) await removeNote(disk, to);
      });
  });
}

/** Moves the files of a folder that is not where the others of its article are. Of two snapshots the one that lay with the article went with it. */
async function moveRest(disk: Disk, from: string, to: string): Promise<void> {
  if (!(await statusIfAny(disk, from))) return;
  if (!(await statusIfAny(disk, to)))
    return moveIfAny(
      disk,
      { folder: dirname(from), name: basename(from) },
      { folder: dirname(to), name: basename(to) },
    );
  for (const { name, kind } of await disk.list(from)) {
    const [path, target] = [join(from, name), join(to, name)];
    if (kind === "folder") await moveRest(disk, path, target);
    else if (!(await statusIfAny(disk, target)) || name.endsWith(".json")) await disk.rename(path, target);
  }
  await syncFolder(disk, to);
  await ignoreFailure(() => disk.removeFolder(from));
}
