// Cue words and names of a project's own: what stands behind an own cue in its sentence is proposed, and who stands before it.
import type { ArticleText } from "../model/article-text.ts";
import { overlaps, type Range } from "../model/range.ts";
import { sentencesIn } from "../model/sentences.ts";
import { wordsOf } from "../model/words.ts";
import type { Learned } from "./learning/learned.ts";
import { plainCue } from "./pattern.ts";
import type { SuggestedCard } from "./suggested-card.ts";

/** Words or phrases of this project, each as it stands in articles. */
export interface OwnWords {
  /** They say that something is said. */
  readonly cues: readonly string[];
  /** They name somebody. */
  readonly names: readonly string[];
  /** What suggestions learned from this person's cards; absent where they go by the rules alone. */
  readonly learned?: Learned;
}

export const noOwnWords: OwnWords = { cues: [], names: [] };

/** An own word says that it reports, not how often; a named voice makes it surer. */
const sure = { named: 0.85, capitalised: 0.7, nobody: 0.5 };

/** One card for each own cue with something behind it. Linear in the text times the number of own words. */
export function ownCues(article: ArticleText, { cues, names }: OwnWords): readonly SuggestedCard[] {
  const form = wholeWords(cues);
  if (!form) return [];
  const name = wholeWords(names);
  return article.paragraphs.flatMap((paragraph) =>
    sentencesIn(article, paragraph).flatMap((sentence) => {
      const [words] = form(article.text.slice(sentence.start, sentence.end));
      if (!words) return [];
      const cue = { start: sentence.start + words.start, end: sentence.start + words.end };
      return cardAt(article.text, sentence, cue, name) ?? [];
    }),
  );
}

/** Where something stands in a text, in order, found as far as is asked. */
type Finder = (text: string) => Iterable<Range>;

/** Finds these as whole words, whatever their case and the white space between them; the longest first. `null` where there are none. */
export function wholeWords(words: readonly string[]): Finder | null {
  const plain = words.map((word) => word.trim()).filter((word) => word !== "");
  if (plain.length === 0) return null;
  const alternatives = [...plain].sort((a, b) => b.length - a.length).map(escaped);
  const form = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return function* (text) {
    for (const { index, 0: match } of text.matchAll(form)) yield { start: index, end: index + match.length };
  };
}

const escaped = (word: string): string =>
  word.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&").replace(/\s+/gu, "\\s+");

function cardAt(text: string, sentence: Range, cue: Range, name: Finder | null): SuggestedCard | null {
  const claim = trimmed(text, { start: cue.end, end: sentence.end });
  if (!claim || wordsOf(text, claim).length < 2) return null;
  const textBefore = text.slice(sentence.start, cue.start);
  const [named] = name?.(textBefore) ?? [];
  const capitals = /(?:\p{Lu}[\p{L}.’'-]*\s+)*\p{Lu}[\p{L}.’'-]*(?=\s*$)/u.exec(textBefore);
  const place = named ?? (capitals && { start: capitals.index, end: capitals.index + capitals[0].length });
  const voice = place ? [{ start: sentence.start + place.start, end: sentence.start + place.end }] : [];
  if (voice.some((one) => overlaps(one, cue))) return null;
  const shape = named ? "named" : capitals ? "capitalised" : "nobody";
  return {
    voice,
    cue: [cue],
    claim: [claim],
    via: [],
    kind: /["“”„«»]/u.test(text.slice(claim.start, claim.end)) ? "mixed" : "indirect",
    fields: {},
    confidence: sure[shape],
    rule: "own-word",
    model: null,
    within: null,
    pattern: { rule: "own-word", cue: plainCue(text.slice(cue.start, cue.end)), shape },
    person: null,
  };
}

/** Without white space, marks that part clauses, and the closing full stop. */
function trimmed(text: string, { start, end }: Range): Range | null {
  let [from, to] = [start, end];
  while (from < to && /[\s,:;–—-]/u.test(text.charAt(from))) from += 1;
  while (to > from && /[\s.,;:]/u.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}
