// Keeps what this machine knows of a shared project, in the person's home and outside the project, where nobody else writes: the store of git, where
// the project is shared, and what was changed on two sides and nobody has seen to.
import { join } from "node:path";
import { z } from "zod";
import { type SyncTimes, syncMinutes } from "../../../shared/api/team.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { makeFolders, statusIfAny } from "../../storage/files/durable-file.ts";
import { type DurableJson, durableJson } from "../../storage/files/durable-json.ts";
import { type Git, type GitOptions, openGit, type Reached } from "../../storage/git/git.ts";
import { makeHome } from "../../storage/home/home-folder.ts";
import { registryFile } from "../../storage/project/project-folder.ts";

/** What sharing works with. */
export interface TeamContext {
  readonly disk: Disk;
  readonly home: string;
  /** Of Sayso. */
  readonly version: string;
  /** Who is at work here, as the others will read it. */
  readonly name: string;
  /** This machine, whose journals nobody else writes. */
  readonly device: Id;
  readonly now: () => string;
  /** Called before each call of git. */
  readonly onCall?: (args: readonly string[]) => void | Promise<void>;
  /** Aborted when nobody wants it any more: what git does ends, and what is being written is written. */
  readonly signal?: AbortSignal;
  /** Opens a store; absent: with the git that is installed. */
  readonly openGit?: (options: GitOptions) => Git;
}

/** Where a project is shared, and where it lies on this machine. */
export interface SharedPlace {
  readonly address: string;
  readonly reached: Reached;
  readonly root: string;
  /** When it syncs by itself; absent: never. */
  readonly times?: SyncTimes;
  /** Whether colleagues' sets stay out of the project until one's own of the same article is done. */
  readonly blind?: boolean;
  /** Whether files are sent that many forges do not take. */
  readonly large?: boolean;
  /** The branch that one's work goes to, while the team's is still received; absent: the team's. */
  readonly branch?: string;
}

/** What somebody asks of sharing, kept for the times after; absent: as it was. */
export type SharingChoice = Pick<SharedPlace, "blind" | "large" | "branch">;

/** What both sides changed. `file`: in the project; `path`: the field in it, empty for the file as a whole; `null`: not there. */
export interface TeamConflict {
  readonly file: string;
  readonly path: string;
  readonly why: "both-changed" | "removed-and-changed" | "removed-and-used" | "breaks";
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
  /** Who changed it on the other side. */
  readonly by: string;
  readonly at: string;
}

/** The branch that a team works on. */
export const teamBranch = "main";

/** Whether git and every system take it as the name of a branch. */
export const isBranchName = (name: string): boolean =>
  /^[A-Za-z0-9_](?:[A-Za-z0-9_-]|[./](?=[A-Za-z0-9_])){0,99}$/u.test(name) && !/\.lock(?:\/|$)/u.test(name);

/** The branch that one's work goes to; `null`: the team's. */
export const ownBranch = ({ branch }: Pick<SharedPlace, "branch">): string | null =>
  branch === undefined || branch === teamBranch ? null : branch;

const place: z.ZodType<SharedPlace> = z.looseObject({
  address: z.string().min(1),
  reached: z.enum(["folder", "ssh", "https"]),
  root: z.string(),
  times: z
    .looseObject({
      atOpening: z.boolean(),
      atClosing: z.boolean(),
      every: z.literal(syncMinutes).nullable(),
    })
    .exactOptional(),
  blind: z.boolean().exactOptional(),
  large: z.boolean().exactOptional(),
  branch: z.string().refine(isBranchName).exactOptional(),
});
const conflict: z.ZodType<TeamConflict> = z.looseObject({
  file: z.string(),
  path: z.string(),
  why: z.enum(["both-changed", "removed-and-changed", "removed-and-used", "breaks"]),
  base: z.unknown(),
  ours: z.unknown(),
  theirs: z.unknown(),
  by: z.string(),
  at: z.string(),
});
const conflictList = z.looseObject({ conflicts: z.array(conflict) });

/**
 * Names of states in the store: as the project's files here are; as they are going to be once what came is written; as they were last found where it
 * is shared; as one's own branch there was last found; what was just fetched.
 */
export const refs = {
  mine: "refs/sayso/mine",
  arriving: "refs/sayso/arriving",
  seen: "refs/sayso/seen",
  own: "refs/sayso/own",
  fetched: "refs/sayso/fetched",
} as const;

