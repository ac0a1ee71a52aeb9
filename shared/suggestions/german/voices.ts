// The voice: the subject of a German verb, in front of it, behind it, or of the verb before.
import { mainVerb } from "./clauses.ts";
import {
  canBeSubject,
  headOf,
  isFiniteVerb,
  isSayingNoun,
  type Phrase,
  phraseAt,
  subjectBehind,
  withApposition,
} from "./noun-phrases.ts";
import { type GermanToken, isBreak, partEnd, partStart } from "./sentences.ts";
import type { GermanVerb } from "./verb-groups.ts";
import {
  adverbs,
  conjunctions,
  determiners,
  feminineEnding,
  konjunktiv,
  otherPronouns,
  prepositions,
  relatives,
  timeNouns,
} from "./word-lists.ts";

export interface GermanVoice extends Phrase {
  readonly way: "before" | "behind" | "shared" | "relative";
}

/** Verbs behind which a name is more often whom somebody speaks of or to. */
const personObjects =
  /auffordern|bitten|warnen|würdigen|bezeichnen|nennen|kritisieren|loben|beschuldigen|verurteilen/u;

export function voiceOf(tokens: readonly GermanToken[], verb: GermanVerb): GermanVoice | null {
  if (verb.verb.lemma === "heissen") return placeOf(tokens, verb);
  if (/hervorgehen$/u.test(verb.verb.lemma)) return originOf(tokens, verb);
  if (verb.passive && verb.verb.lemma !== "zitieren")
    return agentOf(tokens, verb) ?? documentOf(tokens, verb);
  if (verb.opener !== null) return voiceBehindOpener(tokens, verb.opener, verb.finite);
  const start = partStart(tokens, verb.finite);
  const opening = conjunctions.has(tokens[start]?.lower ?? "") ? start + 1 : start;
  const joint = jointBefore(tokens, verb.finite);
  if (joint !== null) return sharedVoice(tokens, joint);
  const inFront =
    opening < verb.finite ? withNameBefore(tokens, start, voiceInFront(tokens, opening, verb.finite)) : null;
  const end = clauseEnd(tokens, verb);
  const finitePart = verb.parts.find(([first, last]) => first <= verb.finite && verb.finite <= last);
  const behind = subjectBehind(tokens, finitePart?.[1] ?? verb.finite, end);
  if (
    !behind &&
    opening === verb.finite &&
    tokens[start - 1]?.lower === "," &&
    !acrossAside(tokens, start - 1)
  )
    return sharedVoice(tokens, start - 1);
  const isObject =
    personObjects.test(verb.verb.lemma) && behind !== null && tokens[behind.first]?.capital === true;
  const isOther =
    inFront && behind && !isObject && isPlainSubject(tokens, behind) && !isPlainSubject(tokens, inFront);
  if (inFront && !isOther) return { ...inFront, way: "before" };
  if (opening === verb.finite && tokens[start - 1]?.lower === ",") {
    const beforeAside = acrossAside(tokens, start - 1);
    if (beforeAside && !(behind && isSurerThan(tokens, behind, verb)))
      return { ...beforeAside, way: "before" };
  }
  return behind && { ...withApposition(tokens, behind), way: "behind" };
}

/** "Im Bericht heißt es", "heißt es aus dem Ministerium": where it stands, or whence it comes. */
function placeOf(tokens: readonly GermanToken[], { finite, end }: GermanVerb): GermanVoice | null {
  const start = partStart(tokens, finite);
  const front = prepositionalPhrase(tokens, start, finite);
  if (front) return { ...front, way: "before" };
  for (let at = end + 1; at < partEnd(tokens, end + 1); at += 1) {
    const phrase = prepositionalPhrase(tokens, at, tokens.length);
    if (phrase) return { ...phrase, way: "behind" };
  }
  return null;
}

/** "wurde in einer Mitteilung gefordert": what it stands in. */
function documentOf(tokens: readonly GermanToken[], verb: GermanVerb): GermanVoice | null {
  const place = placeOf(tokens, verb);
  if (place && isSayingNoun(tokens[headOf(tokens, place.first)])) return place;
  for (let at = verb.finite + 1; at < verb.end; at += 1) {
    const phrase = prepositionalPhrase(tokens, at, verb.end);
    if (phrase && isSayingNoun(tokens[headOf(tokens, phrase.first)])) return { ...phrase, way: "behind" };
  }
  return null;
}

