// What goes wrong, as a person at the window meets it: a clear sentence, and nothing lost. (What the command line and the
// core say is tested beside them.)
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Locator, Page } from "playwright/test";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { bringIn, giveName, goToPath, leaveText, openEmpty, openText, saved, sayso } from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const alert = (page: Page, words: RegExp) => page.getByRole("alert").filter({ hasText: words });

async function openByPath(app: RunningApp, path: string): Promise<void> {
  const { page } = app;
  await app.answerDialog(path);
  await page.getByRole("button", { name: /^Open a project/ }).press("Enter");
  if (app.driver === "browser") await (await pickerAt(page, path)).button.click();
}

async function pickerAt(page: Page, path: string): Promise<{ dialog: Locator; button: Locator }> {
  const dialog = page.getByRole("dialog", { name: "Open a project" });
  await goToPath(dialog, path);
  await expect(dialog.getByRole("navigation", { name: "Where this folder is" })).toContainText(
    basename(path),
  );
  return { dialog, button: dialog.getByRole("button", { name: "Open", exact: true }) };
}

async function refusedByPicker({ page }: RunningApp, path: string): Promise<void> {
  await page.getByRole("button", { name: /^Open a project/ }).press("Enter");
  const { dialog, button } = await pickerAt(page, path);
  await expect(dialog.getByRole("status").filter({ hasText: "is not a Sayso project" })).toBeVisible();
  await expect(button).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
}

test("files that are no article are refused with what, why and what to do", async ({ launchApp }) => {
  const { app } = await openEmpty(launchApp, folder, "Bad");
  const bad: readonly (readonly [name: string, bytes: Uint8Array | string | null, words: RegExp])[] = [
    ["empty.txt", "", /empty\.txt” is empty/],
    ["blank.txt", " \r\n\t ", /no text in “blank\.txt”/],
    [
      "picture.txt",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0),
      /not a text file/,
    ],
    // Nearly all of it is UTF-8: it is not guessed to be something else.
    [
      "broken.txt",
      Buffer.concat([Buffer.from("“Yes”, he said. ".repeat(40)), Uint8Array.of(0xff)]),
      /not valid UTF-8 from byte 800/,
    ],
    ["long.txt", "word ".repeat(4 * 1024 * 1024), /too long/],
    ["lines.txt", "x\n".repeat(1_000_000), /too many lines \(1,000,000\)/],
    ["missing.txt", null, /no file “missing\.txt”/],
  ];
  for (const [name, content, words] of bad)
    await test.step(name, async () => {
      const path = join(folder, name);
      if (content !== null) writeFileSync(path, content);
      await bringIn(app, path);
      // It is said in the dialog, which stays for another try.
      const said = app.page.getByRole("dialog").getByRole("alert");
      await expect(said.filter({ hasText: words })).toBeVisible();
      await expect(said).toHaveCount(1);
      await app.page.keyboard.press("Escape");
      await expect(app.page.getByRole("dialog")).toHaveCount(0);
      await app.page.getByRole("button", { name: "Dismiss" }).click();
    });
  expect(
    (await sayso(app.home, "export", join(folder, "Bad"), "--format", "json", "--out", "-")).stdout,
  ).toContain('"articles": []');
});

test("folders that are no project of ours are refused, and nothing in them is touched", async ({
  launchApp,
}) => {
  const app = await launchApp();
  const { page } = app;
  mkdirSync(join(folder, "photos"));
  mkdirSync(join(folder, "damaged"));
  writeFileSync(join(folder, "damaged", "project.json"), '{"schemaVersion": 1, "id": ');
  const before = readFileSync(join(folder, "damaged", "project.json"), "utf8");
  // Our own picker says at once what is no project; a system's dialog lets any folder through.
  const opened = [
    ...(app.driver === "browser" ? [] : [["photos", /not a Sayso project/] as const]),
    ["damaged", /project\.json” is damaged/] as const,
  ];
  if (app.driver === "browser") await refusedByPicker(app, join(folder, "photos"));
  for (const [name, words] of opened)
    await test.step(name, async () => {
      await openByPath(app, join(folder, name));
      await expect(alert(page, words)).toBeVisible();
    });
  expect(readFileSync(join(folder, "damaged", "project.json"), "utf8")).toBe(before);
});

test("a project of a newer version opens for reading, says so, and is left as it is", async ({
  launchApp,
}) => {
  const { home, path } = await leaveText(folder, "The mayor said the bridge is safe.", { name: "Newer" });
  const file = join(path, "project.json");
  const project = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  const newer = JSON.stringify({ ...project, schemaVersion: 99, unheardOf: true }, null, 2);
  writeFileSync(file, newer);
  const { page } = await launchApp({ home });
  await page.getByRole("button", { name: /Newer/ }).first().press("Enter");
  await expect(page.getByText(/newer version of Sayso/).first()).toBeVisible();
  expect(readFileSync(file, "utf8")).toBe(newer);
});

test("a second Sayso on the same project is told who has it, and may read", { tag: "@own-host" }, async ({
  launchApp,
}) => {
  const { path } = await openEmpty(launchApp, folder, "Shared");
  const second = await launchApp({ project: path });
  const { page } = second;
  await giveName(page, "Kim Colleague");
  await expect(page.getByText(/Dana Analyst/).first()).toBeVisible();
  await expect(page.getByText(/read-only/i).first()).toBeVisible();
});

test("work goes on while the disk cannot be written, says so, and is saved when it can", async ({
  launchApp,
}) => {
  const { app, page, path, keys } = await openText(launchApp, folder, "The mayor said the bridge is safe.");
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await saved(page);
  // A disk that is pulled out.
  renameSync(path, join(folder, "away"));
  await keys.select(keys.find("said"));
  await keys.press("2");
  await expect(alert(page, /^Not saved/)).toBeVisible();
  renameSync(join(folder, "away"), path);
  await page.getByRole("button", { name: "Retry" }).press("Enter");
  await saved(page);
  const { stdout } = await sayso(app.home, "export", path, "--format", "json", "--out", "-");
  expect(stdout).toContain('"quote": "The mayor"');
  expect(stdout).toContain('"quote": "said"');
});
