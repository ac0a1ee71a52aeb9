// The claim: the quotation, the clause or the words in quotation marks that belong to a German verb of saying.
import type { SuggestionRule } from "../candidate.ts";
import {
  claimEnd,
  hasMainBehind,
  hasMainVerb,
  isAside,
  isInfinitive,
  lastWord,
  mainClause,
} from "./clauses.ts";
import { isFiniteVerb } from "./noun-phrases.ts";
import type { Frame } from "./saying-verbs.ts";
import { type GermanToken, partEnd, partStart } from "./sentences.ts";
import type { GermanVerb } from "./verb-groups.ts";
import type { GermanVoice } from "./voices.ts";
import {
  claimOpeners,
  conjunctions,
  determiners,
  konjunktiv,
  prepositions,
  relatives,
  subordinators,
} from "./word-lists.ts";

/** Token indexes, both included. */
export type Segment = readonly [first: number, last: number];

export interface GermanClaim {
  readonly segments: readonly Segment[];
  readonly rule: SuggestionRule;
  /** "Das sagte …": the sentence before is what is said. */
  readonly anaphoric?: boolean;
  readonly konjunktiv?: boolean;
}

export function claimOf(
  tokens: readonly GermanToken[],
  verb: GermanVerb,
  voice: GermanVoice | null,
): GermanClaim | null {
  const takes = (frame: Frame): boolean => verb.verb.frames.has(frame);
  return (
    (takes("quote") ? quotationAround(tokens, verb, voice) : null) ??
    (isWithoutSubject(verb, voice) ? null : clauseBehind(tokens, verb, voice, takes)) ??
    clauseBefore(tokens, verb, voice) ??
    anaphor(tokens, verb) ??
    (takes("object") ? quotedWords(tokens, verb, voice) : null)
  );
}

/** "Jetzt ist es sicher": no state of somebody's mind. */
const isWithoutSubject = ({ verb }: GermanVerb, voice: GermanVoice | null): boolean =>
  voice === null && /sein$|zeigen$/u.test(verb.lemma);

/** „…“, sagte X. „…“ – and X sagte: „…“ */
function quotationAround(
  tokens: readonly GermanToken[],
  verb: GermanVerb,
  voice: GermanVoice | null,
): GermanClaim | null {
  const start = partStart(tokens, verb.finite);
  const before = tokens[start - 1];
  const isFront = start === verb.finite;
  const quote =
    before?.kind === "quote"
      ? start - 1
      : /^[,–—-]$/u.test(before?.lower ?? "") && tokens[start - 2]?.kind === "quote"
        ? start - 2
        : null;
  const behind = nextQuote(tokens, Math.max(verb.end, voice?.way === "behind" ? voice.last : 0) + 1);
  if (isFront && quote !== null && verb.opener === null)
    return {
      segments: [[quote, quote], ...(behind === null ? [] : [[behind, behind] as const])],
      rule: "quotation-before",
    };
  if (behind === null) return null;
  return { segments: [[behind, behind]], rule: "quotation-after" };
}

/** The quotation that follows with a colon, a comma or nothing between. */
function nextQuote(tokens: readonly GermanToken[], from: number): number | null {
  let end = partEnd(tokens, from);
  if (tokens.slice(from, end).some((token) => isFiniteVerb(token))) return null;
  if (tokens[end]?.kind === "quote") return end;
  // What stands between commas before a colon: "warnte der Minister, die Politik in einem Brief: „…“"
  for (
    let count = 0;
    count < 2 && tokens[end]?.lower === "," && tokens[end + 1]?.kind !== "quote";
    count += 1
  ) {
    const next = partEnd(tokens, end + 1);
    const isBetween =
      tokens[next]?.lower === ":" && !tokens.slice(end + 1, next).some((token) => isFiniteVerb(token));
    if (!isBetween && !isAside(tokens, end + 1)) return null;
    end = next;
  }
  return /^[:,–—-]$/u.test(tokens[end]?.lower ?? "") && tokens[end + 1]?.kind === "quote" ? end + 1 : null;
}

type Takes = (frame: Frame) => boolean;

/** ", dass …", ", er komme", ", zu kommen", ": Er komme" */
function clauseBehind(
  tokens: readonly GermanToken[],
  verb: GermanVerb,
  voice: GermanVoice | null,
  takes: Takes,
): GermanClaim | null {
  const from = Math.max(verb.end, voice?.way === "behind" ? voice.last : 0) + 1;
  let comma = partEnd(tokens, from);
  if (tokens.slice(from, comma).some((token) => isFiniteVerb(token)))
    return claimWithoutComma(tokens, from, comma, takes);
  for (let count = 0; count < 3; count += 1) {
    const mark = tokens[comma]?.lower;
    if (mark !== "," && mark !== ":" && mark !== "–")
      return claimWithoutComma(tokens, from, partEnd(tokens, from), takes);
    const first = comma + 1;
    const found = mark === ":" ? behindColon(tokens, first, takes) : behindComma(tokens, first, verb, takes);
    if (found) return found;
    // An aside between the verb and what it takes: "sagte der Minister, der in Bern war, dass"
    if (mark !== "," || !isAside(tokens, first)) return null;
    comma = partEnd(tokens, first);
  }
  return null;
}

