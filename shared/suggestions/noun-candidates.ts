// Candidates whose cue is a noun that somebody owns: "her claim that", "the mayor’s call for".
import type { ArticleText } from "../model/article-text.ts";
import type { Candidate } from "./candidate.ts";
import { claimEnd, startsClause } from "./claim-edges.ts";
import { plainFeatures, voiceKind } from "./make-candidate.ts";
import type { Sentence } from "./sentence.ts";
import { isNominal, rangeOf, type TaggedToken } from "./token.ts";
import { documentNouns, possessives, words } from "./word-lists.ts";

/** Nouns that hold what somebody says or thinks: "her claim that", "a warning that". */
const claimNouns = words(
  "claim claims allegation allegations belief fear fears concern concerns hope hopes warning warnings assertion assertions suggestion " +
    "suggestions argument accusation accusations promise promises pledge vow statement announcement insistence contention view opinion " +
    "conviction admission emphasis reminder boast prediction predictions rumor rumors rumour rumours speculation complaint complaints threat assurance assurances " +
    "notion doubt doubts conclusion finding findings theory recommendation report reports charge charges message narrative acknowledgment acknowledgement reports indication rule",
);
const callNouns = words(
  "call calls support criticism endorsement opposition plan proposal decision comments remarks views attack attacks praise demand demands refusal willingness vow promise promises pledge desire request condemnation denial concerns concern fears questions",
);
/** Nouns that hold it with "is that" alone: "her bet is that". */
const heldNouns = words(
  "bet point advice reasoning thinking idea answer response worry position stance impression understanding guess hunch instinct sense " +
    "feeling expectation goal aim thesis pitch excuse defence defense",
);
const callPrepositions = /^(?:for|of|to|about|on|against|over)$/u;

/** All of one sentence. */
export function nounCandidates(
  article: ArticleText,
  sentences: readonly Sentence[],
  sentence: number,
): Candidate[] {
  const parsedSentence = sentences[sentence];
  if (!parsedSentence) return [];
  const { tokens, groups } = parsedSentence;
  return tokens.flatMap((token, at): Candidate[] => {
    if (token.pos !== "NOUN" || token.quoted) return [];
    const nextToken = tokens[at + 1];
    const isThat =
      nextToken?.pos === "AUX" &&
      /^(?:is|was|'s)$/u.test(nextToken.lower) &&
      tokens[at + 2]?.lower === "that";
    const beside = isThat ? at + 2 : at + 1;
    const takesThat =
      tokens[beside]?.lower === "that" &&
      (claimNouns.has(token.lower) || (isThat && heldNouns.has(token.lower))) &&
      startsClause(tokens, groups, beside + 1);
    const takesOf =
      nextToken !== undefined &&
      callNouns.has(token.lower) &&
      (callPrepositions.test(nextToken.lower) ||
        (nextToken.lower === "to" && tokens[at + 2]?.pos === "VERB"));
    if (!takesThat && !takesOf) return [];
    const owner = ownerOf(tokens, at);
    if (!owner) return [];
    const from = takesThat
      ? beside
      : nextToken?.lower === "to" && tokens[at + 2]?.pos === "VERB"
        ? at + 1
        : at + 2;
    const to = claimEnd(tokens, groups, from, takesThat);
    if (to < from) return [];
    const subject = owner && { ...owner, way: "near" as const };
    return [
      {
        voice: owner && rangeOf(tokens, owner.first, owner.last),
        cue: rangeOf(tokens, at, isThat && takesThat ? at + 1 : takesThat || from === at + 1 ? at : at + 1),
        claim: [rangeOf(tokens, from, to)],
        features: plainFeatures(
          article,
          parsedSentence,
          "noun",
          subject ? voiceKind(tokens, subject) : "none",
          takesThat ? 0.6 : 0.3,
        ),
        sentence,
      },
    ];
  });
}

/** "his", "the mayor’s": whose noun it is. Without the mark of the possessive. */
function ownerOf(
  tokens: readonly TaggedToken[],
  noun: number,
): { readonly first: number; readonly last: number } | null {
  let at = noun - 1;
  // "a New York Times report that": an outlet or a body before the noun.
  if (tokens[at]?.pos === "PROPN" && documentNouns.has(tokens[noun]?.lower ?? "")) {
    while (tokens[at - 1]?.pos === "PROPN") at -= 1;
    return { first: at, last: noun - 1 };
  }
  while (tokens[at]?.pos === "ADJ" || tokens[at]?.pos === "NOUN") at -= 1;
  const token = tokens[at];
  if (!token) return null;
  if (token.pos === "PRON" && possessives.has(token.lower)) return { first: at, last: at };
  if (token.pos !== "PART" || !/^'s?$/u.test(token.lower)) return null;
  let firstIndex = at - 1;
  while (
    firstIndex > 0 &&
    (isNominal(tokens[firstIndex - 1]) ||
      tokens[firstIndex - 1]?.pos === "ADJ" ||
      tokens[firstIndex - 1]?.pos === "DET")
  )
    firstIndex -= 1;
  return firstIndex < at ? { first: firstIndex, last: at } : null;
}
