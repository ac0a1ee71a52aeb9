// The packaging configuration is one that electron-builder accepts, and closes what must be closed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pinnedElectron, supportEnds, whyUnsupported } from "../../../../main/hosts/electron/before-pack.mjs";

const root = join(import.meta.dirname, "../../../..");
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
const config = yaml.load(readFileSync(join(root, "electron-builder.yml"), "utf8")) as Record<string, unknown>;

function validate(value: unknown): readonly string[] {
  const AjvClass = builder("ajv") as new (options: object) => Ajv;
  const check = new AjvClass({ strict: false, allErrors: true }).compile(builder("./scheme.json"));
  return check(value)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

it("fits the schema of electron-builder", () => {
  expect(validate(config)).toEqual([]);
  expect(validate({ ...config, asarr: true })).not.toEqual([]);
});

it("refuses an Electron that is out of support, or of which that is not known", () => {
  expect(config.beforePack).toBe("main/hosts/electron/before-pack.mjs");
  expect(Object.keys(supportEnds)).toContain(pinnedElectron().split(".")[0]);
  const [[major = "", ends = ""] = []] = Object.entries(supportEnds);
  expect(whyUnsupported(`${major}.4.1`, "2000-01-01")).toBeNull();
  expect(whyUnsupported(`${major}.4.1`, ends)).toContain(`ended on ${ends}`);
  expect(whyUnsupported("1.0.0", "2000-01-01")).toContain("not known");
});

it("closes every fuse that would let the binary do something else", () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});
