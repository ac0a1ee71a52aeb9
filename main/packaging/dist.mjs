// `npm run dist [-- --linux --win --mac] [--release]`: builds the application and packs it for these systems, or for this one. With `--part`
// what one machine makes of a release, and `--join PART…` puts those together. Refuses in plain words where a tool, a certificate or Electron's
// binary is missing, before anything is built.
import { spawnSync } from "node:child_process";
import { lookup } from "node:dns/promises";
import { accessSync, constants, existsSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "../cli/build.mjs";
import { pinnedElectron } from "./before-pack.mjs";
import { missing } from "./missing.mjs";
import { pack, systems } from "./pack.mjs";
import { joinParts, writePart, writeUpdates } from "./release.mjs";
import { signingSettings } from "./signing.mjs";

const names = Object.keys(systems);
const ofThisMachine = { linux: "linux", win32: "win", darwin: "mac" };

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function main(args) {
  const switches = Object.fromEntries(
    [...names, "release", "part", "join"].map((name) => [name, { type: "boolean" }]),
  );
  const paths = Object.fromEntries(names.map((name) => [`electron-${name}`, { type: "string" }]));
  const { values, positionals } = parseArgs({
    args,
    options: { ...switches, ...paths },
    allowPositionals: true,
  });
  if (values.join === true) return joinAll(positionals);
  if (positionals.length > 0) throw new Error(`What is ${positionals[0]}? Parts are named behind --join.`);
  const named = names.filter((name) => values[name]);
  const wanted = named.length > 0 ? named : [ofThisMachine[process.platform]];
  const purpose = values.part === true ? "part" : values.release === true ? "release" : "trial";
  return packFor(wanted, purpose, values);
}

/** `purpose`: `trial` for packages that nobody signs, `part` for what another machine joins with others, `release` for all of it. */
async function packFor(wanted, purpose, values) {
  const electrons = new Map();
  for (const system of wanted) {
    const found = values[`electron-${system}`] ?? (await findElectron(system));
    if (found !== null && existsSync(found)) electrons.set(system, found);
  }
  if (isRefused(missing(wanted, purpose, await thisMachine(electrons)))) return 1;
  await build();
  const isTrial = purpose === "trial";
  const packed = [];
  for (const system of wanted) {
    const packages = await pack({
      ...{ system, electronDist: electrons.get(system), output: "dist" },
      ...(isTrial ? {} : { file: "electron-builder.release.yml", settings: signingSettings(process.env) }),
    });
    process.stdout.write(packages.map((path) => `${path}\n`).join(""));
    packed.push({ system, output: "dist", packages });
  }
  if (isTrial) return 0;
  const part = `dist/part-${wanted.join("-")}`;
  rmSync(part, { recursive: true, force: true });
  await writePart(part, packed);
  process.stdout.write(`${part}\n`);
  if (purpose === "release") release([part]);
  return 0;
}

/** Joins parts that this machine and others have made. */
async function joinAll(parts) {
  if (isRefused(missing([], "release", await thisMachine(new Map())))) return 1;
  release(parts);
  return 0;
}

/** Says what is missing, if anything is. */
function isRefused(faults) {
  if (faults.length === 0) return false;
  process.stderr.write(
    `Nothing was built, because something is missing:\n${faults.map((one) => `  ${one}\n`).join("")}`,
  );
  return true;
}

/** Puts the release together in `dist/release` and has minisign sign its list of sums, which asks for the key's password. */
function release(parts) {
  const folder = "dist/release";
  rmSync(folder, { recursive: true, force: true });
  joinParts(folder, parts);
  const args = ["-S", "-s", process.env.SAYSO_RELEASE_KEY, "-m", join(folder, "SHA256SUMS")];
  const { status } = spawnSync("minisign", args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${folder} is whole, and not signed: minisign failed.`);
  const updates = "dist/updates";
  rmSync(updates, { recursive: true, force: true });
  writeUpdates(updates, folder);
  process.stdout.write(`${folder}\n${updates}\n`);
}

/** Electron's download for this system, from what was fetched before or fetched now; `null` where neither can be. */
async function findElectron(system) {
  const electron = createRequire(createRequire(import.meta.url).resolve("electron/package.json"));
  const { downloadArtifact } = await import(electron.resolve("@electron/get"));
  try {
    return await downloadArtifact({
      version: pinnedElectron(),
      platform: systems[system].download,
      arch: "x64",
      artifactName: "electron",
    });
  } catch {
    return null;
  }
}

async function thisMachine(electrons) {
  // Electron-builder fetches its tools from there.
  const canFetch = await lookup("github.com").then(
    () => true,
    () => false,
  );
  const kept = process.env.ELECTRON_BUILDER_CACHE ?? join(homedir(), ".cache/electron-builder");
  const tools = existsSync(kept) ? readdirSync(kept) : [];
  return {
    platform: process.platform,
    env: process.env,
    hasProgram,
    hasElectron: (system) => electrons.has(system),
    hasTool: (name) => canFetch || tools.some((tool) => tool.toLowerCase().startsWith(name)),
  };
}

/** True when a program of this name is in the path. */
function hasProgram(name) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, process.platform === "win32" ? `${name}.exe` : name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
