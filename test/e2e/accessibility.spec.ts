// Every page, view and dialog as axe sees it, with the sample project open, and the contrast of every theme.
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, giveName, openSample } from "./steps.ts";

test("no page and no dialog stands in anybody's way", async ({ launchApp, driver }) => {
  const { page } = await launchApp();
  const look = () => expectAccessible(page, { targets: true });
  await test.step("the welcome page", look);
  await test.step("the question for the name", async () => {
    await page.getByRole("button", { name: "Open the sample project" }).press("Enter");
    await expect(articleBox(page)).toBeVisible();
    await enterArticle(page);
    await expect(async () => {
      await page.keyboard.press("g");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("dialog", { name: "Your name" })).toBeVisible({ timeout: 500 });
    }).toPass();
    await look();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await giveName(page, "Dana Analyst");
  });
  await test.step("the workbench with nothing in focus", look);
  await test.step("the workbench with a span and a card in focus", async () => {
    await enterArticle(page);
    await page.keyboard.press("Tab");
    await look();
    await page.keyboard.press("j");
    await look();
  });
  const held = ["i", "e", "k", ","].map((key) => `ControlOrMeta+${key}`);
  const dialogs = ["?", "l", "i", "e", ...held];
  // The desktop application opens projects by the system's own dialog.
  if (driver === "browser") dialogs.push("ControlOrMeta+o");
  for (const key of dialogs)
    await test.step(`the dialog behind ${key}`, async () => {
      // Not every key applies to every span: on to the next one until it does.
      await expect(async () => {
        await page.keyboard.press("Tab");
        await page.keyboard.press(key);
        await expect(page.getByRole("dialog")).toBeVisible({ timeout: 500 });
      }).toPass();
      await look();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    });
});

test("no view of the sidebar stands in anybody's way", async ({ launchApp }) => {
  const { page } = await launchApp();
  await page.getByRole("button", { name: "Open the sample project" }).press("Enter");
  await giveName(page, "Dana Analyst");
  await expect(articleBox(page)).toBeVisible();
  /** Each of the place that is shown, which has a view of its own where it has none. */
  const lookAtTabs = async (): Promise<void> => {
    const tabs = page.locator(".place-tabs button");
    const count = await tabs.count();
    if (count === 0) await expectAccessible(page, { targets: true });
    for (let at = 0; at < count; at += 1) {
      await tabs.nth(at).click();
      await expectAccessible(page, { targets: true });
    }
  };
  for (const name of ["Articles", "Article", "People & sources", "Find", "Guideline"]) {
    const place = page.getByRole("navigation", { name: "Places" }).getByRole("button", { name, exact: true });
    if ((await place.getAttribute("aria-current")) === null) await place.click();
    await expect(place).toHaveAttribute("aria-current", "true");
    await lookAtTabs();
  }
});

test("where the system forces dark colours, what is chosen and what lies over the page have edges", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  const place = page.getByRole("navigation", { name: "Places" }).getByRole("button", { name: "Articles" });
  await expect(place).toHaveAttribute("aria-current", "true");
  await expect(place).toHaveCSS("outline-style", "none");
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(place).toHaveCSS("outline-style", "solid");
  await page.keyboard.press("ControlOrMeta+,");
  await expect(page.locator(".modal")).toHaveCSS("outline-style", "solid");
  const chosen = page.locator(".segmented-option").filter({ has: page.locator(":checked") });
  await expect(chosen.last()).toHaveCSS("outline-style", "solid");
});
