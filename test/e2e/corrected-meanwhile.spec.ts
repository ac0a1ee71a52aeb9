// A text is corrected in two places at once. What another window has not saved comes over to the corrected text; the text of another machine
// is compared with the one that stands, and taken into a correction.
import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { correct as correctWords, editorOn, linesOf, misspelt, save } from "./corrections.ts";
import { expect, test } from "./fixtures.ts";
import { holdSaves } from "./held-saves.ts";
import { type Keyboard, keyboardOn } from "./keyboard.ts";
import {
  articleBox,
  enterArticle,
  expectAccessible,
  mark,
  openRecent,
  openText,
  saved,
  sayso,
} from "./steps.ts";

const text = "The mayor of Lund said the bridge would close. Nobody was asked.\n";
const corrected = "The mayor of Lund said that the old bridge would close. Nobody was asked.\n";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

async function correct(page: Page): Promise<void> {
  await page.keyboard.press("Alt+e");
  const editor = page.getByRole("textbox", { name: "Text of “" });
  await expect(editor).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(corrected);
  await page.keyboard.press("ControlOrMeta+Enter");
  const summary = page.getByRole("dialog", { name: "What the correction does" });
  await expect(summary.getByText("The text as it is now is kept")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(articleBox(page)).toContainText("the old bridge");
}

// Only the browser host lets a test hold a save back.
test("what another window has not saved when the text is corrected comes over to it", {
  tag: ["@browser-host", "@repetition"],
}, async ({ launchApp }) => {
  const { app, page: one, path, keys } = await openText(launchApp, folder, text);
  await mark(one, keys, "The mayor of Lund", "1");
  await saved(one);
  const two = await app.openWindow(path);
  await openRecent(two);
  await expect(articleBox(two)).toContainText("The mayor");
  await enterArticle(two);
  const other: Keyboard = keyboardOn(two, text);
  const release = await holdSaves(two);
  await mark(two, other, "said", "2");
  await mark(two, other, "Nobody", "1");
  await expect(two.getByRole("status").getByText(/^Saving/)).toBeVisible();

  await correct(one);
  release();
  await expect(articleBox(two)).toContainText("the old bridge");
  await expect(two.getByText("your last 2 changes were carried over to it")).toBeVisible();
  await expect(two.getByRole("status").getByText(/^Saved/)).toBeVisible();
});

test("the text that another machine corrected at the same time is compared, and taken into a correction", async ({
  launchApp,
}) => {
  const { page, path, keys } = await openText(launchApp, folder, misspelt);
  await mark(page, keys, "Nobody", "1");
  await saved(page);
  const elsewhere = join(folder, "elsewhere");
  cpSync(path, elsewhere, { recursive: true });
  rmSync(join(elsewhere, ".lock"), { force: true });
  await page.keyboard.press("Alt+e");
  let here = await correctWords(page, misspelt, "maior", "mayor");
  here = await correctWords(page, here, "The end of it", "The end of all");
  await save(page);

  const there = misspelt.replace("woud", "would").replace("of it.", "of this.");
  const file = join(folder, "there.txt");
  writeFileSync(file, there);
  const [article = ""] = readdirSync(join(path, "articles"));
  const asked = ["--article", article, "--text", file, "--as", "Robin Elsewhere"];
  expect(await sayso(join(folder, "other-home"), "revise", elsewhere, ...asked)).toMatchObject({ status: 0 });
  // The record comes last, as when the revision was made.
  const revisions = join("articles", article, "revisions");
  for (const part of ["project.json", "annotations", revisions, join("articles", article, "article.json")])
    cpSync(join(elsewhere, part), join(path, part), { recursive: true });
  const news = page.getByRole("alert").filter({ hasText: "It had been corrected here as well" });
  await expect(news).toBeVisible();
  await expect(articleBox(page)).toContainText("The maior of Lund said the bridge would close.");
  await expectAccessible(page, { isRepetition: true });

  await news.getByRole("button", { name: "Compare both texts of “" }).press("Enter");
  const compared = page.getByRole("region", { name: "The text" });
  await expect(compared.locator("ins").filter({ hasText: "mayor" })).toBeVisible();
  await page.getByRole("button", { name: "Revisions", exact: true }).press("Enter");
  const others = page.getByRole("region", { name: "Other texts of this article" });
  await expect(others.getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page, { isRepetition: true });
  await news.getByRole("button", { name: "Merge the other text of “" }).press("Enter");
  const joined = there.replace("maior", "mayor").replace("of this", "of all").split("\n");
  await expect.poll(() => linesOf(page)).toEqual(joined);
  await expect(editorOn(page)).toBeFocused();
  await expect(news).toHaveCount(0);
  const gaveWay = page.getByRole("alert").filter({ hasText: "The other text is in the correction." });
  await expect(gaveWay.getByText("“it” was to become “this”")).toBeVisible();
  await expectAccessible(page, { isRepetition: true });

  // Nothing is done that cannot be taken back, here and after it is saved.
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => linesOf(page)).toEqual(there.split("\n"));
  await expect(gaveWay).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(() => linesOf(page)).toEqual(joined);
  await save(page);
  await expect(articleBox(page)).toContainText("The mayor of Lund said the bridge would close.");
  await expect(articleBox(page)).toContainText("The end of all.");
  await page.keyboard.press("Alt+v");
  await expect(page.getByText("earlier ones are never changed", { exact: false })).toBeVisible();
  await expect(others).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(articleBox(page)).toContainText("The maior of Lund");

  // It waits again, since it is out of the article.
  await page.keyboard.press("Alt+v");
  await others.getByRole("button", { name: "Merge it into a correction: Corrected by" }).press("Enter");
  await expect.poll(() => linesOf(page)).toEqual(joined);
});

