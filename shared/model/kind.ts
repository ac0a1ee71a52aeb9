// The kind of a claim, direct, indirect or mixed, read off the quotation marks.
import type { AnnotationSet } from "./annotation-set.ts";
import { type ArticleText, paragraphAt } from "./article-text.ts";
import type { Attribution, Kind } from "./attribution.ts";
import type { Quotation } from "./quotations.ts";
import { contains, hull, overlaps, type Range } from "./range.ts";
import { get } from "./table.ts";
import { quotationsTouching } from "./text-units.ts";
import { wordsOf } from "./words.ts";

/**
 * `direct` when all of the claim's words stand in quotation marks that are its own, `indirect` when none do, else
 * `mixed`. The marks around an inner voice belong to the outer one: when `card` lies within another, a quotation that
 * goes on beyond the claim is not the claim's own. The same of a card and of a suggestion, which says in another way what it lies within;
 * `segments`: in order, at least one.
 */
export function kindOf(
  claim: { readonly segments: readonly Range[] },
  card: { readonly within: unknown },
  article: QuotedText,
): Kind {
  const claimHull = hull(claim.segments);
  const isOwn = (quotation: Quotation): boolean =>
    card.within === null || !goesBeyond(article.text, quotation, claimHull);
  const segments = claim.segments.map((segment) => ({
    segment,
    own: quotationsTouching(article, segment).filter(isOwn),
  }));
  // Most claims: finding words is what costs, and lists ask for the kind of every card they show.
  if (segments.every(({ own }) => own.length === 0)) return "indirect";
  let quoted = 0;
  let words = 0;
  for (const { segment, own } of segments) {
    for (const word of wordsTouching(article, segment)) {
      words += 1;
      if (own.some(({ inner }) => overlaps(inner, word))) quoted += 1;
    }
  }
  if (quoted === 0) return "indirect";
  return quoted === words ? "direct" : "mixed";
}

/** What of an article its quotations are read off. */
export type QuotedText = Pick<ArticleText, "text" | "paragraphs" | "quotations">;

/** The annotator's own judgement, else the computed kind; `null` for a card without a claim. */
export function effectiveKind(card: Attribution, set: AnnotationSet, article: ArticleText): Kind | null {
  if (card.kind !== null) return card.kind;
  const claim = card.claim === null ? undefined : get(set.spans, card.claim);
  return claim ? kindOf(claim, card, article) : null;
}

/** True when the claim lies inside the quotation, and the quotation holds words beside it. */
function goesBeyond(text: string, quotation: Quotation, claim: Range): boolean {
  if (!contains(quotation, claim)) return false;
  const { inner } = quotation;
  return (
    wordsOf(text, { start: inner.start, end: Math.max(inner.start, claim.start) }).length > 0 ||
    wordsOf(text, { start: Math.min(claim.end, inner.end), end: inner.end }).length > 0
  );
}

/** The words of which a segment, which may have been set freely, holds at least a part. */
function wordsTouching(article: QuotedText, segment: Range): Range[] {
  const words: Range[] = [];
  for (let at = paragraphAt(article, segment.start); at < article.paragraphs.length; at += 1) {
    const paragraph = article.paragraphs[at];
    if (!paragraph || paragraph.start >= segment.end) break;
    const start = Math.max(paragraph.start, segment.start);
    for (const word of wordsOf(article.text, { start, end: Math.min(paragraph.end, segment.end) }))
      words.push(word);
  }
  return words;
}
