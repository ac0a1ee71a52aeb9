// The packaging configuration is one that electron-builder accepts, and closes what must be closed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { updateEnding } from "../../../main/hosts/electron/openings.ts";
import { pinnedElectron, supportEnds, whyUnsupported } from "../../../main/packaging/before-pack.mjs";
import { settingOf, wantedFuses } from "../../../main/packaging/fuses.mjs";
import { signingSettings } from "../../../main/packaging/signing.mjs";
import { linkScheme, packageEnding, projectEnding } from "../../../shared/api/opening.ts";

const root = join(import.meta.dirname, "../../..");
// Both come with electron-builder, as its own dependencies: this checks with the versions that it checks with.
const require = createRequire(
  createRequire(join(root, "package.json")).resolve("electron-builder/package.json"),
);

interface Yaml {
  load(text: string): unknown;
}
interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly { readonly message?: string; readonly instancePath: string }[] | null;
}
interface Ajv {
  compile(schema: unknown): Validator;
}

const yaml = require("js-yaml") as Yaml;
const builder = createRequire(require.resolve("app-builder-lib/package.json"));
const load = (name: string) => yaml.load(readFileSync(join(root, name), "utf8")) as Record<string, unknown>;
const config = load("electron-builder.yml");
const release = load("electron-builder.release.yml");

function validate(value: unknown): readonly string[] {
  const AjvClass = builder("ajv") as new (options: object) => Ajv;
  const check = new AjvClass({ strict: false, allErrors: true }).compile(builder("./scheme.json"));
  return check(value)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

it("fits the schema of electron-builder", () => {
  expect(validate(config)).toEqual([]);
  expect(validate(release)).toEqual([]);
  expect(validate({ ...config, asarr: true })).not.toEqual([]);
});

it("refuses an Electron that is out of support, or of which that is not known", () => {
  expect(config.beforePack).toBe("main/packaging/before-pack.mjs");
  expect(Object.keys(supportEnds)).toContain(pinnedElectron().split(".")[0]);
  const [[major = "", ends = ""] = []] = Object.entries(supportEnds);
  expect(whyUnsupported(`${major}.4.1`, "2000-01-01")).toBeNull();
  expect(whyUnsupported(`${major}.4.1`, ends)).toContain(`ended on ${ends}`);
  expect(whyUnsupported("1.0.0", "2000-01-01")).toContain("not known");
});

it("sets every fuse as it has to be", () => {
  const wanted = Object.entries(wantedFuses).map(([name, isOn]) => [settingOf(name), isOn]);
  expect(wanted).toHaveLength(8);
  expect(config.electronFuses).toEqual(Object.fromEntries(wanted));
});

it("signs whatever is a release, and has it notarised", () => {
  expect(release).toEqual({
    extends: "electron-builder.yml",
    forceCodeSigning: true,
    mac: { notarize: true },
  });
});

it("fits the schema with what Azure signs by", () => {
  const azure = signingSettings({
    SAYSO_AZURE_ENDPOINT: "a",
    SAYSO_AZURE_ACCOUNT: "b",
    SAYSO_AZURE_PROFILE: "c",
    SAYSO_PUBLISHER: "d",
  });
  expect(validate({ ...release, ...azure })).toEqual([]);
});

it("tells each system of the files and links that the application opens, and of no other", () => {
  const associations = config.fileAssociations as readonly Readonly<Record<string, string>>[];
  expect(associations.map(({ ext }) => ext)).toEqual([packageEnding, projectEnding, updateEnding]);
  // RFC 6838, 4.2: what a registered name may hold; and the tree of vendors.
  for (const { mimeType } of associations)
    expect(mimeType).toMatch(/^application\/vnd\.[a-z0-9][a-z0-9!#$&^_.+-]{0,120}$/u);
  expect(config.protocols).toEqual([{ name: "Sayso link", schemes: [linkScheme], role: "Viewer" }]);
});

it("gives the flatpak neither the network nor the home", () => {
  const { finishArgs } = config.flatpak as { readonly finishArgs: readonly string[] };
  expect(finishArgs.filter((one) => /network|filesystem|talk-name|pulseaudio|device=all/u.test(one))).toEqual(
    [],
  );
  expect(finishArgs.length).toBeGreaterThan(0);
});

it("asks macOS for nothing but the compiler’s memory", () => {
  const { entitlements, entitlementsInherit } = config.mac as Readonly<Record<string, string>>;
  expect(entitlementsInherit).toBe(entitlements);
  const text = readFileSync(join(root, entitlements ?? ""), "utf8");
  expect([...text.matchAll(/<key>([^<]+)<\/key>\s*<true\/>/gu)].map(([, key]) => key)).toEqual([
    "com.apple.security.cs.allow-jit",
  ]);
});
