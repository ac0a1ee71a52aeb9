// Claims whose cue is no verb: "laut …", "nach Angaben von …", "… zufolge", "so der Minister", "wonach", "wie … mitteilte", "die Behauptung der
// Stadt, dass …"; and who was not to be reached.
import type { SuggestionRule } from "../candidate.ts";
import type { Segment } from "./claims.ts";
import { hasMainVerb, lastWord } from "./clauses.ts";
import {
  canBeSubject,
  isFiniteVerb,
  isNoun,
  isSayingNoun,
  type Phrase,
  phraseAt,
  withApposition,
} from "./noun-phrases.ts";
import { sayingForms } from "./saying-verbs.ts";
import { type GermanToken, isBreak, partEnd, partStart } from "./sentences.ts";
import type { GermanVerb } from "./verb-groups.ts";
import type { GermanVoice } from "./voices.ts";
import { claimingNouns, conjunctions, determiners, genitiveDeterminers, relatives } from "./word-lists.ts";

export interface PhraseClaim {
  readonly voice: Phrase | null;
  readonly cue: readonly Segment[];
  readonly segments: readonly Segment[];
  readonly rule: SuggestionRule;
  /** How often words like these tell who says it, as it seems when reading: 0 to 1. */
  readonly share: number;
}

export function phrasesIn(tokens: readonly GermanToken[]): readonly PhraseClaim[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== "word" || token.quoted) return [];
    const found =
      inFront(tokens, at) ??
      behindNoun(tokens, at) ??
      soPhrase(tokens, at) ??
      whereby(tokens, at) ??
      claimingNoun(tokens, at) ??
      notReached(tokens, at) ??
      wordForWord(tokens, at);
    return found ? [found] : [];
  });
}

/** "Laut der Polizei", "nach Angaben der Polizei", "aus Sicht der Polizei" */
function inFront(tokens: readonly GermanToken[], at: number): PhraseClaim | null {
  const word = tokens[at]?.lower ?? "";
  if (!/^(?:laut|gemäss|nach|aus)$/u.test(word)) return null;
  const isInitial = at === 0 || conjunctions.has(tokens[at - 1]?.lower ?? "");
  const next = tokens[at + 1]?.lower ?? "";
  const isRelative =
    /^(?:denen|welche[mnr])$/u.test(next) || (/^(?:dem|der)$/u.test(next) && !startsPhrase(tokens[at + 2]));
  if (tokens[at - 1]?.lower === "," && isRelative)
    return word === "aus" || tokens[at + 2] === undefined
      ? null
      : {
          voice: { first: at + 1, last: at + 1 },
          cue: [[at, at]],
          segments: [[at + 2, partEndOf(tokens, at + 2)]],
          rule: "according-to",
          share: 0.8,
        };
  const phrase = phraseAt(tokens, at + 1, isInitial);
  if (!phrase) return null;
  const nouns = tokens.slice(phrase.first, phrase.last + 1);
  if ((word === "nach" || word === "gemäss") && !saysSomething(nouns)) return null;
  if (
    word === "nach" &&
    /^(?:monate?|jahre?|tage?|wochen?|stunden?|minuten?|je|kurz|unmittelbar)n?$/u.test(
      tokens[at - 1]?.lower ?? "",
    )
  )
    return null;
  if (word === "aus" && !/sicht$/u.test(tokens[at + 1]?.lower ?? "")) return null;
  const whole = isInitial ? withApposition(tokens, phrase) : phrase;
  return aroundPhrase(tokens, at, whole.last, whole, at, word === "laut" ? 0.9 : 0.8);
}

/** The first nouns of the phrase have one of saying among them: "Angaben der Polizei", "Schäubles Idee". */
function saysSomething(nouns: readonly GermanToken[]): boolean {
  const first = nouns.findIndex(({ capital, lower }, at) => capital && (at > 0 || !determiners.has(lower)));
  if (first < 0) return false;
  for (let at = first; nouns[at]?.capital; at += 1) if (isSayingNoun(nouns[at])) return true;
  return false;
}

