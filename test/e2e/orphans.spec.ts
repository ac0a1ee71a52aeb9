// The marks that lost their place, beside the text, by keyboard: looked at one after the other with the text following, put back by one key,
// where words are selected or where other words were found, put aside, and all of it undone; colleagues' are seen and left alone.
import { join } from "node:path";
import type { Page } from "playwright/test";
import { writeReviewProject } from "../helpers/review-project.ts";
import { correct, misspelt, save } from "./corrections.ts";
import { expect, type LaunchApp, type RunningApp, test } from "./fixtures.ts";
import { keyboardOn } from "./keyboard.ts";
import {
  articleBox,
  enterArticle,
  expectAccessible,
  exportOf,
  giveName,
  mark,
  openText,
  saved,
} from "./steps.ts";

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

const tray = (page: Page) => page.getByRole("region", { name: "Lost marks" });
const rows = (page: Page) => tray(page).getByRole("button", { expanded: false });
const open = (page: Page) => tray(page).getByRole("button", { expanded: true });
/** The door to what is to do, where lost marks are among it. */
const lostMarks = (page: Page) => page.locator('.status-door[data-hint*="lost mark"]');
/** The words that are lit up as the place that is shown. */
const shown = (page: Page) =>
  page.evaluate(() =>
    Array.from(CSS.highlights.get("place-current") ?? [], (part) => {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return range.toString();
    }),
  );

/** So much between two places that one is out of view. */
const farAway = "It was a quiet day.\n\n".repeat(40);

/** Three marks whose words were all taken out of the text; resolves with the text as it is now. */
async function withOrphans(
  launchApp: LaunchApp,
  text = misspelt,
): Promise<{ app: RunningApp; path: string; now: string; before: unknown }> {
  const { app, page, path, keys } = await openText(launchApp, folder, text);
  await mark(page, keys, "The maior of Lund", "1");
  await mark(page, keys, "said", "2");
  await mark(page, keys, "Nobody was asked about it", "3");
  await saved(page);
  const before = await exportOf(app, path);
  await page.keyboard.press("Alt+e");
  let now = await correct(page, text, "The maior of Lund said the bridge woud close.", "");
  now = await correct(page, now, "Nobody was asked about it before.", "");
  now = await correct(
    page,
    now,
    "The end of it.",
    "Nobody had been asked of it. Somebody said so. Lund: the mayor said.",
  );
  await save(page);
  return { app, path, now, before };
}

