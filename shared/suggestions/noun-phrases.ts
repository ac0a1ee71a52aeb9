// Noun phrases, read from their last word to the left or from their first to the right.
import { isNominal, type TaggedToken } from "./token.ts";
import type { VerbGroup } from "./verb-groups.ts";
import { documentNouns, personNouns, possessives, subjectPronouns, weekdays } from "./word-lists.ts";

const longest = 32;

const isDeterminer = (token: TaggedToken | undefined): boolean =>
  token?.pos === "DET" || (token?.pos === "PRON" && possessives.has(token.lower));

const isPossessiveMark = (token: TaggedToken | undefined): boolean =>
  token?.pos === "PART" && /^'s?$/u.test(token.lower);

/** The index of the first word of the phrase that ends at `last`; `null` where no phrase ends. */
export function phraseStart(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  last: number,
): number | null {
  const end = tokens[last];
  if (
    !end ||
    !(isNominal(end) || end.pos === "PRON" || end.pos === "ADJ" || end.pos === "X" || end.pos === "DET")
  )
    return null;
  let firstIndex = last;
  while (firstIndex > 0 && last - firstIndex < longest) {
    const nextIndex = stepLeft(tokens, groups, firstIndex);
    if (nextIndex === null) break;
    firstIndex = nextIndex;
  }
  return afterOpening(tokens, firstIndex, last);
}

/** Where the phrase goes on to the left of `first`; `null` where it begins. */
function stepLeft(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  first: number,
): number | null {
  const [token, here] = [tokens[first - 1], tokens[first]];
  if (!token || !here) return null;
  if (isDeterminer(here) && token.pos !== "ADP" && !/^(?:all|both|half|of)$/u.test(token.lower)) {
    if (token.pos === "VERB" || token.pos === "AUX") return relativeStart(tokens, groups, first - 1);
    return token.pos === "CCONJ" ? joinedStart(tokens, first - 1) : null;
  }
  if (isNominal(token) || token.pos === "ADJ" || token.pos === "X" || token.pos === "SYM") {
    if (weekdays.has(token.lower) && !isPossessiveMark(here)) return null;
    return here.pos === "PRON" && !possessives.has(here.lower) ? null : first - 1;
  }
  // "a wall that engineers said was cracked": before a plural it is no article.
  if (token.lower === "that" && /[^s]s$/u.test(here.lower) && isNominal(tokens[first - 2])) return null;
  if (isDeterminer(token) || isPossessiveMark(token)) return first - 1;
  if (token.text === ")") return openingBracket(tokens, first - 1);
  if (/^(?:earlier|later|then|now)$/u.test(token.lower) && isDeterminer(tokens[first - 2])) return first - 1;
  if (token.pos === "ADV") return here.pos === "ADJ" || here.pos === "NUM" ? first - 1 : null;
  if (token.pos === "ADP") {
    if (tokens[first - 2]?.pos === "CCONJ" && isNominal(tokens[first - 3])) return first - 3;
    return isHeadBefore(tokens, first - 1) ? first - 2 : relativeBefore(tokens, first - 2);
  }
  if (token.pos === "CCONJ") return joinedStart(tokens, first - 1);
  if (
    token.pos === "PRON" &&
    /^(?:those|one|some|many|most|all|both|others|none|any|someone|anyone|everyone)$/u.test(token.lower)
  )
    return here.pos === "ADP" || here.pos === "ADJ" || here.pos === "VERB" ? first - 1 : null;
  if (token.pos === "VERB" || token.pos === "AUX") return relativeStart(tokens, groups, first - 1);
  return null;
}

/** "Scientists who were not involved in": the noun before a relative clause with an adjective; `adjective` is its place. */
function relativeBefore(tokens: readonly TaggedToken[], adjective: number): number | null {
  if (tokens[adjective]?.pos !== "ADJ" && tokens[adjective]?.pos !== "VERB") return null;
  let at = adjective - 1;
  while (at > adjective - 5 && /^(?:ADV|PART|AUX)$/u.test(tokens[at]?.pos ?? "")) at -= 1;
  const isRelative = /^(?:who|which|that)$/u.test(tokens[at]?.lower ?? "") && at < adjective - 1;
  return isRelative && isNominal(tokens[at - 1]) ? at - 1 : null;
}

