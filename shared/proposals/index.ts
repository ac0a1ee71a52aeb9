// Proposes who says a claim and by which words, from the order of the words around it. Precise rather than complete: what
// is not plain is left to the annotator. Pure and fast enough to be asked on a key press.
import type { ArticleText } from "../model/article-text.ts";
import { overlaps, type Range, sameRange } from "../model/range.ts";
import type { ProposedCard } from "../suggestions/proposed-card.ts";
import { accordingTo } from "./according-to.ts";
import { type Surroundings, surroundingsOf } from "./around-claim.ts";
import { candidateBefore } from "./before-claim.ts";
import { candidateBehind } from "./behind-claim.ts";
import { type MarkedAlready, withMarked } from "./marked-nearby.ts";
import { candidatesOf } from "./of-cards.ts";
import type { Candidate, Proposal } from "./proposal.ts";

export type { MarkedAlready } from "./marked-nearby.ts";
export { type Proposal, type ProposedMark, type Rule, ruleReasons } from "./proposal.ts";

/** What the candidates are found by, best first where they score the same. */
const rules: readonly ((around: Surroundings) => Candidate | null)[] = [
  ({ between }) =>
    between
      .map((gap) => candidateBehind(gap, { quoted: true, rule: "between-segments", score: 0.98 }))
      .find((found) => found !== null) ?? null,
  ({ before, behind, ending, firstWord, opensQuotation }) => {
    const isMidSentence = before.some(({ mark }) => mark === null);
    // A claim without quotation marks, one that a verb before it takes, and one whose sentence is over, are followed by
    // something else.
    const isTaken = !opensQuotation && (firstWord === "to" || firstWord === "that");
    if (ending === "stopped" || (isMidSentence && (ending === "open" || isTaken))) return null;
    const quoted = ending === "quoted";
    return candidateBehind(behind, { quoted, rule: "behind-claim", score: quoted ? 0.95 : 0.86 });
  },
  accordingTo,
  candidateBefore,
];

/**
 * The proposals for a claim of these segments, the best first; empty when none is plain. `marked`: the spans of the
 * neighbourhood that could be its voice or cue, which are taken where they lie in the words found. `cards`: what is suggested for the
 * article, where that is known: a card for the same words goes before everything else.
 */
export function proposalsFor(
  article: ArticleText,
  segments: readonly Range[],
  marked: readonly MarkedAlready[] = [],
  cards: readonly ProposedCard[] = [],
): readonly Proposal[] {
  if (segments.length === 0) return [];
  const around = surroundingsOf(article, segments);
  const isOutside = (range: Range | null): boolean =>
    range === null || !segments.some((segment) => overlaps(segment, range));
  const ruleCandidates = rules
    .flatMap((rule) => rule(around) ?? [])
    .filter(({ voice, cue }) => isOutside(voice) && isOutside(cue))
    .sort((a, b) => b.score - a.score);
  const cardCandidates = candidatesOf(cards, segments);
  const others = ruleCandidates.filter((one) => !cardCandidates.some((other) => isAlike(one, other)));
  return withMarked([...cardCandidates, ...others], marked, segments).filter(isFirst);
}

/** The same voice and cue, whatever their edges. */
const isAlike = (a: Candidate, b: Candidate): boolean =>
  (["voice", "cue"] as const).every((slot) => {
    const [one, other] = [a[slot], b[slot]];
    return one && other ? overlaps(one, other) : one === other;
  });

function isFirst(proposal: Proposal, at: number, all: readonly Proposal[]): boolean {
  const isSame = (a: Range | null, b: Range | null): boolean => (a && b ? sameRange(a, b) : a === b);
  return all.findIndex(({ voice, cue }) => isSame(voice, proposal.voice) && isSame(cue, proposal.cue)) === at;
}
