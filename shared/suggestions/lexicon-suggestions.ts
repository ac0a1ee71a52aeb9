// Suggestions in a language that only a lexicon is known of: who stands beside a quotation with a verb of saying, who has such a verb with
// a clause, and "according to". No more; silence where the words do not stand like that.
import type { ArticleText } from "../model/article-text.ts";
import type { Range } from "../model/range.ts";
import { sentencesIn } from "../model/sentences.ts";
import type { SuggestionRule } from "./candidate.ts";
import type { KnownLanguage } from "./language.ts";
import { type Lexicon, lexicons } from "./lexicons.ts";

export interface LexiconFound {
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
export function lexiconSuggestions(
  article: ArticleText,
  language: Exclude<KnownLanguage, "en">,
): readonly LexiconFound[] {
  const patterns = patternsOf(lexicons[language]);
  const outer = outermost(article);
  const byCue = new Map<number, LexiconFound>();
  const keep = (one: LexiconFound | null): void => {
    if (one && !byCue.has(one.cue.start)) byCue.set(one.cue.start, one);
  };
  for (const quotation of outer) keep(besideQuotation(article.text, quotation, patterns));
  let at = 0;
  for (const paragraph of article.paragraphs)
    for (const sentence of sentencesIn(article, paragraph)) {
      while ((outer[at]?.end ?? Infinity) <= sentence.start) at += 1;
      const isQuoted = (outer[at]?.start ?? Infinity) < sentence.end;
      if (!isQuoted) keep(withClause(article.text, sentence, patterns));
    }
  return [...byCue.values()].sort((a, b) => a.cue.start - b.cue.start);
}

type Patterns = Readonly<Record<"behind" | "before" | "clause" | "first" | "ends", RegExp>> & {
  readonly joined: RegExp | null;
};

const made = new Map<Lexicon, Patterns>();

function patternsOf(lexicon: Lexicon): Patterns {
  const known = made.get(lexicon);
  if (known) return known;
  const { verbs, that, according, accordingEnds, ends, joined, so } = lexicon;
  const cue = `(?<cue>${so === null ? verbs : `${verbs}|${so}`})`;
  const voice = '(?<voice>[^\\n,.;:!?–—()„“”«»"]{2,90}?)';
  const patterns: Patterns = {
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
  made.set(lexicon, patterns);
  return patterns;
}

/** "„…“, sagte die Ministerin", "La ministre a déclaré : « … »" */
const besideQuotation = (text: string, quotation: Range, patterns: Patterns): LexiconFound | null =>
  withPronoun(text, quotation, patterns) ??
  voiceBehind(text, quotation, patterns) ??
  voiceBefore(text, quotation, patterns);

/** "« … », a-t-elle ajouté" */
function withPronoun(text: string, quotation: Range, { joined }: Patterns): LexiconFound | null {
  const found = joined?.exec(text.slice(quotation.end, quotation.end + reach));
  if (!found?.groups) return null;
  const { who, voice, verb = "" } = found.groups;
  const pronoun = who ?? voice ?? "";
  const at = quotation.end + found[0].lastIndexOf(`-${pronoun}`) + 1;
  const cue =
    who === undefined
      ? { start: quotation.end + found[0].search(/\p{L}/u), end: at - 1 }
      : wordsAt(quotation.end + found[0].lastIndexOf(verb), verb);
  return {
    voice: wordsAt(at, pronoun),
    cue,
    claim: [quotation],
    rule: "quotation-before",
    confidence: sure,
  };
}

function voiceBehind(text: string, quotation: Range, patterns: Patterns): LexiconFound | null {
  const found = patterns.behind.exec(text.slice(quotation.end, quotation.end + reach));
  if (!found?.groups) return null;
  const { cue = "", voice = "" } = found.groups;
  const cueAt = quotation.end + found[0].indexOf(cue);
  const gap = found[0].slice(found[0].indexOf(cue) + cue.length).search(/\S/u);
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
  const found = before.exec(near.slice(near.lastIndexOf("\n") + 1));
  if (!found?.groups) return null;
  const { cue = "", voice = "" } = found.groups;
  const voiceAt = found[0].indexOf(voice);
  const cueAt = found[0].indexOf(cue, voiceAt + voice.length);
  const base = quotation.start - found[0].length;
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
  const found = according ?? patterns.clause.exec(words);
  if (!found?.groups) return null;
  const { cue = "", voice = "", claim = "" } = found.groups;
  const cueAt = according ? start : start + found[0].indexOf(cue, found[0].indexOf(voice) + voice.length);
  const voiceAt = according
    ? start + cue.length + words.slice(cue.length).search(/\S/u)
    : start + found[0].indexOf(voice);
  if (!isVoice(voice)) return null;
  const claimAt = start + found[0].length - found[0].slice(found[0].lastIndexOf(claim)).length;
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
