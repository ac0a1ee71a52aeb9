// An article that the project has already: nothing comes in before somebody has said whether the one that is there is meant.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { articleBox, bringIn, expectAccessible, openText } from "./steps.ts";

const text = "The harbour will open in May, Mayor Ana Ruiz said on Tuesday.\n";

test("a text that is there already is opened, or imported again, by one button", async ({
  launchApp,
  folder,
}) => {
  const { app, page } = await openText(launchApp, folder, text);
  const again = join(folder, "again.txt");
  writeFileSync(again, text);
  const articles = page.getByRole("listbox", { name: /articles/i }).getByRole("option");
  await expect(articles).toHaveCount(1);

  await bringIn(app, again);
  await expect(page.getByText(/^The project already has the article “/u)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open the existing article" }).press("Enter");
  await expect(articleBox(page)).toBeVisible();
  await expect(articles).toHaveCount(1);

  // What was pasted is kept until it is in, also where that was asked about.
  const dialog = page.getByRole("dialog", { name: "Import article", exact: true });
  const field = dialog.getByLabel("Or paste its text");
  await page.keyboard.press("ControlOrMeta+i");
  await field.fill(text);
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.getByRole("button", { name: "Dismiss" }).press("Enter");
  await page.keyboard.press("ControlOrMeta+i");
  await expect(field).toHaveValue(text);
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.getByRole("button", { name: "Import again" }).press("Enter");
  await expect(articles).toHaveCount(2);
  await page.keyboard.press("ControlOrMeta+i");
  await expect(field).toHaveValue("");
});
