// The beginnings of clauses and phrases, and the ends of phrases of time and place.
import { phraseEnd, simplePhraseEnd } from "./noun-phrases.ts";
import { isNominal, type TaggedToken } from "./token.ts";
import type { VerbGroup } from "./verb-groups.ts";
import { adverbialPrepositions, timeNouns } from "./word-lists.ts";

/** Nothing more of the clause follows. */
export const isEnd = (token: TaggedToken | undefined): boolean =>
  token === undefined || (token.pos === "PUNCT" && /^[.?!;,…—–-]+$/u.test(token.text)) || token.text === ")";

/** "Monday", "this month": a time and no more. */
export const isTimeOnly = (tokens: readonly TaggedToken[], at: number): boolean => {
  const opens =
    tokens[at]?.pos === "DET" || /^(?:earlier|later|late|early|last|next)$/u.test(tokens[at]?.lower ?? "");
  const noun = opens ? at + 1 : at;
  if (/^(?:fall|spring|second|minute)$/u.test(tokens[noun]?.lower ?? "") && opens && !isEnd(tokens[noun + 1]))
    return false;
  return timeNouns.has(tokens[noun]?.lower ?? "") && tokens[noun + 1]?.pos !== "PART";
};

/** What a noun phrase can begin with. */
export const startsPhrase = ({ pos, lower }: TaggedToken): boolean =>
  pos === "NOUN" ||
  pos === "PROPN" ||
  pos === "DET" ||
  pos === "ADJ" ||
  pos === "NUM" ||
  pos === "SYM" ||
  pos === "VERB" ||
  pos === "X" ||
  pos === "ADV" ||
  (pos === "PRON" && lower !== "that");

/** A subject and its verb, so that a clause begins here. */
export function startsClause(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  at: number,
  depth = 0,
): boolean {
  let from = at;
  if (isTimeOnly(tokens, at) && tokens[at + 1]?.text === ",") return false;
  if (/^(?:when|where|why|how|once)$/u.test(tokens[at]?.lower ?? "")) return false;
  while (tokens[from]?.pos === "ADV" || tokens[from]?.text === ",") from += 1;
  const token = tokens[from];
  if (!token || isTimeOnly(tokens, at) || (isTimeOnly(tokens, from) && !isNominal(tokens[from + 1])))
    return false;
  if (token.pos === "SCONJ" || /^(?:if|when|while|although|because)$/u.test(token.lower)) {
    const comma = tokens.findIndex(({ text }, index) => index > from && text === ",");
    return comma > 0 && comma - from < 25 && startsClause(tokens, groups, comma + 1);
  }
  if (token.pos === "ADP" && token.lower !== "of" && token.lower !== "to") {
    const end = phraseEnd(tokens, from + 1);
    const nextWord = tokens[(end ?? 0) + 1]?.lower ?? "";
    return (
      end !== null &&
      depth < 3 &&
      !/^(?:who|which|that|to|,)$/u.test(nextWord) &&
      startsClause(tokens, groups, end + 1, depth + 1)
    );
  }
  const end = phraseEnd(tokens, from);
  if (end === null)
    return (
      from === at &&
      token.pos === "VERB" &&
      /ing$/u.test(token.lower) &&
      groups.some(({ first, form }) => first > from && form === "finite")
    );
  for (const lastIndex of [end, simplePhraseEnd(tokens, from) ?? end]) {
    let nextIndex = lastIndex + 1;
    while (tokens[nextIndex]?.pos === "ADV") nextIndex += 1;
    const group = groups.find(
      ({ first, last: to }) => (first <= nextIndex && nextIndex <= to) || first === nextIndex,
    );
    if (group && group.form === "finite") return true;
    // An aside or a relative clause between subject and verb.
    if (
      opensAside(tokens, nextIndex) &&
      groups.filter(({ first, form }) => first > nextIndex && first - nextIndex < 30 && form === "finite")
        .length > 1
    )
      return true;
  }
  return false;
}

const opensAside = (tokens: readonly TaggedToken[], at: number): boolean =>
  /^(?:who|which|that)$/u.test(tokens[at]?.lower ?? "") ||
  (tokens[at]?.text === "," &&
    (tokens[at + 1]?.pos === "DET" || /^(?:who|which)$/u.test(tokens[at + 1]?.lower ?? "")));

/** Behind a phrase of time or place at `at`: "on Monday", "in an interview with the paper", "Tuesday"; else `null`. */
export function behindAdverbial(tokens: readonly TaggedToken[], at: number): number | null {
  const token = tokens[at];
  if (!token) return null;
  // "said when she left": what follows is no adverb but the time of the saying.
  if (/^(?:when|where)$/u.test(token.lower)) return null;
  if (token.pos === "ADV" || (timeNouns.has(token.lower) && token.lower !== "may")) return at + 1;
  if (token.pos === "ADP" && adverbialPrepositions.has(token.lower)) {
    if (tokens[at + 1]?.pos === "VERB") return null;
    const end = phraseEnd(tokens, at + 1);
    return end === null ? null : end + 1;
  }
  if (token.lower === "to" || token.lower === "with" || token.lower === "of") {
    const end = phraseEnd(tokens, at + 1);
    return end === null || (token.lower === "of" && tokens[end + 1]?.text !== ",") ? null : end + 1;
  }
  if (
    (token.pos === "DET" || token.pos === "ADJ") &&
    (timeNouns.has(tokens[at + 1]?.lower ?? "") || timeNouns.has(tokens[at + 2]?.lower ?? ""))
  )
    return timeNouns.has(tokens[at + 1]?.lower ?? "") ? at + 2 : at + 3;
  return null;
}
