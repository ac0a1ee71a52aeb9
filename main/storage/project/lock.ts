// The lock that makes one process the only writer of a project. It says who holds it, is kept fresh while held, is taken over from a
// process that is certainly gone, in a copy of the folder, or by a person who says so, and is looked at again before every write.
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Disk, type DiskFile, type FileStatus, isUntouched, sameFile } from "../files/disk.ts";
import { decodeUtf8, readDurable, statusIfAny, syncFolder, writeFully } from "../files/durable-file.ts";
import { prettyJson, sha256 } from "../files/json-text.ts";
import { errorCode, ignoreFailure, isMissing, orNull, writeError } from "../files/storage-error.ts";
import { isFolderAway } from "./folder-away.ts";
import { bootId, isRunning, startOf } from "./processes.ts";

interface LockOptions {
  readonly disk: Disk;
  readonly root: string;
  /** Who holds it, in words for others: the annotator's name. */
  readonly holder: string;
  /** Of Sayso. */
  readonly version: string;
  readonly now: () => string;
  /** Folders of projects that this person opened: a lock that came along with a copy of one is known by them. */
  readonly folders: readonly string[];
  /** The nonce of a lock that somebody has decided to take over, whoever holds it. */
  readonly takeOver?: string;
}

export interface Lock {
  /** By which `readLock` tells it from every other one. */
  readonly nonce: string;
  /** The same as `fence`, for who only asks and writes nothing. */
  check(): Promise<void>;
  /** Throws `project-locked` when the lock is no longer ours, `folder-missing` when the project is gone. */
  fence(): Promise<void>;
  /** Gives the lock back. Never throws. */
  release(): Promise<void>;
}

const holding = z.looseObject({
  pid: z.number().int(),
  /** When that process began, as its system tells it: numbers of processes are used again. */
  started: z.string().nullable(),
  hostName: z.string(),
  bootId: z.string().nullable(),
  nonce: z.string(),
  version: z.string(),
  holder: z.string(),
  /** Tells the folder that it was taken in, to whoever knows that one: others who share it read no path of this machine. */
  rootHash: z.string().exactOptional(),
  since: z.string(),
  /** When its holder last said that it is there: written now and then, since not every folder keeps the times of files. */
  fresh: z.string().exactOptional(),
});
type Holding = z.infer<typeof holding>;

const lockName = ".lock";
/** Names that stand beside a lock while it is taken over, by which leftovers of a crash are known. */
export const lockAside = /^\.lock\.stale-[0-9a-f]{12}$/;
const heartbeat = 10_000;
/** Heartbeats between two that are written into the file, where synchronisation programs carry them. */
const writtenEvery = 12;
/** A lock that was not kept fresh for so many milliseconds is most likely nobody's. */
const oldAfter = 10 * 60_000;
/** A lock whose content cannot be read is being written, or was by a process that died: milliseconds until the latter. */
const unreadableFor = 10_000;
const maxBytes = 64 * 1024;
/** Milliseconds until another folder counts as one that cannot be looked at. */
const patience = 2_000;

/** The locks of this very process, which no look at process numbers can tell from those of a dead one. */
const heldHere = new Set<string>();
/** By path, the locks that this process began and a failing disk let it neither write nor remove. Open, so that they are known again. */
const brokenHere = new Map<string, DiskFile>();
/** By path, the looks at other folders' locks that have not ended: where a mount hangs, each would keep one of the system's few threads. */
const looksUnderWay = new Map<string, Promise<Original | null>>();

