import { expect, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, openSample } from "./steps.ts";

test("look", async ({ launchApp }) => {
  const { page } = await openSample(launchApp);
  await page.setViewportSize({ width: 1280, height: 800 });
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+5");
  await page.getByRole("button", { name: "Edit entities as a table" }).click();
  const grid = page.getByRole("grid", { name: "Table of entities" });
  await expect(grid).toBeVisible();
  await page.screenshot({ path: "out/look/grid1.png" });
  await grid.getByRole("rowheader").first().click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("Chair");
  await page.screenshot({ path: "out/look/grid2.png" });
  await page.keyboard.press("Enter");
  await page.waitForTimeout(500);
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await page.screenshot({ path: "out/look/grid3.png" });
  await expectAccessible(page);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("w");
  await page.screenshot({ path: "out/look/grid4.png" });
  await expectAccessible(page);
});