test("marks without a place are gone through beside the text by one key each, and all of it is undone", async ({
  launchApp,
}) => {
  const { app, path, before } = await withOrphans(launchApp);
  const { page } = app;
  await expect(lostMarks(page).and(page.locator('[data-hint*="3 lost marks"]'))).toBeVisible();
  expect((await exportOf(app, path)).spans).toEqual([]);

  await page.keyboard.press("Alt+o");
  await expect(open(page)).toBeFocused();
  await expect(open(page)).toContainText("The maior of Lund");
  await expect(articleBox(page)).toBeVisible();
  // What stands around is cut between words.
  await expect(tray(page).getByRole("blockquote")).toContainText("said the bridge woud close.…");
  await expectAccessible(page);
  // Left for later; the text shows the places of the next one, one after the other.
  await page.keyboard.press("j");
  await expect(open(page)).toContainText("said");
  await expect(open(page)).toBeFocused();
  await expect.poll(() => shown(page)).toEqual(["said"]);
  await page.keyboard.press("End");
  await expect(open(page)).toContainText("Nobody was asked about it");
  await expect(open(page)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(open(page)).toContainText("The maior of Lund");
  await expect(open(page)).toBeFocused();
  await page.keyboard.press("j");
  await expect.poll(() => shown(page)).toEqual(["said"]);
  const places = tray(page).getByRole("list", { name: "Places where it may belong" });
  await expect(places.getByRole("button")).toHaveCount(2);
  const second = places.getByRole("button").nth(1);
  await page.keyboard.press("ArrowRight");
  await expect(second).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("ArrowRight");
  await expect(second).not.toHaveAttribute("aria-current");
  await page.keyboard.press("2");
  await expect(
    page.getByRole("status").getByText("“said” is back in its place. 2 are still waiting."),
  ).toBeVisible();
  await expect(open(page)).toContainText("Nobody was asked about it");
  await expect(open(page)).toBeFocused();
  await expect(
    places.getByRole("button", { name: /^1.*nearly the same.*Nobody had been asked of it/ }),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(rows(page).or(open(page))).toHaveCount(1);
  // It is taken back, looked at again and put back once more.
  await page.keyboard.press("ControlOrMeta+z");
  await expect(open(page)).toContainText("Nobody was asked about it");
  await page.keyboard.press("1");
  await expect(open(page)).toContainText("The maior of Lund");
  await expect(open(page)).toBeFocused();
  await page.keyboard.press("a");
  await expect(tray(page).getByText("None of your marks waits for a place.")).toBeVisible();
  await expect(tray(page).getByRole("button", { name: "put aside" })).toBeFocused();
  await expectAccessible(page, { isRepetition: true });
  await expect(lostMarks(page)).toHaveCount(0);
  await expect
    .poll(async () => (await exportOf(app, path)).spans)
    .toEqual(["Nobody had been asked of it: claim", "said: cue"]);
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();

  // Three steps and the correction, one after the other.
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press("ControlOrMeta+z");
  await expect(articleBox(page)).toContainText("The maior of Lund");
  await expect.poll(() => exportOf(app, path)).toEqual(before);
});

test("a mark without a place is put where words are selected, or where other words are found", async ({
  launchApp,
}) => {
  const { app, path, now } = await withOrphans(launchApp, misspelt.replace("The end", `${farAway}The end`));
  const { page } = app;
  await page.keyboard.press("Alt+o");
  await expect(open(page)).toContainText("The maior of Lund");
  // Without selected words the key leads to where they are selected.
  await page.keyboard.press("h");
  await expect(articleBox(page)).toBeFocused();
  await expect(
    page.getByRole("status").getByText("Select in the text where “The maior of Lund”"),
  ).toBeVisible();
  const there = keyboardOn(page, now);
  await there.select(there.find("Lund: the mayor"));
  // Nothing is put there while nobody sees what.
  await page.keyboard.press("ControlOrMeta+b");
  await expect(tray(page)).toHaveCount(0);
  await page.keyboard.press("h");
  await page.keyboard.press("ControlOrMeta+b");
  await expect(open(page)).toContainText("The maior of Lund");
  await expect(articleBox(page)).toBeFocused();
  await expect(lostMarks(page).and(page.locator('[data-hint*="3 lost marks"]'))).toBeVisible();
  await page.keyboard.press("h");
  // The keyboard stays in the text, the tray goes on to the next.
  await expect(articleBox(page)).toBeFocused();
  await expect(open(page)).toContainText("said");
  await expect.poll(async () => (await exportOf(app, path)).spans).toEqual(["Lund: the mayor: speaker"]);

  await page.keyboard.press("Alt+o");
  await expect(open(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(open(page)).toContainText("Nobody was asked about it");
  await page.keyboard.press("/");
  const field = tray(page).getByRole("searchbox");
  await page.keyboard.type("zebra crossing");
  await page.keyboard.press("Enter");
  await expect(tray(page).getByText("Nothing like these words is in the text.")).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Somebody said");
  await expect.poll(() => shown(page)).toEqual(["Somebody said"]);
  await expectAccessible(page, { isRepetition: true });
  // Far down in the text it is brought into view, and the next key puts it back there.
  const place = articleBox(page).getByText("Somebody said so.");
  await expect(place).not.toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(place).toBeInViewport();
  await expect(open(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await exportOf(app, path)).spans)
    .toEqual(["Somebody said: claim", "Lund: the mayor: speaker"]);
  await expect(open(page)).toContainText("said");
  await expect(open(page)).toBeFocused();
});

test("what of colleagues' marks lost its place is shown with whose it is, and left alone", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const names = ["Annabel Quince", "Benvolio Quartz"];
  const { path } = await writeReviewProject(join(folder, "project"), names);
  const app = await launchApp({ project: path });
  const { page } = app;
  await giveName(page, names[0] ?? "");
  await enterArticle(page);
  await page.keyboard.press("Alt+e");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("Nothing is left of it.");
  await save(page);
  await page.keyboard.press("Alt+o");
  await expect(open(page)).toBeFocused();
  await page.keyboard.press("k");
  const own = rows(page).or(open(page)).filter({ hasNotText: "Benvolio Quartz" });
  const count = await own.count();
  // Theirs come to the list a moment later.
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(open(page)).toContainText("Benvolio Quartz", { timeout: 200 });
  }).toPass();
  await expect(open(page)).toBeFocused();
  await expectAccessible(page, { isRepetition: true });
  await page.keyboard.press("Home");
  await expect(open(page)).not.toContainText("Benvolio Quartz");
  await expect(open(page)).toBeFocused();
  for (let at = 0; at < count; at += 1) await page.keyboard.press("a");
  await page.keyboard.press("End");
  await expect(open(page)).toContainText("Benvolio Quartz");
  await expect(tray(page).getByRole("button", { name: /^Put aside/ })).toHaveCount(0);
  await expect(tray(page).getByRole("button", { name: "Put it back there" })).toHaveCount(0);
  await expectAccessible(page, { isRepetition: true });
  // What cannot be done takes the keyboard nowhere, also not at what is done next elsewhere.
  await page.keyboard.press("a");
  const counted = () =>
    lostMarks(page).evaluateAll((doors) => doors.map((one) => one.getAttribute("data-hint")).join());
  const before = await counted();
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(counted).not.toBe(before);
  await expect(articleBox(page)).toBeFocused();
});
