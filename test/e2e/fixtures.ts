// What every journey starts from: `launchApp()` runs the built application in the project's driver, with a home of its own, and
// fails the test if the page reported an error.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "playwright/test";
import type { Client } from "../../shared/api/client.ts";
import { type Driver, type Started, startApp } from "./drivers.ts";
import { type SharedHost, sharedHost } from "./shared-host.ts";

export { expect } from "playwright/test";
export type { Driver } from "./drivers.ts";

export interface AppOptions {
  driver: Driver;
}

interface LaunchOptions {
  /** Opened at once. */
  readonly project?: string;
  /** Works in the application's home before it starts, and says which project it opens at once. */
  readonly prepare?: (client: Client) => Promise<string>;
  /** Of an earlier launch, to come back to what it left; a fresh one otherwise. */
  readonly home?: string;
  /** Variables of the environment, for the stand-in alone. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningApp {
  readonly driver: Driver;
  /** The window of the present run. */
  readonly page: Page;
  /** The application's own folder: settings and the sample project. */
  readonly home: string;
  /** Errors that the page reported. A test that provokes one takes it out. */
  readonly problems: string[];
  /** As the power would: no chance to write anything. */
  kill(): Promise<void>;
  /** Ends it as a person would; resolves with the exit status. */
  stop(): Promise<number | null>;
  /** Another window of the same application; in the desktop ones it opens this project at once. */
  readonly openWindow: Started["openWindow"];
  /** After `kill`, in the browser host: starts it as before, leaves its window alone, and resolves with its address. */
  startAgain(): Promise<string>;
  /** Starts it again with the same home, ending it first if it still runs. */
  restart(): Promise<Page>;
  /** What the next native dialog is answered with, where the host has native ones. */
  readonly answerDialog: Started["answerDialog"];
  /** Asks the stand-in what Electron would know. */
  readonly ask: Started["ask"];
}

export type LaunchApp = (options?: LaunchOptions) => Promise<RunningApp>;

interface Fixtures {
  /** An empty folder of the journey's own, which is there until its applications have ended. */
  folder: string;
  launchApp: LaunchApp;
}

interface WorkerFixtures {
  workerHost: SharedHost;
}

/** What was asked of a host in its last moment may still be written when it has ended. */
const leftovers = { recursive: true, force: true, maxRetries: 50, retryDelay: 100 };

export const test = base.extend<Fixtures & AppOptions, WorkerFixtures>({
  driver: ["browser", { option: true }],
  folder: async ({ driver: _any }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "sayso-journey-"));
    await use(folder);
    rmSync(folder, leftovers);
  },
  workerHost: [
    async ({ browser: _any }, use) => {
      await use(sharedHost);
      await sharedHost.end();
    },
    { scope: "worker", auto: true },
  ],
  // What stands in the folder is written again while an application has it open, so that it ends first.
  launchApp: async ({ driver, browser, folder: _before }, use, { tags }) => {
    const apps: RunningApp[] = [];
    const homes: string[] = [];
    const hosts = tags.includes("@own-host") ? null : sharedHost;
    await use(async ({ project = null, home = freshHome(homes), prepare, env } = {}) => {
      const start = (watch: (page: Page) => void, opened: string | null) =>
        startApp(driver, {
          ...{ home, browser, sharedHost: hosts, env, watch },
          project: opened,
          // As a person does who starts it again without a word.
          projectAgain: project,
        });
      const first = prepare ? await sharedHost.withClient(home, prepare) : project;
      const app = await launch(
        driver,
        (watch) => start(watch, first),
        (watch) => start(watch, project),
        home,
      );
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.stop();
    for (const home of homes) rmSync(home, leftovers);
    expect(apps.flatMap(({ problems }) => problems)).toEqual([]);
  },
});

function freshHome(homes: string[]): string {
  const home = mkdtempSync(join(tmpdir(), "sayso-home-"));
  homes.push(home);
  furnish(home);
  return home;
}

/** Makes an application's home of an empty folder: journeys look for English words, whatever the machine speaks. */
export function furnish(home: string): void {
  const settings = { annotatorName: null, theme: "system", language: "en", recentProjects: [] };
  writeFileSync(join(home, "settings.json"), JSON.stringify(settings));
}

async function launch(
  driver: Driver,
  start: (watch: (page: Page) => void) => Promise<Started>,
  startAgain: (watch: (page: Page) => void) => Promise<Started>,
  home: string,
): Promise<RunningApp> {
  const problems: string[] = [];
  let running = true;
  // A page whose host was killed rightly says that nobody answers.
  const orphans = new Set<Page>();
  const watch = (page: Page) => {
    page.on("pageerror", (error) => problems.push(error.stack ?? error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !orphans.has(page)) problems.push(message.text());
    });
  };
  let started = await start(watch);
  const stop = async () => {
    running = false;
    return started.stop();
  };
  return {
    driver,
    home,
    problems,
    get page() {
      return started.page;
    },
    async kill() {
      running = false;
      orphans.add(started.page);
      await started.kill();
    },
    stop,
    openWindow: (project) => started.openWindow(project),
    async startAgain() {
      const address = await started.startAgain();
      running = true;
      return address;
    },
    async restart() {
      if (running) await stop();
      started = await startAgain(watch);
      running = true;
      return started.page;
    },
    answerDialog: (path) => started.answerDialog(path),
    ask: (question, input) => started.ask(question, input),
  };
}
