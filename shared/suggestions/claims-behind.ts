// Claims after the verb: the words that it takes as its claim.
import type { FoundClaim, SuggestionRule } from "./candidate.ts";
import { behindAdverbial, claimEnd, isEnd, isTimeOnly, startsClause, startsPhrase } from "./claim-edges.ts";
import { phraseEnd, simplePhraseEnd } from "./noun-phrases.ts";
import { reportingShare } from "./reporting-shares.ts";
import { isNominal, type TaggedToken } from "./token.ts";
import {
  clauseVerbs,
  hearerVerbs,
  infinitiveVerbs,
  objectVerbs,
  prepositionalVerbs,
  quotingVerbs,
  thatVerbs,
} from "./verb-frames.ts";
import type { VerbGroup } from "./verb-groups.ts";
import { timeAdverbs, words } from "./word-lists.ts";

const questionWords = /^(?:whether|if|how|why|what|who|where|when|which)$/u;

/** The claim behind the verb; `null` where there is none. */
export function claimBehind(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
): FoundClaim | null {
  const { lemma, last } = group;
  const nextToken = tokens[last + 1];
  let at = last + 1;
  // A hearer, a time or a place between: "told reporters in Oslo on Monday that".
  if (hearerVerbs.has(lemma) && nextToken && nextToken.pos !== "ADP") {
    const hearer = simplePhraseEnd(tokens, at);
    const hearerEnd = hearer === null ? null : (phraseEnd(tokens, at) ?? hearer);
    for (const end of new Set([hearer, hearerEnd])) {
      const claim = end === null ? null : claimAfterHearer(tokens, groups, group, end + 1);
      if (claim) return claim;
    }
    const direct = claimAt(tokens, groups, group, at);
    if (direct) return direct;
    at = (hearerEnd ?? last) + 1;
  } else {
    const direct = claimAt(tokens, groups, group, at);
    if (direct) return direct;
  }
  for (let steps = 0; steps < 5; steps += 1) {
    const nextIndex = behindAdverbial(tokens, at) ?? behindPlaceInCommas(tokens, at);
    if (nextIndex === null) return null;
    at = nextIndex;
    const claim = openedClaim(tokens, groups, group, at) ?? aboutBehind(tokens, groups, group, at);
    if (claim) return claim;
  }
  return null;
}

/** "ruled Friday against the procedure", "spoke in Oslo about it": the time stays out of the cue, and so the small word is the claim's. */
function aboutBehind(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  at: number,
): FoundClaim | null {
  const small = tokens[at]?.lower ?? "";
  if (!/^(?:about|against|of|for)$/u.test(small) || !prepositionalVerbs.get(group.lemma)?.has(small))
    return null;
  const objectClaim = objectOf(tokens, groups, group, at + 1, "preposition");
  return objectClaim && { ...objectClaim, segments: objectClaim.segments.map(([, last]) => [at, last]) };
}

/** "in Toledo, Ohio, that" */
function behindPlaceInCommas(tokens: readonly TaggedToken[], at: number): number | null {
  if (tokens[at]?.text !== ",") return null;
  for (let index = at + 1; index < at + 10; index += 1)
    if (tokens[index]?.text === "," && tokens[index + 1]?.lower === "that") return index + 1;
  return null;
}

function claimAfterHearer(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  at: number,
): FoundClaim | null {
  const token = tokens[at];
  const claim = openedClaim(tokens, groups, group, at);
  if (claim) return claim;
  if (token?.lower === "to" && tokens[at + 1]?.pos === "VERB")
    return { segments: [[at, claimEnd(tokens, groups, at, true)]], rule: "infinitive", cueLast: group.last };
  if (token?.pos === "ADP" && /^(?:about|of|for|against)$/u.test(token.lower) && group.lemma !== "call")
    return objectOf(tokens, groups, group, at + 1, "preposition");
  return null;
}

