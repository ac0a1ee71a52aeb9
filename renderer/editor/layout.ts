// The layout of an article's text in paragraphs and sections on the screen. Sections are what the browser skips when they are far from the
// window; very long lines are cut, for display only, so that none can freeze it.
import type { ArticleText } from "../../shared/model/article-text.ts";
import type { Range } from "../../shared/model/range.ts";
import { splitsSurrogatePair } from "../../shared/model/selector.ts";

/** A paragraph as shown. `continues`: it is the next part of a line that was too long for one paragraph. */
export interface DisplayParagraph extends Range {
  readonly continues: boolean;
}

/** Paragraphs in reading order, never empty; `sectionStarts` holds each section's first paragraph. */
export interface TextLayout {
  readonly paragraphs: readonly DisplayParagraph[];
  readonly sectionStarts: readonly number[];
}

interface LayoutLimits {
  /** Longest paragraph, in code units. */
  readonly paragraph: number;
  /** A section is closed at so many paragraphs, or so many code units. */
  readonly sectionParagraphs: number;
  readonly sectionLength: number;
}

/** How many characters a line of the article's measure holds on average. */
const charactersPerLine = 74;

/** About how many lines a paragraph will need. */
export function estimatedLines({ start, end }: Range): number {
  return Math.max(1, Math.ceil((end - start) / charactersPerLine));
}

/** Twenty paragraphs scrolled best of all sizes tried; with fifty or more, frames are missed. */
const defaultLimits: LayoutLimits = {
  paragraph: 20_000,
  sectionParagraphs: 20,
  sectionLength: 30_000,
};

/** The layout of a text. An empty text still has one, empty, paragraph, so that there is a place for the caret. */
export function layoutOf(
  { text, paragraphs }: ArticleText,
  limits: LayoutLimits = defaultLimits,
): TextLayout {
  const displayParagraphs = paragraphs.flatMap((paragraph) => cut(text, paragraph, limits.paragraph));
  if (displayParagraphs.length === 0) displayParagraphs.push({ start: 0, end: 0, continues: false });
  return { paragraphs: displayParagraphs, sectionStarts: sectionStartsOf(displayParagraphs, limits) };
}

function sectionStartsOf(paragraphs: readonly DisplayParagraph[], limits: LayoutLimits): number[] {
  const starts: number[] = [];
  let count = 0;
  let length = 0;
  paragraphs.forEach(({ start, end }, index) => {
    const full = count >= limits.sectionParagraphs || length + end - start > limits.sectionLength;
    if (index === 0 || full) {
      starts.push(index);
      count = 0;
      length = 0;
    }
    count += 1;
    length += end - start;
  });
  return starts;
}

function cut(text: string, paragraph: Range, longest: number): DisplayParagraph[] {
  const parts: DisplayParagraph[] = [];
  let { start } = paragraph;
  while (paragraph.end - start > longest) {
    const end = cutBefore(text, start, start + longest);
    parts.push({ start, end, continues: parts.length > 0 });
    start = end;
  }
  parts.push({ start, end: paragraph.end, continues: parts.length > 0 });
  return parts;
}

const whiteSpace = /\s/u;
/** What belongs to the character before it: combining marks, joiners, variation selectors, skin tones. */
const clings = /^(?:\p{M}|\u200d|\p{Emoji_Modifier})/u;

/** The last place in `(from, to]` after white space that parts no grapheme; without one, the last grapheme's edge. */
function cutBefore(text: string, from: number, to: number): number {
  const lowest = from + Math.floor((to - from) / 2);
  for (let at = to; at > lowest; at -= 1)
    if (whiteSpace.test(text.charAt(at - 1)) && !clings.test(text.slice(at, at + 2))) return at;
  return graphemeEdgeBefore(text, lowest, to);
}

function graphemeEdgeBefore(text: string, from: number, to: number): number {
  const windowStart = Math.max(from, to - 256);
  const start = splitsSurrogatePair(text, windowStart) ? windowStart + 1 : windowStart;
  const segments = [...new Intl.Segmenter("en").segment(text.slice(start, to + 64))];
  const edge = segments.findLast(({ index }) => index > 0 && start + index <= to);
  if (edge) return start + edge.index;
  // One grapheme longer than the window: nothing that a person wrote. Only whole characters can be promised.
  return splitsSurrogatePair(text, to) ? to - 1 : to;
}

/** The sections that at most so many lines, counted from the article's start, reach into. */
export function firstSections({ paragraphs, sectionStarts }: TextLayout, lines: number): number[] {
  const sectionIndexes: number[] = [];
  let above = 0;
  for (const [section, first] of sectionStarts.entries()) {
    if (above >= lines) break;
    sectionIndexes.push(section);
    for (const paragraph of paragraphs.slice(first, sectionStarts[section + 1]))
      above += estimatedLines(paragraph);
  }
  return sectionIndexes;
}
