// Full stops that belong to a word and end no sentence. English news prose; a list, because no rule tells "Gen." from "men.".

/** Stand before what they belong to, and so never end a sentence. Lower case, without the full stop. */
const leading = new Set(
  (
    "mr mrs ms mx messrs dr prof rev fr hon pres gov lt col gen maj capt cmdr adm sgt cpl pvt sen sens rep reps " +
    "amb sec supt det insp st mt ft vs al dept univ assn bros"
  ).split(" "),
);

/** May be the last word of a sentence. */
const trailing = new Set(
  (
    "jr sr esq inc corp co ltd llc plc etc ph.d phd m.d b.a m.a jan feb mar apr jun jul aug sept sep oct nov dec " +
    "mon tue tues wed thu thurs fri ave blvd rd calif fla ariz conn mass mich minn wis pa va tenn okla ore wash " +
    "ill ind ala ark colo del ga kan ky la md miss mo mont neb nev a.m p.m"
  ).split(" "),
);

/** Letters with full stops between them: U.S, D.C, e.g, J.D. */
const lettered = /^\p{L}(?:\.\p{L})+$/u;
const initial = /^\p{Lu}$/u;

/** Words that begin sentences and do not follow an abbreviation within one. */
const openers = new Set(
  (
    "the a an in on at but and or he she it they we i you this that these those there here as for if when while " +
    "after before since however meanwhile now then yet so still also both all some many most his her its their"
  ).split(" "),
);

/** How a full stop after this word is to be read: `null` when it is no abbreviation's. `next` is the text after the stop. */
export function abbreviationAt(word: string, next: string): "leading" | "trailing" | null {
  const lower = word.toLowerCase();
  if (numbered.has(lower)) return /^\s*\p{N}/u.test(next) ? "leading" : null;
  if (leading.has(lower)) return word === lower && plainWords.has(lower) ? null : "leading";
  if (lettered.test(word)) return "trailing";
  if (trailing.has(lower)) return word === lower && plainWords.has(lower) ? null : "trailing";
  if (initial.test(word) && word !== "I" && /^\s*\p{Lu}/u.test(next)) return "leading";
  return null;
}

/** True when the word that follows shows that a sentence ended at the abbreviation before it. */
export function opensSentence(next: string): boolean {
  const word = /^[\s“"‘'(]*(\p{Lu}[\p{L}’']*)/u.exec(next)?.[1];
  return word !== undefined && openers.has(word.toLowerCase());
}

/** Words that are abbreviations only before a number. */
const numbered = new Set(["no", "nos", "fig", "figs", "op", "vol", "pp", "eq"]);

/** Abbreviations that are words too when written small. */
const plainWords = new Set(
  "rep reps sec sens hon gen col rev mar dec mon fri wed pa ore wash mass miss la ill ind del co".split(" "),
);
