// The long run of the harness: `npm run torture`, with `-- PART…` for some parts alone, `--seed N`, `--scale N` for less of it,
// `--write` to put the figures of these parts into docs/reliability.md, where those of the others stay. Two parts run at a time.
// Ends with 1 when something failed.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle, childPrograms } from "./bundle.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    scale: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
  },
});
const document = join(import.meta.dirname, "../../docs/reliability.md");

/** Runs a program of ours; resolves with what it wrote. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--expose-gc", program, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let out = "";
    child.stdout.on("data", (data) => {
      out += data;
    });
    child.once("error", reject);
    child.once("close", () => resolve(out.trim().split("\n").at(-1) ?? ""));
  });
}

async function runPart(program, { id, title }) {
  const began = performance.now();
  const last = await run(program, [id, values.seed, values.scale]);
  const seconds = Math.round((performance.now() - began) / 1_000);
  try {
    return { id, title, seconds, ...JSON.parse(last) };
  } catch {
    return { id, title, seconds, figures: [], failures: [`it ended without a result: ${last}`] };
  }
}

/** So many at a time, the results in the order of the list. */
async function eachOf(list, atATime, work) {
  const results = [];
  const waiting = list.map((item, at) => ({ item, at }));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next.at] = await work(next.item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return results;
}

const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}`;

/** The commit that is tried; nothing where git does not say. */
function commitOf() {
  const git = (...args) => execFileSync("git", args, { cwd: import.meta.dirname, encoding: "utf8" }).trim();
  try {
    const changed = git("status", "--porcelain", "--untracked-files=no", "../../main", "../../shared", ".");
    return `, commit ${git("rev-parse", "--short", "HEAD")}${changed === "" ? "" : " with changes"}`;
  } catch {
    return "";
  }
}

/** What is said of one part, between marks by which it is found again. */
function blockOf({ id, title, seconds, figures, table }, commit) {
  const scale = values.scale === "1" ? "" : ` --scale ${values.scale}`;
  const seed = values.seed === "1" ? "" : ` --seed ${values.seed}`;
  const lines = [
    `### ${title}`,
    "",
    `\`npm run torture -- ${id}${scale}${seed}\`, ${seconds} s on ${new Date().toISOString().slice(0, 10)}${commit}; ${machine}.`,
    "",
    "| what | figure |",
    "| --- | --- |",
    ...figures.map(([what, figure]) => `| ${what} | ${figure} |`),
    ...(table ? ["", table] : []),
  ];
  return `<!-- ${id} -->\n\n${lines.join("\n")}\n`;
}

/** Puts these blocks in the place of those of the same parts, all in the order of the parts. */
function write(all, blocks) {
  const [begin, end] = ["<!-- figures -->\n", "<!-- end of the figures -->"];
  const before = readFileSync(document, "utf8");
  const [from, to] = [before.indexOf(begin) + begin.length, before.indexOf(end)];
  const old = before.slice(from, to).split(/^(?=<!-- [a-z-]+ -->$)/m);
  const there = (id) => old.find((one) => one.startsWith(`<!-- ${id} -->`))?.trimEnd();
  const parts = all.flatMap(({ id }) => blocks.get(id)?.trimEnd() ?? there(id) ?? []);
  writeFileSync(document, `${before.slice(0, from)}\n${parts.join("\n\n")}\n\n${before.slice(to)}`);
}

const folder = mkdtempSync(join(tmpdir(), "sayso-torture-run-"));
try {
  await bundle(["main.ts", ...childPrograms], folder);
  const program = join(folder, "main.mjs");
  const all = JSON.parse(await run(program, []));
  const chosen = positionals.length === 0 ? all : all.filter(({ id }) => positionals.includes(id));
  const unknown = positionals.filter((id) => all.every((part) => part.id !== id));
  if (unknown.length > 0)
    throw new Error(`No part is called ${unknown}: ${all.map(({ id }) => id).join(", ")}`);
  const commit = commitOf();
  const results = await eachOf(chosen, 2, (part) => runPart(program, part));
  const blocks = new Map(results.map((result) => [result.id, blockOf(result, commit)]));
  process.stdout.write([...blocks.values()].join("\n"));
  const failed = results.flatMap(({ id, failures }) => failures.map((failure) => `${id}: ${failure}`));
  for (const failure of failed) process.stdout.write(`\nFAILED ${failure}\n`);
  if (values.write) write(all, blocks);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
