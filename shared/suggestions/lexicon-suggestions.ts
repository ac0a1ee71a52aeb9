// Suggestions in a language that only a lexicon is known of: who stands beside a quotation with a verb of saying, who has such a verb with
// a clause, and "according to". No more; silence where the words do not stand like that.
import type { ArticleText } from "../model/article-text.ts";
import type { ArticleLanguage } from "../model/language.ts";
import { memoize } from "../model/memoize.ts";
import type { Range } from "../model/range.ts";
import { sentencesIn } from "../model/sentences.ts";
import type { SuggestionRule } from "./candidate.ts";
import type { SuggestedFields } from "./card-fields.ts";
import { spanish } from "./lexicons/es.ts";
import { french } from "./lexicons/fr.ts";
import type { Lexicon } from "./lexicons/lexicon.ts";

/** Of which no more is known than a lexicon. */
export type LexiconLanguage = Exclude<ArticleLanguage, "en" | "de">;

interface LexiconFound {
  readonly voice: Range | null;
  readonly cue: Range;
  readonly claim: readonly Range[];
  readonly rule: SuggestionRule;
  readonly confidence: number;
}

/** How far beside a quotation words are looked at. */
const reach = 160;
/** No sentence is read further. */
const longest = 600;
const [sure, likely] = [0.85, 0.7];

/** In the order of their cues, one a cue. Linear in the length of the text. */
export function lexiconSuggestions(article: ArticleText, language: LexiconLanguage): readonly LexiconFound[] {
  const patterns = patternsOf(lexicons[language]);
  const outer = outermost(article);
  const byCue = new Map<number, LexiconFound>();
  const keepFirst = (one: LexiconFound | null): void => {
    if (one && !byCue.has(one.cue.start)) byCue.set(one.cue.start, one);
  };
  for (const quotation of outer) keepFirst(besideQuotation(article.text, quotation, patterns));
  const besideQuotations = [...byCue.keys()].sort((a, b) => a - b);
  let at = 0;
  for (const paragraph of article.paragraphs)
    for (const sentence of sentencesIn(article, paragraph)) {
      while ((besideQuotations[at] ?? Infinity) < sentence.start) at += 1;
      const isTaken = (besideQuotations[at] ?? Infinity) < sentence.end;
      if (!isTaken) keepFirst(withClause(article.text, sentence, patterns));
    }
  return [...byCue.values()].sort((a, b) => a.cue.start - b.cue.start);
}

type Patterns = Readonly<Record<"behind" | "before" | "clause" | "first" | "ends", RegExp>> & {
  readonly joined: RegExp | null;
};

const lexicons: Readonly<Record<LexiconLanguage, Lexicon>> = { fr: french, es: spanish };

const patternsOf = memoize((lexicon: Lexicon): Patterns => {
  const { verbs, that, according, accordingEnds, ends, joined, so } = lexicon;
  const cue = `(?<cue>${so === null ? verbs : `${verbs}|${so}`})`;
  const voice = `(?<voice>(?:\\b(?:${lexicon.titles})\\.|[^\\n,.;:!?–—()„“”«»"]){2,90}?)`;
  return {
    behind: new RegExp(`^\\s*,?\\s*${cue}\\s+${voice}\\s*(?=[,.;:!?–—(\\n]|$)`, "iu"),
    before: new RegExp(
      `(?:^|[.;!?\\n]\\s*|,\\s+)${voice}\\s+(?<cue>${verbs})(?:\\s[^.;:\\n]{0,60})?\\s?[:,]\\s*$`,
      "iu",
    ),
    clause: new RegExp(
      `^(?:[^,]{0,60},\\s)??${voice}\\s(?<cue>${verbs})(?:\\s[^,.]{0,50})?,?\\s(?<claim>(?:${that})(?:\\s|(?<=['’])).{8,}?)[.!?]?$`,
      "isu",
    ),
    first: new RegExp(`^(?<cue>${according})\\s${voice}${accordingEnds}(?<claim>.{12,}?)[.!?]?$`, "isu"),
    ends: new RegExp(`\\s(?:${ends})(?:\\s.*)?$`, "isu"),
    joined: joined === null ? null : new RegExp(`^\\s*,?\\s*(?:${joined})`, "iu"),
  };
});

/** "„…“, sagte die Ministerin", "La ministre a déclaré : « … »" */
const besideQuotation = (text: string, quotation: Range, patterns: Patterns): LexiconFound | null =>
  withPronoun(text, quotation, patterns) ??
  voiceBehind(text, quotation, patterns) ??
  voiceBefore(text, quotation, patterns);

