// Shares a project over git, takes a shared one, and keeps the two level: what was done here is kept as a state, what others did is fetched,
// examined, merged over what both come from and written into the project, and the outcome is sent. Whatever ends it, the project is whole, and
// doing it again does the rest: what is written before the store knows of it is found to be the same on both sides.
import { basename, dirname, join, resolve } from "node:path";
import type { SyncStage } from "../../../shared/api/team.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { type Tree, treeDifference } from "../../../shared/team/merge-trees.ts";
import { sharedKind } from "../../../shared/team/shared-file.ts";
import { moveFolder, removeTree } from "../../storage/files/copy-folder.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { makeFolders, statusIfAny } from "../../storage/files/durable-file.ts";
import { listIfAny } from "../../storage/files/list-if-any.ts";
import { type Git, otherEnd, type Reached } from "../../storage/git/git.ts";
import {
  commonState,
  isBefore,
  keepState,
  keepTree,
  listFiles,
  packStore,
  readContent,
  stateOf,
} from "../../storage/git/git-store.ts";
import { takeLock } from "../../storage/project/lock.ts";
import {
  openProjectFolder,
  projectFile,
  realFolder,
  registryFile,
  writeMissingOpener,
} from "../../storage/project/project-folder.ts";
import { checkContents, checkListed, ownFiles } from "./check-incoming.ts";
import { readHeldBack, toHoldBack, withoutPaths, writeHeldBack } from "./held-back.ts";
import { changesBetween, type TeamWork, workByPerson } from "./journal-work.ts";
import { mergeContents, type Trees } from "./merge-files.ts";
import { applyTree, keepProject } from "./shared-tree.ts";
import { readProject, readRegistry } from "./team-files.ts";
import {
  addConflicts,
  branch,
  gitOf,
  makeRepository,
  makeStore,
  reachedBy,
  readConflicts,
  readPlace,
  refs,
  type SharedPlace,
  storeIn,
  type TeamConflict,
  type TeamContext,
  teamFolder,
  writePlace,
} from "./team-store.ts";

export interface SyncReport {
  /** Files that were sent, and files that came. */
  readonly sent: number;
  readonly came: number;
  /** Articles that came, and changes in others' journals. */
  readonly articles: number;
  readonly changes: number;
  /** Those articles, and whose changes they are. */
  readonly newArticles: readonly Id[];
  readonly work: readonly TeamWork[];
  /** What both sides changed, found by this sync. */
  readonly conflicts: readonly TeamConflict[];
}

interface SyncStatus {
  readonly address: string;
  /** Files that are not where the project is shared, or are others there. */
  readonly waiting: number;
  readonly conflicts: readonly TeamConflict[];
}

/** A project that this process alone may write. */
export interface HeldProject {
  readonly root: string;
  readonly project: Id;
  fence(): Promise<void>;
  /** Where the project is open besides: how its own work and what came keep out of each other's way. */
  readonly open?: OpenBeside;
}

/** A project that somebody works on meanwhile. */
interface OpenBeside {
  /** Does the work while nothing is saved. */
  quietly<T>(work: () => Promise<T>): Promise<T>;
  /** Does the work, which writes what came, while nothing is saved, and takes it into what is open from outside. */
  taking(work: () => Promise<SyncReport>): Promise<SyncReport>;
  /** Hears of the entities on both sides, and of those that both come from, where both changed some: it keeps what they say differently. */
  onEntities(base: readonly Entity[], ours: readonly Entity[], theirs: readonly Entity[]): Promise<void>;
  onStage(stage: SyncStage): void;
}

/** What one sync works with. */
interface Syncing extends HeldProject {
  readonly context: TeamContext;
  readonly folder: string;
  readonly shared: SharedPlace;
  readonly git: Git;
}

/** How often it is begun anew when somebody else has sent something meanwhile. */
const tries = 5;

/** What somebody asks of sharing, kept for the times after; absent: as it was. */
export type SharingChoice = Pick<SharedPlace, "blind" | "large">;

/** Shares a project for the first time. Throws `team-shared` where it is, `team-taken` where something else lies at the address. */
export function shareProject(
  context: TeamContext,
  path: string,
  to: string,
  choice: SharingChoice = {},
): Promise<SyncReport> {
  reachedBy(to);
  return withProject(context, path, (held) => shareHeld(context, held, to, choice));
}

