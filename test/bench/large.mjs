// Measures a large project in the built application, in a browser: `npm run bench:large -- [--articles 1000,10000] [--folder KEPT]`. A project of
// each size is made by a seed, with 20 colleagues; it is opened for the very first time, closed, and opened again, and each time every place
// is gone to. Prints one Markdown table. `--folder`: where the projects are made, and left for the next run. Linux alone tells the host's memory.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { build } from "vite";
import { commands, places } from "./large-places.mjs";

const { values } = parseArgs({
  options: { articles: { type: "string", default: "1000,10000" }, folder: { type: "string" } },
});
const here = import.meta.dirname;
const program = path.join(here, "../../main/cli/start.mjs");
const folder = values.folder ? path.resolve(values.folder) : mkdtempSync(path.join(tmpdir(), "sayso-bench-"));
const home = path.join(folder, "home");
const env = { ...process.env, SAYSO_HOME: home };
/** Milliseconds after which a place counts as never shown. */
const longest = 120_000;

async function nodeSide() {
  const outDir = path.resolve(here, "../../out/bench/node");
  await build({
    ...{ configFile: false, logLevel: "error", root: here, ssr: { noExternal: true } },
    build: { ssr: "node-side.ts", outDir, emptyOutDir: true, target: "node20.19" },
  });
  return import(pathToFileURL(path.join(outDir, "node-side.js")).href);
}

/** The project of this size, and what was written. */
async function projectOf(articles, { writeLargeProject }) {
  const project = path.join(folder, `project-${articles}`);
  const notes = `${project}.json`;
  if (existsSync(notes)) return { project, ...JSON.parse(readFileSync(notes, "utf8")) };
  const written = await writeLargeProject(project, {
    ...{ articles, entities: Math.max(10, Math.round(articles / 5)), seed: 1, colleagues: 19 },
  });
  writeFileSync(notes, JSON.stringify(written));
  return { project, ...written };
}

/** The most memory that the process held, in megabytes; 0 where the system does not tell. */
function peakOf(pid) {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status) && /VmHWM:\s+(\d+)/u.exec(readFileSync(status, "utf8"))?.[1];
  return Math.round(Number(kilobytes || 0) / 1_024);
}

