// Shares a project over git, and keeps what is here and what is there level: what was done here is kept as a state, what others did is fetched,
// examined, merged over what both come from and written into the project, and the outcome is sent. Whatever ends it, the project is whole, and
// doing it again does the rest: what is written before the store knows of it is found to be the same on both sides.
import { basename, dirname, join, resolve } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Tree, treeDifference } from "../../../shared/team/merge-trees.ts";
import { sharedKind } from "../../../shared/team/shared-file.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { makeFolders, statusIfAny } from "../../storage/files/durable-file.ts";
import { listReadable } from "../../storage/files/list-if-any.ts";
import type { Git } from "../../storage/git/git.ts";
import { isBefore, keepState, keepTree, listFiles, packStore, stateOf } from "../../storage/git/git-store.ts";
import { takeLock } from "../../storage/project/lock.ts";
import { openProjectFolder, realFolder } from "../../storage/project/project-folder.ts";
import { checkListed, ownFiles } from "./check-incoming.ts";
import { readHeldBack } from "./held-back.ts";
import { changesBetween } from "./journal-work.ts";
import { fetchBranch, isOvertaken, pushBranch } from "./shared-place.ts";
import { keepProject } from "./shared-tree.ts";
import {
  finishTaking,
  type HeldProject,
  isNew,
  isWaiting,
  nothingCame,
  release,
  type Syncing,
  type SyncReport,
  sumOfReports,
  takeTheirs,
  treeOf,
  whoOf,
} from "./take-incoming.ts";
import {
  gitOf,
  makeRepository,
  makeStore,
  ownBranch,
  reachedBy,
  readConflicts,
  readPlace,
  refs,
  type SharingChoice,
  storeIn,
  type TeamConflict,
  type TeamContext,
  teamBranch,
  teamFolder,
  writePlace,
} from "./team-store.ts";

interface SyncStatus {
  readonly address: string;
  /** Files that are not where the project is shared, or are others there. */
  readonly waiting: number;
  readonly conflicts: readonly TeamConflict[];
}

/** How often it is begun anew when somebody else has sent something meanwhile. */
const tries = 5;

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
  if ((await listReadable(disk, address)).length > 0) return;
  await makeRepository(context, address);
}

/** What this one sync is to do. */
interface SyncOptions extends SharingChoice {
  /** A branch that is received beside the team's and one's own. */
  readonly from?: string;
}

/** Brings what others sent and sends what is new here. Throws `team-not-shared` for a project that is not shared from this machine. */
export function syncProject(
  context: TeamContext,
  path: string,
  options: SyncOptions = {},
): Promise<SyncReport> {
  return withProject(context, path, (held) => syncHeld(context, held, options));
}

/** The same of a project that is held already. */
export async function syncHeld(
  context: TeamContext,
  held: HeldProject,
  { from, ...choice }: SyncOptions = {},
): Promise<SyncReport> {
  const syncing = await syncingOf(context, held, choice);
  const { open } = held;
  await writeWaiting(syncing);
  await keepCalmly(syncing);
  let report = nothingCame;
  for (let tried = 1; ; tried += 1) {
    open?.onStage("connecting");
    const there = await fetchState(syncing);
    report = sumOfReports(report, await takeCalmly(syncing, there));
    const own = await takeBranch(syncing, ownBranch(syncing.shared));
    const other = await takeBranch(syncing, from ?? null);
    if (from !== undefined && !other)
      throw new ApiError("team-nothing", { where: `${syncing.shared.address} ${from}` });
    for (const { taken } of [own, other].filter((one) => one !== null)) report = sumOfReports(report, taken);
    open?.onStage("sending");
    try {
      report = sumOfReports(report, await sendMine(syncing, own?.state ?? there));
      await packStore(syncing.git);
      return report;
    } catch (error) {
      if (!isOvertaken(error) || tried >= tries) throw error;
    }
  }
}

/** Takes what lies in another branch than the team's; `null` where none is asked for, or nothing lies there. */
async function takeBranch(syncing: Syncing, branch: string | null) {
  const { git, shared, open } = syncing;
  if (branch === null) return null;
  open?.onStage("connecting");
  const state = await fetchBranch(git, shared, branch);
  return state === null ? null : { state, taken: await takeCalmly(syncing, state) };
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
  const own = ownBranch(shared) === null ? null : await stateOf(git, refs.own);
  const seen = own ?? (await stateOf(git, refs.seen));
  const sent: Tree = seen === null ? new Map() : treeOf(await listFiles(git, seen));
  const heldBack = await readHeldBack(context.disk, folder);
  const keep = (): Promise<Tree> =>
    keepProject({ disk: context.disk, git, folder, heldBack }, root, project, sent);
  const now = await (open ? open.quietly(keep) : keep());
  const { written, removed } = treeDifference(sent, now);
  return {
    address: shared.address,
    waiting: written.length + removed.length,
    changes: await changesBetween(git, sent, now),
    conflicts: await readConflicts(context.disk, folder),
  };
}

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

/** What is at the address now, fetched; `null` where nothing is. Throws `team-refused` for a history that is not the one that was there. */
async function fetchState({ git, shared }: Syncing): Promise<string | null> {
  const state = await fetchBranch(git, shared);
  const seen = await stateOf(git, refs.seen);
  if (seen === null) return state;
  if (state === null) throw new ApiError("team-refused", { why: "emptied", file: "" });
  if (!(await isBefore(git, seen, state))) throw new ApiError("team-refused", { why: "rewritten", file: "" });
  // Else it is the state that is sent.
  if (ownBranch(shared) !== null) await git.run(["update-ref", refs.seen, state]);
  return state;
}

/** Sends the state of this side where it is not there, to one's own branch or the team's. */
async function sendMine({ git, shared }: Syncing, there: string | null): Promise<SyncReport> {
  const mine = await stateOf(git, refs.mine);
  if (mine === null) return nothingCame;
  const before: Tree = there === null ? new Map() : treeOf(await listFiles(git, there));
  const { written, removed } = treeDifference(before, treeOf(await listFiles(git, mine)));
  const own = ownBranch(shared);
  if (mine !== there) await pushBranch(git, shared, mine, own ?? teamBranch);
  await git.run(["update-ref", own === null ? refs.seen : refs.own, mine]);
  return { ...nothingCame, sent: mine === there ? 0 : written.length + removed.length };
}
