// Claims before the verb, or around it: "…,” she said", "The plan, she said, would fail".
import type { ArticleText } from "../model/article-text.ts";
import type { FoundClaim, SuggestionRule } from "./candidate.ts";
import { behindAdverbial, claimEnd, isEnd, isTimeOnly, startsClause, startsPhrase } from "./claim-edges.ts";
import { phraseEnd } from "./noun-phrases.ts";
import type { Subject } from "./subjects.ts";
import type { TaggedToken } from "./token.ts";
import { clauseVerbs, hearerVerbs, quotingVerbs } from "./verb-frames.ts";
import type { VerbGroup } from "./verb-groups.ts";
import { possessives, subordinators } from "./word-lists.ts";

/** The claim before the verb, or around subject and verb: "…,” she said", "The plan, she said, would fail". */
export function claimBefore(
  article: Pick<ArticleText, "text">,
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  subject: Subject | null,
): FoundClaim | null {
  if (!quotingVerbs.has(group.lemma) && !clauseVerbs.has(group.lemma)) return null;
  const takesClause = clauseVerbs.has(group.lemma) || group.lemma === "tell";
  const isNear =
    subject !== null && (subject.way === "near" || subject.way === "aside") && subject.last < group.first;
  const attributionStart = isNear ? subject.first : group.first;
  if ((!isNear && group.form !== "finite") || (group.modal && group.lemma !== "say")) return null;
  let edge = attributionStart - 1;
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
  const lastIndex = isQuoted ? edge : edge - 1;
  const quote = isQuoted ? edge : tokens[edge - 1]?.pos === "QUOTE" ? edge - 1 : null;
  if (quote !== null) {
    if (!quotingVerbs.has(group.lemma)) return null;
    const firstIndex = quotedFrom(tokens, groups, quote);
    return withRest(tokens, groups, [firstIndex, quote], behind, "quotation-before", group.last);
  }
  if (lastIndex < 0 || !takesClause) return null;
  const firstIndex = clauseStart(tokens, groups, lastIndex) ?? (mark.quoted && isComma ? 0 : null);
  if (firstIndex === null) {
    const opens =
      tokens[behind]?.text === "," && tokens[edge]?.text === "," && startsClause(tokens, groups, behind + 1);
    const rests =
      tokens[behind]?.text === "," &&
      tokens[behind + 1]?.pos !== "CCONJ" &&
      isSubjectOnly(tokens, 0, withoutAdverbs(tokens, lastIndex)) &&
      groups.some(({ first: from }) => from > behind && from - behind < 4);
    const isQuotedOn = tokens[behind]?.text === "," && (tokens[behind + 1]?.quoted ?? false);
    const isFronted =
      tokens[behind]?.text === "," &&
      tokens[edge]?.text === "," &&
      lastIndex < 5 &&
      goesOn(tokens, groups, behind + 1);
    if (!opens && !rests && !isQuotedOn && !isFronted) return null;
    const secondSegment = [behind + 1, claimEnd(tokens, groups, behind + 1, true)] as const;
    return { segments: [[0, lastIndex], secondSegment], rule: "clause-around", cueLast: group.last };
  }
  return withRest(tokens, groups, [firstIndex, lastIndex], behind, "clause-before", group.last);
}

