// What somebody sees of the article while tagging it: what is proposed, and where.
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
