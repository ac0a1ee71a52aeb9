// Candidates whose verb is passive: "was accused of", "is expected to", "was first reported by".
import type { ArticleText } from "../model/article-text.ts";
import type { Candidate } from "./candidate.ts";
import type { FoundClaim } from "./found-claim.ts";
import { makeCandidate, shareOf } from "./make-candidate.ts";
import { phraseEnd } from "./noun-phrases.ts";
import type { Sentence } from "./sentence.ts";
import { subjectOf } from "./subjects.ts";
import type { Token } from "./token.ts";
import { passiveWith } from "./verb-frames.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** "was accused of", "is expected to", "was first reported by". */
export function passiveCandidate(
  article: ArticleText,
  read: Sentence,
  sentence: number,
  at: number,
  group: VerbGroup,
): Candidate | null {
  const { tokens, groups } = read;
  const subject = subjectOf(tokens, groups, at);
  const by = byPhrase(tokens, group.last + 1);
  const takes = passiveWith.get(group.lemma);
  const next = tokens[group.last + 1];
  const isTaken = next !== undefined && (takes?.has(next.lower) ?? false);
  if (
    !subject ||
    shareOf(group.lemma) < (by ? 0.25 : 0.28) ||
    (!by && !isTaken) ||
    subject.way === "relative"
  )
    return null;
  const behind: (readonly [number, number])[] = [];
  if (isTaken && next) {
    const from = group.last + 2;
    const to = by ? by.preposition - 1 : lastWord(tokens);
    if (from <= to) behind.push([next.lower === "to" ? from - 1 : from, to]);
  }
  const claim: FoundClaim = {
    segments: [[subject.first, subject.last], ...behind],
    rule: "passive",
    cueLast: group.last,
  };
  const voice = by ? { first: by.first, last: by.last, way: "turned" as const } : null;
  return makeCandidate(article, read, sentence, group, group.first, voice, claim);
}

function byPhrase(
  tokens: readonly Token[],
  from: number,
): { preposition: number; first: number; last: number } | null {
  for (let at = from; at < Math.min(tokens.length, from + 6); at += 1) {
    if (tokens[at]?.pos === "PUNCT") return null;
    if (tokens[at]?.lower !== "by") continue;
    const last = phraseEnd(tokens, at + 1);
    return last === null || tokens[at + 1]?.pos === "VERB" ? null : { preposition: at, first: at + 1, last };
  }
  return null;
}

function lastWord(tokens: readonly Token[]): number {
  let last = tokens.length - 1;
  while (last > 0 && tokens[last]?.pos === "PUNCT") last -= 1;
  return last;
}
