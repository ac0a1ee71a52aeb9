// The long run of the harness: `npm run torture`, with `-- PART…` for some parts alone, `--seed N`, `--scale N` for less of it,
// `--write` to put the figures into docs/reliability.md. Two parts run at a time. Ends with 1 when something failed.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.mjs";

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

function markdownOf(results) {
  const where = `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}`;
  const lines = [`Seed ${values.seed}; ${where}.`];
  for (const { id, title, seconds, figures, table } of results) {
    lines.push(
      "",
      `### ${title}`,
      "",
      `\`npm run torture -- ${id}\`, ${seconds} s.`,
      "",
      "| what | figure |",
      "| --- | --- |",
    );
    for (const [what, figure] of figures) lines.push(`| ${what} | ${figure} |`);
    if (table) lines.push("", table);
  }
  return `${lines.join("\n")}\n`;
}

function write(markdown) {
  const [begin, end] = ["<!-- figures -->\n", "<!-- end of the figures -->"];
  const before = readFileSync(document, "utf8");
  const [head, rest = ""] = before.split(begin);
  const tail = rest.slice(rest.indexOf(end));
  writeFileSync(document, `${head}${begin}\n${markdown}\n${tail}`);
}

const folder = mkdtempSync(join(tmpdir(), "sayso-torture-run-"));
try {
  await bundle(["main.ts", "killed-child.ts"], folder);
  const program = join(folder, "main.mjs");
  const all = JSON.parse(await run(program, []));
  const chosen = positionals.length === 0 ? all : all.filter(({ id }) => positionals.includes(id));
  const unknown = positionals.filter((id) => all.every((part) => part.id !== id));
  if (unknown.length > 0)
    throw new Error(`No part is called ${unknown}: ${all.map(({ id }) => id).join(", ")}`);
  const results = await eachOf(chosen, 2, (part) => runPart(program, part));
  process.stdout.write(markdownOf(results));
  const failed = results.flatMap(({ id, failures }) => failures.map((failure) => `${id}: ${failure}`));
  for (const failure of failed) process.stdout.write(`\nFAILED ${failure}\n`);
  if (values.write) write(markdownOf(results));
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
