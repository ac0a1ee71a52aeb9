// Runs every check of the project and adds them up: `node test/run.mjs check` for what needs no browser, `node
// test/run.mjs` for everything. Ends with one line, `N passed, N failed`, and exits with 1 when something failed.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(path.join(tmpdir(), "sayso-test-"));
const bin = (name) => path.join(root, "node_modules", ".bin", name);
/** What an earlier check knows already, so that the next one looks at what has changed. */
const known = path.join(root, "out", "check");

/** Runs a command with its output shown; resolves with its exit status. */
function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.once("error", reject);
    child.once("close", (status, signal) => resolve(signal === null ? status : 1));
  });
}

/** A step that is one check: it holds or it does not. */
async function check(name, command, args) {
  const status = await run(command, args);
  return { name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
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

/** The long ones only where they are asked for: without them each law is tried a few times, see `tier.ts`. */
async function unitTests(withLong) {
  const file = path.join(scratch, "unit.json");
  const args = [
    "run",
    // The quick ones wait for nothing, so as many run at a time as there are cores.
    ...(withLong ? [] : ["--project=quick", `--maxWorkers=${availableParallelism()}`]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const status = await run(bin("vitest"), args, withLong ? {} : { SAYSO_TEST_TIER: "check" });
  return counted("unit, contract and golden tests", status, file, (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

async function journeys() {
  const file = path.join(scratch, "journeys.json");
  const status = await run(bin("playwright"), ["test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return counted("browser journeys", status, file, ({ stats }) => {
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

// The import rules' checker parses with TypeScript 5, the last with an API; the compiler is TypeScript 7, several times faster.
const compiler = "node_modules/typescript-native/bin/tsc";
const programs = ["shared", "main", "renderer", "test"];
const quick = [
  () => check("format and lint", bin("biome"), ["ci", "--error-on-warnings", "."]),
  ...programs.map(
    (folder) => () =>
      check(`compile ${folder}`, process.execPath, [
        compiler,
        "-p",
        folder,
        "--incremental",
        "--tsBuildInfoFile",
        path.join(known, `${folder}.json`),
      ]),
  ),
  () =>
    check("import rules", bin("depcruise"), [
      "--config",
      ".dependency-cruiser.mjs",
      "--cache",
      path.join(known, "imports"),
      "--cache-strategy",
      "content",
      "shared",
      "main",
      "renderer",
      "test",
    ]),
];
const build = () => check("build", process.execPath, ["main/cli/build.mjs"]);

const steps =
  process.argv[2] === "check"
    ? [...quick, () => unitTests(false)]
    : [build, ...quick, () => unitTests(true), journeys];
const results = [];
try {
  for (const step of steps) {
    const result = await step();
    const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : "";
    process.stdout.write(`— ${result.name}: ${result.passed} passed, ${result.failed} failed${skipped}\n`);
    results.push(result);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.stdout.write(`${sum("passed")} passed, ${sum("failed")} failed\n`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