test("two windows that type into one text keep a draft each, and what a closed one left is offered", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { app, page: one, path } = await openText(launchApp, folder, misspelt);
  const two = await app.openWindow(path);
  if (app.driver === "browser") await openRecent(two);
  await expect(articleBox(two)).toContainText("The maior");
  await enterArticle(two);
  for (const page of [one, two]) await page.keyboard.press("Alt+e");
  const ones = await correctWords(one, misspelt, "maior", "mayor");
  const twos = await correctWords(two, misspelt, "woud", "would");
  // Whoever typed last, each finds its own again.
  for (const [page, own] of [
    [one, ones],
    [two, twos],
  ] as const) {
    await page.reload();
    await expect(articleBox(page)).toContainText("The maior");
    await page.getByRole("button", { name: "Corrections not saved" }).press("Enter");
    await expect.poll(() => linesOf(page)).toEqual(own.split("\n"));
  }

  await two.close();
  const left = one.getByRole("alert").filter({ hasText: "A closed window left corrections of this text" });
  // It is known to be gone a moment after it is.
  await expect(async () => {
    for (const key of ["Escape", "Escape"]) await one.keyboard.press(key);
    await expect(articleBox(one)).toBeFocused({ timeout: 2_000 });
    await one.keyboard.press("Alt+e");
    await expect(left).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(left).toContainText("“…maior of Lund said the bridge woud close.");
  await expectAccessible(one);
  await left.getByRole("button", { name: "Put them into the correction" }).press("Enter");
  const both = ones.replace("woud", "would");
  await expect.poll(() => linesOf(one)).toEqual(both.split("\n"));
  await expect(one.getByText("The corrections of the closed window are in the text.")).toBeVisible();
  await expect(left).toHaveCount(0);
  await expect(editorOn(one)).toBeFocused();
  await one.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => linesOf(one)).toEqual(ones.split("\n"));
  await one.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(() => linesOf(one)).toEqual(both.split("\n"));
  await save(one);
  await expect(articleBox(one)).toContainText("The mayor of Lund said the bridge would close.");
  await one.reload();
  await expect(articleBox(one)).toContainText("The mayor of Lund");
  await expect(one.getByRole("button", { name: "Corrections not saved" })).toHaveCount(0);
});
