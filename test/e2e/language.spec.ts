// The language: chosen in the settings, there at once in everything that is read, kept over a restart, and changed back.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, expectAccessible } from "./steps.ts";

/** Chooses a language by the field's name in the language before. */
async function choose(page: Page, words: { settings?: string; field: string }, to: string): Promise<void> {
  if (words.settings) await page.getByRole("button", { name: words.settings }).press("Enter");
  else await page.keyboard.press("ControlOrMeta+,");
  const field = page.getByLabel(words.field);
  // Whoever chooses by keyboard stands on the field, and Escape goes from there.
  await field.focus();
  await field.selectOption(to);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

const english = { settings: "Settings", field: "Language" };
const german = { settings: "Einstellungen", field: "Sprache" };

test("German and back, without a restart and over one", async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  await test.step("on the first page", async () => {
    await choose(page, english, "Deutsch");
    await expect(page.locator("html")).toHaveAttribute("lang", /^de/);
    await expect(page.getByRole("heading", { level: 1, name: "Sayso" })).toBeVisible();
    await expect(page.getByText("In Nachrichtenartikeln markieren")).toBeVisible();
    await expectAccessible(page);
  });
  await test.step("in the workbench, the tagset’s own words too", async () => {
    await page.getByRole("button", { name: "Beispielprojekt öffnen" }).press("Enter");
    const article = page.getByRole("textbox", { name: /^Artikel:/ });
    await expect(article).toBeVisible();
    await expect(page.getByRole("heading", { name: /^Artikel/ })).toBeVisible();
    await expect(article.locator("mark[aria-description^=Sprecher]").first()).toBeVisible();
    await expect(page.getByRole("contentinfo").getByTitle(/^Jemand mit einer Stimme/)).toBeVisible();
    await article.focus();
    await page.keyboard.press("j");
    await expect(page.getByLabel("Haltung")).toBeVisible();
    await expectAccessible(page, { isRepetition: true });
  });
  await test.step("with an article open, where what stands beside it follows", async () => {
    await choose(page, { field: german.field }, "English");
    await expect(articleBox(page).locator("mark[aria-description^=Speaker]").first()).toBeVisible();
    await expect(articleBox(page)).toBeFocused();
    await page.setViewportSize({ width: 1400, height: 600 });
    await expect(page.locator(".margin-card.in-focus")).toBeVisible();
    await choose(page, { field: english.field }, "Deutsch");
    await expect(page.locator("html")).toHaveAttribute("lang", /^de/);
  });
  await test.step("after a restart", async () => {
    const again = await app.restart();
    await expect(again.locator("html")).toHaveAttribute("lang", /^de/);
    await expect(again.getByRole("button", { name: /Beispielprojekt öffnen/ })).toBeVisible();
    await choose(again, german, "English");
    await expect(again.locator("html")).toHaveAttribute("lang", /^en/);
    await again.getByRole("button", { name: "Open the sample project" }).press("Enter");
    await expect(articleBox(again)).toBeVisible();
    await expect(articleBox(again).locator("mark[aria-description^=Speaker]").first()).toBeVisible();
  });
});
