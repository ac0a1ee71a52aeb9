// Runs every check of the project and adds them up:
//   node test/run.mjs              what a change is handed in with: `npm test`
//   node test/run.mjs PATTERN      the unit tests and journeys that match: `npm test -- PATTERN`
//   node test/run.mjs --check      what waits for nothing: `npm run check`
//   node test/run.mjs --all        also what is only repetition: `npm run test:all`
//   node test/run.mjs --times      as `npm test`, and a test that is slower than its budget fails: `npm run test:times`
// Ends with the slowest tests, what failed and why, and one line, `N passed, N failed`; exits with 1 when something failed.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => path.join(root, "node_modules", ".bin", name);
/** What an earlier check knows already, so that the next one looks at what has changed. */
const known = path.join(root, "out", "check");

const words = process.argv.slice(2);
const flags = ["--check", "--all", "--times"];
const flag = flags.find((one) => words.includes(one));
const pattern = words.filter((one) => one !== flag).join(" ");
if (pattern.startsWith("--")) {
  process.stderr.write(`Unknown option ${pattern}; there are ${flags.join(", ")}, or words of a test.\n`);
  process.exit(2);
}
const tier = flag === "--check" ? "check" : flag === "--all" ? "all" : "test";

/** Bytes that have to be free before the tests' folders are kept in memory; they fill a small part of that. */
const roomInMemory = 6 * 2 ** 30;
const isTmpfs = (type) => type === 0x01021994;

/** Where Linux keeps files in memory, if there is room: tests write many small files, each of them safely. `test:all` is for real disks. */
function folderInMemory() {
  const folder = "/dev/shm";
  if (tier === "all" || process.platform !== "linux" || !existsSync(folder)) return null;
  const { type, bavail, bsize } = statfsSync(folder);
  const room = Math.min(bavail * bsize, process.availableMemory());
  return isTmpfs(type) && room > roomInMemory ? folder : null;
}

const memory = folderInMemory();
/** Holds the reports of this run, and in memory all that its tests write outside the project: elsewhere a socket's path would be too long. */
const scratch = mkdtempSync(path.join(memory ?? tmpdir(), "sayso-test-"));
// Some tests do their work as a user who is not root, and come in from here.
chmodSync(scratch, 0o755);
const clearScratch = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.once(signal, () => {
    clearScratch();
    process.exit(1);
  });
/** How long each test took, for the list of the slowest. */
const durations = [];
/** Each test that failed, with what its runner said of it. */
const failures = [];

/** Milliseconds that a test may take on a quiet machine with two cores. */
const budgetOf = { unit: 2_000, journey: 12_000 };

const seconds = (time) => `${(time / 1000).toFixed(1)} s`;
const lineOf = ({ file, title, time }) => `${seconds(time).padStart(7)}  ${file}: ${title}`;
const bySlowness = (a, b) => b.time - a.time;

/** Lines of the twenty slowest tests; none for a handful of tests. */
function slowestOf(durations) {
  if (durations.length <= 20) return [];
  return ["— the slowest tests:", ...durations.toSorted(bySlowness).slice(0, 20).map(lineOf)];
}

/** Lines of a message that say what is wrong; the runner has shown the rest where it happened. */
const linesShown = 12;

/** What failed, once more, for those who see only the end of a long output. */
function toldAgain(failures) {
  if (failures.length === 0) return [];
  const withMessage = ({ file, title, message }) => {
    const lines = stripVTControlCharacters(message)
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.includes("/node_modules/"))
      .slice(0, linesShown);
    return [`${file}: ${title}`, ...lines.map((line) => `    ${line.slice(0, 500)}`)];
  };
  return ["— what failed:", ...failures.flatMap(withMessage)];
}

/** A line for each test that is over its budget. */
function overBudget(durations) {
  return durations
    .filter((one) => one.time > budgetOf[one.kind])
    .toSorted(bySlowness)
    .map((one) => `${lineOf(one)} (its budget is ${seconds(budgetOf[one.kind])})`);
}

/** Runs a command with its output shown; resolves with its exit status. */
function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, SAYSO_TEST_TIER: tier, ...(memory !== null && { TMPDIR: scratch }), ...env },
    });
    child.once("error", reject);
    child.once("close", (status, signal) => resolve(signal === null ? status : 1));
  });
}

