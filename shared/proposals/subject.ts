// The subject of a verb of saying: the noun phrase before it, or after it where the order is turned ("said the mayor").
import type { Range } from "../model/range.ts";
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
import type { Token } from "./around-claim.ts";
import { isAdverb, reportingVerbs } from "./reporting-verbs.ts";

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
export function subjectBefore(tokens: readonly Token[], end: number): Subject | null {
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
export function subjectAfter(tokens: readonly Token[], first: number): Subject | null {
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
