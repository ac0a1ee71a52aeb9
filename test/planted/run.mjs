// Plants each mistake in a copy of the project and runs what is meant to find it: `node test/planted/run.mjs`, or with words of the
// mistakes to plant. A mistake that is not found, or can no longer be planted, fails.
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mistakes } from "./mistakes.mjs";

const root = join(import.meta.dirname, "../..");
const words = process.argv.slice(2).join(" ").toLowerCase();
const copy = mkdtempSync(join(tmpdir(), "sayso-planted-"));

/** The files that git knows, as they are now, with the packages of this checkout and places of its own for what is built. */
function copyProject() {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
  });
  for (const file of files.toString("utf8").split("\0").filter(Boolean)) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  const packages = join(copy, "node_modules");
  mkdirSync(packages);
  for (const name of readdirSync(join(root, "node_modules")))
    if (name !== ".cache") symlinkSync(join(root, "node_modules", name), join(packages, name));
}

/** Runs the journeys with these titles in the copy. `null` when they could not be run; the counts of their runner otherwise. */
function runJourneys(titles) {
  const report = join(copy, "journeys.json");
  rmSync(report, { force: true });
  const { CI: _retries, ...env } = process.env;
  const asRegex = (title) => title.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      "node_modules/playwright/cli.js",
      "test",
      "--reporter=list,json",
      "--grep",
      titles.map(asRegex).join("|"),
    ],
    {
      cwd: copy,
      env: { ...env, SAYSO_TEST_TIER: "test", PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const output = stdout + stderr;
  if (!existsSync(report)) return { counts: null, output };
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  const ran = stats.expected + stats.unexpected;
  return {
    counts: errors.length > 0 || ran === 0 ? null : { passed: stats.expected, failed: stats.unexpected },
    output,
  };
}

/** Plants a mistake, runs what is meant to find it, and puts the file right again. */
function plant({ file, original, mutated, journey }) {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  const places = text.split(original).length - 1;
  if (places !== 1) return { isFound: false, output: `Its place is in ${file} ${places} times.\n` };
  writeFileSync(
    path,
    text.replace(original, () => mutated),
  );
  try {
    const { counts, output } = runJourneys([journey]);
    return { isFound: counts !== null && counts.failed > 0, output };
  } finally {
    writeFileSync(path, text);
  }
}

const chosen = mistakes.filter(({ title }) => title.toLowerCase().includes(words));
let missed = 0;
try {
  copyProject();
  // Without a mistake all of them pass: otherwise to fail would mean nothing.
  const { counts, output } = runJourneys(chosen.map(({ journey }) => journey));
  const isSound =
    counts !== null &&
    counts.failed === 0 &&
    counts.passed >= new Set(chosen.map(({ journey }) => journey)).size;
  if (!isSound) {
    missed += 1;
    process.stdout.write(`The journeys do not pass without a mistake.\n${output}`);
  }
  for (const mistake of isSound ? chosen : []) {
    const { isFound, output: printed } = plant(mistake);
    process.stdout.write(`${isFound ? "found" : "NOT FOUND"}: ${mistake.title}\n`);
    if (isFound) continue;
    missed += 1;
    process.stdout.write(printed);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;
