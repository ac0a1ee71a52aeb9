// What is said: the words behind a verb that it takes as its claim, or the words before it, or around it.

import type { ArticleText } from "../model/article-text.ts";
import type { SuggestionRule } from "./candidate.ts";
import { claimEnd } from "./claim-edges.ts";
import { phraseEnd, simplePhraseEnd } from "./noun-phrases.ts";
import { reportingShare } from "./reporting-shares.ts";
import type { Subject } from "./subjects.ts";
import type { Token } from "./token.ts";
import {
  clauseVerbs,
  hearerVerbs,
  infinitiveVerbs,
  objectVerbs,
  prepositionalVerbs,
  quotingVerbs,
} from "./verb-frames.ts";
import type { VerbGroup } from "./verb-groups.ts";
import { adverbialPrepositions, possessives, subordinators, timeNouns, words } from "./word-lists.ts";

/** Token indexes, in order, ends included. `cueLast`: the cue reaches so far. */
export interface FoundClaim {
  readonly segments: readonly (readonly [first: number, last: number])[];
  readonly rule: SuggestionRule;
  readonly cueLast: number;
}

const questionWords = /^(?:whether|if|how|why|what|who|where|when|which)$/u;
const isEnd = (token: Token | undefined): boolean =>
  token === undefined || (token.pos === "PUNCT" && /^[.?!;,…—–-]+$/u.test(token.text)) || token.text === ")";

/** The claim behind the verb; `null` where there is none. */
export function claimBehind(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
): FoundClaim | null {
  const { lemma, last } = group;
  const direct = claimAt(tokens, groups, group, last + 1);
  if (direct) return direct;
  // A hearer, a time or a place between: "told reporters in Oslo on Monday that".
  let at = last + 1;
  if (hearerVerbs.has(lemma)) {
    const hearer = simplePhraseEnd(tokens, at);
    if (hearer !== null && tokens[at]?.pos !== "ADP") {
      const whole = phraseEnd(tokens, at) ?? hearer;
      for (const end of new Set([hearer, whole])) {
        const found = claimAfterHearer(tokens, groups, group, end + 1);
        if (found) return found;
      }
      at = whole + 1;
    }
  }
  for (let steps = 0; steps < 5; steps += 1) {
    const next = behindAdverbial(tokens, at) ?? behindPlaceInCommas(tokens, at);
    if (next === null) return null;
    at = next;
    const found = openedClaim(tokens, groups, group, at);
    if (found) return found;
  }
  return null;
}

/** "in Toledo, Ohio, that" */
function behindPlaceInCommas(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.text !== ",") return null;
  for (let next = at + 1; next < at + 6; next += 1)
    if (tokens[next]?.text === "," && tokens[next + 1]?.lower === "that") return next + 1;
  return null;
}

function claimAfterHearer(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  at: number,
): FoundClaim | null {
  const token = tokens[at];
  const opened = openedClaim(tokens, groups, group, at);
  if (opened) return opened;
  if (token?.lower === "to" && tokens[at + 1]?.pos === "VERB")
    return { segments: [[at, claimEnd(tokens, groups, at, true)]], rule: "infinitive", cueLast: group.last };
  if (token?.pos === "ADP" && /^(?:about|of|for|against)$/u.test(token.lower) && group.lemma !== "call")
    return objectOf(tokens, groups, group, at + 1, "preposition");
  return null;
}