const startsPhrase = (token: GermanToken | undefined): boolean =>
  token !== undefined && (token.capital || /\p{Ll}(?:en|e|er)$/u.test(token.lower)) && !isFiniteVerb(token);

/** "Angaben der Polizei zufolge", "ihrer Meinung nach" */
function behindNoun(tokens: readonly GermanToken[], at: number): PhraseClaim | null {
  const word = tokens[at]?.lower ?? "";
  if (!/^(?:zufolge|nach)$/u.test(word) || tokens[at - 1]?.kind !== "word") return null;
  const start = partStart(tokens, at);
  for (let first = start; first < at; first += 1) {
    const phrase = phraseAt(tokens, first);
    if (!phrase || phrase.last !== at - 1) continue;
    if (
      word === "nach" &&
      !(
        saysSomething(tokens.slice(first, at)) &&
        /^(?:meiner|seiner|ihrer|unserer|deren|dessen|dem)$/u.test(tokens[first]?.lower ?? "")
      )
    )
      return null;
    return aroundPhrase(tokens, first, at, phrase, at, 0.85);
  }
  return null;
}

/** The clause that the phrase stands in, without the phrase. */
function aroundPhrase(
  tokens: readonly GermanToken[],
  first: number,
  last: number,
  voice: Phrase,
  cue: number,
  share: number,
): PhraseClaim | null {
  const from = clauseStart(tokens, first);
  let behind = last + 1;
  if (tokens[behind]?.lower === ",") behind += 1;
  // What is told of the voice: "nach Ansicht eines Experten, der in Bern lehrt, sei …"
  if (behind > last + 1 && relatives.has(tokens[behind]?.lower ?? "") && !tokens[behind + 1]?.capital)
    behind = partEnd(tokens, behind) + 1;
  const end = clauseEnd(tokens, behind, from);
  // "Laut Krug: „…“"; behind a verb the quotation is that verb's.
  const colon = tokens.findIndex(
    ({ lower }, at) => at >= behind && at < end && lower === ":" && tokens[at + 1]?.kind === "quote",
  );
  if (colon > behind) return null;
  if (colon === behind)
    return { voice, cue: [[cue, cue]], segments: [[colon + 1, colon + 1]], rule: "according-to", share };
  const before: Segment = [from, tokens[first - 1]?.lower === "," ? first - 2 : first - 1];
  const after: Segment = [behind, end];
  const segments = [before, after].filter(([a, b]) => a <= b);
  if (segments.length === 0 || !segments.some(([a, b]) => b > a)) return null;
  return { voice, cue: [[cue, cue]], segments, rule: "according-to", share };
}

/** Behind the last semicolon, colon or quotation; within a clause with its verb last, at its beginning. */
function clauseStart(tokens: readonly GermanToken[], at: number): number {
  const part = partStart(tokens, at);
  if (/^(?:darunter|davon)$/u.test(tokens[part]?.lower ?? "")) return at;
  if (
    part < at &&
    part > 0 &&
    tokens[part - 1]?.lower === "," &&
    (relatives.has(tokens[part]?.lower ?? "") ||
      /^(?:dass|weil|wobei|da|obwohl|während)$/u.test(tokens[part]?.lower ?? ""))
  )
    return part;
  return mainStart(tokens, at);
}

/** Behind the last semicolon, colon or quotation. */
function mainStart(tokens: readonly GermanToken[], at: number): number {
  let from = at;
  while (from > 0 && !/^[;:–]$/u.test(tokens[from - 1]?.lower ?? "") && tokens[from - 1]?.kind !== "quote")
    from -= 1;
  if (from === at) return at;
  return tokens[from]?.kind === "mark" ? from + 1 : from;
}

function clauseEnd(tokens: readonly GermanToken[], from: number, start: number): number {
  const isInner = start > 0 && tokens[start - 1]?.lower === ",";
  if (isInner) return partEnd(tokens, from) - 1;
  for (let at = from; at < tokens.length; at += 1) if (tokens[at]?.lower === ";") return at - 1;
  return lastWord(tokens);
}

