// Recognises in an article's text what is about the article rather than of it. Nothing is taken out of the text: the
// result is ranges. It would rather miss something than be wrong, because an analyst trusts what is greyed out.
import type { Metadata, MetadataField } from "../model/article.ts";
import { type Line, linesOf, partOf } from "./metadata-lines.ts";
import { isPublisher, recogniseByline } from "./recognise-byline.ts";
import { recogniseCaption } from "./recognise-caption.ts";
import { recogniseDate } from "./recognise-date.ts";
import { recogniseDateline } from "./recognise-dateline.ts";

/** How many lines may stand before the first paragraph of the article's own. */
const headLines = 12;
const longestTitle = 160;

/**
 * The metadata of a text, in reading order, never overlapping. A byline keeps its "By" and a credit its brackets; a date
 * is the date alone, a dateline ends before its dash.
 */
export function recogniseMetadata(text: string): Metadata[] {
  const lines = linesOf(text);
  const found: Metadata[] = [];
  const add = (field: MetadataField, part: Line | null): void => {
    if (part) found.push({ field, start: part.start, end: part.end });
  };
  const hasFound = (field: MetadataField): boolean => found.some((metadata) => metadata.field === field);

  /** Adds what the line is, and tells whether it is a line of the head rather than a paragraph of the article. */
  const readHeadLine = (line: Line, at: number): boolean => {
    const dated = hasFound("date") ? null : recogniseDate(line);
    if (dated) {
      add("date", dated.date);
      if (dated.rest) readHeadLine(dated.rest, at);
      return true;
    }
    const by = hasFound("byline") ? null : recogniseByline(line);
    if (by) {
      add("byline", by.byline);
      add("publisher", by.publisher);
      if (by.rest) readHeadLine(by.rest, at);
      return true;
    }
    if (readCaption(line)) return true;
    if (!hasFound("publisher") && isPublisher(line.text)) {
      add("publisher", line);
      return true;
    }
    if (at === 0 && isTitle(line, lines[1])) {
      add("title", titlePart(line));
      return true;
    }
    return isShort(line);
  };

  const readCaption = (line: Line): boolean => {
    const caption = recogniseCaption(line);
    add("caption", caption?.caption ?? null);
    add("credit", caption?.credit ?? null);
    return caption !== null;
  };

  let at = 0;
  for (let line = lines[0]; line && at < headLines; line = lines[at]) {
    if (!readHeadLine(line, at)) {
      add("dateline", recogniseDateline(line));
      break;
    }
    at += 1;
  }
  for (const line of lines.slice(at + 1)) readCaption(line);
  return found;
}

/** The recognised title's words on one line; `null` when none was recognised. */
export function titleIn(text: string, metadata: readonly Metadata[]): string | null {
  const title = metadata.find((part) => part.field === "title");
  return title ? text.slice(title.start, title.end).replace(/\s+/gu, " ").trim() : null;
}

const titleLabel = /^(?:Title|Headline):\s+/u;
const titlePart = (line: Line): Line | null => partOf(line, titleLabel.exec(line.text)?.[0].length ?? 0);

/** The first line is a title if it looks like one and something that looks like an article follows. */
function isTitle({ text }: Line, next: Line | undefined): boolean {
  const looksLikeOne =
    text.length <= longestTitle &&
    /^["“‘'«]?[\p{L}\d]/u.test(text) &&
    /\p{L}\S*\s+\S*[\p{L}\d]/u.test(text) &&
    !/^(?:By|BY) /u.test(text) &&
    !/(?:[.;,:]|\.["”’']|\b(?:19|20)\d\d)$/u.test(text);
  return looksLikeOne && next !== undefined && (!isShort(next) || isHeadOfArticle(next));
}

function isHeadOfArticle(line: Line): boolean {
  return (
    recogniseByline(line) !== null ||
    recogniseDate(line) !== null ||
    recogniseCaption(line) !== null ||
    isPublisher(line.text)
  );
}

/** Too short for a paragraph: no full sentence in it, or a few words. */
function isShort({ text }: Line): boolean {
  return text.length < 120 && !/[.?!]["”’']?$/u.test(text);
}
