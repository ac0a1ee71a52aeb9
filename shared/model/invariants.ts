// The laws of an annotation set, and two ways to hold it to them: all of it (when a file is read), or only what a change
// touched (at every keystroke and every save).
import { type AnnotationSet, type Annotations, mentionsOf, usersOf } from "./annotation-set.ts";
import { cardLaw } from "./card-laws.ts";
import { type Change, type RecordKind, type RecordsChange, recordKinds } from "./change.ts";
import type { Entity } from "./entity.ts";
import { entityLaw } from "./entity-law.ts";
import { type Id, isId } from "./id.ts";
import { decisionLaw, progressLaw, remarkLaw, waiverLaw } from "./set-laws.ts";
import { exclusionLaw, orphanLaw, rejectionLaw, spanLaw } from "./span-laws.ts";
import { get, has, records, type Table } from "./table.ts";
import { type InvariantContext, reporter, type Violation } from "./violation.ts";

/** Everything that is wrong with the set and its entities, record by record. */
export function violations(annotations: Annotations, context: InvariantContext): Violation[] {
  const { set } = annotations;
  return [
    ...setViolations(set, context),
    ...check(annotations, context, {
      spans: records(set.spans),
      attributions: records(set.attributions),
      exclusions: records(set.exclusions),
      waivers: records(set.waivers),
      decisions: records(set.decisions),
      remarks: records(set.remarks),
      progress: records(set.progress),
      rejections: records(set.rejections),
      orphans: records(set.orphans),
      entities: records(annotations.entities),
    }),
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
  const { set, entities } = annotations;
  const spans = touched(change.spans, set.spans);
  for (const id of idsOf(change.entities)) for (const span of mentionsOf(set, id)) spans.set(span.id, span);
  const cards = touched(change.attributions, set.attributions);
  for (const id of [...idsOf(change.spans), ...idsOf(change.attributions)])
    for (const card of usersOf(set, id)) cards.set(card.id, card);
  return check(annotations, context, {
    spans: spans.values(),
    attributions: cards.values(),
    exclusions: touched(change.exclusions, set.exclusions).values(),
    waivers: touched(change.waivers, set.waivers).values(),
    decisions: touched(change.decisions, set.decisions).values(),
    remarks: touched(change.remarks, set.remarks).values(),
    progress: touched(change.progress, set.progress).values(),
    rejections: touched(change.rejections, set.rejections).values(),
    orphans: touched(change.orphans, set.orphans).values(),
    entities: entitiesTouched(change, entities).values(),
  });
}

type RecordsToCheck = {
  readonly [Kind in RecordKind]: Iterable<NonNullable<Change[Kind]>["added"][number]>;
};

function check(annotations: Annotations, context: InvariantContext, of: RecordsToCheck): Violation[] {
  const found: Violation[] = [];
  const hold = <T extends { readonly id: Id }>(
    kind: RecordKind,
    toCheck: Iterable<T>,
    law: (record: T, annotations: Annotations, context: InvariantContext) => Violation[],
  ): void => {
    for (const record of toCheck)
      found.push(...idViolations(annotations, kind, record.id), ...law(record, annotations, context));
  };
  hold("spans", of.spans, spanLaw);
  hold("attributions", of.attributions, cardLaw);
  hold("exclusions", of.exclusions, exclusionLaw);
  hold("waivers", of.waivers, waiverLaw);
  hold("decisions", of.decisions, decisionLaw);
  hold("remarks", of.remarks, remarkLaw);
  hold("progress", of.progress, progressLaw);
  hold("rejections", of.rejections, rejectionLaw);
  hold("orphans", of.orphans, orphanLaw);
  hold("entities", of.entities, entityLaw);
  return found;
}

function setViolations(set: AnnotationSet, { articleId, annotatorIds }: InvariantContext): Violation[] {
  const report = reporter("set", set.annotatorId);
  const found: Violation[] = [];
  for (const id of [set.articleId, set.annotatorId])
    if (!isId(id)) found.push(report("id-malformed", { id }));
  if (set.articleId !== articleId) found.push(report("article-differs", { article: set.articleId }));
  if (annotatorIds && !annotatorIds.includes(set.annotatorId)) found.push(report("annotator-unknown"));
  return found;
}

/** Ids are unique over all kinds, because `uses` tells records apart by id alone. */
function idViolations({ set, entities }: Annotations, kind: RecordKind, id: Id): Violation[] {
  const report = reporter(kind, id);
  const tables: Record<RecordKind, Table<{ readonly id: Id }>> = { ...set, entities };
  const shared = recordKinds.filter((other) => other !== kind && has(tables[other], id));
  return [
    ...(isId(id) ? [] : [report("id-malformed", { id })]),
    ...shared.map((other) => report("id-not-unique", { other })),
  ];
}

function idsOf<T extends { readonly id: Id }>(change: RecordsChange<T> | undefined): Id[] {
  if (!change) return [];
  return [...change.added, ...change.removed, ...change.updated.map(({ to }) => to)].map(({ id }) => id);
}

/** Those that a change left behind, and those merged into one that it took away. */
function entitiesTouched({ entities: change }: Change, entities: Table<Entity>): Map<Id, Entity> {
  const found = touched(change, entities);
  const gone = new Set(change?.removed.map(({ id }) => id));
  if (gone.size > 0)
    for (const entity of records(entities))
      if (entity.mergedInto !== undefined && gone.has(entity.mergedInto)) found.set(entity.id, entity);
  return found;
}

/** The records that a change left behind, as they stand now. */
function touched<T extends { readonly id: Id }>(
  change: RecordsChange<T> | undefined,
  table: Table<T>,
): Map<Id, T> {
  return new Map(
    idsOf(change).flatMap((id): [Id, T][] => {
      const record = get(table, id);
      return record ? [[id, record]] : [];
    }),
  );
}