/** The same of a project that is held already. */
export async function shareHeld(
  context: TeamContext,
  held: HeldProject,
  to: string,
  choice: SharingChoice = {},
): Promise<SyncReport> {
  const { root, project, open } = held;
  const reached = reachedBy(to);
  const address = reached === "folder" ? resolve(to) : to;
  const before = await readPlace(context, project);
  if (before) throw new ApiError("team-shared", { where: before.address });
  const folder = await makeStore(context, project);
  const shared = { address, reached, root, ...choice };
  if (reached === "folder") await makeSharedFolder(context, address);
  const git = gitOf(context, folder, reached);
  const syncing: Syncing = { ...held, context, folder, shared, git };
  open?.onStage("connecting");
  const there = await fetchState(syncing);
  const mine = await stateOf(git, refs.mine);
  // A first try that was ended after it had sent is what lies there.
  if (there !== null && (mine === null || !(await isBefore(git, there, mine)))) {
    if (mine !== null || !(await isBesideProjects(git, there)))
      throw new ApiError("team-taken", { where: address });
    await git.run(["update-ref", refs.mine, there]);
  }
  await keepCalmly(syncing);
  open?.onStage("sending");
  const report = await sendMine(syncing, there);
  await writePlace(context.disk, folder, shared);
  return report;
}

/** Whether only files lie there that belong to no project, such as those that a forge begins a repository with. */
async function isBesideProjects(git: Git, state: string): Promise<boolean> {
  const tree = checkListed(await listFiles(git, state));
  return [...tree.keys()].every((path) => sharedKind(path) === null && !(path in ownFiles));
}

/** A folder that is not there or empty becomes a repository that others can reach. */
async function makeSharedFolder(context: TeamContext, address: string): Promise<void> {
  const { disk } = context;
  const status = await statusIfAny(disk, address);
  if (status && status.kind !== "folder") throw new ApiError("team-address", { value: address });
  if (!status) await makeFolders(disk, dirname(address), basename(address));
  if ((await listIfAny(disk, address)).length > 0) return;
  await makeRepository(context, address);
}

/** Takes a shared project into a folder that is not there, or empty. */
export async function cloneProject(
  context: TeamContext,
  from: string,
  to: string,
  choice: SharingChoice = {},
): Promise<SyncReport & { readonly root: string }> {
  const { disk } = context;
  const reached = reachedBy(from);
  const address = reached === "folder" ? resolve(from) : from;
  const root = resolve(to);
  if ((await listIfAny(disk, root)).length > 0)
    throw new ApiError("folder-not-empty", { file: basename(root) });
  if (reached === "folder" && !(await statusIfAny(disk, address)))
    throw new ApiError("team-nothing", { where: address });
  const arriving = await makeStore(context, "arriving");
  const staged = join(dirname(root), `.${basename(root)}.arriving`);
  try {
    const git = gitOf(context, arriving, reached);
    const state = await fetchFrom(git, { address, reached });
    if (state === null) throw new ApiError("team-nothing", { where: address });
    const { tree, sizes, project: whole } = await firstTree(context, git, state);
    const project = whole.id;
    const folder = teamFolder(context.home, project);
    const before = await readPlace(context, project);
    if (before && (await statusIfAny(disk, join(before.root, "project.json"))))
      throw new ApiError("team-here", { where: before.root });
    await removeTree(disk, staged);
    const into = await makeFolders(disk, dirname(root), basename(staged));
    const fence = async (): Promise<void> => undefined;
    const held = choice.blind ? await toHoldBack(context, into, whole, tree.keys()) : new Set<string>();
    await applyTree({ disk, git, root: into, sizes, fence }, new Map(), withoutPaths(tree, held));
    await writeMissingOpener(disk, into);
    await writeHeldBack(disk, arriving, held);
    await git.run(["update-ref", refs.mine, state]);
    await git.run(["update-ref", refs.seen, state]);
    await writePlace(disk, arriving, { address, reached, root, ...choice });
    await removeTree(disk, folder);
    await moveFolder(disk, arriving, folder);
    if (await statusIfAny(disk, root)) await disk.removeFolder(root);
    await moveFolder(disk, into, root);
    const articles = [...tree.keys()].filter((path) => articleIdOf(path) !== null).length;
    return { ...nothingCame, root, came: tree.size, articles };
  } finally {
    for (const left of [arriving, staged]) if (await statusIfAny(disk, left)) await removeTree(disk, left);
  }
}

async function firstTree({ device }: TeamContext, git: Git, state: string) {
  const files = await listFiles(git, state);
  const tree = checkListed(files);
  const sizes = new Map(files.map(({ name, size }) => [name, size]));
  const none: Tree = new Map();
  await checkContents(git, { base: none, ours: none, theirs: tree, sizes, project: null, device });
  const project = readProject(await readContent(git, tree.get("project.json") ?? ""));
  return { tree, sizes, project };
}

