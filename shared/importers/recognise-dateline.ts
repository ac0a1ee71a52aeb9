// Recognises the place that opens an article's first paragraph: "KYIV, Ukraine (AP) —", "LONDON, Aug 19 (Reuters) -".
import { type Line, partOf } from "./metadata-lines.ts";

const place = "\\p{Lu}[\\p{Lu}\\p{M}’'.-]+(?: (?:\\p{Lu}[\\p{Lu}\\p{M}’'.-]+|\\p{Lu}\\.))*";
const region = "(?:, [\\p{L}\\p{M}. ]{2,30}?(?: \\d{1,2})?){0,2}";
const agency = "(?: \\([\\p{L} /]{2,30}\\))?";
const form = new RegExp(
  `^(?<dateline>(?<place>${place})${region}${agency}) (?:—|–|--|-) ?(?=["“‘(]?[\\p{Lu}\\d])`,
  "u",
);
/** What also stands in capitals before a dash. */
const noPlace =
  /\b(?:BREAKING|UPDATE|UPDATED|LIVE|WATCH|EXCLUSIVE|OPINION|ANALYSIS|VIDEO|PHOTOS|NEWS|ALERT|READ|NATO|NASA)\b/u;

/** The dateline that a paragraph opens with, without its dash; `null` when it opens with anything else. */
export function recogniseDateline(line: Line): Line | null {
  const match = form.exec(line.text.slice(0, 120));
  const words = match?.groups?.dateline;
  const name = match?.groups?.place ?? "";
  if (words === undefined || name.length < 4 || noPlace.test(name)) return null;
  return partOf(line, 0, words.length);
}
