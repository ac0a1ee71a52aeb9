// The bill of materials names what the bundle holds: no package more, none less, each with its licence.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { cycloneDx, licenceTexts, materials } from "../../../main/packaging/bill-of-materials.mjs";
import { bundledPackages, packagesOf } from "../../../main/packaging/bundled-packages.mjs";
import { buildApp, builtFolder } from "../../helpers/built-app.ts";

beforeAll(buildApp);

it("finds whose code a module is", () => {
  expect(
    packagesOf([
      "/project/shared/model/id.ts",
      "/project/node_modules/@scope/one/index.js",
      "/project/node_modules/one/node_modules/two/a/b.js",
      "C:\\a\\node_modules\\three\\index.css?inline",
      "\0rolldown/runtime.js",
    ]),
  ).toEqual([
    "node_modules/@scope/one",
    "node_modules/one/node_modules/two",
    "node_modules/rolldown",
    "node_modules/three",
  ]);
  expect(() => packagesOf(["\0somebody/helper.js"])).toThrow("not known whose code this is");
});

it("lists the packages that the source maps of the core name, and no other", () => {
  const main = join(builtFolder, "main");
  const sources = readdirSync(main)
    .filter((name) => name.endsWith(".js.map"))
    .flatMap((name) => JSON.parse(readFileSync(join(main, name), "utf8")).sources as string[]);
  const seen = packagesOf(sources.filter((path) => path.includes("node_modules/")));
  expect(seen.length).toBeGreaterThan(20);
  const noted = JSON.parse(readFileSync(join(builtFolder, "bundled/main.json"), "utf8"));
  expect(noted.filter((one: string) => one !== "node_modules/rolldown")).toEqual(seen);
  expect(bundledPackages()).toEqual(expect.arrayContaining([...seen]));
});

it("knows the licence of each, its text, and what others brought along", async () => {
  const found = await materials();
  const names = found.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["react", "@fontsource-variable/inter", "pdfjs-dist", "sqlite", "vite"]),
  );
  expect(names).not.toContain("electron-builder");
  expect(new Set(names).size).toBe(names.length);
  const licences = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "MIT-0",
    "OFL-1.1",
    "blessing",
  ];
  expect(found.filter(({ licence }) => !licences.includes(licence))).toEqual([]);
  expect(found.filter(({ version }) => !/^\d+\.\d+\.\d+/u.test(version))).toEqual([]);
  const text = licenceTexts(found);
  for (const { name, version, licence } of found)
    expect(text).toContain(`\n${name} ${version}: ${licence}\n`);
});

it("writes the same CycloneDX each time, with the sum of the archive", async () => {
  const found = await materials();
  const sum = "a".repeat(64);
  const bom = JSON.parse(cycloneDx(found, sum));
  expect(cycloneDx(await materials(), sum)).toBe(cycloneDx(found, sum));
  expect([bom.bomFormat, bom.specVersion, bom.metadata.component.hashes]).toEqual([
    "CycloneDX",
    "1.6",
    [{ alg: "SHA-256", content: sum }],
  ]);
  expect(bom.components).toHaveLength(found.length);
  expect(bom.components).toContainEqual(
    expect.objectContaining({
      purl: "pkg:npm/%40fontsource-variable/inter@5.3.0",
      licenses: [{ license: { id: "OFL-1.1" } }],
    }),
  );
});
