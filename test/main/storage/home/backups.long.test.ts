// Copies outside the project: whole or not there, whatever call to the disk fails, and never a damaged one for a good one.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeDisk } from "../../../../main/storage/files/disk.ts";
import {
  addCopy,
  backupStoreOfPath,
  newestCopy,
  readAbout,
  retentionPlan,
  timesToKeep,
  writeAbout,
} from "../../../../main/storage/home/backups.ts";
import { temporaryFolder } from "../../core/workplace.ts";
import { faultCases, faultyDisk } from "../faulty-disk.ts";

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString();
const read = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const shelfIn = (home: string, disk = nodeDisk) => ({ disk, home, project: "pro" });
const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");

test("a copy is compressed, found again with its time, and not made twice of the same", async () => {
  const home = temporaryFolder();
  const backupStore = shelfIn(join(home, "not", "there", "yet"));
  const folder = join(backupStore.home, "backups", "pro", "entities.json");
  const text = "Ines Duarte ".repeat(1_000);
  await addCopy(backupStore, "entities.json", bytesOf(text), at(0));
  await addCopy(backupStore, "entities.json", bytesOf(text), at(5));
  const [name = ""] = readdirSync(folder);
  expect(readdirSync(folder)).toEqual([name]);
  const compressed = readFileSync(join(folder, name));
  expect(compressed.length).toBeLessThan(text.length / 10);
  expect(gunzipSync(compressed).toString()).toBe(text);
  expect(await newestCopy(backupStore, "entities.json", read)).toEqual({ at: at(0), value: text });
});

test("a copy that was damaged is passed over for the one before, and made anew", async () => {
  const backupStore = shelfIn(temporaryFolder());
  await addCopy(backupStore, "set", bytesOf("one"), at(0));
  await addCopy(backupStore, "set", bytesOf("two"), at(5));
  const folder = join(backupStore.home, "backups", "pro", "set");
  const second = readdirSync(folder).sort()[1] ?? "";
  for (const harm of [
    Buffer.alloc(0),
    Buffer.from("no gzip"),
    readFileSync(join(folder, second)).subarray(0, -3),
  ]) {
    writeFileSync(join(folder, second), harm);
    expect(await newestCopy(backupStore, "set", read)).toEqual({ at: at(0), value: "one" });
  }
  await addCopy(backupStore, "set", bytesOf("two"), at(10));
  expect(await newestCopy(backupStore, "set", read)).toEqual({ at: at(10), value: "two" });
  const refuse = (bytes: Uint8Array): string => {
    if (read(bytes) === "two") throw new Error("not this one");
    return read(bytes);
  };
  expect(await newestCopy(backupStore, "set", refuse)).toEqual({ at: at(0), value: "one" });
  expect(await newestCopy(backupStore, "another", read)).toBe(null);
});

test("whatever call fails, the copies that were there are there still, and no more than the limit stay", async () => {
  const home = temporaryFolder();
  const disk = faultyDisk();
  const backupStore = shelfIn(home, disk);
  await addCopy(backupStore, "set", bytesOf("0"), at(0));
  disk.disarm();
  await addCopy(backupStore, "set", bytesOf("1"), at(1));
  let last = "1";
  let round = 1;
  for (const { at: call, fault } of faultCases(disk.made(), ["ENOSPC", "EIO", "short"])) {
    round += 1;
    disk.arm(call, fault, fault === "EIO");
    const went = await addCopy(backupStore, "set", bytesOf(`${round}`), at(round)).then(
      () => true,
      () => false,
    );
    disk.disarm();
    const found = await newestCopy(backupStore, "set", read);
    expect(found?.value, `${fault} at call ${call}`).toBeOneOf(went ? [`${round}`] : [`${round}`, last]);
    last = found?.value ?? "";
  }
  expect(round).toBeGreaterThan(5);
  for (let more = 0; more < 40; more += 1) {
    round += 1;
    await addCopy(backupStore, "set", bytesOf(`${round}`), at(round));
  }
  // All within two hours: the ten latest, and the newest of the hour and the day among them or before.
  expect(readdirSync(join(home, "backups", "pro", "set")).length).toBeLessThanOrEqual(13);
});

test("a project is known by the place where it was last", async () => {
  const home = temporaryFolder();
  for (const [project, day] of [
    ["one", "2026-01-01"],
    ["two", "2026-01-02"],
  ] as const)
    await writeAbout({ ...shelfIn(home), project }, { path: "/desk/bridges", day });
  expect((await backupStoreOfPath(nodeDisk, home, "/desk/bridges"))?.project).toBe("two");
  expect(await backupStoreOfPath(nodeDisk, home, "/desk/other")).toBe(null);
  expect(await readAbout({ ...shelfIn(home), project: "one" })).toEqual({
    path: "/desk/bridges",
    day: "2026-01-01",
  });
  expect(await backupStoreOfPath(nodeDisk, join(home, "nowhere"), "/desk/bridges")).toBe(null);
});

// Which copies stay: the latest, and one for each hour and day, and never more than their number.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 1);

test("of copies every five minutes for forty days the latest, the hours and the days stay", () => {
  const times = Array.from({ length: (40 * day) / (5 * minute) }, (_, at) => start + at * 5 * minute);
  const stay = [...timesToKeep(times)].sort((a, b) => b - a);
  const last = times.at(-1) ?? 0;
  expect(stay.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, at) => last - at * 5 * minute));
  expect(stay.filter((time) => time > last - day)).toHaveLength(10 + 23);
  expect(last - Math.min(...stay)).toBe(29 * day);
});

test("the newest always stays, few are all kept, and many never grow past the limit", () => {
  const time = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => start + minutes * minute);
  fc.assert(
    fc.property(fc.uniqueArray(time, { minLength: 1, maxLength: 400 }), (times) => {
      const stay = timesToKeep(times);
      expect(stay.has(Math.max(...times))).toBe(true);
      expect(stay.size).toBeLessThanOrEqual(retentionPlan.latest + retentionPlan.hours + retentionPlan.days);
      if (times.length <= retentionPlan.latest) expect(stay.size).toBe(times.length);
      // What stays would all stay again: nothing is lost by asking twice.
      expect(timesToKeep([...stay])).toEqual(stay);
    }),
  );
});
