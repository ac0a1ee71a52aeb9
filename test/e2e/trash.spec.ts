// The trash in the window: an article goes away with its annotations, and comes back with all of them, at once or after a
// restart, also where another window shows it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { expectAccessible, exportOf, openRecent, openText, saved } from "./steps.ts";

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sayso-trash-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = "The mayor said the bridge is safe.\n";

test("an article is put away and taken back, by keyboard, with a restart in between", async ({
  launchApp,
}) => {
  const app = await launchApp();
  const { page } = app;
  const { path, keys } = await openText(app, folder, text);
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await saved(page);

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("put the article in the trash");
  await page.keyboard.press("Enter");
  const banner = page.getByText("is in the trash, with everybody’s annotations of it");
  await expect(banner).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(0);
  await expectAccessible(page);
  expect((await exportOf(app, path)).spans).toEqual([]);
  await page.getByRole("button", { name: "Take back", exact: true }).press("Enter");
  await expect(page.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  await expect(banner).toHaveCount(0);

  await page.getByRole("button", { name: /^State of the article/ }).press("Enter");
  const item = page.getByRole("menuitem", { name: "Put the article in the trash" });
  await expect(page.getByRole("menu").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("End");
  await expect(item).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(banner).toBeVisible();
  const again = await app.restart();
  await openRecent(again);
  await expect(again.getByRole("heading", { name: /^Articles/ })).toBeVisible();
  await again.keyboard.press("ControlOrMeta+k");
  await again.keyboard.type("trash: articles");
  await again.keyboard.press("Enter");
  const dialog = again.getByRole("dialog", { name: "Trash" });
  await expect(dialog.getByRole("listitem")).toContainText(/text.*by Dana Analyst/);
  await expectAccessible(again);
  await dialog.getByRole("button", { name: /^Take back/ }).press("Enter");
  await expect(again.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  expect((await exportOf(app, path)).spans).toEqual(["The mayor: speaker"]);
});
