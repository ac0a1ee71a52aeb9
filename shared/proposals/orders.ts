// The orders of words in which English news says who makes a claim: "…,” Orban said", "according to Orban, …", "Orban said that …".
// Each looks at the words around a claim and answers with a voice and a cue, or with nothing where they are not plain.
import type { Range } from "../model/range.ts";
import type { ProposalRule } from "../suggestions/reasons.ts";
import { rangeOf } from "../suggestions/token.ts";
import {
  articles,
  attachingPrepositions,
  auxiliaries,
  clauseStarts,
  determiners,
  plainSubjects,
  prepositions,
  sentenceOpeners,
  speakingNouns,
  timeWords,
  weekdayNames,
} from "../suggestions/word-lists.ts";
import type { Surroundings, Token } from "./around-claim.ts";
import { isAdverb, type ReportingVerbGroup, reportingVerbs, verbGroupAt } from "./reporting-verbs.ts";

/** What an order finds: the better, the higher the score. */
export interface ProposalCandidate {
  readonly voice: Range | null;
  readonly cue: Range | null;
  readonly rule: ProposalRule;
  readonly score: number;
}

/** How many words may stand between the claim and "according". */
const farthestAccording = 8;
/** How far after the claim the verb may stand: "…,” White House press secretary Karoline Leavitt said". */
const farthestAfter = 32;
/** How many words may stand between a claim and the verb before it. */
const farthestBefore = 14;

/** What the candidates are found by, best first where they score the same. */
export const orders: readonly ((around: Surroundings) => ProposalCandidate | null)[] = [
  betweenSegments,
  afterClaim,
  accordingTo,
  candidateBefore,
];

function betweenSegments({ between }: Surroundings): ProposalCandidate | null {
  for (const gap of between) {
    const candidate = candidateAfter(gap, { quoted: true, rule: "between-segments", score: 0.98 });
    if (candidate) return candidate;
  }
  return null;
}

function afterClaim({
  before,
  after,
  ending,
  firstWord,
  opensQuotation,
}: Surroundings): ProposalCandidate | null {
  const isMidSentence = before.some(({ mark }) => mark === null);
  // A claim without quotation marks, one that a verb before it takes, and one whose sentence is over, are followed by
  // something else.
  const isTaken = !opensQuotation && (firstWord === "to" || firstWord === "that");
  if (ending === "stopped" || (isMidSentence && (ending === "open" || isTaken))) return null;
  const quoted = ending === "quoted";
  return candidateAfter(after, { quoted, rule: "behind-claim", score: quoted ? 0.95 : 0.86 });
}

/** "…,” Orban said", "…,” said the mayor". `tokens` begin right after the claim, or between two of its segments. `quoted`: it ends with a quotation mark. */
function candidateAfter(
  tokens: readonly Token[],
  { quoted, rule, score }: { readonly quoted: boolean; readonly rule: ProposalRule; readonly score: number },
): ProposalCandidate | null {
  const start = tokens.findIndex(({ mark }) => mark === null);
  const marks = tokens.slice(0, Math.max(0, start));
  if (start < 0 || marks.some(({ mark }) => mark === "stop" || mark === "colon")) return null;
  // Without a comma or a quotation mark the sentence simply goes on.
  if (!quoted && marks.length === 0) return null;
  return turned(tokens, start, rule, score) ?? straight(tokens, start, rule, score);
}

/** "said the mayor" */
function turned(
  tokens: readonly Token[],
  start: number,
  rule: ProposalRule,
  score: number,
): ProposalCandidate | null {
  const at = isAdverb(tokens[start]) ? start + 1 : start;
  const group = verbGroupAt(tokens, at);
  if (!group?.verb.followsQuotation || !group.finite || group.verb.form === "base" || group.verb.isNounToo)
    return null;
  const who = subjectAfter(tokens, group.last + 1);
  return who && { voice: who.range, cue: rangeOf(tokens, group.first, group.last), rule, score };
}

/** "the mayor said" */
function straight(
  tokens: readonly Token[],
  start: number,
  rule: ProposalRule,
  score: number,
): ProposalCandidate | null {
  for (let at = start + 1; at <= start + farthestAfter && at < tokens.length; at += 1) {
    if (tokens[at]?.mark === "stop" || tokens[at]?.mark === "quote") return null;
    const group = verbGroupAt(tokens, at);
    if (!group?.finite || !group.verb.followsQuotation) continue;
    if (group.verb.isNounToo && tokens[at + 1]?.mark === null) continue;
    const who = subjectBefore(tokens, group.first);
    if (takesAnotherClaim(tokens, group)) return null;
    // "as the mayor said": the word between belongs to nobody.
    if (!who || who.first > start + 1 || (who.first === start + 1 && tokens[start]?.lower !== "as")) continue;
    return { voice: who.range, cue: rangeOf(tokens, group.first, group.last), rule, score };
  }
  return null;
}

