// Every page and dialog in every theme, as axe sees it, with the sample project open.
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, giveName } from "./steps.ts";

const themes = ["Light", "Dark", "High contrast"] as const;

for (const theme of themes)
  test(`nothing stands in anybody's way in ${theme.toLowerCase()}`, async ({ launchApp, driver }) => {
    test.slow();
    const { page } = await launchApp();
    await test.step("the welcome page", async () => {
      await page.getByRole("button", { name: /theme/i }).press("Enter");
      await page.getByRole("menuitemradio", { name: theme }).click();
      await expectAccessible(page);
    });
    await test.step("the question for the name", async () => {
      await page.getByRole("button", { name: "Open the sample project" }).press("Enter");
      await expect(page.getByRole("dialog", { name: "Your name" })).toBeVisible();
      await expectAccessible(page);
      await giveName(page, "Dana Analyst");
      await expect(articleBox(page)).toBeVisible();
    });
    await test.step("the workbench with nothing in focus", () => expectAccessible(page));
    await test.step("the workbench with a span and a card in focus", async () => {
      await enterArticle(page);
      await page.keyboard.press("Tab");
      await expectAccessible(page);
      await page.keyboard.press("j");
      await expectAccessible(page);
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
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toHaveCount(0);
      });
  });

for (const theme of themes)
  test(`no view of the sidebar stands in anybody's way in ${theme.toLowerCase()}`, async ({ launchApp }) => {
    test.slow();
    const { page } = await launchApp();
    await page.getByRole("button", { name: /theme/i }).press("Enter");
    await page.getByRole("menuitemradio", { name: theme }).click();
    await page.getByRole("button", { name: "Open the sample project" }).press("Enter");
    await giveName(page, "Dana Analyst");
    await expect(articleBox(page)).toBeVisible();
    for (const view of await page.getByRole("radiogroup", { name: "Sidebar" }).getByRole("radio").all()) {
      if (!(await view.isChecked())) await view.click();
      await expect(view).toBeChecked();
      await expectAccessible(page);
    }
  });