/** Runs a command; resolves with its exit status and all that it wrote. */
function runQuietly(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => output.push(bytes));
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, output: Buffer.concat(output).toString("utf8") }));
  });
}

/** Of what holds or does not. */
const resultOf = (name, status) => ({
  name,
  passed: status === 0 ? 1 : 0,
  failed: status === 0 ? 0 : 1,
  skipped: 0,
});

/** A command that only says whether all is well; what it wrote is shown where it is not. */
async function check(name, command, args) {
  const { status, output } = await runQuietly(command, args);
  if (status !== 0) {
    process.stdout.write(output);
    failures.push({ file: name, title: "it found", message: output });
  }
  return resultOf(name, status);
}

/** A runner's own counts from its JSON report; a runner that fails without a failed test is a failure too. */
function counted(name, status, file, countsOf) {
  let counts;
  try {
    counts = countsOf(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    process.stderr.write(`${name}: no report (${error.message})\n`);
    return { name, passed: 0, failed: 1, skipped: 0 };
  }
  const failed = status !== 0 && counts.failed === 0 ? 1 : counts.failed;
  return { name, ...counts, failed };
}

/** `only`: arguments that name some of them. */
async function unitTests(only = []) {
  const file = path.join(scratch, "unit.json");
  const args = [
    "run",
    // The quick ones wait for nothing, so as many run at a time as there are cores.
    ...(tier === "check" ? ["--project=quick", `--maxWorkers=${availableParallelism()}`] : []),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...only,
  ];
  const status = await run(bin("vitest"), args);
  return counted("unit, contract and golden tests", status, file, (report) => {
    for (const { name: at, assertionResults, status: whole, message } of report.testResults) {
      const file = path.relative(root, at);
      for (const { fullName: title, duration, status: outcome, failureMessages } of assertionResults) {
        if (outcome !== "skipped") durations.push({ kind: "unit", file, title, time: duration ?? 0 });
        if (outcome === "failed") failures.push({ file, title, message: failureMessages.join("\n") });
      }
      if (whole === "failed" && assertionResults.length === 0)
        failures.push({ file, title: "the whole file", message });
    }
    return {
      passed: report.numPassedTests,
      failed:
        report.numFailedTests +
        report.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0)
          .length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });
}

/** Every test of a suite of Playwright's report, and of the suites in it. */
function* journeysIn({ suites = [], specs = [] }) {
  for (const suite of suites) yield* journeysIn(suite);
  for (const { file, title, tests } of specs)
    for (const { projectName, results, status } of tests)
      yield {
        kind: "journey",
        file: `test/e2e/${file}`,
        title: `[${projectName}] ${title}`,
        time: Math.max(0, ...results.map(({ duration }) => duration)),
        failed: status === "unexpected",
        message:
          results
            .at(-1)
            ?.errors.map((error) => error.message ?? "")
            .join("\n") ?? "",
      };
}

async function journeys(only = []) {
  const file = path.join(scratch, "journeys.json");
  const status = await run(bin("playwright"), ["test", "--reporter=list,json", ...only], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    ...(pattern === "" ? {} : { SAYSO_TEST_PATTERN: pattern }),
  });
  return counted("browser journeys", status, file, (report) => {
    const { stats } = report;
    const all = [...journeysIn(report)];
    durations.push(...all);
    failures.push(...all.filter(({ failed }) => failed));
    if (stats.flaky > 0)
      process.stdout.write(
        `— ${stats.flaky} of the browser journeys passed only when they were tried again\n`,
      );
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    };
  });
}

/** Only where it is asked for, on a machine that does nothing else: everywhere else time decides nothing. */
async function budgets() {
  const over = overBudget(durations);
  for (const line of over) process.stdout.write(`${line}\n`);
  return { name: "budgets of time", passed: over.length === 0 ? 1 : 0, failed: over.length, skipped: 0 };
}

// The import rules' checker parses with TypeScript 5, the last with an API; the compiler is TypeScript 7, several times faster.
const compiler = "node_modules/typescript-native/bin/tsc";
const programs = ["test", "renderer", "main", "shared"];
const compile = (folder) => () =>
  check(`compile ${folder}`, process.execPath, [
    compiler,
    "-p",
    folder,
    // Four programs are compiled at a time: more checkers in each would wait for the same cores and repeat each other's work.
    "--checkers",
    "1",
    "--incremental",
    "--tsBuildInfoFile",
    path.join(known, `${folder}.json`),
  ]);
