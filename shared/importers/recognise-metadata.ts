// Recognises in an article's text what is about the article rather than of it, with the captions of pictures that are no longer there. Nothing
// is taken out of the text: the result is ranges. It would rather miss something than be wrong, because an analyst trusts what is greyed out.

import type { Metadata, MetadataField } from "../model/article.ts";
import { isDay } from "../model/article-about.ts";
import type { Range } from "../model/range.ts";

/** How many lines may stand before the first paragraph of the article's own. */
const headLines = 12;
const longestTitle = 160;

/**
 * The metadata of a text, in reading order, never overlapping. A byline keeps its "By" and a credit its brackets; a date
 * is the date alone, a dateline ends before its dash.
 */
export function recogniseMetadata(text: string): Metadata[] {
  const lines = linesOf(text);
  const metadataRanges: Metadata[] = [];
  const add = (field: MetadataField, part: Line | null): void => {
    if (part) metadataRanges.push({ field, start: part.start, end: part.end });
  };
  const hasFound = (field: MetadataField): boolean =>
    metadataRanges.some((metadata) => metadata.field === field);

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
  return metadataRanges;
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
function recogniseDateline(line: Line): Line | null {
  const match = form.exec(line.text.slice(0, 120));
  const words = match?.groups?.dateline;
  const name = match?.groups?.place ?? "";
  if (words === undefined || name.length < 4 || noPlace.test(name)) return null;
  return partOf(line, 0, words.length);
}

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

/** Recognises the day an article says it appeared on: an ISO date, "Aug. 19, 2025" or "19 August 2025", alone on a line or after a word such as "Published". */
interface DatedLine {
  /** The date's own words, without label, weekday and time. */
  readonly date: Line;
  /** What follows on the line. */
  readonly rest: Line | null;
}

/** The date a line opens with (after a label) or consists of; `null` otherwise. */
function recogniseDate(line: Line): DatedLine | null {
  const lineStart = line.text.slice(0, 160);
  const match = (line.text.length <= 160 ? alone.exec(lineStart) : null) ?? labelled.exec(lineStart);
  const words = match?.groups?.date;
  if (!match || words === undefined || isoDay(words) === null) return null;
  const at = match[0].indexOf(words);
  const date = partOf(line, at, at + words.length);
  return date ? { date, rest: partOf(line, match[0].length) } : null;
}

const labelOfDate = new RegExp(`^(?:${label})?${weekday}$`, "iu");
const labelOfPart = /^(?:Title|Headline|Caption|Photo caption|Image caption):$/u;
const clockOfDate = new RegExp(`^${clock}$`, "iu");

/** Whether words beside what was recognised only belong to it: “Published on”, “Tuesday,”, “Headline:”, “at 9:30 a.m.”, or no letter at all. */
export function isLabel(words: string): boolean {
  const text = words.trim();
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    labelOfPart.test(text) ||
    labelOfDate.test(`${text} `) ||
    clockOfDate.test(text)
  );
}

/** A day, a month or a year in ISO 8601, however it is written; `null` where it is none. There was no year 0. */
export function isoDate(written: string | undefined): string | null {
  if (written === undefined) return null;
  const day = isDay(written) ? written.slice(0, 10) : isoDay(written);
  return day?.startsWith("0000") ? null : day;
}

/** The day in ISO 8601 of a date as `recogniseDate` finds it; `null` for a day that its month does not have, and for other words. */
export function isoDay(words: string): string | null {
  if (!new RegExp(`^${dateForm}$`, "iu").test(words)) return null;
  const numbers = Array.from(words.matchAll(/\d+/gu), (match) => Number(match[0]));
  const named = /[a-z]{3}/iu.exec(words.replace(/\d+(?:st|nd|rd|th)/giu, ""))?.[0].toLowerCase();
  const month = named === undefined ? (numbers[1] ?? 0) : months.indexOf(named) + 1;
  const dayOfMonth = named === undefined ? (numbers[2] ?? 0) : Math.min(...numbers);
  const yearNumber = Math.max(...numbers);
  const leap = yearNumber % 4 === 0 && (yearNumber % 100 !== 0 || yearNumber % 400 === 0);
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (month < 1 || dayOfMonth > length) return null;
  return [`${yearNumber}`, ...[month, dayOfMonth].map((part) => `${part}`.padStart(2, "0"))].join("-");
}

