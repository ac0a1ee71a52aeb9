// Prints a page of ours to PDF with an installed browser that nobody sees: without a network, in a profile and a folder that are
// thrown away afterwards.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ApiError } from "../../shared/errors/errors.ts";
import type { CoreOptions } from "../core/core.ts";
import { findHeadlessChromium, quietFlags } from "./ensure-chromium.ts";

/** Milliseconds after which a browser that does not end is ended. */
const longest = 180_000;

const flags = [
  "--headless",
  "--disable-gpu",
  ...quietFlags,
  "--disable-extensions",
  // Nothing answers there: no request of the browser's own leaves the computer. The page's policy allows none.
  "--proxy-server=127.0.0.1:1",
  "--no-pdf-header-footer",
];

/** How the core prints: not at all where no browser is installed. */
export function printing(browser = findHeadlessChromium()): Pick<CoreOptions, "printPdf"> {
  return browser === null ? {} : { printPdf: (page) => printWith(browser, page) };
}

async function printWith(browser: string, page: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "sayso-print-"));
  const from = join(folder, "page.html");
  const to = join(folder, "page.pdf");
  try {
    await writeFile(from, page, { mode: 0o600 });
    await run(browser, folder, [`--print-to-pdf=${to}`, pathToFileURL(from).href]);
    return await readFile(to);
  } catch (error) {
    throw new ApiError("pdf-not-printed", { why: "browser" }, { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function run(browser: string, folder: string, args: readonly string[]): Promise<void> {
  // Chromium refuses its sandbox to root; the page is our own and runs nothing.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const child = spawn(browser, [...flags, ...asRoot, `--user-data-dir=${join(folder, "profile")}`, ...args], {
    stdio: "ignore",
    timeout: longest,
    env: { ...process.env, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`The browser ended with ${code}.`)),
    );
  });
}
