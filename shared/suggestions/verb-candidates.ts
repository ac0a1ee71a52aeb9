// Candidates whose cue is a verb.
import type { ArticleText } from "../model/article-text.ts";
import type { Candidate, FoundClaim } from "./candidate.ts";
import { claimEnd, startsClause } from "./claim-edges.ts";
import { claimBefore } from "./claims-before.ts";
import { claimBehind, leavesUnanswered, quotationEnd } from "./claims-behind.ts";
import { featuresOf, makeCandidate, shareOf } from "./make-candidate.ts";
import { phraseEnd } from "./noun-phrases.ts";
import type { Sentence } from "./sentence.ts";
import { type Subject, subjectOf } from "./subjects.ts";
import { isNominal, rangeOf, type TaggedToken } from "./token.ts";
import { carrierVerbs, hearerVerbs, passiveWith, quotingVerbs } from "./verb-frames.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** All of one sentence, in the order of their cues. */
export function verbCandidates(
  article: ArticleText,
  sentences: readonly Sentence[],
  sentence: number,
): Candidate[] {
  const parsedSentence = sentences[sentence];
  if (!parsedSentence) return [];
  return parsedSentence.groups.flatMap(
    (_, at) => candidateAt(article, sentences, parsedSentence, sentence, at) ?? [],
  );
}

function candidateAt(
  article: ArticleText,
  sentences: readonly Sentence[],
  read: Sentence,
  sentence: number,
  at: number,
): Candidate | null {
  const { tokens, groups } = read;
  const originalGroup = groups[at];
  const group =
    originalGroup && leavesUnanswered(tokens, originalGroup)
      ? { ...originalGroup, lemma: "refuse" }
      : originalGroup;
  if (!group || tokens[group.main]?.quoted) return null;
  const quotation = quotationBehindColon(article.text, tokens, groups, group);
  if (quotation) {
    const subject = subjectOf(tokens, groups, at);
    if (subject) return makeCandidate(article, read, sentence, group, group.first, subject, quotation);
  }
  const next = groups[at + 1];
  const explains = isExplaining(tokens, /^(?:seem|appear)$/u.test(group.lemma) && next ? next : group);
  if (shareOf(group.lemma) === 0 || explains) return null;
  if (group.passive) return passiveCandidate(article, read, sentence, at, group);
  if (group.form === "participle" || isNobodys(tokens, group.first)) return null;
  const groupSubject = ownSubject(tokens, groups, at, group);
  const precedingClaim = claimBefore(article, tokens, groups, group, groupSubject);
  const behind = precedingClaim?.rule === "quotation-before" ? null : claimBehind(tokens, groups, group);
  const isLoose =
    groupSubject === null || (groupSubject.way === "shared" && tokens[group.first - 1]?.text === ",");
  const turned = isLoose && group.form === "finite" ? turnedSubject(tokens, group) : null;
  const turnedClaim = turned ? claimBefore(article, tokens, groups, group, turned) : null;
  const isTurned =
    turnedClaim !== null &&
    (turnedClaim.rule === "quotation-before" ||
      tokens[group.first - 1]?.quoted === true ||
      behind === null ||
      behind.rule === "object" ||
      (behind.rule === "bare-clause" && !startsClause(tokens, groups, group.last + 1)));
  const claim = isTurned
    ? turnedClaim
    : leading(tokens, groups, group, groupSubject, behind ?? precedingClaim);
  if (!claim && turned && group.first === 0) {
    const behindTurned = claimBehind(tokens, groups, { ...group, last: turned.last });
    if (behindTurned?.rule === "quotation-after" || behindTurned?.rule === "colon")
      return makeCandidate(article, read, sentence, group, group.first, turned, {
        ...behindTurned,
        cueLast: group.last,
      });
  }
  if (!claim) {
    const openingClaim = asOpening(tokens, groups, group, groupSubject);
    if (openingClaim)
      return makeCandidate(article, read, sentence, group, group.first, groupSubject, openingClaim);
    return leadAt(article, sentences, sentence, group, groupSubject);
  }
  const subject = claim === turnedClaim ? turned : groupSubject;
  const cueFirst = withCarrier(tokens, groups, at);
  if (/^(?:seem|appear)$/u.test(group.lemma) && subject)
    return makeCandidate(article, read, sentence, group, cueFirst, null, withSubject(tokens, subject, claim));
  return makeCandidate(article, read, sentence, group, cueFirst, subject, claim);
}

/** "Trump said, referring to the allies", "he seemed to be referring to them": tells what words of a claim mean, and is none. */
const isExplaining = (tokens: readonly TaggedToken[], { lemma, main, last }: VerbGroup): boolean =>
  /^(?:refer|allude)$/u.test(lemma) &&
  tokens[main]?.lower.endsWith("ing") === true &&
  tokens[last + 1]?.lower === "to";

