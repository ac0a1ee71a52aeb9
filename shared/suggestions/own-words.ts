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
  const form = formOf(cues);
  if (!form) return [];
  const name = formOf(names);
  return article.paragraphs.flatMap((paragraph) =>
    sentencesIn(article, paragraph).flatMap((sentence) => {
      const match = form.exec(article.text.slice(sentence.start, sentence.end));
      const words = match?.[1];
      if (!match || words === undefined) return [];
      const start = sentence.start + match.index + match[0].length - words.length;
      return cardAt(article.text, sentence, { start, end: start + words.length }, name) ?? [];
    }),
  );
}

/** Whole words, whatever their case; the longest first. `null` where there are none. */
function formOf(words: readonly string[]): RegExp | null {
  const plain = words.map((word) => word.trim()).filter((word) => word !== "");
  if (plain.length === 0) return null;
  const alternatives = [...plain].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?:^|[^\\p{L}\\p{N}])(${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "iu");
}

const escaped = (word: string): string =>
  word.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&").replace(/\s+/gu, "\\s+");

function cardAt(text: string, sentence: Range, cue: Range, name: RegExp | null): SuggestedCard | null {
  const claim = trimmed(text, { start: cue.end, end: sentence.end });
  if (!claim || wordsOf(text, claim).length < 2) return null;
  const textBefore = text.slice(sentence.start, cue.start);
  const named = name?.exec(textBefore);
  const capitals = /(?:\p{Lu}[\p{L}.’'-]*\s+)*\p{Lu}[\p{L}.’'-]*(?=\s*$)/u.exec(textBefore);
  const voiceText = named?.[1] ?? capitals?.[0];
  const at = named ? named.index + named[0].length - (named[1]?.length ?? 0) : (capitals?.index ?? 0);
  const voice =
    voiceText === undefined
      ? []
      : [{ start: sentence.start + at, end: sentence.start + at + voiceText.length }];
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
