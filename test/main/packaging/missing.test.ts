// What the packages need is asked for before anything is built: each tool, certificate and binary by its name.
import { expect, it } from "vitest";
import { type Machine, missing } from "../../../main/packaging/missing.mjs";

const full: Machine = {
  platform: "darwin",
  env: {
    WIN_CSC_LINK: "a.pfx",
    CSC_LINK: "b.p12",
    APPLE_API_KEY: "k",
    APPLE_API_KEY_ID: "i",
    APPLE_API_ISSUER: "s",
    SAYSO_RELEASE_KEY: "key",
  },
  hasProgram: () => true,
  hasElectron: () => true,
  hasTool: () => true,
};
const all = ["linux", "win", "mac"] as const;

it("finds nothing where everything is there", () => {
  expect(missing(all, true, full)).toEqual([]);
});

it("names Electron, for each system that it is missing for", () => {
  const without = { ...full, hasElectron: (system: string) => system === "win" };
  expect(missing(all, false, without)).toEqual([
    "Electron for Linux is not here and cannot be fetched: give its folder or its zip as --electron-linux PATH.",
    "Electron for macOS is not here and cannot be fetched: give its folder or its zip as --electron-mac PATH.",
  ]);
});

it.each(["rpmbuild", "flatpak", "flatpak-builder", "wine", "minisign"])("names %s", (program) => {
  const without = { ...full, platform: "linux", hasProgram: (name: string) => name !== program };
  const found = missing(["linux", "win"], true, without);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${program}\\b.* is not installed`, "u"));
});

it.each(["fpm", "appimage", "nsis", "wix"])("names %s, which electron-builder fetches", (tool) => {
  const found = missing(all, false, { ...full, hasTool: (name) => name !== tool });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("cannot be fetched");
});

it.each(Object.keys(full.env))("misses %s in a release, and in nothing else", (name) => {
  const without = { ...full, env: { ...full.env, [name]: "" } };
  // The certificate of macOS serves Windows too where Windows has none.
  expect(missing(all, true, without)).toHaveLength(name === "WIN_CSC_LINK" ? 0 : 1);
  expect(missing(all, false, without)).toEqual([]);
});