/** Tokens that may stand between a verb and the colon that its quotation follows. */
const longestBeforeColon = 12;

/**
 * "The senator scolded him: “You …”": a quotation of a clause behind the colon that ends the verb's own clause. Whatever the verb is, its
 * subject says it.
 */
function quotationBehindColon(
  text: string,
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
): FoundClaim | null {
  if (group.form !== "finite") return null;
  const colon = tokens.findIndex(({ text, quoted }, at) => text === ":" && !quoted && at > group.last);
  const isNear = colon > group.last + 1 && colon - group.last <= longestBeforeColon;
  const quotation = tokens[colon + 1];
  if (!isNear || quotation?.pos !== "QUOTE" || !hasNothingOf(groups, group.last, colon)) return null;
  // A title has no full stop of its own.
  if (!/[.!?]\P{L}*$/u.test(text.slice(quotation.start, quotation.end))) return null;
  // What says nothing by itself does so with all that it takes: "used one of her quotes as its headline".
  const cueLast = shareOf(group.lemma) === 0 ? colon - 1 : group.last;
  return { segments: [[colon + 1, quotationEnd(tokens, colon + 1)]], rule: "quotation-after", cueLast };
}

/** "As Hart put it in a speech, the wall will hold": what follows the comma. */
function asOpening(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  subject: Subject | null,
): FoundClaim | null {
  if (
    !subject ||
    !quotingVerbs.has(group.lemma) ||
    tokens[subject.first - 1]?.lower !== "as" ||
    subject.first > 3
  )
    return null;
  const comma = tokens.findIndex(({ text, quoted }, at) => text === "," && !quoted && at > group.last);
  if (comma < 0 || comma - group.last > 16 || !hasNothingOf(groups, group.last, comma)) return null;
  const firstIndex = comma + 1;
  if (firstIndex >= tokens.length - 1) return null;
  const lastIndex = claimEnd(tokens, groups, firstIndex, true);
  return lastIndex < firstIndex
    ? null
    : { segments: [[firstIndex, lastIndex]], rule: "clause-around", cueLast: group.last };
}

const hasNothingOf = (groups: readonly VerbGroup[], from: number, to: number): boolean =>
  !groups.some(({ first, form }) => first > from && first < to && form === "finite");

/** "without saying", "worth noting", "let’s say" */
const isNobodys = (tokens: readonly TaggedToken[], first: number): boolean =>
  /^(?:without|worth|let|lets)$/u.test(tokens[first - 1]?.lower ?? "") || tokens[first - 2]?.lower === "let";

/** "It seems that", "he seemed to agree": nobody is named to whom it seems, and who seems so is a part of the claim. */
function withSubject(
  tokens: readonly TaggedToken[],
  { first, last }: Subject,
  claim: FoundClaim,
): FoundClaim {
  const isEmpty = first === last && /^(?:it|there)$/u.test(tokens[first]?.lower ?? "");
  const laterSegments = claim.segments.filter(([from]) => from > last);
  return { ...claim, rule: "seeming", segments: isEmpty ? laterSegments : [[first, last], ...laterSegments] };
}

/** "Citing the report, she left", "In a letter urging it, she …", "While he denied it, she …": what stands before the main clause ends at its comma. */
function leading(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
  subject: Subject | null,
  claim: FoundClaim | null,
): FoundClaim | null {
  const isOpening = tokens[0]?.pos === "ADP" && groups[0]?.first === group.first;
  const isParticiple = group.form === "ing" && (group.first < 2 || isOpening);
  const previousToken = tokens[(subject?.first ?? 0) - 1];
  const isSide =
    subject !== null &&
    subject.first < 3 &&
    previousToken !== undefined &&
    /^(?:while|although|though|as|when|if)$/u.test(previousToken.lower);
  if (!claim || !(isParticiple || isSide)) return claim;
  const comma = tokens.findIndex(
    ({ text, quoted }, at) =>
      text === "," &&
      !(quoted && tokens[at + 1]?.quoted) &&
      at > group.last &&
      (isParticiple || startsClause(tokens, groups, at + 1)),
  );
  if (comma < 0) return claim;
  const [first] = claim.segments[0] ?? [0];
  const isObject = claim.rule === "bare-clause" && first < comma && hasNothingOf(groups, first, comma);
  return {
    ...claim,
    rule: isObject ? "object" : claim.rule,
    segments: claim.segments.map(([first, last]) => [
      first,
      first < comma ? Math.min(last, comma - 1) : last,
    ]),
  };
}

