// Three ways to run the built application: as the browser host, in the stand-in for Electron, in Electron itself. Each has one page,
// and a process of its own that can be killed; only the browser host shares one with those of other journeys unless it is asked not to.
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { _electron, type Browser, chromium, type Page } from "playwright/test";
import { findElectron } from "../../main/cli/electron-binary.ts";
import type { Question, Questions, Told } from "../stand-in/facts.ts";
import type { SharedHost } from "./shared-host.ts";

export type Driver = "browser" | "stand-in" | "electron";

export interface Started {
  readonly page: Page;
  /** As the power would: no chance to write anything. */
  kill(): Promise<void>;
  /** Opens another window of the running application; in the desktop ones it opens this project at once. */
  openWindow(project: string): Promise<Page>;
  /** Starts a host that was killed again, as it was started first, and leaves its windows alone. Resolves with the address. */
  startAgain(): Promise<string>;
  /** Ends it as a person would, and resolves with the exit status. */
  stop(): Promise<number | null>;
  /** What the next native dialog is answered with. The browser host has none. */
  answerDialog(path: string): Promise<void>;
  /** Asks the stand-in; rejects with the other drivers. */
  ask<Q extends Question>(question: Q, input: Questions[Q]["input"]): Promise<Questions[Q]["answer"]>;
}

interface StartOptions {
  readonly home: string;
  /** Opened at once; in the desktop applications any argument. */
  readonly project: string | null;
  /** Variables of the environment, for the stand-in alone. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** The same when it is started again. */
  readonly projectAgain: string | null;
  readonly browser: Browser;
  /** `null`: the browser host is a process of its own, as a person starts it. */
  readonly sharedHost: SharedHost | null;
  /** Is shown the page before it loads anything. */
  readonly watch: (page: Page) => void;
}

export const repository = join(import.meta.dirname, "../..");
const commandLine = join(repository, "out/main/cli.js");
const standIn = join(repository, "node_modules/.cache/sayso-stand-in/run.js");

export function startApp(driver: Driver, options: StartOptions): Promise<Started> {
  if (driver === "browser" && options.sharedHost !== null)
    return startSharedBrowserHost(options, options.sharedHost);
  if (driver === "browser") return startBrowserHost(options);
  if (driver === "stand-in") return startStandIn(options);
  return startElectron(options);
}

/** Opens the windows of one browser context, whose page reports to `watch` before it loads anything. */
async function openContext({ browser, watch }: StartOptions) {
  // Nothing is on its way to another look, so that nobody waits for it.
  const context = await browser.newContext({ reducedMotion: "reduce" });
  return {
    context,
    async open(address: string): Promise<Page> {
      const page = await context.newPage();
      watch(page);
      await page.goto(address);
      return page;
    },
  };
}

async function startSharedBrowserHost(options: StartOptions, { request }: SharedHost): Promise<Started> {
  const { home, project } = options;
  const core = await request("start", { home });
  const address = await request("serve", { core, project });
  let isRunning = true;
  const { context, open } = await openContext(options);
  return {
    page: await open(address),
    async kill() {
      throw new Error("Other journeys have hosts in this process: tag this one @own-host");
    },
    openWindow: async () => open(await request("address", { core })),
    startAgain: onlyTheBrowserHost,
    async stop() {
      await context.close();
      // Who ended it already ends it again at the end of the journey.
      if (isRunning) await request("stop", { core });
      isRunning = false;
      return 0;
    },
    answerDialog: async () => undefined,
    ask: refuseToAnswer,
  };
}

async function startBrowserHost(options: StartOptions): Promise<Started> {
  const { home, project, projectAgain } = options;
  const argsOf = (path: string | null) => (path === null ? [] : [path]);
  let host = await spawnServe(home, argsOf(project));
  let used = host.address;
  const { context, open } = await openContext(options);
  return {
    page: await open(used),
    kill: () => killed(host.child),
    async openWindow() {
      const fresh = host.nextAddress();
      await openUsed(used);
      used = await fresh;
      return open(used);
    },
    async startAgain() {
      host = await spawnServe(home, argsOf(projectAgain));
      used = host.address;
      return used;
    },
    async stop() {
      await context.close();
      host.child.kill("SIGTERM");
      return whenEnded(host.child);
    },
    answerDialog: async () => undefined,
    ask: refuseToAnswer,
  };
}

/** What a browser does with an address that is used up already: the host prints a fresh one. */
async function openUsed(address: string): Promise<void> {
  const { origin, hash } = new URL(address);
  const headers = { origin, "content-type": "application/json" };
  await fetch(`${origin}/session`, {
    method: "POST",
    headers,
    body: JSON.stringify({ code: hash.slice(1) }),
  });
}

