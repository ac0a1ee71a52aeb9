// A model of git: the calls that sharing a project makes of it, answered in memory with the names that git itself gives. What is fetched and sent goes
// from one repository of the same world to another. `model-git.test.ts` holds it to git: the same schedule leaves the same states.
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Disk } from "../../../main/storage/files/disk.ts";
import { readDurable, writeDurable } from "../../../main/storage/files/durable-file.ts";
import type { Git, GitOptions } from "../../../main/storage/git/git.ts";
import { ApiError } from "../../../shared/errors/errors.ts";

interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly at: number;
}

interface Entry {
  readonly mode: string;
  readonly name: string;
  readonly object: string;
}

/** All that any repository holds, by name: a name means one content everywhere. */
interface Objects {
  readonly blobs: Map<string, Buffer>;
  readonly trees: Map<string, readonly Entry[]>;
  readonly commits: Map<string, Commit>;
}

interface Repository {
  readonly refs: Map<string, string>;
  /** What of all objects is here. */
  readonly here: Set<string>;
  /** Lists of files that are being put together, by the paths of their index. */
  readonly indexes: Map<string, Map<string, string>>;
}

export interface ModelWorld {
  readonly objects: Objects;
  readonly repositories: Map<string, Repository>;
}

export const modelWorld = (): ModelWorld => ({
  objects: { blobs: new Map(), trees: new Map(), commits: new Map() },
  repositories: new Map(),
});

/** Another world that is the same now. */
export function copyOfWorld({ objects, repositories }: ModelWorld): ModelWorld {
  return {
    objects: {
      blobs: new Map(objects.blobs),
      trees: new Map(objects.trees),
      commits: new Map(objects.commits),
    },
    repositories: new Map(
      [...repositories].map(([id, { refs, here }]) => [
        id,
        { refs: new Map(refs), here: new Set(here), indexes: new Map() },
      ]),
    ),
  };
}

const failed = (problem: string): ApiError => new ApiError("git-failed", { problem });

const nameOf = (kind: "blob" | "tree" | "commit", content: Buffer): string =>
  createHash("sha1").update(`${kind} ${content.length}\0`).update(content).digest("hex");

/** Which repository lies in a folder is written in a file of it, so that it goes along when the folder is moved. */
const idFile = (store: string): string => join(store, "HEAD");

async function repositoryAt({ repositories }: ModelWorld, disk: Disk, store: string): Promise<Repository> {
  const bytes = await readDurable(disk, idFile(store), 1_000).catch(() => null);
  const found = bytes && repositories.get(Buffer.from(bytes).toString("utf8"));
  if (!found) throw failed(`fatal: '${store}' does not appear to be a git repository`);
  return found;
}

async function initialise(world: ModelWorld, disk: Disk, store: string): Promise<void> {
  if (await repositoryAt(world, disk, store).catch(() => null)) return;
  const id = `model ${world.repositories.size + 1}`;
  world.repositories.set(id, { refs: new Map(), here: new Set(), indexes: new Map() });
  await writeDurable(disk, idFile(store), Buffer.from(id));
}

/** What one call works with. */
interface Call {
  readonly world: ModelWorld;
  readonly disk: Disk;
  readonly store: string;
  readonly args: readonly string[];
  readonly input: Buffer;
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  repository(): Promise<Repository>;
}

interface Answer {
  readonly code: number;
  readonly out: Buffer;
}

const said = (text: string | Buffer = "", code = 0): Answer => ({ code, out: Buffer.from(text) });

/** Opens repositories of this world; `disk` is the machine's, not watched: what git does to it is not counted. */
export const modelGit =
  (world: ModelWorld, disk: Disk) =>
  ({ store, onCall }: GitOptions): Git => {
    const run: Git["run"] = async (args, { input = "", env = {}, folder = store, answers = [] } = {}) => {
      await onCall?.(args);
      const words = args[0] === "-c" ? args.slice(args.indexOf("gc")) : args;
      const work = commands[words[0] ?? ""];
      if (!work) throw new Error(`The model knows no git ${words.join(" ")}`);
      const answer = await work({
        ...{ world, disk, store, env, folder, args: words, input: Buffer.from(input) },
        repository: () => repositoryAt(world, disk, store),
      });
      if (answer.code !== 0 && !answers.includes(answer.code)) throw failed("fatal: not a valid object name");
      return answer;
    };
    return { run, line: async (args, call) => (await run(args, call)).out.toString("utf8").trim() };
  };

