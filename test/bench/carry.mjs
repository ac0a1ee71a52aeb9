// Measures how well tags are carried over to edited texts: `npm run bench:carry`. Writes its table into docs/carry-over.md; the seeds are
// fixed, so that it changes with the code alone.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(here, "../../out/bench/carry");
mkdirSync(out, { recursive: true });
await build({
  configFile: false,
  logLevel: "error",
  root: here,
  ssr: { noExternal: true },
  build: { ssr: "carry/report.ts", outDir: out, emptyOutDir: true, target: "node20.19", minify: false },
});
const { annotatedArticles, extent, measureAll, tableOf, timesOf } = await import(
  pathToFileURL(path.join(out, "report.js")).href
);

const articles = annotatedArticles(path.resolve(here, "../fixtures/gold"));
const measured = measureAll(articles);
const table = `${extent(articles)}.\n\n${tableOf(measured)}`;
process.stdout.write(`${table}\n`);
for (const { edit, mistakes } of measured)
  for (const mistake of mistakes) process.stdout.write(`wrong, ${edit}: ${JSON.stringify(mistake)}\n`);
timesOf(articles, [1_000]);
for (const [words, time] of timesOf(articles, [1_000, 5_000, 20_000, 80_000]))
  process.stdout.write(`${words} words, ${words / 10} tags: ${time} ms\n`);

const page = path.resolve(here, "../../docs/carry-over.md");
const [before, rest = ""] = readFileSync(page, "utf8").split("<!-- measured -->");
const [, after = ""] = rest.split("<!-- /measured -->");
writeFileSync(page, `${before}<!-- measured -->\n\n${table}\n\n<!-- /measured -->${after}`);
