// Measures the article view and the whole application against bare text in paragraphs, in one browser and one run, and
// one tag on its way to the disk against a bare flushed append.
//
//   npm run bench -- [--sizes M,L,XL] [--rounds 3] [--views view,app] [--json]
//   npm run bench -- --index [--articles 10000] [--folder KEPT [--again]]: the index of a large project alone; `--again`: only its views, over
//   the index that the last run left there
//   npm run bench -- --commands [--sizes L] [--rounds 12]: each command's time from key to frame
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { measureCommands } from "./measure-commands.mjs";
import { measureView } from "./measure-view.mjs";
import { commandSummaryOf, commandTableOf, indexLines, reviewLines, summaryOf, tableOf } from "./report.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string" },
    rounds: { type: "string" },
    views: { type: "string", default: "view,app" },
    json: { type: "boolean", default: false },
    commands: { type: "boolean", default: false },
    index: { type: "boolean", default: false },
    articles: { type: "string", default: "10000" },
    folder: { type: "string" },
    again: { type: "boolean", default: false },
  },
});
const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(here, "../../out/bench");
mkdirSync(out, { recursive: true });

const page = {
  configFile: false,
  logLevel: "error",
  root: path.join(here, "page"),
  build: {
    outDir: path.join(out, "page"),
    emptyOutDir: true,
    target: "chrome140",
    chunkSizeWarningLimit: 2_000,
  },
};
await build({
  configFile: false,
  logLevel: "error",
  root: here,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    rollupOptions: { input: ["node-side", "view-thread"].map((name) => path.join(here, `${name}.ts`)) },
    outDir: path.join(out, "node"),
    emptyOutDir: true,
    target: "node20.19",
  },
});
const { findChromium, timeAlignment, timeComparison, timeDisk, timeIndex, timeMeasures, timeViews } =
  await import(pathToFileURL(path.join(out, "node", "node-side.js")).href);

if (values.index) {
  const articles = Number(values.articles);
  const { folder = null } = values;
  const index = await (values.again && folder ? timeViews(articles, folder) : timeIndex(articles, folder));
  process.stdout.write(values.json ? `${JSON.stringify(index, null, 2)}\n` : indexLines(index));
  process.exit(0);
}
await build(page);
const executablePath = findChromium([chromium.executablePath()]);
if (executablePath === null) {
  process.stderr.write("No Chromium, Chrome or Edge was found; the benchmark needs one.\n");
  process.exit(1);
}
const server = await preview({ ...page, preview: { host: "127.0.0.1", port: 0 } });
const address = server.resolvedUrls?.local[0];
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-first-run",
    "--disable-background-networking",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ],
});

async function everyView() {
  const measured = [];
  for (let round = 0; round < Number(values.rounds ?? "3"); round += 1)
    for (const size of (values.sizes ?? "M").split(","))
      for (const view of ["floor", ...values.views.split(",")])
        measured.push({ size, view, ...(await measureView(browser, `${address}?view=${view}`, size)) });
  const summary = summaryOf(measured, await timeDisk(60));
  const review = { alignment: timeAlignment(), comparison: timeComparison(), measures: timeMeasures() };
  const index = await timeIndex(Number(values.articles));
  return values.json
    ? { ...summary, ...review, index }
    : `${tableOf(summary)}${reviewLines(review)}${indexLines(index)}`;
}

async function everyCommand() {
  const rounds = Number(values.rounds ?? "12");
  const summaries = [];
  for (const size of (values.sizes ?? "L").split(",")) {
    const floor = await measureCommands(browser, `${address}?view=floor`, size, rounds);
    const app = await measureCommands(browser, `${address}?view=app`, size, rounds);
    summaries.push(commandSummaryOf(size, floor, app));
  }
  return values.json ? summaries : summaries.map(commandTableOf).join("\n");
}

let told;
try {
  told = values.commands ? await everyCommand() : await everyView();
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(values.json ? `${JSON.stringify(told, null, 2)}\n` : told);
process.exit(0);
