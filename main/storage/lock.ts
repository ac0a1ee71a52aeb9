// The lock that makes one process the only writer of a project. It says who holds it, is kept fresh while held, is taken
// over from a process that is certainly gone, and is looked at again before every write.
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { z } from "zod";
import { ApiError } from "../../shared/api/errors.ts";
import { type Disk, type DiskFile, type FileStatus, sameFile } from "./disk.ts";
import { decodeUtf8, readDurable, statusIfAny, syncFolder, writeFully } from "./durable-file.ts";
import { prettyJson } from "./json-text.ts";
import { bootId, isRunning, startOf } from "./processes.ts";
import { attempt, errorCode, isMissing, writeError } from "./storage-error.ts";

export interface LockOptions {
  readonly disk: Disk;
  readonly root: string;
  /** Who holds it, in words for others: the annotator's name. */
  readonly holder: string;
  /** Of Sayso. */
  readonly version: string;
  readonly now: () => string;
}

export interface Lock {
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
  since: z.string(),
});
type Holding = z.infer<typeof holding>;

const lockName = ".lock";
/** Names of locks that were being taken over, by which leftovers of a crash are known. */
export const lockAside = /^\.lock\.stale-[0-9a-f]{12}$/;
const heartbeat = 10_000;
/** A lock whose content cannot be read is being written, or was by a process that died: milliseconds until the latter. */
const unreadableFor = 10_000;
const maxBytes = 64 * 1024;

/** The locks of this very process, which no look at process numbers can tell from those of a dead one. */
const heldHere = new Set<string>();

/** Takes the project's lock. Throws `project-locked`, with who holds it, or whatever hinders writing the file. */
export async function takeLock(options: LockOptions): Promise<Lock> {
  const { disk, root } = options;
  const path = join(root, lockName);
  for (let tries = 0; ; tries += 1) {
    const taken = await create(path, options);
    if (taken) return taken;
    const other = await readHolding(disk, path);
    if (other === "gone") continue;
    if (other === "unreadable" && tries < 20) {
      await new Promise((done) => setTimeout(done, 50));
      if (!(await isOld(disk, path))) continue;
    }
    if (tries >= 20 || (other !== "unreadable" && !(await isStale(other)))) throw lockedBy(other);
    await setAside(disk, path, other === "unreadable" ? null : other.nonce);
  }
}

async function create(path: string, { disk, root, holder, version, now }: LockOptions): Promise<Lock | null> {
  const nonce = randomBytes(16).toString("hex");
  const { pid } = process;
  const started = await startOf(pid);
  const content: Holding = {
    pid,
    started,
    hostName: hostname(),
    bootId: await bootId(),
    nonce,
    version,
    holder,
    since: now(),
  };
  const file = await openNew(disk, path);
  if (!file) return null;
  heldHere.add(nonce);
  let status: FileStatus;
  try {
    await writeFully(file, Buffer.from(prettyJson(content)), 0);
    await file.sync();
    status = await file.status();
    await syncFolder(disk, root);
  } catch (error) {
    heldHere.delete(nonce);
    await attempt(() => file.close());
    await attempt(() => disk.remove(path));
    throw error;
  }
  // The file stays open: as long as it does, no other file can get its number.
  const isOurs = async (): Promise<boolean> => {
    const there = await statusIfAny(disk, path);
    return there !== null && sameFile(there, status);
  };
  const timer = setInterval(async () => {
    await attempt(async () => (await isOurs()) && disk.touch(path));
  }, heartbeat).unref();
  return {
    async fence() {
      try {
        if (await isOurs()) return;
        if (!(await statusIfAny(disk, root))) throw new ApiError("folder-missing", { file: basename(root) });
        const other = await readHolding(disk, path);
        throw lockedBy(typeof other === "string" ? null : other);
      } catch (error) {
        throw writeError(error, path);
      }
    },
    async release() {
      clearInterval(timer);
      heldHere.delete(nonce);
      await attempt(async () => (await isOurs()) && disk.remove(path));
      await attempt(() => file.close());
    },
  };
}

async function openNew(disk: Disk, path: string): Promise<DiskFile | null> {
  try {
    return await disk.open(path, "create");
  } catch (error) {
    if (errorCode(error) === "EEXIST") return null;
    throw error;
  }
}

function lockedBy(other: Holding | "unreadable" | null): ApiError {
  if (other === null || other === "unreadable")
    return new ApiError("project-locked", { holder: null, pid: null, hostName: null, since: null });
  const { holder, pid, hostName, since } = other;
  return new ApiError("project-locked", { holder, pid, hostName, since });
}

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

/** True only when the holder is certainly gone: a process of this machine that no longer runs. */
async function isStale(other: Holding): Promise<boolean> {
  if (other.hostName !== hostname()) return false;
  const boot = await bootId();
  if (other.bootId !== null && boot !== null && other.bootId !== boot) return true;
  if (other.pid === process.pid) return !heldHere.has(other.nonce);
  if (!isRunning(other.pid)) return true;
  const started = await startOf(other.pid);
  return started !== null && other.started !== null && started !== other.started;
}

/** Renames a stale lock away: of several that try, one wins. A lock that is not the stale one any more is put back. */
async function setAside(disk: Disk, path: string, nonce: string | null): Promise<void> {
  const aside = `${path}.stale-${randomBytes(6).toString("hex")}`;
  try {
    await disk.rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const moved = await readHolding(disk, aside);
  const isJudged = typeof moved === "string" ? nonce === null : moved.nonce === nonce;
  if (isJudged || (await statusIfAny(disk, path))) await disk.remove(aside);
  else await disk.rename(aside, path);
}