/** A claim that its first words show: "that", a question word, a quotation, a colon, a clause. */
function openedClaim(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  from: number,
): FoundClaim | null {
  let at = from;
  if (tokens[at]?.text === "," || tokens[at]?.text === ":") {
    if (tokens[at + 1]?.pos !== "QUOTE" && tokens[at]?.text === ",") {
      const opens = tokens[at + 1]?.quoted === true && !tokens[at]?.quoted && quotingVerbs.has(group.lemma);
      if (opens)
        return {
          segments: [[at + 1, claimEnd(tokens, groups, at + 1, true)]],
          rule: "quotation-after",
          cueLast: group.last,
        };
      if (tokens[at + 1]?.lower !== "that") return null;
    }
    at += 1;
  }
  const token = tokens[at];
  if (!token) return null;
  if (token.pos === "QUOTE") {
    if (!quotingVerbs.has(group.lemma) && !hearerVerbs.has(group.lemma) && tokens[at - 1]?.text !== ":")
      return null;
    return { segments: [[at, quotationEnd(tokens, at)]], rule: "quotation-after", cueLast: group.last };
  }
  if (tokens[at - 1]?.text === ":")
    return { segments: [[at, claimEnd(tokens, groups, at, true)]], rule: "colon", cueLast: group.last };
  if (token.lower === "that" && takesThat(tokens, groups, group, at))
    return { segments: [[at, claimEnd(tokens, groups, at, true)]], rule: "that-clause", cueLast: group.last };
  if (
    questionWords.test(token.lower) &&
    token.lower !== "when" &&
    token.lower !== "where" &&
    token.lower !== "which" &&
    hasVerbSoon(groups, at)
  )
    return {
      segments: [[at, claimEnd(tokens, groups, at, true)]],
      rule: "question-clause",
      cueLast: group.last,
    };
  const to = token.lower === "not" ? tokens[at + 1] : token;
  if (
    infinitiveVerbs.has(group.lemma) &&
    to?.lower === "to" &&
    tokens[token === to ? at + 1 : at + 2]?.pos === "VERB"
  )
    return { segments: [[at, claimEnd(tokens, groups, at, true)]], rule: "infinitive", cueLast: group.last };
  if (clauseVerbs.has(group.lemma) || tellingVerbs.has(group.lemma))
    if (
      tokens[from]?.text !== "," &&
      (startsClause(tokens, groups, at) || (plainVerbs.has(group.lemma) && hasClauseSoon(tokens, groups, at)))
    )
      return {
        segments: [[at, claimEnd(tokens, groups, at, true)]],
        rule: "bare-clause",
        cueLast: group.last,
      };
  return null;
}

/** Not "a base that overlooks the bay": behind other words "that" may tell more about a noun. */
function takesThat(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  at: number,
): boolean {
  const isBeside = at === group.last + 1;
  const isQuotation = tokens[at + 1]?.pos === "QUOTE" || tokens[at + 2]?.pos === "QUOTE";
  const { lemma } = group;
  const isPlain = isBeside && (clauseVerbs.has(lemma) || thatVerbs.has(lemma)) && tokens.length - at > 4;
  if (!isQuotation && !isPlain && !hasVerbSoon(groups, at)) return false;
  if (groups.some(({ first, form }) => first === at + 1 && form === "finite"))
    return isBeside && plainVerbs.has(lemma);
  const isClauseVerb = clauseVerbs.has(lemma) || hearerVerbs.has(lemma) || thatVerbs.has(lemma);
  return isBeside
    ? isClauseVerb || reportingShare(lemma) >= 0.5
    : isClauseVerb && reportingShare(lemma) >= 0.4;
}

function claimAt(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  at: number,
): FoundClaim | null {
  const token = tokens[at];
  if (!token) return null;
  const { lemma, last } = group;
  const claim = openedClaim(tokens, groups, group, at);
  if (claim) return claim;
  if (
    token.lower === "to" &&
    (tokens[at + 1]?.pos === "VERB" || tokens[at + 1]?.pos === "AUX" || tokens[at + 2]?.pos === "VERB")
  )
    return infinitiveVerbs.has(lemma)
      ? { segments: [[at, claimEnd(tokens, groups, at, true)]], rule: "infinitive", cueLast: last }
      : null;
  const repeatedEnd = saidAlready(tokens, at);
  if (repeatedEnd !== null && (plainVerbs.has(lemma) || /^(?:indicate|suggest|imply|tell)$/u.test(lemma)))
    return { segments: [[at, repeatedEnd]], rule: "object", cueLast: last };
  const things = thingsSaid(tokens, at);
  if (things !== null && quotingVerbs.has(lemma))
    return { segments: [[things, quotationEnd(tokens, things)]], rule: "quotation-after", cueLast: last };
  // "a killing that prosecutors say was planned": what was said of is named before.
  const nextGroup = groups.find(({ first }) => first === at);
  if (
    nextGroup?.form === "finite" &&
    plainVerbs.has(lemma) &&
    group.form === "finite" &&
    !nextGroup.present &&
    group.first > 2
  )
    return { segments: [[at, claimEnd(tokens, groups, at, true)]], rule: "bare-clause", cueLast: last };
  const takes = prepositionalVerbs.get(lemma);
  let small = at;
  while (tokens[small]?.pos === "ADV") small += 1;
  if (small > at && tokens[small]?.pos === "ADP" && takes?.has(tokens[small]?.lower ?? ""))
    return objectOf(tokens, groups, { ...group, last: small }, small + 1, "preposition");
  if (takes?.has(token.lower)) {
    const from = lemma === "speak" && token.lower === "out" ? at + 2 : at + 1;
    return objectOf(tokens, groups, { ...group, last: from - 1 }, from, "preposition");
  }
  if (
    token.pos === "ADP" &&
    /^(?:against|at|for|on|to)$/u.test(token.lower) &&
    (tokens[last]?.lower === "out" || tokens[last]?.lower === "back" || tokens[last]?.lower === "off")
  )
    return objectOf(tokens, groups, { ...group, last: at }, at + 1, "preposition");
  if (token.pos === "VERB" && /ing$/u.test(token.lower) && objectVerbs.has(lemma))
    return { segments: [[at, claimEnd(tokens, groups, at, false)]], rule: "gerund", cueLast: last };
  if (
    token.lower === "that" &&
    isNominal(tokens[at + 1]) &&
    !hasVerbSoon(groups, at) &&
    objectVerbs.has(lemma)
  )
    return { segments: [[at, claimEnd(tokens, groups, at, false)]], rule: "object", cueLast: last };
  if (token.lower === "that" && isEnd(tokens[at + 1]) && objectVerbs.has(lemma))
    return { segments: [[at, at]], rule: "object", cueLast: last };
  return startsPhrase(token) && !isTimeOnly(tokens, at) && !timeAdverbs.has(token.lower)
    ? objectOf(tokens, groups, group, at, "object")
    : null;
}

