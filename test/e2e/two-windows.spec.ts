// Two windows of one person on the same set: each sees what the other marks, edits of the same thing lose nothing in
// silence, and one goes on when the other is closed.
import type { Page } from "playwright/test";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { type Keyboard, keyboardOn } from "./keyboard.ts";
import { articleBox, enterArticle, exportOf, openText, saved } from "./steps.ts";

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
async function twoWindows(app: RunningApp): Promise<{ path: string; one: Window; two: Window }> {
  const { path, keys } = await openText(app, folder, text);
  const page = await app.openWindow(path);
  // The desktop's second window opens what it was given; a browser's begins at the first page.
  if (app.driver === "browser")
    await page
      .getByRole("button", { name: /One text/ })
      .first()
      .press("Enter");
  await expect(articleBox(page)).toContainText(text);
  await enterArticle(page);
  return { path, one: { page: app.page, keys }, two: { page, keys: keyboardOn(page, text) } };
}

async function mark({ keys }: Window, words: string, key: string): Promise<void> {
  await keys.select(keys.find(words));
  await keys.press(key);
}

const shows = ({ page }: Window, words: RegExp) => expect(page.getByText(words).first()).toBeVisible();

test("each sees what the other marks and takes back, and the last one goes on alone", async ({
  launchApp,
}) => {
  const app = await launchApp();
  const { path, one, two } = await twoWindows(app);
  await mark(one, "the mayor", "1");
  await shows(two, /1 span\b/);
  await mark(two, "said", "2");
  await shows(one, /2 spans/);
  // Both at once, each on a place of its own.
  await one.keys.select(one.keys.find("Her office"));
  await two.keys.select(two.keys.find("Radio Bay"));
  await Promise.all([one.keys.press("1"), two.keys.press("4")]);
  for (const window of [one, two]) {
    await shows(window, /4 spans/);
    await saved(window.page);
  }
  // One person, one history: whichever came last is taken back.
  await two.keys.press("Control+z");
  await shows(one, /3 spans/);

  await two.page.close();
  await mark(one, "told", "2");
  await shows(one, /4 spans/);
  await saved(one.page);
  const { spans } = await exportOf(app, path);
  const others = spans.filter((span) => !["the mayor: speaker", "said: cue", "told: cue"].includes(span));
  expect(spans).toHaveLength(4);
  expect(["Her office: speaker", "Radio Bay: source"]).toEqual(expect.arrayContaining(others));
});

test("two edits of one span at once: one is kept in both windows, the other is shown", async ({
  launchApp,
}) => {
  const app = await launchApp();
  const { path, one, two } = await twoWindows(app);
  await mark(one, "the mayor", "1");
  await shows(two, /1 span\b/);
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
    await shows(window, /1 span\b/);
  }
});
