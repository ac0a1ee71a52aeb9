// What the packages need is asked for before anything is built: each tool, certificate and binary by its name.
import { expect, it } from "vitest";
import { type Machine, missing } from "../../../main/packaging/missing.mjs";
import { signingSettings } from "../../../main/packaging/signing.mjs";

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
  expect(missing(all, "release", full)).toEqual([]);
});

it("asks of a part for what signs its packages, and not for what signs the list of sums", () => {
  const without = { ...full, env: { ...full.env, SAYSO_RELEASE_KEY: "" } };
  expect(missing(all, "part", without)).toEqual([]);
  expect(missing(["mac"], "part", { ...without, env: {} })).toHaveLength(4);
  expect(missing([], "release", without)).toEqual([
    "SAYSO_RELEASE_KEY, the file of minisign's secret key, is not set.",
  ]);
});

it("names Electron, for each system that it is missing for", () => {
  const without = { ...full, hasElectron: (system: string) => system === "win" };
  expect(missing(all, "trial", without)).toEqual([
    "Electron for Linux is not here and cannot be fetched: give its folder or its zip as --electron-linux PATH.",
    "Electron for macOS is not here and cannot be fetched: give its folder or its zip as --electron-mac PATH.",
  ]);
});

it.each(["rpmbuild", "flatpak", "flatpak-builder", "wine", "minisign"])("names %s", (program) => {
  const without = { ...full, platform: "linux", hasProgram: (name: string) => name !== program };
  const found = missing(["linux", "win"], "release", without);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${program}\\b.* is not installed`, "u"));
});

it("names each variable that Azure still needs, once one of them is set", () => {
  const azure = {
    AZURE_TENANT_ID: "t",
    AZURE_CLIENT_ID: "c",
    AZURE_CLIENT_SECRET: "s",
    SAYSO_AZURE_ENDPOINT: "https://weu.codesigning.azure.net",
    SAYSO_AZURE_ACCOUNT: "sayso",
    SAYSO_AZURE_PROFILE: "release",
    SAYSO_PUBLISHER: "The Sayso developers",
  };
  const { WIN_CSC_LINK: _link, CSC_LINK: _other, ...rest } = full.env;
  const withEnv = (env: Readonly<Record<string, string>>) => ({ ...full, env: { ...rest, ...env } });
  expect(missing(["win"], "release", withEnv(azure))).toEqual([]);
  for (const name of Object.keys(azure)) {
    const { [name]: _one, ...others } = azure as Readonly<Record<string, string>>;
    const found = missing(["win"], "release", withEnv(others));
    expect(found).toEqual([`${name} is not set, without which Azure Trusted Signing signs nothing.`]);
    expect(signingSettings({ ...others, [name]: "" })).toHaveProperty("win");
  }
  expect(missing(["win"], "release", withEnv({}))).toEqual([
    expect.stringContaining("no certificate for Windows"),
  ]);
  expect(signingSettings({})).toEqual({});
  expect(signingSettings(azure)).toEqual({
    win: {
      azureSignOptions: {
        endpoint: "https://weu.codesigning.azure.net",
        codeSigningAccountName: "sayso",
        certificateProfileName: "release",
        publisherName: "The Sayso developers",
      },
    },
  });
});

it.each(["fpm", "appimage", "nsis", "wix"])("names %s, which electron-builder fetches", (tool) => {
  const found = missing(all, "trial", { ...full, hasTool: (name) => name !== tool });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("cannot be fetched");
});

it.each(Object.keys(full.env))("misses %s in a release, and in nothing else", (name) => {
  const without = { ...full, env: { ...full.env, [name]: "" } };
  // The certificate of macOS serves Windows too where Windows has none.
  expect(missing(all, "release", without)).toHaveLength(name === "WIN_CSC_LINK" ? 0 : 1);
  expect(missing(all, "trial", without)).toEqual([]);
});
