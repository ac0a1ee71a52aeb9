// The words by which sentences, clauses and words of a language are told apart, as data: its abbreviations, and words that begin clauses and sentences.
// A language without an entry is read as English is. docs/languages.md says how one is added.
import type { ArticleLanguage } from "./language.ts";

export interface ProseWords {
  /** Abbreviations before what they belong to, which so never end a sentence. These and the next lists: in small letters, without the full stop. */
  readonly leading: ReadonlySet<string>;
  /** Abbreviations that may be the last word of a sentence. */
  readonly trailing: ReadonlySet<string>;
  /** Abbreviations only before a number. */
  readonly numbered: ReadonlySet<string>;
  /** Abbreviations that are words too when written small. */
  readonly plain: ReadonlySet<string>;
  /** Words that begin sentences and do not follow an abbreviation within one. */
  readonly openers: ReadonlySet<string>;
  /** "am 3. Mai": a number with a full stop is a word of the sentence. */
  readonly hasOrdinals: boolean;
  /** Behind a quotation that ends with its own mark: the sentence goes on, and says who speaks. `null`: a small letter tells as much. */
  readonly reporting: RegExp | null;
  /** Words before which a clause begins without a comma; `null` where a comma always stands there. Alternatives of a regular expression. */
  readonly clauseOpeners: string | null;
  /** Short words that are written together with the next one: "l’" in "l’homme". `null`: none. */
  readonly elided: RegExp | null;
  /** Endings that follow a sign within a word: "Bürger:innen". `null`: none. */
  readonly inclusive: RegExp | null;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const english: ProseWords = {
  leading: words(
    "mr mrs ms mx messrs dr prof rev fr hon pres gov lt col gen maj capt cmdr adm sgt cpl pvt sen sens rep reps " +
      "amb sec supt det insp st mt ft vs al dept univ assn bros",
  ),
  trailing: words(
    "jr sr esq inc corp co ltd llc plc etc ph.d phd m.d b.a m.a jan feb mar apr jun jul aug sept sep oct nov dec " +
      "mon tue tues wed thu thurs fri ave blvd rd calif fla ariz conn mass mich minn wis pa va tenn okla ore wash " +
      "ill ind ala ark colo del ga kan ky la md miss mo mont neb nev a.m p.m",
  ),
  numbered: words("no nos fig figs op vol pp eq"),
  plain: words(
    "rep reps sec sens hon gen col rev mar dec mon fri wed pa ore wash mass miss la ill ind del co",
  ),
  openers: words(
    "the a an in on at but and or he she it they we i you this that these those there here as for if when while " +
      "after before since however meanwhile now then yet so still also both all some many most his her its their",
  ),
  hasOrdinals: false,
  reporting:
    /^\s*(?:\S+\s+){0,5}?(?:said|says|say|asked|asks|told|tells|added|adds|wrote|writes|replied|answered|wondered|argued|insisted|declared|warned|joked|shouted|demanded|exclaimed|tweeted|posted)\b/u,
  clauseOpeners: "that|whether|because|although|though|while|unless|until|but|which|who|whose|where",
  elided: null,
  inclusive: null,
};

const german: ProseWords = {
  leading: words(
    "dr prof dipl ing mag st hr fr frl ca bzw evtl ggf inkl exkl bspw sog vgl art abs nr tel geb verh gest med jur phil rer hl kath evang " +
      "str max min op bgm kr abg lab",
  ),
  trailing: words(
    "mio mrd usw etc u.a z.b d.h i.v o.ä u.ä s.o s.u v.a jan jän feb aug sept okt nov dez mo di mi do sa so jh jhdt chr e.v",
  ),
  numbered: words("s bd kap aufl"),
  plain: words("art min max so do di mo geb gest lab str"),
  openers: words(
    "der die das ein eine er sie es wir ich in im am an auf bei nach mit dies diese dieser damit dabei für laut wie als auch zudem so und aber doch " +
      "wenn weil da dann denn dort hier nun jetzt zwar beide alle viele einige sein seine ihr ihre um zum zur von vom seit vor während unter über",
  ),
  hasOrdinals: true,
  reporting: null,
  clauseOpeners: null,
  elided: null,
  inclusive: /^(?:in|innen|[emnrs]|e[mnrs])$/u,
};

const french: ProseWords = {
  leading: words("m mm mme mmes mlle dr pr me mgr st ste cf av bd p art"),
  trailing: words("etc janv févr avr juil sept oct nov déc cie"),
  numbered: words("n no nos vol fig p pp"),
  plain: words("me art pr av"),
  openers: words(
    "le la les l un une des il elle ils elles on nous je ce cet cette ces en dans à au aux et mais selon pour par sur après avant depuis lors " +
      "si quand comme car donc puis ainsi alors aussi son sa ses leur leurs",
  ),
  hasOrdinals: false,
  reporting: null,
  clauseOpeners: "que|qu[’']\\p{L}+|dont|mais|parce|lorsque|puisque|tandis|alors",
  elided: /^(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)[’']/iu,
  inclusive: null,
};

const proseWords: Readonly<Record<ArticleLanguage, ProseWords>> = {
  en: english,
  de: german,
  fr: french,
  es: english,
};

export const proseWordsOf = (language: ArticleLanguage | null): ProseWords => proseWords[language ?? "en"];

// Full stops that belong to a word and end no sentence. Lists of each language (`prose-words.ts`), because no rule tells "Gen." from "men.".

/** Letters with full stops between them: U.S, D.C, e.g, J.D. */
const lettered = /^\p{L}(?:\.\p{L})+$/u;
const initial = /^\p{Lu}$/u;
/** "am 3. Mai", "das 20. Jahrhundert": no year. */
const ordinal = /^\p{N}{1,2}$/u;

/** How a full stop after this word is to be read: `null` when it is no abbreviation's. `next` is the text after the stop. */
export function abbreviationAt(
  word: string,
  next: string,
  language: ArticleLanguage | null = "en",
): "leading" | "trailing" | null {
  const { leading, trailing, numbered, plain, hasOrdinals } = proseWordsOf(language);
  const lower = word.toLowerCase();
  if (numbered.has(lower)) return /^\s*\p{N}/u.test(next) ? "leading" : null;
  const isPlainWord = word === lower && plain.has(lower);
  if (leading.has(lower)) return isPlainWord ? null : "leading";
  if (lettered.test(word)) return "trailing";
  if (trailing.has(lower)) return isPlainWord ? null : "trailing";
  if (hasOrdinals && ordinal.test(word) && /^\s\p{L}/u.test(next)) return "trailing";
  if (initial.test(word) && word !== "I" && /^\s*\p{Lu}/u.test(next)) return "leading";
  return null;
}

/** True when the word that follows shows that a sentence ended at the abbreviation before it. */
export function opensSentence(next: string, language: ArticleLanguage | null = "en"): boolean {
  const word = /^[\s“"‘'„«»(]*(\p{Lu}[\p{L}’']*)/u.exec(next)?.[1];
  return word !== undefined && proseWordsOf(language).openers.has(word.toLowerCase());
}
