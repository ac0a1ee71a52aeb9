// The report for those who mend Sayso: what is shown is what is saved, and nothing of an article is in it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { expectAccessible, goToPath, openSample, pressWhenReady } from "./steps.ts";

test("a report is shown whole, and saved as it is shown", async ({ launchApp, folder }) => {
  const app = await openSample(launchApp);
  const { page } = app;
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("save a report");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Save a report" });
  const shown = dialog.getByRole("region", { name: "The report" });
  await expect(shown).toContainText("Sayso");
  await expect(shown).not.toContainText("Harbour Bridge");
  await expectAccessible(page);
  const text = await shown.textContent();
  if (app.driver === "browser") {
    await goToPath(dialog, folder);
    await pressWhenReady(dialog.getByRole("button", { name: "Save the report", exact: true }));
  } else {
    await app.answerDialog(join(folder, "sayso-report.txt"));
    await dialog.getByRole("button", { name: "Choose where…" }).press("Enter");
  }
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Saved the report")).toBeVisible();
  expect(readFileSync(join(folder, "sayso-report.txt"), "utf8").trim()).toBe(text?.trim());
});
