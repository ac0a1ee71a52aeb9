// The table of article sets: conditions are typed in its cells, a set is made in its last row once it asks something, a block is pasted and a file
// imported, and each entry is taken back.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright/test";
import type { ArticleSet } from "../../shared/model/article-set.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { enterArticle, expectAccessible, openSample } from "./steps.ts";

const setCalled = ({ home }: RunningApp, name: string): ArticleSet | undefined =>
  (
    (JSON.parse(readFileSync(join(home, "sample", "project.json"), "utf8")).articleSets ?? []) as ArticleSet[]
  ).find((one) => one.name === name);

const gridOn = (page: Page): Locator => page.getByRole("grid", { name: "Table of article sets" });
const cellOf = (page: Page, name: string, column: number): Locator =>
  gridOn(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name, exact: true }) })
    .locator(`[aria-colindex="${column}"]`);
const columnAt = { name: 1, words: 2, publishers: 3, tags: 4, from: 5, to: 6 };

/** Puts a text on the clipboard as another program would, and pastes it where the keyboard is. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

test("sets are made, filled in and taken back in their table, and what does not fit is told", async ({
  launchApp,
}) => {
  const app = await openSample(launchApp);
  const { page } = app;
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("Articles: Sets");
  await page.keyboard.press("Enter");
  await expect(gridOn(page)).toBeVisible();
  await expectAccessible(page);

  // The last row makes a set, which waits for a condition.
  await gridOn(page).getByRole("rowheader").last().click();
  await page.keyboard.type("Early spring");
  await page.keyboard.press("Tab");
  await expect(page.getByText(/^Enter a condition in this row as well/u)).toBeVisible();
  expect(setCalled(app, "Early spring")).toBeUndefined();
  await cellOf(page, "Early spring", columnAt.to).click();
  await page.keyboard.type("soon");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(
    "“Early spring”, Until: “soon” does not fit this field.",
  );
  await page.getByRole("textbox", { name: "Early spring, Until" }).fill("2026-03");
  await page.keyboard.press("Enter");
  await expect.poll(() => setCalled(app, "Early spring")?.filter).toEqual({ to: "2026-03" });
  await expect(cellOf(page, "Early spring", columnAt.to)).toHaveText("2026-03");

  // A block over several cells, also below the table.
  await gridOn(page).getByRole("rowheader").last().click();
  await paste(page, "Ports\tport\t\t\t2026\nDelta only\t\tDelta; \\-\n");
  await expect.poll(() => setCalled(app, "Ports")?.filter).toEqual({ words: "port", from: "2026" });
  await expect.poll(() => setCalled(app, "Delta only")?.filter).toEqual({ publishers: ["Delta", ""] });
  await expect(page.getByText("5 cells changed")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => setCalled(app, "Ports")).toBeUndefined();

  await page
    .getByLabel("Import CSV…", { exact: true })
    .and(page.locator("input"))
    .setInputFiles({
      ...{ name: "sets.csv", mimeType: "text/csv" },
      buffer: Buffer.from("name,since,tag\nEarly spring,2026-02,\nEnergy,,energy\n"),
    });
  const dialog = page.getByRole("dialog", { name: "Import values from sets.csv" });
  await expect(dialog.getByText("1 new set", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Import 3 values" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => setCalled(app, "Early spring")?.filter).toEqual({ from: "2026-02", to: "2026-03" });
  await expect.poll(() => setCalled(app, "Energy")?.filter).toEqual({ tags: ["energy"] });

  await cellOf(page, "Energy", columnAt.name).click();
  await page.getByRole("button", { name: "Remove the article set “Energy”" }).press("Enter");
  await expect.poll(() => setCalled(app, "Energy")).toBeUndefined();
});
