// What holds of every span, exclusion and rejection: their segments are the text's, their type and entity are known. And of those
// that wait for their place: they are what their id says, and look at places of the text.
import type { Exclusion } from "./annotation-set.ts";
import type { Orphan } from "./orphan.ts";
import type { Rejection } from "./rejection.ts";
import { type Selector, splitsSurrogatePair } from "./selector.ts";
import type { Span } from "./span.ts";
import { has } from "./table.ts";
import { spanTypeOf } from "./tagset.ts";
import { type Law, reporter, type Violation } from "./violation.ts";

type Report = ReturnType<typeof reporter>;

export const spanLaw: Law<Span> = (span, { set, entities }, { text, tagset }) => {
  const report = reporter("spans", span.id);
  const found = [...segmentsViolations(text, span.segments, report)];
  const type = spanTypeOf(tagset, span.type);
  if (!type) found.push(report("type-unknown", { type: span.type }));
  if (span.entity !== undefined) {
    if (type && !type.refersToEntity) found.push(report("type-takes-no-entity", { type: span.type }));
    if (!has(entities, span.entity)) found.push(report("entity-missing", { entity: span.entity }));
  }
  const { annotator, origin } = span.provenance;
  if (annotator !== set.annotatorId && origin.by !== "imported" && origin.by !== "curated")
    found.push(report("annotator-differs", { annotator }));
  return found;
};

export const exclusionLaw: Law<Exclusion> = (exclusion, _annotations, { text }) =>
  selectorViolations(text, exclusion.segment, 0, reporter("exclusions", exclusion.id));

export const rejectionLaw: Law<Rejection> = (rejection, _annotations, { text }) =>
  selectorViolations(text, rejection.segment, 0, reporter("rejections", rejection.id));

/** What waits is of another text, so that its words are held to nothing. */
export const orphanLaw: Law<Orphan> = ({ id, was, near, proposals }, _annotations, { text }) => {
  const report = reporter("orphans", id);
  const outside = proposals
    .flatMap(({ segments }) => segments)
    .find(({ start, end }) => start < 0 || start >= end || end > text.length);
  return [
    ...(was.record.id === id ? [] : [report("orphan-differs", { record: was.record.id })]),
    ...(near > text.length ? [report("segment-outside-text", { start: near, end: near })] : []),
    ...(outside ? [report("segment-outside-text", { start: outside.start, end: outside.end })] : []),
  ];
};

function segmentsViolations(text: string, segments: readonly Selector[], report: Report): Violation[] {
  if (segments.length === 0) return [report("segments-empty")];
  return segments.flatMap((segment, at) => {
    const previous = segments[at - 1];
    const found = selectorViolations(text, segment, at, report);
    if (!previous) return found;
    if (segment.start < previous.start) return [...found, report("segments-unsorted", { segment: at })];
    if (segment.start < previous.end) return [...found, report("segments-overlap", { segment: at })];
    return segment.start === previous.end ? [...found, report("segments-touch", { segment: at })] : found;
  });
}

function selectorViolations(text: string, selector: Selector, segment: number, report: Report): Violation[] {
  const { start, end, quote, prefix, suffix } = selector;
  const isOffset = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
  if (!isOffset || end > text.length) return [report("segment-outside-text", { segment, start, end })];
  if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end))
    return [report("segment-cuts-character", { segment, start, end })];
  if (text.slice(start, end) !== quote) return [report("quote-differs", { segment, start, end })];
  // More or less context than we keep is another tool's choice; what is kept has to be the text's.
  if (!text.endsWith(prefix, start) || !text.startsWith(suffix, end))
    return [report("context-differs", { segment })];
  return [];
}
