// The bill of materials: every package whose code is in the bundle, with its version and licence, as CycloneDX 1.6; and the texts of those
// licences in one file, which travels with the application.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundledPackages } from "./bundled-packages.mjs";

const root = join(import.meta.dirname, "../..");
const read = (path) => readFileSync(join(root, path), "utf8");

/** Works of others that lie within a package, by its folder: their name, licence (SPDX), and how their version is found out. */
const within = {
  "node_modules/unpdf": {
    name: "pdfjs-dist",
    licence: "Apache-2.0",
    version: async () => (await import("unpdf/pdfjs")).version,
  },
  "node_modules/sql.js": {
    name: "sqlite",
    licence: "blessing",
    async version() {
      const { default: load } = await import("sql.js");
      const [{ values }] = new (await load()).Database().exec("select sqlite_version()");
      return values[0][0];
    },
  },
};

/**
 * The packages in the bundle as it was built last: name, version, licence (SPDX), and where the licence's text lies (relative to the root;
 * `null` for a work within a package, whose licence that one carries). Throws where a licence or its text is not known.
 */
export async function materials() {
  const found = [];
  for (const folder of bundledPackages()) {
    const { name, version, license: licence } = JSON.parse(read(`${folder}/package.json`));
    if (typeof licence !== "string" || !/^[\w.-]+$/u.test(licence))
      throw new Error(`${name} ${version} states no licence that is known: ${licence}`);
    found.push({ name, version, licence, text: licenceTextOf(folder, name) });
    const inner = within[folder];
    if (inner)
      found.push({ name: inner.name, version: await inner.version(), licence: inner.licence, text: null });
  }
  return found;
}

/** The text that comes with the package, else the one that lies here for it. */
function licenceTextOf(folder, name) {
  const file = readdirSync(join(root, folder)).find((one) =>
    /^(?:licen[cs]e|copying)(?:\.\w+)?$/iu.test(one),
  );
  if (file !== undefined) return `${folder}/${file}`;
  const ours = `main/packaging/licences/${name.replace("/", "-")}.txt`;
  if (!existsSync(join(root, ours)))
    throw new Error(`${name} comes without the text of its licence: put it into ${ours}.`);
  return ours;
}

/** The address of a package as package managers write it. */
const purlOf = ({ name, version }) => `pkg:npm/${name.replace("@", "%40")}@${version}`;

/** The bill as CycloneDX 1.6 in JSON; the same for the same bundle. `archive`: the SHA-256 sum of the packed archive, in hexadecimal digits. */
export function cycloneDx(found, archive) {
  const { name, version, license, description } = JSON.parse(read("package.json"));
  const component = {
    type: "application",
    "bom-ref": `${name}@${version}`,
    name,
    version,
    description,
    licenses: [{ license: { id: license } }],
    hashes: [{ alg: "SHA-256", content: archive }],
  };
  const components = found.map((one) => ({
    type: "library",
    "bom-ref": purlOf(one),
    name: one.name,
    version: one.version,
    licenses: [{ license: { id: one.licence } }],
    purl: purlOf(one),
  }));
  const bom = { bomFormat: "CycloneDX", specVersion: "1.6", version: 1, metadata: { component }, components };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** The same as the window shows it: each work with the text of its licence. A work within a package has none of its own. */
export const bundledWorks = (found) =>
  found.map(({ name, version, licence, text }) => ({
    ...{ name, version, licence },
    text: text === null ? "" : read(text).trim(),
  }));

/** All licences with their texts, one package after the other. */
export function licenceTexts(found) {
  const line = "-".repeat(80);
  const parts = bundledWorks(found).map(({ name, version, licence, text }) =>
    [line, `${name} ${version}: ${licence}`, line, "", text, ""].join("\n"),
  );
  return `Sayso holds the works of others. These are they, with their licences.\n\n${parts.join("\n")}`;
}
