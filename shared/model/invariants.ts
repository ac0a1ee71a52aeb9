// The laws of an annotation set, and two ways to hold it to them: all of it (when a file is read), or only what a change
// touched (at every keystroke and every save).
import { type AnnotationSet, type Annotations, tableFor } from "./annotation-set.ts";
import { type Appearance, appearanceId } from "./appearance.ts";
import { cardLaw, longestNote } from "./card-laws.ts";
import type { Change, RecordsChange } from "./change.ts";
import type { Decision } from "./decision.ts";
import { type Entity, entityBehind } from "./entity.ts";
import type { Exclusion } from "./exclusion.ts";
import { type Id, isId } from "./id.ts";
import type { Orphan } from "./orphan.ts";
import type { Progress } from "./progress.ts";
import { type AnyRecord, type RecordKind, type RecordOf, recordKinds } from "./record-kinds.ts";
import type { Rejection } from "./rejection.ts";
import type { Remark } from "./remark.ts";
import { type Selector, splitsSurrogatePair } from "./selector.ts";
import type { Span } from "./span.ts";
import { get, has, records } from "./table.ts";
import { spanTypeOf } from "./tagset.ts";
import { type InvariantContext, type Law, reporter, type Violation } from "./violation.ts";
import type { Waiver } from "./waiver.ts";

/** Everything that is wrong with the set and its entities, record by record. */
export function violations(annotations: Annotations, context: InvariantContext): Violation[] {
  return [
    ...setViolations(annotations.set, context),
    ...recordKinds.flatMap((kind) =>
      violationsAmong(kind, records(tableFor(annotations, kind)), annotations, context),
    ),
  ];
}

/**
 * What is wrong, after a change, with the records it touched and those that refer to them. `annotations` is the state
 * after the change. Costs no more than the change and its neighbours. A set that had no violation has none outside.
 */
export function violationsOf(
  annotations: Annotations,
  change: Change,
  context: InvariantContext,
): Violation[] {
  return recordKinds.flatMap((kind) => {
    const table = tableFor(annotations, kind);
    const ids = new Set([...idsOf(change[kind]), ...referringIds(annotations, change, kind)]);
    const touched = [...ids].flatMap((id) => get(table, id) ?? []);
    return violationsAmong(kind, touched, annotations, context);
  });
}

function violationsAmong<Kind extends RecordKind>(
  kind: Kind,
  toCheck: Iterable<RecordOf<Kind>>,
  annotations: Annotations,
  context: InvariantContext,
): Violation[] {
  const law: Law<RecordOf<Kind>> = laws[kind];
  const violationsOfKind: Violation[] = [];
  for (const record of toCheck)
    violationsOfKind.push(
      ...idViolations(annotations, kind, record.id),
      ...law(record, annotations, context),
    );
  return violationsOfKind;
}

function setViolations(set: AnnotationSet, { articleId, annotatorIds }: InvariantContext): Violation[] {
  const report = reporter("set", set.annotatorId);
  const violationsOfSet: Violation[] = [];
  for (const id of [set.articleId, set.annotatorId])
    if (!isId(id)) violationsOfSet.push(report("id-malformed", { id }));
  if (set.articleId !== articleId)
    violationsOfSet.push(report("article-differs", { article: set.articleId }));
  if (annotatorIds && !annotatorIds.includes(set.annotatorId))
    violationsOfSet.push(report("annotator-unknown"));
  return violationsOfSet;
}

/** Ids are unique over all kinds, because `uses` tells records apart by id alone. */
function idViolations(annotations: Annotations, kind: RecordKind, id: Id): Violation[] {
  const report = reporter(kind, id);
  const shared = recordKinds.filter((other) => other !== kind && has(tableFor(annotations, other), id));
  return [
    ...(isId(id) ? [] : [report("id-malformed", { id })]),
    ...shared.map((other) => report("id-not-unique", { other })),
  ];
}

function idsOf(change: RecordsChange<AnyRecord> | undefined): Id[] {
  if (!change) return [];
  return [...change.added, ...change.removed, ...change.updated.map(({ to }) => to)].map(({ id }) => id);
}

/** The records of a kind that refer to what a change touched; of entities, those merged into one that it took away. */
function referringIds({ set, entities }: Annotations, change: Change, kind: RecordKind): Id[] {
  const usersOfAll = (ids: readonly Id[]): Id[] => ids.flatMap((id) => get(set.uses, id)?.by ?? []);
  if (kind === "spans") return usersOfAll(idsOf(change.entities));
  if (kind === "attributions") return usersOfAll([...idsOf(change.spans), ...idsOf(change.attributions)]);
  const removedIds = new Set(kind === "entities" ? change.entities?.removed.map(({ id }) => id) : []);
  if (removedIds.size === 0) return [];
  return [...records(entities)].flatMap(({ id, mergedInto }) =>
    mergedInto !== undefined && removedIds.has(mergedInto) ? [id] : [],
  );
}

