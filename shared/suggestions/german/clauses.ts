// Clauses of German: which kind begins at a word, whether it has a verb of its own, and where it ends.
import { isFiniteVerb, isNoun, phraseAt } from "./noun-phrases.ts";
import { sayingForms } from "./saying-verbs.ts";
import { type GermanToken, isBreak, partEnd } from "./sentences.ts";
import {
  adverbs,
  conjunctions,
  determiners,
  finiteVerbs,
  konjunktiv,
  otherPronouns,
  prepositions,
  relatives,
  subjectPronouns,
  subordinators,
} from "./word-lists.ts";

/** "wenn er komme, sei es gut" */
export const hasMainBehind = (tokens: readonly GermanToken[], first: number): boolean => {
  const end = partEnd(tokens, first);
  return tokens[end]?.lower === "," && konjunktiv.has(tokens[end + 1]?.lower ?? "");
};

const particleInfinitive =
  /^(?:ab|an|auf|aus|bei|dar|durch|ein|fest|fort|heraus|her|hin|hinaus|los|mit|nach|nieder|statt|teil|um|unter|vor|voran|weg|weiter|wieder|zurück|zusammen|zurecht|bereit|frei|fern|sicher|bekannt|heim|herbei|hinzu|entgegen)zu\p{Ll}+n$/u;

/** A part that ends with "zu" and a verb, before any finite verb. */
export function isInfinitive(tokens: readonly GermanToken[], first: number): boolean {
  const end = claimEnd(tokens, first) + 1;
  for (let at = first; at < end; at += 1) {
    const token = tokens[at];
    if (!token) return false;
    if (token.kind === "quote") return false;
    if (token.lower === "zu" && /^\p{Ll}+n$/u.test(tokens[at + 1]?.lower ?? "") && !tokens[at + 1]?.capital) {
      const next = tokens[at + 2];
      if (
        isBreak(next) ||
        next === undefined ||
        conjunctions.has(next.lower) ||
        /^(?:haben|sein|werden|können|lassen|müssen|wollen|dürfen|sollen)$/u.test(next.lower)
      )
        return true;
    }
    if (particleInfinitive.test(token.lower) && !token.capital) return true;
    if (isBreak(token) && at > first && !/^[,–-]$/u.test(token.lower)) return false;
    if (at === first && subordinators.has(token.lower)) return false;
    if (konjunktiv.has(token.lower) && !token.capital && at < first + 6) return false;
  }
  return false;
}

/** Whether a main clause begins here, and how it is reported. */
export function mainClause(
  tokens: readonly GermanToken[],
  first: number,
): "konjunktiv" | "indicative" | null {
  const opening = tokens[first];
  if (!opening) return null;
  const end = partEnd(tokens, first);
  let finite = first;
  while (finite < end && !isClauseVerb(tokens, finite, first)) finite += 1;
  if (finite === first) return null;
  // The clause's verb stands behind an aside: "der Pilot, der müde war, trage"
  if (finite === end) return reportedAfterAside(tokens, end) ? "konjunktiv" : null;
  const isReported = konjunktiv.has(tokens[finite]?.lower ?? "");
  if (isRelative(tokens, first, finite, end) && !(isReported && finite - first < 4 && finite < end - 1))
    return null;
  return isReported || isKonjunktivForm(tokens, finite, first) ? "konjunktiv" : "indicative";
}

/** "…, der in Bern war", "…, mit dem er kam" */
function isRelative(tokens: readonly GermanToken[], first: number, finite: number, end: number): boolean {
  const [opening, second] = [tokens[first], tokens[first + 1]];
  if (!opening || !second) return false;
  if (prepositions.has(opening.lower) && relatives.has(second.lower)) {
    const third = tokens[first + 2];
    return third !== undefined && !third.capital && !/e[nr]?$/u.test(third.lower) ? true : finite === end - 1;
  }
  if (!relatives.has(opening.lower)) return false;
  if (finite === first + 1) return false;
  const opensPhrase = second.capital || /\p{Ll}(?:e|en)$/u.test(second.lower);
  return !opensPhrase || finite === end - 1;
}

