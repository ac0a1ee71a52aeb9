// What an import or the like did: said without moving what is read, gone once somebody goes on, and found again.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import { articleBox, bringIn, enterArticle, expectAccessible, openText, saved } from "./steps.ts";

const text = "The mayor said the bridge is safe. The council disagreed.";
const foot = (page: Page) => page.locator(".at-foot");
const said = (page: Page) => foot(page).getByText("57 characters, kept exactly as they came.");

test("that all went well moves nothing that is read, goes with the next mark, and is shown again by button and command", async ({
  launchApp,
  folder,
}) => {
  const { app, page } = await openText(launchApp, folder, "Another article.");
  const file = join(folder, "second.txt");
  writeFileSync(file, text);
  await bringIn(app, file);
  const keys = keyboardOn(page, text);
  await expect(said(page)).toBeVisible();
  await expectAccessible(page);
  const place = () => articleBox(page).boundingBox();
  const before = await place();
  await foot(page).getByRole("button", { name: "Dismiss" }).press("Enter");
  await expect(said(page)).toHaveCount(0);
  expect(await place()).toEqual(before);

  const again = page.getByRole("button", { name: "Show the last message again" });
  await again.press("Enter");
  await expect(said(page)).toBeVisible();
  await expect(again).toHaveCount(0);
  await enterArticle(page);
  await keys.select(keys.find("The mayor"));
  await expect(said(page)).toBeVisible();
  await keys.press("1");
  await saved(page);
  await expect(said(page)).toHaveCount(0);
  await expectAccessible(page, { isRepetition: true });

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("last message");
  await page.keyboard.press("Enter");
  await expect(foot(page).getByRole("button", { name: "Dismiss" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said(page)).toHaveCount(0);
});

test("what asks for a look stays while one goes on working", {
  tag: "@repetition",
}, async ({ launchApp, folder }) => {
  const { app, page, keys } = await openText(launchApp, folder, text);
  const copy = join(folder, "copy.txt");
  writeFileSync(copy, text);
  await bringIn(app, copy);
  const look = foot(page).getByRole("alert").filter({ hasText: "already has the article" });
  await expect(look).toBeVisible();
  await enterArticle(page);
  await keys.select(keys.find("The council"));
  await keys.press("1");
  await saved(page);
  await expect(page.getByRole("button", { name: "1 mark", exact: true })).toBeVisible();
  await expect(look).toBeVisible();
});
