// Talk about what people marked differently: begun on Compare and on Decide, with a mention that waits for the other, who answers from
// their own window; resolved and reopened there.
import { join } from "node:path";
import type { Page } from "playwright/test";
import { writeReviewProject } from "../helpers/review-project.ts";
import { expect, type LaunchApp, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, giveName, saved } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const differences = (page: Page) => page.getByRole("listbox", { name: "Conflicts" });
const rows = (page: Page) => page.locator(".opening-row");

async function ask(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Shift+T");
  const field = page.getByRole("textbox", { name: "Start a thread" });
  await expect(field).toBeFocused();
  await page.keyboard.type(`${words}, @re`);
  await expect(page.getByRole("option", { name: "Ben Reviewer" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Enter");
}

/** Dana at a project, with a thread begun on Compare and another on Decide, which wait for Ben. */
async function beginThreads(launchApp: LaunchApp) {
  const review = await writeReviewProject(join(folder, "project"), ["Dana Analyst", "Ben Reviewer"]);
  const app = await launchApp({ project: review.path });
  const { page } = app;
  await giveName(page, "Dana Analyst");
  await expect(articleBox(page)).toBeVisible();

  // On the comparison, about the difference that is shown.
  await page.keyboard.press("ControlOrMeta+Alt+1");
  await expect(differences(page)).toBeVisible();
  await differences(page).focus();
  await page.keyboard.press("j");
  await ask(page, "Why these words");
  await expect(rows(page)).toHaveCount(1);
  await expectAccessible(page, { isRepetition: true });

  // On the conflict that is to be decided.
  await page.keyboard.press("ControlOrMeta+Alt+2");
  await expect(differences(page)).toBeVisible();
  await differences(page).focus();
  await page.keyboard.press("j");
  await ask(page, "Take yours");
  await expect(rows(page)).toHaveCount(2);
  await saved(page);
  // What one asked oneself waits for nobody here.
  await expect(page.getByText(/waits? for you/)).toHaveCount(0);
  return { app, review };
}

test("threads are begun on Compare and on Decide", async ({ launchApp }) => {
  await beginThreads(launchApp);
});

test("threads begun on Compare and Decide wait for whom they mention, and are settled and reopened", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { app, review } = await beginThreads(launchApp);
  await app.stop();

  // Both wait for Ben at his own window.
  const other = await launchApp({ project: review.path });
  const { page: bens } = other;
  await giveName(bens, "Ben Reviewer");
  await expect(articleBox(bens)).toBeVisible();
  await expect(bens.getByRole("button", { name: "2 threads wait for you", exact: true })).toBeVisible();
  await enterArticle(bens);
  await bens.keyboard.press("F9");
  await expect(
    bens.locator(".opening-item.open .remark").getByText(/Why these words|Take yours/),
  ).toBeVisible();

  // Settled, it waits no more; reopened, it does; answered, it does not.
  await bens.keyboard.press("ControlOrMeta+F9");
  await expect(bens.getByRole("button", { name: "1 thread waits for you", exact: true })).toBeVisible();
  await bens.keyboard.press("ControlOrMeta+F9");
  await expect(rows(bens)).toHaveCount(2);
  await bens.keyboard.press("Alt+F9");
  await expect(bens.getByRole("textbox", { name: "Reply" }).first()).toBeFocused();
  await bens.keyboard.type("Because he said so.");
  await bens.keyboard.press("ControlOrMeta+Enter");
  await expect(bens.getByRole("button", { name: "1 thread waits for you", exact: true })).toBeVisible();
  await saved(bens);
});
