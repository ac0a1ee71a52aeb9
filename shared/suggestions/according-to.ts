// "According to the ministry, …", "…, according to two officials".
import type { ArticleText } from "../model/article-text.ts";
import type { Candidate } from "./candidate.ts";
import { claimEnd } from "./claim-edges.ts";
import { phraseEnd } from "./noun-phrases.ts";
import { plainFeatures } from "./plain-features.ts";
import type { Sentence } from "./sentence.ts";
import { rangeOf, type Token } from "./token.ts";
import { voiceKind } from "./voice-kind.ts";

/** All of one sentence. */
export function accordingTo(
  article: ArticleText,
  sentences: readonly Sentence[],
  sentence: number,
): Candidate[] {
  const read = sentences[sentence];
  if (!read) return [];
  const { tokens, groups } = read;
  return tokens.flatMap((token, at): Candidate[] => {
    if (token.lower !== "according" || tokens[at + 1]?.lower !== "to" || token.quoted) return [];
    const last = voiceEnd(tokens, groups, at + 2);
    if (last === null) return [];
    const claim = (besideAccording(tokens, groups, at, last) ?? []).filter(([first, to]) => first <= to);
    if (claim.length === 0) return [];
    const subject = { first: at + 2, last, way: "near" as const };
    return [
      {
        voice: rangeOf(tokens, at + 2, last),
        cue: rangeOf(tokens, at, at + 1),
        claim: claim.map(([first, to]) => rangeOf(tokens, first, to)),
        features: plainFeatures(article, read, "according-to", voiceKind(tokens, subject), 0.9),
        sentence,
      },
    ];
  });
}

/** The phrase with the aside or the relative clause that names it more closely. */
function voiceEnd(tokens: readonly Token[], groups: Sentence["groups"], first: number): number | null {
  const last = phraseEnd(tokens, first);
  if (last === null) return null;
  const next = tokens[last + 1];
  const isClose = (at: number): boolean =>
    tokens[at] === undefined || /^[,.?!;]$/u.test(tokens[at]?.text ?? "");
  if (next?.pos === "VERB" || /^(?:who|that|which)$/u.test(next?.lower ?? "")) {
    let at = last + 1;
    while (!isClose(at + 1)) at += 1;
    return at;
  }
  const opening = tokens[last + 2];
  if (next?.text !== "," || !opening || !(opening.pos === "DET" || opening.lower === "who")) return last;
  let close = last + 2;
  while (!isClose(close)) close += 1;
  const hasVerb = groups.some(({ first: from, form }) => from > last && from < close && form === "finite");
  return (hasVerb && opening.lower !== "who") || close - last > 20 ? last : close - 1;
}

type Segment = readonly [first: number, last: number];

/** "According to X, CLAIM", "CLAIM, according to X", "CLAIM-A, according to X, CLAIM-B". */
function besideAccording(
  tokens: readonly Token[],
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
  const before: Segment = [from, to];
  const next = tokens[last + 2];
  const isOver =
    tokens[last + 1]?.text !== "," ||
    !next ||
    next.pos === "CCONJ" ||
    next.pos === "SCONJ" ||
    /^(?:who|which)$/u.test(next.lower) ||
    next.pos === "ADP";
  return isOver ? [before] : [before, [last + 2, claimEnd(tokens, groups, last + 2, true)]];
}
