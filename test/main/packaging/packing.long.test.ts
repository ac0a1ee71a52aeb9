// The built application, packed around a stand-in for Electron's binary: the same files for every system, the same bytes each time, and
// fuses that are read back. `npm run dist:rehearse` goes further.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, expect, it } from "vitest";
import { wantedFuses } from "../../../main/packaging/fuses.mjs";
import { type PackedSystem, unpacked } from "../../../main/packaging/pack.mjs";
import { buildApp } from "../../helpers/built-app.ts";

const scratch = mkdtempSync(join(tmpdir(), "sayso-packing-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
beforeAll(buildApp);

let made = 0;

/** Packs once, in a folder of its own. */
function pack(system: PackedSystem, ...options: readonly string[]) {
  made += 1;
  const folder = join(scratch, String(made));
  const program = join(import.meta.dirname, "../../rehearsal/pack-once.mjs");
  const { status, stderr } = spawnSync(process.execPath, [program, system, folder, ...options], {
    encoding: "utf8",
  });
  return { status, stderr, ...unpacked(system, join(folder, "packed")) };
}

const systems = ["linux", "win", "mac"] as const;
const packedOnce = new Map<PackedSystem, ReturnType<typeof pack>>();

/** As `pack`, once for each system. */
function packed(system: PackedSystem) {
  const result = packedOnce.get(system) ?? pack(system);
  packedOnce.set(system, result);
  return result;
}

const sumOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

it.each(systems)("packs for %s, with all fuses set", async (system) => {
  const { status, stderr, program } = packed(system);
  expect([status, stderr]).toEqual([0, ""]);
  const { version, ...wire } = await getCurrentFuseWire(program);
  const letters = Object.values(wire).map((state) => String.fromCharCode(Number(state)));
  expect([version, letters]).toEqual(["1", Object.values(wantedFuses).map((isOn) => (isOn ? "1" : "0"))]);
});

it("packs the same archive for every system and each time, byte for byte", () => {
  const archives = [...systems.map(packed), pack("linux")].map(({ archive }) => archive);
  expect(new Set(archives.map(sumOf)).size).toBe(1);
});

it("lets macOS load nothing from a network, whatever electron-builder writes", () => {
  const info = readFileSync(join(packed("mac").program, "Contents/Info.plist"), "utf8");
  expect(info).toMatch(
    /<key>NSAppTransportSecurity<\/key>\s*<dict>\s*<key>NSAllowsArbitraryLoads<\/key>\s*<false\/>\s*<\/dict>/u,
  );
});

it.each([
  [
    "a wrong one",
    ["--settings", '{"electronFuses": {"runAsNode": true}}'],
    "RunAsNode has to be off; in the binary it is on",
  ],
  [
    "one that the binary does not have",
    ["--fuses", "1011000"],
    "fuse wire in this version of Electron is not long enough",
  ],
  [
    "one whose setting is empty",
    ["--settings", '{"electronFuses": {"onlyLoadAppFromAsar": null}}'],
    "OnlyLoadAppFromAsar has to be on; in the binary it is off",
  ],
])("fails the build over the fuses: %s", (_, options, why) => {
  const { status, stderr } = pack("linux", ...options);
  expect([status, stderr]).toEqual([1, expect.stringContaining(why)]);
});

it("fails the build over a file that nothing asks for", () => {
  const { status, stderr } = pack(
    "linux",
    "--settings",
    '{"files": ["out/**", "package.json", "!**/*.map", "LICENSE"]}',
  );
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining("The archive holds LICENSE, and nothing asks for it."),
  ]);
});

it("fails a release that nothing signs", () => {
  const { status, stderr } = pack("win", "--settings", '{"forceCodeSigning": true}');
  expect([status, stderr]).toEqual([1, expect.stringContaining("not signed")]);
});
