// Patterns of a project's own: a sentence that is a voice, a cue and a claim, in some order, with the same words between them each time.
import type { ArticleText } from "../../model/article-text.ts";
import { kindOf } from "../../model/kind.ts";
import type { Range } from "../../model/range.ts";
import { sentencesIn } from "../../model/sentences.ts";
import { wordsOf } from "../../model/words.ts";
import { wholeWords } from "../own-words.ts";
import { withMarks } from "../quotation-edges.ts";
import type { ReadQuotation } from "../speech.ts";
import type { SuggestedCard } from "../suggested-card.ts";
import type { OwnPattern, PatternPart } from "./learned.ts";

/** A card as a person left it, by its words: each part in order, any of them empty. */
export interface MarkedCard {
  readonly voice: readonly Range[];
  readonly cue: readonly Range[];
  readonly claim: readonly Range[];
}

/** What a pattern is told apart by. */
export type PatternForm = Pick<OwnPattern, "order" | "cue" | "between">;

export const patternFormKey = ({ order, cue, between }: PatternForm): string =>
  JSON.stringify([order, cue, between]);

/** Words of a cue, and of a voice, at most. */
const longest = { cue: 8, voice: 14 };

const trimmedMarks = /^[\s"“”„«»‘’(]+|[\s"“”„«»‘’).,;:]+$/gu;

/** The form of a card that is a whole sentence; `null` for any other. `sentences`: of the article, in order. */
export function formOfCard(
  text: string,
  sentences: readonly Range[],
  { voice, cue, claim }: MarkedCard,
): PatternForm | null {
  const [oneVoice, oneCue, oneClaim] = [only(voice), only(cue), only(claim)];
  if (!oneVoice || !oneCue || !oneClaim) return null;
  const parts = (
    [
      ["voice", oneVoice],
      ["cue", oneCue],
      ["claim", oneClaim],
    ] as const
  ).toSorted((a, b) => a[1].start - b[1].start);
  const [first, second, third] = parts;
  if (!first || !second || !third) return null;
  const sentence = sentences.find(({ start, end }) => start <= first[1].start && first[1].start < end);
  if (!sentence || third[1].end > sentence.end) return null;
  const outside = [text.slice(sentence.start, first[1].start), text.slice(third[1].end, sentence.end)];
  if (outside.some((words) => /[\p{L}\p{N}]/u.test(words))) return null;
  const between = [
    gap(text.slice(first[1].end, second[1].start), text.slice(first[1].start, first[1].end)),
    gap(text.slice(second[1].end, third[1].start), text.slice(second[1].start, second[1].end)),
  ] as const;
  if (between.some((words) => words.length > 20 || /[\p{L}\p{N}]{3}/u.test(words))) return null;
  const words = inLowerCase(text.slice(oneCue.start, oneCue.end)).replace(/\s+/gu, " ");
  return wordsOf(text, oneCue).length > longest.cue
    ? null
    : { order: [first[0], second[0], third[0]], cue: words, between };
}

/** But for letters that have no other of their length, such as “İ”: these are found as they are. */
const inLowerCase = (words: string): string =>
  words.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });

const only = (ranges: readonly Range[]): Range | null => (ranges.length === 1 ? (ranges[0] ?? null) : null);

/** A comma that was marked with the part before it belongs between the parts; a quotation mark belongs to the claim. */
const gap = (between: string, before: string): string =>
  `${/[,;:]$/u.exec(before)?.[0] ?? ""}${between.replace(/["“”„«»]/gu, "")}`;

/** Reads one sentence by a pattern; `null` where it does not fit. */
type PatternReader = (
  article: Pick<ArticleText, "text">,
  quotations: readonly ReadQuotation[],
  sentence: Range,
) => Record<PatternPart, Range> | null;

/** How a pattern reads sentences. */
export function readerOf(form: PatternForm): PatternReader {
  const cuesIn = wholeWords([form.cue]);
  return ({ text }, quotations, sentence) => {
    const written = text.slice(sentence.start, sentence.end);
    for (const cue of cuesIn?.(written) ?? []) {
      const parts = partsAround(written, form, cue);
      const read = parts && readParts({ text, quotations }, sentence, parts);
      if (read) return read;
    }
    return null;
  };
}

