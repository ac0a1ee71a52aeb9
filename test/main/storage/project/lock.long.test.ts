// One writer a project: who holds the lock, when it may be taken over, and that nobody writes once it is lost.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Disk, nodeDisk } from "../../../../main/storage/files/disk.ts";
import { type Lock, readLock, takeLock } from "../../../../main/storage/project/lock.ts";
import { bootId, startOf } from "../../../../main/storage/project/processes.ts";
import { ApiError } from "../../../../shared/errors/errors.ts";
import { temporaryFolder } from "../../core/workplace.ts";
import { faultyDisk } from "../faulty-disk.ts";

/** The folders of projects that were opened in a test. */
const folders: string[] = [];
const lockAt = (root: string) => readLock({ disk: nodeDisk, folders }, root);

async function take(root: string, holder = "Ana", takeOver?: string, disk = nodeDisk): Promise<Lock> {
  const lock = await takeLock({
    disk,
    folders,
    root,
    holder,
    version: "1",
    now: () => "2026-01-01T00:00:00.000Z",
    ...(takeOver !== undefined && { takeOver }),
  });
  onTestFinished(lock.release);
  folders.push(root);
  return lock;
}

const refusal = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => "none",
    (error: unknown) => (error instanceof ApiError ? error.toData() : error),
  );

/** A lock as another process would have left it. */
async function leave(root: string, changed: object): Promise<void> {
  const content = {
    pid: process.pid,
    started: await startOf(process.pid),
    hostName: hostname(),
    bootId: await bootId(),
    nonce: "left",
    version: "1",
    holder: "Bo",
    since: "2026-01-01T00:00:00.000Z",
    ...changed,
  };
  writeFileSync(join(root, ".lock"), JSON.stringify(content));
}

test("a held lock says who holds it, and is free after its release", async () => {
  const root = temporaryFolder();
  const lock = await take(root);
  expect(await refusal(take(root, "Bo"))).toEqual({
    code: "locked",
    problem: "project-locked",
    detail: {
      holder: "Ana",
      pid: process.pid,
      hostName: hostname(),
      since: "2026-01-01T00:00:00.000Z",
      lock: expect.stringMatching(/^[0-9a-f]{32}$/),
      freshAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/),
      isOld: false,
      isHere: true,
    },
  });
  await lock.release();
  expect(existsSync(join(root, ".lock"))).toBe(false);
  await (await take(root, "Bo")).fence();
});

test("the lock of a process that is certainly gone is taken over", async () => {
  const gone: readonly object[] = [
    { pid: 2 ** 22 + 1 },
    // The number of this process, from before it had it.
    {},
    // A number that another process has by now.
    ...((await startOf(1)) === null ? [] : [{ pid: 1, started: "0" }]),
    ...((await bootId()) === null ? [] : [{ pid: 1, started: await startOf(1), bootId: "another" }]),
  ];
  for (const changed of gone) {
    const root = temporaryFolder();
    await leave(root, changed);
    const lock = await take(root);
    await lock.fence();
    await lock.release();
  }
});

test("the lock of a running process or of another machine is respected", async () => {
  for (const changed of [
    { pid: 1, started: await startOf(1) },
    { hostName: "elsewhere", pid: 2 ** 22 + 1 },
  ]) {
    const root = temporaryFolder();
    await leave(root, changed);
    expect(await refusal(take(root))).toMatchObject({ problem: "project-locked", detail: { holder: "Bo" } });
  }
});

test("a copy of a folder that is open is free, and both are written in", async () => {
  const folder = temporaryFolder();
  const [root, copy] = [join(folder, "project"), join(folder, "copy")];
  mkdirSync(root);
  const lock = await take(root);
  cpSync(root, copy, { recursive: true, preserveTimestamps: true });
  expect(await lockAt(copy)).toBeNull();
  const other = await take(copy, "Bo");
  await Promise.all([lock.fence(), other.fence()]);
  expect(await refusal(take(root, "Bo"))).toMatchObject({ detail: { holder: "Ana" } });
  expect(await refusal(take(copy))).toMatchObject({ detail: { holder: "Bo" } });
});