/** Takes the project's lock. Throws `project-locked`, with who holds it, or whatever hinders writing the file. */
export async function takeLock(options: LockOptions): Promise<Lock> {
  const { disk, root } = options;
  const path = join(root, lockName);
  for (let tries = 0; ; tries += 1) {
    const lock = await create(path, options);
    if (lock) return lock;
    const lockHolding = await readHolding(disk, path);
    if (lockHolding === "gone") continue;
    if (lockHolding === "unreadable" && (await isBrokenHere(disk, path))) {
      await disk.remove(path);
      await forgetBroken(path);
      continue;
    }
    if (lockHolding === "unreadable" && tries < 20) {
      await new Promise((done) => setTimeout(done, 50));
      if (!(await isOld(disk, path))) continue;
    }
    const isWanted = lockHolding !== "unreadable" && lockHolding.nonce === options.takeOver;
    if (
      tries >= 20 ||
      (lockHolding !== "unreadable" && !isWanted && !(await isFree(options, path, lockHolding)))
    )
      throw await lockedBy(disk, path, lockHolding);
    await setAside(disk, path, lockHolding === "unreadable" ? null : lockHolding.nonce);
  }
}

/** The file of a lock that is held. It stays open: as long as it does, no other file can get its number. */
interface LockState {
  readonly options: LockOptions;
  readonly path: string;
  readonly content: Holding;
  readonly file: DiskFile;
  readonly status: FileStatus;
  lastStatus: FileStatus;
  beats: number;
}

async function create(path: string, options: LockOptions): Promise<Lock | null> {
  const { disk } = options;
  const content = await contentOf(options);
  const { nonce } = content;
  const file = await openNew(disk, path);
  if (!file) return null;
  heldHere.add(nonce);
  const status = await writeOrForget(path, options, file, content);
  const lock: LockState = { options, path, content, file, status, lastStatus: status, beats: 0 };
  const timer = setInterval(() => void ignoreFailure(() => beat(lock)), heartbeat).unref();
  const check = (): Promise<void> => checkOurs(lock);
  return {
    nonce,
    check,
    fence: check,
    async release() {
      clearInterval(timer);
      heldHere.delete(nonce);
      await ignoreFailure(async () => (await isOurs(lock)) && disk.remove(path));
      await ignoreFailure(() => file.close());
    },
  };
}

async function contentOf({ root, holder, version, now }: LockOptions): Promise<Holding> {
  const nonce = randomBytes(16).toString("hex");
  const { pid } = process;
  const started = await startOf(pid);
  return {
    pid,
    started,
    hostName: hostname(),
    bootId: await bootId(),
    nonce,
    version,
    holder,
    rootHash: hashOfRoot(nonce, root),
    since: now(),
    fresh: now(),
  };
}

async function writeOrForget(
  path: string,
  { disk, root }: LockOptions,
  file: DiskFile,
  content: Holding,
): Promise<FileStatus> {
  try {
    await writeFully(file, Buffer.from(prettyJson(content)), 0);
    await file.sync();
    const status = await file.status();
    await syncFolder(disk, root);
    return status;
  } catch (error) {
    heldHere.delete(content.nonce);
    if (await ignoreFailure(() => disk.remove(path))) await ignoreFailure(() => file.close());
    else {
      await forgetBroken(path);
      brokenHere.set(path, file);
    }
    throw error;
  }
}

async function isOurs(lock: LockState): Promise<boolean> {
  const { path, content } = lock;
  const { disk } = lock.options;
  const currentStatus = await statusIfAny(disk, path);
  if (!currentStatus) return false;
  if (isUntouched(currentStatus, lock.lastStatus)) return true;
  // A synchronisation program may write another machine's lock into the very file, or put ours back as a new one.
  const lockHolding = await readHolding(disk, path);
  if (typeof lockHolding === "string" || lockHolding.nonce !== content.nonce) return false;
  lock.lastStatus = currentStatus;
  return true;
}

async function beat(lock: LockState): Promise<void> {
  const { path, content, file, status } = lock;
  const { disk, now } = lock.options;
  if (!(await isOurs(lock))) return;
  lock.beats += 1;
  if (lock.beats % writtenEvery === 0 && sameFile(lock.lastStatus, status))
    await writeFully(file, Buffer.from(prettyJson({ ...content, fresh: now() })), 0);
  else await disk.touch(path);
  lock.lastStatus = (await statusIfAny(disk, path)) ?? lock.lastStatus;
}