/** "…, Orban said that …", "Orban said: “…”": what follows is the claim of this verb, not what went before. */
function takesAnotherClaim(tokens: readonly Token[], { last, verb }: ReportingVerbGroup): boolean {
  const wordsAfter = tokens.slice(last + 1).filter(({ mark }) => mark !== "comma");
  const nextToken = wordsAfter[0];
  if (!nextToken || wordsAfter.slice(0, 3).some(({ lower }) => timeWords.has(lower))) return false;
  if (nextToken.mark === "quote" || nextToken.mark === "colon") return true;
  if (nextToken.mark !== null || verb.takesHearer) return nextToken.lower === "that";
  return clauseStarts.has(nextToken.lower)
    ? nextToken.lower !== "while" && nextToken.lower !== "when"
    : plainSubjects.has(nextToken.lower) || determiners.has(nextToken.lower);
}

/** "According to the ministry, …", "…, according to two officials". */
function accordingTo({ before, after }: Surroundings): ProposalCandidate | null {
  return (
    named(after, after.findIndex(isAccording), farthestAccording) ??
    named(before, before.findLastIndex(isAccording), 0)
  );
}

const isAccording = ({ lower }: Token): boolean => lower === "according";

/** `within`: the greatest index at which it may stand; 0 means at the beginning of the sentence. */
function named(tokens: readonly Token[], at: number, within: number): ProposalCandidate | null {
  if (at < 0 || at > within || tokens[at + 1]?.lower !== "to") return null;
  if (tokens.slice(0, at).some(({ mark }) => mark === "stop")) return null;
  const who = subjectAfter(tokens, at + 2);
  return who && { voice: who.range, cue: rangeOf(tokens, at, at + 1), rule: "according-to", score: 0.92 };
}

const claimOpeners = new Set(["that", "whether", "if", "how", "why", "what"]);

/** "Orban said that …", "Orban told Politico on Monday: “…”", "…, saying that …": by the nearest verb that can take the claim. */
function candidateBefore(around: Surroundings): ProposalCandidate | null {
  const tokens = withoutOpening(around.before);
  for (let at = tokens.length - 1; at >= 0 && tokens.length - at <= farthestBefore + 1; at -= 1) {
    if (tokens[at]?.mark === "stop") return null;
    const group = verbGroupAt(tokens, at);
    if (!group) {
      if (isFiniteElsewhere(tokens, at)) return null;
      continue;
    }
    const score = scoreOf(tokens, group, around);
    if (score === 0) {
      if (group.verb.isNounToo) continue;
      return null;
    }
    const cue = rangeOf(tokens, group.first, group.last);
    if (!group.finite) return participle(tokens, group, score);
    const who = subjectBefore(tokens, group.first);
    if (who) return { voice: who.range, cue, rule: "before-claim", score };
    if (group.verb.isNounToo) continue;
    // "Orban met Merz and said that …": the words are clear, the voice is not.
    return score >= 0.8 && group.verb.form === "past" && tokens[group.first - 1]?.lower === "and"
      ? { voice: voiceEarlier(tokens, group.first), cue, rule: "before-claim", score: score - 0.2 }
      : null;
  }
  return null;
}

/** Without "that" and the marks that lead up to the claim. */
function withoutOpening(before: readonly Token[]): readonly Token[] {
  const lastIndex = before.findLastIndex(({ mark, lower }) => mark === null && lower !== "that");
  const trailingTokens = before.slice(lastIndex + 1);
  return trailingTokens.some(({ mark }) => mark === "stop") ? [] : before.slice(0, lastIndex + 1);
}

