// A snapshot is made while saves go on: whatever the order in which their calls reach the disk, and wherever the machine stops, every
// change that was acknowledged is there, once, and the record of changes is whole.
import { setImmediate as otherWork } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Disk } from "../../../../main/storage/files/disk.ts";
import { readRecord } from "../../../../main/storage/sets/read-record.ts";
import { openSetStore, type SetStore } from "../../../../main/storage/sets/set-store.ts";
import { added } from "../../../../shared/model/change.ts";
import { records } from "../../../../shared/model/table.ts";
import { tier } from "../../../helpers/tier.ts";
import { watchedDisk } from "../../../helpers/watched-disk.ts";
import { type Cut, type MemoryDisk, memoryDisk } from "../../../torture/memory-disk.ts";
import { type Random, randomFrom } from "../../../torture/random.ts";
import { newId } from "../../core/workplace.ts";
import { faults } from "../faulty-disk.ts";
import { adding, device, type Op, spansOf } from "../set-under-test.ts";

const root = "/project";
const place = {
  folder: `${root}/annotations/art`,
  project: "pro",
  article: "art",
  annotator: "ann",
  textHash: "0".repeat(64),
};

const open = (disk: Disk, of = device): Promise<SetStore> =>
  openSetStore({
    disk,
    root,
    place,
    device: of,
    now: () => "2026-01-01T00:00:00.000Z",
    fence: async () => undefined,
    onSnapshotFailed: () => undefined,
  });

/** All of it safe. */
function emptyProject(): MemoryDisk {
  const disk = memoryDisk();
  disk.put(`${root}/project.json`, Buffer.from("{}"));
  return disk.afterCut("everything", randomFrom(1));
}

/** Each call comes to the disk when chance lets it, so that two that work at once get in each other's way in every order. */
function jostled(disk: Disk, random: Random): Disk {
  const late = async (): Promise<void> => {
    for (let turns = random.below(4); turns > 0; turns -= 1) await otherWork();
  };
  const after =
    <Given extends unknown[], Result>(call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      await late();
      return call(...given);
    };
  return {
    open: async (path, access) => {
      await late();
      const file = await disk.open(path, access);
      return {
        read: after(file.read),
        write: after(file.write),
        status: after(file.status),
        setMode: after(file.setMode),
        truncate: after(file.truncate),
        sync: after(file.sync),
        syncData: after(file.syncData),
        close: file.close,
      };
    },
    status: after(disk.status),
    rename: after(disk.rename),
    remove: after(disk.remove),
    makeFolder: after(disk.makeFolder),
    removeFolder: after(disk.removeFolder),
    list: after(disk.list),
    realPath: after(disk.realPath),
    touch: after(disk.touch),
  };
}

interface Work {
  readonly memory: MemoryDisk;
  readonly acknowledged: Op[];
  readonly asked: Op[];
  /** What looks at the folder took for news, though nobody else was there. */
  readonly news: unknown[];
  /** How many calls that write were made. */
  readonly calls: number;
  /** Saves that were acknowledged while a snapshot was under way. */
  readonly meanwhile: number;
}

interface Harm {
  /** The call that writes at which it happens. */
  readonly at: number;
  /** The machine stops, or calls fail once or from then on. */
  readonly what: "stop" | "fail once" | "fail";
  readonly code?: string;
}

/** Somebody saves one change after the other while snapshots and looks at the folder are asked for as chance has it. */
async function work(seed: number, harm: Harm | null): Promise<Work> {
  const random = randomFrom(seed);
  const memory = emptyProject();
  let calls = 0;
  const disk = watchedDisk(memory, ({ writes }) => {
    if (!writes) return undefined;
    const at = calls;
    calls += 1;
    if (!harm || at < harm.at || (harm.what === "fail once" && at > harm.at)) return undefined;
    const code = harm.code ?? "EIO";
    if (harm.what !== "stop") return Object.assign(new Error(`${code}: injected`), { code });
    memory.turnOff();
    return undefined;
  });
  const store = await open(jostled(disk, random));
  const [acknowledged, asked, news]: [Op[], Op[], unknown[]] = [[], [], []];
  let snapshots = 0;
  let meanwhile = 0;
  const beside: Promise<unknown>[] = [];
  const ignore = (): undefined => undefined;
  for (let step = 0; step < 14; step += 1) {
    const op = adding();
    asked.push(op);
    const saved = await store.append([op]).then(() => true, ignore);
    if (saved) acknowledged.push(op);
    if (saved && snapshots > 0) meanwhile += 1;
    if (random.chance(0.4)) {
      snapshots += 1;
      const one = store.compact().catch(ignore);
      beside.push(one.finally(() => (snapshots -= 1)));
    }
    if (random.chance(0.2)) beside.push(store.outside().then((found) => found && news.push(found), ignore));
  }
  await Promise.all(beside);
  return { memory, acknowledged, asked, news, calls, meanwhile };
}

const ids = (ops: readonly Op[]): string[] => ops.map(({ span }) => span).sort();

