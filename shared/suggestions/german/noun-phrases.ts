// German noun phrases, read off capitals, articles and endings: where one ends, and whether it can be a subject.

import { sayingForms } from "./saying-verbs.ts";
import { type GermanToken, isBreak, partEnd } from "./sentences.ts";
import {
  adverbs,
  conjunctions,
  determiners,
  feminineEnding,
  finiteVerbs,
  genitiveDeterminers,
  konjunktiv,
  obliqueDeterminers,
  otherPronouns,
  prepositions,
  sayingNouns,
  subjectPronouns,
  timeNouns,
} from "./word-lists.ts";

/** Token indexes, both included. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

export const isNoun = (token: GermanToken | undefined): boolean => token?.kind === "word" && token.capital;

/** "von", "van", "bin" between the parts of a name. */
const nameParticle = /^(?:von|van|de|der|den|zu|bin|al|el|di|da|du|del|la|le|ibn|ben|und)$/u;
const adjective = /\p{Ll}(?:e|en|er|es|em)$/u;

export const isFiniteVerb = ({ lower, kind, capital }: GermanToken): boolean =>
  kind === "word" &&
  !capital &&
  (finiteVerbs.has(lower) ||
    konjunktiv.has(lower) ||
    (sayingForms.get(lower)?.some(({ form }) => form === "finite") ?? false));

/** An article or none, what describes, and nouns or a name: "der frühere Minister Franz von Papen". `null` where none begins. */
function corePhrase(tokens: readonly GermanToken[], first: number): Phrase | null {
  let at = first;
  const opening = tokens[at];
  if (opening?.kind !== "word") return null;
  if (determiners.has(opening.lower)) at += 1;
  for (let count = 0; count < 9; count += 1) {
    const token = tokens[at];
    if (token?.kind !== "word" || token.capital) break;
    const isDescription =
      adjective.test(token.lower) ||
      adverbs.has(token.lower) ||
      (at > first && prepositions.has(token.lower));
    if (determiners.has(token.lower) && at > first) break;
    if (!isDescription || finiteVerbs.has(token.lower) || (isFiniteVerb(token) && !isNoun(tokens[at + 1])))
      break;
    at += 1;
  }
  if (!isNoun(tokens[at]) || (at > first && prepositions.has(tokens[at - 1]?.lower ?? ""))) {
    // "der in Berlin geborene Künstler": a description with a place of its own.
    const inner = isNoun(tokens[at]) ? describedNoun(tokens, at) : null;
    if (inner === null) return null;
    at = inner;
  }
  while (
    (isNoun(tokens[at + 1]) && !/^\p{N}/u.test(tokens[at + 1]?.lower ?? "")) ||
    joinsName(tokens, at + 1)
  )
    at += 1;
  return { first, last: at };
}

function describedNoun(tokens: readonly GermanToken[], from: number): number | null {
  let at = from + 1;
  while (isNoun(tokens[at])) at += 1;
  let described = 0;
  while (tokens[at]?.kind === "word" && !isNoun(tokens[at]) && adjective.test(tokens[at]?.lower ?? "")) {
    at += 1;
    described += 1;
  }
  return described > 0 && isNoun(tokens[at]) ? at : null;
}

const joinsName = (tokens: readonly GermanToken[], at: number): boolean =>
  nameParticle.test(tokens[at]?.lower ?? "") &&
  tokens[at]?.lower !== "und" &&
  // Behind a noun these are articles: "Krug den Plan".
  !/^de[rn]$/u.test(tokens[at]?.lower ?? "") &&
  isNoun(tokens[at - 1]) &&
  isNoun(tokens[at + 1]) &&
  tokens[at]?.lower !== "zu" &&
  // "von" between first and last name, where what precedes is a single word with no article.
  !(tokens[at]?.lower === "von" && tokens[at - 2] !== undefined && !isNoun(tokens[at - 2]));

/**
 * With what belongs to it: genitives, "von …", and another one joined by "und". `wide`: also places and purposes ("in Berlin"), as in
 * front of the verb, where all belongs to it.
 */