/** "Das geht aus dem Bericht hervor": the phrase behind "aus", in the part of the verb. */
function originOf(tokens: readonly GermanToken[], { finite, end }: GermanVerb): GermanVoice | null {
  for (let at = partStart(tokens, finite); at < end; at += 1) {
    const phrase = tokens[at]?.lower === "aus" ? phraseAt(tokens, at + 1) : null;
    if (phrase && phrase.last <= end) return { ...phrase, way: "behind" };
  }
  return null;
}

function prepositionalPhrase(tokens: readonly GermanToken[], at: number, before: number): Phrase | null {
  if (!/^(?:in|im|aus|auf|von|vom|bei|beim|seitens)$/u.test(tokens[at]?.lower ?? "")) return null;
  const phrase = phraseAt(tokens, at + 1);
  return phrase && phrase.last < before && !timeNouns.has(tokens[headOf(tokens, phrase.first)]?.lower ?? "")
    ? phrase
    : null;
}

/** Where the part of the clause behind the verb ends: before the next part of the cue. */
function clauseEnd(tokens: readonly GermanToken[], { finite, parts }: GermanVerb): number {
  const next = parts.find(([first]) => first > finite);
  return next ? next[0] : partEnd(tokens, finite + 1);
}

/** The "und" right before the verb: the subject is that of the verb before. */
function jointBefore(tokens: readonly GermanToken[], verb: number): number | null {
  const at =
    adverbs.has(tokens[verb - 1]?.lower ?? "") && !conjunctions.has(tokens[verb - 1]?.lower ?? "")
      ? verb - 2
      : verb - 1;
  return at > 0 && /^(?:und|sowie|aber|oder)$/u.test(tokens[at]?.lower ?? "") && !isBreak(tokens[at - 1])
    ? at
    : null;
}

/** A pronoun, "der Sprecher", or a name: nothing that could be an object as well. */
function isPlainSubject(tokens: readonly GermanToken[], { first, last }: Phrase): boolean {
  const opening = tokens[first];
  if (!opening) return false;
  if (first === last && !opening.capital) return /^(?:er|wir|ich|man)$/u.test(opening.lower);
  if (opening.lower === "der") return !feminineEnding.test(tokens[headOf(tokens, first)]?.lower ?? "");
  return (
    /^(?:ein|sein|ihr|unser)$/u.test(opening.lower) || (opening.capital && !/^\p{N}/u.test(opening.lower))
  );
}

/**
 * "Der Mann, sagte der Sprecher, sei tot", but "Der Sprecher, Jo Hart, warf der Stadt vor": "der" may be a dative, unless the sentence goes
 * on with the verb of what is said.
 */
function isSurerThan(tokens: readonly GermanToken[], behind: Phrase, { end }: GermanVerb): boolean {
  const opening = tokens[behind.first]?.lower ?? "";
  const after = partEnd(tokens, Math.max(end, behind.last) + 1);
  const next = tokens[after + 1];
  if (tokens[after]?.lower === "," && next !== undefined && isFiniteVerb(next)) return true;
  return opening !== "der" && (isPlainSubject(tokens, behind) || /^eine?$/u.test(opening));
}

/** What stands in front of a verb that stands second, as far as it is a subject. */
function voiceInFront(tokens: readonly GermanToken[], from: number, verb: number): Phrase | null {
  let first = from;
  while (first < verb && /^(?:auch|nur|selbst|sogar|denn|doch|aber|und)$/u.test(tokens[first]?.lower ?? ""))
    first += 1;
  const opening = tokens[first];
  if (!opening || first >= verb || prepositions.has(opening.lower)) return null;
  if ((adverbs.has(opening.lower) || otherPronouns.has(opening.lower)) && !determiners.has(opening.lower))
    return null;
  if (
    first === 0 &&
    (verb === 1 || prepositions.has(tokens[1]?.lower ?? "")) &&
    /(?:end|mäss|weise|lich|ig|isch|falls|seits|stens|massen)$/u.test(opening.lower)
  )
    return null;
  const phrase = phraseAt(tokens, first, true);
  if (!phrase || phrase.last >= verb || !canBeSubject(tokens, phrase)) return null;
  // "Hart selbst sagte", "Die Polizei in Bern hingegen sagte"
  const rest = tokens.slice(phrase.last + 1, verb);
  return rest.every(({ lower }) => adverbs.has(lower))
    ? phrase
    : rest.some((one) => isFiniteVerb(one))
      ? null
      : { first, last: verb - 1 };
}

