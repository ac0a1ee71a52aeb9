// The article is there to be read, selected and copied, and nothing that a person or an input method does changes it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { repository } from "./drivers.ts";
import { expect, test } from "./fixtures.ts";
import { articleBox, openText } from "./steps.ts";

const text = readFileSync(join(repository, "test/fixtures/journeys/harbour-bridge.txt"), "utf8");

let folder: string;
test.beforeEach(({ folder: own }) => {
  folder = own;
});

/** Presses the key for copying, and tells what would be on the clipboard. */
async function copied(page: Page): Promise<string> {
  await page.evaluate(() => {
    window.addEventListener(
      "copy",
      (event) => {
        document.documentElement.dataset.copied = event.clipboardData?.getData("text/plain") ?? "";
      },
      { once: true },
    );
  });
  await page.keyboard.press("ControlOrMeta+c");
  return page.evaluate(() => document.documentElement.dataset.copied ?? "");
}

test("typing, pasting, cutting, dropping and composing leave every character as it was", async ({
  launchApp,
}) => {
  const { page } = await openText(launchApp, folder, text);
  const shown = await articleBox(page).textContent();
  const input = await page.context().newCDPSession(page);

  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("xyz");
  for (const key of ["Enter", "Backspace", "Delete", "ControlOrMeta+Backspace", "ControlOrMeta+b"])
    await page.keyboard.press(key);
  expect(await articleBox(page).textContent()).toBe(shown);

  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("ControlOrMeta+x");
  await page.keyboard.press("ControlOrMeta+v");
  expect(await articleBox(page).textContent()).toBe(shown);

  await input.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
  await input.send("Input.insertText", { text: "日本" });
  await page.keyboard.press("ArrowRight");
  await expect(articleBox(page)).toHaveText(shown ?? "");
});

test("what is copied is the article's own text, line ends included", async ({ launchApp }) => {
  const { page } = await openText(launchApp, folder, text);
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("Shift+ControlOrMeta+End");
  expect(await copied(page)).toBe(text);
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("Shift+End");
  const part = await copied(page);
  expect(part).not.toBe("");
  expect(text).toContain(part);
  expect(part.length).toBeLessThan(text.length);
});

test("the line that is read stays when the window becomes narrower and wider", async ({ launchApp }) => {
  const lines = Array.from(
    { length: 80 },
    (_, at) => `Paragraph ${at} of these. ${"It goes on and on. ".repeat(20)}`,
  );
  const { page } = await openText(launchApp, folder, lines.join("\n"));
  await articleBox(page).hover();
  await page.mouse.wheel(0, 4000);
  /** The paragraph at the top of what is in view. */
  const first = () =>
    page.locator(".article-scroller").evaluate((scroller) => {
      const { top } = scroller.getBoundingClientRect();
      const shown = [...scroller.querySelectorAll("p")].find(
        (one) => one.getBoundingClientRect().bottom > top + 2,
      );
      return shown?.textContent?.slice(0, 14);
    });
  await expect.poll(first).not.toBe("Paragraph 0 of");
  await page.waitForTimeout(500);
  const read = await first();
  for (const width of [900, 1500, 1280]) {
    await page.setViewportSize({ width, height: 720 });
    await expect.poll(first).toBe(read);
  }
});

test("the line that is read and the caret stay while a page is in the place of the article", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const lines = Array.from(
    { length: 60 },
    (_, at) => `Paragraph ${at} of these. ${"It goes on. ".repeat(20)}`,
  );
  const { page, keys } = await openText(launchApp, folder, lines.join("\n"));
  const scroller = page.locator(".article-scroller");
  const top = () => scroller.evaluate((one) => one.scrollTop);
  await articleBox(page).hover();
  await page.mouse.wheel(0, 2000);
  await expect.poll(top).toBeGreaterThan(1500);
  await scroller.click({ position: { x: 300, y: 300 } });
  const caret = await keys.selection();
  const read = await top();
  // At once: what was scrolled to last counts, too.
  await page.keyboard.press("ControlOrMeta+Alt+8");
  await expect(page.getByRole("main", { name: "Board" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(articleBox(page)).toBeFocused();
  await expect.poll(async () => Math.abs((await top()) - read)).toBeLessThan(40);
  expect(await keys.selection()).toEqual(caret);
});

test("a key that belongs to the window is not kept by the article", {
  tag: "@repetition",
}, async ({ launchApp }) => {
  const { page } = await openText(launchApp, folder, text);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
});
