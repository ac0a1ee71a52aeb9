// Bringing in many articles at once, as a person at the window does it: several files, a table whose columns are put right, an
// encoding that was guessed, what is there already, and what came of it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockedPdf } from "../helpers/locked-pdf.ts";
import { expect, test } from "./fixtures.ts";
import { articleBox, bringIn, expectAccessible, goToPath, openEmpty, pressWhenReady } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const file = (name: string, bytes: string | Buffer) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytes),
});
const harbour =
  "The harbour bridge will close for a year, the mayor said on Tuesday, after engineers found cracks.";

test("several files are looked at, put right, imported, and accounted for", async ({ launchApp }) => {
  const { app, page } = await openEmpty(launchApp, folder, "Many");
  const files = [
    file("bridge.txt", `${harbour}\n`),
    file("again.txt", `${harbour}\n`),
    file(
      "french.txt",
      Buffer.from("Le caf\xe9 du port est ferm\xe9, a d\xe9clar\xe9 la maire, d\xe9\xe7ue.", "latin1"),
    ),
    file("locked.pdf", lockedPdf(["The bridge is shut, the mayor said."], "swordfish")),
    file("picture.txt", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")),
    file(
      "rows.csv",
      `who,what,when\nAna Ruiz,"Ferries will run until midnight, the port said.",2025-08-19\n`,
    ),
  ];
  if (app.driver === "browser") {
    await page.keyboard.press("ControlOrMeta+i");
    await page.locator('input[type="file"]').first().setInputFiles(files);
  } else {
    // The desktop's own dialog gives paths.
    for (const { name, buffer } of files) writeFileSync(join(folder, name), buffer);
    await app.answerDialog(files.map(({ name }) => join(folder, name)).join("\n"));
    await page.keyboard.press("ControlOrMeta+i");
    await page.getByRole("button", { name: "Choose an article…" }).press("Enter");
  }
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  await expect(dialog.getByText("french.txt, read as windows-1252")).toBeVisible();
  await expect(dialog.getByText("6 files")).toBeVisible();
  await expect(dialog.getByText("Le café du port est fermé, a déclaré la maire, déçue.")).toBeVisible();
  await expect(dialog.getByLabel("Text", { exact: true })).toHaveValue("what");
  await expect(dialog.getByLabel("Encoding of french.txt")).toHaveValue("");
  await dialog.getByLabel("Encoding of french.txt").selectOption("koi8-r");
  await expect(dialog.getByText("french.txt, read as koi8-r")).toBeVisible();
  await dialog.getByLabel("Encoding of french.txt").selectOption("windows-1252");
  await expect(dialog.getByText("Le café du port est fermé, a déclaré la maire, déçue.")).toBeVisible();
  await dialog.getByLabel("See how another file reads").selectOption("bridge.txt");
  await expect(dialog.getByText("bridge.txt, read as utf-8")).toBeVisible();
  await dialog.getByLabel("Author", { exact: true }).selectOption("who");
  await expect(dialog.getByLabel("Author", { exact: true })).toHaveValue("who");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Import", exact: true }).press("Enter");
  const result = page.getByRole("dialog", { name: "What was imported" });
  await expect(result.getByText("3 articles imported, 1 skipped, 2 refused")).toBeVisible();
  await expect(result.getByRole("listitem")).toContainText([
    /^locked\.pdf.*password/,
    /^picture\.txt.*PNG/,
    /^again\.txt The same file as/,
  ]);
  await expect(result.getByRole("region", { name: "Refused" }).getByRole("listitem")).toHaveCount(2);
  await expect(result.getByRole("region", { name: "Skipped" }).getByRole("listitem")).toHaveCount(1);
  await expect(result.getByRole("listitem").nth(1)).toContainText("Save the article as plain text (.txt)");
  await expectAccessible(page);

  const report = join(folder, "Import report.csv");
  await app.answerDialog(report);
  await result.getByRole("button", { name: "Save the report…" }).press("Enter");
  if (app.driver === "browser") {
    await goToPath(result, folder);
    await result.getByRole("button", { name: "Save the report…" }).press("Enter");
  }
  await expect(result.getByText("3 articles imported")).toBeVisible();
  await expect
    .poll(() => (existsSync(report) ? readFileSync(report, "utf8") : ""))
    .toContain("again.txt,skipped");
  await result.getByRole("button", { name: "Close", exact: true }).last().press("Enter");
  await expect(page.getByRole("option")).toHaveCount(3);
  await page.getByRole("option", { name: /rows 1/ }).click();
  await expect(page.getByRole("textbox", { name: /^Article:/ })).toContainText("By Ana Ruiz");
});

test("the list of articles shows the one that was just imported, however many there are", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { app, page } = await openEmpty(launchApp, folder, "Many");
  const many = join(folder, "many");
  mkdirSync(many);
  for (let at = 0; at < 40; at += 1) writeFileSync(join(many, `${at}.txt`), `Report ${at}\n\n${at} words.\n`);
  await app.answerDialog(many);
  await page.keyboard.press("ControlOrMeta+i");
  if (app.driver === "browser") await page.locator('input[type="file"]').nth(1).setInputFiles(many);
  else await page.getByRole("button", { name: "A folder…", exact: true }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Import articles" });
  await pressWhenReady(dialog.getByRole("button", { name: "Import", exact: true }));
  const result = page.getByRole("dialog", { name: "What was imported" });
  await result.getByRole("button", { name: "Close", exact: true }).last().press("Enter");
  await expect(page.getByRole("button", { name: "List 40" })).toBeVisible();

  const last = join(folder, "last.txt");
  writeFileSync(last, `Zebras at the harbour\n\n${harbour}\n`);
  await bringIn(app, last);
  await expect(articleBox(page)).toContainText(harbour);
  const row = page.getByRole("option", { name: /^Zebras at the harbour/ });
  // All of it but the part of a pixel by which rows as tall as their words are off.
  await expect(row).toBeInViewport({ ratio: 0.98 });
  await expect(row).toHaveAttribute("aria-selected", "true");
});
