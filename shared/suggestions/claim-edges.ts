// The end of a claim without quotation marks: at the sentence's end, or before what is no part of it any more.

import { phraseEnd, simplePhraseEnd } from "./noun-phrases.ts";
import { reportingShare } from "./reporting-shares.ts";
import { isNominal, type TaggedToken } from "./token.ts";
import { clauseVerbs, hearerVerbs, infinitiveVerbs, quotingVerbs } from "./verb-frames.ts";
import type { VerbGroup } from "./verb-groups.ts";
import { adverbialPrepositions, timeNouns } from "./word-lists.ts";

const joining = /^(?:but|and|while|although|though|whereas|as|yet|even)$/u;
const stops = /^[;]$|^[.?!]+$|^…$/u;

/** The index of the last token of a claim that begins at `first`. `wide`: a whole clause, not only an object. */
export function claimEnd(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  first: number,
  wide: boolean,
): number {
  let depth = 0;
  for (let at = first; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.text === "(" || token.text === "[") depth += 1;
    const closes = token.text === ")" || token.text === "]";
    // The bracket that the whole sentence stands in.
    if (closes && depth === 0 && at > first) return at - 1;
    if (closes && depth > 0) depth -= 1;
    if (depth > 0 && depth < 2 && at - first < 200) continue;
    if (stops.test(token.text) && (token.text === ";" || at === tokens.length - 1)) return at - 1;
    if (token.text === "," && endsAtComma(tokens, groups, at, wide)) return at - 1;
    if (tokens[first]?.lower === "to" && at > first && goesOn(tokens, groups, at)) return at - 1;
    if (at > first && token.pos === "CCONJ" && !token.quoted && joinsReport(tokens, groups, at))
      return at - 1;
    if (!wide && at > first && endsObject(tokens, groups, at)) return at - 1;
    if (/^[—–―:]$|^--$/u.test(token.text) && !wide && at > first) return at - 1;
    if (token.text === ":" && at > first && isSaidBehind(tokens, groups, at + 1)) return at - 1;
    if (at > first && at + 1 < tokens.length && token.lower === "according" && tokens[at + 1]?.lower === "to")
      return at - 1;
  }
  let lastIndex = tokens.length - 1;
  while (
    lastIndex > first &&
    tokens[lastIndex]?.pos === "PUNCT" &&
    /^[.?!,;:…—–-]+$/u.test(tokens[lastIndex]?.text ?? "")
  )
    lastIndex -= 1;
  return lastIndex;
}

/** What behind a comma belongs to somebody else again. */
function endsAtComma(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  comma: number,
  wide: boolean,
): boolean {
  const nextToken = tokens[comma + 1];
  if (!nextToken) return true;
  if (nextToken.lower === "according") return true;
  if (nextToken.pos === "QUOTE") return false;
  const group = groups.find(({ first }) => first >= comma + 1);
  if (!group) return false;
  const isNext = group.first === comma + 1 || (group.first === comma + 2 && nextToken.pos === "ADV");
  if (group.form === "ing" && isNext) return !wide || reportingShare(group.lemma) >= 0.4;
  if (!wide && group.form === "finite" && group.first === comma + 1) return true;
  if (group.first - comma > 30) return false;
  const between = tokens.slice(comma + 1, group.first);
  const reports =
    reportingShare(group.lemma) >= 0.4 && (clauseVerbs.has(group.lemma) || hearerVerbs.has(group.lemma));
  const share = reportingShare(group.lemma);
  // ", a figure first reported by the paper"
  if (reports && group.form === "participle" && between.length < 5 && tokens[group.last + 1]?.lower === "by")
    return true;
  if (joining.test(nextToken.lower)) {
    const hasSubject = between.some((token) => isNominal(token) || token.pos === "PRON");
    if (reports && group.form === "finite") return hasSubject || nextToken.lower !== "as";
    const turns = nextToken.lower !== "and" && nextToken.lower !== "as" && share >= 0.4;
    if (turns && hasSubject && group.form === "finite") return true;
    return !wide && hasSubject && group.form === "finite";
  }
  const opensClause =
    /^(?:DET|PROPN|PRON|NOUN)$/u.test(nextToken.pos) && !/^(?:who|which|that|whose)$/u.test(nextToken.lower);
  if (
    !wide &&
    opensClause &&
    group.form === "finite" &&
    between.length < 9 &&
    between.every(({ text, pos }) => text !== "," && pos !== "CCONJ")
  )
    return true;
  if (/^(?:who|which)$/u.test(nextToken.lower)) return !wide && share >= 0.4;
  const closing = tokens[group.last + 1];
  // ", the mayor said." and ", he said, "
  if (reports && group.form === "finite" && between.every(({ text }) => text !== ",") && between.length < 9)
    return (
      closing === undefined ||
      closing.pos === "PUNCT" ||
      closing.pos === "ADP" ||
      closing.pos === "NOUN" ||
      closing.pos === "PROPN"
    );
  return false;
}

/** "…: “It will hold,” the mayor wrote": the quotation behind the colon has somebody of its own who says it. */
const isSaidBehind = (
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  quotation: number,
): boolean =>
  tokens[quotation]?.pos === "QUOTE" &&
  groups.some(
    ({ first, lemma, form }) =>
      first > quotation && first - quotation < 8 && form === "finite" && quotingVerbs.has(lemma),
  );

/** "urged them to join, and criticized": behind what somebody wants done, a past form has another subject again. */
function goesOn(tokens: readonly TaggedToken[], groups: readonly VerbGroup[], at: number): boolean {
  const conjunction = tokens[at]?.text === "," ? at + 1 : at;
  if (!/^(?:and|but)$/u.test(tokens[conjunction]?.lower ?? "")) return false;
  const nextGroup = groups.find(({ first }) => first > conjunction);
  return (
    nextGroup !== undefined &&
    nextGroup.first === conjunction + 1 &&
    nextGroup.form === "finite" &&
    !nextGroup.present &&
    !nextGroup.modal &&
    reportingShare(nextGroup.lemma) >= 0.4
  );
}

/** "… and said that", "… but noted that": the same voice speaks again. */
function joinsReport(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  conjunction: number,
): boolean {
  const nextGroup = groups.find(({ first }) => first > conjunction);
  return (
    nextGroup !== undefined &&
    nextGroup.first === conjunction + 1 &&
    (nextGroup.form === "finite" || nextGroup.form === "ing") &&
    !nextGroup.modal &&
    ((reportingShare(nextGroup.lemma) >= 0.55 &&
      (clauseVerbs.has(nextGroup.lemma) || hearerVerbs.has(nextGroup.lemma))) ||
      (reportingShare(nextGroup.lemma) >= 0.35 &&
        infinitiveVerbs.has(nextGroup.lemma) &&
        tokens[nextGroup.last + 1]?.lower === "to"))
  );
}

/** Where an object ends: before another verb of the same subject, or a clause that says when or why. */
function endsObject(tokens: readonly TaggedToken[], groups: readonly VerbGroup[], at: number): boolean {
  const token = tokens[at];
  if (!token) return true;
  if (token.lower === "by") {
    const nextGroup = groups.find(({ first }) => first === at + 1);
    return nextGroup?.form === "ing" && reportingShare(nextGroup.lemma) >= 0.4;
  }
  if (token.pos === "CCONJ") {
    const nextGroup = groups.find(({ first }) => first === at + 1);
    return nextGroup !== undefined && nextGroup.form === "finite";
  }
  return false;
}

// The beginnings of clauses and phrases, and the ends of phrases of time and place.

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
