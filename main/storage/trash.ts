// Articles that were put away: their folders, and everybody's annotations of them, moved as they are to `trash` in the
// project, and moved back on demand. Nothing in there is ever deleted by us.
import { join } from "node:path";
import { z } from "zod";
import type { ArticlePutAway } from "../../shared/api/contract.ts";
import { ApiError } from "../../shared/api/errors.ts";
import { type Id, isId } from "../../shared/model/id.ts";
import { id, text } from "../../shared/schema/model.ts";
import type { Disk } from "./disk.ts";
import { makeFolders, statusIfAny, syncFolder } from "./durable-file.ts";
import { durableJson } from "./durable-json.ts";
import { attempt, isMissing, valueIfAny, writeError } from "./storage-error.ts";

const about: z.ZodType<ArticlePutAway> = z.looseObject({ id, title: text, putAwayAt: text, by: text });

/** The folders of an article, and what each is called in the trash. The article's own decides: it is moved first, and back last. */
const moved = [
  { from: "articles", as: "article" },
  { from: "annotations", as: "annotations" },
  { from: "reviews", as: "reviews" },
] as const;

const trashFolder = (root: string, article: Id): string => join(root, "trash", article);

const aboutJson = (disk: Disk, root: string, article: Id) =>
  durableJson<ArticlePutAway>({
    disk,
    path: join(trashFolder(root, article), "about.json"),
    schema: about,
    damaged: "article-damaged",
  });

/** Puts an article away. Nothing of it may be open. Throws an `ApiError`; what was begun is finished by `finishPutAway`. */
export async function putAway(disk: Disk, root: string, article: ArticlePutAway): Promise<void> {
  const to = await makeFolders(disk, root, "trash", article.id);
  try {
    await aboutJson(disk, root, article.id).write(article);
    for (const { from, as } of moved) await move(disk, join(root, from), article.id, to, as);
  } catch (error) {
    throw writeError(error, to);
  }
}

/** What is in the trash, the latest first. What cannot be read is listed by its id. */
export async function listPutAway(disk: Disk, root: string): Promise<readonly ArticlePutAway[]> {
  const found: ArticlePutAway[] = [];
  for (const name of await idsIn(disk, root)) {
    const status = await statusIfAny(disk, join(trashFolder(root, name), "article"));
    if (status?.kind !== "folder") continue;
    const known = await valueIfAny(() => aboutJson(disk, root, name).read());
    found.push(known ?? { id: name, title: name, putAwayAt: "", by: "" });
  }
  return found.sort((a, b) => (a.putAwayAt < b.putAwayAt ? 1 : a.putAwayAt > b.putAwayAt ? -1 : 0));
}

/**
 * Moves an article back, or ends what a failed attempt to do so left. Throws `article-missing` for one that is nowhere,
 * `article-there` for one that has come anew.
 */
export async function takeBack(disk: Disk, root: string, article: Id): Promise<void> {
  const from = trashFolder(root, article);
  const is = async (...parts: readonly string[]): Promise<boolean> =>
    (await statusIfAny(disk, join(...parts))) !== null;
  try {
    if (!(await is(from, "article"))) {
      if (!(await is(root, "articles", article))) throw new ApiError("article-missing", { article });
      // It is back, and only the flush that makes this safe had failed.
      await syncFolder(disk, join(root, "articles"));
    }
    for (const one of moved)
      if ((await is(from, one.as)) && (await is(root, one.from, article)))
        throw new ApiError("article-there", { file: `${one.from}/${article}` });
    for (const one of moved.toReversed())
      if (await is(from, one.as))
        await move(disk, from, one.as, await makeFolders(disk, root, one.from), article);
    await clear(disk, root, article);
  } catch (error) {
    throw writeError(error, from);
  }
}

/** Ends what a crash interrupted, so that an article is either put away or not. Call it under the lock. Never throws. */
export async function finishPutAway(disk: Disk, root: string): Promise<void> {
  await attempt(async () => {
    for (const name of await idsIn(disk, root))
      await attempt(async () => {
        const to = trashFolder(root, name);
        if (!(await statusIfAny(disk, join(to, "article")))) return clear(disk, root, name);
        if (await statusIfAny(disk, join(root, "articles", name))) return;
        for (const { from, as } of moved)
          if (!(await statusIfAny(disk, join(to, as)))) await move(disk, join(root, from), name, to, as);
      });
  });
}

/** Moves a folder, which need not be there. */
async function move(disk: Disk, parent: string, name: string, to: string, as: string): Promise<void> {
  try {
    await disk.rename(join(parent, name), join(to, as));
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await syncFolder(disk, to);
  await syncFolder(disk, parent);
}

/** Removes the folder of an article that is not in the trash (any more). */
async function clear(disk: Disk, root: string, article: Id): Promise<void> {
  await attempt(() => disk.remove(join(trashFolder(root, article), "about.json")));
  await attempt(() => disk.removeFolder(trashFolder(root, article)));
}

async function idsIn(disk: Disk, root: string): Promise<readonly Id[]> {
  try {
    const entries = await disk.list(join(root, "trash"));
    return entries.filter(({ name, kind }) => kind === "folder" && isId(name)).map(({ name }) => name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
