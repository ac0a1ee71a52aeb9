// Two windows that edit the same thing before they hear of each other: the second one’s save is held back until the first
// is done, so that it comes too late for certain. Only the browser host lets a test hold a save back.
import type { Page } from "playwright/test";
import { expect, type LaunchApp, test } from "./fixtures.ts";
import { holdSaves } from "./held-saves.ts";
import { type Keyboard, keyboardOn } from "./keyboard.ts";
import { articleBox, enterArticle, exportOf, openText, saved } from "./steps.ts";

const text = "Today the mayor said the bridge is safe.";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

async function focusOnFirst(keys: Keyboard): Promise<void> {
  for (const key of ["Escape", "Escape", "ControlOrMeta+Home", "Tab"]) await keys.press(key);
}

/** Two windows on one article whose first words are marked as a speaker with an entity, which is in focus in both. */
async function twoWindows(launchApp: LaunchApp) {
  const { app, path, keys } = await openText(launchApp, folder, text);
  await keys.select(keys.find("the mayor"));
  await keys.press("1");
  await keys.press("e");
  await keys.press("Enter");
  await saved(app.page);
  const page = await app.openWindow(path);
  await page
    .getByRole("button", { name: /One text/ })
    .first()
    .press("Enter");
  await expect(articleBox(page)).toContainText(text);
  await enterArticle(page);
  const late = keyboardOn(page, text);
  for (const window of [keys, late]) await focusOnFirst(window);
  return { app, path, early: { page: app.page, keys }, late: { page, keys: late } };
}

const overtaken = (page: Page) => page.getByRole("dialog", { name: "1 change could not be kept" });

test("of two edits of one span the first stays, and the second is shown and can be made again", async ({
  launchApp,
}) => {
  const { app, path, early, late } = await twoWindows(launchApp);
  const release = await holdSaves(late.page);
  await late.keys.press("2");
  await late.keys.select(late.keys.find("said"));
  await late.keys.press("2");
  await early.keys.press("4");
  await saved(early.page);
  release();
  await expect(overtaken(late.page)).toContainText("1 mark changed");
  await late.keys.press("Escape");
  await expect(overtaken(late.page)).toHaveCount(0);
  await saved(late.page);
  await expect(early.page.getByText(/2 marks/).first()).toBeVisible();
  expect((await exportOf(app, path)).spans).toEqual(["the mayor: source", "said: cue"]);
  await expect(articleBox(late.page)).toBeFocused();
  await late.keys.select(late.keys.find("the mayor"));
  await late.keys.press("1");
  await saved(late.page);
  expect((await exportOf(app, path)).spans).toContain("the mayor: speaker");
});

test("of two edits of one entity the first stays in both windows, and the second is shown", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { app, path, early, late } = await twoWindows(launchApp);
  const nameIn = (page: Page) => page.getByRole("textbox", { name: "Name", exact: true });
  const rename = async (page: Page, name: string): Promise<void> => {
    await page.getByRole("button", { name: "Edit", exact: true }).press("Enter");
    await nameIn(page).fill(name);
    await nameIn(page).press("Enter");
  };
  const release = await holdSaves(late.page);
  await rename(late.page, "Ines");
  await rename(early.page, "Mayor Duarte");
  await saved(early.page);
  release();
  await expect(overtaken(late.page)).toContainText("1 entity changed");
  await late.page.keyboard.press("Escape");
  await expect(nameIn(late.page)).toHaveValue("Mayor Duarte");
  expect((await exportOf(app, path)).entities).toEqual(["Mayor Duarte: person"]);
});
