// Words as an analyst counts them: "U.S.", "don’t", "Putin-Zelensky", "$7,000" and "Mr." are one each. Built on the
// platform's word segmentation, so that texts without spaces have words too.

import { type ArticleText, paragraphAt } from "./article-text.ts";
import type { ArticleLanguage } from "./language.ts";
import { abbreviationAt, proseWordsOf } from "./prose-words.ts";
import type { Range } from "./range.ts";
import { splitsSurrogatePair } from "./selector.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** No word reaches over one of these: white space, the byte order mark, the marks of scripts that write no spaces. */
const separator = /[\s。，、；：！？「」『』]/u;
/** Most characters are plain ones, and looked at in no list. */
function isSeparator(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code <= 0x20 || code >= 0x7f) && separator.test(text.charAt(at));
}

const joiner = /^[-‐‑'’./&@_+–]$/u;
const prefixSign = /^[$€£¥@#]$/u;
const suffixSign = /^[%‰°]$/u;

/**
 * What needs no segmenter, which is a hundred times slower: one word of plain letters and figures, perhaps with a full stop, and signs around it that
 * join with nothing.
 */
const plainPiece = /^(["'(“‘[]*)([A-Za-z0-9]+)(\.?)["'”’),;:!?\]]*$/u;

/** Words that are searched for are read alike in every language. */
type WrittenText = Pick<ArticleText, "text"> & Partial<Pick<ArticleText, "language">>;

/** A run without separators is read in pieces of this length: segmenting Chinese takes time with the square of it. */
const pieceLength = 512;

/**
 * The words of a stretch of text that begins and ends between words, in order. `start` is where it stands in the text. What is counted is
 * read alike in every language; what is selected goes by the article's.
 */
export function wordsOf(
  text: string,
  { start, end }: Range,
  language: ArticleLanguage | null = null,
): Range[] {
  const words: Range[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && !isSeparator(text, at)) continue;
    for (let to = from; from < at; from = to) {
      to = pieceEnd(text, from, at);
      words.push(...wordsOfPiece({ text, language }, from, to));
    }
    from = at + 1;
  }
  return words;
}

/** The word that holds the offset, with `start < offset < end`; `null` between words. */
export function wordAround(article: WrittenText, offset: number): Range | null {
  const { start, end } = pieceAt(article.text, offset);
  return wordsOfPiece(article, start, end).find((word) => word.start < offset && offset < word.end) ?? null;
}

/** The first word that ends after the offset, or `null` after the last one. */
export function wordEndingAfter(article: ArticleText, offset: number): Range | null {
  for (let at = paragraphAt(article, offset); at < article.paragraphs.length; at += 1) {
    const paragraph = article.paragraphs[at];
    if (!paragraph) break;
    for (let from = Math.max(offset, paragraph.start); from < paragraph.end; ) {
      const { start, end } = pieceAt(article.text, from);
      const word = wordsOfPiece(article, start, end).find((each) => each.end > offset);
      if (word) return word;
      from = Math.max(end, from + 1);
    }
  }
  return null;
}

/** The last word that starts before the offset, or `null` before the first one. */
export function wordStartingBefore(article: ArticleText, offset: number): Range | null {
  for (let at = paragraphAt(article, offset); at >= 0; at -= 1) {
    const paragraph = article.paragraphs[at];
    if (!paragraph) break;
    for (let to = Math.min(offset, paragraph.end); to > paragraph.start; ) {
      const { start, end } = pieceAt(article.text, to - 1);
      const word = wordsOfPiece(article, start, end).findLast((each) => each.start < offset);
      if (word) return word;
      to = Math.min(start, to - 1);
    }
  }
  return null;
}

/** The piece between separators that holds the character at the offset; empty when that is a separator itself. */
function pieceAt(text: string, offset: number): Range {
  let runEnd = offset;
  while (runEnd < text.length && !isSeparator(text, runEnd)) runEnd += 1;
  if (runEnd === offset) return { start: offset, end: offset };
  let start = offset;
  while (start > 0 && !isSeparator(text, start - 1)) start -= 1;
  let end = pieceEnd(text, start, runEnd);
  while (end <= offset) {
    start = end;
    end = pieceEnd(text, start, runEnd);
  }
  return { start, end };
}

/** Where the piece ends that begins at `start` in a run that goes on to `runEnd`. */
function pieceEnd(text: string, start: number, runEnd: number): number {
  const end = start + pieceLength;
  if (end >= runEnd) return runEnd;
  return splitsSurrogatePair(text, end) ? end + 1 : end;
}

function wordsOfPiece({ text, language = null }: WrittenText, start: number, end: number): Range[] {
  const { elided, inclusive } = proseWordsOf(language);
  const elision = elided?.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0;
  if (elision > 0 && start + elision < end)
    return [{ start, end: start + elision }, ...wordsOfPiece({ text, language }, start + elision, end)];
  const [, before = "", letters, stop] = plainPiece.exec(text.slice(start, end)) ?? [];
  if (letters !== undefined) {
    const word = { start: start + before.length, end: start + before.length + letters.length };
    const isStop =
      stop === "." && endsAbbreviation({ text, language }, word, { segment: stop, end: word.end + 1 });
    return [isStop ? { ...word, end: word.end + 1 } : word];
  }
  const pieces = Array.from(segmenter.segment(text.slice(start, end)), ({ segment, index, isWordLike }) => ({
    segment,
    start: start + index,
    end: start + index + segment.length,
    wordLike: isWordLike ?? false,
  }));
  const words: { start: number; end: number }[] = [];
  let joins = false;
  pieces.forEach((piece, at) => {
    const nextPiece = pieces[at + 1];
    const lastWord = words.at(-1);
    const touches = lastWord?.end === piece.start;
    if (piece.wordLike) {
      if (lastWord && touches && joins) lastWord.end = piece.end;
      else words.push({ start: piece.start, end: piece.end });
      joins = false;
      return;
    }
    joins =
      touches &&
      (nextPiece?.wordLike ?? false) &&
      (joiner.test(piece.segment) ||
        (/^[*:]$/u.test(piece.segment) && inclusive?.test(nextPiece?.segment ?? "") === true));
    if (
      lastWord &&
      touches &&
      (joins || suffixSign.test(piece.segment) || endsAbbreviation({ text, language }, lastWord, piece))
    ) {
      lastWord.end = piece.end;
      joins ||= piece.segment === "." && (nextPiece?.wordLike ?? false);
    } else if (prefixSign.test(piece.segment) && nextPiece?.wordLike) {
      words.push({ start: piece.start, end: piece.end });
      joins = true;
    }
  });
  return words;
}

function endsAbbreviation(
  { text, language = null }: WrittenText,
  word: Range,
  piece: { segment: string; end: number },
): boolean {
  if (piece.segment !== ".") return false;
  const next = text.slice(piece.end, piece.end + 40);
  return abbreviationAt(text.slice(word.start, word.end), next, language) !== null;
}