/** "He said:" at the end of a line: the quotation in the next line is the claim. */
function leadAt(
  article: ArticleText,
  sentences: readonly Sentence[],
  sentence: number,
  group: VerbGroup,
  subject: Subject | null,
): Candidate | null {
  const [read, next] = [sentences[sentence], sentences[sentence + 1]];
  const quotation = next?.tokens[0];
  if (!read?.endsParagraph || quotation?.pos !== "QUOTE" || read.tokens.at(-1)?.text !== ":") return null;
  const isLast = read.groups.at(-1) === group && read.tokens.length - group.last < 12;
  if (!isLast || !(quotingVerbs.has(group.lemma) || hearerVerbs.has(group.lemma))) return null;
  const { tokens } = read;
  const claim: FoundClaim = { segments: [], rule: "quotation-after", cueLast: group.last };
  return {
    voice: subject && rangeOf(tokens, subject.first, subject.last),
    cue: rangeOf(tokens, group.first, group.last),
    claim: [{ start: quotation.start, end: quotation.end }],
    features: featuresOf(article, read, group, subject, claim, read.groups),
    sentence: sentence + 1,
  };
}

function ownSubject(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  at: number,
  group: VerbGroup,
): Subject | null {
  if (group.form !== "infinitive") return subjectOf(tokens, groups, at);
  const carrier = carrierOf(tokens, groups, at);
  return carrier === null ? subjectOf(tokens, groups, at) : subjectOf(tokens, groups, carrier);
}

/** "said the mayor", behind a quotation or a clause. */
function turnedSubject(tokens: readonly TaggedToken[], group: VerbGroup): Subject | null {
  if (!quotingVerbs.has(group.lemma)) return null;
  const firstIndex = group.last + 1;
  const token = tokens[firstIndex];
  if (!token || !(isNominal(token) || token.pos === "DET" || token.pos === "ADJ" || token.pos === "PRON"))
    return null;
  const end = phraseEnd(tokens, firstIndex);
  if (end === null) return null;
  let lastIndex = end;
  if (tokens[end + 1]?.text === ",") {
    const close = tokens.findIndex(
      ({ text }, index) => index > end + 1 && (text === "," || /^[.?!]$/u.test(text)),
    );
    const inside = tokens[end + 2];
    const isAside =
      inside &&
      (inside.pos === "DET" ||
        inside.lower === "who" ||
        (inside.pos === "NOUN" && close - end < 14) ||
        inside.pos === "ADJ");
    if (close > 0 && isAside && close - end < 40) lastIndex = close - 1;
  }
  return { first: firstIndex, last: lastIndex, way: "turned" };
}

/** The verb by which this one is done: "declined to say", "began by saying", "went on to say". */
function carrierOf(tokens: readonly TaggedToken[], groups: readonly VerbGroup[], at: number): number | null {
  const [group, before] = [groups[at], groups[at - 1]];
  if (!group || !before || !carrierVerbs.has(before.lemma)) return null;
  const between = tokens.slice(before.last + 1, group.first).map(({ lower }) => lower);
  return between.every((word) =>
    /^(?:to|by|on|immediately|publicly|repeatedly|further|specifically)$/u.test(word),
  ) && between.length < 4
    ? at - 1
    : null;
}

function withCarrier(tokens: readonly TaggedToken[], groups: readonly VerbGroup[], at: number): number {
  const carrier = carrierOf(tokens, groups, at);
  const firstIndex = carrier === null ? groups[at]?.first : groups[carrier]?.first;
  return firstIndex ?? 0;
}

/** "was accused of", "is expected to", "was first reported by". */
function passiveCandidate(
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
  const nextToken = tokens[group.last + 1];
  const isTaken = nextToken !== undefined && (takes?.has(nextToken.lower) ?? false);
  if (
    !subject ||
    shareOf(group.lemma) < (by ? 0.25 : 0.28) ||
    (!by && !isTaken) ||
    subject.way === "relative"
  )
    return null;
  const behind: (readonly [number, number])[] = [];
  if (isTaken && nextToken) {
    const from = group.last + 2;
    const to = by ? by.preposition - 1 : lastWord(tokens);
    if (from <= to) behind.push([nextToken.lower === "to" ? from - 1 : from, to]);
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
  tokens: readonly TaggedToken[],
  from: number,
): { preposition: number; first: number; last: number } | null {
  for (let at = from; at < Math.min(tokens.length, from + 6); at += 1) {
    if (tokens[at]?.pos === "PUNCT") return null;
    if (tokens[at]?.lower !== "by") continue;
    const lastIndex = phraseEnd(tokens, at + 1);
    return lastIndex === null || tokens[at + 1]?.pos === "VERB"
      ? null
      : { preposition: at, first: at + 1, last: lastIndex };
  }
  return null;
}

function lastWord(tokens: readonly TaggedToken[]): number {
  let lastIndex = tokens.length - 1;
  while (lastIndex > 0 && tokens[lastIndex]?.pos === "PUNCT") lastIndex -= 1;
  return lastIndex;
}