export const teamFolder = (home: string, project: Id): string => join(home, "team", project);
export const storeIn = (folder: string): string => join(folder, "store.git");

const placeFile = (disk: Disk, folder: string): DurableJson<SharedPlace> =>
  durableJson({ disk, path: join(folder, "shared.json"), schema: place, damaged: "storage-failed" });

const conflictsFile = (disk: Disk, folder: string) =>
  durableJson({
    disk,
    path: join(folder, "conflicts.json"),
    schema: conflictList,
    damaged: "storage-failed",
  });

/** Makes the folder of a shared project and the store in it; what is there already stays. */
export async function makeStore(context: TeamContext, folderName: string): Promise<string> {
  const { disk, home } = context;
  await makeHome(disk, home);
  const folder = await makeFolders(disk, home, "team", folderName);
  const store = storeIn(folder);
  if (!(await statusIfAny(disk, store))) await makeFolders(disk, folder, "store.git");
  await makeRepository(context, store);
  return folder;
}

/** Makes a repository in a folder that is there and empty; one that is there stays. */
export async function makeRepository(context: TeamContext, path: string): Promise<void> {
  const git = gitAt(context, path);
  await git.run(["init", "--bare", "--quiet", "--initial-branch=main", path]);
}

export const writePlace = (disk: Disk, folder: string, shared: SharedPlace): Promise<void> =>
  placeFile(disk, folder).write(shared);

/** `null` for a project that is not shared from this machine. */
export async function readPlace(
  { disk, home }: Pick<TeamContext, "disk" | "home">,
  project: Id,
): Promise<SharedPlace | null> {
  return placeFile(disk, teamFolder(home, project)).read();
}

/** The store's git, with what may be reached from it. */
export const gitOf = (context: TeamContext, folder: string, reached?: Reached): Git =>
  gitAt(context, storeIn(folder), reached);

function gitAt(
  { onCall, signal, openGit: open = openGit }: TeamContext,
  store: string,
  reached?: Reached,
): Git {
  return open({
    store,
    ...(reached && { reached }),
    ...(onCall && { onCall }),
    ...(signal && { signal }),
  });
}

export async function readConflicts(disk: Disk, folder: string): Promise<readonly TeamConflict[]> {
  return (await conflictsFile(disk, folder).read())?.conflicts ?? [];
}

/** Adds to what nobody has seen to; the same field again takes the place of the earlier one. */
export async function addConflicts(
  disk: Disk,
  folder: string,
  conflicts: readonly TeamConflict[],
): Promise<void> {
  if (conflicts.length === 0) return;
  const file = conflictsFile(disk, folder);
  const before = (await file.read())?.conflicts ?? [];
  const keys = new Set(conflicts.map(conflictKey));
  await file.write({ conflicts: [...before.filter((one) => !keys.has(conflictKey(one))), ...conflicts] });
}

/** Takes these off the list. Gives how many are left. */
export async function settleConflicts(disk: Disk, folder: string, keys: readonly string[]): Promise<number> {
  const file = conflictsFile(disk, folder);
  const before = (await file.read())?.conflicts ?? [];
  const left = before.filter((one) => !keys.includes(conflictKey(one)));
  if (left.length < before.length) await file.write({ conflicts: left });
  return left.length;
}

/** Whether the open project lists it with the conflicts of marks: it does for an entity, unless only a mention keeps that one. */
export const isListedWithMarks = ({ file, why }: Pick<TeamConflict, "file" | "why">): boolean =>
  file === registryFile && why !== "removed-and-used";

/** By which a conflict is known: there is one of each field at most. */
export const conflictKey = ({ file, path }: Pick<TeamConflict, "file" | "path">): string => `${file} ${path}`;

const scp = /^[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[^\s]+$/u;

/** How an address is reached. Throws `team-address` for one that is not a folder, SSH or HTTPS. */
export function reachedBy(address: string): Reached {
  if (/^https:\/\/[^\s]+$/u.test(address)) return "https";
  if (/^ssh:\/\/[^\s-][^\s]*$/u.test(address) || scp.test(address)) return "ssh";
  if (address.startsWith("-") || /^[A-Za-z][A-Za-z0-9+.-]*::?(?:\/\/|[^\\/])/u.test(address))
    throw new ApiError("team-address", { value: address });
  return "folder";
}
