// A host that is started again finds the port of the one before it, and never fails for want of it.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { portsBefore, rememberPort } from "../../../main/cli/serve.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "sayso-ports-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it("the latest port comes first, each once, and only some are kept", async () => {
  for (const port of [4001, 4002, 4003, 4002, 4004, 4005]) expect(await rememberPort(home, port)).toBe(true);
  expect(await portsBefore(home)).toEqual([4005, 4004, 4002, 4003]);
  expect(readdirSync(home)).toEqual(["ports.json"]);
});

it("the folder is made where it is not", async () => {
  const later = join(home, "a", "b");
  expect(await portsBefore(later)).toEqual([]);
  expect(await rememberPort(later, 4001)).toBe(true);
  expect(await portsBefore(later)).toEqual([4001]);
});

it.each(["", "{", '{"ports":[0]}', '{"ports":["4001"]}', "[4001]"])(
  "a file that says %j counts as none, and is written anew",
  async (content) => {
    writeFileSync(join(home, "ports.json"), content);
    expect(await portsBefore(home)).toEqual([]);
    expect(await rememberPort(home, 4001)).toBe(true);
    expect(await portsBefore(home)).toEqual([4001]);
  },
);

it("a folder that cannot be written is said, not thrown", async () => {
  mkdirSync(join(home, "ports.json"));
  expect(await rememberPort(home, 4001)).toBe(false);
});
