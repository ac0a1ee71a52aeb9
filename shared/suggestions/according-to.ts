// "According to the ministry, …", "…, according to two officials".
import type { ArticleText } from "../model/article-text.ts";
import type { Candidate } from "./candidate.ts";
import { claimEnd } from "./claim-edges.ts";
import { plainFeatures, voiceKind } from "./make-candidate.ts";
import { phraseEnd } from "./noun-phrases.ts";
import type { Sentence } from "./sentence.ts";
import { rangeOf, type TaggedToken } from "./token.ts";

/** All of one sentence. */
export function accordingTo(
  article: ArticleText,
  sentences: readonly Sentence[],
  sentence: number,
): Candidate[] {
  const parsedSentence = sentences[sentence];
  if (!parsedSentence) return [];
  const { tokens, groups } = parsedSentence;
  return tokens.flatMap((token, at): Candidate[] => {
    if (token.lower !== "according" || tokens[at + 1]?.lower !== "to" || token.quoted) return [];
    const lastIndex = voiceEnd(tokens, groups, at + 2);
    if (lastIndex === null) return [];
    const claim = (besideAccording(tokens, groups, at, lastIndex) ?? []).filter(([first, to]) => first <= to);
    if (claim.length === 0) return [];
    const subject = { first: at + 2, last: lastIndex, way: "near" as const };
    return [
      {
        voice: rangeOf(tokens, at + 2, lastIndex),
        cue: rangeOf(tokens, at, at + 1),
        claim: claim.map(([first, to]) => rangeOf(tokens, first, to)),
        features: plainFeatures(article, parsedSentence, "according-to", voiceKind(tokens, subject), 0.9),
        sentence,
      },
    ];
  });
}

/** The phrase with the aside or the relative clause that names it more closely. */
function voiceEnd(tokens: readonly TaggedToken[], groups: Sentence["groups"], first: number): number | null {
  const lastIndex = phraseEnd(tokens, first);
  if (lastIndex === null) return null;
  const nextToken = tokens[lastIndex + 1];
  const isClose = (at: number): boolean =>
    tokens[at] === undefined || /^[,.?!;]$/u.test(tokens[at]?.text ?? "");
  if (nextToken?.pos === "VERB" || /^(?:who|that|which)$/u.test(nextToken?.lower ?? "")) {
    let at = lastIndex + 1;
    while (!isClose(at + 1)) at += 1;
    return at;
  }
  const openingToken = tokens[lastIndex + 2];
  if (
    nextToken?.text !== "," ||
    !openingToken ||
    !(openingToken.pos === "DET" || openingToken.lower === "who")
  )
    return lastIndex;
  let close = lastIndex + 2;
  while (!isClose(close)) close += 1;
  const hasVerb = groups.some(
    ({ first: from, form }) => from > lastIndex && from < close && form === "finite",
  );
  return (hasVerb && openingToken.lower !== "who") || close - lastIndex > 20 ? lastIndex : close - 1;
}

type Segment = readonly [first: number, last: number];

/** "According to X, CLAIM", "CLAIM, according to X", "CLAIM-A, according to X, CLAIM-B". */
function besideAccording(
  tokens: readonly TaggedToken[],
  groups: Sentence["groups"],
  at: number,
  last: number,
): Segment[] | null {
  const isFirst = tokens
    .slice(0, at)
    .every(({ pos, lower }) => pos === "CCONJ" || pos === "PUNCT" || pos === "ADV" || lower === "but");
  if (isFirst) {
    const from = tokens[last + 1]?.text === "," ? last + 2 : last + 1;
    if (from >= tokens.length) return null;
    return [[from, claimEnd(tokens, groups, from, true)]];
  }
  let to = at - 1;
  while (tokens[to]?.text === "," || tokens[to]?.pos === "ADV" || /^[—–(]$/u.test(tokens[to]?.text ?? ""))
    to -= 1;
  let from = 0;
  for (let index = to; index >= 0; index -= 1)
    if (tokens[index]?.text === ";") {
      from = index + 1;
      break;
    }
  if (to < from) return null;
  const segmentBefore: Segment = [from, to];
  const nextToken = tokens[last + 2];
  const isOver =
    tokens[last + 1]?.text !== "," ||
    !nextToken ||
    nextToken.pos === "CCONJ" ||
    nextToken.pos === "SCONJ" ||
    /^(?:who|which)$/u.test(nextToken.lower) ||
    nextToken.pos === "ADP";
  return isOver ? [segmentBefore] : [segmentBefore, [last + 2, claimEnd(tokens, groups, last + 2, true)]];
}
