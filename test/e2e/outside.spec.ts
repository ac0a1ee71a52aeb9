// A project that others write in, too: two hosts on one folder, who take it over from each other and lose nothing, and files that
// change in the folder while a window shows them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { expect, type LaunchApp, type RunningApp, test } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import {
  articleBox,
  enterArticle,
  expectAccessible,
  exportOf,
  giveName,
  leaveMarks,
  leaveText,
  openRecent,
  openText,
  saved,
  takeOver,
} from "./steps.ts";

const text = "The mayor said the bridge is safe. Her office told Radio Bay so.";
let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const alert = (page: Page, words: RegExp) => page.getByRole("alert").filter({ hasText: words });
const shows = (page: Page, words: RegExp) => expect(page.getByText(words).first()).toBeVisible();

async function takeOverAndLook(page: Page, button: string): Promise<void> {
  await takeOver(page, button);
  // The article is opened anew once it can be written.
  await expect(alert(page, /is editing (?:it|this project)/)).toHaveCount(0);
  await expect(articleBox(page)).toContainText(text);
}

async function mark(page: Page, words: string, key: string): Promise<void> {
  const keys = keyboardOn(page, text);
  // An article that is opened anew meanwhile takes the caret with it.
  await expect(async () => {
    await enterArticle(page);
    await keys.select(keys.find(words));
  }).toPass();
  await keys.press(key);
}

test("two hosts take a project over from each other, and lose nothing", { tag: "@own-host" }, async ({
  launchApp,
}) => {
  const { app: one, path } = await openText(launchApp, folder, text);
  await mark(one.page, "The mayor", "1");
  await saved(one.page);

  const two = await launchApp({ project: path });
  await giveName(two.page, "Dana Analyst");
  await expect(alert(two.page, /Dana Analyst .* is editing it/)).toBeVisible();
  await shows(two.page, /1 mark\b/);
  await expectAccessible(two.page, { isRepetition: true });
  // What is only read follows what is saved.
  await mark(one.page, "said", "2");
  await shows(two.page, /2 marks/);

  await takeOverAndLook(two.page, "Take over…");
  await expect(alert(two.page, /is editing it/)).toHaveCount(0);
  await expect(alert(one.page, /Somebody else is editing this project now/)).toBeVisible();
  await expectAccessible(one.page, { isRepetition: true });
  await mark(two.page, "Her office", "1");
  await saved(two.page);
  await shows(one.page, /3 marks/);

  await takeOverAndLook(one.page, "Take it back…");
  await expect(alert(two.page, /Somebody else is editing this project now/)).toBeVisible();
  await mark(one.page, "told", "2");
  await saved(one.page);
  await shows(two.page, /4 marks/);
  expect((await exportOf(one, path)).spans).toEqual([
    "The mayor: speaker",
    "said: cue",
    "Her office: speaker",
    "told: cue",
  ]);
  await one.stop();
  await expect(alert(two.page, /Nobody is editing it now/)).toBeVisible();
});

// Only the browser host lets a test hold a save back.
test("what was not saved when the project was taken over comes in when it is taken back", {
  tag: ["@browser-host", "@own-host", "@repetition"],
}, async ({ launchApp }) => {
  const { app: one, path } = await openText(launchApp, folder, text);
  await mark(one.page, "The mayor", "1");
  await saved(one.page);
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await one.page.route("**/call", async (route) => {
    if (route.request().postData()?.includes('"annotations.apply"') === true) await released;
    await route.continue();
  });
  await mark(one.page, "said", "2");

  const two = await launchApp({ project: path });
  await giveName(two.page, "Dana Analyst");
  await takeOverAndLook(two.page, "Take over…");
  await mark(two.page, "Radio Bay", "4");
  await saved(two.page);
  release();
  await expect(alert(one.page, /Somebody else is editing this project now/)).toBeVisible();
  await shows(one.page, /kept safe on this computer/);
  await takeOverAndLook(one.page, "Take it back…");
  // It came in while the project was opened, so no save of this window says when.
  await expect(one.page.getByRole("status").getByText(/^Saved/)).toBeVisible();
  await expect(one.page.getByRole("dialog")).toHaveCount(0);
  expect((await exportOf(one, path)).spans).toEqual(["The mayor: speaker", "said: cue", "Radio Bay: source"]);
});

/** A project that is open again, so that its set lies in a snapshot. */
async function reopened(
  launchApp: LaunchApp,
): Promise<{ readonly app: RunningApp; readonly path: string; readonly snapshot: string }> {
  const { home, path } = await leaveText(folder, text);
  await leaveMarks({ home, path }, [["The mayor", "speaker"]]);
  const app = await launchApp({ home });
  await openRecent(app.page);
  await expect(articleBox(app.page)).toContainText(text);
  const [article = ""] = readdirSync(join(path, "annotations"));
  const sets = join(path, "annotations", article);
  const [snapshot = ""] = readdirSync(sets).filter((name) => name.endsWith(".json"));
  return { app, path, snapshot: join(sets, snapshot) };
}

