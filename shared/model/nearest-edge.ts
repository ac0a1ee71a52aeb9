// Snaps an edge that is dragged roughly to a place: to the nearest edge of a word or a quotation.
import type { ArticleText } from "./article-text.ts";
import { quotationsTouching } from "./text-units.ts";
import { unitEdge } from "./unit-ranges.ts";

/** The nearest offset at which a word or a quotation has this edge; the offset itself where the text has neither. */
export function nearestEdge(article: ArticleText, offset: number, edge: "start" | "end"): number {
  // Where both are as near, the quotation is meant: its marks belong to a claim.
  const candidates = [
    ...quotationsTouching(article, { start: Math.max(0, offset - 2), end: offset + 2 }).map(
      (quotation) => quotation[edge],
    ),
    unitEdge(article, offset + 1, edge, { direction: "back", unit: "word" }),
    unitEdge(article, offset - 1, edge, { direction: "forward", unit: "word" }),
  ];
  let nearest = offset;
  let least = Infinity;
  for (const candidate of candidates) {
    if (candidate === null || Math.abs(candidate - offset) >= least) continue;
    nearest = candidate;
    least = Math.abs(candidate - offset);
  }
  return nearest;
}
