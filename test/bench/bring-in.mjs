// Measures bringing articles in by the built command line: `npm run bench:bring-in`. Text articles of 1,000 words, 100 and 1,000 of them, and
// one text of 50 MB, each into a project of its own: the time, and the most memory that the process held (on Linux, which tells it).
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "sayso-bench-"));
const program = join(import.meta.dirname, "../../main/cli/start.mjs");
const words = "the mayor said on Tuesday that nobody in the old town would lose work over a bridge".split(
  " ",
);

/** Another text for each number. */
function article(number) {
  let state = number * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  const sentences = Array.from({ length: 100 }, () =>
    Array.from({ length: 10 }, () =>
      next() % 5 === 0 ? `w${next() % 5_000}` : words[next() % words.length],
    ).join(" "),
  );
  return `Article ${number}\n\n${sentences.join(".\n\n")}.\n`;
}

function filesIn(name, count) {
  const path = join(folder, name);
  mkdirSync(path);
  for (let at = 0; at < count; at += 1) writeFileSync(join(path, `${at}.txt`), article(at + 1));
  return path;
}

const peakOf = (pid) => {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
};

function bringIn(name, path) {
  const before = performance.now();
  const args = [
    program,
    "import",
    join(folder, `${name}-project`),
    path,
    "--create",
    "--as",
    "Bench",
    "--json",
  ];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let out = "";
  child.stdout.on("data", (text) => {
    out += text;
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 50);
  return new Promise((resolve) => {
    child.on("close", (status) => {
      clearInterval(watch);
      const { imported = [], refused = [] } = JSON.parse(out || "{}");
      const seconds = ((performance.now() - before) / 1_000).toFixed(1);
      const [refusal] = refused;
      resolve({
        name,
        status,
        taken: imported.length,
        seconds,
        peak: Math.round(peak / 1_024),
        refusal: refusal?.what ?? "",
      });
    });
  });
}

try {
  const long = join(folder, "long.txt");
  writeFileSync(long, Buffer.alloc(50 * 1_024 * 1_024, "The mayor said that it rained. "));
  // What is stale is built before anything is measured.
  spawnSync(process.execPath, [program, "--version"], { stdio: "ignore" });
  const measured = [
    await bringIn("100", filesIn("100", 100)),
    await bringIn("1,000", filesIn("1,000", 1_000)),
    await bringIn("50 MB", long),
  ];
  const rows = measured.map(
    ({ name, status, taken, seconds, peak, refusal }) =>
      `| ${name} | ${taken} | ${status} | ${seconds} | ${peak} | ${refusal} |`,
  );
  process.stdout.write(
    `| articles | taken | exit | seconds | MB at most | refused |\n| --- | --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