/** A claim that its first words show: "that", a question word, a quotation, a colon, a clause. */
function openedClaim(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  from: number,
): FoundClaim | null {
  let at = from;
  if (tokens[at]?.text === "," || tokens[at]?.text === ":") {
    if (tokens[at + 1]?.pos !== "QUOTE" && tokens[at]?.text === ",") {
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
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  at: number,
): boolean {
  const isBeside = at === group.last + 1;
  const isQuotation = tokens[at + 1]?.pos === "QUOTE" || tokens[at + 2]?.pos === "QUOTE";
  const { lemma } = group;
  const isPlain = isBeside && clauseVerbs.has(lemma) && tokens.length - at > 4;
  if (!isQuotation && !isPlain && !hasVerbSoon(groups, at)) return false;
  if (groups.some(({ first, form }) => first === at + 1 && form === "finite"))
    return isBeside && plainVerbs.has(lemma);
  const isClauseVerb = clauseVerbs.has(lemma) || hearerVerbs.has(lemma);
  return isBeside
    ? isClauseVerb || reportingShare(lemma) >= 0.5
    : isClauseVerb && reportingShare(lemma) >= 0.4;
}

function claimAt(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  at: number,
): FoundClaim | null {
  const token = tokens[at];
  if (!token) return null;
  const { lemma, last } = group;
  const opened = openedClaim(tokens, groups, group, at);
  if (opened) return opened;
  if (
    token.lower === "to" &&
    (tokens[at + 1]?.pos === "VERB" || tokens[at + 1]?.pos === "AUX" || tokens[at + 2]?.pos === "VERB")
  )
    return infinitiveVerbs.has(lemma)
      ? { segments: [[at, claimEnd(tokens, groups, at, true)]], rule: "infinitive", cueLast: last }
      : null;
  const takes = prepositionalVerbs.get(lemma);
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
  if (token.lower === "that" && isEnd(tokens[at + 1]) && objectVerbs.has(lemma))
    return { segments: [[at, at]], rule: "object", cueLast: last };
  return startsPhrase(token) && !isTimeOnly(tokens, at)
    ? objectOf(tokens, groups, group, at, "object")
    : null;
}

const isTimeOnly = (tokens: readonly Token[], at: number): boolean => {
  const noun = tokens[at]?.pos === "DET" ? at + 1 : at;
  return timeNouns.has(tokens[noun]?.lower ?? "") && tokens[noun + 1]?.pos !== "PART";
};

const startsPhrase = ({ pos, lower }: Token): boolean =>
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

function objectOf(
  tokens: readonly Token[],
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

const takesObject = (lemma: string): boolean =>
  objectVerbs.has(lemma) || (reportingShare(lemma) >= 0.28 && !takesNoObject.has(lemma));

/** Verbs whose object is a hearer, or that have none. */
const takesNoObject = words(
  "say tell add think seem appear sound look talk speak complain respond reply agree joke argue insist",
);

/** A quotation, and what the same sentence goes on with behind it in quotation marks. */
function quotationEnd(tokens: readonly Token[], at: number): number {
  let last = at;
  while (tokens[last + 1]?.pos === "QUOTE") last += 1;
  return last;
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
function hasClauseSoon(tokens: readonly Token[], groups: readonly VerbGroup[], at: number): boolean {
  const token = tokens[at];
  if (
    !token ||
    !(startsPhrase(token) || token.pos === "CCONJ" || token.pos === "ADV") ||
    isTimeOnly(tokens, at)
  )
    return false;
  const group = groups.find(({ first, form }) => first > at && form === "finite");
  if (!group || group.first - at > 24) return false;
  return tokens.slice(at, group.first).every(({ pos, text }) => pos !== "QUOTE" && !/^[,;:—–]$/u.test(text));
}

function hasVerbSoon(groups: readonly VerbGroup[], at: number): boolean {
  return groups.some(({ first }) => first > at && first - at < 25);
}

/** A subject and its verb, so that a clause begins here. */
export function startsClause(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  at: number,
  depth = 0,
): boolean {
  let from = at;
  if (isTimeOnly(tokens, at) && tokens[at + 1]?.text === ",") return false;
  if (/^(?:when|where|why|how|once)$/u.test(tokens[at]?.lower ?? "")) return false;
  while (tokens[from]?.pos === "ADV" || tokens[from]?.text === ",") from += 1;
  const token = tokens[from];
  if (!token) return false;
  if (token.pos === "SCONJ" || /^(?:if|when|while|although|because)$/u.test(token.lower)) {
    const comma = tokens.findIndex(({ text }, index) => index > from && text === ",");
    return comma > 0 && comma - from < 25 && startsClause(tokens, groups, comma + 1);
  }
  if (token.pos === "ADP" && token.lower !== "of" && token.lower !== "to") {
    const end = phraseEnd(tokens, from + 1);
    const next = tokens[(end ?? 0) + 1]?.lower ?? "";
    return (
      end !== null &&
      depth < 3 &&
      !/^(?:who|which|that|to|,)$/u.test(next) &&
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
  for (const last of [end, simplePhraseEnd(tokens, from) ?? end]) {
    let next = last + 1;
    while (tokens[next]?.pos === "ADV") next += 1;
    const group = groups.find(({ first, last: to }) => (first <= next && next <= to) || first === next);
    if (group && group.form === "finite") return true;
    // An aside or a relative clause between subject and verb.
    if (
      opensAside(tokens, next) &&
      groups.filter(({ first, form }) => first > next && first - next < 30 && form === "finite").length > 1
    )
      return true;
  }
  return false;
}

const opensAside = (tokens: readonly Token[], at: number): boolean =>
  /^(?:who|which|that)$/u.test(tokens[at]?.lower ?? "") ||
  (tokens[at]?.text === "," &&
    (tokens[at + 1]?.pos === "DET" || /^(?:who|which)$/u.test(tokens[at + 1]?.lower ?? "")));

/** Behind a phrase of time or place at `at`: "on Monday", "in an interview with the paper", "Tuesday"; else `null`. */
export function behindAdverbial(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (!token) return null;
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

/** The claim before the verb, or around subject and verb: "…,” she said", "The plan, she said, would fail". */
export function claimBefore(
  article: Pick<ArticleText, "text">,
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  subject: Subject | null,
): FoundClaim | null {
  if (!quotingVerbs.has(group.lemma) && !clauseVerbs.has(group.lemma)) return null;
  const takesClause = clauseVerbs.has(group.lemma) || group.lemma === "tell";
  const isNear =
    subject !== null && (subject.way === "near" || subject.way === "aside") && subject.last < group.first;
  const opening = isNear ? subject.first : group.first;
  if ((!isNear && group.form !== "finite") || (group.modal && group.lemma !== "say")) return null;
  let edge = opening - 1;
  while (tokens[edge]?.pos === "ADV" || tokens[edge]?.lower === "as") edge -= 1;
  const mark = tokens[edge];
  if (!mark) return null;
  const isQuoted = mark.pos === "QUOTE";
  const isComma =
    mark.text === "," || /^[—–]$|^--$/u.test(mark.text) || mark.text === "?" || mark.text === "!";
  if (!isQuoted && !isComma) return null;
  // With its own comma a quotation asks for the words behind it, wherever they lead.
  const isAsking = isQuoted && article.text.slice(mark.end - 3, mark.end).includes(",");
  const behind = behindAttribution(tokens, group, subject, isAsking);
  if (behind === null) return null;
  const last = isQuoted ? edge : edge - 1;
  const quote = isQuoted ? edge : tokens[edge - 1]?.pos === "QUOTE" ? edge - 1 : null;
  if (quote !== null) {
    if (!quotingVerbs.has(group.lemma)) return null;
    const first = quotedFrom(tokens, groups, quote);
    return withRest(tokens, groups, [first, quote], behind, "quotation-before", group.last);
  }
  if (last < 0 || !takesClause) return null;
  const first = clauseStart(tokens, groups, last) ?? (mark.quoted && isComma ? 0 : null);
  if (first === null) {
    const opens =
      tokens[behind]?.text === "," && tokens[edge]?.text === "," && startsClause(tokens, groups, behind + 1);
    const rests =
      tokens[behind]?.text === "," &&
      tokens[behind + 1]?.pos !== "CCONJ" &&
      isSubjectOnly(tokens, 0, last) &&
      groups.some(({ first: from }) => from > behind && from - behind < 4);
    const isQuotedOn = tokens[behind]?.text === "," && (tokens[behind + 1]?.quoted ?? false);
    if (!opens && !rests && !isQuotedOn) return null;
    const rest = [behind + 1, claimEnd(tokens, groups, behind + 1, true)] as const;
    return { segments: [[0, last], rest], rule: "clause-around", cueLast: group.last };
  }
  return withRest(tokens, groups, [first, last], behind, "clause-before", group.last);
}

/** Where the attribution is over, when nothing that the verb takes follows it; `null` when something does. */
function behindAttribution(
  tokens: readonly Token[],
  group: VerbGroup,
  subject: Subject | null,
  isAsking: boolean,
): number | null {
  let at = group.last + 1;
  if (subject === null || subject.last > group.last) {
    const turned = subject?.last ?? null;
    if (turned === null) return null;
    at = turned + 1;
  }
  if (hearerVerbs.has(group.lemma) || group.lemma === "say") {
    const hearer = tokens[at] && startsPhrase(tokens[at] as Token) ? phraseEnd(tokens, at) : null;
    if (hearer !== null && hearerVerbs.has(group.lemma)) at = hearer + 1;
  }
  for (let steps = 0; steps < 8 && !isEnd(tokens[at]); steps += 1) {
    const next = behindAdverbial(tokens, at);
    if (next === null) break;
    at = next;
  }
  const token = tokens[at];
  if (
    isAsking ||
    isEnd(token) ||
    token?.text === ":" ||
    token?.pos === "CCONJ" ||
    token?.pos === "SCONJ" ||
    token?.pos === "ADP"
  )
    return at;
  if (token?.pos === "VERB" && /(?:ing|ed)$/u.test(token.lower)) return at;
  if (token?.pos === "QUOTE") return at;
  return /^(?:who|when|where|which|about|of)$/u.test(token?.lower ?? "") ? at : null;
}

/** With what the sentence goes on saying behind the attribution. */
function withRest(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  before: readonly [number, number],
  behind: number,
  rule: SuggestionRule,
  cueLast: number,
): FoundClaim {
  const segments: (readonly [number, number])[] = [before];
  if (rule === "quotation-before") {
    for (let at = behind; at < tokens.length; at += 1) {
      if (tokens[at]?.pos !== "QUOTE") continue;
      const lead = tokens[at - 1];
      if (
        lead?.text === "," ||
        lead?.pos === "CCONJ" ||
        lead?.pos === "QUOTE" ||
        at === behind ||
        /^[—–;]$|^--$/u.test(lead?.text ?? "")
      )
        segments.push([at, at]);
      break;
    }
    return { segments, rule, cueLast };
  }
  const mark = tokens[behind];
  const next = tokens[behind + 1];
  if ((mark?.text === "," || /^[—–]$|^--$/u.test(mark?.text ?? "")) && next) {
    const isOther =
      next.pos === "CCONJ" ||
      subordinators.has(next.lower) ||
      (next.pos === "VERB" && /(?:ing|ed)$/u.test(next.lower)) ||
      next.lower === "according" ||
      /^(?:who|which)$/u.test(next.lower) ||
      next.pos === "ADP";
    if (
      !isOther ||
      (next.pos === "ADP" && !groups.some(({ last, form }) => last < before[1] && form === "finite"))
    )
      return {
        segments: [...segments, [behind + 1, claimEnd(tokens, groups, behind + 1, true)]],
        rule: "clause-around",
        cueLast,
      };
  }
  return { segments, rule, cueLast };
}

/** The words that lead up to a quotation and belong to the same claim: "It was a “disaster,” she said". */
function quotedFrom(tokens: readonly Token[], groups: readonly VerbGroup[], quote: number): number {
  const before = tokens[quote - 1];
  if (!before || before.text === ":") return quote;
  let first = quote;
  for (let at = quote - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (!token || token.text === ":" || token.text === ";") break;
    if (token.pos === "QUOTE" && tokens[at + 1]?.pos !== "QUOTE" && tokens[at + 1]?.text !== ",") break;
    first = at;
  }
  const lead = tokens.slice(first, quote);
  const hasVerb = groups.some(
    ({ first: from, last, form }) => from >= first && last < quote && form === "finite",
  );
  return lead.every(({ pos, text }) => pos === "QUOTE" || text === ",") || hasVerb ? first : quote;
}

/** Where the clause that ends at `last` begins; `null` when it is none, such as "On Monday". */
function clauseStart(tokens: readonly Token[], groups: readonly VerbGroup[], last: number): number | null {
  let first = 0;
  for (let at = last; at >= 0; at -= 1)
    if (tokens[at]?.text === ";" || tokens[at]?.text === ":" || (tokens[at]?.pos === "QUOTE" && at < last)) {
      first = at + 1;
      break;
    }
  const opening = tokens[first];
  if (!opening || first > last) return null;
  const own = groups.filter(
    ({ first: from, last: to, form }) => from >= first && to <= last && form === "finite",
  );
  if (own.length === 0) return last - first > 2 && opensPhrase.test(opening.pos) ? first : null;
  const isSide =
    subordinators.has(opening.lower) ||
    (opening.pos === "ADP" && own.length < 2 && !hasMainClause(tokens, first, last));
  if (isSide && (own.length < 2 || !hasCommaInside(tokens, first, last))) return null;
  if (opening.pos === "VERB" && /(?:ing|ed)$/u.test(opening.lower) && own.length < 1) return null;
  return first;
}

const opensPhrase = /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/u;

const hasMainClause = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens
    .slice(first, last)
    .some(
      ({ text, pos }, at, all) =>
        text === "," || (pos === "PRON" && at > 0 && !possessives.has(all[at]?.lower ?? "")),
    );

const hasCommaInside = (tokens: readonly Token[], first: number, last: number): boolean =>
  tokens.slice(first, last).some(({ text }) => text === ",");

/** "The plan, she said, would fail": a subject alone stands before the attribution. */
const isSubjectOnly = (tokens: readonly Token[], first: number, last: number): boolean =>
  (phraseEnd(tokens, first) ?? -1) >= last;

export const takesInfinitive = (lemma: string): boolean => infinitiveVerbs.has(lemma);