export function phraseAt(tokens: readonly GermanToken[], first: number, wide = false): Phrase | null {
  const opening = tokens[first];
  if (!opening) return null;
  if (isPronoun(tokens, first)) return { first, last: first };
  const isOneOf =
    /^(?:einer|eine|eines|einige|viele|mehrere|zwei|drei|beide)$/u.test(opening.lower) &&
    genitiveDeterminers.has(tokens[first + 1]?.lower ?? "");
  let phrase = isOneOf ? corePhrase(tokens, first + 1) : corePhrase(tokens, first);
  if (!phrase) return null;
  phrase = { first, last: phrase.last };
  for (let count = 0; count < 8; count += 1) {
    const at: number = phrase.last + 1;
    const token: GermanToken | undefined = tokens[at];
    if (token?.kind !== "word") break;
    const more: Phrase | null = genitiveDeterminers.has(token.lower)
      ? genitive(tokens, at, wide)
      : token.lower === "von" ||
          token.lower === "vom" ||
          (token.lower === "für" && isNoun(tokens[at - 1])) ||
          (wide && prepositions.has(token.lower) && token.lower !== "laut")
        ? corePhrase(tokens, at + 1)
        : token.lower === "und" || token.lower === "sowie" || token.lower === "oder"
          ? joinedPhrase(tokens, at, wide)
          : null;
    if (!more) break;
    phrase = { first, last: more.last };
  }
  return phrase;
}

/** Behind the verb "der Zeitung" is more often whom somebody tells it than whose the speaker is. */
const genitive = (tokens: readonly GermanToken[], at: number, wide: boolean): Phrase | null => {
  const phrase = corePhrase(tokens, at);
  const isHearer =
    phrase !== null &&
    /(?:agentur|zeitung|presse|post|rundschau|magazin|blatt)$/u.test(tokens[phrase.last]?.lower ?? "");
  return isHearer && !wide && tokens[at]?.lower === "der" ? null : phrase;
};

/** "er", and "dieser" or "viele" with no noun of theirs. */
const isPronoun = (tokens: readonly GermanToken[], at: number): boolean => {
  const lower = tokens[at]?.lower ?? "";
  if (!subjectPronouns.has(lower)) return false;
  return (
    /^(?:er|sie|es|ich|wir|man|niemand|jemand)$/u.test(lower) ||
    (!isNoun(tokens[at + 1]) && !describes(tokens, at + 1))
  );
};

const describes = (tokens: readonly GermanToken[], at: number): boolean => {
  const token = tokens[at];
  return (
    token?.kind === "word" &&
    adjective.test(token.lower) &&
    !isFiniteVerb(token) &&
    corePhrase(tokens, at) !== null
  );
};

function joinedPhrase(tokens: readonly GermanToken[], at: number, wide: boolean): Phrase | null {
  const second = corePhrase(tokens, at + 1 + (tokens[at + 1]?.lower === "auch" ? 1 : 0));
  if (!second) return null;
  const next = tokens[second.last + 1];
  return wide || isBreak(next) || next === undefined || genitiveDeterminers.has(next.lower) ? second : null;
}

/** With what is set beside it between commas: "der Vorsitzende, Elmar Gesse,". */
export function withApposition(tokens: readonly GermanToken[], phrase: Phrase): Phrase {
  const comma = phrase.last + 1;
  if (tokens[comma]?.lower !== ",") return phrase;
  const beside = tokens[comma + 1]?.quoted ? null : phraseAt(tokens, comma + 1, true);
  if (!beside || (beside.first === beside.last && !isNoun(tokens[beside.first]))) return phrase;
  const end = partEnd(tokens, comma + 1);
  if (beside.last + 1 !== end || (tokens[end]?.lower === ":" && end - comma < 2)) return phrase;
  if (tokens[end]?.kind === "quote") return phrase;
  return { first: phrase.first, last: beside.last };
}

