// The launcher of the command line finds the program of the packed application, and hands every argument on as it is.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const launchers = join(import.meta.dirname, "../../../main/packaging/launchers");
const scratch = mkdtempSync(join(tmpdir(), "sayso launcher-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A packed application whose program says what it was given, a line an argument; answers with the launcher's path. */
function application(name: string, program: string, resources: string): string {
  const path = join(scratch, name, program);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '#!/bin/sh\nprintf "%s\\n" "$@"\nexit 4\n');
  chmodSync(path, 0o755);
  const launcher = join(scratch, name, resources, "bin/sayso");
  mkdirSync(dirname(launcher), { recursive: true });
  cpSync(join(launchers, "sayso"), launcher);
  return launcher;
}

describe("the launcher of Linux and macOS", () => {
  const args = ["export", "a project", "--out", "", "$HOME", "*", "--version"];
  const handed = ["--ozone-platform=headless", "--cli", "--", ...args];

  it.each([
    ["linux", "sayso", "resources"],
    ["mac", "Contents/MacOS/Sayso", "Contents/Resources"],
  ])("on %s", (name, program, resources) => {
    const launcher = application(name, program, resources);
    const link = join(scratch, `link-${name}`);
    symlinkSync(launcher, link);
    for (const path of [launcher, link]) {
      const { status, stdout } = spawnSync(path, args, { encoding: "utf8" });
      expect([status, stdout]).toEqual([4, `${handed.join("\n")}\n`]);
    }
  });

  it("says where it does not find the program", () => {
    const { status, stderr } = spawnSync(join(launchers, "sayso"), [], { encoding: "utf8" });
    expect([status, stderr]).toEqual([3, expect.stringContaining("not where it belongs")]);
  });
});

it("the launcher of Windows does the same, in the lines that Windows reads", () => {
  const text = readFileSync(join(launchers, "sayso.cmd"), "latin1");
  expect(text.split("\r\n").at(-2)).toBe('@"%~dp0..\\..\\Sayso.exe" --cli -- %*');
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
});
