// Measures the article view and the whole application against bare text in paragraphs, in one browser and one run, and
// one tag on its way to the disk against a bare flushed append.
//
//   npm run bench -- [--sizes M,L,XL] [--rounds 3] [--views view,app] [--json]
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { measureView } from "./measure-view.mjs";
import { summaryOf, tableOf } from "./report.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "M" },
    rounds: { type: "string", default: "3" },
    views: { type: "string", default: "view,app" },
    json: { type: "boolean", default: false },
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
await build(page);
await build({
  configFile: false,
  logLevel: "error",
  root: here,
  ssr: { noExternal: true },
  build: { ssr: "node-side.ts", outDir: path.join(out, "node"), emptyOutDir: true, target: "node20.19" },
});
const { findChromium, timeDisk } = await import(pathToFileURL(path.join(out, "node", "node-side.js")).href);

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

const measured = [];
try {
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const size of values.sizes.split(","))
      for (const view of ["floor", ...values.views.split(",")])
        measured.push({ size, view, ...(await measureView(browser, `${address}?view=${view}`, size)) });
} finally {
  await browser.close();
  await server.close();
}
const summary = summaryOf(measured, await timeDisk(60));
process.stdout.write(values.json ? `${JSON.stringify(summary, null, 2)}\n` : tableOf(summary));
process.exit(0);