/** The noun that "of" or "with" hangs on; "people familiar with". */
const isHeadBefore = (tokens: readonly TaggedToken[], adposition: number): boolean => {
  const head = tokens[adposition - 1];
  if (!head || adposition < 1) return false;
  if (weekdays.has(head.lower)) return false;
  if (isNominal(head)) return true;
  if (
    head.text === ")" ||
    /^(?:those|one|some|many|most|all|both|none|any|each|several|few|half)$/u.test(head.lower)
  )
    return true;
  if (head.pos === "ADJ" || (head.pos === "VERB" && /(?:ed|en|wn)$/u.test(head.lower)))
    return (
      isNominal(tokens[adposition - 2]) ||
      tokens[adposition - 2]?.pos === "PRON" ||
      /^(?:those|these)$/u.test(tokens[adposition - 2]?.lower ?? "")
    );
  return false;
};

function openingBracket(tokens: readonly TaggedToken[], closing: number): number | null {
  for (let at = closing - 1; at > 0 && closing - at < 12; at -= 1)
    if (tokens[at]?.text === "(") return isNominal(tokens[at - 1]) ? at - 1 : null;
  return null;
}

/** "X and Y": what stands before the conjunction belongs to the phrase unless it is another verb's object. */
function joinedStart(tokens: readonly TaggedToken[], conjunction: number): number | null {
  if (!isNominal(tokens[conjunction - 1])) return null;
  let firstIndex = conjunction - 1;
  while (
    firstIndex > 0 &&
    (isNominal(tokens[firstIndex - 1]) ||
      tokens[firstIndex - 1]?.pos === "ADJ" ||
      isDeterminer(tokens[firstIndex - 1]) ||
      isPossessiveMark(tokens[firstIndex - 1]))
  )
    firstIndex -= 1;
  const previousToken = tokens[firstIndex - 1];
  const isFree =
    previousToken === undefined ||
    (previousToken.pos === "PUNCT" && previousToken.text !== ",") ||
    previousToken.pos === "SCONJ" ||
    previousToken.pos === "CCONJ" ||
    previousToken.pos === "QUOTE" ||
    (previousToken.pos === "ADP" && isNominal(tokens[firstIndex - 2]));
  return isFree || (previousToken?.text === "," && !isNominal(tokens[firstIndex - 2]))
    ? conjunction - 1
    : null;
}

/** "Voters who backed the plan", "people briefed on the matter": the phrase begins before its relative clause. */
function relativeStart(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  verb: number,
): number | null {
  const group = groups.find(({ first, last }) => first <= verb && verb <= last);
  if (!group) return null;
  const previousToken = tokens[group.first - 1];
  if (
    tokens[verb]?.pos === "VERB" &&
    group.main === verb &&
    (previousToken?.pos === "DET" || previousToken?.pos === "ADJ" || previousToken === undefined)
  )
    return previousToken === undefined ? null : verb;
  if (group.form === "finite") {
    const isRelative = /^(?:who|that|which)$/u.test(previousToken?.lower ?? "");
    return isRelative && isNominal(tokens[group.first - 2]) ? group.first - 2 : null;
  }
  return isNominal(previousToken) ? group.first - 1 : null;
}

/** Without what opens the sentence before the phrase: "In a statement | Orban", "On Tuesday | the mayor". */
function afterOpening(tokens: readonly TaggedToken[], first: number, last: number): number | null {
  const previousToken = tokens[first - 1];
  let start = first;
  if (previousToken?.pos === "ADP" && !isDirectObject(tokens, first)) {
    start = -1;
    for (let at = first + 1; at <= last; at += 1) {
      const [token, previous] = [tokens[at], tokens[at - 1]];
      if (
        !token ||
        !previous ||
        previous.pos === "ADP" ||
        previous.pos === "DET" ||
        isPossessiveMark(previous)
      )
        continue;
      const isSwitch =
        isDeterminer(token) ||
        (token.pos === "PROPN" &&
          previous.pos === "NOUN" &&
          (!personNouns.has(previous.lower) || documentNouns.has(previous.lower))) ||
        (token.pos === "PROPN" && weekdays.has(previous.lower));
      if (isSwitch) {
        start = at;
        break;
      }
    }
    // "… Monday after police said": a verb follows the phrase, so that the small word opens a clause.
    if (start < 0 && /^(?:after|before|since|until|as)$/u.test(previousToken.lower)) start = first;
    if (start < 0) return null;
  }
  while (
    start < last &&
    /^(?:but|and|so|yet|still|also|meanwhile|however|instead|then|now|later|,)$/u.test(
      tokens[start]?.lower ?? "",
    )
  )
    start += 1;
  return start;
}

