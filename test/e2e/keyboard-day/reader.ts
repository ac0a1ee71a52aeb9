// What somebody sees of the article while tagging it: how much of it, what is proposed, and the letters of places to jump to.
import type { Page } from "playwright/test";
import { type ArticleText, articleTextOf } from "../../../shared/model/article-text.ts";
import { hull, type Range } from "../../../shared/model/range.ts";

export interface Proposed {
  readonly voice: Range | null;
  readonly cue: Range | null;
}

interface Piece {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly slot: "voice" | "cue";
}

/** The ghosts on the screen, as ranges of the article; `null` when nothing is proposed. */
export async function proposedOn(page: Page, text: string): Promise<Proposed | null> {
  const pieces = await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const found: Piece[] = [];
    for (const mark of document.querySelectorAll("mark[data-proposed]")) {
      const paragraph = mark.closest("[data-p]");
      if (!paragraph) continue;
      const before = document.createRange();
      before.setStart(paragraph, 0);
      before.setEndBefore(mark);
      const start = before.toString().length;
      const end = start + (mark.textContent?.length ?? 0);
      for (const slot of ["voice", "cue"] as const)
        if ([...mark.classList].some((name) => name.endsWith(`ghost-${slot}`)))
          found.push({ paragraph: Number(paragraph.getAttribute("data-p")), start, end, slot });
    }
    return found;
  });
  if (pieces.length === 0) return null;
  const article = articleTextOf(text);
  return { voice: rangeOf(article, pieces, "voice"), cue: rangeOf(article, pieces, "cue") };
}

function rangeOf(article: ArticleText, pieces: readonly Piece[], slot: Piece["slot"]): Range | null {
  const ranges = pieces
    .filter((piece) => piece.slot === slot)
    .map(({ paragraph, start, end }) => {
      const from = article.paragraphs[paragraph]?.start ?? 0;
      return { start: from + start, end: from + end };
    });
  return ranges.length === 0 ? null : hull(ranges);
}

/** The lines that are wholly on the screen, as a stretch of the article. */
export async function shownOn(page: Page, text: string): Promise<Range> {
  const [first, last] = await page.evaluate(() => {
    const frame = document.querySelector(".article-scroller")?.getBoundingClientRect();
    const column = document.querySelector("[data-p]")?.getBoundingClientRect();
    if (!frame || !column) return [null, null];
    const lines: { paragraph: number; start: number; end: number }[] = [];
    for (const paragraph of document.querySelectorAll(".article [data-p]")) {
      const box = paragraph.getBoundingClientRect();
      if (box.bottom <= frame.top || box.top >= frame.bottom) continue;
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let offset = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        for (let at = 0; at < length; at += 1) {
          const character = document.createRange();
          character.setStart(node, at);
          character.setEnd(node, at + 1);
          const { top, bottom } = character.getBoundingClientRect();
          if (top >= frame.top && bottom <= frame.bottom)
            lines.push({
              paragraph: Number(paragraph.getAttribute("data-p")),
              start: offset + at,
              end: offset + at + 1,
            });
        }
        offset += length;
      }
    }
    return [lines[0] ?? null, lines.at(-1) ?? null];
  });
  const { paragraphs } = articleTextOf(text);
  const startOf = (paragraph: number): number => paragraphs[paragraph]?.start ?? 0;
  if (!first || !last) throw new Error("Nothing of the article is on the screen.");
  return { start: startOf(first.paragraph) + first.start, end: startOf(last.paragraph) + last.end };
}

/** The letters that are shown, by the offset of the words at which they stand. */
export async function lettersOn(page: Page): Promise<ReadonlyMap<number, string>> {
  const labels = await page
    .locator(".jump-label")
    .evaluateAll((all) =>
      all.map((label) => [Number((label as HTMLElement).dataset.offset), label.textContent ?? ""] as const),
    );
  return new Map(labels);
}
