// A person looks how alike three people annotated, by keyboard: from the figures to what is behind them, and on to the comparison;
// and writes one of them what the curation changed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeCuratedProject } from "../helpers/curated-project.ts";
import { writeReviewProject } from "../helpers/review-project.ts";
import { expect, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, giveName, goToPath, pressWhenReady } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

test("agreement is measured, and each number leads to its disagreements", async ({ launchApp }) => {
  const { path } = await writeReviewProject(join(folder, "project"), [
    "Ana Lind",
    "Ben Okafor",
    "Cem Arslan",
  ]);
  const app = await launchApp({ project: path });
  const { page } = app;
  await giveName(page, "Ana Lind");
  await enterArticle(page);

  await page.keyboard.press("ControlOrMeta+Alt+3");
  const main = page.getByRole("main", { name: "Agreement" });
  const overview = main.getByRole("table").first();
  await expect(overview.getByRole("row", { name: /^Marks: where, and as what/ })).toBeVisible();
  await expect(overview.getByRole("row", { name: /^Field: / }).first()).toBeVisible();
  await expectAccessible(page);

  // A figure opens exactly its disagreements: as many as the row of the guideline counts.
  const list = main.getByRole("region", { name: "Type of mark" });
  await overview.getByRole("button", { name: /^Type of mark$/ }).press("Enter");
  await overview
    .getByRole("row", { name: /^Type of mark/ })
    .getByRole("button", { name: /Show its disagreements/ })
    .press("Enter");
  await expect(list.getByRole("listitem").first()).toBeVisible();
  const types = main.getByRole("button", { name: /^type \(marks\): (\d+) of \d+ differ/ }).first();
  const counted = /: (\d+) of/.exec((await types.getAttribute("aria-label")) ?? "")?.[1];
  await expect(list.getByRole("listitem")).toHaveCount(Number(counted));

  // Each two, and who says what.
  await expect(main.getByRole("button", { name: /^Ana Lind and Ben Okafor: / }).first()).toBeVisible();
  await main
    .getByRole("button", { name: /^Ana Lind and Ben Okafor: / })
    .first()
    .press("Enter");
  await expect(main.getByRole("region", { name: "Ana Lind, Ben Okafor" })).toBeVisible();
  const confusion = main.getByRole("button", { name: /^Ana Lind: .*; Ben Okafor: / }).first();
  await confusion.scrollIntoViewIfNeeded();
  const cell = await confusion.textContent();
  await confusion.press("Enter");
  await expect(main.locator(".disagreements").getByRole("listitem")).toHaveCount(Number(cell));

  // The formula and the source are a press away.
  await main
    .getByRole("button", { name: /^About Krippendorff/ })
    .first()
    .press("Enter");
  const about = page.getByRole("dialog", { name: /^About Krippendorff/ });
  await expect(about.getByText("Formula")).toBeVisible();
  await expect(about.getByText(/^Krippendorff 20/)).toBeVisible();
  await page.keyboard.press("Escape");
  await main.getByRole("img", { name: /^The article from its beginning/ }).scrollIntoViewIfNeeded();
  await main.getByRole("heading", { name: "Over time" }).scrollIntoViewIfNeeded();

  // Two people alone, and on to the comparison of just one unit.
  await main
    .getByRole("button", { name: /Cem Arslan/ })
    .first()
    .press("Space");
  await expect(main.getByRole("button", { name: /^Ana Lind and Cem Arslan: / })).toHaveCount(0);
  await main
    .getByRole("button", { name: /^Compare: / })
    .first()
    .press("Enter");
  const compare = page.getByRole("main", { name: "Compare" });
  await expect(compare.getByText("The 1 conflict behind a figure")).toBeVisible();
});

test("what the curation changed is written for an annotator as one page", async ({ launchApp }) => {
  const { path } = await writeCuratedProject(join(folder, "project"), ["Ana Lind", "Ben Okafor"]);
  const app = await launchApp({ project: path });
  const { page } = app;
  await giveName(page, "Ben Okafor");
  await enterArticle(page);
  const file = join(folder, "Feedback for Ana Lind.html");
  await app.answerDialog(file);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("write feedback");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Feedback for an annotator" });
  await expect(dialog.getByLabel("For whom")).toHaveValue(/./);
  await expectAccessible(page);
  if (app.driver === "browser") await goToPath(dialog, folder);
  await pressWhenReady(dialog.getByRole("button", { name: /^(Write report|Choose where…)$/ }));
  await expect(dialog).toHaveCount(0);
  const written = readFileSync(file, "utf8");
  expect(written).toContain("<title>Feedback for Ana Lind</title>");
  expect(written).toContain("<del>");
});
