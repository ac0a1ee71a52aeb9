// Prints how good suggestions are: `npm run bench:suggestions [-- CORPUS.jsonl]`. Our own gold always, with entities and fields; a corpus
// of JSON lines where it is there, whole, in two halves, of which one is held out while rules are made, and by publisher. With `--fit` it prints the
// weights of the confidence as our own gold would have them, with `--scaling` how the work grows with bad input.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(here, "../../out/bench/suggestions");
mkdirSync(out, { recursive: true });
await build({
  configFile: false,
  logLevel: "error",
  root: here,
  ssr: { noExternal: true },
  build: {
    ssr: "suggestions/measure.ts",
    outDir: out,
    emptyOutDir: true,
    target: "node20.19",
    minify: false,
  },
});
const {
  report,
  goldArticles,
  goldLineOf,
  sampleGold,
  fitReport,
  publisherReport,
  cardReport,
  entityReport,
  learningReport,
  personReport,
  scalingReport,
} = await import(pathToFileURL(path.join(out, "measure.js")).href);

const articles = [...goldArticles(path.resolve(here, "../fixtures/gold")), ...sampleGold()];
const own = articles.map((article) => goldLineOf(article));
report("warm-up", own);
process.stdout.write(`${report("our own gold", own)}\n`);
const germanArticles = goldArticles(path.resolve(here, "../fixtures/gold-de"));
const german = germanArticles.map((article) => goldLineOf(article));
process.stdout.write(`${report("our own gold in German", german)}\n`);
for (const [name, gold] of [
  ["our own gold", articles],
  ["our own gold in German", germanArticles],
])
  process.stdout.write(`${entityReport(name, gold)}\n${cardReport(name, gold)}\n`);
process.stdout.write(`${personReport(articles, germanArticles)}\n`);
const house = goldArticles(path.resolve(here, "../fixtures/gold-house"));
process.stdout.write(
  `${learningReport("forty articles in a house style", house, 20)}\n${learningReport("our own gold", articles, 13)}\n`,
);
if (process.argv.includes("--scaling")) process.stdout.write(`${scalingReport()}\n`);
if (process.argv.includes("--fit")) process.stdout.write(`${fitReport(articles)}\n`);

const corpus = process.argv.slice(2).find((word) => !word.startsWith("--")) ?? process.env.SAYSO_CORPUS;
if (corpus === undefined || !existsSync(corpus)) {
  process.stdout.write("No corpus was named that is there, so only our own gold was measured.\n");
} else {
  const lines = readFileSync(corpus, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
  process.stdout.write(`${report("corpus", lines)}\n`);
  process.stdout.write(
    `${report(
      "corpus, half that rules were made with",
      lines.filter((_, at) => at % 2 === 0),
    )}\n`,
  );
  process.stdout.write(
    `${report(
      "corpus, other half",
      lines.filter((_, at) => at % 2 === 1),
    )}\n`,
  );
  process.stdout.write(`${publisherReport(lines)}\n`);
}
