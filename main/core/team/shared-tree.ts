// The files of a project that are shared: what is there on this machine, kept in the store, and the other way round what came written into the
// project. A snapshot that its journals tell all of stays here.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Tree, treeDifference } from "../../../shared/team/merge-trees.ts";
import { isSnapshot, sharedKind } from "../../../shared/team/shared-file.ts";
import type { Disk } from "../../storage/files/disk.ts";
import {
  makeManyFolders,
  orWriteError,
  readDurable,
  readFully,
  statusIfAny,
  syncFolder,
  temporaryName,
  writeManyDurable,
} from "../../storage/files/durable-file.ts";
import { durableJson } from "../../storage/files/durable-json.ts";
import { hashOfValue } from "../../storage/files/json-text.ts";
import { listReadable } from "../../storage/files/list-if-any.ts";
import { isMissing, orNull, readError, writeError } from "../../storage/files/storage-error.ts";
import type { Git } from "../../storage/git/git.ts";
import { contentsOf, inPortions, keepContent, keepFiles } from "../../storage/git/git-store.ts";
import { ownFolders, projectFile, registryFile } from "../../storage/project/project-folder.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import { setFile } from "../../storage/sets/set-file.ts";
import { finishPutAway } from "../../storage/trash/trash.ts";
import { ownFiles } from "./check-incoming.ts";
import { openKeptFiles } from "./kept-files.ts";

interface Keeping {
  readonly disk: Disk;
  readonly git: Git;
  /** What the home has of the shared project, where it is to be remembered how the files stood; absent: all of them are read. */
  readonly folder?: string;
  /** What is not in the project and belongs to the state all the same, or lies there in an earlier version. */
  readonly heldBack?: ReadonlySet<string>;
}

/** The project's files as a tree in the store. `beside`: the last one, of which files that are not the project's stay. */
export async function keepProject(
  { disk, git, folder, heldBack = new Set() }: Keeping,
  root: string,
  project: Id,
  beside: Tree,
): Promise<Tree> {
  const files = [projectFile, registryFile, ...(await filesBelow(disk, root))];
  const isHeld = (path: string): boolean => heldBack.has(path) && beside.has(path);
  const paths = files.filter((path) => !isHeld(path));
  const kept = folder === undefined ? null : await openKeptFiles(disk, folder, root, paths);
  const there = new Set(files);
  // The journals of a set went to the trash with the article, and its snapshot, which nobody else has, stayed.
  const isLeftBehind = (path: string): boolean => {
    const [, article = ""] = path.split("/");
    return (
      !there.has(`articles/${article}/article.json`) && there.has(`trash/${article}/article/article.json`)
    );
  };
  const names = new Map<string, string | null>();
  const touched: string[] = [];
  for (const path of paths) {
    const known = kept?.nameOf(path);
    // What is in no state may be gone from the store by now.
    if (known !== undefined && known === (beside.get(path) ?? null)) names.set(path, known);
    else if (sharedKind(path) === "snapshot" && !beside.has(path) && isLeftBehind(path))
      names.set(path, null);
    else if (isSnapshot(path) && (await isInJournals(disk, root, project, path))) names.set(path, null);
    else if (sharedKind(path) === "journal" && (await isTorn(disk, join(root, path))))
      names.set(path, await keepWholeLines(disk, git, join(root, path), beside.get(path)));
    else touched.push(path);
  }
  for (const [at, name] of (await keepFiles(git, root, touched)).entries())
    names.set(touched[at] ?? "", name);
  const tree = new Map([...beside].filter(([path]) => sharedKind(path) === null || isHeld(path)));
  for (const [path, content] of Object.entries(ownFiles))
    tree.set(path, await keepContent(git, Buffer.from(content, "utf8")));
  for (const [path, name] of names) if (name !== null) tree.set(path, name);
  await kept?.remember(names);
  return tree;
}

/** Whether a journal ends in a line that a crash has cut off, or holds nothing at all: its machine writes over that. */
async function isTorn(disk: Disk, path: string): Promise<boolean> {
  if (path.endsWith(".gz")) return false;
  try {
    return await isCutOff(disk, path);
  } catch (error) {
    throw readError(error, path);
  }
}