/** Brings what others sent and sends what is new here. Throws `team-not-shared` for a project that is not shared from this machine. */
export function syncProject(
  context: TeamContext,
  path: string,
  choice: SharingChoice = {},
): Promise<SyncReport> {
  return withProject(context, path, (held) => syncHeld(context, held, choice));
}

/** The same of a project that is held already. */
export async function syncHeld(
  context: TeamContext,
  held: HeldProject,
  choice: SharingChoice = {},
): Promise<SyncReport> {
  const syncing = await syncingOf(context, held, choice);
  const { open } = held;
  await writeWaiting(syncing);
  await keepCalmly(syncing);
  let report = nothingCame;
  for (let tried = 1; ; tried += 1) {
    open?.onStage("connecting");
    const there = await fetchState(syncing);
    report = joined(report, await takeCalmly(syncing, there));
    open?.onStage("sending");
    try {
      report = joined(report, await sendMine(syncing, there));
      await packStore(syncing.git);
      return report;
    } catch (error) {
      if (!isOvertaken(error) || tried >= tries) throw error;
    }
  }
}

/** Writes what an interrupted sync left, and what was held back and is to be seen by now, into the project. */
async function writeWaiting(syncing: Syncing): Promise<void> {
  const { open } = syncing;
  const write = async (writing: Syncing): Promise<SyncReport> => {
    await finishTaking(writing);
    await release(writing);
    return nothingCame;
  };
  if (!open) await write(syncing);
  else if (await isWaiting(syncing)) await open.taking(() => write(untilDone(syncing)));
}

/** Whether anything is there to be written into the project before it is kept. */
async function isWaiting({ context, git, folder }: Syncing): Promise<boolean> {
  const [mine, arriving] = [await stateOf(git, refs.mine), await stateOf(git, refs.arriving)];
  if (mine === null) return false;
  return (
    (arriving !== null && !(await isBefore(git, arriving, mine))) ||
    (await readHeldBack(context.disk, folder)).size > 0
  );
}

/** Keeps the project as it is here, while nothing is saved into it. */
async function keepCalmly(syncing: Syncing): Promise<void> {
  const { open } = syncing;
  open?.onStage("reading");
  if (!open) return void (await keepMine(syncing));
  await open.quietly(async () => {
    // Who works here enters the project with their first write, which is now.
    await syncing.fence();
    await keepMine(syncing);
  });
}

/** Takes what is there. Of a project that is open it is merged into what was saved until then, and what became of that is kept as well. */
async function takeCalmly(syncing: Syncing, there: string | null): Promise<SyncReport> {
  const { open } = syncing;
  if (!open) return takeTheirs(syncing, there);
  if (!(await isNew(syncing, there))) return nothingCame;
  open.onStage("merging");
  const lasting = untilDone(syncing);
  const report = await open.taking(async () => {
    await keepMine(lasting);
    return takeTheirs(lasting, there);
  });
  await keepCalmly(syncing);
  return report;
}

/** For what is written to its end, also when nobody waits for it any more. */
const untilDone = (syncing: Syncing): Syncing => ({
  ...syncing,
  git: gitOf(withoutSignal(syncing.context), syncing.folder),
});

const withoutSignal = ({ signal: _signal, ...context }: TeamContext): TeamContext => context;

/** What waits to be sent, and what nobody has seen to; reaches nothing outside this machine. */
export function statusOfProject(context: TeamContext, path: string): Promise<SyncStatus> {
  return withProject(context, path, (held) => statusHeld(context, held));
}

/** The same of a project that is held already. */
export async function statusHeld(
  context: TeamContext,
  held: HeldProject,
): Promise<SyncStatus & { readonly changes: number }> {
  const { root, project, open } = held;
  const { git, folder, shared } = await syncingOf(context, held);
  const seen = await stateOf(git, refs.seen);
  const sent: Tree = seen === null ? new Map() : treeOf(await listFiles(git, seen));
  const heldBack = await readHeldBack(context.disk, folder);
  const keep = (): Promise<Tree> => keepProject({ disk: context.disk, git, heldBack }, root, project, sent);
  const now = await (open ? open.quietly(keep) : keep());
  const { written, removed } = treeDifference(sent, now);
  return {
    address: shared.address,
    waiting: written.length + removed.length,
    changes: await changesBetween(git, sent, now),
    conflicts: await readConflicts(context.disk, folder),
  };
}

