// Every call that a save or a snapshot makes to the disk fails once, in every way, for a moment and for good: what was
// acknowledged is there afterwards, what was not is either there whole or not at all, and saving goes on once the disk works.
import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import type { SetStore } from "../../../../main/storage/sets/set-store.ts";
import { ApiError, type Problem } from "../../../../shared/errors/errors.ts";
import { tier } from "../../../helpers/tier.ts";
import { type Fault, type FaultyDisk, faults, faultyDisk } from "../faulty-disk.ts";
import { adding, type Op, type SetUnderTest, setUnderTest, spansIn, spansOf } from "../set-under-test.ts";

const problemOfFault: Readonly<Record<Fault, Problem>> = {
  ENOSPC: "disk-full",
  short: "disk-full",
  EIO: "storage-failed",
  EMFILE: "storage-failed",
  EACCES: "folder-not-writable",
  EROFS: "folder-not-writable",
};

interface Scene {
  readonly under: SetUnderTest;
  readonly disk: FaultyDisk;
  readonly store: SetStore;
  readonly acknowledged: Op[];
}

async function scene(before: number): Promise<Scene> {
  const under = setUnderTest();
  const disk = faultyDisk();
  const store = await under.open({ disk });
  const acknowledged: Op[] = [];
  for (let at = 0; at < before; at += 1) {
    // The third save comes after a snapshot.
    if (at === 2) await store.compact();
    acknowledged.push(await save(store, adding()));
  }
  return { under, disk, store, acknowledged };
}

async function save(store: SetStore, op: Op): Promise<Op> {
  await store.append([op]);
  return op;
}

/** How many calls the act makes when nothing fails. */
async function callsOf(before: number, act: (scene: Scene) => Promise<unknown>): Promise<readonly string[]> {
  const one = await scene(before);
  one.disk.disarm();
  await act(one);
  const calls = [...one.disk.calls()];
  await one.store.close();
  return calls;
}

async function problemIn(act: Promise<unknown>): Promise<Problem | null> {
  try {
    await act;
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error.problem;
    throw error;
  }
}

/** Opens the set anew with a disk that works: what it holds is what was promised. */
async function expectKept({ under, acknowledged }: Scene, maybe: readonly Op[]): Promise<void> {
  const reopened = await under.open();
  expect(reopened).toMatchObject({ unsafe: null, warnings: [] });
  const there = spansOf(reopened);
  expect(there).toEqual(expect.arrayContaining(spansIn(acknowledged)));
  expect(spansIn([...acknowledged, ...maybe])).toEqual(expect.arrayContaining(there));
}

const acts = [
  { name: "the first save", before: 0, op: adding(), act: "save" },
  { name: "a later save", before: 2, op: adding(), act: "save" },
  { name: "the first snapshot", before: 2, op: null, act: "compact" },
  { name: "a later snapshot", before: 3, op: null, act: "compact" },
] as const;

for (const { name, before, op, act } of acts) {
  const run = (one: Scene): Promise<unknown> =>
    act === "save" ? one.store.append([op]) : one.store.compact();
  const maybe: readonly Op[] = op ? [op] : [];

  test(`${name} survives every fault`, async () => {
    const calls = await callsOf(before, run);
    expect(calls.length).toBeGreaterThan(2);
    for (const [turn, fault] of faults.entries())
      for (const stays of [false, true])
        for (const at of calls.keys()) {
          // The faults differ at a write; at any other call the short tiers try one of them, another from call to call.
          const isTurn = (at + (stays ? 1 : 0)) % faults.length === turn;
          if (tier !== "all" && calls[at] !== "write" && !isTurn) continue;
          // Only a write can be short; for every other call it is the full disk again.
          if (fault === "short" && (stays || calls[at] !== "write")) continue;
          const one = await scene(before);
          one.disk.arm(at, fault, stays);
          const problem = await problemIn(run(one));
          one.disk.disarm();
          const where = `${fault} ${stays ? "from" : "at"} call ${at} (${calls[at]})`;
          if (problem !== null) {
            // What the disk said is what the person is told, or, for reading, that it could not be read.
            expect([problemOfFault[fault], "storage-failed", "file-unreadable"], where).toContain(problem);
          } else if (op) one.acknowledged.push(op);
          await expectKept(one, maybe);
          const next = adding();
          await one.store.append([next]);
          one.acknowledged.push(next);
          await one.store.compact();
          await one.store.close();
          await expectKept(one, maybe);
        }
  });
}

test("a save is one write into the file as it was left, flushed, and looked at under its name before it is acknowledged", async () => {
  const calls = await callsOf(1, ({ store }) => store.append([adding(), adding()]));
  expect(calls).toEqual(["status", "write", "syncData", "status"]);
});

test("a save that is not acknowledged does not count, and its resend does", async () => {
  const { disk, store, under } = await scene(1);
  const op = adding();
  disk.disarm();
  disk.arm(1, "EIO", true);
  expect(await problemIn(store.append([op]))).toBe("storage-failed");
  expect(store.revision()).toBe(1);
  disk.disarm();
  expect(await store.append([op])).toEqual([{ opId: op.opId, revision: 2, at: "2026-01-01T00:00:00.000Z" }]);
  const reopened = await under.open();
  expect(reopened.revision()).toBe(2);
  expect(reopened.answerTo(op.opId)).toEqual({ opId: op.opId, revision: 2, at: "2026-01-01T00:00:00.000Z" });
});

test("records that got to the disk in a write that failed never come back", async () => {
  for (const stays of [false, true]) {
    const { disk, store, under, acknowledged } = await scene(1);
    disk.arm(0, "short", stays);
    // Half of the bytes are two whole records, the first as long as the one that is saved next.
    expect(await problemIn(store.append([adding(), adding(), adding(), adding()]))).toBe("disk-full");
    disk.disarm();
    acknowledged.push(await save(store, adding()));
    expect(spansOf(await under.open())).toEqual(spansIn(acknowledged));
  }
});

test("records that were given up with their file do not come back with an older snapshot", async () => {
  const { disk, store, under, acknowledged } = await scene(1);
  await store.compact();
  acknowledged.push(await save(store, adding()));
  const flush = (await callsOf(2, (one) => one.store.append([adding()]))).indexOf("syncData");
  disk.disarm();
  disk.arm(flush, "EIO", true);
  expect(await problemIn(store.append([adding()]))).toBe("storage-failed");
  disk.disarm();
  acknowledged.push(await save(store, adding()));
  rmSync(under.snapshot);
  expect(spansOf(await under.open())).toEqual(spansIn(acknowledged));
});
