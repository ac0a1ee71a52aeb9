// `sayso open`, which is also `npm start`: the desktop application where Electron is there or can be fetched, else the same
// application in a browser window, else, without any display, the address.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Message, message, type Text } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";
import { appRoot } from "./app-root.ts";
import { hasDisplay } from "./browser-window.ts";
import { ensureChromium } from "./ensure-chromium.ts";
import { serveUntilStopped } from "./serve.ts";

interface OpenOptions {
  /** The folder of the project to open at once. */
  readonly project: string | null;
  /** `auto`: the desktop application where possible. */
  readonly driver: "auto" | "electron" | "browser";
  readonly home: string;
  readonly words: Words;
}

/** Resolves with the exit status once the window is closed, or the host was told to stop. */
export async function openSayso({ project, driver, home, words }: OpenOptions): Promise<number> {
  const say = (text: Text): void => {
    process.stdout.write(`${words.tell(text)}\n`);
  };
  const serveIn = (browser: string | null) =>
    serveUntilStopped({ project, port: 0, home, words, browser, endsWithWindow: browser !== null });
  if (!hasDisplay()) {
    say(message("cli.no-display"));
    return serveIn(null);
  }
  if (driver !== "browser") {
    const electron = findElectron() ?? fetchElectron(home, say);
    if (electron !== null) return runDesktop(electron, project);
    if (driver === "electron") {
      process.stderr.write(`${words.say("cli.no-electron", { command: "npx install-electron" })}\n`);
      return 1;
    }
  }
  const browserChoice = driver === "browser" ? "yes" : "no";
  // Opening installs nothing: whoever wants a browser is told how to get one.
  const browser = ensureChromium({ say, mayInstall: false });
  if (browser === null) say(message("cli.waits", { asked: browserChoice }));
  else say(message("cli.opens-in", { browser: basename(browser), asked: browserChoice }));
  return serveIn(browser);
}

/** Runs the desktop application until it ends; its exit status is ours. */
function runDesktop(electron: string, project: string | null): Promise<number> {
  // Chromium refuses its sandbox to root.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const child = spawn(electron, [...asRoot, appRoot, ...(project === null ? [] : [project])], {
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 3));
  });
}

const packageFolder = join(appRoot, "node_modules/electron");
const day = 24 * 60 * 60 * 1_000;
/** Milliseconds that fetching may take: some 120 MB over a slow line. */
const fetchTime = 4 * 60 * 1_000;

/** The path of the binary, or `null` where it is not there. */
export function findElectron(): string | null {
  const pathFile = join(packageFolder, "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8").trim() : null;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined) {
    const binary = join(override, name ?? "electron");
    return existsSync(binary) ? binary : null;
  }
  if (name === null) return null;
  const binary = join(packageFolder, "dist", name);
  return existsSync(binary) ? binary : null;
}

/** Tries to fetch the binary, at most once a day. Returns its path, or `null` with nothing changed. */
function fetchElectron(home: string, say: (text: Message) => void): string | null {
  const installer = join(packageFolder, "install.js");
  const stamp = join(home, "electron-tried");
  if (process.env.NO_INSTALL === "1" || !existsSync(installer)) return null;
  if (existsSync(stamp) && Date.now() - statSync(stamp).mtimeMs < day) return null;
  say(message("cli.fetching-electron"));
  mkdirSync(home, { recursive: true });
  writeFileSync(stamp, "");
  // Its own messages tell a developer's story; what matters to a person is whether the binary is there now.
  spawnSync(process.execPath, [installer], { stdio: "ignore", timeout: fetchTime, killSignal: "SIGKILL" });
  return findElectron();
}
