// The words that the checks of a claim's and a cue's edges go by, in each language: those that open a claim, and times.
import type { ArticleLanguage } from "../model/language.ts";

interface EdgeWords {
  /** From a cue to the claim behind it, where a word stands between that is the claim's: one of the groups. */
  readonly afterCue: RegExp;
  /** At the end of a cue, with the white space before it: a word that is the claim's. */
  readonly opener: RegExp;
  /** Words that are times and nothing else. */
  readonly time: string;
}

/** Whom it was said to, and when: a few words without a stop. */
const few = String.raw`(?:\s+[^\s.,;:!?“”"()–—]+){0,6}`;

const edgeWords: Readonly<Record<ArticleLanguage, EdgeWords>> = {
  en: {
    afterCue: new RegExp(String.raw`^${few}\s+(that)\s+$|^\s+(to)\s+$`, "iu"),
    opener: /(?<=\S)\s+that$/iu,
    time: String.raw`(?:(?:on|late|early)\s+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|(?:last|this|next)\s+(?:week|month|year|night))(?:\s+(?:morning|afternoon|evening|night))?`,
  },
  de: {
    afterCue: new RegExp(String.raw`^${few},\s+(dass|daß|ob)\s+$`, "iu"),
    opener: /(?<=\S),?\s+(?:dass|daß|ob)$/iu,
    time: String.raw`(?:(?:am|in der|seit)\s+)*(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:morgen|vormittag|mittag|nachmittag|abend)?|heute|gestern|vorgestern|(?:vorige|letzte|diese)n?\s+(?:woche|monat|jahr))(?:\s+(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht))?`,
  },
  fr: {
    afterCue: new RegExp(String.raw`^${few}\s+(que)\s+$|^${few}\s+(qu[’'])$`, "iu"),
    opener: /(?<=\S)\s+(?:que|qu[’'])$/iu,
    time: String.raw`(?:ce\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hier|aujourd[’']hui|(?:la semaine|le mois) derni(?:ère|er))(?:\s+(?:matin|midi|après-midi|soir))?`,
  },
  es: {
    afterCue: new RegExp(String.raw`^${few}\s+(que)\s+$`, "iu"),
    opener: /(?<=\S)\s+que$/iu,
    time: String.raw`(?:(?:el|este)\s+)?(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer|hoy|(?:la semana|el mes) pasad[ao])(?:\s+por la (?:mañana|tarde|noche))?`,
  },
};

/** A language of which no words are known is read as English is. */
export const edgeWordsOf = (language: ArticleLanguage | null): EdgeWords => edgeWords[language ?? "en"];