const joined = (one: SyncReport, other: SyncReport): SyncReport => ({
  sent: one.sent + other.sent,
  came: one.came + other.came,
  articles: one.articles + other.articles,
  changes: one.changes + other.changes,
  newArticles: [...one.newArticles, ...other.newArticles],
  work: [...one.work, ...other.work],
  conflicts: [...one.conflicts, ...other.conflicts],
});

/** Holds the project's lock meanwhile: nobody writes into what is being kept. */
async function withProject<T>(
  { disk, version, name, now }: TeamContext,
  path: string,
  work: (held: HeldProject) => Promise<T>,
): Promise<T> {
  const root = await realFolder(disk, path);
  const lock = await takeLock({ disk, root, holder: name, version, now, folders: [root] });
  try {
    const { project, unsafe } = await openProjectFolder(disk, root);
    if (unsafe)
      throw new ApiError(unsafe.why === "newer" ? "project-newer" : "project-damaged", unsafe.detail);
    return await work({ root, project: project.data().id, fence: () => lock.fence() });
  } finally {
    await lock.release();
  }
}

async function syncingOf(
  context: TeamContext,
  held: HeldProject,
  choice: SharingChoice = {},
): Promise<Syncing> {
  const { root, project } = held;
  const shared = await readPlace(context, project);
  if (!shared) throw new ApiError("team-not-shared", { name: basename(root) });
  // A copy of the project's folder would go on writing the same journals as the folder that it was made of.
  if (shared.root !== root && (await statusIfAny(context.disk, join(shared.root, "project.json"))))
    throw new ApiError("team-here", { where: shared.root });
  const isOther = Object.entries(choice).some(([name, value]) => Reflect.get(shared, name) !== value);
  if (shared.root !== root || isOther)
    await writePlace(context.disk, teamFolder(context.home, project), { ...shared, root, ...choice });
  const folder = await makeStore(context, project);
  const git = gitOf(context, folder, shared.reached);
  return { ...held, context, folder, shared: { ...shared, root, ...choice }, git };
}

const treeOf = (files: Awaited<ReturnType<typeof listFiles>>): Tree =>
  new Map(files.map(({ path, name }) => [path, name]));

/** Writes what was held back and is to be seen by now into the project. */
async function release({ context, git, root, folder, shared, fence }: Syncing): Promise<void> {
  const { disk } = context;
  const held = await readHeldBack(disk, folder);
  const mine = await stateOf(git, refs.mine);
  if (held.size === 0 || mine === null) return;
  const files = await listFiles(git, mine);
  const tree = treeOf(files);
  const stays = shared.blind
    ? await toHoldBack(context, root, await projectIn(git, tree), held)
    : new Set<string>();
  const sizes = new Map(files.map(({ name, size }) => [name, size]));
  await applyTree({ disk, git, root, sizes, fence }, withoutPaths(tree, held), withoutPaths(tree, stays));
  await writeHeldBack(disk, folder, stays);
}

const projectIn = async (git: Git, tree: Tree): Promise<Project> =>
  readProject(await readContent(git, tree.get(projectFile) ?? ""));

/** Keeps the project as it is here as a state behind the last one. */
async function keepMine({ context, git, root, project, folder, shared }: Syncing): Promise<string> {
  const last = await stateOf(git, refs.mine);
  const before: Tree = last === null ? new Map() : treeOf(await listFiles(git, last));
  const heldBack = await readHeldBack(context.disk, folder);
  const tree = await keepProject({ disk: context.disk, git, folder, heldBack }, root, project, before);
  const { written, removed } = treeDifference(before, tree);
  if (shared.reached !== "folder" && !shared.large) await refuseLarge(context.disk, root, written);
  if (last !== null && written.length + removed.length === 0) return last;
  const name = await keepTree(git, context.disk, storeIn(folder), tree);
  const state = await keepState(git, name, last === null ? [] : [last], whoOf(context), "Sync");
  await git.run(["update-ref", refs.mine, state]);
  return state;
}

/** Bytes of a file that every forge takes. */
const mostOfForge = 100 * 1024 * 1024;

/** What is in a state has to be sent with it, so that it is looked at before. Throws `team-large` with the first. */
async function refuseLarge(disk: Disk, root: string, paths: readonly string[]): Promise<void> {
  for (const file of paths) {
    const bytes = (await statusIfAny(disk, join(root, ...file.split("/"))))?.size ?? 0;
    if (bytes > mostOfForge) throw new ApiError("team-large", { file, bytes, limit: mostOfForge });
  }
}

