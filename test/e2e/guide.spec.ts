// The guide in the window, and what `?` says of the place where one is.
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, openSample } from "./steps.ts";

const guide = (page: Page, name = "Guide") => page.getByRole("main", { name });
const contents = (page: Page) => guide(page).getByRole("navigation", { name: "Contents" });
const keysDialog = (page: Page) => page.getByRole("dialog", { name: "Keys" });
const here = (page: Page) => keysDialog(page).getByRole("region", { name: "What you can do here" });

test("the guide opens from the first page and goes back to it", async ({ launchApp }) => {
  const { page } = await launchApp();
  await page.getByRole("button", { name: "Open the guide" }).press("Enter");
  await expect(guide(page).getByRole("heading", { level: 1, name: "Guide" })).toBeVisible();
  await expect(guide(page).locator("[data-hint='Tag as Claim']").first()).toHaveText("3");
  await expect(guide(page).getByRole("region", { name: "Text of the guide" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: "Sayso" })).toBeVisible();
});

test("? says what can be done here and leads to the guide, which has the keys as they are set, finds words and goes back", async ({
  launchApp,
}) => {
  const { page } = await openSample(launchApp);
  await page.setViewportSize({ width: 1280, height: 720 });

  await test.step("what can be done here", async () => {
    await page.keyboard.press("?");
    await expect(here(page)).toContainText("No mark or card in focus");
    await expect(here(page)).toContainText("Next or previous cardJK");
    await expect(here(page)).not.toContainText("Delete the mark or card in focus");
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("?");
    await expect(here(page)).toContainText("Card: ");
    await expect(here(page)).toContainText("Delete the mark or card in focusBackspace");
    await expectAccessible(page, { isRepetition: true });
    await page.keyboard.type("next card");
    await expect(here(page)).not.toContainText("Delete the mark or card in focus");
    await keysDialog(page).getByRole("button", { name: "J, change this key of: Next card" }).press("Enter");
    await page.keyboard.press("z");
    await expect(
      keysDialog(page).getByRole("button", { name: "Z, change this key of: Next card" }),
    ).toBeVisible();
  });

  await test.step("the guide, with that key", async () => {
    await here(page).getByRole("button", { name: "Open the guide" }).press("Enter");
    await expect(keysDialog(page)).toHaveCount(0);
    await expect(guide(page).locator("[data-hint='Next card']").first()).toHaveText("Z");
    await expectAccessible(page);
  });

  await test.step("contents and links", async () => {
    const title = guide(page).getByRole("heading", { level: 2, name: "Your first article" });
    await guide(page).getByRole("link", { name: "your first article", exact: true }).click();
    await expect(title).toBeFocused();
    await page.keyboard.press("F6");
    await expect(contents(page).getByRole("link", { name: "Guide" })).toBeFocused();
    await page.keyboard.press("End");
    await expect(contents(page).getByRole("link", { name: "Export" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(guide(page).getByRole("heading", { level: 2, name: "Export" })).toBeFocused();
    await expect(guide(page).getByRole("heading", { level: 2, name: "Export" })).toBeInViewport();
  });

  await test.step("words are found, whatever their case and accents", async () => {
    await page.keyboard.press("ControlOrMeta+f");
    await expect(guide(page).getByRole("searchbox", { name: "Search the guide" })).toBeFocused();
    await page.keyboard.type("DOCUMENT lockéd");
    await expect(contents(page).getByRole("status")).toHaveText(/^Found in \d+ sections?$/);
    await expect(contents(page).getByRole("link").first()).toHaveText("Import");
    await expect(contents(page).getByRole("link", { name: "Export" })).toHaveCount(0);
    await expect(guide(page).locator("mark", { hasText: "locked" }).first()).toBeInViewport();
    await page.keyboard.type(" xyzzy");
    await expect(contents(page).getByRole("status")).toHaveText("Nothing found");
    await page.keyboard.press("Escape");
    await expect(contents(page).getByRole("link", { name: "Export" })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("back where one was, from a page too", async () => {
    await expect(articleBox(page)).toBeFocused();
    await expect(page.getByText(/^card 1 of/)).toBeVisible();
    await page.keyboard.press("ControlOrMeta+Alt+4");
    await expect(page.getByRole("main", { name: "Table" })).toBeVisible();
    await page.keyboard.press("Shift+F1");
    await expect(guide(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("main", { name: "Table" })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("by other words, in German", async () => {
    await enterArticle(page);
    await page.keyboard.press("ControlOrMeta+k");
    const firstOption = (name: string) => page.getByRole("dialog", { name }).getByRole("option").first();
    for (const words of ["manual", "help"]) {
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(words);
      await expect(firstOption("Command palette")).toHaveAccessibleName(/^Open the guide/);
    }
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("language: deutsch");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", /^de/);
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("handbuch");
    await expect(firstOption("Befehlspalette")).toHaveAccessibleName(/^Handbuch öffnen/);
    await page.keyboard.press("Enter");
    await expect(
      guide(page, "Handbuch").getByRole("heading", { level: 2, name: "Hinzufügen" }),
    ).toBeAttached();
    await expect(guide(page, "Handbuch").locator("[data-hint='Nächste Karte']").first()).toHaveText("Z");
    await expectAccessible(page, { isRepetition: true });
  });
});
