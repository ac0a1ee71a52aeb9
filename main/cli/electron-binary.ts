// Finds the Electron binary that belongs to this checkout, and fetches it where that was not tried lately. The `electron`
// package is never imported for it: importing it starts a download of its own.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Message, message } from "../../shared/words/message.ts";
import { appRoot } from "./app-root.ts";

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
export function fetchElectron(home: string, say: (text: Message) => void): string | null {
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