const importRules = () =>
  check("import rules", bin("depcruise"), [
    "--config",
    ".dependency-cruiser.mjs",
    "--cache",
    path.join(known, "imports"),
    "--cache-strategy",
    "content",
    ...programs,
  ]);
const lint = () => check("format and lint", bin("biome"), ["ci", "--error-on-warnings", "."]);
const build = () => check("build", process.execPath, ["main/cli/build.mjs"]);
/** What is read and not run; that which takes longest begins first. */
const staticChecks = [importRules, ...programs.map(compile), lint];

async function plantedMistakes() {
  const hasPassed = !failures.some(({ kind }) => kind === "journey");
  const status = await run(process.execPath, ["test/planted/run.mjs", ...(hasPassed ? ["--passed"] : [])]);
  return resultOf("planted mistakes", status);
}

/** The packages, as far as they can be made without Electron's binary. */
async function rehearsal() {
  const status = await run(process.execPath, ["test/rehearsal/run.mjs"]);
  return resultOf("rehearsal of the packages", status);
}

const asRegex = (words) => words.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** The files by whether their path, or else their text, has the words. */
function filesOf(folder, ending) {
  const words = pattern.toLowerCase();
  const files = readdirSync(path.join(root, folder), { recursive: true })
    .filter((file) => ending.test(file))
    .map((file) => path.join(folder, file));
  const named = files.filter((file) => file.toLowerCase().includes(words));
  const titled = files.filter((file) =>
    readFileSync(path.join(root, file), "utf8").toLowerCase().includes(words),
  );
  return { named, titled: titled.filter((file) => !named.includes(file)) };
}

/**
 * Arguments of one run of the unit tests' runner or of the journeys' for each way in which something matches; none where nothing does.
 * A title is searched as it stands in the file, so words that a test puts into its title as it runs are not found.
 */
function matchingTests() {
  const unit = filesOf("test", /\.test\.tsx?$/u);
  const journey = filesOf("test/e2e", /\.spec\.ts$/u);
  return {
    unit: [
      ...(unit.named.length > 0 ? [unit.named] : []),
      ...(unit.titled.length > 0 ? [[...unit.titled, "-t", asRegex(pattern), "--passWithNoTests"]] : []),
    ],
    journey: [
      ...(journey.named.length > 0 ? [journey.named] : []),
      ...(journey.titled.length > 0
        ? [[...journey.titled, "--grep", asRegex(pattern), "--pass-with-no-tests"]]
        : []),
    ],
  };
}

/** Unit tests and journeys of which the file or the title has the words of the pattern. */
function matchingStages() {
  const { unit, journey } = matchingTests();
  if (unit.length + journey.length === 0)
    return [[async () => resultOf(`tests that match “${pattern}”: there are none`, 1)]];
  return [
    [build],
    ...unit.map((only) => [() => unitTests(only)]),
    ...journey.map((only) => [() => journeys(only)]),
  ];
}

/** One after the other; the steps of each are done together. */
function stagesOf() {
  if (pattern !== "") return matchingStages();
  if (tier === "check") return [staticChecks, [() => unitTests()]];
  const all = [[build, ...staticChecks], [() => unitTests()], [() => journeys()]];
  if (tier === "all") return [...all, [rehearsal], [plantedMistakes]];
  return flag === "--times" ? [...all, [budgets]] : all;
}

const results = [];
const sum = (key) => results.reduce((total, result) => total + result[key], 0);

async function perform(step) {
  const began = performance.now();
  const result = await step();
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : "";
  const took = `${Math.round((performance.now() - began) / 1000)} s`;
  process.stdout.write(
    `— ${result.name}: ${result.passed} passed, ${result.failed} failed${skipped} (${took})\n`,
  );
  results.push(result);
}

/** As many steps at a time as there are cores. */
async function performTogether(steps) {
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await perform(step);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

try {
  for (const stage of stagesOf()) await performTogether(stage);
} finally {
  clearScratch();
}
// The words of a pattern may stand in a file and in no title.
if (pattern !== "" && durations.length === 0 && sum("failed") === 0) {
  process.stdout.write(`— no test matches “${pattern}”\n`);
  results.push({ passed: 0, failed: 1 });
}
for (const line of [...slowestOf(durations), ...toldAgain(failures)]) process.stdout.write(`${line}\n`);
process.stdout.write(`${sum("passed")} passed, ${sum("failed")} failed\n`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
