// What keeps work safe when the disk does not: changes kept outside the project, a copy elsewhere, recovery from a backup.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import {
  enterArticle,
  expectAccessible,
  exportOf,
  leaveMarks,
  leaveText,
  openRecent,
  openText,
  saveCopy,
  saved,
  sayso,
} from "./steps.ts";

const text = "The mayor said the bridge is safe.";
let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const oneMark = [["The mayor", "speaker"]] as const;

/** A project with these marks, closed, and the home that knows it. */
async function leaveMarked(parent: string, marks: Parameters<typeof leaveMarks>[1] = oneMark) {
  const project = await leaveText(parent, text);
  await leaveMarks(project, marks);
  return project;
}

const alert = (page: Page, words: RegExp) => page.getByRole("alert").filter({ hasText: words });

test("what the disk does not take is kept on this computer, copied elsewhere, and back after a kill", {
  tag: "@own-host",
}, async ({ launchApp }) => {
  const { app, page, path, keys } = await openText(launchApp, folder, text);
  await keys.select(keys.find("The mayor"));
  await keys.press("1");
  await saved(page);
  // A disk that is pulled out.
  renameSync(path, join(folder, "away"));
  await keys.select(keys.find("said"));
  await keys.press("2");
  await expect(alert(page, /kept safe on this computer, not in the project/)).toBeVisible();
  await expectAccessible(page);
  await saveCopy(app, folder, "copy.json");
  const copy = join(folder, "copy.json");
  expect((await sayso(app.home, "validate", copy)).status).toBe(0);
  for (const quote of ["The mayor", "said"])
    expect(readFileSync(copy, "utf8")).toContain(`"quote": ${JSON.stringify(quote)}`);

  await app.kill();
  renameSync(join(folder, "away"), path);
  await app.restart();
  await openRecent(app.page);
  await expect(app.page.getByRole("status").filter({ hasText: /They are in the project now/ })).toBeVisible();
  expect((await exportOf(app, path)).spans).toEqual(["The mayor: speaker", "said: cue"]);
});

test("damaged annotations are shown from their copy, and recovered by one button", async ({ launchApp }) => {
  const { home, path } = await leaveMarked(folder);
  const [article = ""] = readdirSync(join(path, "annotations"));
  const sets = join(path, "annotations", article);
  const [snapshot = ""] = readdirSync(sets).filter((name) => name.endsWith(".json"));
  writeFileSync(join(sets, snapshot), "{ half of it");

  const app = await launchApp({ home });
  await openRecent(app.page);
  await expect(alert(app.page, /annotations of this article are damaged/)).toBeVisible();
  await expectAccessible(app.page, { isRepetition: true });
  expect(readFileSync(join(sets, snapshot), "utf8")).toBe("{ half of it");
  await app.page.getByRole("button", { name: /^Recover from the copy/ }).press("Enter");
  await expect(alert(app.page, /damaged/)).toHaveCount(0);
  expect((await exportOf(app, path)).spans).toEqual(["The mayor: speaker"]);
  await enterArticle(app.page);
  const again = keyboardOn(app.page, text);
  await again.select(again.find("said"));
  await again.press("2");
  await saved(app.page);
  expect((await exportOf(app, path)).spans).toEqual(["The mayor: speaker", "said: cue"]);
});

