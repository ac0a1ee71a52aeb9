// The journeys in a real browser, by host: the browser host, the desktop application in the stand-in for Electron, and the desktop
// application in Electron itself where its binary is there. The door and the page are the same code in all of them, so `npm test` asks of
// the desktop ones what only they can show and one journey of each kind; `npm run test:all` goes through every capability in each of them.
import { availableParallelism } from "node:os";
import { chromium, defineConfig } from "playwright/test";
import { findElectron } from "./main/cli/electron-binary.ts";
import { ensureChromium } from "./main/cli/ensure-chromium.ts";
import { localeFor } from "./shared/words/language.ts";
import { createWords } from "./shared/words/say.ts";
import type { AppOptions, Driver } from "./test/e2e/fixtures.ts";
import { whyNoDisk } from "./test/helpers/small-disk.ts";
import { hasRepetition, tier } from "./test/helpers/tier.ts";

const say = (line: string) => process.stderr.write(`${line}\n`);

const { tell } = createWords(localeFor("en", []));
const executable = ensureChromium({
  candidates: [chromium.executablePath()],
  isHeadless: true,
  say: (text) => say(tell(text)),
});
if (executable === null) throw new Error("The browser tests need Chromium, Chrome or Edge; none is here.");
// The workers read this file too, and must find the same browser.
process.env.SAYSO_BROWSER = executable;

const isFirst = process.env.TEST_WORKER_INDEX === undefined;
const drivers: Driver[] = ["browser", "stand-in"];
if (findElectron() !== null) drivers.push("electron");
else if (isFirst) {
  say(
    "Skipped: the journeys in real Electron, because its binary is not here (`npx install-electron` fetches it).",
  );
}
// The workers need not try it again.
process.env.SAYSO_NO_DISK ??= whyNoDisk() ?? "";
const noDisk = process.env.SAYSO_NO_DISK;
if (noDisk !== "" && isFirst)
  say(`Skipped: the journey on a full disk, because none can be mounted here (${noDisk}).`);

// Browsers set letters a little differently; these pictures were taken by Chromium's headless shell.
const isPictured = /headless[-_]shell/u.test(executable);
if (!isPictured && isFirst)
  say(
    `Skipped: the gallery's pictures and layouts, because ${executable} is not the browser that took them.`,
  );

/** How patient an assertion is: less where most journeys are meant to fail. */
const patience = Number(process.env.SAYSO_TEST_PATIENCE ?? 1);

export default defineConfig<AppOptions>({
  testDir: "test/e2e",
  globalSetup: "./test/e2e/build-all.ts",
  outputDir: "test-results",
  reporter: [["list"]],
  // Journeys wait more than they compute: one more than there are processors ended a sixth sooner, two more no sooner than that.
  workers: availableParallelism() + 1,
  fullyParallel: true,
  // On a machine that nobody watches one more try tells a busy moment from a fault; `test/run.mjs` says when it was needed.
  retries: process.env.CI === undefined ? 0 : 1,
  // What is broken for every journey is told before a time limit of its own ends the run.
  maxFailures: process.env.CI === undefined ? 0 : 20,
  forbidOnly: true,
  // Time decides nothing here: these tell what never comes from what comes late, on a machine that is many times busier than ours.
  timeout: 300_000,
  expect: {
    timeout: 60_000 * patience,
    // What is tried again and again until it passes would be tried until the journey's own limit.
    toPass: { timeout: 60_000 * patience },
    toHaveScreenshot: { pathTemplate: "test/e2e/gallery-snapshots/{arg}{ext}" },
  },
  // The pictures were taken on Linux; other systems draw letters in their own way.
  ignoreSnapshots: process.platform !== "linux",
  use: {
    // A click waits for what it is to hit as long as an assertion does, and not until the journey's own limit.
    actionTimeout: 60_000 * patience,
    launchOptions: { executablePath: executable, chromiumSandbox: false },
  },
  projects: drivers.map((driver) => ({
    name: driver,
    use: { driver },
    ...(driver === "browser" || tier === "all" ? {} : { grep: [/desktop\.spec\.ts/u, /@each-host/u] }),
    // What only one host can meet or tell is asked of it alone: whole files, and journeys with the tag.
    grepInvert: [
      // What repeats another journey in one host need not do so in the other.
      ...(hasRepetition && driver === "browser" ? [] : [/@repetition/u]),
      ...(driver === "browser" ? [] : [/@browser-host/u]),
      ...(noDisk === "" ? [] : [/@small-disk/u]),
    ],
    testIgnore: [
      ...(driver === "stand-in" ? [] : ["desktop.spec.ts", "opened-by-desktop.spec.ts"]),
      ...(isPictured ? [] : ["gallery.spec.ts"]),
      ...(driver === "browser"
        ? []
        : ["browser-host.spec.ts", "lost-host.spec.ts", "overtaken.spec.ts", "gallery.spec.ts"]),
    ],
  })),
});
