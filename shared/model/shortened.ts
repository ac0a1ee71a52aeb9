// Texts cut to a length, where there is room for a line alone.
import { graphemeStart } from "./graphemes.ts";

/** Code units of a mark or a part of a card where all of it is shown: more than anybody says, though a slip may tag it. */
export const longestPart = 2_000;

/**
 * A text on one line, of about `longest` UTF-16 code units at most: cut between words, or between characters where it has no spaces,
 * with one ellipsis where something was cut.
 */
export function shortened(text: string, longest: number): string {
  const words = text.replaceAll(/\s+/gu, " ").trim();
  if (words.length <= longest) return words;
  const space = words.lastIndexOf(" ", longest);
  const kept = words.slice(0, space > longest / 2 ? space : graphemeStart(words, longest));
  return `${kept.replace(/[\s…]+$/u, "")}…`;
}