test("a set that changes outside is shown at once, said, and taken back like anything else", async ({
  launchApp,
}) => {
  const { app, path, snapshot } = await reopened(launchApp);
  const set = JSON.parse(readFileSync(snapshot, "utf8"));
  const [first] = set.spans;
  const start = text.indexOf("Her office");
  const other = {
    ...first,
    id: "outside",
    segments: [
      {
        start,
        end: start + "Her office".length,
        quote: "Her office",
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(start + "Her office".length, start + "Her office".length + 32),
      },
    ],
  };
  writeFileSync(snapshot, JSON.stringify({ ...set, spans: [first, other] }));
  await shows(app.page, /2 marks/);
  const news = app.page.getByRole("status").filter({ hasText: "Changed from outside" });
  await expect(news).toContainText("1 added, 0 changed, 0 deleted");
  await expectAccessible(app.page, { isRepetition: true });
  expect((await exportOf(app, path)).spans).toEqual(["The mayor: speaker", "Her office: speaker"]);
  await enterArticle(app.page);
  await app.page.keyboard.press("Control+z");
  await shows(app.page, /1 mark\b/);
  await saved(app.page);
  expect((await exportOf(app, path)).spans).toEqual(["The mayor: speaker"]);
});

test("what both sides changed is listed with both versions, and the other is taken with one key", async ({
  launchApp,
}) => {
  const { app, path, snapshot } = await reopened(launchApp);
  const { page } = app;
  const set = JSON.parse(readFileSync(snapshot, "utf8"));
  await enterArticle(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Delete");
  await saved(page);
  const [first] = set.spans;
  writeFileSync(snapshot, JSON.stringify({ ...set, spans: [{ ...first, type: "source" }] }));
  const spans = async () => (await exportOf(app, path)).spans;
  await alert(page, /Changed from outside/)
    .getByRole("button", { name: "Review each…" })
    .press("Enter");
  const dialog = page.getByRole("dialog", { name: "Changed here and outside" });
  const row = dialog.getByRole("listitem").filter({ hasText: "The mayor" });
  await expect(row).toContainText("The version from outside is in use.");
  await expectAccessible(page);
  expect(await spans()).toEqual(["The mayor: source"]);
  await row.getByRole("button", { name: /^Remove it/ }).press("Enter");
  await expect(row).toContainText("The version here is in use.");
  await expect.poll(spans).toEqual([]);
  await row.getByRole("button", { name: /^Restore it/ }).press("Enter");
  await expect(row).toContainText("The version from outside is in use.");
  await expect.poll(spans).toEqual(["The mayor: source"]);
  // Whoever reads on finds it again.
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  const again = await app.restart();
  await openRecent(again);
  const news = alert(again, /1 record was changed both here and outside/);
  await news.getByRole("button", { name: "Review each…" }).press("Enter");
  const later = again.getByRole("dialog", { name: "Changed here and outside" });
  await later.getByRole("button", { name: /^Done/ }).press("Enter");
  await expect(later).toContainText("or all of it is resolved");
  await expectAccessible(again, { isRepetition: true });
  await again.keyboard.press("Escape");
  await expect(news).toHaveCount(0);
  await enterArticle(again);
  await again.keyboard.press("ControlOrMeta+z");
  await expect.poll(spans).toEqual([]);
});

test("an entity of which both sides of a version control conflict say something else is listed, and decided", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { home, path } = await leaveText(folder, text);
  const file = join(path, "entities.json");
  const lines = JSON.stringify({
    ...JSON.parse(readFileSync(file, "utf8")),
    entities: [{ id: "mayor", name: "HERE", type: "person", naming: "named", aliases: ["The mayor"] }],
  });
  const side = (name: string, alias: string) => lines.replace("HERE", name).replace("The mayor", alias);
  const sides = [side("Ines Duarte", "The mayor"), side("Inês Duarte", "Mrs Duarte")];
  writeFileSync(file, `<<<<<<< HEAD\n${sides[0]}\n=======\n${sides[1]}\n>>>>>>> other\n`);
  const { page } = await launchApp({ home });
  await openRecent(page);
  const news = alert(page, /1 record was changed both here and outside/);
  await news.getByRole("button", { name: "Review each…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Changed here and outside" });
  const row = dialog.getByRole("listitem").filter({ hasText: "Ines Duarte" });
  await expect(row).toContainText("The version here is in use.");
  await expect(row.getByRole("row", { name: /^name/ })).toContainText("Inês Duarte");
  // Other names of both sides are kept, so there is nothing to decide about them.
  const aliases = () => JSON.parse(readFileSync(file, "utf8")).entities[0].aliases;
  await expect.poll(aliases).toEqual(expect.arrayContaining(["The mayor", "Mrs Duarte"]));
  await expectAccessible(page, { isRepetition: true });
  await row.getByRole("button", { name: /^Use the one from outside/ }).press("Enter");
  await expect(row).toContainText("The version from outside is in use.");
  const names = () =>
    JSON.parse(readFileSync(file, "utf8")).entities.map(({ name }: { name: string }) => name);
  await expect.poll(names).toEqual(["Inês Duarte"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(names).toEqual(["Ines Duarte"]);
});

test("a text that changes under its annotations is said, and put back", async ({ launchApp }) => {
  const { app, path } = await reopened(launchApp);
  const [article = ""] = readdirSync(join(path, "articles"));
  const file = join(path, "articles", article, "text.txt");
  writeFileSync(file, `Oh. ${text}`);
  const news = alert(app.page, /The text of .* was changed outside Sayso/);
  await expect(news).toBeVisible();
  await expectAccessible(app.page, { isRepetition: true });
  await expect(articleBox(app.page)).toContainText(text);
  await news.getByRole("button", { name: /^Restore the text of/ }).press("Enter");
  await expect(news).toHaveCount(0);
  expect(readFileSync(file, "utf8")).toBe(text);
});