/** A small word that is a verb, or has the ending of Konjunktiv I behind a subject. */
const isClauseVerb = (tokens: readonly GermanToken[], at: number, first: number): boolean => {
  const token = tokens[at];
  return token !== undefined && at >= first && (isFiniteVerb(token) || isKonjunktivForm(tokens, at, first));
};

/** "er resultiere", "die Bundesregierung prüfe": behind a pronoun or a noun, and before no noun that it could describe. */
function isKonjunktivForm(tokens: readonly GermanToken[], at: number, first: number): boolean {
  const [token, before, next] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (!token || !before || at <= first || token.capital || token.kind !== "word") return false;
  if (!/\p{Ll}{2}e$/u.test(token.lower) || next?.capital) return false;
  return before.capital || /^(?:er|sie|es|man|wir|dies|das)$/u.test(before.lower);
}

const reportedAfterAside = (tokens: readonly GermanToken[], comma: number): boolean => {
  let at = comma;
  for (let count = 0; count < 3 && tokens[at]?.lower === ","; count += 1) {
    if (konjunktiv.has(tokens[at + 1]?.lower ?? "")) return true;
    at = partEnd(tokens, at + 1);
  }
  return false;
};

/** A relative clause, or a phrase without a verb. */
export function isAside(tokens: readonly GermanToken[], first: number): boolean {
  const end = partEnd(tokens, first);
  if (tokens[end]?.lower !== "," && tokens[end]?.lower !== ":") return false;
  const opening = tokens[first]?.lower ?? "";
  if (relatives.has(opening) || subordinators.has(opening)) return true;
  if (prepositions.has(opening) && relatives.has(tokens[first + 1]?.lower ?? "")) return true;
  return !tokens.slice(first, end).some((token) => isFiniteVerb(token));
}

/** A finite verb that is not in a clause with its verb last. */
export function hasMainVerb(tokens: readonly GermanToken[], from: number, to: number): boolean {
  for (let start = from; start < to; start = partEnd(tokens, start) + 1) {
    const opening = tokens[start];
    if (!opening) return false;
    const end = Math.min(to, partEnd(tokens, start));
    // "Während der Feiertage ruht die Arbeit": a single part is no clause below another.
    const isSingle = start === from && end === to;
    const isBelow =
      (!isSingle && subordinators.has(opening.lower)) ||
      opening.lower === "um" ||
      (start > from && relatives.has(opening.lower) && !tokens[start + 1]?.capital) ||
      (start > from && prepositions.has(opening.lower) && relatives.has(tokens[start + 1]?.lower ?? ""));
    for (let at = start; at < end && !isBelow; at += 1)
      if (isClauseVerb(tokens, at, start) || isPastForm(tokens, at, start)) return true;
  }
  return false;
}

/** "Die Zahlen stimmten nicht": a past form behind a noun or pronoun, and before no noun that it could describe. */
const isPastForm = (tokens: readonly GermanToken[], at: number, start: number): boolean => {
  const [token, before, next] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (!token || !before || at <= start || token.capital || next?.capital) return false;
  return (
    /\p{Ll}{2}ten?$/u.test(token.lower) && (before.capital || /^(?:er|sie|es|das|dies)$/u.test(before.lower))
  );
};

/** The last word or quotation of the sentence. */
export function lastWord(tokens: readonly GermanToken[]): number {
  let at = tokens.length - 1;
  while (at > 0 && tokens[at]?.kind === "mark" && !/^[)\]]$/u.test(tokens[at]?.lower ?? "")) at -= 1;
  return at;
}

/**
 * Where a claim that begins here ends: at the sentence's end, or where the sentence around it goes on: "…, dass er komme, und ging", "…, er
 * komme: „…“".
 */