/** Not in a case that no subject has, and not a time. */
export function canBeSubject(tokens: readonly GermanToken[], { first, last }: Phrase): boolean {
  const [opening, second] = [tokens[first], tokens[first + 1]];
  if (!opening || /^(?:als|wie|statt)$/u.test(opening.lower)) return false;
  if (first === last && !opening.capital) return subjectPronouns.has(opening.lower) && opening.lower !== "es";
  if (first === last && /^(?:das|dies|es|man)$/u.test(opening.lower)) return opening.lower === "man";
  const isOneOf =
    opening.lower === "einer" && (second?.lower === "von" || genitiveDeterminers.has(second?.lower ?? ""));
  if (obliqueDeterminers.has(opening.lower) || (opening.lower === "einer" && !isOneOf)) return false;
  const head = headOf(tokens, first);
  const noun = tokens[head]?.lower ?? "";
  if (timeNouns.has(noun) || (first === last && /^\p{N}/u.test(noun))) return false;
  // A dative without an article: "sagte Reportern".
  if (first === last && /\p{Ll}{3}(?:ern|eln|isten)$/u.test(noun) && head === first && first > 0)
    return false;
  if (opening.lower === "der") {
    if (second && !second.capital && /en$/u.test(second.lower)) return false;
    if (feminineEnding.test(noun)) return false;
  }
  return true;
}

/** The first noun of a phrase. */
export function headOf(tokens: readonly GermanToken[], first: number): number {
  let at = first;
  if (determiners.has(tokens[at]?.lower ?? "")) at += 1;
  while (at < tokens.length && !isNoun(tokens[at]) && tokens[at]?.kind === "word") at += 1;
  // The capital of a sentence's beginning: "Wenige Stunden".
  if (at === 0 && isNoun(tokens[1]) && /(?:e|en)$/u.test(tokens[0]?.lower ?? "")) at = 1;
  while (isNoun(tokens[at + 1]) && /^-|zeitung$/u.test(tokens[at + 1]?.lower ?? "")) at += 1;
  return at;
}

/** The first phrase behind the verb that can be its subject; what is said to whom, when and where is passed over. */
export function subjectBehind(tokens: readonly GermanToken[], verb: number, end: number): Phrase | null {
  let at = verb + 1;
  while (at < end) {
    const token = tokens[at];
    if (!token || isBreak(token)) return null;
    if (prepositions.has(token.lower) || token.lower === "als" || (token.quoted && token.small)) {
      const phrase = token.quoted ? null : phraseAt(tokens, at + 1);
      at = phrase ? phrase.last + 1 : at + 1;
      continue;
    }
    const isPlain = adverbs.has(token.lower) || conjunctions.has(token.lower);
    const isObject = otherPronouns.has(token.lower) && !(token.lower === "ihr" && isNoun(tokens[at + 1]));
    if ((isPlain || isObject) && !determiners.has(token.lower)) {
      at += 1;
      continue;
    }
    const phrase = phraseAt(tokens, at);
    if (!phrase) {
      at += 1;
      continue;
    }
    if (canBeSubject(tokens, phrase)) return phrase;
    at = phrase.last + 1;
  }
  return null;
}

/** A phrase in the accusative without a preposition, between these indexes: what the verb has as its object. */
export function objectBetween(tokens: readonly GermanToken[], from: number, to: number): Phrase | null {
  for (let at = from; at < to; at += 1) {
    const lower = tokens[at]?.lower ?? "";
    if (prepositions.has(lower)) {
      const phrase = phraseAt(tokens, at + 1);
      if (phrase) at = phrase.last;
      continue;
    }
    if (
      !/^(?:die|das|den|ein|eine|einen|keine|keinen|seine|seinen|ihre|ihren|diese|diesen|dieses|mehrere|einige)$/u.test(
        lower,
      )
    )
      continue;
    const phrase = phraseAt(tokens, at);
    if (phrase && phrase.last > phrase.first) return phrase;
  }
  return null;
}

/** "Angaben der Polizei", "Medienberichten". */
export const isSayingNoun = (token: GermanToken | undefined): boolean =>
  token?.capital === true && sayingNouns.test(token.lower);
