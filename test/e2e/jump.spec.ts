// Letters to jump to: a key shows them at the clauses or words on the screen, and typing them selects.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { repository } from "./drivers.ts";
import { expect, test } from "./fixtures.ts";
import { lettersOn } from "./keyboard-day/reader.ts";
import { articleBox, expectAccessible, openText } from "./steps.ts";

const text = readFileSync(join(repository, "test/fixtures/journeys/harbour-bridge.txt"), "utf8");

async function lettersAt(page: Page, offset: number): Promise<readonly string[]> {
  const letters = (await lettersOn(page)).get(offset);
  if (letters === undefined) throw new RangeError(`No letters are shown at ${offset}.`);
  return [...letters];
}

test("letters lead to a clause or a word, Shift extends the selection, and Esc leaves all as it is", async ({
  launchApp,
  folder,
}) => {
  const { page, keys } = await openText(launchApp, folder, text);
  const labels = page.locator(".jump-label");
  const notice = page.locator(".notice-place");
  const quotation = keys.find("We will rebuild it");

  // Of a word: all its letters, and no key of the article besides.
  await keys.press(";");
  await expect(notice).toContainText(/words: type the letters of one/u);
  await expectAccessible(page);
  // None of the text, which has letters down to its last line, lies under what is said of them.
  const textBox = await page.locator(".article-scroller").boundingBox();
  const noticeBox = await notice.locator(".notice").boundingBox();
  expect(noticeBox?.y).toBeGreaterThanOrEqual((textBox?.y ?? Number.NaN) + (textBox?.height ?? Number.NaN));
  for (const letter of await lettersAt(page, quotation.start)) await keys.press(letter);
  await expect(labels).toHaveCount(0);
  expect(await keys.selection()).toEqual({ start: quotation.start, end: quotation.start + "We".length });

  // To another word, with Shift at the last letter.
  await keys.press(";");
  const last = quotation.end - "it".length;
  const letters = await lettersAt(page, last);
  for (const letter of letters.slice(0, -1)) await keys.press(letter);
  await keys.press(`Shift+${letters.at(-1)}`);
  expect(await keys.selection()).toEqual(quotation);

  // Esc, and Backspace with nothing typed, only take the letters away; a letter that leads nowhere does nothing.
  for (const key of ["Escape", "Backspace"]) {
    await keys.press(",");
    await expect(notice).toContainText(/clauses: type the letters of one/u);
    await keys.press(key);
    await expect(labels).toHaveCount(0);
    await expect(notice).toBeEmpty();
    expect(await keys.selection()).toEqual(quotation);
  }
  await expect(articleBox(page)).toBeFocused();

  // The nearest clause is the one at the caret, and has the first letter. Any other key leaves the letters and does what it does.
  await keys.press(",");
  const shown = [...(await lettersOn(page)).values()];
  expect(shown).toContain("a");
  expect(Math.max(...shown.map(({ length }) => length))).toBeLessThanOrEqual(2);
  await keys.press("3");
  await expect(labels).toHaveCount(0);
  await expect(page.getByRole("heading", { name: /claim in focus/i })).toBeVisible();
});