function objectOf(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  at: number,
  rule: SuggestionRule,
): FoundClaim | null {
  const token = tokens[at];
  if (!token || (rule === "object" && !takesObject(group.lemma))) return null;
  if (token.pos === "QUOTE") return { segments: [[at, at]], rule, cueLast: group.last };
  if (!startsPhrase(token) && !questionWords.test(token.lower) && token.pos !== "ADV") return null;
  const end = claimEnd(tokens, groups, at, false);
  return end < at ? null : { segments: [[at, end]], rule, cueLast: group.last };
}

/** "did not return calls", "has not answered our questions": as good as not responding to them. */
export function leavesUnanswered(
  tokens: readonly TaggedToken[],
  { lemma, negated, last }: VerbGroup,
): boolean {
  if (!negated || !/^(?:return|answer|address|acknowledge)$/u.test(lemma)) return false;
  return tokens
    .slice(last + 1, last + 7)
    .some(({ lower }) =>
      /^(?:calls?|messages?|e-?mails?|questions?|requests?|inquir(?:y|ies)|enquir(?:y|ies))$/u.test(lower),
    );
}

const takesObject = (lemma: string): boolean =>
  objectVerbs.has(lemma) || (reportingShare(lemma) >= 0.28 && !takesNoObject.has(lemma));

/** Verbs whose object is a hearer, or that have none. */
const takesNoObject = words(
  "say tell add think seem appear sound look talk speak complain respond reply agree joke argue insist",
);

/** "said as much", "does not think so", "said the same of her": what stands for words said before. */
function saidAlready(tokens: readonly TaggedToken[], at: number): number | null {
  const [first, second] = [tokens[at]?.lower ?? "", tokens[at + 1]?.lower ?? ""];
  if (/^(?:as much|the same|the opposite)$/u.test(`${first} ${second}`)) return at + 1;
  return /^(?:so|otherwise)$/u.test(first) && (isEnd(tokens[at + 1]) || tokens[at + 1]?.pos === "ADP")
    ? at
    : null;
}

/** "said things like “…”", "says words such as, “…”": where the quotation is. */
function thingsSaid(tokens: readonly TaggedToken[], at: number): number | null {
  if (!/^(?:things|something|words)$/u.test(tokens[at]?.lower ?? "")) return null;
  let index = at + 1;
  while (/^(?:like|such|as|,|:)$/u.test(tokens[index]?.lower ?? "")) index += 1;
  return index > at + 1 && tokens[index]?.pos === "QUOTE" ? index : null;
}

/** A quotation, and what the same sentence goes on with behind it in quotation marks. */
export function quotationEnd(tokens: readonly TaggedToken[], at: number): number {
  let lastIndex = at;
  while (tokens[lastIndex + 1]?.pos === "QUOTE") lastIndex += 1;
  return lastIndex;
}

/** Verbs whose hearer a clause may follow: "told them he would". */
const tellingVerbs = words(
  "tell remind assure warn inform persuade convince notify promise advise show teach reassure",
);

/** Verbs that take nothing but a clause, so that whatever follows is one. */
const plainVerbs = words(
  "say think believe add note argue insist claim contend acknowledge maintain assert concede hope complain",
);

/** A phrase, and a verb of its own before the sentence is over: "said her decision to go had been right". */
function hasClauseSoon(tokens: readonly TaggedToken[], groups: readonly VerbGroup[], at: number): boolean {
  const token = tokens[at];
  if (
    !token ||
    !(startsPhrase(token) || token.pos === "CCONJ" || token.pos === "ADV") ||
    isTimeOnly(tokens, at) ||
    // "said when asked", "said after he left"
    /^(?:when|where|once|after|before|while|as)$/u.test(token.lower)
  )
    return false;
  const group = groups.find(({ first, form }) => first > at && form === "finite");
  if (!group || group.first - at > 24) return false;
  return tokens.slice(at, group.first).every(({ pos, text }) => pos !== "QUOTE" && !/^[,;:—–]$/u.test(text));
}

function hasVerbSoon(groups: readonly VerbGroup[], at: number): boolean {
  return groups.some(({ first }) => first > at && first - at < 25);
}
