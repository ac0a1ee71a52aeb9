// Takes a project that a team shares into a new folder. Until all of it is there it lies beside that folder, and its store in the home, under names
// that no other clone has; what one that was killed has left is removed by the next.
import { randomBytes } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Tree } from "../../../shared/team/merge-trees.ts";
import { sharedKind } from "../../../shared/team/shared-file.ts";
import { moveFolder, removeTree } from "../../storage/files/copy-folder.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { makeFolders, statusIfAny } from "../../storage/files/durable-file.ts";
import { listIfAny, listReadable } from "../../storage/files/list-if-any.ts";
import { createQueue } from "../../storage/files/queue.ts";
import { ignoreFailure, writeError } from "../../storage/files/storage-error.ts";
import type { Git } from "../../storage/git/git.ts";
import { listFiles, readContent } from "../../storage/git/git-store.ts";
import { writeMissingOpener } from "../../storage/project/project-folder.ts";
import { checkContents, checkListed } from "./check-incoming.ts";
import { toHoldBack, withoutPaths, writeHeldBack } from "./held-back.ts";
import { fetchBranch } from "./shared-place.ts";
import { applyTree } from "./shared-tree.ts";
import { readProject } from "./team-files.ts";
import {
  gitOf,
  makeStore,
  reachedBy,
  readPlace,
  refs,
  type SharedPlace,
  type SharingChoice,
  type TeamContext,
  teamFolder,
  writePlace,
} from "./team-store.ts";

interface ClonedProject {
  readonly root: string;
  /** How many came. */
  readonly articles: number;
}

/** Takes a shared project into a folder that is not there, or empty. */
export async function cloneProject(
  context: TeamContext,
  from: string,
  to: string,
  choice: SharingChoice = {},
): Promise<ClonedProject> {
  const { disk, home } = context;
  const reached = reachedBy(from);
  const address = reached === "folder" ? resolve(from) : from;
  const root = resolve(to);
  await refuseFull(disk, root);
  if (reached === "folder" && !(await statusIfAny(disk, address)))
    throw new ApiError("team-nothing", { where: address });
  const beside = `.${basename(root)}.`;
  await sweep(disk, join(home, "team"), "");
  await sweep(disk, dirname(root), beside);
  const name = `arriving-${randomBytes(6).toString("hex")}`;
  const arriving = { inHome: await makeStore(context, name), root: join(dirname(root), `${beside}${name}`) };
  try {
    return await cloneInto(context, { ...choice, address, reached, root }, arriving);
  } finally {
    for (const left of Object.values(arriving))
      if (await statusIfAny(disk, left)) await ignoreFailure(() => removeTree(disk, left));
  }
}

/** The two folders of a project that is shared. */
interface Folders {
  /** What the home has of it. */
  readonly inHome: string;
  readonly root: string;
}

async function cloneInto(
  context: TeamContext,
  place: SharedPlace,
  arriving: Folders,
): Promise<ClonedProject> {
  const { disk, home } = context;
  const { address, reached, root, blind } = place;
  const git = gitOf(context, arriving.inHome, reached);
  const state = await fetchBranch(git, { address, reached });
  if (state === null) throw new ApiError("team-nothing", { where: address });
  const { tree, sizes, project } = await firstTree(context, git, state);
  await refuseSecond(context, project.id);
  await makeFolders(disk, dirname(arriving.root), basename(arriving.root));
  const fence = async (): Promise<void> => undefined;
  const held = blind ? await toHoldBack(context, arriving.root, project, tree.keys()) : new Set<string>();
  await applyTree({ disk, git, root: arriving.root, sizes, fence }, new Map(), withoutPaths(tree, held));
  await writeMissingOpener(disk, arriving.root);
  await writeHeldBack(disk, arriving.inHome, held);
  await git.run(["update-ref", refs.mine, state]);
  await git.run(["update-ref", refs.seen, state]);
  await writePlace(disk, arriving.inHome, place);
  await lastSteps.run(async () => {
    // Another clone may have ended meanwhile.
    await refuseSecond(context, project.id);
    await refuseFull(disk, root);
    await putInPlace(disk, arriving, { inHome: teamFolder(home, project.id), root });
  });
  const articles = [...tree.keys()].filter((path) => sharedKind(path) === "article").length;
  return { root, articles };
}

/** One after the other, so that one of two clones of one project is refused. */
const lastSteps = createQueue();

async function putInPlace(disk: Disk, from: Folders, to: Folders): Promise<void> {
  try {
    await removeTree(disk, to.inHome);
    await moveFolder(disk, from.inHome, to.inHome);
    if (await statusIfAny(disk, to.root)) await disk.removeFolder(to.root);
    await moveFolder(disk, from.root, to.root);
  } catch (error) {
    throw writeError(error, to.root);
  }
}

async function refuseFull(disk: Disk, root: string): Promise<void> {
  if ((await listReadable(disk, root)).length > 0)
    throw new ApiError("folder-not-empty", { file: basename(root) });
}

/** Throws `team-here` where the project is on this computer. */
async function refuseSecond(context: TeamContext, project: Id): Promise<void> {
  const before = await readPlace(context, project);
  if (before && (await statusIfAny(context.disk, join(before.root, "project.json"))))
    throw new ApiError("team-here", { where: before.root });
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

const arrivingName = /^arriving(?:-[0-9a-f]{12})?$/u;
/** Milliseconds after which what is arriving is nobody's any more. */
const leftoverAfter = 24 * 60 * 60_000;

/** Removes what clones that were killed have left in a folder. Never throws: a leftover harms nothing. */
async function sweep(disk: Disk, folder: string, beside: string): Promise<void> {
  await ignoreFailure(async () => {
    for (const { name, kind } of await listIfAny(disk, folder)) {
      if (kind !== "folder" || !name.startsWith(beside) || !arrivingName.test(name.slice(beside.length)))
        continue;
      const path = join(folder, name);
      if (Date.now() - (await disk.status(path)).modifiedAt > leftoverAfter) await removeTree(disk, path);
    }
  });
}
