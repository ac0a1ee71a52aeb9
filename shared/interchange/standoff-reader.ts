// Shared by the readers of foreign formats: each span and relation is held against the text before it is taken, and what cannot be taken is
// rejected with place and reason, item by item, so that all that was in the file is accounted for.
import { type FileFinding, wrong } from "../files/finding.ts";
import { joinRanges, type Range } from "../model/range.ts";
import { findSelector } from "../model/selector.ts";
import { type Message, message, type Text } from "../words/message.ts";
import { factsOf, withDetailsApart } from "./detail-values.ts";
import { valueNames } from "./labels.ts";
import {
  lengthOfWords,
  type NamedValue,
  type Standoff,
  type StandoffRelation,
  type StandoffSpan,
  wordsOfSpan,
} from "./standoff.ts";
import type { PassedOver } from "./tally.ts";
import { type Counting, countingOf, type OffsetUnit } from "./units.ts";

/** Of a value that is said of a mark which is not there. */
export const saidOfNothing = (where: Text, id: string, name: string): FileFinding => ({
  ...wrong(
    where,
    message("interchange.reference-missing", { id: id.slice(0, 60) }),
    message("interchange.left-out"),
  ),
  ...{ units: 0, value: { of: "", name, why: "no-mark" } },
});

/** A span as a file has it: unchecked. */
export interface ReadSpan {
  readonly id: string;
  readonly label: string;
  /** Counted in the format's unit. */
  readonly segments: readonly { readonly start: unknown; readonly end: unknown }[];
  readonly values?: readonly NamedValue[];
  /** The words of the segments, joined by a blank, where the format repeats them; and what stands around, where it says that. */
  readonly words?: string;
  readonly context?: { readonly prefix: string; readonly suffix: string };
  readonly where: Text;
  /** The file that it stands in, where a standoff is read from several. */
  readonly file?: string;
  /** As of a span that was taken. */
  readonly isTrigger?: true;
}

export interface ReadRelation extends StandoffRelation {
  readonly where: Text;
  /** As of a span. */
  readonly file?: string;
}

export interface ReadStandoff {
  readonly document: Standoff;
  readonly rejected: readonly FileFinding[];
  /** Of what was taken: spans that stood where their words do not, and were put where these stand. */
  readonly moved: readonly FileFinding[];
  /** What of the file holds no marks. */
  readonly passed?: readonly PassedOver[];
}

export interface StandoffText extends Pick<Standoff, "article" | "title" | "text" | "annotator"> {
  /** What the file says of the article, as names and values (`detail-values.ts`). */
  readonly facts?: readonly NamedValue[];
}

/**
 * Takes what can be taken. `units`: the one that the format prescribes, then others that programs are known to write in its
 * place; the first by which all quotes are the text at their places is the file's.
 */
export function readStandoff(
  { facts = [], ...of }: StandoffText,
  {
    units,
    spans,
    relations,
  }: {
    readonly units: readonly [OffsetUnit, ...OffsetUnit[]];
    readonly spans: readonly ReadSpan[];
    readonly relations: readonly ReadRelation[];
  },
): ReadStandoff {
  const counting = countingThatFits(of.text, units, spans);
  const spaced = betweenSpaces(of.text);
  const rejected: FileFinding[] = [];
  const moved: FileFinding[] = [];
  const spansById = new Map<string, StandoffSpan>();
  const reject = ({ where, file }: FindingPlace, what: Message): void => {
    rejected.push({ ...wrong(where, what, message("interchange.left-out")), ...inFile(file), units: 1 });
  };
  for (const span of spans) {
    const places = rangesOf(of.text, span, counting, spaced);
    if ("what" in places) reject(span, places.what);
    else if (spansById.has(span.id))
      reject(span, message("findings.repeated-id", { id: span.id.slice(0, 60) }));
    else {
      if (places.isMoved)
        moved.push({
          ...wrong(span.where, message("interchange.moved"), message("interchange.check-place")),
          ...inFile(span.file),
        });
      const { kept, others } = oneOfEachName(span.values ?? []);
      for (const other of others) rejected.push(saidAgain(span, other));
      spansById.set(span.id, {
        ...{ id: span.id, label: span.label, segments: places.ranges, values: kept },
        ...inFile(span.file),
        ...(span.isTrigger && { isTrigger: true }),
      });
    }
  }
  const validRelations = relations.filter((relation) => {
    const { from, to } = relation;
    const missing = [from, to].find((id) => !spansById.has(id));
    if (missing !== undefined)
      reject(
        { file: spansById.get(from)?.file, ...relation },
        message("interchange.reference-missing", { id: missing.slice(0, 60) }),
      );
    return missing === undefined;
  });
  const article = factsOf(facts, of.text, counting);
  const details = withDetailsApart([...spansById.values()], of.text, counting);
  const document = {
    ...article.facts,
    ...(details.entities.length > 0 && { entities: details.entities }),
    ...of,
    spans: details.spans,
    relations: validRelations.map(({ label, from, to, values = [] }) => ({
      ...{ label, from, to },
      ...(values.length > 0 && { values }),
    })),
  };
  return { document, rejected, moved, ...(article.unread.length > 0 && { passed: article.unread }) };
}

/** A value of a span of which another one of its name was taken. */
const saidAgain = ({ where, file, label }: ReadSpan, { name, value }: NamedValue): FileFinding => ({
  ...wrong(
    where,
    message("interchange.value-again", { name, value: value.slice(0, 60) }),
    message("interchange.left-out"),
  ),
  ...{ ...inFile(file), units: 0, value: { of: label, name, why: "again" as const } },
});