/** How sure it is that this verb takes the claim, by what stands between; 0 when it cannot. */
function scoreOf(tokens: readonly Token[], group: ReportingVerbGroup, around: Surroundings): number {
  const { verb, last } = group;
  const between = tokens.slice(last + 1);
  const marks = around.before.slice(tokens.length);
  const announced = marks.some(({ mark }) => mark === "colon") || claimOpeners.has(around.firstWord);
  const led = announced || marks.some(({ mark, lower }) => mark === "comma" || lower === "that");
  const sure = led || around.opensQuotation;
  if (around.firstWord === "to" && !around.opensQuotation)
    return verb.takesInfinitive && between.length === 0 ? 0.85 : 0;
  if (between.length === 0) return verb.takesHearer && !sure ? 0 : sure ? 0.9 : plain(verb);
  if (between.some(({ mark }) => mark !== null && mark !== "comma" && mark !== "other")) return 0;
  if (between.some(({ lower }) => clauseStarts.has(lower) || auxiliaries.has(lower))) return 0;
  if (between.every(({ lower, mark }) => mark === null && (timeWords.has(lower) || lower === "on")))
    return sure ? 0.88 : 0.6;
  const isAdverbial = prepositions.has(between[0]?.lower ?? "") || timeWords.has(between[0]?.lower ?? "");
  if (!isAdverbial && !verb.takesHearer && !(verb.takesObject && around.opensQuotation)) return 0;
  return led
    ? 0.8
    : around.opensQuotation && !isAdverbial
      ? 0.7
      : verb.takesHearer && between.length < 4
        ? 0.6
        : 0;
}

/** "said it was over", without anything that shows the claim's beginning. */
const plain = (verb: ReportingVerbGroup["verb"]): number => (verb.isNounToo || verb.takesObject ? 0 : 0.75);

/** A clause of its own begins here, so that a verb farther left has another claim. */
const isFiniteElsewhere = (tokens: readonly Token[], at: number): boolean =>
  auxiliaries.has(tokens[at]?.lower ?? "") && !verbGroupAt(tokens, at + 1) && !verbGroupAt(tokens, at + 2);

function participle(
  tokens: readonly Token[],
  group: ReportingVerbGroup,
  score: number,
): ProposalCandidate | null {
  const previousToken = tokens[group.first - 1];
  if (previousToken?.mark !== "comma" && previousToken?.lower !== "and") return null;
  return {
    voice: voiceEarlier(tokens, group.first),
    cue: rangeOf(tokens, group.first, group.last),
    rule: "participle",
    score: score - 0.1,
  };
}

/** Who spoke earlier in the sentence: the subject of the nearest reporting verb, else the sentence's first words. */
function voiceEarlier(tokens: readonly Token[], end: number): ProposalCandidate["voice"] {
  for (let at = end - 1; at >= 0; at -= 1) {
    const group = verbGroupAt(tokens, at);
    const who = group?.finite && !group.verb.isNounToo ? subjectBefore(tokens, group.first) : null;
    if (who) return who.range;
  }
  const verb = tokens.findIndex(
    ({ lower, capital }, at) => at > 0 && !capital && (auxiliaries.has(lower) || /[^e]ed$/u.test(lower)),
  );
  return verb > 0 && verb < end ? (subjectBefore(tokens, verb)?.range ?? null) : null;
}

// The subject of a verb of saying: the noun phrase before it, or after it where the order is turned ("said the mayor").

/** No subject of news prose is longer. */
const longest = 14;
const longestAside = 26;

const conjunctions = new Set(["and", "or"]);

/** `first` is the index of its first token. */
interface Subject {
  readonly range: Range;
  readonly first: number;
}

/** The subject that ends right before the token at `end` (adverbs and an aside in commas may stand between). */
function subjectBefore(tokens: readonly Token[], end: number): Subject | null {
  let lastIndex = end - 1;
  while (isAdverb(tokens[lastIndex])) lastIndex -= 1;
  lastIndex = withoutTime(tokens, withoutAside(tokens, lastIndex));
  const token = tokens[lastIndex];
  if (!token || token.mark !== null || conjunctions.has(token.lower) || clauseStarts.has(token.lower))
    return null;
  if (plainSubjects.has(token.lower)) return subject(tokens, lastIndex, lastIndex);
  let firstIndex = lastIndex;
  while (firstIndex > 0 && lastIndex - firstIndex < longest && continues(tokens, firstIndex - 1))
    firstIndex -= 1;
  return trimmedSubject(tokens, firstIndex, lastIndex);
}

/** The subject that begins at the token at `first`. */
function subjectAfter(tokens: readonly Token[], first: number): Subject | null {
  const token = tokens[first];
  if (!token || token.mark !== null) return null;
  if (plainSubjects.has(token.lower)) return subject(tokens, first, first);
  let lastIndex = first;
  while (lastIndex - first < longest && continuesAfter(tokens, lastIndex + 1)) lastIndex += 1;
  while (lastIndex > first && attachingPrepositions.has(tokens[lastIndex]?.lower ?? "")) lastIndex -= 1;
  return isPhrase(tokens, first, lastIndex) ? subject(tokens, first, lastIndex) : null;
}

