// Where a person's own things are on each system, and the log that stays short.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultHome } from "../../../main/core/home.ts";
import { openLog } from "../../../main/core/log.ts";
import { orNull } from "../../../main/storage/files/storage-error.ts";
import { faultyDisk } from "../storage/faulty-disk.ts";
import { person, temporaryFolder } from "./workplace.ts";

test("the home is the one that is asked for, else the system's place for application data", () => {
  expect(defaultHome({ SAYSO_HOME: "/somewhere" }, "linux")).toBe("/somewhere");
  expect(defaultHome({}, "linux")).toBe(join(homedir(), ".config", "Sayso"));
  expect(defaultHome({ XDG_CONFIG_HOME: "/config", SAYSO_HOME: "" }, "linux")).toBe(join("/config", "Sayso"));
  expect(defaultHome({}, "darwin")).toBe(join(homedir(), "Library", "Application Support", "Sayso"));
  expect(defaultHome({ APPDATA: "/roaming" }, "win32")).toBe(join("/roaming", "Sayso"));
});

test("the last lines of the log are whole, in order, and no more than were asked for", async () => {
  const home = temporaryFolder();
  const log = openLog(home, () => "2026-01-01T00:00:00.000Z");
  expect(await log.lastLines(1_000)).toEqual([]);
  mkdirSync(join(home, "log"));
  writeFileSync(join(home, "log", "sayso.log.1"), "a\nbb\n");
  writeFileSync(join(home, "log", "sayso.log"), "ccc\ndddd\n");
  const all = ["a", "bb", "ccc", "dddd"];
  for (const [most, count] of [
    [14, 4],
    [13, 3],
    [12, 3],
    [11, 2],
    [4, 0],
  ] as const)
    expect(await log.lastLines(most)).toEqual(all.slice(all.length - count));
});

test("the log holds an error in full with its cause, one line each, and is turned over when it is long", async () => {
  const home = temporaryFolder();
  const log = openLog(home, () => "2026-01-01T00:00:00.000Z");
  log.error("first", new Error("outer", { cause: new TypeError("inner") }), "abc");
  log.error("second", "no error at all");
  await log.flushed();
  const path = join(home, "log", "sayso.log");
  const lines = readFileSync(path, "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { what: "first", id: "abc", error: { message: "outer", cause: { name: "TypeError", message: "inner" } } },
    { what: "second", error: "no error at all" },
  ]);
  writeFileSync(path, "x".repeat(1024 * 1024));
  log.error("third", new Error("new file"));
  await log.flushed();
  expect(statSync(`${path}.1`).size).toBe(1024 * 1024);
  expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(1);
});

test("a log that cannot be written stops nothing", async () => {
  const home = temporaryFolder();
  writeFileSync(join(home, "log"), "in the way");
  const log = openLog(home, () => "2026-01-01T00:00:00.000Z");
  log.error("lost", new Error("lost"));
  await log.flushed();
});

test("the log has the bugs that were passed over while the core was there", async () => {
  const home = join(temporaryFolder(), "home");
  const { core } = await person(home, null);
  await orNull(() => Promise.reject(new TypeError("planted")));
  await core.close();
  await orNull(() => Promise.reject(new TypeError("too late")));
  const lines = readFileSync(join(home, "log", "sayso.log"), "utf8")
    .trim()
    .split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { what: "ignored", error: { name: "TypeError", message: "planted" } },
  ]);
});

test("a home for which there was no room at the start is made when something is set later", async () => {
  const asked: string[] = [];
  for (let at = 0; ; at += 1) {
    const disk = faultyDisk();
    disk.arm(at, "ENOSPC", false);
    const ana = await person(join(temporaryFolder(), "home"), null, { disk });
    const call = disk.made()[at];
    disk.disarm();
    if (!call) break;
    asked.push(call.name);
    const { annotatorName } = await ana.call("settings.set", { annotatorName: "Ana" });
    expect(annotatorName, call.name).toBe("Ana");
  }
  expect(asked).toContain("makeFolder");
});