/** Serves the project until `use` is done with the address. */
async function withHost(project, use) {
  const child = spawn(process.execPath, [program, "serve", project, "--no-open"], {
    ...{ env, stdio: ["ignore", "pipe", "inherit"] },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    const address = await new Promise((resolve, reject) => {
      child.stdout.on("data", (text) => {
        const found = /https?:\/\/\S+/u.exec(String(text));
        if (found) resolve(found[0]);
      });
      child.once("exit", (status) => reject(new Error(`The host ended with ${status}.`)));
    });
    return await use(address, child.pid);
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

/** In the page: milliseconds from the call, or from the next Enter, to the frames in which there is something useful, and all of it. */
function untilShown({ rows, field, fromEnter, longest }) {
  const begun = new Promise((resolve) => {
    if (!fromEnter) resolve(0);
    else
      window.addEventListener("keydown", (event) => event.key === "Enter" && resolve(event.timeStamp), true);
  });
  const isShown = (selector) =>
    [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0);
  window.shownAt = begun.then(
    (start) =>
      new Promise((resolve) => {
        let first = null;
        const look = () => {
          const passed = performance.now() - start;
          if (
            first === null &&
            isShown(`${field ?? rows}, main progress, .over-project progress, .insight progress`)
          )
            first = passed;
          const isWhole =
            rows.split(" & ").every(isShown) && !isShown("main progress, .middle progress:not(.decided)");
          if (isWhole || passed > longest) resolve({ first, whole: isWhole ? passed : null });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

/** The page's objects in use, in megabytes. */
async function heapOf(session) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return Math.round(usedSize / 1e6);
}

async function visit(page, place) {
  const { command, rows, field, type } = place;
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(command);
  await page.evaluate(untilShown, { rows: field ?? rows, field, fromEnter: true, longest });
  await page.keyboard.press("Enter");
  const gone = await page.evaluate(() => window.shownAt);
  if (!field) return gone;
  await page.locator(field).first().fill(type);
  await page.evaluate(untilShown, { rows, fromEnter: true, longest });
  await page.locator(field).first().press("Enter");
  return page.evaluate(() => window.shownAt);
}

/** One start of the application: rows by name, and the memory. */
async function start(browser, project) {
  return withHost(project, async (address, pid) => {
    const context = await browser.newContext({ viewport: { width: 1_600, height: 900 }, locale: "en" });
    try {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const before = performance.now();
      await page.goto(address);
      await page.evaluate(untilShown, {
        rows: ".article-list [role=option] & .article p",
        fromEnter: false,
        longest,
      });
      await page.evaluate(() => window.shownAt);
      const opened = performance.now() - before;
      const times = new Map([["Open, to the article and the list", { first: opened, whole: opened }]]);
      let heap = await heapOf(session);
      for (const place of places) {
        times.set(place.name, await visit(page, place));
        heap = Math.max(heap, await heapOf(session));
        process.stderr.write(`${place.name}: ${JSON.stringify(times.get(place.name))}\n`);
      }
      // The next start begins where this one ends.
      await visit(page, places[0]);
      return { times, heap, host: peakOf(pid) };
    } finally {
      await context.close();
    }
  });
}

function runCommand({ args }, project) {
  const before = performance.now();
  const out = path.join(folder, `out-${process.pid}`);
  const { status, stderr } = spawnSync(process.execPath, [program, ...args(project, out)], {
    ...{ env, encoding: "utf8", maxBuffer: 1 << 30 },
  });
  rmSync(`${out}.zip`, { force: true });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - before;
}

const shown = (milliseconds) =>
  milliseconds === null || milliseconds === undefined
    ? "–"
    : milliseconds < 1_000
      ? `${Math.round(milliseconds)} ms`
      : `${(milliseconds / 1_000).toFixed(1)} s`;

/** One line a place: for each size the frame with something useful and the one with all, of the next start; the first start; and the growth. */
function tableOf(measured) {
  const sizes = measured.map(({ articles }) => articles.toLocaleString("en"));
  const [least, most] = [measured[0], measured.at(-1)];
  const growth = (of) => {
    const [a, b] = [of(least), of(most)];
    return a && b && least !== most ? `${(b / a).toFixed(1)}x` : "–";
  };
  const line = (...cells) => `| ${cells.join(" | ")} |\n`;
  const head = ["place", ...sizes.flatMap((size) => [`${size}: useful / all`, `first start ever`]), "growth"];
  const placeLines = [...most.next.times.keys()].map((name) => {
    const cells = measured.flatMap(({ next, first }) => {
      const one = next.times.get(name);
      return [`${shown(one?.first)} / ${shown(one?.whole)}`, shown(first.times.get(name)?.whole)];
    });
    return line(
      name,
      ...cells,
      growth(({ next }) => next.times.get(name)?.whole),
    );
  });
  const commandLines = commands.map(({ name }) =>
    line(
      name,
      ...measured.flatMap(({ run }) => [shown(run.get(name)), ""]),
      growth(({ run }) => run.get(name)),
    ),
  );
  const memory = (name, of) =>
    line(
      name,
      ...measured.flatMap((one) => [`${of(one.next)} MB`, `${of(one.first)} MB`]),
      growth((one) => of(one.next)),
    );
  return [
    line(...head),
    line(...head.map(() => "---")),
    ...placeLines,
    ...commandLines,
    memory("memory of the page", ({ heap }) => heap),
    memory("most memory of the host", ({ host }) => host),
  ].join("");
}

// What is stale is built before anything is measured.
spawnSync(process.execPath, [program, "--version"], { stdio: "ignore" });
const made = await nodeSide();
const browser = await chromium.launch({
  executablePath: made.findHeadlessChromium([chromium.executablePath()]) ?? undefined,
  args: ["--no-first-run", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
const measured = [];
try {
  for (const articles of values.articles.split(",").map(Number)) {
    const { project, cards } = await projectOf(articles, made);
    process.stderr.write(`${articles} articles with ${cards} cards are made\n`);
    rmSync(home, { recursive: true, force: true });
    await made.giveName(home, made.benchAnnotator.name);
    const first = await start(browser, project);
    const next = await start(browser, project);
    const run = new Map(commands.map((command) => [command.name, runCommand(command, project)]));
    measured.push({ articles, first, next, run });
  }
} finally {
  await browser.close();
  if (!values.folder) rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(tableOf(measured));
