// One writer a project: who holds the lock, when it may be taken over, and that nobody writes once it is lost.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { nodeDisk } from "../../../main/storage/disk.ts";
import { type Lock, takeLock } from "../../../main/storage/lock.ts";
import { bootId, startOf } from "../../../main/storage/processes.ts";
import { ApiError } from "../../../shared/api/errors.ts";
import { temporaryFolder } from "../core/workplace.ts";

async function take(root: string, holder = "Ana"): Promise<Lock> {
  const lock = await takeLock({
    disk: nodeDisk,
    root,
    holder,
    version: "1",
    now: () => "2026-01-01T00:00:00.000Z",
  });
  onTestFinished(lock.release);
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
    detail: { holder: "Ana", pid: process.pid, hostName: hostname(), since: "2026-01-01T00:00:00.000Z" },
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
});