/** Where the attribution is over, when nothing that the verb takes follows it; `null` when something does. */
function behindAttribution(
  tokens: readonly TaggedToken[],
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
    const hearer = tokens[at] && startsPhrase(tokens[at] as TaggedToken) ? phraseEnd(tokens, at) : null;
    if (hearer !== null && hearerVerbs.has(group.lemma)) at = hearer + 1;
  }
  for (let steps = 0; steps < 8 && !isEnd(tokens[at]); steps += 1) {
    const nextIndex = behindAdverbial(tokens, at);
    if (nextIndex === null) break;
    at = nextIndex;
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
  tokens: readonly TaggedToken[],
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
  const nextToken = tokens[behind + 1];
  if ((mark?.text === "," || /^[—–]$|^--$/u.test(mark?.text ?? "")) && nextToken) {
    const isOther =
      nextToken.pos === "CCONJ" ||
      subordinators.has(nextToken.lower) ||
      (nextToken.pos === "VERB" && /(?:ing|ed)$/u.test(nextToken.lower)) ||
      nextToken.lower === "according" ||
      /^(?:who|which)$/u.test(nextToken.lower) ||
      nextToken.pos === "ADP";
    if (
      !isOther ||
      (nextToken.pos === "ADP" && !groups.some(({ last, form }) => last < before[1] && form === "finite"))
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
function quotedFrom(tokens: readonly TaggedToken[], groups: readonly VerbGroup[], quote: number): number {
  const previousToken = tokens[quote - 1];
  if (!previousToken || previousToken.text === ":") return quote;
  let firstIndex = quote;
  for (let at = quote - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (!token || token.text === ":" || token.text === ";") break;
    if (token.pos === "QUOTE" && tokens[at + 1]?.pos !== "QUOTE" && tokens[at + 1]?.text !== ",") break;
    firstIndex = at;
  }
  const lead = tokens.slice(firstIndex, quote);
  const hasVerb = groups.some(
    ({ first: from, last, form }) => from >= firstIndex && last < quote && form === "finite",
  );
  return lead.every(({ pos, text }) => pos === "QUOTE" || text === ",") || hasVerb ? firstIndex : quote;
}

/** Where the clause that ends at `last` begins; `null` when it is none, such as "On Monday". */
function clauseStart(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  last: number,
): number | null {
  let firstIndex = 0;
  for (let at = last; at >= 0; at -= 1)
    if (tokens[at]?.text === ";" || tokens[at]?.text === ":" || (tokens[at]?.pos === "QUOTE" && at < last)) {
      firstIndex = at + 1;
      break;
    }
  const openingToken = tokens[firstIndex];
  if (!openingToken || firstIndex > last) return null;
  const finiteGroups = groups.filter(
    ({ first: from, last: to, form }) => from >= firstIndex && to <= last && form === "finite",
  );
  // "Nobody but him, she said." Headlines turn things round: "Railing Against Rates, Hart Vows Cuts".
  const verb = groups.find(({ first: from }) => from > last)?.main ?? -1;
  const isHeadline = /^\p{Lu}/u.test(tokens[verb]?.text ?? "");
  if (finiteGroups.length === 0)
    return last - firstIndex > (isHeadline ? 2 : 1) &&
      opensPhrase.test(openingToken.pos) &&
      !isTimeOnly(tokens, firstIndex)
      ? firstIndex
      : null;
  // "After some delay, the wall is holding": what stands before the comma has no verb, and so is no clause.
  const comma = tokens.findIndex(({ text }, at) => at > firstIndex && text === ",");
  const isMain = comma > 0 && comma < (finiteGroups[0]?.first ?? 0);
  const isSide =
    (subordinators.has(openingToken.lower) && !isMain) ||
    (openingToken.pos === "ADP" && finiteGroups.length < 2 && !hasMainClause(tokens, firstIndex, last));
  if (isSide && (finiteGroups.length < 2 || !hasCommaInside(tokens, firstIndex, last))) return null;
  if (openingToken.pos === "VERB" && /(?:ing|ed)$/u.test(openingToken.lower) && finiteGroups.length < 1)
    return null;
  return firstIndex;
}

const opensPhrase = /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/u;

const hasMainClause = (tokens: readonly TaggedToken[], first: number, last: number): boolean =>
  tokens
    .slice(first, last)
    .some(
      ({ text, pos }, at, all) =>
        text === "," || (pos === "PRON" && at > 0 && !possessives.has(all[at]?.lower ?? "")),
    );

const hasCommaInside = (tokens: readonly TaggedToken[], first: number, last: number): boolean =>
  tokens.slice(first, last).some(({ text }) => text === ",");

/** "Too often, she said, the debate over it is lost": a clause follows that begins with its subject, whatever hangs on that. */
function goesOn(tokens: readonly TaggedToken[], groups: readonly VerbGroup[], from: number): boolean {
  const verb = groups.find(({ first, form }) => first > from && form === "finite");
  return (
    verb !== undefined &&
    opensPhrase.test(tokens[from]?.pos ?? "") &&
    !tokens.slice(from, verb.first).some(({ text, pos }) => /^[,;:—–]$/u.test(text) || pos === "QUOTE")
  );
}

/** The index without adverbs before it: "The difference now". */
function withoutAdverbs(tokens: readonly TaggedToken[], last: number): number {
  let at = last;
  while (at > 0 && tokens[at]?.pos === "ADV") at -= 1;
  return at;
}

/** "The plan, she said, would fail": a subject alone stands before the attribution. */
const isSubjectOnly = (tokens: readonly TaggedToken[], first: number, last: number): boolean =>
  (phraseEnd(tokens, first) ?? -1) >= last;