type FindingPlace = { readonly where: Text; readonly file?: string | undefined };

const inFile = (file: string | undefined) => (file === undefined ? {} : { file });

function countingThatFits(
  text: string,
  units: readonly [OffsetUnit, ...OffsetUnit[]],
  spans: readonly ReadSpan[],
): Counting {
  const countings = units.map((unit) => countingOf(text, unit));
  const fitting = countings.find((counting) =>
    spans.every((span) => "ranges" in placesOf(text, span, counting)),
  );
  return fitting ?? countingOf(text, units[0]);
}

type Places =
  | { readonly ranges: readonly Range[]; readonly isMoved?: true }
  | { readonly what: Message; readonly isQuote?: true };

/** The segments where they are said to be, or where their words are found again in one place only. */
function rangesOf(
  text: string,
  span: ReadSpan,
  counting: Counting,
  spaced: (quote: string) => Range | null,
): Places {
  const places = placesOf(text, span, counting);
  if ("ranges" in places || !places.isQuote) return places;
  const quote = span.words;
  if (quote === undefined || span.segments.length > 1) return places;
  const start = counting.from(span.segments[0]?.start) ?? -1;
  const { prefix = "", suffix = "" } = span.context ?? {};
  const match = findSelector(text, { start, end: start + quote.length, quote, prefix, suffix });
  if ("range" in match) return { ranges: [match.range], isMoved: true };
  const loose = spaced(quote);
  return loose ? { ranges: [loose], isMoved: true } : places;
}

/** Each goes through the whole text, so that a file of nothing but wrong quotes would take for ever. */
const mostLooseSearches = 2_000;

/** Finds the one place where words stand with other white space between them. The text is gone through once, when it is first asked. */
function betweenSpaces(text: string): (quote: string) => Range | null {
  let searchesLeft = mostLooseSearches;
  let squeezedText: { readonly plain: string; readonly offsets: readonly number[] } | null = null;
  const squeeze = () => {
    const offsets: number[] = [];
    let plain = "";
    for (const { 0: piece, index } of text.matchAll(/\s+|\S+/gu)) {
      const squeezedPiece = squeezed(piece);
      for (let at = 0; at < squeezedPiece.length; at += 1) offsets.push(index + at);
      plain += squeezedPiece;
    }
    return { plain, offsets };
  };
  return (quote) => {
    const words = squeezed(quote).trim();
    searchesLeft -= 1;
    if (words === "" || searchesLeft < 0) return null;
    squeezedText ??= squeeze();
    const { plain, offsets } = squeezedText;
    const at = plain.indexOf(words);
    if (at < 0 || plain.indexOf(words, at + 1) >= 0) return null;
    return { start: offsets[at] ?? 0, end: (offsets[at + words.length - 1] ?? 0) + 1 };
  };
}

/** The same words, whatever white space is between them. */
function areWords(text: string, segments: readonly Range[], words: string): boolean {
  if (lengthOfWords(segments) >= 2 * words.length + 1_000) return false;
  const segmentWords = wordsOfSpan(text, { segments });
  return segmentWords === words || squeezed(segmentWords) === squeezed(words);
}

const squeezed = (text: string): string => text.replace(/\s+/gu, " ");

function placesOf(text: string, { segments, words }: ReadSpan, counting: Counting): Places {
  if (words === undefined && segments.length > 0 && segments.every(isNowhere))
    return { what: message("interchange.about-whole-text") };
  const ranges: Range[] = [];
  const quoted = words === undefined ? {} : { isQuote: true as const };
  for (const segment of segments) {
    const [start, end] = [counting.from(segment.start), counting.from(segment.end)];
    const shownOffsets = { start: shownOffset(segment.start), end: shownOffset(segment.end) };
    if (start === null || end === null || start > end)
      return { what: message("interchange.outside-text", shownOffsets), ...quoted };
    if (start === end) return { what: message("interchange.empty-span", shownOffsets) };
    ranges.push({ start, end });
  }
  const [first] = segments;
  if (!first) return { what: message("interchange.no-place") };
  if (words !== undefined && !areWords(text, ranges, words)) {
    const shownOffsets = { start: shownOffset(first.start), end: shownOffset(segments.at(-1)?.end) };
    return { what: message("findings.quote-differs", shownOffsets), ...quoted };
  }
  return { ranges: joinRanges(ranges) };
}

const isNowhere = ({ start, end }: ReadSpan["segments"][number]): boolean =>
  start === undefined && end === undefined;

const shownOffset = (offset: unknown): string =>
  (typeof offset === "object" && offset !== null ? "{…}" : String(offset)).slice(0, 20);

/** One of each name: all notes together, each a line; of other values the first, and what else there is. */
function oneOfEachName(values: readonly NamedValue[]): {
  readonly kept: readonly NamedValue[];
  readonly others: readonly NamedValue[];
} {
  const valuesByName = new Map<string, Set<string>>();
  for (const { name, value } of values) {
    const earlierValues = valuesByName.get(name);
    if (earlierValues) earlierValues.add(value);
    else valuesByName.set(name, new Set([value]));
  }
  const others: NamedValue[] = [];
  const firstValues = Array.from(valuesByName, ([name, all]) => {
    if (name === valueNames.note) return { name, value: [...all].join("\n") };
    const [value = "", ...more] = all;
    for (const furtherValue of more) others.push({ name, value: furtherValue });
    return { name, value };
  });
  return { kept: firstValues, others };
}
