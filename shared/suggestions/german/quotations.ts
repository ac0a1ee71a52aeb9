// Quotations that no verb of the list has: what stands before their colon, or behind them, says who speaks all the same.
import type { Segment } from "./claims.ts";
import { isSmallWord, mainVerb } from "./clauses.ts";
import { type Phrase, phraseAt } from "./noun-phrases.ts";
import type { PhraseClaim } from "./phrases.ts";
import { type GermanToken, isBreak, partEnd, partStart } from "./sentences.ts";
import type { GermanVerb } from "./verb-groups.ts";
import { voiceOf } from "./voices.ts";
import {
  auxiliaries,
  genitiveDeterminers,
  konjunktiv,
  prepositions,
  relatives,
  separableParticles,
  subordinators,
} from "./word-lists.ts";

/** `isLoose`: no verb of the list has the quotation at this index. `isTitle`: it ends without a mark of its own, and has few words. */
export function looseQuotations(
  tokens: readonly GermanToken[],
  isLoose: (quotation: GermanToken) => boolean,
  isTitle: (quotation: GermanToken) => boolean,
): readonly PhraseClaim[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== "quote" || !isLoose(token)) return [];
    return (isTitle(token) ? null : beforeColon(tokens, at)) ?? behindQuotation(tokens, at) ?? [];
  });
}

/** "Der Präsident sparte nicht mit Kritik: „…“", "Das Fazit von Jo Hart: „…“" */
function beforeColon(tokens: readonly GermanToken[], quotation: number): PhraseClaim | null {
  const colon = quotation - 1;
  if (tokens[colon]?.lower !== ":" || colon < 1) return null;
  const noun = ofNoun(tokens, colon, quotation);
  if (noun) return noun;
  for (let end = colon, count = 0; count < 3 && end > 0; count += 1) {
    const start = partStart(tokens, end - 1);
    const finite = isBelow(tokens, start) ? null : mainVerb(tokens, start, end);
    // "Die Gefahr sei groß: „…“" is reported itself, by who speaks before it.
    if (finite !== null)
      return konjunktiv.has(tokens[finite]?.lower ?? "") ? null : ofMainVerb(tokens, finite, end, quotation);
    if (start < 2 || tokens[start - 1]?.lower !== ",") break;
    end = start - 1;
  }
  return null;
}

/** The part is a clause with its verb last. */
const isBelow = (tokens: readonly GermanToken[], start: number): boolean => {
  const [opening, second] = [tokens[start]?.lower ?? "", tokens[start + 1]];
  if (subordinators.has(opening) && opening !== "als" && opening !== "während") return true;
  if (start === 0) return false;
  return (
    (relatives.has(opening) && !second?.capital) ||
    (prepositions.has(opening) && relatives.has(second?.lower ?? "") && !tokens[start + 2]?.capital)
  );
};

function ofMainVerb(
  tokens: readonly GermanToken[],
  finite: number,
  end: number,
  quotation: number,
): PhraseClaim | null {
  const last = tokens[end - 1]?.lower ?? "";
  const isPart =
    end - 1 > finite &&
    (separableParticles.has(last) ||
      (auxiliaries.has(tokens[finite]?.lower ?? "") && /^\p{Ll}*ge\p{Ll}+(?:t|en)$|iert$/u.test(last)));
  const self = tokens[finite + 1]?.lower === "sich" ? finite + 1 : finite;
  const parts: readonly Segment[] =
    isPart && end - 1 > self
      ? self + 1 === end - 1
        ? [[finite, end - 1]]
        : [
            [finite, self],
            [end - 1, end - 1],
          ]
      : [[finite, self]];
  const voice = voiceOf(tokens, plainVerb(finite, parts));
  return {
    voice,
    cue: parts,
    segments: [[quotation, quotation]],
    rule: "colon",
    share: 0.75,
  };
}

/** As a verb of the list is read. */
const plainVerb = (finite: number, parts: GermanVerb["parts"]): GermanVerb => ({
  verb: { lemma: "", particle: "", frames: new Set(), plain: false },
  finite,
  parts,
  end: parts.at(-1)?.[1] ?? finite,
  opener: null,
  passive: false,
  reported: false,
});

const sayingNoun =
  /(?:fazit|zitat|kommentar|antwort|begründung|worte|parole|motto|frage|bilanz|appell|forderung|kritik|botschaft|rat|aussage|erklärung|reaktion|urteil|argument|vorwurf|these|credo|warnung|einwand)$/u;

/** "Das Fazit von Jo Hart", "Zitat der Ministerin", "Hartes Fazit": a noun of saying, with whose it is. */
function ofNoun(tokens: readonly GermanToken[], colon: number, quotation: number): PhraseClaim | null {
  const start = partStart(tokens, colon - 1);
  const noun = tokens.findIndex(
    ({ capital, lower }, at) =>
      at >= start && at < start + 4 && (capital || at === 0) && sayingNoun.test(lower),
  );
  if (noun < 0 || noun >= colon) return null;
  const next = tokens[noun + 1]?.lower ?? "";
  const voice = /^(?:von|vom)$/u.test(next)
    ? phraseAt(tokens, noun + 2)
    : genitiveDeterminers.has(next)
      ? phraseAt(tokens, noun + 1)
      : ownerBefore(tokens, start, noun);
  if (!voice || voice.last >= colon) return null;
  return {
    voice,
    cue: [[voice.last < noun ? voice.last + 1 : start, noun]],
    segments: [[quotation, quotation]],
    rule: "colon",
    share: 0.85,
  };
}

/** "Sein Fazit", "Merkels Antwort" */
function ownerBefore(tokens: readonly GermanToken[], start: number, noun: number): Phrase | null {
  const opening = tokens[start];
  if (!opening || start >= noun) return null;
  if (/^(?:sein|seine|ihr|ihre)$/u.test(opening.lower)) return { first: start, last: start };
  return opening.capital && /s$/u.test(tokens[noun - 1]?.lower ?? "") && start < noun
    ? { first: start, last: noun - 1 }
    : null;
}

/** "„…“, freute sich die Ministerin": any verb between a quotation and somebody. */
function behindQuotation(tokens: readonly GermanToken[], quotation: number): PhraseClaim | null {
  const finite = tokens[quotation + 1]?.lower === "," ? quotation + 2 : quotation + 1;
  const verb = tokens[finite];
  if (verb?.kind !== "word" || verb.capital || verb.quoted) return null;
  if (isSmallWord(verb) || relatives.has(verb.lower) || subordinators.has(verb.lower)) return null;
  if (auxiliaries.has(verb.lower) || !/\p{Ll}{2}(?:t|te|ten)$/u.test(verb.lower)) return null;
  const self = tokens[finite + 1]?.lower === "sich" ? finite + 1 : finite;
  const voice = voiceOf(tokens, plainVerb(finite, [[finite, self]]));
  if (voice?.way !== "behind") return null;
  const end = partEnd(tokens, voice.last + 1);
  const more = /^[:,]$/u.test(tokens[end]?.lower ?? "") && tokens[end + 1]?.kind === "quote" ? end + 1 : null;
  const before = tokens[quotation - 1];
  if (before && !isBreak(before)) return null;
  return {
    voice,
    cue: [[finite, self]],
    segments: [[quotation, quotation], ...(more === null ? [] : [[more, more] as const])],
    rule: "quotation-before",
    share: 0.75,
  };
}
