// On what terms somebody goes unnamed, and why, as an article says it near a mention.
import type { ArticleLanguage } from "../model/language.ts";
import type { Range } from "../model/range.ts";

interface ReasonWords {
  readonly terms: RegExp;
  readonly reason: RegExp;
}

const english: ReasonWords = {
  terms:
    /(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they) not be (?:named|identified))|anonymously|not to be (?:named|identified)|to be (?:named|identified) only|declin\w+ to be (?:named|identified)|request\w* anonymity|grant\w* anonymity|did not want to (?:give (?:his|her|their) names?|be (?:named|identified))|(?:was|were|is|are) not (?:authorized|authorised|allowed|permitted) to (?:speak|talk|discuss|comment)\w*)/iu,
  reason:
    /\b(?:because|since|as|citing|for fear|due to|in order to|to (?:discuss|describe|speak|talk|protect|avoid|share))\b[^.;”"]*/iu,
};

const reasonWords: Readonly<Record<ArticleLanguage, ReasonWords>> = {
  en: english,
  de: {
    terms:
      /(?:(?:unter der )?Bedingung (?:der|seiner|ihrer) Anonymität|anonym bleiben (?:will|wollen|wollte|wollten|möchte|möchten)|nicht (?:namentlich )?genannt werden(?: (?:will|wollen|wollte|wollten|möchte|möchten|darf|dürfen))?|(?:nicht|kein\p{L}*) (?:mit )?(?:seinem|ihrem) Namen|Namen? (?:ist|sind) der Redaktion bekannt|nicht (?:befugt|berechtigt|autorisiert) (?:ist|sind|war|waren)|auf Anonymität)/iu,
    reason: /(?:\b(?:weil|da|denn|um)\b|aus (?:Angst|Furcht|Sorge|Rücksicht))[^.;“«"]*/u,
  },
  fr: {
    terms:
      /(?:sous (?:le )?couvert d[’']anonymat|sous (?:la )?condition d[’']anonymat|requis l[’']anonymat|souhait\p{L}+ (?:rester anonyme|garder l[’']anonymat)|ne (?:souhait|veu|voul)\p{L}+ pas (?:être (?:cité|nommé)\p{L}*|que))/iu,
    reason: /\b(?:parce qu|car|de peur|par crainte|en raison|afin de|faute)[^.;»"]*/iu,
  },
  es: english,
};

/** How far behind the terms the reason may stand. */
const reach = 400;

export interface GivenReason {
  readonly terms: string;
  readonly reason: string;
  /** From the terms to the end of the reason. */
  readonly range: Range;
}

/** In a stretch of text; `null` where it says nothing of the kind. */
export function reasonIn(
  text: string,
  { start, end }: Range,
  language: ArticleLanguage | null,
): GivenReason | null {
  const { terms, reason } = reasonWords[language ?? "en"];
  const words = text.slice(start, end);
  const term = terms.exec(words);
  if (!term) return null;
  const textAfter = words.slice(term.index + term[0].length);
  const why = reason.exec(textAfter.slice(0, reach));
  if (!why) return null;
  const reasonText = why[0]
    .replace(/,\s[^,]*\b(?:said|says|told|added)\b.*$/u, "")
    .trimEnd()
    .replace(/,$/u, "");
  const from = start + term.index;
  return {
    terms: term[0],
    reason: reasonText,
    range: { start: from, end: from + term[0].length + why.index + reasonText.length },
  };
}
