// Shows an address in a window of an installed browser, without tabs or address bar, in a profile of its own that is thrown away
// afterwards. Whoever works on this machine can read the arguments of every program, and the address lets its first visitor in, so that the
// browser is given a page that leads there, in a file that nobody else can read.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ApiError } from "../../shared/errors/errors.ts";
import type { CoreOptions } from "../core/core.ts";
import { findHeadlessChromium, quietFlags } from "./ensure-chromium.ts";

interface BrowserWindow {
  /** Resolves when the browser's process has ended: with `null` if all went well, else with what it said last. */
  readonly ended: Promise<string | null>;
  close(): Promise<void>;
}

const flags = [...quietFlags, "--disable-quic", "--password-store=basic", "--window-size=1280,860"];

/** True where a window can be shown. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform = process.platform): boolean {
  return platform !== "linux" || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** A browser in a Snap sees no temporary and no hidden folder of ours; one in a Flatpak sees none at all, and is `null`. */
function placeFor(executable: string): string | null {
  const real = realpathSync(executable);
  if (/(?:^|\/)flatpak(?:\/|$)/u.test(real)) return null;
  const isSnap = executable.startsWith("/snap/") || real.endsWith("/snap");
  return isSnap ? homedir() : tmpdir();
}

/** `null` where the browser cannot be shown an address that nobody else sees. */
export function openBrowserWindow(executable: string, address: string): BrowserWindow | null {
  const place = placeFor(executable);
  if (place === null) return null;
  // Always fresh: a browser started on a profile in use hands over to the other process and ends at once.
  const profile = mkdtempSync(join(place, "sayso-window-"));
  const page = join(profile, "open.html");
  writeFileSync(page, pageTo(address), { flag: "wx", mode: 0o600 });
  // Chromium refuses its sandbox to root. The page is our own either way, and `--test-type` hides the warning bar.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox", "--test-type"] : [];
  const child = spawn(
    executable,
    [`--app=${pathToFileURL(page).href}`, `--user-data-dir=${profile}`, ...flags, ...asRoot],
    {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile },
    },
  );
  const ended = whenEnded(child).finally(() => removeProfile(profile));
  return {
    ended,
    async close() {
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await ended;
    },
  };
}

/** An address of ours has no character that would have to be escaped. */
const pageTo = (address: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Sayso</title><meta http-equiv="refresh" content="0; url=${address}">\n`;

function whenEnded(child: ChildProcess): Promise<string | null> {
  let errorOutput = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    errorOutput = (errorOutput + chunk).slice(-4_000);
  });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 || code === null ? null : errorOutput.trim()));
  });
}

/** The browser's helpers may still write for a moment. */
function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

// Prints a page of ours to PDF with an installed browser that nobody sees: without a network, in a profile and a folder that are
// thrown away afterwards.

/** Milliseconds after which a browser that does not end is ended. */
const longest = 180_000;

const printFlags = [
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
  const child = spawn(
    browser,
    [...printFlags, ...asRoot, `--user-data-dir=${join(folder, "profile")}`, ...args],
    {
      stdio: "ignore",
      timeout: longest,
      env: { ...process.env, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    },
  );
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`The browser ended with ${code}.`)),
    );
  });
}
