// A disk that fills up while somebody works, and a project's folder that is pulled away: work goes on, is said not to be saved, can be
// copied elsewhere and left, and is in the project once that can be written, without a restart.
import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { fillDisk, mountDisk } from "../helpers/small-disk.ts";
import { byPalette } from "./exchange.ts";
import { expect, type LaunchApp, test } from "./fixtures.ts";
import {
  enterArticle,
  expectAccessible,
  exportOf,
  mark,
  openRecent,
  openText,
  saveCopy,
  saved,
} from "./steps.ts";

const text = "The mayor said the bridge is safe. Her office told Radio Bay so, and the council agreed.";

/** What keeps the project from being written. */
interface Trouble {
  readonly folder: string;
  readonly says: RegExp;
  begin(project: string): void;
  end(project: string): void;
}

const pulledAway = (folder: string): Trouble => ({
  folder,
  says: /There is no folder/,
  begin: (project) => renameSync(project, `${project}-away`),
  end: (project) => renameSync(`${project}-away`, project),
});

function fullDisk(disk: string): Trouble {
  let makeRoom = (): void => undefined;
  return {
    folder: disk,
    says: /The disk is full: nothing more can be written to it/,
    begin: () => {
      makeRoom = fillDisk(disk);
    },
    end: () => makeRoom(),
  };
}

const notSaved = (page: Page) =>
  page.getByRole("alert").filter({ hasText: "kept safe on this computer, not" });
const waiting = (page: Page) =>
  page.getByRole("alert").filter({ hasText: "Not everything is in the project yet" });

const said: readonly (readonly [words: string, key: string])[] = [
  ["said", "2"],
  ["Her office", "1"],
  ["told", "2"],
  ["Radio Bay", "4"],
  ["the council", "1"],
  ["agreed", "2"],
];

/** Does and undoes until something cannot be saved: the last block of a file may have room for a few changes. */
async function goOnUntilTold(page: Page): Promise<void> {
  for (let times = 0; times < 30 && (await notSaved(page).count()) === 0; times += 1) {
    for (const key of ["ControlOrMeta+z", "ControlOrMeta+y"]) await page.keyboard.press(key);
    await expect(
      notSaved(page)
        .or(page.getByRole("status").getByText(/^Saved/))
        .first(),
    ).toBeVisible();
  }
  await expect(notSaved(page)).toBeVisible();
}

async function workThrough(launchApp: LaunchApp, folder: string, trouble: Trouble): Promise<void> {
  const { app, page, path, keys } = await openText(launchApp, trouble.folder, text);
  await mark(page, keys, "The mayor", "1");
  await saved(page);
  trouble.begin(path);
  for (const [words, key] of said) await mark(page, keys, words, key);
  await goOnUntilTold(page);
  await expect(notSaved(page)).toContainText(trouble.says);
  await expectAccessible(page, { isRepetition: true });
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(elsewhere);
  await saveCopy(app, elsewhere, "copy.json");

  // Closing asks, and what it said goes when it holds no more.
  await byPalette(page, "close the project");
  await expect(waiting(page)).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  trouble.end(path);
  // By itself it is tried again within ten seconds; who does not want to wait presses a button that goes with the trouble.
  await expect(async () => {
    const retry = page.getByRole("button", { name: "Retry" });
    if ((await retry.count()) > 0) await retry.press("Enter", { timeout: 1_000 });
    await saved(page);
  }).toPass();
  await expect(waiting(page)).toHaveCount(0);
  const all = ["The mayor: speaker", ...said.map(([words, key]) => `${words}: ${typeOf(key)}`)];
  expect((await exportOf(app, path)).spans).toEqual(all);

  // Left all the same, it comes in at the next opening.
  trouble.begin(path);
  await enterArticle(page);
  await goOnUntilTold(page);
  for (const _mark of said) await page.keyboard.press("ControlOrMeta+z");
  await byPalette(page, "close the project");
  await waiting(page).getByRole("button", { name: "Close anyway" }).press("Enter");
  await expect(page.getByRole("button", { name: "New project" })).toBeVisible();
  trouble.end(path);
  await openRecent(page);
  await expect(page.getByRole("status").filter({ hasText: /They are in the project now/ })).toBeVisible();
  expect((await exportOf(app, path)).spans).toEqual(["The mayor: speaker"]);
}

const typeOf = (key: string): string => ({ "1": "speaker", "2": "cue", "4": "source" })[key] ?? "";

const onSmallDisk = test.extend<{
  /** A disk of half a megabyte, which goes once the journey's applications have ended. */
  disk: string;
}>({
  disk: async ({ folder }, use) => {
    const path = join(folder, "disk");
    const mounted = mountDisk(path, 512);
    if (!mounted.unmount) throw new Error(mounted.why);
    await use(path);
    mounted.unmount();
  },
});

onSmallDisk(
  "work goes on while the disk is full, and is in the project once there is room",
  { tag: "@small-disk" },
  async ({ disk, launchApp, folder }) => {
    await workThrough(launchApp, folder, fullDisk(disk));
  },
);

test("work goes on while the project's folder is away, and is in the project once it is back", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  await workThrough(launchApp, folder, pulledAway(folder));
});
