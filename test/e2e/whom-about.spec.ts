// Whom a claim is about: said by keys alone, an entity that is there and one that is entered, found by it, kept, taken out and taken back.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, openSample, saved } from "./steps.ts";

const slot = (page: Page) => page.locator(".card-form .slot").filter({ hasText: /^About/u });

test("a card says whom its claim is about, by keys, after a reload, and taken back", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  await enterArticle(page);
  await page.keyboard.press("j");
  const about = slot(page);
  await expect(about.getByRole("button", { name: /^Choose whom it is about/u })).toBeVisible();

  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Whom is the claim about?" });
  await expectAccessible(page);
  await dialog.getByRole("searchbox", { name: "Entities" }).fill("norrland wire");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(about.getByRole("button", { name: "Norrland Wire", exact: true })).toBeVisible();

  await enterArticle(page);
  await page.keyboard.press("t");
  await dialog.getByRole("searchbox", { name: "Entities" }).fill("The Bridge Commission");
  await dialog.getByRole("option", { name: "New: The Bridge Commission" }).click();
  await expect(about.getByRole("button", { name: "The Bridge Commission", exact: true })).toBeVisible();
  await saved(page);
  await page.reload();
  await enterArticle(page);
  await expect(slot(page).getByRole("button", { name: "The Bridge Commission", exact: true })).toBeVisible();
  await expectAccessible(page);

  await slot(page).getByRole("button", { name: "Remove Norrland Wire from “About”" }).click();
  await expect(slot(page).getByRole("button", { name: "Norrland Wire", exact: true })).toHaveCount(0);
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(slot(page).getByRole("button", { name: "Norrland Wire", exact: true })).toBeVisible();
});