const whoOf = ({ name, device, now }: TeamContext) => ({
  name: name === "" ? "Sayso" : name,
  email: `${device}@sayso.invalid`,
  at: now(),
});

/** What is at the address now, fetched; `null` where nothing is. Throws `team-refused` for a history that is not the one that was there. */
async function fetchState({ git, shared }: Syncing): Promise<string | null> {
  const state = await fetchFrom(git, shared);
  const seen = await stateOf(git, refs.seen);
  if (seen === null) return state;
  if (state === null) throw new ApiError("team-refused", { why: "emptied", file: "" });
  if (!(await isBefore(git, seen, state))) throw new ApiError("team-refused", { why: "rewritten", file: "" });
  return state;
}

async function fetchFrom(
  git: Git,
  { address, reached }: Pick<SharedPlace, "address" | "reached">,
): Promise<string | null> {
  const end = endOf(reached, "upload-pack");
  const { out } = await git.run(["ls-remote", ...end, "--", address, branch]);
  if (out.length === 0) return null;
  const options = [
    "--quiet",
    "--no-tags",
    "--no-write-fetch-head",
    "--no-recurse-submodules",
    "--no-auto-maintenance",
  ];
  await git.run(["fetch", ...options, ...end, "--", address, `+${branch}:${refs.fetched}`]);
  return stateOf(git, refs.fetched);
}

const endOf = (reached: Reached, program: "upload-pack" | "receive-pack"): readonly string[] =>
  reached === "folder" ? [`--${program}=${otherEnd(program)}`] : [];

const articleIdOf = (path: string): Id | null =>
  /^articles\/([a-z2-7]+)\/article\.json$/u.exec(path)?.[1] ?? null;

const nothingCame: SyncReport = {
  ...{ sent: 0, came: 0, articles: 0, changes: 0 },
  ...{ newArticles: [], work: [], conflicts: [] },
};

/** Whether what is there holds anything that is not in the state of this side. */
async function isNew({ git }: Syncing, there: string | null): Promise<boolean> {
  const mine = await stateOf(git, refs.mine);
  return there !== null && mine !== null && !(await isBefore(git, there, mine));
}

/** Examines and merges what is there, writes it into the project, and makes it the state of this side. */
async function takeTheirs(syncing: Syncing, there: string | null): Promise<SyncReport> {
  const { context, git, root, project, folder, shared, fence } = syncing;
  const { disk, device, now } = context;
  const mine = await stateOf(git, refs.mine);
  if (there === null || mine === null || !(await isNew(syncing, there))) return nothingCame;
  const from = await commonState(git, mine, there);
  if (from === null) throw new ApiError("team-refused", { why: "rewritten", file: "" });
  const [baseFiles, ourFiles, theirFiles] = [
    await listFiles(git, from),
    await listFiles(git, mine),
    await listFiles(git, there),
  ];
  const theirs = checkListed(theirFiles);
  const [base, ours] = [treeOf(baseFiles), treeOf(ourFiles)];
  const sizes = new Map([...baseFiles, ...ourFiles, ...theirFiles].map(({ name, size }) => [name, size]));
  const came = await checkContents(git, { base, ours, theirs, sizes, project, device });
  const trees = { base, ours, theirs };
  const merged = await mergeContents(git, trees);
  const by = await git.line(["log", "-1", "--format=%an", there]);
  const conflicts = merged.conflicts.map((one): TeamConflict => ({ ...one, by, at: now() }));
  for (const { name, size } of merged.kept) sizes.set(name, size);
  // What is listed with the marks of a project that is open is not listed a second time.
  const areListed = syncing.open !== undefined && (await tellEntities(git, trees, syncing.open));
  const listed = areListed ? conflicts.filter(({ file }) => file !== registryFile) : conflicts;
  await addConflicts(disk, folder, listed);
  const held = shared.blind ? await heldOf(syncing, ours, merged.tree) : new Set<string>();
  await writeHeldBack(disk, folder, held);
  const isTheirs = treeDifference(theirs, merged.tree);
  const isAsTheirs =
    isTheirs.written.length + isTheirs.removed.length === 0 && (await isBefore(git, mine, there));
  const state = isAsTheirs
    ? there
    : await keepState(
        git,
        await keepTree(git, disk, storeIn(folder), merged.tree),
        [mine, there],
        whoOf(context),
        "Merge",
      );
  await git.run(["update-ref", refs.arriving, state]);
  await applyTree(
    { disk, git, root, sizes, fence },
    withoutPaths(ours, held),
    withoutPaths(merged.tree, held),
  );
  await git.run(["update-ref", refs.mine, state]);
  const { written, removed } = treeDifference(ours, merged.tree);
  const newArticles = written.flatMap((path) => (ours.has(path) ? [] : (articleIdOf(path) ?? [])));
  const work = workByPerson(came);
  return {
    sent: 0,
    came: written.length + removed.length,
    articles: newArticles.length,
    changes: work.reduce((sum, { changes }) => sum + changes, 0),
    newArticles,
    work,
    conflicts,
  };
}

