// `sayso open`, which is also `npm start`: the desktop application where Electron is there or can be fetched, else the same
// application in a browser window, else, without any display, the address.
import { spawn } from "node:child_process";
import { basename } from "node:path";
import { appRoot } from "./app-root.ts";
import { hasDisplay } from "./browser-window.ts";
import { fetchElectron, findElectron } from "./electron-binary.ts";
import { ensureChromium } from "./ensure-chromium.ts";
import { serveUntilStopped } from "./serve.ts";

export interface OpenOptions {
  /** The folder of the project to open at once. */
  readonly project: string | null;
  /** `auto`: the desktop application where possible. */
  readonly driver: "auto" | "electron" | "browser";
  readonly home: string;
}

/** Resolves with the exit status once the window is closed, or the host was told to stop. */
export async function open({ project, driver, home }: OpenOptions): Promise<number> {
  const serveIn = (browser: string | null) =>
    serveUntilStopped({ project, port: 0, home, browser, endsWithWindow: browser !== null });
  if (!hasDisplay()) {
    say("There is no display here, so Sayso waits for a browser at its address.");
    return serveIn(null);
  }
  if (driver !== "browser") {
    const electron = findElectron() ?? fetchElectron(home, say);
    if (electron !== null) return runDesktop(electron, project);
    if (driver === "electron") {
      process.stderr.write(
        "Electron is not here: run `npx install-electron` with a network, or leave --electron out.\n",
      );
      return 1;
    }
  }
  const why = driver === "browser" ? "as asked" : "because Electron's binary is not here";
  const browser = ensureChromium({ say });
  if (browser === null)
    say(`Sayso waits for a browser at its address, ${why} and no Chromium, Chrome or Edge is.`);
  else say(`Sayso opens in ${basename(browser)}, ${why}.`);
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

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
