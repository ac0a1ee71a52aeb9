// Who annotates what: assigned by keyboard and by draw, taken back, and gone by.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import type { Assignment } from "../../shared/model/assignment.ts";
import { writeReviewProject } from "../helpers/review-project.ts";
import { expect, test } from "./fixtures.ts";
import { articleBox, enterArticle, expectAccessible, giveName } from "./steps.ts";

const cell = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}: `) });
const assignedIn = (path: string): readonly Assignment[] =>
  JSON.parse(readFileSync(join(path, "project.json"), "utf8")).assignments ?? [];

test("articles are assigned by keyboard and by a draw, taken back, and the next one is one's own", async ({
  launchApp,
  folder,
}) => {
  const review = await writeReviewProject(join(folder, "project"), ["Dana Analyst", "Ben Reviewer"]);
  const app = await launchApp({ project: review.path });
  const { page } = app;
  await giveName(page, "Dana Analyst");
  await expect(articleBox(page)).toBeVisible();
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+Alt+4");
  const table = page.getByRole("table", { name: "Who annotates what" });
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(cell(page, "Ben Reviewer").first()).toHaveText("In progress");
  await expectAccessible(page);

  // Somebody who never opened the project is entered, and assigned the first article by keyboard.
  await page.getByRole("button", { name: "Add a person…" }).press("Enter");
  const name = page.getByRole("dialog", { name: "Add a person…" }).getByLabel("Name");
  await name.fill("Cem");
  await name.press("Enter");
  await expect(cell(page, "Cem").first()).toHaveAccessibleName("Cem: not assigned");
  await table.getByRole("rowheader").first().getByRole("button").focus();
  await page.keyboard.press("End");
  await expect(cell(page, "Cem").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(cell(page, "Cem").first()).toHaveAccessibleName("Cem: Assigned");
  expect(assignedIn(review.path)).toHaveLength(1);
  await page.keyboard.press("Enter");
  await expect(cell(page, "Cem").first()).toHaveAccessibleName("Cem: not assigned");
  expect(assignedIn(review.path)).toEqual([]);

  // A draw shows what comes out, is the same for the same seed, and is taken back in one action.
  await page.getByRole("button", { name: "Draw a sample…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Draw a sample" });
  await dialog.getByLabel("Seed").fill("spring");
  await expect(dialog.locator(".draw-preview")).toContainText(
    "1 article of the 2 shown on the page for several people; 3 new assignments.",
  );
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Assign" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => assignedIn(review.path).length).toBe(3);
  expect(new Set(assignedIn(review.path).map(({ seed }) => seed))).toEqual(new Set(["spring"]));
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => assignedIn(review.path)).toEqual([]);
  await expect(page.getByText("Undone: the assignments are as they were before.")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(() => assignedIn(review.path).length).toBe(3);

  // It is a step of the history, also after a restart.
  await page.reload();
  await expect(table).toBeVisible();
  await page.keyboard.press("Escape");
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => assignedIn(review.path)).toEqual([]);
  await page.keyboard.press("ControlOrMeta+Alt+4");
  await expect(table.getByRole("row")).toHaveCount(3);

  // All of one person's at once; the filter shows theirs.
  await page.getByRole("button", { name: "Work of Cem" }).press("Enter");
  await page.getByRole("menuitem", { name: "Assign all articles shown" }).press("Enter");
  await expect.poll(() => assignedIn(review.path).length).toBe(2);

  // What is assigned to one is what one goes to next.
  await cell(page, "Dana Analyst").nth(1).press("Enter");
  await expect.poll(() => assignedIn(review.path).length).toBe(3);
  const own = review.articles.find(({ article }) =>
    assignedIn(review.path).some(
      (one) => one.article === article.id && one.annotator === review.annotators[0]?.id,
    ),
  );
  await table.getByRole("rowheader").first().getByRole("button").press("o");
  await expect(articleBox(page)).toBeVisible();
  await enterArticle(page);
  await page.keyboard.press("Alt+a");
  await expect(page).toHaveTitle(new RegExp(`^${own?.article.title}`, "u"));
});

test("articles are shown before it is known how far everybody is, and assigned only afterwards", {
  tag: "@browser-host",
}, async ({ launchApp, folder }) => {
  const review = await writeReviewProject(join(folder, "project"), ["Dana Analyst", "Ben Reviewer"]);
  const { page } = await launchApp({ project: review.path });
  await giveName(page, "Dana Analyst");
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/call", async (route) => {
    if (route.request().postDataJSON().name === "project.progress") await answered;
    await route.continue();
  });
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+Alt+4");
  const table = page.getByRole("table", { name: "Who annotates what" });
  await expect(table.getByRole("row")).toHaveCount(3);
  const ben = cell(page, "Ben Reviewer").first();
  await expect(ben).toHaveAccessibleName("Ben Reviewer: being read");
  await expectAccessible(page);
  const head = await table.getByRole("row").first().boundingBox();
  await ben.press("Enter");
  answer();
  await expect(ben).toHaveAccessibleName("Ben Reviewer: In progress, though not assigned");
  expect(assignedIn(review.path)).toEqual([]);
  // What comes moves nothing, and the key that did nothing before assigns now.
  expect(await table.getByRole("row").first().boundingBox()).toEqual(head);
  await ben.press("Enter");
  await expect.poll(() => assignedIn(review.path).length).toBe(1);
});