/** "…, so der Minister", "„…“, so Krug weiter" */
function soPhrase(tokens: readonly GermanToken[], at: number): PhraseClaim | null {
  if (tokens[at]?.lower !== "so" || at === 0) return null;
  const before = tokens[at - 1];
  if (!before || !isBreak(before)) return null;
  const verb = tokens[at + 1];
  const isVerb = verb !== undefined && !verb.capital && sayingForms.has(verb.lower);
  const cue: readonly Segment[] = [[at, isVerb ? at + 1 : at]];
  const phrase = phraseAt(tokens, at + (isVerb ? 2 : 1));
  if (
    !phrase ||
    !canBeSubject(tokens, phrase) ||
    /^(?:viele|etwa|auch|alle)$/u.test(tokens[phrase.first]?.lower ?? "") ||
    (phrase.first === phrase.last && tokens[phrase.first]?.lower === "das")
  )
    return null;
  const voice = withApposition(tokens, phrase);
  const end = partEnd(tokens, voice.last + 1);
  if (tokens.slice(voice.last + 1, end).some((token) => isFiniteVerb(token))) return null;
  const quote = before.kind === "quote" ? at - 1 : tokens[at - 2]?.kind === "quote" ? at - 2 : null;
  const next =
    /^[,:–]$/u.test(tokens[end]?.lower ?? "") && tokens[end + 1]?.kind === "quote"
      ? end + 1
      : tokens[end]?.kind === "quote"
        ? end
        : null;
  const more: readonly Segment[] = next === null ? [] : [[next, next]];
  if (quote !== null)
    return {
      voice,
      cue,
      segments: [[quote, quote], ...more],
      rule: "quotation-before",
      share: 0.95,
    };
  const from = mainStart(tokens, at - 1);
  const first: Segment = [from, at - 2];
  if (first[0] > first[1]) return null;
  const isFull = hasMainVerb(tokens, from, at - 1);
  const rest = end + 1;
  const goesOn = tokens[end]?.lower === "," && rest < tokens.length && !isFull;
  if (!isFull && !goesOn) return null;
  return {
    voice,
    cue,
    segments: goesOn ? [first, [rest, lastWord(tokens)]] : [first],
    rule: goesOn ? "clause-around" : "clause-before",
    share: 0.85,
  };
}

/** "ein Bericht, wonach …" */
function whereby(tokens: readonly GermanToken[], at: number): PhraseClaim | null {
  const word = tokens[at]?.lower ?? "";
  if (word !== "wonach" || tokens[at - 1]?.lower !== ",") return null;
  for (let first = partStart(tokens, at - 1); first < at - 1; first += 1) {
    const phrase = phraseAt(tokens, first);
    if (phrase?.last !== at - 2) continue;
    return {
      voice: phrase,
      cue: [[at, at]],
      segments: [[at + 1, partEndOf(tokens, at + 1)]],
      rule: "according-to",
      share: 0.8,
    };
  }
  return null;
}

/** "die Behauptung der Stadt, dass …", "seine Warnung, dass …": whose it is stands beside it. */
function claimingNoun(tokens: readonly GermanToken[], at: number): PhraseClaim | null {
  if (!isNoun(tokens[at]) || !claimingNouns.test(tokens[at]?.lower ?? "")) return null;
  const next = tokens[at + 1]?.lower ?? "";
  const isOwned = genitiveDeterminers.has(next);
  const owner = isOwned || next === "von" ? phraseAt(tokens, at + (isOwned ? 1 : 2)) : null;
  const comma = owner ? owner.last + 1 : at + 1;
  if (tokens[comma]?.lower !== "," || tokens[comma + 1]?.lower !== "dass") return null;
  const isTheirs = /^(?:sein|ihr|unser)(?:e[mnrs]?)?$/u.test(tokens[at - 1]?.lower ?? "");
  const voice = owner ?? (isTheirs ? { first: at - 1, last: at - 1 } : null);
  if (!voice) return null;
  return {
    voice,
    cue: [[at, at]],
    segments: [[comma + 1, partEndOf(tokens, comma + 1)]],
    rule: "noun",
    share: 0.8,
  };
}