test("annotations that are gone from the folder are told, brought back as one step, or left as they are", async ({
  launchApp,
}) => {
  const { home, path } = await leaveMarked(folder, [...oneMark, ["said", "cue"]]);
  rmSync(join(path, "annotations"), { recursive: true });
  const app = await launchApp({ home });
  const { page } = app;
  const spans = async () => (await exportOf(app, path)).spans;
  await openRecent(page);
  await expect(alert(page, /2 saved changes of Dana Analyst/)).toBeVisible();
  await expectAccessible(page, { isRepetition: true });
  await page.getByRole("button", { name: "Restore it" }).press("Enter");
  await expect(alert(page, /held more/)).toHaveCount(0);
  expect(await spans()).toEqual(["The mayor: speaker", "said: cue"]);
  await enterArticle(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(spans).toEqual([]);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(spans).toEqual(["The mayor: speaker", "said: cue"]);
  await saved(page);

  await app.stop();
  rmSync(join(path, "annotations"), { recursive: true });
  await app.restart();
  await openRecent(app.page);
  await app.page.getByRole("button", { name: "Leave it as it is" }).press("Enter");
  await expect(alert(app.page, /held more/)).toHaveCount(0);
  await app.restart();
  await openRecent(app.page);
  await expect(app.page.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  await expect(alert(app.page, /held more/)).toHaveCount(0);
});

test("damaged files of the project itself are put back from their copies", async ({ launchApp }) => {
  const { home, path } = await leaveMarked(folder);
  const registry = join(path, "entities.json");
  const entities = readFileSync(registry, "utf8");
  writeFileSync(registry, "");
  const app = await launchApp({ home });
  await openRecent(app.page);
  await expect(alert(app.page, /There is a good copy on this computer/)).toBeVisible();
  await expectAccessible(app.page, { isRepetition: true });
  expect(readFileSync(registry, "utf8")).toBe("");
  await app.page.getByRole("button", { name: /^Recover from the copy/ }).press("Enter");
  await expect.poll(() => readFileSync(registry, "utf8")).toBe(entities);
  await expect(app.page.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  await expect(app.page.getByRole("alert")).toHaveCount(0);
  await app.stop();

  const file = join(path, "project.json");
  const good = readFileSync(file, "utf8");
  writeFileSync(file, good.slice(0, 50));
  await app.restart();
  await openRecent(app.page);
  await expect(alert(app.page, /project\.json” is damaged/)).toBeVisible();
  await app.page.getByRole("button", { name: /^Recover from the copy/ }).press("Enter");
  await expect(app.page.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  expect(readFileSync(file, "utf8")).toBe(good);
});

test("an article whose file is damaged is told and had back, and the marks of git in it are brought together", async ({
  launchApp,
}) => {
  const { home, path } = await leaveMarked(folder);
  const [article = ""] = readdirSync(join(path, "articles"));
  const file = join(path, "articles", article, "article.json");
  const good = readFileSync(file, "utf8");
  writeFileSync(file, good.slice(0, 60));
  const app = await launchApp({ home });
  await openRecent(app.page);
  const damaged = alert(app.page, /article\.json” is damaged/);
  await expect(damaged).toContainText("There is a good copy of it");
  await expectAccessible(app.page, { isRepetition: true });
  await damaged.getByRole("button", { name: /^Recover from the copy/ }).press("Enter");
  await expect(app.page.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  await expect(damaged).toHaveCount(0);
  expect(readFileSync(file, "utf8")).toBe(good);
  await app.stop();

  const other = good.replace(/"title": "[^"]*"/, '"title": "Theirs"');
  const line = (of: string) => of.split("\n").find((one) => one.includes('"title"')) ?? "";
  const marks = [
    "<<<<<<< HEAD",
    line(good),
    "||||||| base",
    line(good),
    "=======",
    line(other),
    ">>>>>>> other",
  ];
  writeFileSync(file, good.replace(line(good), marks.join("\n")));
  await app.restart();
  await openRecent(app.page);
  await expect(alert(app.page, /both sides of a version control conflict/).first()).toBeVisible();
  await expect(app.page.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  await expectAccessible(app.page, { isRepetition: true });
  await expect.poll(() => readFileSync(file, "utf8")).toBe(good);
  expect((await exportOf(app, path)).spans).toEqual(["The mayor: speaker"]);
});

test("a project is examined, and a copy of it repaired and opened", async ({ launchApp }) => {
  const { home, path } = await leaveMarked(folder);
  const [article = ""] = readdirSync(join(path, "annotations"));
  const sets = join(path, "annotations", article);
  const [snapshot = ""] = readdirSync(sets).filter((name) => name.endsWith(".json"));
  writeFileSync(join(sets, snapshot), "{ half of it");
  writeFileSync(join(path, "shopping.txt"), "milk");

  const app = await launchApp({ home });
  await openRecent(app.page);
  await expect(app.page.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  await app.page.keyboard.press("ControlOrMeta+k");
  await app.page.keyboard.type("check project files");
  await app.page.keyboard.press("Enter");
  const dialog = app.page.getByRole("dialog", { name: "Check project files" });
  await expect(dialog.getByText("2 findings")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toContainText([/a repair fixes this/, /shopping\.txt/]);
  await expectAccessible(app.page);
  await dialog.getByLabel("Folder of the copy").fill(join(folder, "mended"));
  await dialog.getByRole("button", { name: "Repair a copy…" }).press("Enter");
  await expect(dialog.getByText(/1 problem was fixed in it/)).toBeVisible();
  await dialog.getByRole("button", { name: "Open the copy" }).press("Enter");
  await expect(app.page.getByRole("textbox", { name: /^Article:/ })).toContainText(text);
  await expect(alert(app.page, /damaged/)).toHaveCount(0);
  expect(readFileSync(join(sets, snapshot), "utf8")).toBe("{ half of it");
  expect((await exportOf(app, join(folder, "mended"))).spans).toEqual(["The mayor: speaker"]);
});