const claimWithoutComma = (
  tokens: readonly GermanToken[],
  from: number,
  end: number,
  takes: Takes,
): GermanClaim | null => {
  const at = tokens.findIndex(
    ({ lower }, index) => index >= from && index < end && /^(?:dass|ob)$/u.test(lower),
  );
  return at > 0 && takes("that") ? { segments: [[at, claimEnd(tokens, at)]], rule: "that-clause" } : null;
};

const behindColon = (tokens: readonly GermanToken[], first: number, takes: Takes): GermanClaim | null =>
  (takes("bare") || takes("quote")) && tokens.slice(first).some((token) => isFiniteVerb(token))
    ? { segments: [[first, claimEnd(tokens, first)]], rule: "bare-clause", konjunktiv: true }
    : null;

function behindComma(
  tokens: readonly GermanToken[],
  first: number,
  verb: GermanVerb,
  takes: Takes,
): GermanClaim | null {
  const opening = tokens[first];
  if (!opening) return null;
  const segments: readonly Segment[] = [[first, claimEnd(tokens, first)]];
  const isOpened =
    claimOpeners.has(opening.lower) ||
    (prepositions.has(opening.lower) && /^welche[mnrs]?$/u.test(tokens[first + 1]?.lower ?? ""));
  if (isOpened) {
    if (!takes("that") || isRelativeWas(tokens, first)) return null;
    if (/^(?:wie|welche[mnrs]?)$/u.test(opening.lower) && !verb.verb.plain) return null;
    if (opening.lower === "wie" && /^(?:zum|etwa|folgt)$/u.test(tokens[first + 1]?.lower ?? "")) return null;
    if (opening.lower === "wie" && verb.opener !== null) return null;
    return { segments, rule: opening.lower === "dass" ? "that-clause" : "question-clause" };
  }
  if (takes("infinitive") && isInfinitive(tokens, first)) return { segments, rule: "infinitive" };
  if (!takes("bare") || /^(?:und|doch|aber|sondern|denn|so|nur|nach)$/u.test(opening.lower)) return null;
  if (subordinators.has(opening.lower) && !hasMainBehind(tokens, first)) return null;
  const kind = mainClause(tokens, first);
  return kind && { segments, rule: "bare-clause", konjunktiv: kind === "konjunktiv" };
}

/** ", was …" behind a noun or a whole clause. */
const isRelativeWas = (tokens: readonly GermanToken[], first: number): boolean =>
  /^welche/u.test(tokens[first]?.lower ?? "") && tokens[first - 2]?.capital === true;

/** "Das sei falsch, sagte X." – and around: "Das, sagte X, sei falsch." */
function clauseBefore(
  tokens: readonly GermanToken[],
  verb: GermanVerb,
  voice: GermanVoice | null,
): GermanClaim | null {
  const start = partStart(tokens, verb.finite);
  if (start !== verb.finite || verb.opener !== null || !/^[,–]$/u.test(tokens[start - 1]?.lower ?? ""))
    return null;
  if (!verb.verb.frames.has("bare") && !verb.verb.frames.has("quote") && !verb.verb.frames.has("that"))
    return null;
  if (voice && voice.way !== "behind") return null;
  const from = sentenceStart(tokens, start);
  const end = Math.max(verb.end, voice?.last ?? 0) + 1;
  const rest = partEnd(tokens, end);
  const isReported = tokens
    .slice(from, start - 1)
    .some(({ lower, capital }) => !capital && konjunktiv.has(lower));
  const isOpened = verb.verb.frames.has("that") && /^(?:dass|ob)$/u.test(tokens[from]?.lower ?? "");
  if (isOpened)
    return {
      segments: [[from, start - 2]],
      rule: tokens[from]?.lower === "ob" ? "question-clause" : "that-clause",
    };
  if (!isReported && (!verb.verb.plain || verb.passive)) return null;
  if (/^(?:aber|jedoch|dann|sich)$/u.test(tokens[verb.finite + 1]?.lower ?? "")) return null;
  const hasVerb = hasMainVerb(tokens, from, start - 1);
  const first: Segment = [from, start - 2];
  if (first[0] > first[1]) return null;
  const tail = rest + 1;
  const goesOn = /^[,–]$/u.test(tokens[rest]?.lower ?? "") && continuesClaim(tokens, tail);
  if (!hasVerb && !goesOn) return null;
  return goesOn
    ? { segments: [first, [tail, lastWord(tokens)]], rule: "clause-around" }
    : { segments: [first], rule: "clause-before" };
}