const commands: Readonly<Record<string, (call: Call) => Promise<Answer>>> = {
  init: async ({ world, disk, args, store }) => {
    await initialise(world, disk, args.at(-1) ?? store);
    return said();
  },
  gc: async () => said(),
  "hash-object": async (call) => said(`${(await hashed(call)).join("\n")}\n`),
  "update-index": async ({ repository, env, input }) => {
    const files = new Map<string, string>();
    for (const line of input.toString("utf8").split("\0").filter(Boolean)) {
      const [facts = "", path = ""] = line.split("\t");
      files.set(path, facts.split(" ")[1] ?? "");
    }
    (await repository()).indexes.set(env.GIT_INDEX_FILE ?? "", files);
    return said();
  },
  "write-tree": async ({ world, repository, env }) => {
    const { indexes, here } = await repository();
    return said(`${keepTree(world, here, indexes.get(env.GIT_INDEX_FILE ?? "") ?? new Map())}\n`);
  },
  "commit-tree": async (call) => said(`${await keepCommit(call)}\n`),
  "ls-tree": async ({ world, repository, args }) => {
    const commit = commitIn(world, await repository(), args.at(-1) ?? "");
    return said(listed(world, commit.tree, ""));
  },
  "cat-file": async ({ world, repository, args, input }) => {
    const { here } = await repository();
    const names = args[1] === "blob" ? [args[2] ?? ""] : input.toString("utf8").trim().split("\n");
    const contents = names.map((name) => {
      const content = here.has(name) ? world.objects.blobs.get(name) : undefined;
      if (!content) throw failed(`fatal: Not a valid object name ${name}`);
      return content;
    });
    if (args[1] === "blob") return said(contents[0]);
    if (args[1] === "--batch-check")
      return said(contents.map((content, at) => `${names[at]} blob ${content.length}\n`).join(""));
    const parts = contents.flatMap((content, at) => [
      Buffer.from(`${names[at]} blob ${content.length}\n`),
      content,
      Buffer.from("\n"),
    ]);
    return said(Buffer.concat(parts));
  },
  "rev-parse": async ({ repository, args }) => {
    const { refs, here } = await repository();
    const asked = (args.at(-1) ?? "").replace("^{commit}", "");
    const name = refs.get(asked) ?? (here.has(asked) ? asked : undefined);
    return name === undefined ? said("", 1) : said(`${name}\n`);
  },
  "merge-base": async ({ world, repository, args }) => {
    const here = await repository();
    const isAsking = args[1] === "--is-ancestor";
    const [one = "", other = ""] = args.slice(isAsking ? 2 : 1);
    for (const name of [one, other]) commitIn(world, here, name);
    if (isAsking) return said("", ancestors(world, other).has(one) ? 0 : 1);
    const best = bestCommon(world, one, other);
    return best === undefined ? said("", 1) : said(`${best}\n`);
  },
  "update-ref": async ({ world, repository, args }) => {
    const here = await repository();
    commitIn(world, here, args[2] ?? "");
    here.refs.set(args[1] ?? "", args[2] ?? "");
    return said();
  },
  log: async ({ world, repository, args }) =>
    said(`${commitIn(world, await repository(), args.at(-1) ?? "").author}\n`),
  "ls-remote": async ({ world, disk, args }) => {
    const [address = "", ref = ""] = args.slice(args.indexOf("--") + 1);
    const name = (await repositoryAt(world, disk, address)).refs.get(ref);
    return said(name === undefined ? "" : `${name}\t${ref}\n`);
  },
  fetch: async ({ world, disk, args, repository }) => {
    const [address = "", spec = ""] = args.slice(args.indexOf("--") + 1);
    const [from = "", to = ""] = spec.replace("+", "").split(":");
    const name = (await repositoryAt(world, disk, address)).refs.get(from);
    if (name === undefined) throw failed(`fatal: couldn't find remote ref ${from}`);
    const { here, refs } = await repository();
    bring(world, here, name);
    refs.set(to, name);
    return said();
  },
  push: async ({ world, disk, args, repository }) => {
    const [address = "", spec = ""] = args.slice(args.indexOf("--") + 1);
    const isForced = spec.startsWith("+");
    const [name = "", to = ""] = spec.replace("+", "").split(":");
    commitIn(world, await repository(), name);
    const there = await repositoryAt(world, disk, address);
    const before = there.refs.get(to);
    if (before !== undefined && !isForced && !ancestors(world, name).has(before))
      throw failed(`error: failed to push some refs to '${address}'`);
    bring(world, there.here, name);
    there.refs.set(to, name);
    return said();
  },
};

async function hashed({ world, disk, repository, args, input, folder }: Call): Promise<readonly string[]> {
  const { here } = await repository();
  const keep = (content: Buffer): string => {
    const name = nameOf("blob", content);
    world.objects.blobs.set(name, content);
    here.add(name);
    return name;
  };
  if (!args.includes("--stdin-paths")) return [keep(input)];
  const names: string[] = [];
  for (const path of input.toString("utf8").trim().split("\n")) {
    const content = await readDurable(disk, join(folder, path), 1024 * 1024 * 1024);
    if (content === null) throw failed(`fatal: could not open '${path}' for reading`);
    names.push(keep(Buffer.from(content)));
  }
  return names;
}

