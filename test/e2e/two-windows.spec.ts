// Two windows of one person on the same set: each sees what the other marks, edits of the same thing lose nothing in
// silence, and one goes on when the other is closed.
import type { Page } from "playwright/test";
import { byPalette } from "./exchange.ts";
import { expect, type LaunchApp, type RunningApp, test } from "./fixtures.ts";
import { holdSaves } from "./held-saves.ts";
import { type Keyboard, keyboardOn } from "./keyboard.ts";
import {
  articleBox,
  enterArticle,
  expectAccessible,
  exportOf,
  openRecent,
  openText,
  saved,
} from "./steps.ts";

const text = "Today the mayor said the bridge is safe. Her office told Radio Bay so.";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

interface Window {
  readonly page: Page;
  readonly keys: Keyboard;
}

/** One window with the article, and another one beside it. */
async function twoWindows(
  launchApp: LaunchApp,
): Promise<{ app: RunningApp; path: string; one: Window; two: Window }> {
  const { app, path, keys } = await openText(launchApp, folder, text);
  const page = await app.openWindow(path);
  // The desktop's second window opens what it was given; a browser's begins at the first page.
  if (app.driver === "browser")
    await page
      .getByRole("button", { name: /One text/ })
      .first()
      .press("Enter");
  await expect(articleBox(page)).toContainText(text);
  await enterArticle(page);
  return { app, path, one: { page: app.page, keys }, two: { page, keys: keyboardOn(page, text) } };
}

async function mark({ keys }: Window, words: string, key: string): Promise<void> {
  await keys.select(keys.find(words));
  await keys.press(key);
}

const shows = ({ page }: Window, words: RegExp) => expect(page.getByText(words).first()).toBeVisible();

test("each sees what the other marks and takes back, and the last one goes on alone", {
  tag: "@each-host",
}, async ({ launchApp }) => {
  const { app, path, one, two } = await twoWindows(launchApp);
  await mark(one, "the mayor", "1");
  await shows(two, /1 mark\b/);
  await mark(two, "said", "2");
  await shows(one, /2 marks/);
  // Both at once, each on a place of its own.
  await one.keys.select(one.keys.find("Her office"));
  await two.keys.select(two.keys.find("Radio Bay"));
  await Promise.all([one.keys.press("1"), two.keys.press("4")]);
  for (const window of [one, two]) {
    await shows(window, /4 marks/);
    await saved(window.page);
  }
  // One person, one history: whichever came last is taken back.
  await two.keys.press("Control+z");
  await shows(one, /3 marks/);

  await two.page.close();
  await mark(one, "told", "2");
  await shows(one, /4 marks/);
  await saved(one.page);
  const { spans } = await exportOf(app, path);
  const others = spans.filter((span) => !["the mayor: speaker", "said: cue", "told: cue"].includes(span));
  expect(spans).toHaveLength(4);
  expect(["Her office: speaker", "Radio Bay: source"]).toEqual(expect.arrayContaining(others));
});

// `overtaken.spec.ts` holds a save back, so that it knows which edit comes first; here nobody does.
test("two edits of one span at once: one is kept in both windows, the other is shown", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { app, path, one, two } = await twoWindows(launchApp);
  await mark(one, "the mayor", "1");
  await shows(two, /1 mark\b/);
  for (const { keys } of [one, two]) {
    for (const key of ["Escape", "Escape", "ControlOrMeta+Home", "Tab"]) await keys.press(key);
  }
  await Promise.all([one.keys.press("4"), two.keys.press("2")]);
  const overtaken = ({ page }: Window) => page.getByRole("dialog", { name: "1 change could not be kept" });
  // Whichever came first stands; the other window says what it could not keep, or had already seen the first one.
  await expect
    .poll(async () => (await exportOf(app, path)).spans)
    .toEqual([expect.stringMatching(/^the mayor: (source|cue)$/)]);
  for (const window of [one, two]) {
    if (await overtaken(window).isVisible()) await window.page.keyboard.press("Escape");
    await expect(window.page.getByRole("status").getByText(/^Saved/)).toBeVisible();
    await shows(window, /1 mark\b/);
  }
});

/** One window with a mark that cannot be saved, since the other one has put the article in the trash. */
async function trashedMeanwhile(launchApp: LaunchApp) {
  const { app, path, one, two } = await twoWindows(launchApp);
  const send = await holdSaves(one.page);
  await mark(one, "the mayor", "1");
  await byPalette(two.page, "move the article to the trash");
  const told = one.page.getByRole("alert").filter({ hasText: "and 1 change of yours to it is not saved" });
  await expect(told).toBeVisible();
  send();
  return { app, path, one, two, told };
}

test("what is not saved of an article that goes to the trash is told, and saved once it is taken back", {
  tag: ["@browser-host", "@repetition"],
}, async ({ launchApp }) => {
  const { app, path, one, told } = await trashedMeanwhile(launchApp);
  await expectAccessible(one.page);
  await told.getByRole("button", { name: "Restore" }).press("Enter");
  await expect(articleBox(one.page)).toContainText(text);
  await expect(told).toHaveCount(0);
  await shows(one, /1 mark\b/);
  await expect.poll(async () => (await exportOf(app, path)).spans).toEqual(["the mayor: speaker"]);
});

test("it is kept also when the project is closed meanwhile", {
  tag: ["@browser-host", "@repetition"],
}, async ({ launchApp }) => {
  const { app, path, one, two, told } = await trashedMeanwhile(launchApp);
  await byPalette(one.page, "close the project");
  await expect(told).toHaveCount(0);
  await two.page.getByRole("button", { name: "Restore", exact: true }).press("Enter");
  await expect(articleBox(two.page)).toContainText(text);
  await openRecent(one.page);
  await expect(articleBox(one.page)).toContainText(text);
  await expect.poll(async () => (await exportOf(app, path)).spans).toEqual(["the mayor: speaker"]);
});
