// Takes the pictures that README and the papers show, of the sample project and of a review by three people.
import { join } from "node:path";
import type { Page } from "playwright/test";
import { repository } from "../e2e/drivers.ts";
import { expect, test } from "../e2e/fixtures.ts";
import { articleBox, enterArticle, giveName, saved } from "../e2e/steps.ts";
import { writeReviewProject } from "../helpers/review-project.ts";

/** Once nothing moves any more, with the pointer out of the way. */
async function takePicture(page: Page, name: string): Promise<void> {
  await page.mouse.move(640, 10);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({
    path: join(repository, "docs/screenshots", `${name}.png`),
    animations: "disabled",
    caret: "hide",
  });
}

async function chooseTheme(page: Page, theme: string): Promise<void> {
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: theme }).click();
}

test("the first page, and the sample in each theme", async ({ launchApp }) => {
  const { page } = await launchApp();
  await page.setViewportSize({ width: 1280, height: 800 });
  const sample = page.getByRole("button", { name: "Open the sample project" });
  await expect(sample).toBeVisible();
  await takePicture(page, "welcome-light");
  await sample.click();
  await enterArticle(page);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("j");
  await expect(page.getByRole("button", { name: "3 to do" })).toBeVisible();
  for (const theme of ["Light", "Dark", "High contrast"]) {
    await chooseTheme(page, theme);
    await takePicture(page, `workbench-${theme.toLowerCase().replace(" ", "-")}`);
  }
});

test("three people’s sets, of which one is being decided", async ({ launchApp, folder }) => {
  const names = ["Dana Analyst", "Mika Berg", "Noor Aziz"];
  const { path } = await writeReviewProject(join(folder, "project"), names);
  const { page } = await launchApp({ project: path });
  await page.setViewportSize({ width: 1280, height: 800 });
  await giveName(page, names[0] ?? "");
  await expect(articleBox(page)).toBeVisible();
  await chooseTheme(page, "Light");
  await page.keyboard.press("ControlOrMeta+Alt+2");
  const conflicts = page.getByRole("listbox", { name: "Conflicts" });
  await expect(conflicts).toBeVisible({ timeout: 40_000 });
  await conflicts.getByRole("option").first().click();
  for (const key of ["2", "3"]) await page.keyboard.press(key);
  await saved(page);
  await takePicture(page, "decide-light");
});