async function checkOurs(lock: LockState): Promise<void> {
  const { path } = lock;
  const { disk, root } = lock.options;
  try {
    if (await isOurs(lock)) return;
    if (await isFolderAway(disk, root)) throw new ApiError("folder-missing", { file: basename(root) });
    throw await lockedBy(disk, path, await readHolding(disk, path));
  } catch (error) {
    throw writeError(error, path);
  }
}

async function isBrokenHere(disk: Disk, path: string): Promise<boolean> {
  const broken = brokenHere.get(path);
  if (!broken) return false;
  // Its disk may be gone, with another at the same path now.
  const [left, there] = [await orNull(() => broken.status()), await statusIfAny(disk, path)];
  return left !== null && there !== null && sameFile(left, there);
}

async function forgetBroken(path: string): Promise<void> {
  const broken = brokenHere.get(path);
  brokenHere.delete(path);
  await ignoreFailure(async () => broken?.close());
}

async function openNew(disk: Disk, path: string): Promise<DiskFile | null> {
  try {
    return await disk.open(path, "create");
  } catch (error) {
    if (errorCode(error) === "EEXIST") return null;
    throw error;
  }
}

/** Who holds the lock, in plain values for whoever asked. */
type LockDetail = Readonly<Record<string, string | number | boolean | null>>;

async function lockedBy(disk: Disk, path: string, other: Holding | "unreadable" | "gone"): Promise<ApiError> {
  return new ApiError("project-locked", await detailOf(disk, path, other));
}

/**
 * `lock`: its nonce, by which it can be taken over. `freshAt`: the minute in which its holder last said that it is there, and
 * `isOld` whether that is long ago; a clock that is ahead of ours says nothing.
 */
async function detailOf(
  disk: Disk,
  path: string,
  other: Holding | "unreadable" | "gone",
): Promise<LockDetail> {
  if (typeof other === "string") return { holder: null, pid: null, hostName: null, since: null };
  const { holder, pid, hostName, since, nonce, fresh } = other;
  const status = await statusIfAny(disk, path);
  const lastBeatAt = Math.max(Date.parse(fresh ?? since) || 0, status?.modifiedAt ?? 0);
  const freshAt = new Date(Math.floor(lastBeatAt / 60_000) * 60_000).toISOString();
  const isOld = Date.now() - lastBeatAt > oldAfter;
  return { holder, pid, hostName, since, lock: nonce, freshAt, isOld, isHere: isThisMachine(other) };
}

/** Who holds the project's lock; `null` for nobody. `folders`: as when it is taken. */
export async function readLock(
  { disk, folders }: Pick<LockOptions, "disk" | "folders">,
  root: string,
): Promise<LockDetail | null> {
  const path = join(root, lockName);
  const lockHolding = await readHolding(disk, path);
  if (lockHolding === "gone") return null;
  if (
    lockHolding !== "unreadable" &&
    ((await isAbandoned(lockHolding)) || (await copiedFrom({ disk, folders }, path, lockHolding)) !== null)
  )
    return null;
  return detailOf(disk, path, lockHolding);
}

/** By its name alone: containers share the start of their machine, and do not see each other's processes. */
const isThisMachine = (other: Holding): boolean => other.hostName === hostname();

async function readHolding(disk: Disk, path: string): Promise<Holding | "unreadable" | "gone"> {
  const bytes = await readDurable(disk, path, maxBytes);
  if (bytes === null) return "gone";
  try {
    return holding.parse(JSON.parse(decodeUtf8(bytes) ?? ""));
  } catch {
    return "unreadable";
  }
}

async function isOld(disk: Disk, path: string): Promise<boolean> {
  const status = await statusIfAny(disk, path);
  return status !== null && Date.now() - status.modifiedAt > unreadableFor;
}