async function isCutOff(disk: Disk, path: string): Promise<boolean> {
  const file = await disk.open(path, "read");
  try {
    const { size } = await file.status();
    return size === 0 || (await readFully(file, 1, size - 1))[0] !== lineFeed;
  } finally {
    await file.close();
  }
}

/** What was acknowledged of it; what was kept before where that is nothing. */
async function keepWholeLines(
  disk: Disk,
  git: Git,
  path: string,
  before: string | undefined,
): Promise<string | null> {
  const bytes = (await readDurable(disk, path, maxJournal)) ?? new Uint8Array();
  const whole = bytes.subarray(0, bytes.lastIndexOf(lineFeed) + 1);
  return whole.length > 0 ? keepContent(git, whole) : (before ?? null);
}

const lineFeed = 0x0a;
/** Bytes of a generation; they are rotated long before. */
const maxJournal = 400 * 1024 * 1024;

async function filesBelow(disk: Disk, root: string): Promise<readonly string[]> {
  const paths: string[] = [];
  async function walk(folder: string): Promise<void> {
    for (const { name, kind } of await listReadable(disk, join(root, folder))) {
      const path = `${folder}/${name}`;
      if (kind === "folder") await walk(path);
      else if (kind === "file" && sharedKind(path) !== null) paths.push(path);
    }
  }
  for (const folder of ownFolders) await walk(folder);
  return paths.sort();
}

/** Whether the journals beside a snapshot tell all that is in it, from the first change on. */
async function isInJournals(disk: Disk, root: string, project: Id, path: string): Promise<boolean> {
  const snapshot = join(root, ...path.split("/"));
  const file = await orNull(() =>
    durableJson({ disk, path: snapshot, schema: setFile, damaged: "set-damaged" }).read(),
  );
  if (!file || Object.keys(file.have).length === 0) return false;
  const { articleId: article, annotatorId: annotator, textHash } = file;
  const place = { project, article, annotator, textHash, folder: join(snapshot, "..") };
  const [stored, told] = [await readSet(disk, place), await readSet(without(disk, snapshot), place)];
  const isWhole = told.unsafe === null && told.warnings.length === 0 && told.journals.length > 0;
  return isWhole && hashOfValue(setToJson(stored.set)) === hashOfValue(setToJson(told.set));
}

/** The disk as it would be without one file. */
function without(disk: Disk, path: string): Disk {
  const missing = (): Promise<never> => Promise.reject(Object.assign(new Error(path), { code: "ENOENT" }));
  return {
    ...disk,
    open: (at, access) => (at === path ? missing() : disk.open(at, access)),
    status: (at) => (at === path ? missing() : disk.status(at)),
  };
}

interface Applying {
  readonly disk: Disk;
  readonly git: Git;
  readonly root: string;
  readonly sizes: ReadonlyMap<string, number>;
  /** Throws when another process has become the project's writer. */
  fence(): Promise<void>;
}

/** In which order files are written: what others refer to goes first, and an article's record after all that it names. */
const order = [
  "project.json",
  "entities.json",
  "versions/",
  "articles/",
  "annotations/",
  "reviews/",
  "history/",
  "learned/",
  "trash/",
];

/** Writes what is in one tree and not in the other into the project, and takes away what is not there any more. Done twice is done once. */
export async function applyTree(applying: Applying, from: Tree, to: Tree): Promise<void> {
  const { disk, root, fence } = applying;
  const { written, removed } = treeDifference(ofProject(from), ofProject(to));
  const rank = (path: string): number =>
    order.findIndex((start) => path.startsWith(start)) * 2 + (path.endsWith("/article.json") ? 1 : 0);
  const inOrder = written.toSorted((a, b) => rank(a) - rank(b));
  await fence();
  const isNew = await newArticles(disk, root, inOrder);
  await writeFiles(
    applying,
    to,
    inOrder.filter((path) => !isNew.has(articleOf(path) ?? "")),
  );
  await addArticles(applying, to, isNew);
  await fence();
  // An article that goes is gone at once: nobody works on one of which something is missing.
  const isRecord = (path: string): boolean => sharedKind(path) === "article";
  const others = removed.filter((path) => !isRecord(path)).toSorted((a, b) => rank(b) - rank(a));
  for (const path of [...removed.filter(isRecord), ...others]) await removeFile(disk, root, path);
  await finishPutAway(disk, root);
}

