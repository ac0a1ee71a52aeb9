// Builds the application when its sources have changed since the last build: `node main/cli/build.mjs`, or from
// `start.mjs`. Plain JavaScript, because it must run before anything is built. Progress goes to standard error.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const root = join(import.meta.dirname, "../..");
/** What `out` was built from: of each part the hash of what it reads. */
const stamp = join(root, "out/build.json");
const lock = join(root, "out/build.lock");

/** What every part reads. */
const common = ["shared", "main/packaging", "package.json", "package-lock.json", "tsconfig.json"];
/** What Node runs is built of these, and what is built beside it. */
export const programSources = ["main", ...common];
/** The three parts, by the configuration of each: what it reads. */
const parts = {
  "renderer/vite.config.ts": ["renderer", ...common],
  "main/vite.config.ts": programSources,
  "main/hosts/electron/preload.vite.config.ts": programSources,
};

/** True in a checkout, where there are sources to build; false in an installed application. */
export function hasSources() {
  return Object.keys(parts).every((file) => existsSync(join(root, file)));
}

/** True when a part in `out` was built from other sources than the present ones, or not at all. */
export function isStale() {
  return staleParts(hashes()).length > 0;
}

/** Builds the parts that are stale, unless another process just did. Rejects when a part does not build. */
export async function build() {
  await holdLock();
  try {
    const present = hashes();
    const stale = staleParts(present);
    if (stale.length === 0) return;
    rmSync(stamp, { force: true });
    process.stderr.write("Building Sayso …\n");
    // Whoever builds, tests too: what is built is what people get, with the interface library's fast form.
    process.env.NODE_ENV = "production";
    const vite = await import("vite");
    for (const configFile of stale) {
      await vite.build({ configFile: join(root, configFile), configLoader: "runner", logLevel: "error" });
    }
    await writeWorks();
    copyKey();
    publishSchema();
    writeFileSync(stamp, JSON.stringify(present));
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * The hash of what each part reads now.
 * @returns {Record<string, string>}
 */
function hashes() {
  return Object.fromEntries(Object.entries(parts).map(([config, paths]) => [config, hashOf(paths)]));
}

/** The configurations of the parts whose hash is another than the one that `out` was built from. */
function staleParts(/** @type {Record<string, string>} */ present) {
  const before = existsSync(stamp) ? JSON.parse(readFileSync(stamp, "utf8")) : {};
  return Object.keys(present).filter((config) => before[config] !== present[config]);
}

/** The maintainers' public key, by which an update is believed; where the repository has none, no update is. */
function copyKey() {
  const key = join(root, "main/packaging/sayso.pub");
  if (existsSync(key)) copyFileSync(key, join(root, "out/main/sayso.pub"));
}

/** Whose works are in what was just built, for whoever asks the window about it. */
async function writeWorks() {
  const { bundledWorks, materials } = await import("../packaging/bill-of-materials.mjs");
  writeFileSync(join(root, "out/main/bundled-works.json"), JSON.stringify(bundledWorks(await materials())));
}

/** The JSON Schema in the papers is made from the schemas that were just built. */
function publishSchema() {
  const schema = join(root, "docs/annotated-json.schema.json");
  execFileSync(process.execPath, [join(root, "out/main/cli.js"), "schema", "--out", schema, "--force"]);
}

/**
 * What tells whether something must be built again: a hash of these files and folders of the project.
 * @param {readonly string[]} paths
 */
export function hashOf(paths) {
  const hash = createHash("sha256");
  const add = (/** @type {string} */ path) => {
    if (statSync(join(root, path)).isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    } else {
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update("\0");
    }
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

/** Two starts at once must not write the same files: the second waits for the first, unless that one is dead. */
async function holdLock() {
  mkdirSync(join(root, "out"), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    if (!isHolderAlive()) rmSync(lock, { force: true });
    await wait(100);
  }
}

function isHolderAlive() {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH";
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    await build();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