interface ServingHost {
  readonly child: ChildProcess;
  /** The first that it printed. */
  readonly address: string;
  /** The next that it prints from now on. */
  nextAddress(): Promise<string>;
}

/** Starts `sayso serve --no-open` and resolves once it has printed its address. */
async function spawnServe(home: string, args: readonly string[]): Promise<ServingHost> {
  const child = spawn(process.execPath, [commandLine, "serve", "--no-open", ...args], {
    env: { ...process.env, SAYSO_HOME: home },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const nextAddress = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const hear = (line: string): void => {
        const found = /http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/.exec(line);
        if (found === null) return;
        lines.off("line", hear);
        resolve(found[0]);
      };
      lines.on("line", hear);
      child.once("exit", (status) => reject(new Error(`The browser host ended, with status ${status}`)));
    });
  return { child, address: await nextAddress(), nextAddress };
}

async function startStandIn({ home, project, env = {}, watch }: StartOptions): Promise<Started> {
  const executable = process.env.SAYSO_BROWSER ?? "";
  const args = [repository, executable, ...(project === null ? [] : [project])];
  const child = fork(standIn, args, { env: { ...process.env, SAYSO_HOME: home, ...env }, execArgv: [] });
  const answers = new Map<number, (told: Told) => void>();
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.on("message", (told: Told) => {
      if (told.kind === "ready") resolve(told.endpoint);
      else answers.get(told.id)?.(told);
    });
    child.once("exit", (code) => reject(new Error(`The application ended at once, with status ${code}`)));
  });
  const remote = await chromium.connectOverCDP(endpoint);
  const page = remote.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error("The application opened no window");
  // The stand-in answers what the page asks on leaving; without a listener, this Playwright would.
  page.on("dialog", () => undefined);
  watch(page);
  let last = 0;
  const ask: Started["ask"] = (question, input) =>
    new Promise((resolve, reject) => {
      last += 1;
      answers.set(last, (told) => {
        if (told.kind === "answer") resolve(told.answer as Questions[typeof question]["answer"]);
        if (told.kind === "failed") reject(new Error(told.message));
      });
      child.send({ id: last, question, input });
    });
  return {
    page,
    kill: () => killed(child),
    ask,
    async openWindow(another) {
      const opened = remote.contexts()[0]?.waitForEvent("page");
      await ask("secondInstance", another);
      const second = await opened;
      if (second === undefined) throw new Error("The application opened no second window");
      second.on("dialog", () => undefined);
      watch(second);
      return second;
    },
    startAgain: onlyTheBrowserHost,
    async answerDialog(path) {
      await ask("dialog", path);
    },
    async stop() {
      child.kill("SIGTERM");
      return whenEnded(child);
    },
  };
}

/** Runs the application in the stand-in as if it were packed in `program`, with these arguments, until it ends by itself. */
export async function runPacked(home: string, program: string, args: readonly string[]) {
  const env = { ...process.env, SAYSO_HOME: home, SAYSO_STAND_IN_PROGRAM: program };
  const child = spawn(process.execPath, [standIn, repository, process.env.SAYSO_BROWSER ?? "", ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    whenEnded(child),
  ]);
  return { status, stdout, stderr };
}

async function startElectron({ home, project, watch }: StartOptions): Promise<Started> {
  const executablePath = findElectron();
  if (executablePath === null) throw new Error("Electron's binary is not here");
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const app = await _electron.launch({
    executablePath,
    args: [...asRoot, repository, ...(project === null ? [] : [project])],
    env: { ...process.env, SAYSO_HOME: home },
  });
  const child = app.process();
  const page = await app.firstWindow();
  watch(page);
  return {
    page,
    kill: () => killed(child),
    ask: refuseToAnswer,
    async openWindow(another) {
      const opened = app.waitForEvent("window");
      await app.evaluate(
        ({ app: itself }, path) =>
          void itself.emit("second-instance", {}, [], "", { named: path, folder: "/" }),
        another,
      );
      const second = await opened;
      watch(second);
      return second;
    },
    startAgain: onlyTheBrowserHost,
    answerDialog: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path),
    async stop() {
      await app.close();
      return child.exitCode;
    },
  };
}

async function refuseToAnswer(): Promise<never> {
  throw new Error("Only the stand-in can be asked");
}

async function onlyTheBrowserHost(): Promise<never> {
  throw new Error("Only a browser host of its own can end without its windows: tag this journey @own-host");
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await whenEnded(child);
}

export async function whenEnded(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}
