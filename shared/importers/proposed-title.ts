// Proposes a title for an article whose text has none: the first words of its own, not the date, the caption or the byline above them.
import type { Metadata } from "../model/article.ts";

/** Code units of a title that is made from first words. */
const longest = 60;
/** Code units of a text that are looked at. */
const searchedLength = 10_000;

/** What may be left of a line whose date or names are gone: "date", "Updated:", "Published |". */
const label =
  /^(?:date|updated|published|posted|created|last updated|by|photo|credit|datum|stand|aktualisiert|veröffentlicht|von|foto)?[\s:|•·–—-]*$/iu;

/** `metadata`: what was recognised in the text, in order. On one line; empty only for a text without a word. */
export function proposedTitle(text: string, metadata: readonly Metadata[]): string {
  const title = metadata.find(({ field }) => field === "title");
  if (title) return oneLine(text.slice(title.start, title.end));
  const titleLine = linesWithout(text.slice(0, searchedLength), metadata).find(
    (line) => !label.test(line.trim()),
  );
  return firstWords(titleLine ?? text.slice(0, searchedLength));
}

const oneLine = (words: string): string => words.replace(/\s+/gu, " ").trim();

/** The lines of the text with nothing in the place of what was recognised. */
function linesWithout(text: string, metadata: readonly Metadata[]): readonly string[] {
  let remainingText = "";
  let from = 0;
  for (const { start, end } of metadata) {
    if (start < from || start >= text.length) continue;
    remainingText += text.slice(from, start);
    from = end;
  }
  return `${remainingText}${text.slice(from)}`
    .split(/[\n\r\u2028\u2029]+/u)
    .map((line) => line.replace(/^[\s:|•·–—-]+/u, ""));
}

function firstWords(text: string): string {
  const [first = "", ...words] = text.split(/\s+/u).filter((word) => word !== "");
  let title = first;
  for (const word of words) {
    if (title.length + word.length >= longest) return `${title}…`;
    title += ` ${word}`;
  }
  return title.length > longest ? `${[...title].slice(0, longest).join("")}…` : title;
}