const isDirectObject = (tokens: readonly TaggedToken[], first: number): boolean =>
  /^(?:by|as|like|unlike|than)$/u.test(tokens[first - 1]?.lower ?? "");

/** The index of the last word of the phrase that begins at `first`, without what hangs on it; `null` where none begins. */
export function simplePhraseEnd(tokens: readonly TaggedToken[], first: number): number | null {
  const firstToken = tokens[first];
  if (!firstToken) return null;
  if (
    firstToken.pos === "PRON" &&
    !possessives.has(firstToken.lower) &&
    subjectPronouns.has(firstToken.lower)
  )
    return first;
  if (firstToken.pos === "PRON" && !possessives.has(firstToken.lower)) return first;
  if (firstToken.lower === "her" && !/^(?:NOUN|PROPN|ADJ|NUM|VERB)$/u.test(tokens[first + 1]?.pos ?? ""))
    return first;
  let lastIndex = first;
  let hasNoun = isNominal(firstToken);
  for (let at = first + 1; at < tokens.length && at - first < longest; at += 1) {
    const [token, previous] = [tokens[at], tokens[at - 1]];
    if (!token || !previous) break;
    if (isNominal(token)) {
      if (weekdays.has(token.lower) && hasNoun && !isPossessiveMark(tokens[at + 1])) break;
      hasNoun = true;
    } else if (isPossessiveMark(token)) hasNoun = false;
    else if (isDeterminer(token)) {
      if (hasNoun || (at > first && isDeterminer(previous))) break;
    } else if (token.pos === "ADJ" || token.pos === "ADV" || token.pos === "X" || token.pos === "SYM") {
      if (hasNoun && token.pos !== "ADJ") break;
      if (hasNoun && !isNominal(tokens[at + 1])) break;
    } else if (token.pos === "VERB" && !hasNoun && (previous.pos === "DET" || previous.pos === "ADJ"))
      continue;
    else break;
    lastIndex = at;
  }
  return hasNoun || firstToken.pos === "DET" ? lastIndex : null;
}

/** As `simplePhraseEnd`, with "of …", "at …", names in brackets and asides behind it. */
export function phraseEnd(tokens: readonly TaggedToken[], first: number): number | null {
  let lastIndex = simplePhraseEnd(tokens, first);
  while (lastIndex !== null && lastIndex - first < longest) {
    const nextToken = tokens[lastIndex + 1];
    if (!nextToken) break;
    let to: number | null = null;
    if (nextToken.pos === "ADP" && /^(?:of|for|at|from|in|with|to|on)$/u.test(nextToken.lower))
      to = simplePhraseEnd(tokens, lastIndex + 2);
    else if (
      /^(?:familiar|close|involved|briefed)$/u.test(nextToken.lower) &&
      tokens[lastIndex + 2]?.pos === "ADP"
    )
      to = simplePhraseEnd(tokens, lastIndex + 3);
    else if (nextToken.pos === "CCONJ" && isNominal(tokens[lastIndex]))
      to = simplePhraseEnd(tokens, lastIndex + 2);
    else if (nextToken.text === "(") to = closingBracket(tokens, lastIndex + 1);
    if (to === null) break;
    lastIndex = to;
  }
  return lastIndex;
}

function closingBracket(tokens: readonly TaggedToken[], opening: number): number | null {
  for (let at = opening + 1; at < tokens.length && at - opening < 12; at += 1)
    if (tokens[at]?.text === ")") return at;
  return null;
}