const continuesClaim = (tokens: readonly GermanToken[], first: number): boolean => {
  const opening = tokens[first];
  if (!opening || relatives.has(opening.lower)) return false;
  if (konjunktiv.has(opening.lower) || isFiniteVerb(opening)) return true;
  return claimOpeners.has(opening.lower) || (conjunctions.has(opening.lower) && opening.lower !== "und");
};

/** Behind a colon, a semicolon or a quotation within the sentence. */
function sentenceStart(tokens: readonly GermanToken[], before: number): number {
  let at = before - 1;
  while (at > 0 && tokens[at - 1]?.kind !== "quote" && !/^[;:]$/u.test(tokens[at - 1]?.lower ?? "")) at -= 1;
  return tokens[at]?.kind === "mark" ? at + 1 : at;
}

/** "Das teilte die Polizei mit." */
function anaphor(tokens: readonly GermanToken[], verb: GermanVerb): GermanClaim | null {
  const start = partStart(tokens, verb.finite);
  const isThat =
    /^(?:das|dies|dieses)$/u.test(tokens[start]?.lower ?? "") &&
    (start + 1 === verb.finite || (start + 2 === verb.finite && !tokens[start + 1]?.capital));
  if (
    !isThat ||
    start > 0 ||
    verb.opener !== null ||
    (!verb.verb.plain && !/hervorgehen$/u.test(verb.verb.lemma))
  )
    return null;
  return { segments: [[start, start]], rule: "clause-before", anaphoric: true };
}

/** "nannte das „absurd“", "als „absurd“ bezeichnet": the words in quotation marks that belong to the verb. */
function quotedWords(
  tokens: readonly GermanToken[],
  verb: GermanVerb,
  voice: GermanVoice | null,
): GermanClaim | null {
  const isFree = (at: number): boolean =>
    (tokens[at]?.quoted ?? false) &&
    !(voice && voice.first <= at && at <= voice.last) &&
    !/^-/u.test(tokens[at + 1]?.lower ?? "");
  const [from, to] = reachOf(tokens, verb, voice);
  for (let first = from; first < to; first += 1) {
    if (!isFree(first)) continue;
    let last = first;
    while (
      last + 1 < tokens.length &&
      tokens[last]?.kind !== "quote" &&
      tokens[last + 1]?.kind !== "quote" &&
      tokens[last + 1]?.quoted &&
      tokens[first]?.quotation === tokens[last + 1]?.quotation
    )
      last += 1;
    if (isJudged(tokens, verb, [first, last])) return { segments: [[first, last]], rule: "object" };
    first = last;
  }
  return null;
}

/** Words that judge or say something, and no title: with "als", small, behind "ein", or several. */
function isJudged(tokens: readonly GermanToken[], { verb }: GermanVerb, [first, last]: Segment): boolean {
  const before = tokens[first - 1]?.lower ?? "";
  const isAs = before === "als" || (determiners.has(before) && tokens[first - 2]?.lower === "als");
  if (isAs || (before === "für" && /halten$/u.test(verb.lemma))) return true;
  if (/vorwerfen$|^sprechen$|^raten$|warnen$/u.test(verb.lemma)) return true;
  if (/sehen$/u.test(verb.lemma)) return /^eine?n?$/u.test(before) && last - first > 1;
  if (
    /halten$|werten$|feiern$|würdigen$|einstufen$|beschreiben$|bezeichnen$|zurückweisen$|urteilen$|betrachten$/u.test(
      verb.lemma,
    )
  )
    return false;
  return tokens[first]?.small === true || /^eine?[nmrs]?$/u.test(before) || last - first > 2;
}

/** Where the verb's own words stand: behind it, or, where it stands last, in front of it. */
function reachOf(tokens: readonly GermanToken[], verb: GermanVerb, voice: GermanVoice | null): Segment {
  if (verb.opener !== null) return [verb.opener + 1, verb.parts[0]?.[0] ?? verb.finite];
  const start = partStart(tokens, verb.finite);
  const opening = tokens[start]?.lower ?? "";
  if (
    (opening === "von" && /sprechen$/u.test(verb.verb.lemma)) ||
    (opening === "als" && tokens[start + 1]?.quoted)
  )
    return [start, verb.finite];
  const after = Math.max(verb.finite, voice?.way === "behind" ? voice.last : 0) + 1;
  const from = tokens[after]?.lower === "," && voice?.way === "behind" ? after + 1 : after;
  const near = verb.end > from ? verb.end : partEnd(tokens, from) + 1;
  const as = tokens.findIndex(
    ({ lower }, at) =>
      at >= from &&
      at < from + 25 &&
      lower === "als" &&
      tokens.slice(at + 1, at + 3).some(({ quoted }) => quoted),
  );
  return [from, Math.min(tokens.length, Math.max(near, as < 0 ? 0 : as + 3))];
}
