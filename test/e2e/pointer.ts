// Works on the article as somebody with a mouse does: clicks on characters, and drags over words.
import type { Page } from "playwright/test";
import { articleTextOf, paragraphAt } from "../../shared/model/article-text.ts";
import type { Range } from "../../shared/model/range.ts";
import { articleBox } from "./steps.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a character of the article with this text is on the screen, by its offset; it is scrolled into view first. */
async function pointAt(page: Page, of: string, offset: number): Promise<Point> {
  const article = articleTextOf(of);
  const paragraph = paragraphAt(article, offset);
  const inParagraph = offset - (article.paragraphs[paragraph]?.start ?? 0);
  return await articleBox(page).evaluate(
    (box, { at, from }) => {
      const texts = document.createTreeWalker(
        box.querySelector(`[data-p="${at}"]`) ?? box,
        NodeFilter.SHOW_TEXT,
      );
      let before = 0;
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (from < before + length) {
          const range = document.createRange();
          range.setStart(node, from - before);
          range.setEnd(node, from - before + 1);
          range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
          const { left, top, height } = range.getBoundingClientRect();
          return { x: left + 1, y: top + height / 2 };
        }
        before += length;
      }
      throw new Error("The paragraph is shorter.");
    },
    { at: paragraph, from: inParagraph },
  );
}

/** Clicks at a character of the article with this text, by its offset. */
export async function clickAt(page: Page, of: string, offset: number): Promise<void> {
  const { x, y } = await pointAt(page, of, offset);
  await page.mouse.click(x, y);
}

/** Selects a range of one paragraph that is in view by dragging over it. */
export async function dragOver(page: Page, of: string, { start, end }: Range): Promise<void> {
  const from = await pointAt(page, of, start);
  const to = await pointAt(page, of, end);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}