export function claimEnd(tokens: readonly GermanToken[], first: number): number {
  for (let at = first + 1; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token) break;
    if (
      token.kind === "quote" &&
      /^[:,]$/u.test(tokens[at - 1]?.lower ?? "") &&
      at - first > 2 &&
      !isBreak(tokens[at + 1])
    )
      continue;
    if (token.lower === ":" && next?.kind === "quote") return at - 1;
    if (token.lower === ";") return at - 1;
    const isJoint = token.lower === "und" || token.lower === "aber";
    if (!isJoint && token.lower !== ",") continue;
    if (!goesOnOutside(tokens, isJoint || !conjunctions.has(next?.lower ?? "") ? at + 1 : at + 2, at))
      continue;
    return tokens[at - 1]?.lower === "," ? at - 2 : at - 1;
  }
  return lastWord(tokens);
}

/** A past or present form right behind "und" or a comma, with more behind it: no verb that stands last. */
function goesOnOutside(tokens: readonly GermanToken[], index: number, joint: number): boolean {
  const verb = tokens[index];
  if (!verb || verb.capital || verb.kind !== "word" || konjunktiv.has(verb.lower)) return false;
  const isComma = tokens[joint]?.lower === ",";
  const saying =
    sayingForms
      .get(verb.lower)
      ?.some(({ form, reported, joined }) => form === "finite" && !reported && !joined) ?? false;
  const next = tokens[index + 1];
  if (isBreak(next) || next === undefined || conjunctions.has(next.lower)) return false;
  if (
    isComma &&
    /\p{Ll}{3}(?:te|ten)$/u.test(verb.lower) &&
    next.kind === "word" &&
    /^(?:die|das|den|der|ein|eine|einen|sich|aber|jedoch|er|sie)$/u.test(next.lower)
  )
    return true;
  if (!isFiniteVerb(verb)) return false;
  if (!isComma)
    return (
      /(?:te|ten)$|^(?:ist|sind|war|waren|hat|haben|wird|werden|will|kam|ging|gab|sprach|rief|verwies)$/u.test(
        verb.lower,
      ) || saying
    );
  return saying && /te$|^(?:schrieb|hiess|gab|rief)$/u.test(verb.lower);
}

const strongPast =
  /^(?:griff|warb|zog|wich|schwor|schwang|stiess|lud|sang|empfing|erhob|brach|verfiel|enthielt|biss|riss|schlug|stach)(?:en)?$/u;

/**
 * The index of the verb of a main clause, one that no list has, too: the first small word that has the ending of one and is no part of a
 * phrase.
 */
export function mainVerb(tokens: readonly GermanToken[], start: number, end: number): number | null {
  for (let at = start; at < end; at += 1)
    if (tokens[at] && isFiniteVerb(tokens[at] as GermanToken) && isFinitePlace(tokens, at)) return at;
  let at = conjunctions.has(tokens[start]?.lower ?? "") ? start + 1 : start;
  while (at < end) {
    const token = tokens[at];
    if (token?.kind !== "word") return null;
    const phrase = prepositions.has(token.lower)
      ? phraseAt(tokens, at + 1, true)
      : phraseAt(tokens, at, true);
    if (phrase) at = phrase.last + 1;
    else if (isSmallWord(token) || token.capital) at += 1;
    else return /\p{Ll}{2}(?:t|te|ten)$/u.test(token.lower) || strongPast.test(token.lower) ? at : null;
  }
  return null;
}

/** "der von ihr gefordert": no participle that a phrase or an auxiliary has. */
const isFinitePlace = (tokens: readonly GermanToken[], at: number): boolean =>
  finiteVerbs.has(tokens[at]?.lower ?? "") ||
  konjunktiv.has(tokens[at]?.lower ?? "") ||
  !tokens[at + 1] ||
  !/\p{Ll}(?:e|en)$/u.test(tokens[at]?.lower ?? "") ||
  !isNoun(tokens[at + 1]);

/** An adverb, a pronoun, an article and the like. */
export const isSmallWord = ({ lower }: GermanToken): boolean =>
  [adverbs, otherPronouns, subjectPronouns, determiners, prepositions, conjunctions].some((list) =>
    list.has(lower),
  );
