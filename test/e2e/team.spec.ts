// A team on one project, over a folder that both reach: shared, opened by a colleague, worked on apart, synced, decided and undone, in two homes.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { newId } from "../main/core/span-of.ts";
import { byPalette, deskOf, mark } from "./exchange.ts";
import { expect, furnish, type LaunchApp, type RunningApp, test } from "./fixtures.ts";
import { sharedHost } from "./shared-host.ts";
import { articleBox, enterArticle, expectAccessible, giveName, goToPath, pressWhenReady } from "./steps.ts";

const text = "The mayor said the bridge is safe. Her office told Radio Bay so.";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const teamDialog = (page: Page) => page.getByRole("dialog", { name: "Shared with your team" });
const door = (page: Page, words: RegExp) => page.locator(".status-line").getByRole("button", { name: words });

/** Syncs by command, waits until nothing is left to be sent, and closes the dialog. */
async function sync({ page }: RunningApp): Promise<void> {
  await byPalette(page, "sync now");
  const dialog = teamDialog(page);
  await expect(dialog.getByText(/Last synced/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Stop" })).toHaveCount(0);
  await expect(dialog.getByText("Nothing waits to be sent.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
}

interface Team {
  readonly ana: RunningApp;
  readonly ben: RunningApp;
  readonly where: string;
  readonly path: string;
  readonly copy: string;
}

/** Ana shares what she has, and Ben opens it from his first page. */
async function team(launchApp: LaunchApp): Promise<Team> {
  const where = join(folder, "bridges");
  const { app: ana, path } = await deskOf(folder, text, "Ana", launchApp);
  await byPalette(ana.page, "share with your team");
  const share = ana.page.getByRole("dialog", { name: "Share this project with your team" });
  await share.getByLabel("Where the team shares it").fill(where);
  await expect(share.getByText("Your colleagues see your work under the name Ana.")).toBeVisible();
  await expectAccessible(ana.page);
  await pressWhenReady(share.getByRole("button", { name: "Share the project" }));
  await expect(teamDialog(ana.page).getByText(`This project is shared at ${where}.`)).toBeVisible();
  await expectAccessible(ana.page);
  await ana.page.keyboard.press("Escape");

  const home = join(folder, "home of Ben");
  mkdirSync(home);
  furnish(home);
  const ben = await launchApp({ home });
  const desk = join(folder, "desk of Ben");
  mkdirSync(desk);
  await ben.page.getByRole("button", { name: "Open a shared project" }).press("Enter");
  const open = ben.page.getByRole("dialog", { name: "Open a shared project" });
  await open.getByLabel("Where the team shares it").fill(where);
  const copy = join(desk, "bridges");
  if (ben.driver === "browser") {
    await goToPath(open, desk);
    await expect(open.getByText(copy)).toBeVisible();
    await expectAccessible(ben.page);
    await pressWhenReady(open.getByRole("button", { name: "Open the project" }));
  } else {
    await ben.answerDialog(copy);
    await pressWhenReady(open.getByRole("button", { name: "Choose where…" }));
  }
  await expect(articleBox(ben.page)).toContainText(text);
  await giveName(ben.page, "Ben");
  return { ana, ben, where, path, copy };
}

test("a project is shared and opened by a colleague, both mark offline and sync, and what came leads to the work", async ({
  launchApp,
}) => {
  const { ana, ben } = await team(launchApp);
  await mark(ana, text, "The mayor", "1");
  await mark(ana, text, "said", "2");
  await mark(ben, text, "Her office", "1");
  await expect(door(ana.page, /2 changes to send/)).toBeVisible();
  await sync(ana);
  await sync(ben);
  const news = ben.page.getByText(/The last sync brought .*2 marks from Ana/);
  await expect(news).toBeVisible();
  await expectAccessible(ben.page);
  await ben.page.getByRole("button", { name: "Show what came…" }).press("Enter");
  await teamDialog(ben.page)
    .getByRole("button", { name: /Ana: 2 marks in/ })
    .press("Enter");
  await expect(ben.page.getByRole("heading", { name: /Compare/ }).first()).toBeVisible();
  await ben.page.keyboard.press("Escape");
  await sync(ana);
  await expect(ana.page.getByText(/The last sync brought .*1 mark from Ben/)).toBeVisible();
  await expect(door(ana.page, /Nothing to send/)).toBeVisible();
  // What each of them did is theirs, and undo takes back one's own alone.
  await enterArticle(ben.page);
  await ben.page.keyboard.press("ControlOrMeta+z");
  await expect(door(ben.page, /1 change to send/)).toBeVisible();
  await sync(ben);
  await sync(ana);
  await expect(ana.page.getByText(/The last sync brought .*1 change from Ben/)).toBeVisible();
});

/** Renames the first type of the tagset, on another day, in a project that nobody has open. */
const renameType = (home: string, path: string, name: string): Promise<void> =>
  sharedHost.withClient(home, async (client) => {
    const {
      handle: project,
      project: { tagset },
    } = await client.call("project.open", { path, mode: "write" });
    const spanTypes = tagset.spanTypes.map((type, at) => (at === 0 ? { ...type, name } : type));
    const step = { command: "change-tagset", at: new Date().toISOString() };
    const change = { from: tagset, to: { ...tagset, spanTypes } };
    await client.call("project.apply", { project, opId: newId(), step, parts: [], tagset: change });
    await client.call("project.close", { project });
  });

/** How many marks of each person a copy holds. */
const marksIn = (home: string, path: string): Promise<Record<string, number>> =>
  sharedHost.withClient(home, async (client) => {
    const { handle: project, articles } = await client.call("project.open", { path, mode: "read" });
    const article = articles[0]?.id ?? "";
    const { sets } = await client.call("review.sets", { project, article });
    return Object.fromEntries(sets.map(({ annotator, set }) => [annotator.name, set.spans.length]));
  });

test("both are killed while they sync; what both changed of the tagset is decided by one, the other sees it, and both undo", {
  tag: ["@repetition", "@own-host"],
}, async ({ launchApp }) => {
  const { ana, ben, path, copy } = await team(launchApp);
  await mark(ana, text, "The mayor", "1");
  await mark(ben, text, "Her office", "1");
  for (const app of [ana, ben]) {
    await byPalette(app.page, "sync now");
    await app.kill();
  }
  await renameType(ana.home, path, "Person speaking");
  await renameType(ben.home, copy, "Voice heard");
  const anas = await launchApp({ home: ana.home, project: path });
  const bens = await launchApp({ home: ben.home, project: copy });
  for (const { page } of [anas, bens]) await expect(articleBox(page)).toBeVisible();
  await mark(anas, text, "said", "2");
  await sync(anas);
  await sync(bens);
  await bens.page.getByRole("button", { name: "Review each…" }).first().press("Enter");
  const conflicts = bens.page.getByRole("dialog", { name: "Changed here and outside" });
  const row = conflicts.getByRole("listitem");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Person speaking");
  await expect(row).toContainText("Voice heard");
  await expectAccessible(bens.page);
  const standing = await row.getByRole("status").textContent();
  await row.getByRole("button", { name: /^Use the one from/ }).press("Enter");
  await expect(row.getByRole("status")).not.toHaveText(standing ?? "");
  await conflicts.getByRole("button", { name: "All done" }).press("Enter");
  await expect(conflicts.getByText(/Nothing was changed on both sides/)).toBeVisible();
  await bens.page.keyboard.press("Escape");
  const decided = standing?.includes("outside") ? "Voice heard" : "Person speaking";
  const before = standing?.includes("outside") ? "Person speaking" : "Voice heard";
  await sync(bens);
  await sync(anas);
  const typeIn = (home: string, at: string): Promise<string | undefined> =>
    sharedHost.withClient(home, async (client) => {
      const { project } = await client.call("project.open", { path: at, mode: "read" });
      return project.tagset.spanTypes[0]?.name;
    });
  expect(await typeIn(anas.home, path)).toBe(decided);
  await enterArticle(bens.page);
  await bens.page.keyboard.press("ControlOrMeta+z");
  await enterArticle(anas.page);
  await anas.page.keyboard.press("ControlOrMeta+z");
  for (const { page } of [anas, bens]) await expect(door(page, /change.* to send/)).toBeVisible();
  await sync(bens);
  await sync(anas);
  await sync(bens);
  expect(await marksIn(bens.home, copy)).toEqual({ Ana: 1, Ben: 1 });
  expect(await typeIn(anas.home, path)).toBe(before);
  expect(await typeIn(bens.home, copy)).toBe(before);
});