/** Steps over ", the ministry’s spokesman," and "(D-Wis.)" to what stands before it. */
function withoutAside(tokens: readonly Token[], last: number): number {
  const closing = tokens[last];
  const openingMark = closing?.mark === "comma" ? "," : closing?.text === ")" ? "(" : null;
  if (openingMark === null) return last;
  for (let at = last - 1; at > 0 && last - at <= longestAside; at -= 1) {
    const token = tokens[at];
    if (token?.text === openingMark) return withoutAside(tokens, at - 1);
    if (token?.mark !== null) break;
  }
  return last;
}

/** Steps over "on Tuesday" and "over the weekend" to what stands before it, if anything does. */
function withoutTime(tokens: readonly Token[], last: number): number {
  let index = last;
  while (timeWords.has(tokens[index]?.lower ?? "")) index -= 1;
  if (index === last) return last;
  if (articles.has(tokens[index]?.lower ?? "")) index -= 1;
  if (prepositions.has(tokens[index]?.lower ?? "")) index -= 1;
  return index >= 0 && tokens[index]?.mark === null ? index : last;
}

function continues(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.mark !== null || clauseStarts.has(token.lower) || auxiliaries.has(token.lower))
    return false;
  if (plainSubjects.has(token.lower)) return false;
  if (conjunctions.has(token.lower)) return joinsNames(tokens, at);
  const verb = token.capital ? undefined : reportingVerbs.get(token.lower);
  return !verb || verb.isNounToo;
}

function continuesAfter(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.mark !== null || clauseStarts.has(token.lower) || auxiliaries.has(token.lower))
    return false;
  if (conjunctions.has(token.lower)) return joinsNames(tokens, at);
  if (timeWords.has(token.lower)) return token.capital && !weekdayNames.has(token.lower);
  if (prepositions.has(token.lower)) return token.lower === "of" || token.lower === "for";
  if (/ing$/u.test(token.lower) && !token.capital) return false;
  return !plainSubjects.has(token.lower) && !isAdverb(token);
}

const joinsNames = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at - 1]?.capital ?? false) && (tokens[at + 1]?.capital ?? false);

/** The phrase without what opens the sentence before it: "But", "On Tuesday", "In a statement". */
function trimmedSubject(tokens: readonly Token[], from: number, last: number): Subject | null {
  let firstIndex = from;
  while (firstIndex < last) {
    const lower = tokens[firstIndex]?.lower ?? "";
    if (sentenceOpeners.has(lower) || timeWords.has(lower) || isAdverb(tokens[firstIndex])) firstIndex += 1;
    else if (prepositions.has(lower)) firstIndex = afterPhrase(tokens, firstIndex, last);
    else break;
  }
  return isPhrase(tokens, firstIndex, last) ? subject(tokens, firstIndex, last) : null;
}

/** Where another phrase begins after a preposition's own: "In a statement | Orban", "After the vote | the mayor". */
function afterPhrase(tokens: readonly Token[], preposition: number, last: number): number {
  for (let at = preposition + 2; at <= last; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (!before || !token || determiners.has(before.lower) || before.possessive) continue;
    const begins =
      determiners.has(token.lower) || (token.capital && (!before.capital || timeWords.has(before.lower)));
    if (begins && !prepositions.has(before.lower)) return at;
  }
  return last + 1;
}

function isPhrase(tokens: readonly Token[], first: number, last: number): boolean {
  const phrase = tokens.slice(first, last + 1);
  const [head, tail] = [phrase[0], phrase.at(-1)];
  if (!head || !tail || tail.possessive || articles.has(tail.lower) || attachingPrepositions.has(tail.lower))
    return false;
  if (prepositions.has(tail.lower) || timeWords.has(tail.lower) || sentenceOpeners.has(head.lower))
    return false;
  if (prepositions.has(head.lower)) return false;
  if (determiners.has(head.lower)) return phrase.length > 1 || head.lower === "some" || head.lower === "many";
  const core = phrase.find((token) => attachingPrepositions.has(token.lower));
  const noun = core ? phrase[phrase.indexOf(core) - 1] : tail;
  return (
    phrase.some(({ capital }, at) => capital && (at > 0 || phrase.length > 1 || first > 0 || isName(head))) ||
    (noun !== undefined && (speakingNouns.has(noun.lower) || /[^s]s$/u.test(noun.text)))
  );
}

/** A capital at a sentence's start is a name's unless the word is a small one. */
const isName = ({ capital, lower }: Token): boolean =>
  capital && !sentenceOpeners.has(lower) && !timeWords.has(lower);

const subject = (tokens: readonly Token[], first: number, last: number): Subject => ({
  range: rangeOf(tokens, first, last),
  first,
});
