// Two windows of one project: in one of them the text is corrected while the other has something that is not saved yet. It comes over to the
// corrected text, and is told there.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { holdSaves } from "./held-saves.ts";
import { type Keyboard, keyboardOn } from "./keyboard.ts";
import { articleBox, enterArticle, mark, openRecent, openText, saved } from "./steps.ts";

const text = "The mayor of Lund said the bridge would close. Nobody was asked.\n";
const corrected = "The mayor of Lund said that the old bridge would close. Nobody was asked.\n";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

async function correct(page: Page): Promise<void> {
  await page.keyboard.press("Alt+e");
  const editor = page.getByRole("textbox", { name: "Text of “" });
  await expect(editor).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(corrected);
  await page.keyboard.press("ControlOrMeta+Enter");
  const summary = page.getByRole("dialog", { name: "What the correction does" });
  await expect(summary.getByText("The text as it is now is kept")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(articleBox(page)).toContainText("the old bridge");
}

// Only the browser host lets a test hold a save back.
test("what another window has not saved when the text is corrected comes over to it", {
  tag: "@browser-host",
}, async ({ launchApp }) => {
  test.slow();
  const app = await launchApp();
  const { page: one } = app;
  const { path, keys } = await openText(app, folder, text);
  await mark(one, keys, "The mayor of Lund", "1");
  await saved(one);
  const two = await app.openWindow(path);
  await openRecent(two);
  await expect(articleBox(two)).toContainText("The mayor");
  await enterArticle(two);
  const other: Keyboard = keyboardOn(two, text);
  const release = await holdSaves(two);
  await mark(two, other, "said", "2");
  await mark(two, other, "Nobody", "1");
  await expect(two.getByRole("status").getByText(/^Saving/)).toBeVisible();

  await correct(one);
  release();
  await expect(articleBox(two)).toContainText("the old bridge");
  await expect(two.getByText("your last 2 changes came over to it")).toBeVisible();
  await expect(two.getByRole("status").getByText(/^Saved/)).toBeVisible();
});
