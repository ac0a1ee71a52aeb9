// Versions in the window: a state kept under a name, one article restored and that undone, also after a restart, all
// restored, and a version deleted; by keyboard.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, exportOf, mark, openRecent, openText, saved } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const text = "The mayor said the bridge is safe.\n";

async function choose(page: Page, action: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(action);
  await page.keyboard.press("Enter");
}

const dialogIn = (page: Page) => page.getByRole("dialog", { name: "Versions" });

test("a state is saved, restored with one article and with all, taken back, also after a restart", async ({
  launchApp,
}) => {
  const { app, page, path, keys } = await openText(launchApp, folder, text);
  const spans = async () => (await exportOf(app, path)).spans;
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await saved(page);

  await choose(page, "save version");
  const dialog = dialogIn(page);
  await expect(dialog.getByLabel("Name of the version")).toBeFocused();
  await expectAccessible(page, { isRepetition: true });
  await page.keyboard.type("First round");
  await page.keyboard.press("Enter");
  const row = dialog.getByRole("listitem").filter({ hasText: "First round" });
  await expect(row).toContainText(/saved just now by Dana Analyst · 1 article · \d+ kB/);
  await expect(dialog.getByText(/Of each file the 10 latest stay/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await enterArticle(page);
  await keys.select(keys.find("said"));
  await keys.press("2");
  await saved(page);
  expect(await spans()).toEqual(["The mayor: speaker", "said: cue"]);

  // Read beside the article, as it stood then.
  await choose(page, "version history");
  await dialog
    .getByRole("button", { name: "Open beside: the article as “First round” has it" })
    .press("Enter");
  const beside = page.getByRole("complementary", { name: /^Beside the article/ });
  await expect(beside.locator("mark[data-spans]")).toHaveText(["The mayor"]);
  await expect(beside).toContainText("As saved in “First round” by Dana Analyst");
  await expectAccessible(page, { isRepetition: true });
  await page.keyboard.press("Escape");
  await expect(beside).toHaveCount(0);

  await choose(page, "version history");
  await dialog.getByRole("button", { name: "Preview and restore: “First round”" }).press("Enter");
  await dialog.getByRole("radio", { name: "this article" }).press("Space");
  await expect(dialog.getByRole("listitem").filter({ hasText: "text" })).toContainText(
    "your annotations: 1 goes",
  );
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Restore", exact: true }).press("Enter");
  await expect(page.getByText("Restored: First round")).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  expect(await spans()).toEqual(["The mayor: speaker"]);
  await expect(page.getByRole("option", { name: /1 mark\b/ })).toBeVisible();
  // Offered while it is what undo takes back next; once it is taken back nothing says that all is as it was then.
  const report = page.getByRole("status").filter({ hasText: "Restored: First round" });
  const takeBack = report.getByRole("button", { name: "Undo" });
  await enterArticle(page);
  await mark(page, keys, "the bridge is safe", "3");
  await expect(takeBack).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(takeBack).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(report).toHaveCount(0);
  await expect.poll(spans).toEqual(["The mayor: speaker", "said: cue"]);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await takeBack.press("Enter");
  await expect(report).toHaveCount(0);
  await expect.poll(spans).toEqual(["The mayor: speaker", "said: cue"]);
  await saved(page);

  const again = await app.restart();
  await openRecent(again);
  await expect(again.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  await enterArticle(again);
  await again.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(spans).toEqual(["The mayor: speaker"]);
  await again.keyboard.press("ControlOrMeta+z");
  await expect.poll(spans).toEqual(["The mayor: speaker", "said: cue"]);

  await choose(again, "version history");
  const later = dialogIn(again);
  await later.getByRole("button", { name: "Preview and restore: “First round”" }).press("Enter");
  await expect(later.getByRole("listitem").filter({ hasText: "text" })).toContainText("1 goes");
  await later.getByRole("button", { name: "Restore", exact: true }).press("Enter");
  await expect.poll(spans).toEqual(["The mayor: speaker"]);

  await choose(again, "version history");
  await expect(later.getByText("Automatic").first()).toBeVisible();
  await later.getByRole("button", { name: "Preview and restore: “First round”" }).press("Enter");
  await expect(later.getByText("Everything is as it was then")).toBeVisible();
  await expect(later.getByRole("button", { name: "Restore", exact: true })).toBeDisabled();
  await later.getByRole("button", { name: "All versions" }).press("Enter");
  await later.getByRole("button", { name: "Delete the version “First round”" }).press("Enter");
  await expect(later.getByRole("button", { name: "Keep it" })).toBeFocused();
  await expectAccessible(again, { isRepetition: true });
  // Beside it the file that the article came from.
  expect(readdirSync(join(path, "versions"))).toHaveLength(2);
  await later.getByRole("button", { name: "Delete for good" }).press("Enter");
  await expect(later.getByRole("listitem").filter({ hasText: "First round" })).toHaveCount(0);
  await expect.poll(() => readdirSync(join(path, "versions"))).toHaveLength(0);
});