test("the folder of a lock is known under every name, and so is a lock that was put back there as a new file", async () => {
  const folder = temporaryFolder();
  const [root, link] = [join(folder, "project"), join(folder, "link")];
  mkdirSync(root);
  symlinkSync(root, link);
  await take(root);
  expect(await refusal(take(link, "Bo"))).toMatchObject({ detail: { holder: "Ana" } });
  const bytes = readFileSync(join(root, ".lock"));
  rmSync(join(root, ".lock"));
  writeFileSync(join(root, ".lock"), bytes);
  for (const path of [root, link])
    expect(await refusal(take(path, "Bo"))).toMatchObject({ detail: { holder: "Ana" } });
});

test("a folder that is mounted twice is one, though its mounts number files each in their way", async () => {
  const folder = temporaryFolder();
  const [root, mount] = [join(folder, "project"), join(folder, "mount")];
  mkdirSync(root);
  symlinkSync(root, mount);
  const lock = await take(root);
  const renumbering: Disk = {
    ...nodeDisk,
    async status(path) {
      const status = await nodeDisk.status(path);
      return path.startsWith(mount) ? { ...status, ino: status.ino + 1n } : status;
    },
  };
  expect(await refusal(take(mount, "Bo", undefined, renumbering))).toMatchObject({
    detail: { holder: "Ana" },
  });
  await lock.fence();
  expect(readdirSync(root)).toEqual([".lock"]);
});

test("a lock names no folder, and makes this machine look only in folders that this person opened", async () => {
  const folder = temporaryFolder();
  const [root, copy] = [join(folder, "project"), join(folder, "copy")];
  mkdirSync(root);
  await take(root);
  const content = readFileSync(join(root, ".lock"), "utf8");
  expect(content).not.toContain(JSON.stringify(folder).slice(1, -1));
  cpSync(root, copy, { recursive: true });
  folders.length = 0;
  const looked: string[] = [];
  const recording: Disk = {
    ...nodeDisk,
    status(at) {
      looked.push(at);
      return nodeDisk.status(at);
    },
  };
  expect(await refusal(take(copy, "Bo", undefined, recording))).toMatchObject({ detail: { holder: "Ana" } });
  expect(looked.filter((at) => !at.startsWith(copy))).toEqual([]);
});

test("a copied lock is respected where the disk of its folder hangs, and no second look is begun there", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const folder = temporaryFolder();
    const [root, copy] = [join(folder, "project"), join(folder, "copy")];
    mkdirSync(root);
    await take(root);
    cpSync(root, copy, { recursive: true });
    let looks = 0;
    const hanging: Disk = {
      ...nodeDisk,
      status(at) {
        if (!at.startsWith(root)) return nodeDisk.status(at);
        looks += 1;
        return new Promise(() => undefined);
      },
    };
    for (const look of [
      () => readLock({ disk: hanging, folders }, copy),
      () => refusal(take(copy, "Bo", undefined, hanging)),
    ]) {
      const found = look();
      await expect.poll(() => vi.getTimerCount()).toBeGreaterThan(0);
      vi.runAllTimers();
      expect(JSON.stringify(await found)).toContain("Ana");
    }
    expect(looks).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test("a copied lock is respected where its folder no longer answers once a file was put into the copy", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const folder = temporaryFolder();
    const [root, copy] = [join(folder, "project"), join(folder, "copy")];
    mkdirSync(root);
    await take(root);
    cpSync(root, copy, { recursive: true });
    const hanging: Disk = {
      ...nodeDisk,
      status: (at) => (at.startsWith(`${root}/.lock.`) ? new Promise(() => undefined) : nodeDisk.status(at)),
    };
    const found = refusal(take(copy, "Bo", undefined, hanging));
    await expect.poll(() => readdirSync(copy).length).toBe(2);
    await expect.poll(() => vi.getTimerCount()).toBeGreaterThan(0);
    vi.runAllTimers();
    expect(await found).toMatchObject({ detail: { holder: "Ana" } });
    expect(readdirSync(copy)).toEqual([".lock"]);
  } finally {
    vi.useRealTimers();
  }
});

