// Finding and tagging all by keyboard: in the article, in the project, with what is left out; and what a search meets: a
// pattern that cannot be read, one that never ends, ten thousand hits.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { articleBox, bringIn, enterArticle, expectAccessible, openText, saved } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const first = "Mayor Prado spoke. Prado’s friends agreed. Pradoville slept, and Prado left.";
const hits = (page: Page) =>
  page.getByRole("list", { name: "Hits" }).getByRole("checkbox", { name: /, in: / });
const spans = (page: Page, words: string) =>
  expect(page.getByRole("contentinfo").getByRole("button", { name: words })).toBeVisible();
const field = (page: Page) => page.getByRole("textbox", { name: /to find$/ });

test("all places of a name are tagged in one step, in the article and in the project", async ({
  launchApp,
}) => {
  const { app, page, keys } = await openText(launchApp, folder, first);

  // By the words of the span in focus; the one in “Pradoville” is no whole word.
  await keys.select(keys.find("Prado"));
  await keys.press("1");
  await keys.press("Tab");
  await keys.press("a");
  await expect(hits(page)).toHaveCount(3);
  await expect(page.getByRole("list", { name: "Hits" }).getByText("Marked as Speaker")).toHaveCount(1);
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: "Tag 2 hits: Speaker" })).toBeEnabled();
  await hits(page).nth(2).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Tag 1 hit: Speaker" }).press("Enter");
  await spans(page, "2 marks");
  await page.keyboard.press("Control+z");
  await spans(page, "1 mark");

  // Enter shows a hit in the article, where it can be marked by itself.
  await hits(page).nth(1).press("Enter");
  await expect.poll(() => page.evaluate(() => CSS.highlights.has("found-current"))).toBe(true);
  await enterArticle(page);
  await page.keyboard.press("F3");
  await page.keyboard.press("4");
  await spans(page, "2 marks");
  await page.keyboard.press("Control+z");

  // Over all articles of the project: one step, which is taken back as one, after a restart too.
  const file = join(folder, "second.txt");
  writeFileSync(file, "Prado and PRADO and Prado.");
  await bringIn(app, file);
  await expect(articleBox(page)).toContainText("PRADO");
  await page.keyboard.press("Control+Shift+f");
  await field(page).fill("prado");
  await expect(hits(page)).toHaveCount(6);
  await field(page).press("ArrowDown");
  await expect(page.getByRole("list", { name: "Hits" }).locator(":focus")).toHaveCount(1);
  await page.getByRole("button", { name: "Tag 5 hits: Speaker" }).press("Enter");
  await spans(page, "3 marks");
  await expect(page.getByRole("button", { name: "Nothing left to tag" })).toBeVisible();
  // The button has nothing more to do; what stands beside it has the keyboard.
  await expect(page.getByLabel("Refers to")).toBeFocused();
  // Where somebody is is kept once they rest.
  await page.waitForTimeout(600);
  const again = await app.restart();
  await again
    .getByRole("button", { name: /One text/ })
    .first()
    .press("Enter");
  await expect(articleBox(again)).toBeVisible();
  await spans(again, "3 marks");
  await enterArticle(again);
  await again.keyboard.press("Control+z");
  await spans(again, "0 marks");
  await again.keyboard.press("Control+Shift+f");
  await field(again).fill("Prado");
  await again.getByRole("button", { name: "Whole words" }).press("Space");
  await expect(again.getByRole("button", { name: "Tag 5 hits: Speaker" })).toBeVisible();
  // What is taken back and done again in the other article is known at once.
  await enterArticle(again);
  await again.keyboard.press("Control+Shift+z");
  await expect(again.getByRole("button", { name: "Nothing left to tag" })).toBeVisible();
  await again.keyboard.press("Control+z");
  await expect(again.getByRole("button", { name: "Tag 5 hits: Speaker" })).toBeVisible();
});

test("a search that goes wrong says so and loses nothing", async ({ launchApp }) => {
  const { page, keys } = await openText(launchApp, folder, `${"x".repeat(64)}!`);
  await keys.press("Control+f");
  await page.getByRole("button", { name: "Regular expression" }).press("Space");

  await field(page).fill("(ha");
  await expect(page.getByText("The pattern cannot be read: Unterminated group.")).toBeVisible();
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");

  await field(page).fill("(x+)+y");
  await expect(page.getByText(/^The pattern took more than 3 seconds and was stopped/)).toBeVisible();

  await page.getByRole("button", { name: "Regular expression" }).press("Space");
  await field(page).fill("nowhere");
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await field(page).fill("");
  await expect(hits(page)).toHaveCount(0);
});

test("more hits than are shown are said, and tagged and taken back at once", { tag: "@repetition" }, async ({
  launchApp,
}) => {
  const { page, keys } = await openText(launchApp, folder, "ha ha ha ha ha ha ha ha ha ha\n".repeat(1_005));
  await keys.press("Control+f");
  await field(page).fill("ha");
  await expect(page.getByText(/^There are more: the first 10,000 hits are shown/)).toBeVisible();
  await page.getByRole("button", { name: "Tag 10,000 hits: Speaker" }).press("Enter");
  await spans(page, "10,000 marks");
  await saved(page);
  await page.keyboard.press("Control+z");
  await spans(page, "0 marks");
  await saved(page);
});
