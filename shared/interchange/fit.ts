// Brings standoffs into what a format can hold, and counts what is lost on the way. Exporters are only given what fits, so that
// what they write reads back as it was given to them, and the report says all that is missing.
import { codePointName } from "../errors/visible-text.ts";
import { cleanXml } from "../files/xml.ts";
import { compareRanges, overlaps, type Range } from "../model/range.ts";
import type { Capabilities, LossCount, LossKind } from "./capabilities.ts";
import { isEvidenceIn } from "./detail-values.ts";
import { countDetails } from "./flatten.ts";
import { attributionLabel, valueNames } from "./labels.ts";
import { provenanceValue } from "./provenance-value.ts";
import {
  type Standoff,
  type StandoffEntity,
  type StandoffRelation,
  type StandoffSpan,
  wordsOfSpan,
} from "./standoff.ts";
import { below } from "./units.ts";
import { snappedToWords, trimmedToWords } from "./word-tags.ts";

/** Standoffs without what is known of entities and how marks came to be, which is counted. */
export const withoutDetails = (count: LossCount): ((document: Standoff) => Standoff) => {
  const reduce = withoutEntityDetails();
  return (document) => withoutProvenance(reduce(document, count), count);
};

type Reduction = (document: Standoff, count: LossCount) => Standoff;

/** The standoffs without what the format cannot hold, one by one; what is lost is counted. */
export function fitting(capabilities: Capabilities, count: LossCount): (document: Standoff) => Standoff {
  const reductions = reductionsFor(capabilities);
  return (document) => reductions.reduce((before, reduce) => reduce(before, count), document);
}

function reductionsFor(capabilities: Capabilities): readonly Reduction[] {
  return [
    withoutRelationValues,
    withProgressAmongRemarks,
    ...(capabilities.provenance === "own"
      ? []
      : [capabilities.provenance === "values" ? withProvenanceValues : withoutProvenance]),
    ...(capabilities.entityDetails === "none" ? [withoutEntityDetails()] : []),
    ...(capabilities.characters === "xml" ? [withXmlCharacters] : []),
    ...(capabilities.textLineEnds === "crlf" ? [withCrLfText] : []),
    ...(capabilities.relations ? [] : [withoutRelations]),
    ...(capabilities.lineEnds ? [] : [withoutOuterLineEnds]),
    ...(capabilities.segments ? [] : [inOnePieceEach]),
    ...(capabilities.edges === "words" ? [atEdges(snappedToWords, "edges")] : []),
    ...(capabilities.edges === "not-in-spaces" ? [atEdges(trimmedToWords, "spaces")] : []),
    ...(capabilities.overlaps === "all" ? [] : [apart(capabilities.overlaps)]),
    ...(capabilities.values ? [] : [withoutValues]),
    ...(capabilities.annotators ? [] : [withoutAnnotator]),
  ];
}

/** No format that is written has a place for them. */
const withoutRelationValues: Reduction = (document, count) => {
  const relations = document.relations.map(({ values = [], ...relation }) => {
    for (const { name, value } of values)
      count.add("relation-values", `${relation.label}, ${name}: ${value}`);
    return relation;
  });
  return { ...document, relations };
};

/** What an annotator says of a text as a whole is no mark on it. */
const withProgressAmongRemarks: Reduction = ({ progress, ...document }) => {
  if (!progress) return document;
  const by = document.annotator === null ? [] : [`by: ${document.annotator}`];
  const said = ["state", ...by, progress.note, progress.state === null ? "" : `state: ${progress.state}`];
  return {
    ...document,
    remarks: [
      ...(document.remarks ?? []),
      said.flatMap((part) => (part === "" ? [] : [part.replace(/\s+/gu, " ").trim()])).join(" · "),
    ],
  };
};

const withProvenanceValues: Reduction = (document) => ({
  ...document,
  spans: document.spans.map(({ provenance, ...span }) =>
    provenance === undefined
      ? span
      : {
          ...span,
          values: [...span.values, { name: valueNames.provenance, value: provenanceValue(provenance) }],
        },
  ),
});

const withoutProvenance: Reduction = (document, count) => ({
  ...document,
  spans: document.spans.map(({ provenance, ...span }) => {
    if (provenance !== undefined) count.add("provenance");
    return span;
  }),
});