const publisherWord =
  "(?:Post|Times|News|Press|Journal|Herald|Tribune|Guardian|Gazette|Chronicle|Courier|Observer|Star|Sun|Mirror|Globe|Register|Ledger|Record|Dispatch|Standard|Telegraph|Independent|Examiner|Bulletin|Review|Weekly|Wire|Agency|Radio|Network|Magazine|Sentinel|Inquirer|Mail|Echo|Argus|Advertiser|Reuters|Bloomberg|Politico|AP|AFP|BBC|CNN|NPR|PBS)";
const word = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
const publisherForm = new RegExp(`^(?:(?:The|the) )?(?:${word} ){0,4}?${publisherWord}(?: ${word})?$`, "u");
/** City names of two words, of which the first gives the second away. */
const cityOpening = /^(?:New|Los|Las|San|Santa|Saint|St\.|Wall|Fort|El|Salt)$/u;

const particle = "(?:de|da|di|del|della|der|den|van|von|la|le|bin|ibn|al|el|ter|ten|y|dos|du)";
const person = `(?!The )${word}(?: (?:${particle} )*${word}){1,7}`;
const people = `${person}(?:(?:,? and |,? & |, |; )${person})*`;
const desk = "(?:(?:[Ss]taff|[Oo]ur) (?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?)|[Ss]taff)";
const bylineOpening = "(?:By|BY|Words by|Written by|Reported by|Story by)(?::)? ";
const openingForm = new RegExp(`^${bylineOpening}`, "u");
const bylineForm = new RegExp(`^${bylineOpening}(?:${people}|${desk})`, "u");
/** What may stand between the names and what follows them. */
const separator = /^\s*(?:[|•·—–/(]|,(?= )|\bfor\b|\bof\b|\bat\b)\s*/u;

/** Recognises who wrote an article and for whom: "By Ana Ruiz and Tom Ley", followed on the same line or the next by the name of a publisher. */
interface Byline {
  readonly byline: Line;
  readonly publisher: Line | null;
  /** What follows, e.g. a date. */
  readonly rest: Line | null;
}

/** The byline that a line consists of; `null` for a sentence that only begins with "By". */
function recogniseByline(line: Line): Byline | null {
  if (line.text.length > 200 || /[.?!]["”’]?$/u.test(line.text)) return null;
  const match = bylineForm.exec(line.text);
  if (!match) return null;
  const textAfterNames = line.text.slice(match[0].length);
  const gap = separator.exec(textAfterNames);
  if (textAfterNames.trim() !== "" && !gap) return null;
  if (gap) return withRest(line, match[0].length, match[0].length + gap[0].length);
  const split = publisherAfterNames(match[0]);
  const byline = partOf(line, 0, split?.end ?? line.text.length);
  const publisher = split === null ? null : partOf(line, split.from);
  return byline ? { byline, publisher, rest: null } : null;
}

/** True when a line is nothing but the name of a publisher. */
function isPublisher(text: string): boolean {
  return text.length <= 60 && publisherForm.test(text);
}

/** The names end at `end`; what stands from `from` on is a publisher, a role, or something else. */
function withRest(line: Line, end: number, from: number): Byline | null {
  const remainder = partOf(line, from);
  const closing = remainder?.text.endsWith(")") ? 1 : 0;
  const inner = remainder ? partOf(line, from, line.text.length - closing) : null;
  if (inner && isPublisher(inner.text)) {
    const byline = partOf(line, 0, end);
    return byline ? { byline, publisher: inner, rest: null } : null;
  }
  // A role belongs to the byline ("By Ana Ruiz, political editor"); a sentence does not ("By Ana Ruiz, who was …").
  const isRole = remainder !== null && /^\p{Ll}[\p{L} -]{2,40}$/u.test(remainder.text);
  if (isRole) return { byline: line, publisher: null, rest: null };
  if (remainder && !/^[\d\p{Lu}]/u.test(remainder.text)) return null;
  const byline = partOf(line, 0, end);
  return byline ? { byline, publisher: null, rest: remainder } : null;
}

/**
 * Where the names end and the publisher begins that they run into ("Tom Ley Harbour Post", "Tom Ley, Harbour Post"), in
 * code units; `null` when there is none or it cannot be told: the last person is taken to have two names.
 */
function publisherAfterNames(names: string): { readonly end: number; readonly from: number } | null {
  const comma = names.lastIndexOf(", ");
  if (comma > 0 && isPublisher(names.slice(comma + 2))) return { end: comma, from: comma + 2 };
  const lastPerson =
    names
      .replace(openingForm, "")
      .split(/,? (?:and|&) |[,;] /u)
      .at(-1) ?? "";
  const words = lastPerson.split(" ");
  const surnameAt = /^\p{Lu}\.$/u.test(words[1] ?? "") ? 2 : 1;
  const wordsAfterSurname = words.slice(surnameAt + 1);
  const publisher = wordsAfterSurname.join(" ");
  const [first = ""] = wordsAfterSurname;
  const sure =
    wordsAfterSurname.length <= 2 ||
    first === "The" ||
    (wordsAfterSurname.length === 3 && cityOpening.test(first));
  const from = names.length - publisher.length;
  return wordsAfterSurname.length > 0 && sure && isPublisher(publisher) ? { end: from, from } : null;
}

// The lines of a text as what follows sees them: trimmed, never blank, and only as many as an article has.

/** A line's words without the white space around them; `text === article.slice(start, end)`. */
interface Line extends Range {
  readonly text: string;
}

/** No article has more lines; what is longer is data, in which nothing is recognised further down. */
const mostLines = 5_000;

const isLineEnd = (unit: number): boolean =>
  unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;

/** The first lines that hold more than white space. Linear in the text's length. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length && lines.length < mostLines; at += 1) {
    if (at < text.length && !isLineEnd(text.charCodeAt(at))) continue;
    const raw = at > start ? text.slice(start, at) : "";
    const trimmed = raw.trim();
    if (trimmed !== "") {
      const from = start + raw.length - raw.trimStart().length;
      lines.push({ start: from, end: from + trimmed.length, text: trimmed });
    }
    start = at + 1;
  }
  return lines;
}

/** A part of a line, by offsets into the line's own text, without the white space at its ends; `null` when blank. */
function partOf(line: Line, from: number, to: number = line.text.length): Line | null {
  const raw = line.text.slice(from, to);
  const text = raw.trim();
  if (text === "") return null;
  const start = line.start + from + raw.length - raw.trimStart().length;
  return { start, end: start + text.length, text };
}

// Captions, and the credits of who took the pictures.

interface Caption {
  readonly caption: Line | null;
  /** With its brackets or its label. */
  readonly credit: Line | null;
}

const longestCaption = 1_000;
const longestCredit = 120;

const name = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
const personOrAgency = `(?:${name}(?: (?:${name}|de|van|von|der|da|la|for|of|the)){1,5}|AP|AFP|EPA|PA|ANP|TASS|Reuters)`;
const creditAgency = `(?:(?:For|for|Via|via) (?:the |The )?)?(?:the )?${name}(?: (?:${name}|of|for|the|via)){0,5}(?:/${name}(?: ${name}){0,3})?`;
const slashedCredit = `${personOrAgency}\\s?/\\s?${creditAgency}`;
const creditLabel =
  "(?:Photo(?:graph)?s?|Images?|Pictures?|Illustration|Credits?|Photo credit|Image credit|Picture credit|File photo)";
const labelledCredit = `${creditLabel}(?: by|:| courtesy of| via)\\s?${name}[^.()]{1,100}`;
const courtesyCredit = `[Cc]ourtesy (?:of )?${name}[^()]{0,80}`;

const bracketedCredit = new RegExp(`\\((?:${slashedCredit}|${labelledCredit}|${courtesyCredit})\\)$`, "u");
const creditAtEnd = new RegExp(`(?<=[.!?”"] )(?:${labelledCredit}|AP Photo/${name}(?: ${name}){0,3})$`, "u");
const creditAlone = new RegExp(`^(?:${labelledCredit}|AP Photo/${name}(?: ${name}){0,3})$`, "u");
const captionLabel = /^(?:Caption|Photo caption|Image caption):\s+/u;

/** The caption and credit that a line consists of; `null` for any other line. Sure enough to ask of every line. */
function recogniseCaption(line: Line): Caption | null {
  if (line.text.length > longestCaption) return null;
  if (creditAlone.test(line.text)) return { caption: null, credit: line };
  const tailAt = Math.max(0, line.text.length - longestCredit);
  const tail = line.text.slice(tailAt);
  const labelLength = captionLabel.exec(line.text)?.[0].length ?? 0;
  const credit = bracketedCredit.exec(tail) ?? creditAtEnd.exec(tail);
  if (!credit) return labelLength > 0 ? { caption: partOf(line, labelLength), credit: null } : null;
  const creditAt = tailAt + credit.index;
  return { caption: partOf(line, labelLength, creditAt), credit: partOf(line, creditAt) };
}
