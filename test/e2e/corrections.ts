// What people do who correct an article's text, by keyboard.
import type { Page } from "playwright/test";
import { expect } from "./fixtures.ts";
import { articleBox } from "./steps.ts";

/** Three paragraphs, with two words in the first that somebody corrects. */
export const misspelt =
  "The maior of Lund said the bridge woud close.\n\nNobody was asked about it before.\n\nThe end of it.\n";

export const editorOn = (page: Page) => page.getByRole("textbox", { name: "Text of “" });

/** Selects words in the editor, of which the text is known. */
export async function select(page: Page, of: string, words: string): Promise<void> {
  await expect(editorOn(page)).toBeFocused();
  // An editor that has just got the keyboard puts its own caret there a few frames later.
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+Home");
    for (let frames = 0; frames < 4; frames += 1) expect(await isAtStart(page)).toBe(true);
  }).toPass();
  for (let at = 0; at < of.indexOf(words); at += 1) await page.keyboard.press("ArrowRight");
  for (let at = 0; at < words.length; at += 1) await page.keyboard.press("Shift+ArrowRight");
}

/** Whether the caret is at the beginning of the text, with the next frame. */
const isAtStart = (page: Page): Promise<boolean> =>
  editorOn(page).evaluate(
    (box) =>
      new Promise((tell) => {
        requestAnimationFrame(() => {
          const { anchorNode, anchorOffset } = window.getSelection() ?? {};
          tell(
            anchorOffset === 0 && box.querySelector(".correct-line")?.contains(anchorNode ?? null) === true,
          );
        });
      }),
  );

export async function correct(page: Page, of: string, words: string, by: string): Promise<string> {
  await select(page, of, words);
  if (by === "") await page.keyboard.press("Delete");
  else await page.keyboard.insertText(by);
  const corrected = of.replace(words, by);
  await expect.poll(() => linesOf(page)).toEqual(corrected.split("\n"));
  return corrected;
}

export const linesOf = (page: Page) => editorOn(page).locator(".correct-line").allTextContents();

export async function save(page: Page, why = ""): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Enter");
  const summary = page.getByRole("dialog", { name: "What the correction does" });
  await expect(summary.getByText("The text as it is now is kept")).toBeVisible();
  await page.keyboard.insertText(why);
  await page.keyboard.press("Enter");
  await expect(summary).toHaveCount(0);
  await expect(articleBox(page)).toBeFocused();
}
