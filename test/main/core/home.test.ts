// Where a person's own things lie: beside a portable application where somebody made the folder for it, else where the system has them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { portableHome } from "../../../main/core/home.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sayso-portable-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ["linux", "sayso", {}, "data"],
  ["win32", "Sayso.exe", {}, "data"],
  ["darwin", "Sayso.app/Contents/MacOS/Sayso", {}, "data"],
  ["linux", "mounted/sayso", { APPIMAGE: "stick/Sayso.AppImage" }, "stick/data"],
] as const)("on %s the folder `data` beside the program: %s", (platform, program, env, data) => {
  const image = "APPIMAGE" in env ? { APPIMAGE: join(folder, env.APPIMAGE) } : {};
  const home = () => portableHome(join(folder, program), platform, image);
  expect(home()).toBeNull();
  mkdirSync(join(folder, data), { recursive: true });
  expect(home()).toBe(join(folder, data));
});

it("takes no file for it", () => {
  writeFileSync(join(folder, "data"), "");
  expect(portableHome(join(folder, "sayso"), "linux", {})).toBeNull();
});
