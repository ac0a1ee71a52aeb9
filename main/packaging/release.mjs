// Puts a release together, from parts that one machine or several have made: the packages, each application as an archive that is unpacked and
// started without an installer, the bill of materials, the licences, a description of what is packed, and the list of sums that is then signed.
// `sayso verify-release` examines it.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { getRawHeader } from "@electron/asar";
import { getCurrentFuseWire } from "@electron/fuses";
import { zipSync } from "fflate";
import { cycloneDx, licenceTexts, materials } from "./bill-of-materials.mjs";
import { unpacked } from "./pack.mjs";

const root = new URL("../../", import.meta.url);
const { name, version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const sumOf = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** The earliest time that a zip can hold, so that the same application gives the same archive. */
const mtime = new Date(1980, 0, 1);
const unix = 3;

/** What a part says of itself; it is in no release. */
const partFile = "part.json";

/**
 * Writes a part of a release into `folder`, which it makes: what one machine has packed, to be joined with those of others by `joinParts`.
 * `packed`: of each system the folder that `pack` wrote into and the packages that it made. Applications of macOS are in their packages alone,
 * since a zip that is made elsewhere loses their links. Throws where the systems do not hold the same archive and fuses.
 */
export async function writePart(folder, packed) {
  mkdirSync(folder, { recursive: true });
  const applications = [];
  const installable = [];
  const described = new Set();
  for (const { system, output, packages } of packed) {
    for (const path of packages) {
      copyFileSync(path, join(folder, basename(path)));
      installable.push({ file: basename(path), system });
    }
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
  writeFileSync(join(folder, bill), cycloneDx(found, one.archive));
  writeFileSync(join(folder, licences), licenceTexts(found));
  writeFileSync(join(folder, news), newsOf(readFileSync(new URL("CHANGELOG.md", root), "utf8"), version));
  const part = { name, version, ...one, applications, packages: installable, sums: sumsIn(folder) };
  writeFileSync(join(folder, partFile), `${JSON.stringify(part, null, 2)}\n`);
}

/** What every part has, and the same in each. */
const bill = `${name}-${version}.cdx.json`;
const licences = "third-party-licences.txt";
const news = "CHANGES.md";
const common = [bill, licences, news];

/** What the changelog says of a version, or of what has none yet. */
export function newsOf(changelog, version) {
  const sections = changelog.split(/^(?=## )/mu);
  const section = sections.find((one) => one.startsWith(`## ${version}`)) ?? sections[1] ?? "";
  return `${section.trim()}\n`;
}

/**
 * Joins the parts of a release, in the folders that `writePart` made on whatever machines, into `folder`, which it makes. Throws, and makes
 * nothing, where a part was changed on its way, two of them have a file of one name, or they do not hold the same application.
 */
export function joinParts(folder, parts) {
  const read = parts.map((from) => ({ from, part: readPart(from) }));
  const [first] = read;
  if (first === undefined) throw new Error("A release needs a part.");
  const same = ({ name, version, archive, header, fuses, sums }) =>
    JSON.stringify([name, version, archive, header, fuses, common.map((file) => sums[file])]);
  const files = new Map();
  for (const { from, part } of read) {
    if (same(part) !== same(first.part))
      throw new Error(`${from} does not hold the application that is in ${first.from}.`);
    for (const file of Object.keys(part.sums)) {
      if (files.has(file) && !common.includes(file))
        throw new Error(`${file} is in ${from} and in ${dirname(files.get(file))}.`);
      files.set(file, join(from, file));
    }
  }
  mkdirSync(folder, { recursive: true });
  for (const [file, path] of files) copyFileSync(path, join(folder, file));
  const { archive, header, fuses } = first.part;
  const applications = read.flatMap(({ part }) => part.applications);
  const packages = read.flatMap(({ part }) => part.packages);
  const description = { name, version, archive, header, fuses, applications, packages, bill, changes: news };
  writeFileSync(join(folder, "release.json"), `${JSON.stringify(description, null, 2)}\n`);
  const lines = Object.entries(sumsIn(folder)).map(([file, sum]) => `${sum}  ${file}\n`);
  writeFileSync(join(folder, "SHA256SUMS"), lines.join(""));
}

/** What an update has of its release besides the package: by these it is believed. */
const ofUpdate = ["SHA256SUMS", "SHA256SUMS.minisig", "release.json", news];

/**
 * Writes an update of each package of the signed release in `release` into `folder`, which it makes: a file that an installed Sayso opens. They
 * lie beside the release, since its list of sums cannot name what holds it.
 */
export function writeUpdates(folder, release) {
  mkdirSync(folder, { recursive: true });
  const { packages } = JSON.parse(readFileSync(join(release, "release.json"), "utf8"));
  for (const { file } of packages) {
    // Stored as they are: packages are compressed.
    const entries = [...ofUpdate, file].map((one) => [
      one,
      [readFileSync(join(release, one)), { level: 0, mtime }],
    ]);
    writeFileSync(join(folder, `${file}.sayso-update`), zipSync(Object.fromEntries(entries)));
  }
}

/** Throws where a file is not as its part says, is missing, or came without being named. */
function readPart(folder) {
  const path = join(folder, partFile);
  if (!existsSync(path)) throw new Error(`${folder} is no part of a release: ${partFile} is missing.`);
  const part = JSON.parse(readFileSync(path, "utf8"));
  const { [partFile]: _itself, ...present } = sumsIn(folder);
  for (const file of new Set([...Object.keys(part.sums), ...Object.keys(present)]))
    if (part.sums[file] !== present[file])
      throw new Error(`${join(folder, file)} is not as it was when the part was made.`);
  return part;
}

/** The sums of all files in the folder, by their names, in order. */
const sumsIn = (folder) =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file, sumOf(readFileSync(join(folder, file)))]),
  );

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
