// Keeps and reads what lies in a store of git: contents by their names, lists of files, and the states of a project one after the other.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Tree } from "../../../shared/team/merge-trees.ts";
import type { Disk } from "../files/disk.ts";
import { ignoreFailure } from "../files/storage-error.ts";
import type { Git } from "./git.ts";

/** A file of a state as git lists it. `size`: bytes; -1 for what is no content, as a repository within. */
export interface ListedFile {
  readonly mode: string;
  readonly name: string;
  readonly size: number;
  readonly path: string;
}

interface WhoWhen {
  readonly name: string;
  readonly email: string;
  /** In the form of ISO 8601. */
  readonly at: string;
}

/** Paths that are asked for in one call. */
const portion = 2_000;

/** Keeps ordinary files of a folder, and gives the name of each one's content, in their order. `paths`: below the folder. */
export async function keepFiles(
  git: Git,
  folder: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (let at = 0; at < paths.length; at += portion) {
    const input = `${paths.slice(at, at + portion).join("\n")}\n`;
    const { out } = await git.run(["hash-object", "-w", "--no-filters", "--stdin-paths"], { input, folder });
    names.push(...out.toString("utf8").trim().split("\n"));
  }
  return names;
}

export async function keepContent(git: Git, content: Uint8Array): Promise<string> {
  return git.line(["hash-object", "-w", "--no-filters", "--stdin"], { input: content });
}

/** Keeps a list of files and gives its name. `store`: where the index for it may lie meanwhile. */
export async function keepTree(git: Git, disk: Disk, store: string, tree: Tree): Promise<string> {
  const index = join(store, `index-${randomBytes(6).toString("hex")}`);
  const env = { GIT_INDEX_FILE: index };
  const input = [...tree].map(([path, name]) => `100644 ${name}\t${path}\0`).join("");
  try {
    await git.run(["update-index", "-z", "--index-info"], { input, env });
    return await git.line(["write-tree"], { env });
  } finally {
    await ignoreFailure(() => disk.remove(index));
  }
}

/** Packs a store in which many contents lie by themselves; does nothing in any other. */
export async function packStore(git: Git): Promise<void> {
  await git.run(["-c", "gc.auto=6700", "-c", "gc.autoDetach=false", "gc", "--auto", "--quiet"]);
}

/** The name of a new state. */
export function keepState(
  git: Git,
  tree: string,
  parents: readonly string[],
  { name, email, at }: WhoWhen,
  words: string,
): Promise<string> {
  // A clock that is far off is no reason for not keeping it: git refuses dates before 1970, and in words those after 2099.
  const date = `@${Math.max(0, Math.floor(Date.parse(at) / 1_000) || 0)} +0000`;
  const who = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date };
  const env = { ...who, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date };
  const args = ["commit-tree", tree, ...parents.flatMap((parent) => ["-p", parent])];
  return git.line(args, { input: `${words}\n`, env });
}

/** All files of a state. */
export async function listFiles(git: Git, state: string): Promise<readonly ListedFile[]> {
  const { out } = await git.run(["ls-tree", "-r", "-l", "-z", "--full-tree", state]);
  return out
    .toString("utf8")
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => {
      const [facts = "", path = ""] = [line.slice(0, line.indexOf("\t")), line.slice(line.indexOf("\t") + 1)];
      const [mode = "", , name = "", size = ""] = facts.split(/ +/u);
      return { mode, name, size: /^\d+$/u.test(size) ? Number(size) : -1, path };
    });
}

/** Bytes of the contents of these names. */
export async function sizesOf(git: Git, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map();
  const { out } = await git.run(["cat-file", "--batch-check"], { input: `${names.join("\n")}\n` });
  const lines = out.toString("utf8").trim().split("\n");
  return new Map(names.map((name, at) => [name, Number(lines[at]?.split(" ")[2])]));
}

/** Contents, and bytes of them, that are held at once. */
const together = { contents: 5_000, bytes: 64 * 1024 * 1024 } as const;

/** What has to be read in the same order, in portions that can be held at once. `sizeOf`: bytes. */
export function inPortions<T>(all: readonly T[], sizeOf: (one: T) => number): readonly (readonly T[])[] {
  const portions: T[][] = [];
  let bytes = together.bytes;
  for (const one of all) {
    const last = portions.at(-1);
    if (last && bytes < together.bytes && last.length < together.contents) last.push(one);
    else {
      portions.push([one]);
      bytes = 0;
    }
    bytes += sizeOf(one);
  }
  return portions;
}

/** The contents of these names, each to `take` as it is read. `sizeOf`: bytes. */
export async function readContents(
  git: Git,
  names: readonly string[],
  sizeOf: (name: string) => number,
  take: (name: string, content: Buffer) => Promise<void>,
): Promise<void> {
  for (const batch of inPortions(names, sizeOf)) {
    const limit = batch.reduce((sum, name) => sum + sizeOf(name) + 128, 0);
    const { out } = await git.run(["cat-file", "--batch"], { input: `${batch.join("\n")}\n`, limit });
    let from = 0;
    for (const name of batch) {
      const head = out.indexOf(0x0a, from) + 1;
      const size = Number(out.toString("utf8", from, head).trim().split(" ")[2]);
      await take(name, out.subarray(head, head + size));
      from = head + size + 1;
    }
  }
}

/** The contents of as few names as can be held at once. `sizeOf`: bytes. */
export async function contentsOf(
  git: Git,
  names: Iterable<string>,
  sizeOf: (name: string) => number,
): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  await readContents(git, [...new Set(names)], sizeOf, async (name, content) => {
    contents.set(name, content);
  });
  return contents;
}

export async function readContent(git: Git, name: string): Promise<Buffer> {
  return (await git.run(["cat-file", "blob", name])).out;
}

/** The state that a name of ours stands for; `null` for none. */
export async function stateOf(git: Git, ref: string): Promise<string | null> {
  const { code, out } = await git.run(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`], {
    answers: [1],
  });
  return code === 0 ? out.toString("utf8").trim() : null;
}

/** Whether one state came before another, or is it. */
export async function isBefore(git: Git, earlier: string, later: string): Promise<boolean> {
  const { code } = await git.run(["merge-base", "--is-ancestor", earlier, later], { answers: [1] });
  return code === 0;
}

/** What two states come from; `null` where they have nothing in common. */
export async function commonState(git: Git, one: string, other: string): Promise<string | null> {
  const { code, out } = await git.run(["merge-base", one, other], { answers: [1] });
  return code === 0 ? out.toString("utf8").trim() : null;
}
