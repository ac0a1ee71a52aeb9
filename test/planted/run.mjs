// Plants each mistake in a copy of the project and runs what is meant to find it: `node test/planted/run.mjs`, or with words of the
// mistakes to plant. A mistake that is not found, or can no longer be planted, fails.
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
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

/** Whether the journey failed, and nothing before it; what was printed, for whoever wants to know why not. */
function isFound({ file, right, wrong, found }) {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  const places = text.split(right).length - 1;
  if (places !== 1) return { isFound: false, output: `Its place is in ${file} ${places} times.\n` };
  writeFileSync(
    path,
    text.replace(right, () => wrong),
  );
  try {
    const { CI: _retries, ...env } = process.env;
    const { stdout, stderr } = spawnSync(process.execPath, ["test/run.mjs", found], {
      cwd: copy,
      env: { ...env, SAYSO_TEST_TIER: "test" },
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    const failed = /^— browser journeys: \d+ passed, [1-9]\d* failed/mu.test(stdout);
    const built = /^— build: 1 passed/mu.test(stdout);
    return { isFound: built && failed, output: stdout + stderr };
  } finally {
    writeFileSync(path, text);
  }
}

let missed = 0;
try {
  copyProject();
  for (const mistake of mistakes.filter(({ what }) => what.toLowerCase().includes(words))) {
    const { isFound: wasFound, output } = isFound(mistake);
    process.stdout.write(`${wasFound ? "found" : "NOT FOUND"}: ${mistake.what}\n`);
    if (wasFound) continue;
    missed += 1;
    process.stdout.write(output);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;