/** What is known of each entity is told once, whoever annotated it. */
function withoutEntityDetails(): Reduction {
  const counted = new Set<string>();
  return ({ entities = [], ...document }, count) => {
    for (const entity of entities) {
      if (!counted.has(entity.id)) countDetails(entity, count);
      counted.add(entity.id);
    }
    return document;
  };
}

/** Every text in a value. */
function textsMapped<Of>(value: Of, map: (text: string) => string): Of {
  if (typeof value === "string") return map(value) as Of;
  if (Array.isArray(value)) return value.map((one) => textsMapped(one, map)) as Of;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, textsMapped(one, map)])) as Of;
}

/** Puts U+FFFD in the place of each, so that every offset stays what it is. */
const withXmlCharacters: Reduction = (document, count) => {
  const clean = (text: string): string =>
    cleanXml(text, (character) => count.add("characters", codePointName(character)));
  return {
    ...document,
    ...(document.about && { about: textsMapped(document.about, clean) }),
    ...(document.tags && { tags: document.tags.map(clean) }),
    ...(document.original !== undefined && { original: clean(document.original) }),
    ...(document.remarks && { remarks: document.remarks.map(clean) }),
    ...(document.entities && { entities: textsMapped(document.entities, clean) }),
    title: clean(document.title),
    text: clean(document.text),
    annotator: document.annotator === null ? null : clean(document.annotator),
    spans: document.spans.map((span) => ({
      ...span,
      label: clean(span.label),
      values: span.values.map(({ name, value }) => ({ name: clean(name), value: clean(value) })),
    })),
    relations: document.relations.map((relation) => ({ ...relation, label: clean(relation.label) })),
  };
};

const withCrLfText: Reduction = (document, count) => {
  const { text, changed, offset } = withCrLf(document.text);
  if (changed === 0) return document;
  count.add("text-line-ends", undefined, changed);
  const moved = ({ start, end }: Range): Range => ({ start: offset(start), end: offset(end) });
  const spans = document.spans.map((span) => ({ ...span, segments: span.segments.map(moved) }));
  const { metadata, entities } = document;
  return {
    ...{ ...document, text, spans },
    ...(metadata && { metadata: metadata.map((part) => ({ ...part, ...moved(part) })) }),
    ...(entities && { entities: entities.map((entity) => withEvidence(entity, document, moved)) }),
  };
};

/** With evidence that stands in the text of its standoff where this leads. */
function withEvidence(entity: StandoffEntity, of: Standoff, moved: (range: Range) => Range): StandoffEntity {
  const evidence = entity.anonymity?.evidence;
  if (!entity.anonymity || !evidence || !isEvidenceIn(of, evidence)) return entity;
  const segment = { ...evidence.segment, ...moved(evidence.segment) };
  return { ...entity, anonymity: { ...entity.anonymity, evidence: { ...evidence, segment } } };
}

/** Cards are nothing but relations and what is said of them. */
const withoutRelations: Reduction = (document, count) => {
  const cards = document.spans.filter(({ label }) => label === attributionLabel);
  for (const card of cards) count.add("cards", wordsOfSpan(document.text, card));
  const isCard = new Set(cards.map(({ id }) => id));
  for (const { label, from } of document.relations) if (!isCard.has(from)) count.add("relations", label);
  return { ...document, spans: document.spans.filter(({ id }) => !isCard.has(id)), relations: [] };
};

const lineEnd = /[\r\n]/u;

/** Without line ends at the edges of segments, or between two that nothing else parts. */
const withoutOuterLineEnds: Reduction = ({ text, ...document }, count) => {
  const fitted = document.spans.map((span) => {
    const segments = joinedOverLineEnds(
      text,
      span.segments.flatMap((segment) => withinLineEnds(text, segment)),
    );
    const isSame =
      segments.length === span.segments.length &&
      segments.every(
        ({ start, end }, at) => start === span.segments[at]?.start && end === span.segments[at]?.end,
      );
    if (isSame) return span;
    count.add("line-ends", wordsOfSpan(text, span));
    return { ...span, segments };
  });
  return withSpans(
    { ...document, text },
    fitted.filter(({ segments }) => segments.length > 0),
  );
};