/** "Theo Zwanziger, Präsident des Verbands nannte": the phrase in front of the comma belongs to it. */
function withNameBefore(tokens: readonly GermanToken[], start: number, phrase: Phrase | null): Phrase | null {
  if (!phrase || phrase.first !== start || start < 2 || tokens[start - 1]?.lower !== ",") return phrase;
  const first = partStart(tokens, start - 1);
  const before = phraseAt(tokens, first, true);
  return before && before.last === start - 2 && canBeSubject(tokens, before) && tokens[first]?.capital
    ? { first, last: phrase.last }
    : phrase;
}

/** "Deiss, der sich entschlossen hatte, sagte": the phrase that the aside in front of the verb belongs to. */
function acrossAside(tokens: readonly GermanToken[], comma: number): Phrase | null {
  let start = partStart(tokens, comma - 1);
  for (let count = 0; count < 3 && start > 0; count += 1) {
    if (tokens[start - 1]?.lower !== ",") break;
    const before = partStart(tokens, start - 1);
    if (before === start) break;
    start = before;
  }
  const phrase = phraseAt(tokens, conjunctions.has(tokens[start]?.lower ?? "") ? start + 1 : start, true);
  if (!phrase || !canBeSubject(tokens, phrase)) return null;
  const end = partEnd(tokens, start);
  if (end >= comma || !tokens.slice(phrase.last + 1, end).every(({ lower }) => adverbs.has(lower)))
    return null;
  if (phrase.last + 1 !== end) return phrase;
  const beside = withApposition(tokens, phrase);
  return beside.last < comma ? beside : phrase;
}

/** "wie die Polizei mitteilte", "das vorschlug" */
function voiceBehindOpener(tokens: readonly GermanToken[], opener: number, verb: number): GermanVoice | null {
  const head = tokens[opener];
  if (!head) return null;
  let at = opener + 1;
  while (
    at < verb &&
    (adverbs.has(tokens[at]?.lower ?? "") ||
      (otherPronouns.has(tokens[at]?.lower ?? "") && !determiners.has(tokens[at]?.lower ?? "")))
  )
    at += 1;
  const found = subjectBehind(tokens, at - 1, verb);
  const isRelative = /^(?:der|die|das|welcher|welche|welches)$/u.test(head.lower);
  if (
    isRelative &&
    opener > 0 &&
    relatives.has(head.lower) &&
    !(found && isPlainSubject(tokens, found) && !(head.lower === "der" && tokens[found.first]?.capital))
  )
    return { first: opener, last: opener, way: "relative" };
  return found && { ...withApposition(tokens, found), way: "behind" };
}

/** "Podolski war da und sagte": the subject of the verb before. */
function sharedVoice(tokens: readonly GermanToken[], conjunction: number): GermanVoice | null {
  const start = partStart(tokens, Math.max(0, conjunction - 1));
  const from = conjunctions.has(tokens[start]?.lower ?? "") ? start + 1 : start;
  const at = mainVerb(tokens, from, conjunction);
  if (at !== null) {
    // "Er sagte, sie komme, und fügte hinzu": what is reported has a subject of its own.
    if (konjunktiv.has(tokens[at]?.lower ?? "") && start > 1) return sharedVoice(tokens, start - 1);
    const inFront = voiceInFront(tokens, from, at);
    const behind = inFront && isPlainSubject(tokens, inFront) ? null : subjectBehind(tokens, at, conjunction);
    const phrase = behind && (!inFront || isPlainSubject(tokens, behind)) ? behind : inFront;
    return phrase && { ...phrase, way: "shared" };
  }
  const opening = tokens[from];
  const isVerb =
    opening !== undefined &&
    !opening.capital &&
    !determiners.has(opening.lower) &&
    !prepositions.has(opening.lower) &&
    !adverbs.has(opening.lower);
  const phrase = isVerb ? subjectBehind(tokens, from, conjunction) : phraseAt(tokens, from);
  return phrase && canBeSubject(tokens, phrase) ? { ...phrase, way: "shared" } : null;
}

/** "wurde von der Polizei mitgeteilt": "von" or "durch" with a phrase, between the parts of the verb. */
function agentOf(tokens: readonly GermanToken[], { finite, end }: GermanVerb): GermanVoice | null {
  for (let at = Math.min(finite, end) + 1; at < end; at += 1) {
    if (isBreak(tokens[at])) return null;
    if (!/^(?:von|vom|durch)$/u.test(tokens[at]?.lower ?? "")) continue;
    const phrase = phraseAt(tokens, at + 1);
    if (phrase) return { ...phrase, way: "behind" };
  }
  return null;
}
