// “That” and “to”, “dass” and “que” belong to the claim: a claim that begins right after one of them, behind its cue, has lost it.
import { moveEdge } from "../commands/edit-segments.ts";
import type { Attribution } from "../model/attribution.ts";
import { message } from "../words/message.ts";
import { type CheckContext, type CheckOf, fixBy } from "./check.ts";
import { spanOf } from "./facts.ts";
import { edgeWordsOf } from "./words-of-claims.ts";

export const claimLacksThat: CheckOf<"card"> = {
  id: "claim-lacks-that",
  of: "card",
  severity: "style",
  page: "claim",
  find(card, context) {
    const omission = lost(card, context);
    return omission
      ? { says: message("checks.claim-lacks-that-says", { word: omission.word }), range: omission.range }
      : null;
  },
  fixes(card, context) {
    const omission = lost(card, context);
    if (!omission || card.claim === null) return [];
    return [
      fixBy(message("checks.fix-take-in", { word: omission.word }), moveEdge, {
        span: card.claim,
        segment: 0,
        edge: "start",
        to: omission.range.start,
      }),
    ];
  },
};

function lost(card: Attribution, context: CheckContext) {
  const claim = spanOf(context, card.claim)?.segments[0];
  const cue = spanOf(context, card.cue)?.segments.findLast(({ end }) => claim && end <= claim.start);
  if (!claim || !cue || claim.start - cue.end > 120) return null;
  const between = context.text.text.slice(cue.end, claim.start);
  const match = edgeWordsOf(context.text.language).afterCue.exec(between);
  const word = match?.[1] ?? match?.[2];
  if (word === undefined) return null;
  const start = claim.start - between.length + between.trimEnd().length - word.length;
  return { word, range: { start, end: start + word.length } };
}
