// From a figure that lies apart between annotators to the disagreement that moves it most, and back, by keyboard.
import { join } from "node:path";
import type { Page } from "playwright/test";
import { writeReviewProject } from "../helpers/review-project.ts";
import { expect, test } from "./fixtures.ts";
import { articleBox, expectAccessible, giveName } from "./steps.ts";

const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("button", { name, exact: true });
const view = (page: Page, name: string) => page.getByRole("main", { name });

test("a figure says how far it lies apart, and leads to the disagreement that moves it most", async ({
  launchApp,
  folder,
}) => {
  const { path } = await writeReviewProject(join(folder, "project"), ["Annabel Quince", "Benvolio Quartz"]);
  const { page } = await launchApp({ project: path });
  await giveName(page, "Annabel Quince");
  await expect(articleBox(page)).toBeVisible();
  await place(page, "Insight").press("Enter");
  const overview = view(page, "Overview");
  await overview.getByRole("button", { name: "Annabel Quince" }).press("Enter");
  const spread = overview.getByRole("button", { name: /^Verbatim words: .* between 2 annotators/ });
  await expect(spread).toBeVisible();
  await expectAccessible(page);

  await spread.press("Enter");
  const between = view(page, "Between annotators");
  await expect(between.getByLabel("Figure", { exact: true })).toHaveValue("verbatim-share");
  await expect(between.getByRole("row", { name: /^Benvolio Quartz/ })).toBeVisible();
  const disagreements = between.getByRole("region", { name: "Open disagreements" });
  await expect(disagreements.getByRole("status")).toHaveText(/^\d+ open disagreements? moves? this figure/);
  const most = disagreements.getByRole("row").nth(1);
  await expect(most.getByRole("cell").last()).toHaveText(/^[\d.]+ points$/);
  await expectAccessible(page, { isRepetition: true });

  await most.getByRole("button").press("Enter");
  await expect(page.getByRole("listbox", { name: "Conflicts" })).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(between.getByLabel("Figure", { exact: true })).toHaveValue("verbatim-share");
});