test("a copied lock is respected where its folder cannot be looked at: on another machine, once moved, or held anew", async () => {
  const folder = temporaryFolder();
  const [root, copy] = [join(folder, "project"), join(folder, "copy")];
  mkdirSync(root);
  const lock = await take(root);
  cpSync(root, copy, { recursive: true });
  const content = JSON.parse(readFileSync(join(copy, ".lock"), "utf8"));
  const expectRespected = async () =>
    expect(await refusal(take(copy, "Bo"))).toMatchObject({ detail: { holder: "Ana" } });
  writeFileSync(join(copy, ".lock"), JSON.stringify({ ...content, hostName: "elsewhere" }));
  await expectRespected();
  // As an earlier version of Sayso writes it.
  const { rootHash: _root, ...former } = content;
  writeFileSync(join(copy, ".lock"), JSON.stringify(former));
  await expectRespected();
  writeFileSync(join(copy, ".lock"), JSON.stringify(content));
  writeFileSync(join(root, ".lock"), JSON.stringify({ ...content, nonce: "another" }));
  await expectRespected();
  renameSync(root, join(folder, "moved"));
  await expectRespected();
  await lock.release();
});

test("of many that take a stale lock at the same time, one wins", async () => {
  const root = temporaryFolder();
  await leave(root, { pid: 2 ** 22 + 1 });
  const taken = await Promise.allSettled(Array.from({ length: 10 }, () => take(root)));
  const winners = taken.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const holding = await Promise.all(winners.map((lock) => refusal(lock.fence())));
  expect(holding.filter((one) => one === "none")).toHaveLength(1);
});

test("a lock that was lost stops its holder", async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, "project.json"), "{}");
  const lock = await take(root);
  renameSync(join(root, ".lock"), join(root, "aside"));
  expect(await refusal(lock.fence())).toMatchObject({ problem: "project-locked" });
  await leave(root, { pid: 1 });
  expect(await refusal(lock.fence())).toMatchObject({ problem: "project-locked", detail: { holder: "Bo" } });
  await lock.release();
  expect(JSON.parse(readFileSync(join(root, ".lock"), "utf8"))).toMatchObject({ holder: "Bo" });
});

test("a project that is gone is said to be gone", async () => {
  const root = temporaryFolder();
  const lock = await take(root);
  rmSync(root, { recursive: true });
  expect(await refusal(lock.fence())).toMatchObject({ problem: "folder-missing" });
  // A drive that was mounted there has left the empty folder.
  mkdirSync(root);
  expect(await refusal(lock.fence())).toMatchObject({ problem: "folder-missing" });
});

test("a lock is taken over by the name that was seen, and its holder notices and leaves the new one alone", async () => {
  const root = temporaryFolder();
  const ana = await take(root);
  const seen = String((await lockAt(root))?.lock);
  expect(await refusal(take(root, "Bo", "another"))).toMatchObject({ detail: { holder: "Ana" } });
  const bo = await take(root, "Bo", seen);
  expect(await refusal(ana.fence())).toMatchObject({ problem: "project-locked", detail: { holder: "Bo" } });
  await ana.release();
  await bo.fence();
  // What was seen once is no key to what came after it.
  expect(await refusal(take(root, "Ana", seen))).toMatchObject({ detail: { holder: "Bo" } });
});

test("a lock that a synchronisation program wrote into the very file is noticed; our own put back is ours", async () => {
  const root = temporaryFolder();
  const lock = await take(root);
  const path = join(root, ".lock");
  const ours = readFileSync(path);
  const status = statSync(path);
  await leave(root, { hostName: "elsewhere", holder: "Bo" });
  expect(statSync(path).ino).toBe(status.ino);
  expect(await refusal(lock.fence())).toMatchObject({ detail: { holder: "Bo", isHere: false } });
  writeFileSync(`${path}.new`, ours);
  renameSync(`${path}.new`, path);
  await lock.fence();
});

