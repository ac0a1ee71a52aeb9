// Recognises the day an article says it appeared on: an ISO date, "Aug. 19, 2025" or "19 August 2025", alone on a line or
// after a word such as "Published".
import { type Line, partOf } from "./metadata-lines.ts";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthWord =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const day = "(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?";
const year = "(?:19|20)\\d\\d";
const dateForm = `(?:${year}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])|${monthWord} ${day},? ${year}|${day} ${monthWord},? ${year})`;
const label =
  "(?:date(?:line)?|published|first published|originally published|posted|updated|last updated|last modified)(?: on| at)?\\s*:?\\s+";
const weekday = "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\\.?,? )?";
const clock =
  "(?:[T,]?\\s*(?:at )?\\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?(?:\\.\\d+)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:Z|[+-]\\d\\d:?\\d\\d|[A-Z]{2,4})?)?";

const labelled = new RegExp(`^${label}${weekday}(?<date>${dateForm})(?!\\d)${clock}`, "iu");
const alone = new RegExp(`^(?:${label})?${weekday}(?<date>${dateForm})${clock}$`, "iu");

export interface DatedLine {
  /** The date's own words, without label, weekday and time. */
  readonly date: Line;
  /** What follows on the line. */
  readonly rest: Line | null;
}

/** The date a line opens with (after a label) or consists of; `null` otherwise. */
export function recogniseDate(line: Line): DatedLine | null {
  const opening = line.text.slice(0, 160);
  const match = (line.text.length <= 160 ? alone.exec(opening) : null) ?? labelled.exec(opening);
  const words = match?.groups?.date;
  if (!match || words === undefined || !isCalendarDay(words)) return null;
  const at = match[0].indexOf(words);
  const date = partOf(line, at, at + words.length);
  return date ? { date, rest: partOf(line, match[0].length) } : null;
}

/** False for a day that its month does not have. */
function isCalendarDay(words: string): boolean {
  const numbers = Array.from(words.matchAll(/\d+/gu), (match) => Number(match[0]));
  const named = /[a-z]{3}/iu.exec(words.replace(/\d+(?:st|nd|rd|th)/giu, ""))?.[0].toLowerCase();
  const month = named === undefined ? (numbers[1] ?? 0) : months.indexOf(named) + 1;
  const dayOfMonth = named === undefined ? (numbers[2] ?? 0) : Math.min(...numbers);
  const yearNumber = Math.max(...numbers);
  const leap = yearNumber % 4 === 0 && (yearNumber % 100 !== 0 || yearNumber % 400 === 0);
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && dayOfMonth <= length;
}
