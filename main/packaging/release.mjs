// Puts a release together: the packages, each application as an archive that is unpacked and started without an installer, the bill of
// materials, the licences, a description of what is packed, and the list of sums that is then signed. `sayso verify-release` examines it.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { getRawHeader } from "@electron/asar";
import { getCurrentFuseWire } from "@electron/fuses";
import { zipSync } from "fflate";
import { cycloneDx, licenceTexts, materials } from "./bill-of-materials.mjs";
import { unpacked } from "./pack.mjs";

const { name, version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const sumOf = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The earliest time that a zip can hold, so that the same application gives the same archive. */
const mtime = new Date(1980, 0, 1);
const unix = 3;

/**
 * Writes a release into `folder`, which it makes. `packed`: of each system the folder that `pack` wrote into and the packages that it made.
 * Applications of macOS are in their packages alone, since a zip that is made elsewhere loses their links. Throws where the systems do not
 * hold the same archive and fuses.
 */
export async function writeRelease(folder, packed) {
  mkdirSync(folder, { recursive: true });
  const applications = [];
  const described = new Set();
  for (const { system, output, packages } of packed) {
    for (const path of packages) copyFileSync(path, join(folder, basename(path)));
    const { folder: whole, program, archive } = unpacked(system, output);
    described.add(JSON.stringify(await describe(program, archive)));
    if (system === "mac") continue;
    const top = `${name}-${version}-${system}-portable`;
    const inside = (path) => `${top}/${relative(whole, path).replaceAll("\\", "/")}`;
    writeFileSync(join(folder, `${top}.zip`), zipOf(whole, top));
    applications.push({ file: `${top}.zip`, program: inside(program), archive: inside(archive) });
  }
  if (described.size !== 1)
    throw new Error(`The systems do not hold the same application:\n${[...described].join("\n")}`);
  const found = await materials();
  const one = JSON.parse([...described][0]);
  const bill = `${name}-${version}.cdx.json`;
  writeFileSync(join(folder, bill), cycloneDx(found, one.archive));
  writeFileSync(join(folder, "third-party-licences.txt"), licenceTexts(found));
  const description = { name, version, ...one, applications, bill };
  writeFileSync(join(folder, "release.json"), `${JSON.stringify(description, null, 2)}\n`);
  writeSums(folder);
}

/** Writes `SHA256SUMS` for all that is in the folder, as `sha256sum` does. */
function writeSums(folder) {
  const lines = readdirSync(folder)
    .sort()
    .map((file) => `${sumOf(readFileSync(join(folder, file)))}  ${file}\n`);
  writeFileSync(join(folder, "SHA256SUMS"), lines.join(""));
}

async function describe(program, archive) {
  const { version: _wire, ...states } = await getCurrentFuseWire(program);
  return {
    archive: sumOf(readFileSync(archive)),
    header: sumOf(getRawHeader(archive).headerString),
    fuses: String.fromCharCode(...Object.values(states)).slice(0, 8),
  };
}

/** The folder as a zip, under `top`. */
function zipOf(folder, top) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const entries = files.map((path) => [
    `${top}/${relative(folder, path).replaceAll("\\", "/")}`,
    [readFileSync(path), { mtime, os: unix, attrs: statSync(path).mode << 16 }],
  ]);
  return zipSync(Object.fromEntries(entries));
}