/** True only when nobody holds it for certain. Puts a file into a copied folder for a moment. */
async function isFree(options: LockOptions, path: string, other: Holding): Promise<boolean> {
  if (await isAbandoned(other)) return true;
  const root = await copiedFrom(options, path, other);
  return root !== null && !(await isSeenFrom(options.disk, path, root));
}

/** True only when the holder is certainly gone: a process of this machine that no longer runs. */
async function isAbandoned(other: Holding): Promise<boolean> {
  if (!isThisMachine(other)) return false;
  const boot = await bootId();
  if (other.bootId !== null && boot !== null && other.bootId !== boot) return true;
  if (other.pid === process.pid) return !heldHere.has(other.nonce);
  if (!isRunning(other.pid)) return true;
  const started = await startOf(other.pid);
  return started !== null && other.started !== null && started !== other.started;
}

/** The folder from which it came along in a copy: its holder has the lock in that one, and writes nowhere else. `null`: not known. */
async function copiedFrom(
  { disk, folders }: Pick<LockOptions, "disk" | "folders">,
  path: string,
  other: Holding,
): Promise<string | null> {
  const { rootHash, nonce } = other;
  if (!isThisMachine(other) || rootHash === undefined) return null;
  const root = folders.find((folder) => hashOfRoot(nonce, folder) === rootHash);
  if (root === undefined || join(root, lockName) === path) return null;
  const original = await soon(findOriginal(disk, join(root, lockName)));
  const copy = await statusIfAny(disk, path);
  if (original === null || original === "late" || copy === null) return null;
  // Where a share is mounted twice, one file has two devices, and one number.
  return original.ino !== copy.ino && original.nonce === nonce ? root : null;
}

const hashOfRoot = (nonce: string, root: string): string => sha256(`${nonce} ${root}`);

/** A lock where it was taken. */
interface Original {
  readonly ino: bigint;
  readonly nonce: string;
}

/** `null` for none that can be read. */
function findOriginal(disk: Disk, path: string): Promise<Original | null> {
  const look = looksUnderWay.get(path) ?? readOriginal(disk, path).finally(() => looksUnderWay.delete(path));
  looksUnderWay.set(path, look);
  return look;
}

async function readOriginal(disk: Disk, path: string): Promise<Original | null> {
  const status = await orNull(() => statusIfAny(disk, path));
  const lockHolding = status && (await orNull(() => readHolding(disk, path)));
  if (!lockHolding || typeof lockHolding === "string") return null;
  return { ino: status.ino, nonce: lockHolding.nonce };
}

async function soon<Found>(look: Promise<Found>): Promise<Found | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((done) => {
    timer = setTimeout(done, patience, "late");
  });
  try {
    return await Promise.race([look, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Whether both are one folder after all, or may be: some mounts number their files anew, so a file tells, which is put into the one and
 * looked for in the other. A crash leaves it under a name that is swept.
 */
async function isSeenFrom(disk: Disk, path: string, root: string): Promise<boolean> {
  const probePath = asideOf(path);
  await (await disk.open(probePath, "create")).close();
  try {
    return (await soon(statusIfAny(disk, join(root, basename(probePath))))) !== null;
  } finally {
    await disk.remove(probePath);
  }
}

const asideOf = (path: string): string => `${path}.stale-${randomBytes(6).toString("hex")}`;

/** Renames a stale lock away: of several that try, one wins. A lock that is not the stale one any more is put back. */
async function setAside(disk: Disk, path: string, nonce: string | null): Promise<void> {
  const asidePath = asideOf(path);
  try {
    await disk.rename(path, asidePath);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const moved = await readHolding(disk, asidePath);
  const isJudged = typeof moved === "string" ? nonce === null : moved.nonce === nonce;
  if (isJudged || (await statusIfAny(disk, path))) await disk.remove(asidePath);
  else await disk.rename(asidePath, path);
}