/** Keeps a list of files as trees within trees, and gives the name of the outermost. */
function keepTree(world: ModelWorld, here: Set<string>, files: ReadonlyMap<string, string>): string {
  const entries: Entry[] = [];
  const folders = new Map<string, Map<string, string>>();
  for (const [path, object] of files) {
    const at = path.indexOf("/");
    if (at < 0) entries.push({ mode: "100644", name: path, object });
    else {
      const within = folders.get(path.slice(0, at)) ?? new Map<string, string>();
      folders.set(path.slice(0, at), within.set(path.slice(at + 1), object));
    }
  }
  for (const [name, within] of folders)
    entries.push({ mode: "40000", name, object: keepTree(world, here, within) });
  const keyOf = ({ mode, name }: Entry): Buffer => Buffer.from(mode === "40000" ? `${name}/` : name);
  entries.sort((a, b) => Buffer.compare(keyOf(a), keyOf(b)));
  const content = Buffer.concat(
    entries.flatMap(({ mode, name, object }) => [
      Buffer.from(`${mode} ${name}\0`),
      Buffer.from(object, "hex"),
    ]),
  );
  const name = nameOf("tree", content);
  world.objects.trees.set(name, entries);
  here.add(name);
  return name;
}

async function keepCommit({ world, repository, args, env, input }: Call): Promise<string> {
  const { here } = await repository();
  const [tree = "", ...rest] = args.slice(1);
  const parents = rest.filter((one) => one !== "-p");
  const author = env.GIT_AUTHOR_NAME ?? "";
  const [, seconds = "0"] = /^@(\d+) \+0000$/u.exec(env.GIT_AUTHOR_DATE ?? "") ?? [];
  const who = `${author} <${env.GIT_AUTHOR_EMAIL}> ${seconds} +0000`;
  const lines = [
    `tree ${tree}`,
    ...parents.map((one) => `parent ${one}`),
    `author ${who}`,
    `committer ${who}`,
    "",
    input.toString("utf8"),
  ];
  const name = nameOf("commit", Buffer.from(lines.join("\n")));
  world.objects.commits.set(name, { tree, parents, author, at: Number(seconds) });
  here.add(name);
  return name;
}

function commitIn({ objects }: ModelWorld, { here, refs }: Repository, asked: string): Commit {
  const name = refs.get(asked) ?? asked;
  const commit = here.has(name) ? objects.commits.get(name) : undefined;
  if (!commit) throw failed(`fatal: Not a valid object name ${asked}`);
  return commit;
}

function listed({ objects }: ModelWorld, tree: string, above: string): string {
  return (objects.trees.get(tree) ?? [])
    .map(({ mode, name, object }) => {
      if (mode === "40000") return listed({ objects } as ModelWorld, object, `${above}${name}/`);
      const size = objects.blobs.get(object)?.length ?? 0;
      return `${mode} blob ${object} ${String(size).padStart(7)}\t${above}${name}\0`;
    })
    .join("");
}

/** It and all that came before it. */
function ancestors({ objects }: ModelWorld, name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [name];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (found.has(one)) continue;
    found.add(one);
    waiting.push(...(objects.commits.get(one)?.parents ?? []));
  }
  return found;
}

/** What both come from and nothing later does; of several the one that was made last. */
function bestCommon(world: ModelWorld, one: string, other: string): string | undefined {
  const of = ancestors(world, other);
  const common = [...ancestors(world, one)].filter((name) => of.has(name));
  // What comes before something common is common as well.
  const earlier = new Set(common.flatMap((name) => world.objects.commits.get(name)?.parents ?? []));
  const atOf = (name: string): number => world.objects.commits.get(name)?.at ?? 0;
  return common.filter((name) => !earlier.has(name)).sort((a, b) => atOf(b) - atOf(a))[0];
}

/** Makes a state and all that it needs part of a repository. */
function bring(world: ModelWorld, here: Set<string>, name: string): void {
  if (here.has(name)) return;
  const commit = world.objects.commits.get(name);
  if (!commit) return;
  for (const parent of commit.parents) bring(world, here, parent);
  bringTree(world, here, commit.tree);
  here.add(name);
}

function bringTree(world: ModelWorld, here: Set<string>, tree: string): void {
  if (here.has(tree)) return;
  for (const { mode, object } of world.objects.trees.get(tree) ?? [])
    if (mode === "40000") bringTree(world, here, object);
    else here.add(object);
  here.add(tree);
}

/** The names that states have in the repository of a folder, and the files of each. */
export async function pictureOfModel(
  world: ModelWorld,
  disk: Disk,
  store: string,
): Promise<Record<string, string>> {
  const { refs } = await repositoryAt(world, disk, store);
  return Object.fromEntries(
    [...refs].flatMap(([ref, name]) => [
      [ref, name],
      [`files of ${ref}`, listed(world, world.objects.commits.get(name)?.tree ?? "", "")],
    ]),
  );
}
