// Names that are spelt in several ways: how near a name comes to what is typed when accents, case, punctuation, doubled
// letters, the usual transliterations and a slip or two do not count.
import { distance } from "fastest-levenshtein";
import { folded } from "../../../shared/model/folded-name.ts";

/** What different transliterations write for the same sound. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/sch|sh/gu, "s"],
  [/tch|ch/gu, "c"],
  [/kh/gu, "h"],
  [/gh/gu, "g"],
  [/zh/gu, "z"],
  [/ph/gu, "f"],
  [/th/gu, "t"],
  [/dh/gu, "d"],
  [/ck|q|c(?![eiy])/gu, "k"],
  [/x/gu, "ks"],
  [/w/gu, "v"],
  [/ou|oo/gu, "u"],
  [/ee|ie|yi|iy|ij|y|j/gu, "i"],
  [/(.)\1+/gu, "$1"],
];

const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const sound = (word: string): string => sounds.reduce((rest, [from, to]) => rest.replace(from, to), word);

const soundsByName = new Map<string, readonly string[]>();
/** How many names are remembered by their sound. */
const most = 20_000;

function soundsOf(text: string): readonly string[] {
  const cachedSounds = soundsByName.get(text);
  if (cachedSounds) return cachedSounds;
  if (soundsByName.size > most) soundsByName.clear();
  const nameSounds = wordsOf(text).map(sound);
  soundsByName.set(text, nameSounds);
  return nameSounds;
}

/** Letters that may differ in a word of this many. */
const slips = (length: number): number => (length >= 7 ? 2 : length >= 4 ? 1 : 0);

/**
 * How far a name is from what is typed, in letters that differ, each word of what is typed held against the nearest of the
 * name: 0 for another spelling of the same; `null` when it is too far to be the same.
 */
export function spellingDistance(name: string, typed: string): number | null {
  const words = soundsOf(name);
  const typedWords = soundsOf(typed);
  if (typedWords.length === 0 || typedWords.length > words.length) return null;
  let sum = 0;
  for (const word of typedWords) {
    const nearest = Math.min(...words.map((one) => distance(one, word)));
    if (nearest > slips(word.length)) return null;
    sum += nearest;
  }
  return sum;
}
