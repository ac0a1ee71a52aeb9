// Handing annotations on in another tool's format: what that cannot hold is said before the file is written, and again after it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unpackZip } from "../../shared/files/zip.ts";
import { expect, test } from "./fixtures.ts";
import { expectAccessible, goToPath, openText, pressWhenReady, saved, typePath } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

test("the dialog says what a format loses, and the file is as it said, with that list beside it", async ({
  launchApp,
}) => {
  const { app, page, keys } = await openText(launchApp, folder, "👍 Venn said that nobody asked.\n");
  await keys.select(keys.find("Venn"));
  await keys.press("1");
  await keys.select(keys.find("that nobody asked"));
  await keys.press("3");
  await saved(page);

  await page.keyboard.press("ControlOrMeta+e");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText("Nothing is lost in this format.")).toBeVisible();
  await dialog.getByLabel("Format", { exact: true }).selectOption({ label: "doccano" });
  const losses = dialog.getByRole("region", { name: "What this format cannot hold" });
  await expect(
    losses.getByRole("listitem").filter({ hasText: "When and how 2 marks and cards were made" }),
  ).toBeVisible();
  await dialog.getByText("Save this list with the export").click();
  await expectAccessible(page);
  const file = join(folder, "out.jsonl");
  await app.answerDialog(file);
  if (app.driver === "browser") {
    await typePath(dialog, join(folder, "nowhere"));
    await dialog.getByLabel("File name").fill("out.jsonl");
    await pressWhenReady(dialog.getByRole("button", { name: "Export", exact: true }));
    await expect(dialog.getByRole("alert")).toBeVisible();
    await typePath(dialog, folder);
  }
  const name = app.driver === "browser" ? "Export" : "Choose where…";
  await pressWhenReady(dialog.getByRole("button", { name, exact: true }));
  await expect(dialog).toBeHidden();
  await expect(page.getByText("When and how 2 marks and cards were made is not exported.")).toBeVisible();
  expect(existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(file, "utf8")).entities).toEqual([
    { id: 1, label: "speaker", start_offset: 2, end_offset: 6 },
    { id: 2, label: "claim", start_offset: 12, end_offset: 29 },
  ]);
  const { losses: lost } = JSON.parse(readFileSync(`${file}.report.json`, "utf8"));
  expect(lost.length).toBeGreaterThan(0);
});

test("some articles go into a folder as PDF", {
  tag: "@each-host",
}, async ({ launchApp }) => {
  const { app, page, keys } = await openText(launchApp, folder, "👍 Venn said that nobody asked.\n");
  await keys.select(keys.find("Venn"));
  await keys.press("1");
  await saved(page);

  await page.keyboard.press("ControlOrMeta+e");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByLabel("Format", { exact: true }).selectOption({ label: "PDF document" });
  await expect(dialog.getByText("A folder", { exact: true })).toHaveCount(0);
  await dialog.getByText("Chosen articles", { exact: true }).click();
  await dialog.getByText("A folder", { exact: true }).click();
  await expect(dialog.getByText("No article is chosen.")).toBeVisible();
  await dialog.getByRole("button", { name: "Choose 1 article" }).click();
  await expect(dialog.getByText("1 article is chosen.")).toBeVisible();
  // All of the dialog in sight: what is cut off at the edge of its scrolling is measured as too small to hit.
  await page.setViewportSize({ width: 1280, height: 1400 });
  await expectAccessible(page, { isRepetition: true });
  const into = join(folder, "pages");
  await app.answerDialog(into);
  if (app.driver === "browser") {
    await goToPath(dialog, folder);
    await dialog.getByLabel("File name").fill("pages");
  }
  const name = app.driver === "browser" ? "Export" : "Choose where…";
  await pressWhenReady(dialog.getByRole("button", { name, exact: true }));
  await expect(dialog).toBeHidden();
  const files = readdirSync(into);
  expect(files.length).toBe(1);
  expect(readFileSync(join(into, files[0] ?? ""), "latin1").slice(0, 5)).toBe("%PDF-");
});

test("a card goes into Word as a comment on its words", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { app, page, keys } = await openText(launchApp, folder, "👍 Venn said that nobody asked.\n");
  await keys.select(keys.find("that nobody asked"));
  await keys.press("3");
  await keys.press("Enter");
  await saved(page);

  await page.keyboard.press("ControlOrMeta+e");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByLabel("Format", { exact: true }).selectOption({ label: "Word document with comments" });
  await expect(dialog.getByText("Nothing is lost in this format.")).toBeVisible();
  const file = join(folder, "out.docx");
  await app.answerDialog(file);
  if (app.driver === "browser") {
    await goToPath(dialog, folder);
    await dialog.getByLabel("File name").fill("out.docx");
  }
  const name = app.driver === "browser" ? "Export" : "Choose where…";
  await pressWhenReady(dialog.getByRole("button", { name, exact: true }));
  await expect(dialog).toBeHidden();
  const unpacked = unpackZip(readFileSync(file), { entries: 20, bytes: 1_000_000 });
  if (!unpacked.ok) throw new Error(unpacked.why);
  const part = (path: string): string =>
    Buffer.from(unpacked.files.find((one) => one.name === path)?.bytes ?? "").toString("utf8");
  expect(part("word/comments.xml")).toContain("“that nobody asked”");
  expect(part("word/document.xml")).toMatch(
    /<w:commentRangeStart w:id="0"\/>.*that nobody asked.*<w:commentRangeEnd w:id="0"\/>/su,
  );
});
