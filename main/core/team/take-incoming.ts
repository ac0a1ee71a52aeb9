// Takes the changes of colleagues from the shared repository into the project on this machine: they are examined, merged over the common state, and written.
// The next sync finishes an interrupted one, and writes sets that were held back once they may be seen.
import type { SyncStage } from "../../../shared/api/team.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { type Tree, treeDifference } from "../../../shared/team/merge-trees.ts";
import type { Git } from "../../storage/git/git.ts";
import {
  commonState,
  isBefore,
  keepState,
  keepTree,
  type ListedFile,
  listFiles,
  readContent,
  stateOf,
} from "../../storage/git/git-store.ts";
import { projectFile, registryFile } from "../../storage/project/project-folder.ts";
import { checkContents, checkListed } from "./check-incoming.ts";
import { aroundHeldBack, readHeldBack, toHoldBack, withoutPaths, writeHeldBack } from "./held-back.ts";
import { type TeamWork, workByPerson } from "./journal-work.ts";
import { mergeContents, type Trees } from "./merge-files.ts";
import { applyTree, keepProject } from "./shared-tree.ts";
import { readProject, readRegistry } from "./team-files.ts";
import {
  addConflicts,
  isListedWithMarks,
  refs,
  type SharedPlace,
  storeIn,
  type TeamConflict,
  type TeamContext,
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
export interface Syncing extends HeldProject {
  readonly context: TeamContext;
  readonly folder: string;
  readonly shared: SharedPlace;
  readonly git: Git;
}

export const treeOf = (files: Awaited<ReturnType<typeof listFiles>>): Tree =>
  new Map(files.map(({ path, name }) => [path, name]));

export const sumOfReports = (one: SyncReport, other: SyncReport): SyncReport => ({
  sent: one.sent + other.sent,
  came: one.came + other.came,
  articles: one.articles + other.articles,
  changes: one.changes + other.changes,
  newArticles: [...one.newArticles, ...other.newArticles],
  work: [...one.work, ...other.work],
  conflicts: [...one.conflicts, ...other.conflicts],
});

const articleIdOf = (path: string): Id | null =>
  /^articles\/([a-z2-7]+)\/article\.json$/u.exec(path)?.[1] ?? null;

export const nothingCame: SyncReport = {
  ...{ sent: 0, came: 0, articles: 0, changes: 0 },
  ...{ newArticles: [], work: [], conflicts: [] },
};

/** Whether what is there holds anything that is not in the state of this side. */
export async function isNew({ git }: Syncing, there: string | null): Promise<boolean> {
  const mine = await stateOf(git, refs.mine);
  return there !== null && mine !== null && !(await isBefore(git, there, mine));
}

/** Examines and merges what is there, writes it into the project, and makes it the state of this side. */
export async function takeTheirs(syncing: Syncing, there: string | null): Promise<SyncReport> {
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
  const listed = areListed ? conflicts.filter((one) => !isListedWithMarks(one)) : conflicts;
  await addConflicts(disk, folder, listed);
  const heldBefore = await readHeldBack(disk, folder);
  const held = shared.blind ? await heldOf(syncing, heldBefore, ours, merged.tree) : new Set<string>();
  // Until it is written, what is held no longer is not in the project either, and is not to be taken for removed.
  await writeHeldBack(disk, folder, new Set([...heldBefore, ...held]));
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
  const differing = { heldBefore, held, from: ours, to: merged.tree };
  await applyTree({ disk, git, root, sizes, fence }, ...aroundHeldBack(differing));
  await git.run(["update-ref", refs.mine, state]);
  await writeHeldBack(disk, folder, held);
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
export async function finishTaking(syncing: Syncing): Promise<void> {
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
  const differing = { heldBefore: held, held, from: ours, to: merged.tree };
  await applyTree({ disk, git, root, sizes, fence }, ...aroundHeldBack(differing));
  await git.run(["update-ref", refs.mine, arriving]);
}

/** Of what is held back already and of what comes: what is to be held back. */
async function heldOf(
  { context, git, root }: Syncing,
  before: ReadonlySet<string>,
  ours: Tree,
  merged: Tree,
): Promise<ReadonlySet<string>> {
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

/** Whether anything is there to be written into the project before it is kept. */
export async function isWaiting(syncing: Syncing): Promise<boolean> {
  const { git } = syncing;
  const [mine, arriving] = [await stateOf(git, refs.mine), await stateOf(git, refs.arriving)];
  if (mine === null) return false;
  if (arriving !== null && !(await isBefore(git, arriving, mine))) return true;
  const { held, stillHeld } = await heldIn(syncing);
  return stillHeld.size < held.size;
}

/** Writes what was held back and is to be seen by now into the project. */
export async function release(syncing: Syncing): Promise<void> {
  const { context, git, root, folder, fence } = syncing;
  const { disk } = context;
  const { files, held, stillHeld } = await heldIn(syncing);
  if (stillHeld.size === held.size) return;
  const tree = treeOf(files);
  const sizes = new Map(files.map(({ name, size }) => [name, size]));
  await applyTree({ disk, git, root, sizes, fence }, withoutPaths(tree, held), withoutPaths(tree, stillHeld));
  await writeHeldBack(disk, folder, stillHeld);
}

interface HeldBack {
  /** Of the state of this side. */
  readonly files: readonly ListedFile[];
  readonly held: ReadonlySet<string>;
  /** Those of them that are not to be seen by now either. */
  readonly stillHeld: ReadonlySet<string>;
}

async function heldIn({ context, git, root, folder, shared }: Syncing): Promise<HeldBack> {
  const held = await readHeldBack(context.disk, folder);
  const mine = await stateOf(git, refs.mine);
  if (held.size === 0 || mine === null) return { files: [], held: new Set(), stillHeld: new Set() };
  const files = await listFiles(git, mine);
  const project = await projectIn(git, treeOf(files));
  const stillHeld = shared.blind ? await toHoldBack(context, root, project, held) : new Set<string>();
  return { files, held, stillHeld };
}

const projectIn = async (git: Git, tree: Tree): Promise<Project> =>
  readProject(await readContent(git, tree.get(projectFile) ?? ""));

export const whoOf = ({ name, device, now }: TeamContext) => ({
  name: name === "" ? "Sayso" : name,
  email: `${device}@sayso.invalid`,
  at: now(),
});