const ofProject = (tree: Tree): Tree => new Map([...tree].filter(([path]) => sharedKind(path) !== null));

const articleOf = (path: string): string | null => /^articles\/([a-z2-7]+)\//u.exec(path)?.[1] ?? null;

/** Articles of which nothing is there: they appear whole or not at all. */
async function newArticles(
  disk: Disk,
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byArticle = new Map<string, string[]>();
  for (const path of paths) {
    const article = articleOf(path);
    if (article !== null) byArticle.set(article, [...(byArticle.get(article) ?? []), path]);
  }
  for (const article of [...byArticle.keys()])
    if (await statusIfAny(disk, join(root, "articles", article))) byArticle.delete(article);
  return byArticle;
}

/** Each into a folder beside, which gets its name once all of the article is in it. */
async function addArticles(
  applying: Applying,
  to: Tree,
  articles: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const { disk, root } = applying;
  if (articles.size === 0) return;
  const stagedOf = new Map(
    [...articles.keys()].map((article) => [article, `.new-${randomBytes(6).toString("hex")}`]),
  );
  const complete = new Map([...articles].map(([article, paths]) => [paths.at(-1), article]));
  await writeFiles(applying, to, [...articles.values()].flat(), {
    placeOf(path) {
      const article = articleOf(path) ?? "";
      return path.replace(`articles/${article}/`, `articles/${stagedOf.get(article)}/`);
    },
    async onWritten(path) {
      const article = complete.get(path);
      if (article === undefined) return;
      const [from, name] = [
        join(root, "articles", stagedOf.get(article) ?? ""),
        join(root, "articles", article),
      ];
      await orWriteError(name, () => disk.rename(from, name));
    },
  });
  await orWriteError(join(root, "articles"), () => syncFolder(disk, join(root, "articles")));
}

interface Writing {
  /** Where below the project's folder it is written; absent: at its path. */
  placeOf?(path: string): string;
  onWritten?(path: string): Promise<void>;
}

async function writeFiles(
  { disk, git, root, sizes }: Applying,
  to: Tree,
  paths: readonly string[],
  { placeOf = (path) => path, onWritten }: Writing = {},
): Promise<void> {
  const sizeOf = (name: string): number => sizes.get(name) ?? 0;
  const nameOf = (path: string): string => to.get(path) ?? "";
  for (const portion of inPortions(paths, (path) => sizeOf(nameOf(path)))) {
    const contents = await contentsOf(git, portion.map(nameOf), sizeOf);
    for (let at = 0; at < portion.length; at += openAtOnce) {
      const some = portion.slice(at, at + openAtOnce);
      const files = some.map((path) => {
        const bytes = contents.get(nameOf(path));
        if (!bytes) throw new Error(`The store has nothing for ${path}`);
        return { parts: placeOf(path).split("/"), bytes };
      });
      await makeManyFolders(disk, root, foldersOf(files));
      await writeManyDurable(
        disk,
        files.map(({ parts, bytes }) => ({ path: join(root, ...parts), bytes })),
      );
      for (const path of some) await onWritten?.(path);
    }
  }
}

/** Files that are flushed together. */
const openAtOnce = 64;

/** The folders of these files, each once. */
function foldersOf(files: readonly { readonly parts: readonly string[] }[]): Iterable<readonly string[]> {
  return new Map(files.map(({ parts }) => [parts.slice(0, -1).join("/"), parts.slice(0, -1)])).values();
}

/** With the folders above it that nothing is left in but what a crash has left of our own. */
async function removeFile(disk: Disk, root: string, path: string): Promise<void> {
  const parts = path.split("/");
  try {
    await disk.remove(join(root, ...parts));
  } catch (error) {
    if (!isMissing(error)) throw writeError(error, path);
  }
  for (let above = parts.length - 1; above > 1; above -= 1) {
    const folder = join(root, ...parts.slice(0, above));
    const left = await listReadable(disk, folder);
    if (left.some(({ name, kind }) => kind !== "file" || !temporaryName.test(name))) return;
    for (const { name } of left) await orNull(() => disk.remove(join(folder, name)));
    await orNull(() => disk.removeFolder(folder));
  }
}
