// Quotations that go on behind an attribution, in the next sentences or the next paragraph, belong to the same claim.
import type { ArticleText } from "../model/article-text.ts";
import type { Candidate } from "./candidate.ts";
import type { Rated } from "./nesting.ts";
import type { Sentence } from "./sentence.ts";

/** A sentence in which somebody clearly speaks begins a claim of its own. */
const clear = 0.3;

/** The same candidates, with the quotations that go on joined to their claims. */
export function joinResumed(
  article: ArticleText,
  sentences: readonly Sentence[],
  rated: readonly Rated[],
): Rated[] {
  const bySentence = new Map<number, number>();
  for (const { candidate, confidence } of rated)
    if (confidence >= clear)
      bySentence.set(candidate.sentence, (bySentence.get(candidate.sentence) ?? 0) + 1);
  return rated.map((one) => {
    const { candidate } = one;
    if (!/^quotation/u.test(candidate.features.rule) && !endsInQuotation(article, candidate)) return one;
    const last = candidate.claim.at(-1);
    const own = sentences[candidate.sentence];
    if (!last || !own) return one;
    const claim = [...candidate.claim];
    for (let at = candidate.sentence + 1; at < sentences.length && at - candidate.sentence < 40; at += 1) {
      const next = sentences[at];
      if (!next || (bySentence.get(at) ?? 0) > 0 || !isOnlyQuotation(next)) break;
      if (
        next.paragraph !== own.paragraph &&
        !(next.paragraph - (sentences[at - 1]?.paragraph ?? 0) === 1 && isOpenBefore(article, sentences, at))
      )
        break;
      const quotation = next.tokens.find(({ pos }) => pos === "QUOTE");
      if (!quotation) break;
      claim.push({ start: quotation.start, end: quotation.end });
    }
    return claim.length === candidate.claim.length ? one : { ...one, candidate: { ...candidate, claim } };
  });
}

function endsInQuotation({ text }: ArticleText, { claim }: Candidate): boolean {
  return /[”"’]$/u.test(text.slice(claim[0]?.start ?? 0, claim.at(-1)?.end ?? 0));
}

const isOnlyQuotation = ({ tokens }: Sentence): boolean =>
  tokens.length > 0 &&
  tokens.every(({ pos }) => pos === "QUOTE" || pos === "PUNCT") &&
  tokens.some(({ pos }) => pos === "QUOTE");

/** The paragraph before left its quotation open. */
function isOpenBefore({ text }: ArticleText, sentences: readonly Sentence[], at: number): boolean {
  const before = sentences[at - 1];
  const quotation = before?.tokens.at(-1);
  return quotation?.pos === "QUOTE" && !/[”"»’]$/u.test(text.slice(quotation.start, quotation.end).trimEnd());
}