/** "« … », a-t-elle ajouté" */
function withPronoun(text: string, quotation: Range, { joined }: Patterns): LexiconFound | null {
  const match = joined?.exec(text.slice(quotation.end, quotation.end + reach));
  if (!match?.groups) return null;
  const { who, voice, verb = "" } = match.groups;
  const pronoun = who ?? voice ?? "";
  const at = quotation.end + match[0].lastIndexOf(`-${pronoun}`) + 1;
  const cue =
    who === undefined
      ? { start: quotation.end + match[0].search(/\p{L}/u), end: at - 1 }
      : wordsAt(quotation.end + match[0].lastIndexOf(verb), verb);
  return {
    voice: wordsAt(at, pronoun),
    cue,
    claim: [quotation],
    rule: "quotation-before",
    confidence: sure,
  };
}

function voiceBehind(text: string, quotation: Range, patterns: Patterns): LexiconFound | null {
  const match = patterns.behind.exec(text.slice(quotation.end, quotation.end + reach));
  if (!match?.groups) return null;
  const { cue = "", voice = "" } = match.groups;
  const cueAt = quotation.end + match[0].indexOf(cue);
  const gap = match[0].slice(match[0].indexOf(cue) + cue.length).search(/\S/u);
  const named = voiceRange(cueAt + cue.length + gap, voice, patterns);
  return (
    named && {
      voice: named,
      cue: wordsAt(cueAt, cue),
      claim: [quotation],
      rule: "quotation-before",
      confidence: sure,
    }
  );
}

function voiceBefore(text: string, quotation: Range, { before }: Patterns): LexiconFound | null {
  const near = text.slice(Math.max(0, quotation.start - reach), quotation.start);
  const match = before.exec(near.slice(near.lastIndexOf("\n") + 1));
  if (!match?.groups) return null;
  const { cue = "", voice = "" } = match.groups;
  const voiceAt = match[0].indexOf(voice);
  const cueAt = match[0].indexOf(cue, voiceAt + voice.length);
  const base = quotation.start - match[0].length;
  return {
    voice: isVoice(voice) ? wordsAt(base + voiceAt, voice) : null,
    cue: wordsAt(base + cueAt, cue),
    claim: [quotation],
    rule: "quotation-after",
    confidence: isVoice(voice) ? sure : likely / 2,
  };
}

/** "Die Ministerin sagte, dass …", "Selon le ministère, …" */
function withClause(text: string, { start, end }: Range, patterns: Patterns): LexiconFound | null {
  const words = text.slice(start, Math.min(end, start + longest));
  const according = patterns.first.exec(words);
  const match = according ?? patterns.clause.exec(words);
  if (!match?.groups) return null;
  const { cue = "", voice = "", claim = "" } = match.groups;
  const cueAt = according ? start : start + match[0].indexOf(cue, match[0].indexOf(voice) + voice.length);
  const voiceAt = according
    ? start + cue.length + words.slice(cue.length).search(/\S/u)
    : start + match[0].indexOf(voice);
  if (!isVoice(voice)) return null;
  const claimAt = start + match[0].length - match[0].slice(match[0].lastIndexOf(claim)).length;
  return {
    voice: wordsAt(voiceAt, voice),
    cue: wordsAt(cueAt, cue),
    claim: [wordsAt(claimAt, claim.trimEnd())],
    rule: according ? "according-to" : "bare-clause",
    confidence: likely,
  };
}

const wordsAt = (start: number, words: string): Range => ({ start, end: start + words.length });

/** Without words of time and place behind it; `null` where nothing is left that can speak. */
function voiceRange(start: number, words: string, { ends }: Patterns): Range | null {
  const named = ` ${words}`.replace(ends, "").trim();
  return isVoice(named) ? wordsAt(start, named) : null;
}

/** Few words, at least one of them a name, a noun behind an article, or a pronoun. */
const isVoice = (words: string): boolean => {
  const count = words.trim().split(/\s+/u).length;
  return words.trim().length > 1 && count < 11 && !/\d{3}/u.test(words);
};

/** The outermost quotations, in order. */
function outermost({ quotations }: ArticleText): readonly Range[] {
  let end = 0;
  return quotations.filter((one) => {
    const isOuter = one.start >= end && one.inner.start < one.inner.end;
    if (isOuter) end = one.end;
    return isOuter;
  });
}

/** The fields of a card, as far as the words of its cue and claim tell. */
export function lexiconFields(
  text: string,
  language: LexiconLanguage,
  { cue, claim }: Pick<LexiconFound, "cue" | "claim">,
): Pick<SuggestedFields, "polarity" | "act" | "hedged"> {
  const { denies, acts, hedges } = fieldPatterns(lexicons[language]);
  const cueWords = text.slice(cue.start, cue.end);
  return {
    polarity: denies.test(cueWords) ? "denies" : "asserts",
    act: acts.find(([, verbs]) => verbs.test(cueWords))?.[0] ?? "say",
    hedged: claim.some(({ start, end }) => hedges.test(text.slice(start, end))),
  };
}

const fieldPatterns = memoize(({ denies, acts, hedges }: Lexicon) => {
  const whole = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu");
  return {
    denies: whole(denies),
    hedges: whole(hedges),
    acts: Object.entries(acts).map(([act, verbs]) => [act as keyof Lexicon["acts"], whole(verbs)] as const),
  };
});
