// Electron's `app`: ready only once the entry has run to its end, and ending in the order in which Electron ends.
import { existsSync } from "node:fs";
import type { App } from "electron";
import { emitPreventable, KnownEmitter } from "./events.ts";
import { strict } from "./strict.ts";
import { surroundings, windows } from "./window.ts";

const appEvents = [
  "ready",
  "activate",
  "open-file",
  "open-url",
  "before-quit",
  "will-quit",
  "quit",
  "second-instance",
  "web-contents-created",
  "window-all-closed",
];

/** The path of the program that the test lets itself be packed in; `undefined`: Electron was started with the application's folder. */
export const packedProgram = process.env.SAYSO_STAND_IN_PROGRAM;

class StandInApp extends KnownEmitter {
  readonly name = "Sayso" satisfies App["name"];
  readonly isPackaged = packedProgram !== undefined;
  readonly commandLine = strict("app.commandLine", {
    hasSwitch: (name: string) => process.argv.includes(`--${name}`),
  });
  sandboxed = false;
  userData: string | null = null;
  /** Frees what the stand-in holds before the process ends. */
  cleanUp: () => Promise<void> = async () => undefined;
  #quitting = false;
  #becomeReady: () => void = () => undefined;
  readonly #ready: Promise<void>;

  constructor() {
    super("app", appEvents);
    this.#ready = new Promise((resolve) => {
      this.#becomeReady = resolve;
    });
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  becomeReady(): void {
    surroundings.isReady = true;
    this.emit("ready");
    this.#becomeReady();
  }

  enableSandbox(): void {
    if (surroundings.isReady) throw new Error("app.enableSandbox() can only be called before app is ready");
    this.sandboxed = true;
  }

  requestSingleInstanceLock(data: Record<string, unknown>): boolean {
    return structuredClone(data) !== undefined;
  }

  setPath(name: string, path: string): void {
    if (name !== "userData" || !path.startsWith("/")) throw new Error(`Path not expected: ${name} ${path}`);
    if (surroundings.isReady) throw new Error("The folder of the profile has to be set before app is ready");
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`);
    this.userData = path;
  }

  getPath(name: string): string {
    if (name !== "exe") throw new Error(`Path not expected: ${name}`);
    return packedProgram ?? process.execPath;
  }

  getPreferredSystemLanguages(): string[] {
    return (process.env.SAYSO_STAND_IN_LANGUAGES ?? "en-GB").split(" ");
  }

  quit(): void {
    if (this.#quitting) return;
    this.#quitting = true;
    if (emitPreventable(this, "before-quit")) this.#quitting = false;
    else if (windows.size === 0) this.#end();
    else for (const window of windows) window.close();
  }

  /** A window that stays, because its page asked to, ends the quitting. */
  quitPrevented(): void {
    this.#quitting = false;
  }

  windowClosed(): void {
    if (windows.size > 0) return;
    if (this.#quitting) this.#end();
    else if (this.listenerCount("window-all-closed") === 0) this.quit();
    else this.emit("window-all-closed");
  }

  exit(code = 0): void {
    void this.cleanUp().finally(() => process.exit(code));
  }

  #end(): void {
    if (emitPreventable(this, "will-quit")) this.#quitting = false;
    else {
      this.emit("quit", {}, 0);
      this.exit(0);
    }
  }
}

export const app = new StandInApp();
surroundings.contentsCreated = (contents) => app.emit("web-contents-created", {}, contents);
surroundings.windowClosed = () => app.windowClosed();
surroundings.stayed = () => app.quitPrevented();