/** The parts as a person marks them; `null` where one of them is none. `parts`: from the beginning of the sentence. */
function readParts(
  { text, quotations }: { readonly text: string; readonly quotations: readonly ReadQuotation[] },
  sentence: Range,
  parts: Record<PatternPart, Range>,
): Record<PatternPart, Range> | null {
  const inText = ({ start, end }: Range): Range => ({
    start: sentence.start + start,
    end: sentence.start + end,
  });
  const [voice, claim] = [
    trimmed(text, inText(parts.voice), "voice"),
    trimmed(text, inText(parts.claim), "claim"),
  ];
  if (!voice || !claim || wordsOf(text, claim).length < 2) return null;
  const voiceWords = wordsOf(text, voice).length;
  if (voiceWords === 0 || voiceWords > longest.voice) return null;
  if (/["“”„«»]/u.test(text.slice(voice.start, voice.end))) return null;
  const [marked = claim] = withMarks(text, quotations, [claim]);
  return { voice, cue: inText(parts.cue), claim: marked };
}

/** From one part to the next by the words between them; the outer parts reach to the ends of the sentence. */
function partsAround(written: string, form: PatternForm, cue: Range): Record<PatternPart, Range> | null {
  const at = form.order.indexOf("cue");
  const [before, behind] = form.between;
  const beforeCue = at === 0 ? "" : (form.between[at - 1] ?? "");
  const behindCue = at === 2 ? "" : (form.between[at] ?? "");
  const left = cue.start - beforeCue.length;
  const right = cue.end + behindCue.length;
  if (!isGap(written, left, cue.start, beforeCue) || !isGap(written, cue.end, right, behindCue)) return null;
  const parts: Partial<Record<PatternPart, Range>> = { cue };
  const [first, second, third] = form.order;
  const put = (part: PatternPart, start: number, end: number): void => {
    parts[part] = { start, end };
  };
  if (at === 0) {
    if (/[\p{L}\p{N}]/u.test(written.slice(0, cue.start))) return null;
    const cut = placeOfGap(written, behind, right);
    if (cut < 0) return null;
    put(second, right, cut);
    put(third, cut + behind.length, written.length);
  } else if (at === 1) {
    put(first, 0, left);
    put(third, right, written.length);
  } else {
    if (/[\p{L}\p{N}]/u.test(written.slice(cue.end))) return null;
    const cut = placeOfGap(written, before, 0);
    if (cut < 0 || cut >= left) return null;
    put(first, 0, cut);
    put(second, cut + before.length, left);
  }
  const { voice, claim } = parts;
  return voice && claim && voice.start < voice.end && claim.start < claim.end ? { voice, cue, claim } : null;
}

const isGap = (written: string, from: number, to: number, words: string): boolean =>
  from >= 0 && written.slice(from, to) === words;

const placeOfGap = (written: string, words: string, from: number): number =>
  words.trim() === "" ? -1 : written.indexOf(words, from);

/** Without white space, quotation marks (which `withMarks` gives back), and what parts clauses. */
function trimmed(written: string, { start, end }: Range, part: PatternPart): Range | null {
  const words = written.slice(start, end);
  const inner = words.replace(part === "claim" ? /^\s+|[\s.;:]+$/gu : trimmedMarks, "");
  const from = start + words.indexOf(inner);
  return inner === "" ? null : { start: from, end: from + inner.length };
}

/** A pattern that was right each time is a little less sure than certain, by Laplace's rule of succession. */
const sureOf = ({ right, all }: Pick<OwnPattern, "right" | "all">): number => (right + 1) / (all + 2);

/** What the patterns find in an article, in the order of the text: one card a sentence, by the first pattern that fits. */
export function cardsByPatterns(
  article: ArticleText,
  quotations: readonly ReadQuotation[],
  patterns: readonly OwnPattern[],
): readonly SuggestedCard[] {
  if (patterns.length === 0) return [];
  const readers = patterns.map((pattern) => ({ pattern, read: readerOf(pattern) }));
  return article.paragraphs.flatMap((paragraph) =>
    sentencesIn(article, paragraph).flatMap((sentence) => {
      for (const { pattern, read } of readers) {
        const parts = read(article, quotations, sentence);
        if (parts) return [cardOfPattern(article, parts, pattern)];
      }
      return [];
    }),
  );
}

const cardOfPattern = (
  article: ArticleText,
  { voice, cue, claim }: Record<PatternPart, Range>,
  pattern: OwnPattern,
): SuggestedCard => ({
  voice: [voice],
  cue: [cue],
  claim: [claim],
  via: [],
  kind: kindOf({ segments: [claim] }, { within: null }, article),
  fields: {},
  confidence: sureOf(pattern),
  rule: "own-pattern",
  model: null,
  within: null,
  pattern: { rule: "own-pattern", cue: pattern.cue, shape: pattern.order.join(" ") },
  person: null,
});
