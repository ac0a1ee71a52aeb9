// Every page, view and dialog as axe sees it, with the sample project open, and the contrast of every theme.
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, giveName } from "./steps.ts";

test("no page and no dialog stands in anybody's way", async ({ launchApp, driver }) => {
  test.slow();
  const { page } = await launchApp();
  const look = () => expectAccessible(page, { targets: true });
  await test.step("the welcome page", look);
  await test.step("the question for the name", async () => {
    await page.getByRole("button", { name: "Open the sample project" }).press("Enter");
    await expect(page.getByRole("dialog", { name: "Your name" })).toBeVisible();
    await look();
    await giveName(page, "Dana Analyst");
    await expect(articleBox(page)).toBeVisible();
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
  test.slow();
  const { page } = await launchApp();
  await page.getByRole("button", { name: "Open the sample project" }).press("Enter");
  await giveName(page, "Dana Analyst");
  await expect(articleBox(page)).toBeVisible();
  for (const view of await page.getByRole("radiogroup", { name: "Sidebar" }).getByRole("radio").all()) {
    if (!(await view.isChecked())) await view.click();
    await expect(view).toBeChecked();
    await expectAccessible(page, { targets: true });
  }
});