function withinLineEnds(text: string, { start, end }: Range): readonly Range[] {
  let [from, to] = [start, end];
  while (from < to && lineEnd.test(text.charAt(from))) from += 1;
  while (from < to && lineEnd.test(text.charAt(to - 1))) to -= 1;
  return from < to ? [{ start: from, end: to }] : [];
}

/** A span for each piece; the first one keeps the relations and values. */
const inOnePieceEach: Reduction = (document, count) => {
  const usedIds = new Set(document.spans.map(({ id }) => id));
  const spans = document.spans.flatMap((span) => {
    const [first, ...further] = span.segments;
    if (!first || further.length === 0) return [span];
    count.add("segments", wordsOfSpan(document.text, span));
    // The words of a card are only where it is anchored.
    if (span.label === attributionLabel) return [{ ...span, segments: [first] }];
    return [
      { ...span, segments: [first] },
      ...further.map((segment, at) => ({
        id: freeId(`${span.id}-${at + 2}`, usedIds),
        label: span.label,
        segments: [segment],
        values: [],
      })),
    ];
  });
  return { ...document, spans };
};

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  while (taken.has(free)) free += "-";
  taken.add(free);
  return free;
}

const atEdges =
  (moved: (text: string, segments: readonly Range[]) => readonly Range[], loss: LossKind): Reduction =>
  (document, count) => {
    const spans = document.spans.map((span) => {
      const segments = moved(document.text, span.segments);
      const isSame =
        segments.length === span.segments.length &&
        segments.every(
          ({ start, end }, at) => start === span.segments[at]?.start && end === span.segments[at]?.end,
        );
      if (isSame) return span;
      count.add(loss, wordsOfSpan(document.text, span));
      return { ...span, segments };
    });
    return withSpans(
      document,
      spans.filter(({ segments }) => segments.length > 0),
    );
  };

/** Of spans that share characters, the one that begins first stays, of those the longest. */
const apart =
  (allowed: "other-labels" | "none"): Reduction =>
  (document, count) => {
    const lastHulls = new Map<string, Range>();
    const keptIds = new Set<string>();
    const ordered = [...document.spans].sort((a, b) => compareRanges(hullOf(a), hullOf(b)));
    for (const span of ordered) {
      const lane = allowed === "none" ? "" : span.label;
      const previousHull = lastHulls.get(lane);
      const hull = hullOf(span);
      if (previousHull && overlaps(previousHull, hull))
        count.add("overlaps", wordsOfSpan(document.text, span));
      else {
        lastHulls.set(lane, hull);
        keptIds.add(span.id);
      }
    }
    return withSpans(
      document,
      document.spans.filter(({ id }) => keptIds.has(id)),
    );
  };

function hullOf({ segments }: StandoffSpan): Range {
  return { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 };
}

const withoutValues: Reduction = (document, count) => {
  for (const { values } of document.spans)
    for (const { name, value } of values)
      if (name === valueNames.entity) count.add("entities", value);
      else if (name !== valueNames.entityType && name !== valueNames.entityKey)
        count.add("values", `${name}: ${value}`);
  return { ...document, spans: document.spans.map((span) => ({ ...span, values: [] })) };
};

const withoutAnnotator: Reduction = (document, count) => {
  if (document.annotator !== null) count.add("annotators", document.annotator);
  return { ...document, annotator: null };
};

/** With these spans, and without the relations of those that are gone. */
function withSpans(document: Standoff, spans: readonly StandoffSpan[]): Standoff {
  if (spans.length === document.spans.length) return { ...document, spans };
  const spanIds = new Set(spans.map(({ id }) => id));
  return {
    ...document,
    spans,
    relations: document.relations.filter(({ from, to }) => spanIds.has(from) && spanIds.has(to)),
  };
}

// Cuts spans at line ends, for formats whose spans may not hold one, and puts them together again where nothing else parts them.