/** What holds of every entity of the registry: it has a name, its aliases are other names, each once, and what it was merged into is there. */
const entityLaw: Law<Entity> = (entity, { entities }) => {
  const report = reporter("entities", entity.id);
  const violationsOfEntity = entity.name.trim() === "" ? [report("name-empty")] : [];
  entity.aliases.forEach((alias, at) => {
    if (alias.trim() === "") violationsOfEntity.push(report("alias-empty"));
    else if (alias === entity.name) violationsOfEntity.push(report("alias-is-name", { alias }));
    else if (entity.aliases.indexOf(alias) < at) violationsOfEntity.push(report("alias-repeated", { alias }));
  });
  if (entity.mergedInto !== undefined) {
    if (!get(entities, entity.mergedInto))
      violationsOfEntity.push(report("merged-into-missing", { entity: entity.mergedInto }));
    else if (entityBehind(entities, entity.id)?.mergedInto !== undefined)
      violationsOfEntity.push(report("merge-circle"));
  }
  return violationsOfEntity;
};

/** What holds of what an annotator says of a set: progress is about its own article; notes, reasons and remarks are of bearable length. */
const waiverLaw: Law<Waiver> = ({ id, reason }) =>
  reason.length > longestNote ? [reporter("waivers", id)("note-too-long", { length: reason.length })] : [];

const remarkLaw: Law<Remark> = ({ id, text }) =>
  text.length > longestNote ? [reporter("remarks", id)("note-too-long", { length: text.length })] : [];

const decisionLaw: Law<Decision> = ({ id, place, reason }, _annotations, { text }) => {
  const report = reporter("decisions", id);
  const isOutside =
    place !== null && (place.start < 0 || place.end <= place.start || place.end > text.length);
  return [
    ...(isOutside ? [report("segment-outside-text", { start: place.start, end: place.end })] : []),
    ...(reason.length > longestNote ? [report("note-too-long", { length: reason.length })] : []),
  ];
};

const progressLaw: Law<Progress> = ({ id, note }, _annotations, { articleId }) => {
  const report = reporter("progress", id);
  return [
    ...(id === articleId ? [] : [report("article-differs", { article: id })]),
    ...(note.length > longestNote ? [report("note-too-long", { length: note.length })] : []),
  ];
};

type Report = ReturnType<typeof reporter>;

/** What holds of every span, exclusion and rejection: their segments are the text's, their type and entity are known. And of those that wait for their place: they are what their id says, and look at places of the text. */
const spanLaw: Law<Span> = (span, { set, entities }, { text, tagset }) => {
  const report = reporter("spans", span.id);
  const violationsOfSpan = [...segmentsViolations(text, span.segments, report)];
  const type = spanTypeOf(tagset, span.type);
  if (!type) violationsOfSpan.push(report("type-unknown", { type: span.type }));
  if (span.entity !== undefined) {
    if (type && !type.refersToEntity)
      violationsOfSpan.push(report("type-takes-no-entity", { type: span.type }));
    if (!has(entities, span.entity)) violationsOfSpan.push(report("entity-missing", { entity: span.entity }));
  }
  const { annotator, origin } = span.provenance;
  if (annotator !== set.annotatorId && origin.by !== "imported" && origin.by !== "curated")
    violationsOfSpan.push(report("annotator-differs", { annotator }));
  return violationsOfSpan;
};

const exclusionLaw: Law<Exclusion> = (exclusion, _annotations, { text }) =>
  selectorViolations(text, exclusion.segment, 0, reporter("exclusions", exclusion.id));

const rejectionLaw: Law<Rejection> = (rejection, _annotations, { text }) =>
  selectorViolations(text, rejection.segment, 0, reporter("rejections", rejection.id));

/** What waits is of another text, so that its words are held to nothing. */
const orphanLaw: Law<Orphan> = ({ id, was, near, proposals }, _annotations, { text }) => {
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

/** Its entity may be gone, as that of a mention in another set may not: then it says nothing, and says it again when the entity is back. */
const appearanceLaw: Law<Appearance> = ({ id, entity }) =>
  id === appearanceId(entity) ? [] : [reporter("appearances", id)("appearance-differs", { entity })];

function segmentsViolations(text: string, segments: readonly Selector[], report: Report): Violation[] {
  if (segments.length === 0) return [report("segments-empty")];
  return segments.flatMap((segment, at) => {
    const previous = segments[at - 1];
    const violationsOfSegment = selectorViolations(text, segment, at, report);
    if (!previous) return violationsOfSegment;
    if (segment.start < previous.start)
      return [...violationsOfSegment, report("segments-unsorted", { segment: at })];
    if (segment.start < previous.end)
      return [...violationsOfSegment, report("segments-overlap", { segment: at })];
    return segment.start === previous.end
      ? [...violationsOfSegment, report("segments-touch", { segment: at })]
      : violationsOfSegment;
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

const laws: { readonly [Kind in RecordKind]: Law<RecordOf<Kind>> } = {
  spans: spanLaw,
  attributions: cardLaw,
  exclusions: exclusionLaw,
  waivers: waiverLaw,
  decisions: decisionLaw,
  remarks: remarkLaw,
  progress: progressLaw,
  rejections: rejectionLaw,
  orphans: orphanLaw,
  appearances: appearanceLaw,
  entities: entityLaw,
};
