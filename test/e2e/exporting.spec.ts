// Handing annotations on in another tool's format: what that cannot hold is said before the file is written, and again after it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";
import { expectAccessible, goToPath, openText, pressWhenReady, saved } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

test("the dialog says what a format loses, and the file is as it said", async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  const { keys } = await openText(app, folder, "👍 Venn said that nobody asked.\n");
  await keys.select(keys.find("Venn"));
  await keys.press("1");
  await keys.select(keys.find("that nobody asked"));
  await keys.press("3");
  await saved(page);

  await page.keyboard.press("ControlOrMeta+e");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText("It holds all of this export.")).toBeVisible();
  await dialog.getByLabel("Format", { exact: true }).selectOption({ label: "doccano" });
  const losses = dialog.getByRole("region", { name: "What this format cannot hold" });
  await expect(losses.getByRole("listitem").filter({ hasText: "Who made 2 spans" })).toBeVisible();
  await expectAccessible(page);
  const file = join(folder, "out.jsonl");
  await app.answerDialog(file);
  if (app.driver === "browser") {
    await goToPath(dialog, folder);
    await dialog.getByLabel("File name").fill("out.jsonl");
  }
  const name = app.driver === "browser" ? "Export" : "Choose where…";
  await pressWhenReady(dialog.getByRole("button", { name, exact: true }));
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Who made 2 spans and cards, and when, is left out.")).toBeVisible();
  expect(existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(file, "utf8")).entities).toEqual([
    { id: 1, label: "speaker", start_offset: 2, end_offset: 6 },
    { id: 2, label: "claim", start_offset: 12, end_offset: 29 },
  ]);
});