/** "Die Firma war für eine Stellungnahme nicht zu erreichen": nothing was said, and it says of what. */
function notReached(tokens: readonly GermanToken[], at: number): PhraseClaim | null {
  if (!/^(?:ist|sind|war|waren)$/u.test(tokens[at]?.lower ?? "") || tokens[at]?.capital) return null;
  const start = partStart(tokens, at);
  const end = partEnd(tokens, at);
  const not = tokens.findIndex(
    ({ lower }, index) => index > at && index < end && /^(?:nicht|nie)$/u.test(lower),
  );
  const reached = tokens[not + 1]?.lower === "zu" ? not + 2 : not + 1;
  if (not < 0 || !/^(?:erreichen|erreichbar|sprechen)$/u.test(tokens[reached]?.lower ?? "")) return null;
  for (let first = start; first < not; first += 1) {
    const asked = tokens[first]?.lower === "für" ? phraseAt(tokens, first + 1) : null;
    if (!asked || asked.last >= not || !askedFor.test(tokens[asked.last]?.lower ?? "")) continue;
    const inFront = first === start ? phraseAt(tokens, at + 1) : phraseAt(tokens, start, true);
    const voice = inFront && inFront.last < not && canBeSubject(tokens, inFront) ? inFront : null;
    if (!voice) return null;
    return {
      voice,
      cue: [
        [at, at],
        [not, reached],
      ],
      segments: [[first, asked.last]],
      rule: "object",
      share: 0.95,
    };
  }
  return null;
}

const askedFor =
  /(?:stellungnahmen?|kommentare?n?s?|rückfragen?|nachfragen?|anfragen?|auskünften?|auskunft)$/u;

/** "Koppelin wörtlich: „…“" */
function wordForWord(tokens: readonly GermanToken[], at: number): PhraseClaim | null {
  if (tokens[at]?.lower !== "wörtlich" || tokens[at + 1]?.lower !== ":" || tokens[at + 2]?.kind !== "quote")
    return null;
  const phrase = phraseAt(tokens, partStart(tokens, at));
  if (phrase?.last !== at - 1) return null;
  return {
    voice: phrase,
    cue: [[at, at]],
    segments: [[at + 2, at + 2]],
    rule: "quotation-after",
    share: 0.9,
  };
}

const partEndOf = (tokens: readonly GermanToken[], from: number): number => {
  const end = partEnd(tokens, from);
  return end >= tokens.length ? lastWord(tokens) : end - 1;
};

/** "Wie die Polizei mitteilte, …", "…, wie die Polizei mitteilt" */
export function asClause(
  tokens: readonly GermanToken[],
  verb: GermanVerb,
  voice: GermanVoice | null,
): PhraseClaim | null {
  const { opener } = verb;
  if (opener === null || tokens[opener]?.lower !== "wie" || !voice) return null;
  if (!verb.verb.plain && !/hervorgehen|ergeben|vermuten|schätzen/u.test(verb.verb.lemma)) return null;
  if (/^(?:sehr|viel|viele|gross|lange|weit)$/u.test(tokens[opener + 1]?.lower ?? "")) return null;
  const start = partStart(tokens, opener);
  let end = verb.end + 1;
  while (end < tokens.length && !isBreak(tokens[end])) end += 1;
  const cue: readonly Segment[] = [[opener, opener], ...verb.parts];
  if (start === 0) {
    if (end + 1 >= tokens.length) return null;
    return { voice, cue, segments: [[end + 1, lastWord(tokens)]], rule: "according-to", share: 0.9 };
  }
  const before: Segment = [mainStart(tokens, start - 1), start - 2];
  if (before[0] > before[1]) return null;
  const goesOn = tokens[end]?.lower === "," && end + 1 < tokens.length;
  const segments: readonly Segment[] = goesOn ? [before, [end + 1, lastWord(tokens)]] : [before];
  return { voice, cue, segments, rule: goesOn ? "clause-around" : "clause-before", share: 0.85 };
}
