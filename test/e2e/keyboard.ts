// Works on the article as somebody without a mouse does: arrow keys to a place, Shift and arrows to select. It looks where
// the caret is, as a person does, and presses the next key.
import { expect, type Page } from "playwright/test";
import { type ArticleText, articleTextOf, paragraphAt } from "../../shared/model/article-text.ts";
import type { Range } from "../../shared/model/range.ts";

export interface Keyboard {
  /** How many keys were pressed so far. */
  presses(): number;
  press(key: string): Promise<void>;
  /** Types words, a key a character. */
  type(words: string): Promise<void>;
  /** What is selected; an empty range at the caret when nothing is. */
  selection(): Promise<Range>;
  /** Selects a stretch of the article, exactly. */
  select(range: Range): Promise<void>;
  /**
   * Where these words stand first; with `from`, at or behind the first place of those; with `behind`, after the first
   * place of those from there on. Throws when they do not.
   */
  find(words: string, place?: { readonly from?: string; readonly behind?: string }): Range;
  /** From the first words to the end of the last ones. */
  between(first: string, last: string, from?: string): Range;
}

/** The caret as a paragraph's index and an offset in it; `null` when the article has no caret. */
type Caret = { readonly paragraph: number; readonly offset: number } | null;

const readCaret = (page: Page, which: "focus" | "anchor" = "focus"): Promise<Caret> =>
  page.evaluate((side) => {
    const selection = window.getSelection();
    const node = side === "focus" ? selection?.focusNode : selection?.anchorNode;
    const element = node instanceof Element ? node : node?.parentElement;
    const paragraph = element?.closest("[data-p]");
    if (!selection || !node || !paragraph) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, side === "focus" ? selection.focusOffset : selection.anchorOffset);
    return { paragraph: Number(paragraph.getAttribute("data-p")), offset: before.toString().length };
  }, which);

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** The keyboard over a page that shows the article with this text. */
export function keyboardOn(page: Page, text: string): Keyboard {
  const article: ArticleText = articleTextOf(text);
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    presses += 1;
    await page.keyboard.press(key);
  };

  /** The caret as an offset of the article. After a dialog the keyboard comes back to it within a frame or two. */
  async function caret(): Promise<number> {
    await expect.poll(() => readCaret(page), { message: "The caret is in the article." }).not.toBeNull();
    return offsetOf(await readCaret(page));
  }

  function offsetOf(at: Caret): number {
    const paragraph = at && article.paragraphs[at.paragraph];
    if (!paragraph) throw new Error("The caret is not in the article.");
    return paragraph.start + at.offset;
  }

  /** Moves the caret to an offset: lines first, then words, then characters; looks where it is after each kind of step. */
  async function moveTo(offset: number, shift: "" | "Shift+"): Promise<void> {
    const goal = paragraphAt(article, offset);
    for (let tries = 0; tries < 500; tries += 1) {
      const at = await caret();
      if (at === offset) return;
      const forward = at < offset;
      const distance = Math.abs(at - offset);
      if (shift === "" && distance > 1_000 && offset < distance) {
        await press("ControlOrMeta+Home");
        continue;
      }
      if (paragraphAt(article, at) !== goal || distance > 90) {
        await press(`${shift}Arrow${forward ? "Down" : "Up"}`);
        if ((await caret()) === at) await press(`${shift}${forward ? "End" : "Home"}`);
        continue;
      }
      const near = distance <= 12;
      const between = text.slice(Math.min(at, offset), Math.max(at, offset));
      const steps = near ? [...between].length : Math.max(1, wordsIn(between) - 1);
      const key = `${near ? "" : "Control+"}${shift}Arrow${forward ? "Right" : "Left"}`;
      for (let step = 0; step < steps; step += 1) await press(key);
    }
    throw new Error(`The caret could not be moved to ${offset}.`);
  }

  const find: Keyboard["find"] = (words, { from = "", behind = from } = {}) => {
    const start = text.indexOf(from);
    const after = behind === from ? start : text.indexOf(behind, start) + behind.length;
    const at = text.indexOf(words, after);
    if (start < 0 || at < 0) throw new RangeError(`The article does not say “${words}” there.`);
    return { start: at, end: at + words.length };
  };

  return {
    presses: () => presses,
    press,
    async type(words) {
      presses += words.length;
      await page.keyboard.type(words);
    },
    async selection() {
      const end = await caret();
      const start = offsetOf(await readCaret(page, "anchor"));
      return { start: Math.min(start, end), end: Math.max(start, end) };
    },
    async select({ start, end }) {
      await moveTo(start, "");
      await moveTo(end, "Shift+");
    },
    find,
    between(first, last, from = "") {
      const { start, end } = find(first, { from });
      const at = text.indexOf(last, end - 1);
      if (at < 0) throw new RangeError(`The article does not say “${last}” there.`);
      return { start, end: at + last.length };
    },
  };
}