test("how fresh a lock is comes from its file and its content, and a clock that is ahead says nothing", async () => {
  const root = temporaryFolder();
  const path = join(root, ".lock");
  const elsewhere = { hostName: "elsewhere", bootId: "another", pid: 2 };
  const minutes = (ago: number): Date => new Date(Date.now() - ago * 60_000);
  const isOld = async (since: Date, fresh: Date | null, written: Date): Promise<unknown> => {
    await leave(root, {
      ...elsewhere,
      since: since.toISOString(),
      ...(fresh && { fresh: fresh.toISOString() }),
    });
    utimesSync(path, written, written);
    return (await lockAt(root))?.isOld;
  };
  expect(await isOld(minutes(60), null, minutes(60))).toBe(true);
  expect(await isOld(minutes(60), null, minutes(1))).toBe(false);
  expect(await isOld(minutes(60), minutes(2), minutes(60))).toBe(false);
  expect(await isOld(minutes(60), minutes(30), minutes(40))).toBe(true);
  // An hour ahead, or five: nobody can tell.
  expect(await isOld(minutes(60), minutes(-60), minutes(60))).toBe(false);
  expect(await isOld(minutes(-300), null, minutes(60))).toBe(false);
});

test("a lock that is kept fresh says so in its file now and then, and stays its holder's", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const root = temporaryFolder();
    let now = "2026-01-01T00:00:00.000Z";
    const lock = await takeLock({
      disk: nodeDisk,
      root,
      folders,
      holder: "Ana",
      version: "1",
      now: () => now,
    });
    onTestFinished(lock.release);
    now = "2026-01-01T00:02:00.000Z";
    const path = join(root, ".lock");
    utimesSync(path, new Date(0), new Date(0));
    for (let beats = 0; beats < 12; beats += 1) {
      vi.advanceTimersByTime(10_000);
      await expect.poll(() => statSync(path).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
      if (beats < 11) utimesSync(path, new Date(0), new Date(0));
    }
    await expect
      .poll(() => JSON.parse(readFileSync(path, "utf8")))
      .toMatchObject({ fresh: now, holder: "Ana" });
    await lock.fence();
  } finally {
    vi.useRealTimers();
  }
});

test("a lock that could neither be written nor removed is in nobody's way here once the disk works again", async () => {
  const disk = faultyDisk();
  const options = { disk, folders, holder: "Ana", version: "1", now: () => "2026-01-01T00:00:00.000Z" };
  const counted = temporaryFolder();
  disk.arm(Number.POSITIVE_INFINITY, "EACCES", true);
  await (await takeLock({ ...options, root: counted })).release();
  const calls = disk.calls().length;
  for (let at = 0; at < calls; at += 1) {
    const root = temporaryFolder();
    disk.arm(at, "EACCES", true);
    const taken = await takeLock({ ...options, root }).catch(() => null);
    await taken?.release();
    disk.disarm();
    await (await takeLock({ ...options, root })).release();
    expect(existsSync(join(root, ".lock"))).toBe(false);
  }
});

test("a lock that was left on a disk which is gone says nothing about another disk at the same path", async () => {
  const options = {
    folders,
    root: temporaryFolder(),
    holder: "Ana",
    version: "1",
    now: () => "2026-01-01T00:00:00.000Z",
  };
  const gone = faultyDisk();
  // Opened, and nothing after it works: not even a look at the file that stays open.
  gone.arm(1, "EIO", true);
  await expect(takeLock({ ...options, disk: gone })).rejects.toThrow();
  expect(existsSync(join(options.root, ".lock"))).toBe(true);
  const minuteAgo = new Date(Date.now() - 60_000);
  utimesSync(join(options.root, ".lock"), minuteAgo, minuteAgo);
  const lock = await takeLock({ ...options, disk: nodeDisk });
  await lock.fence();
  await lock.release();
});
