// Plants each mistake in a copy of the project and runs what is meant to find it: `node test/planted/run.mjs`, or with words of the
// mistakes to plant; `--passed` where the journeys have just passed without a mistake. A mistake that is not found, or can no longer be
// planted, fails. Several are looked for at a time, in copies: a journey that fails has mostly waited, so there is one more of them than
// there are cores. All begin with what is built here, so that only the part with the mistake is built anew.
import { execFileSync, spawn } from "node:child_process";
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
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mistakes } from "./mistakes.mjs";

const root = join(import.meta.dirname, "../..");
const hasPassed = process.argv[2] === "--passed";
const words = process.argv
  .slice(hasPassed ? 3 : 2)
  .join(" ")
  .toLowerCase();
const scratch = mkdtempSync(join(tmpdir(), "sayso-planted-"));

/**
 * Makes a copy of the files that git knows, as they are now, with the packages of this checkout and places of its own for what is
 * built. Returns its folder.
 */
function copyProject() {
  const copy = mkdtempSync(join(scratch, "copy-"));
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
  for (const built of ["out", "node_modules/.cache/sayso-stand-in", "node_modules/.cache/sayso-journey-host"])
    if (existsSync(join(root, built))) cpSync(join(root, built), join(copy, built), { recursive: true });
  return copy;
}

/** The files of journeys in which these words stand: the others need not be read. */
function filesOf(words) {
  const folder = join(root, "test/e2e");
  const journeys = readdirSync(folder).filter((name) => name.endsWith(".spec.ts"));
  return journeys.filter((name) =>
    words.some((one) => readFileSync(join(folder, name), "utf8").includes(one)),
  );
}

/** Runs a program of Node in a folder; resolves with all that it wrote. */
function outputOf(cwd, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => output.push(bytes));
    child.once("error", reject);
    child.once("close", () => resolve(Buffer.concat(output).toString("utf8")));
  });
}

/**
 * Runs the journeys with these titles in a copy, in one host, or else in each that they are for. `null` when they could not be run; the
 * counts of their runner otherwise.
 */
async function runJourneys(copy, titles, host) {
  const report = join(copy, "journeys.json");
  rmSync(report, { force: true });
  const { CI: _retries, ...env } = process.env;
  const asRegex = (title) => title.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const output = await outputOf(
    copy,
    [
      "node_modules/playwright/cli.js",
      "test",
      ...filesOf(titles),
      "--reporter=list,json",
      ...(host ? [`--project=${host}`] : []),
      "--grep",
      titles.map(asRegex).join("|"),
    ],
    {
      ...env,
      // A journey with a mistake in it fails by waiting for what never comes.
      ...(host && { SAYSO_ONLY_HOST: host, SAYSO_TEST_PATIENCE: "0.25" }),
      SAYSO_TEST_TIER: "test",
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  );
  if (!existsSync(report)) return { counts: null, output };
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  const ran = stats.expected + stats.unexpected;
  return {
    counts: errors.length > 0 || ran === 0 ? null : { passed: stats.expected, failed: stats.unexpected },
    output,
  };
}

/** Plants a mistake, runs what is meant to find it, and puts the file right again. */
async function plant(copy, { file, original, mutated, journey, host = "browser" }) {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  const places = text.split(original).length - 1;
  if (places !== 1) return { isFound: false, output: `Its place is in ${file} ${places} times.\n` };
  writeFileSync(
    path,
    text.replace(original, () => mutated),
  );
  try {
    const { counts, output } = await runJourneys(copy, [journey], host);
    return { isFound: counts !== null && counts.failed > 0, output };
  } finally {
    writeFileSync(path, text);
  }
}

/** Plants one mistake after the other in a copy of its own, until none is left; resolves with how many were not found. */
async function plantEach(copy, left) {
  let missed = 0;
  for (let mistake = left.shift(); mistake; mistake = left.shift()) {
    const { isFound, output } = await plant(copy, mistake);
    process.stdout.write(`${isFound ? "found" : "NOT FOUND"}: ${mistake.title}\n${isFound ? "" : output}`);
    if (!isFound) missed += 1;
  }
  return missed;
}

/** Whether the journeys pass without a mistake: otherwise to fail would mean nothing. */
async function passWithout(copy) {
  const titles = [...new Set(chosen.map(({ journey }) => journey))];
  const { counts, output } = await runJourneys(copy, titles);
  if (counts !== null && counts.failed === 0 && counts.passed >= titles.length) return true;
  process.stdout.write(`The journeys do not pass without a mistake.\n${output}`);
  return false;
}

const chosen = mistakes.filter(({ title }) => title.toLowerCase().includes(words));
let missed = 0;
try {
  if (chosen.length === 0) throw new RangeError(`No mistake has the words “${words}”.`);
  const copies = Array.from({ length: Math.min(availableParallelism() + 1, chosen.length) }, copyProject);
  if (hasPassed || (await passWithout(copies[0]))) {
    const left = [...chosen];
    const missedBy = await Promise.all(copies.map((copy) => plantEach(copy, left)));
    missed = missedBy.reduce((total, one) => total + one, 0);
  } else missed = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;