/**
 * Ends what an interrupted sync began to write. What lies here is merged with it over what lay here before: what was not written yet is, and what was
 * done to a file since stays, also where somebody else has changed that file again meanwhile.
 */
async function finishTaking(syncing: Syncing): Promise<void> {
  const { context, git, root, project, folder, fence } = syncing;
  const { disk, now } = context;
  const [mine, arriving] = [await stateOf(git, refs.mine), await stateOf(git, refs.arriving)];
  if (mine === null || arriving === null || (await isBefore(git, arriving, mine))) return;
  const [filesBefore, filesAfter] = [await listFiles(git, mine), await listFiles(git, arriving)];
  const [before, theirs] = [treeOf(filesBefore), treeOf(filesAfter)];
  const held = await readHeldBack(disk, folder);
  const ours = await keepProject({ disk, git, heldBack: held }, root, project, before);
  // What is here and was not before was written as it came.
  const written = [...theirs].filter(([path]) => !before.has(path) && ours.has(path));
  const merged = await mergeContents(git, { base: new Map([...before, ...written]), ours, theirs });
  const by = await git.line(["log", "-1", "--format=%an", arriving]);
  await addConflicts(
    disk,
    folder,
    merged.conflicts.map((one): TeamConflict => ({ ...one, by, at: now() })),
  );
  const known = [...filesBefore, ...filesAfter, ...merged.kept];
  const sizes = new Map(known.map(({ name, size }) => [name, size]));
  await applyTree(
    { disk, git, root, sizes, fence },
    withoutPaths(ours, held),
    withoutPaths(merged.tree, held),
  );
  await git.run(["update-ref", refs.mine, arriving]);
}

/** What is held back already, and what of that which comes is to be. */
async function heldOf(
  { context, git, root, folder }: Syncing,
  ours: Tree,
  merged: Tree,
): Promise<ReadonlySet<string>> {
  const before = await readHeldBack(context.disk, folder);
  const came = [...merged.keys()].filter((path) => before.has(path) || ours.get(path) !== merged.get(path));
  return toHoldBack(context, root, await projectIn(git, merged), came);
}

/** False where not both sides changed some: what a mention keeps is in conflict all the same. */
async function tellEntities(git: Git, { base, ours, theirs }: Trees, open: OpenBeside): Promise<boolean> {
  const [from, mine, came] = [base, ours, theirs].map((tree) => tree.get(registryFile));
  if (mine === undefined || came === undefined || mine === came || mine === from || came === from)
    return false;
  const entitiesIn = async (name: string): Promise<readonly Entity[]> =>
    readRegistry(await readContent(git, name)).entities;
  await open.onEntities(
    from === undefined ? [] : await entitiesIn(from),
    await entitiesIn(mine),
    await entitiesIn(came),
  );
  return true;
}

const overtaken =
  /\[rejected\]|\(fetch first\)|\(non-fast-forward\)|failed to push|stale info|cannot lock ref/u;

const isOvertaken = (error: unknown): boolean =>
  error instanceof ApiError && error.problem === "git-failed" && overtaken.test(String(error.detail.problem));

/** Sends the state of this side where it is not there. */
async function sendMine({ git, shared }: Syncing, there: string | null): Promise<SyncReport> {
  const mine = await stateOf(git, refs.mine);
  if (mine === null) return nothingCame;
  const before: Tree = there === null ? new Map() : treeOf(await listFiles(git, there));
  const { written, removed } = treeDifference(before, treeOf(await listFiles(git, mine)));
  if (mine !== there)
    await git.run([
      "push",
      "--quiet",
      ...endOf(shared.reached, "receive-pack"),
      "--",
      shared.address,
      `${mine}:${branch}`,
    ]);
  await git.run(["update-ref", refs.seen, mine]);
  return { ...nothingCame, sent: mine === there ? 0 : written.length + removed.length };
}
