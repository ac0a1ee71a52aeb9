// The place of the articles: one filter over list, board and table, kept by a name; and a board on which articles are moved.
import { join } from "node:path";
import type { Page } from "playwright/test";
import { writeReviewProject } from "../helpers/review-project.ts";
import { expect, test } from "./fixtures.ts";
import { articleBox, expectAccessible, giveName } from "./steps.ts";

const column = (page: Page, state: string) =>
  page.getByRole("region", { name: new RegExp(`^${state}`, "u") });
const cards = (page: Page, state: string) => column(page, state).getByRole("listitem");

test("articles are moved on the board, and one filter narrows list, board and table, also by its name", async ({
  launchApp,
  folder,
}) => {
  const review = await writeReviewProject(join(folder, "project"), ["Dana Analyst", "Ben Reviewer"]);
  const { page } = await launchApp({ project: review.path });
  await giveName(page, "Dana Analyst");
  await expect(articleBox(page)).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Alt+8");
  await expect(cards(page, "In progress")).toHaveCount(2);
  await expect(column(page, "In progress").getByText("2 articles")).toBeVisible();
  await expectAccessible(page);

  // By key, with the keyboard going along, and taken back in one action.
  const first = cards(page, "In progress").first().getByRole("button");
  const title = (await first.locator(".board-card-title").textContent()) ?? "";
  await first.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(cards(page, "Done")).toHaveText(new RegExp(title, "u"));
  await expect(cards(page, "Done").getByRole("button")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(cards(page, "In progress")).toHaveCount(2);
  // By mouse.
  await cards(page, "In progress").filter({ hasText: title }).dragTo(column(page, "Needs discussion"));
  await expect(cards(page, "Needs discussion")).toHaveText(new RegExp(title, "u"));

  await page.getByRole("button", { name: "Filter and sort" }).press("Enter");
  await page.getByRole("button", { name: "State: any" }).press("Enter");
  await page.getByRole("menuitemcheckbox", { name: "Needs discussion" }).press("Enter");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByText("1 of 2 articles")).toBeVisible();
  await expect(cards(page, "In progress")).toHaveCount(0);
  await page.getByRole("button", { name: "Saved filters" }).press("Enter");
  await page.getByRole("button", { name: "Save this filter…" }).press("Enter");
  const name = page.getByRole("dialog", { name: "Save filter" }).getByLabel("Name");
  await name.fill("To talk about");
  await name.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Alt+4");
  const rows = page.getByRole("table", { name: "Who annotates what" }).getByRole("rowheader");
  await expect(rows).toHaveText([title]);
  await page.keyboard.press("ControlOrMeta+1");
  const options = page.getByRole("listbox", { name: "Articles" }).getByRole("option");
  await expect(options).toHaveCount(1);
  await page.getByRole("button", { name: "Remove the condition State: Needs discussion" }).press("Enter");
  await expect(options).toHaveCount(2);

  // Another day.
  await page.reload();
  await expect(options).toHaveCount(2);
  await page.getByRole("button", { name: "Saved filters" }).press("Enter");
  await page.getByRole("button", { name: "To talk about", exact: true }).press("Enter");
  await expect(options).toHaveCount(1);
  await expect(options).toHaveText(new RegExp(title, "u"));

  // A day that was typed goes with the filter.
  await page.getByRole("button", { name: "Filter and sort" }).press("Enter");
  const from = page.getByRole("textbox", { name: "From" });
  await from.fill("2030");
  await page.keyboard.press("Escape");
  await expect(options).toHaveText("No article matches.");
  await page.getByRole("button", { name: "Filter and sort" }).press("Enter");
  await expect(from).toHaveValue("2030");
  await from.fill("2031");
  await page.getByRole("button", { name: "Clear the filter" }).press("Enter");
  await expect(from).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(2);
});

test("articles are tagged, found by their tags and shared as a set, and all of it is undone by key", async ({
  launchApp,
  folder,
}) => {
  const review = await writeReviewProject(join(folder, "project"), ["Dana Analyst"]);
  const { page } = await launchApp({ project: review.path });
  await giveName(page, "Dana Analyst");
  await expect(articleBox(page)).toBeVisible();
  const options = page.getByRole("listbox", { name: "Articles" }).getByRole("option");
  await expect(options).toHaveCount(2);
  await page.keyboard.press("Alt+i");
  const about = page.getByRole("dialog", { name: "About the article" });
  await about.getByRole("textbox", { name: "Tags" }).fill("Election");
  await about.getByRole("button", { name: "Save" }).press("Enter");
  await expect(about).toHaveCount(0);
  await expect(options.filter({ hasText: "Election" })).toHaveCount(1);

  // All that are shown, as one step.
  const filterButton = page.getByRole("button", { name: "Filter and sort" });
  await filterButton.press("Enter");
  await page.getByRole("button", { name: "Tag the articles shown…" }).press("Enter");
  const tagging = page.getByRole("dialog", { name: "Tag the articles shown" });
  await tagging.getByRole("textbox", { name: "Add tags" }).fill("waterfront\nElection");
  await expectAccessible(page);
  await tagging.getByRole("button", { name: "Save" }).press("Enter");
  await expect(options.filter({ hasText: "waterfront" })).toHaveCount(2);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(options.filter({ hasText: "waterfront" })).toHaveCount(0);
  await expect(options.filter({ hasText: "Election" })).toHaveCount(1);

  await filterButton.press("Enter");
  await page.getByRole("button", { name: "Tags: any" }).press("Enter");
  await page.getByRole("menuitemcheckbox", { name: "Election" }).press("Enter");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(1);
  await page.getByRole("button", { name: "Saved filters" }).press("Enter");
  await page.getByRole("button", { name: "Save this filter…" }).press("Enter");
  const saving = page.getByRole("dialog", { name: "Save filter" });
  await saving.getByRole("switch", { name: "Share with everyone" }).press("Space");
  await saving.getByLabel("Name").fill("The vote");
  await expectAccessible(page);
  await saving.getByLabel("Name").press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Remove the condition Tags: Election" }).press("Enter");
  await expect(options).toHaveCount(2);
  await page.getByRole("button", { name: "Saved filters" }).press("Enter");
  await expect(page.getByRole("list", { name: "Article sets" })).toHaveText(/The vote/u);
  await page.getByRole("button", { name: "The vote", exact: true }).press("Enter");
  await expect(options).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+z");
  await page.getByRole("button", { name: "Saved filters" }).press("Enter");
  await expect(page.getByRole("list", { name: "Article sets" })).toHaveCount(0);
});