/** The segments, those together that only line ends part. */
function joinedOverLineEnds(text: string, segments: readonly Range[]): readonly Range[] {
  const mergedRanges: Range[] = [];
  for (const { start, end } of segments) {
    const lastRange = mergedRanges.at(-1);
    if (lastRange && /^[\r\n]+$/u.test(text.slice(lastRange.end, start)))
      mergedRanges[mergedRanges.length - 1] = { start: lastRange.start, end };
    else mergedRanges.push({ start, end });
  }
  return mergedRanges;
}

/** The text with every line end as CR LF, how many were not, and where an offset then lies; one within a CR LF stays within it. */
function withCrLf(text: string): {
  readonly text: string;
  readonly changed: number;
  offset(before: number): number;
} {
  const lone = Array.from(text.matchAll(/\r(?!\n)|(?<!\r)\n/gu), ({ index }) => index);
  return {
    text: text.replace(/\r\n|[\r\n]/gu, "\r\n"),
    changed: lone.length,
    offset: (before) => before + below(lone.length, (at) => (lone[at] ?? before) < before),
  };
}

export function withJoinedLines(document: Standoff): Standoff {
  return {
    ...document,
    spans: document.spans.map((span) => ({
      ...span,
      segments: joinedOverLineEnds(document.text, span.segments),
    })),
  };
}

/** The stretch in pieces without line ends. */
export function cutAtLineEnds(text: string, { start, end }: Range): readonly Range[] {
  return Array.from(text.slice(start, end).matchAll(/[^\r\n]+/gu), ({ 0: piece, index }) => ({
    start: start + index,
    end: start + index + piece.length,
  }));
}

// For formats whose spans are in one piece but that have relations: a span of several pieces is written as one span each, every
// one tied to the next by a relation, and read as one again.

/** Leads from a piece to the next one of the same span. */
export const nextPieceLabel = "continued_by";

export function inPieces(document: Standoff): Standoff {
  const usedIds = new Set(document.spans.map(({ id }) => id));
  const ties: StandoffRelation[] = [];
  const spans = document.spans.flatMap((span) => {
    let previousId = span.id;
    return span.segments.map((segment, at): StandoffSpan => {
      if (at === 0) return { ...span, segments: [segment] };
      let id = `${span.id}.${at + 1}`;
      while (usedIds.has(id)) id += ".";
      usedIds.add(id);
      ties.push({ label: nextPieceLabel, from: previousId, to: id });
      previousId = id;
      return { id, label: span.label, segments: [segment], values: [] };
    });
  });
  return { ...document, spans, relations: [...document.relations, ...ties] };
}

/** Puts pieces together; ties that fit no span (in a circle, of different labels) stay relations. */
export function withJoinedPieces(document: Standoff): Standoff {
  const spans = new Map(document.spans.map((span) => [span.id, span]));
  const nextIds = new Map<string, string>();
  const pieces = new Set<string>();
  const relations = document.relations.filter((relation) => {
    const { label, from, to } = relation;
    const [first, second] = [spans.get(from), spans.get(to)];
    const isTie =
      label === nextPieceLabel &&
      first?.label === second?.label &&
      second?.values.every(({ name }) => name === valueNames.provenance) &&
      !nextIds.has(from) &&
      !pieces.has(to) &&
      (first?.segments.at(-1)?.end ?? Infinity) <= (second?.segments[0]?.start ?? -1);
    if (!isTie) return true;
    nextIds.set(from, to);
    pieces.add(to);
    return false;
  });
  if (pieces.size === 0) return document;
  const wholes = new Map<string, string>();
  const joinPieces = (span: StandoffSpan): StandoffSpan => {
    const segments = [...span.segments];
    for (let id = nextIds.get(span.id); id !== undefined; id = nextIds.get(id)) {
      wholes.set(id, span.id);
      segments.push(...(spans.get(id)?.segments ?? []));
    }
    return { ...span, segments: segments.sort(compareRanges) };
  };
  const joinedSpans = document.spans.filter(({ id }) => !pieces.has(id)).map(joinPieces);
  // What is tied to a piece is tied to the span that it belongs to.
  const wholeIdOf = (id: string): string => wholes.get(id) ?? id;
  return {
    ...document,
    spans: joinedSpans,
    relations: relations.map(({ from, to, ...relation }) => ({
      ...relation,
      from: wholeIdOf(from),
      to: wholeIdOf(to),
    })),
  };
}