/** Older generations are for looking back: where there is a present one, nothing of the set is in them alone. */
async function expectKeptWithoutOlder(
  { acknowledged }: Work,
  disk: MemoryDisk,
  where: string,
): Promise<void> {
  const journal = `${place.folder}/ann.${device}.journal`;
  if (disk.bytesAt(journal) === null) return;
  for (const file of disk.files()) if (file.startsWith(`${journal}.`)) disk.put(file, null);
  const store = await open(disk);
  expect(store.unsafe, where).toBeNull();
  expect(spansOf(store), where).toEqual(expect.arrayContaining(ids(acknowledged)));
}

async function expectKept(done: Work, disk: MemoryDisk, where: string): Promise<void> {
  await expectKeptWithoutOlder(done, disk.afterCut("everything", randomFrom(1)), where);
  const { acknowledged, asked } = done;
  const store = await open(disk);
  expect(store.unsafe, where).toBeNull();
  const there = spansOf(store);
  expect(there, where).toEqual(expect.arrayContaining(ids(acknowledged)));
  expect(ids(asked), where).toEqual(expect.arrayContaining(there));
  expect(store.revision(), where).toBe(there.length);
  for (const { opId } of acknowledged) expect(store.answerTo(opId), where).toMatchObject({ opId });
  const { records: told, isIncomplete } = await readRecord(disk, place);
  expect(isIncomplete, where).toBe(false);
  expect(
    told.map(({ opId }) => opId),
    where,
  ).toEqual(asked.flatMap(({ opId, span }) => (there.includes(span) ? [opId] : [])));
  // And work goes on.
  const next = adding();
  await store.append([next]);
  await store.close();
  expect(spansOf(await open(disk)), where).toEqual([...there, next.span].sort());
}

/** The calls that are hurt; in the short tiers the seeds share them, as each kind of call comes in all of them. */
const callsOf = (seed: number, calls: number): readonly number[] =>
  [...Array(calls).keys()].filter((at) => tier === "all" || at % 4 === seed % 4);

const seeds = Array.from({ length: 8 }, (_, at) => at + 1);
const cuts: readonly Cut[] = ["flushed alone", "everything", "by chance"];

describe("while snapshots are made beside saves", () => {
  test("saves are acknowledged, nothing of one's own passes for news, and all of it is there", async () => {
    let meanwhile = 0;
    for (const seed of seeds) {
      const done = await work(seed, null);
      meanwhile += done.meanwhile;
      expect(done.news, `seed ${seed}`).toEqual([]);
      expect(done.acknowledged).toEqual(done.asked);
      await expectKept(done, done.memory.afterCut("everything", randomFrom(seed)), `seed ${seed}`);
    }
    expect(meanwhile).toBeGreaterThan(seeds.length);
  });

  test.each(seeds)(
    "a machine that stops at any call that writes has every acknowledged change, seed %i",
    async (seed) => {
      const { calls } = await work(seed, null);
      for (const at of callsOf(seed, calls)) {
        const done = await work(seed, { at, what: "stop" });
        for (const cut of cuts)
          await expectKept(
            done,
            done.memory.afterCut(cut, randomFrom(at)),
            `seed ${seed}, call ${at}, ${cut}`,
          );
      }
    },
  );

  test.each(seeds)(
    "a disk that fails at any call that writes loses no acknowledged change, seed %i",
    async (seed) => {
      const { calls } = await work(seed, null);
      const random = randomFrom(seed);
      for (const at of callsOf(seed, calls))
        for (const what of ["fail once", "fail"] as const) {
          const code = random.pick(faults.filter((fault) => fault !== "short"));
          const done = await work(seed, { at, what, code });
          expect(done.news).toEqual([]);
          await expectKept(
            done,
            done.memory.afterCut("flushed alone", random),
            `seed ${seed}, call ${at}, ${code} ${what}`,
          );
        }
    },
  );
});

test("what another machine has saved meanwhile is found, and a snapshot that was begun before it comes in gives way", async () => {
  for (const seed of seeds) {
    const random = randomFrom(seed);
    const memory = emptyProject();
    const ours = await open(jostled(memory, random));
    const ops: Op[] = [];
    const save = async (store: SetStore): Promise<void> => {
      const op = adding();
      await store.append([op]);
      ops.push(op);
    };
    await save(ours);
    const theirs = await open(memory, "far");
    for (let step = 0; step < 6; step += 1) {
      await save(ours);
      await save(theirs);
      const folded = ours.compact();
      for (let turns = random.below(40); turns > 0; turns -= 1) await otherWork();
      const found = await ours.outside();
      for (const version of found?.versions ?? []) {
        const known = new Set(spansOf(ours));
        const come = [...records(version.theirs.spans)].filter(({ id }) => !known.has(id));
        await ours.append([{ opId: newId(), change: { spans: added(...come) } }]);
      }
      if (found) await ours.settle(found, false);
      await save(ours);
      await folded;
      expect(await ours.outside(), `seed ${seed}, step ${step}`).toBeNull();
      const image = memory.afterCut("flushed alone", random);
      const again = await open(image);
      expect(again, `seed ${seed}, step ${step}`).toMatchObject({ unsafe: null, warnings: [] });
      expect(spansOf(again), `seed ${seed}, step ${step}`).toEqual(ids(ops));
    }
    await ours.close();
  }
});
