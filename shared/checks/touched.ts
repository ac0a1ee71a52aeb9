// Which subjects a change can have made right or wrong: what it names, what refers to that, and what that refers to.
import { type Annotations, mentionsOf, usersOf } from "../model/annotation-set.ts";
import type { Change, RecordsChange } from "../model/change.ts";
import { entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { get, records } from "../model/table.ts";

export interface Touched {
  readonly spans: ReadonlySet<Id>;
  readonly cards: ReadonlySet<Id>;
  readonly entities: ReadonlySet<Id>;
  /** Stretches in which spans or exclusions came or went. */
  readonly ranges: readonly Range[];
}

/** `change` leads from `before` to `after`. Costs what the change and its neighbours cost. */
export function touchedBy(change: Change, before: Annotations, after: Annotations): Touched {
  const states = [before, after];
  const spans = new Set(idsOf(change.spans));
  const cards = new Set(idsOf(change.attributions));
  const entities = new Set<Id>();
  for (const id of withMerged(idsOf(change.entities), after)) {
    entities.add(id);
    for (const { set } of states) for (const span of mentionsOf(set, id)) spans.add(span.id);
  }
  for (const { set } of states) {
    for (const id of spans) for (const card of usersOf(set, id)) cards.add(card.id);
    for (const id of idsOf(change.attributions)) {
      const card = get(set.attributions, id);
      const own = card ? [...card.voice, card.cue, card.claim, ...card.via.map(({ span }) => span)] : [];
      for (const span of own) if (span !== null) spans.add(span);
    }
  }
  for (const { set, entities: registry } of states)
    for (const id of spansOfVoices(spans, cards, set)) {
      const entity = get(set.spans, id)?.entity;
      if (entity === undefined) continue;
      entities.add(entity);
      const behind = entityBehind(registry, entity);
      if (behind) entities.add(behind.id);
    }
  const ranges = [
    ...everyRecord(change.spans).flatMap(({ segments }) => segments),
    ...everyRecord(change.exclusions).map(({ segment }) => segment),
  ];
  return { spans, cards, entities, ranges };
}

/** The spans, and the voices of the cards: what an entity is held to depends on both. */
function* spansOfVoices(spans: Iterable<Id>, cards: Iterable<Id>, set: Annotations["set"]): Generator<Id> {
  yield* spans;
  for (const id of cards) yield* get(set.attributions, id)?.voice ?? [];
}

/** Entities, and those that were merged into one of them. */
function withMerged(ids: readonly Id[], { entities }: Annotations): ReadonlySet<Id> {
  const all = new Set(ids);
  if (ids.length > 0)
    for (const entity of records(entities))
      if (entity.mergedInto !== undefined && all.has(entityBehind(entities, entity.id)?.id ?? ""))
        all.add(entity.id);
  return all;
}

function everyRecord<T extends { readonly id: Id }>(change: RecordsChange<T> | undefined): T[] {
  if (!change) return [];
  return [...change.added, ...change.removed, ...change.updated.flatMap(({ from, to }) => [from, to])];
}

const idsOf = <T extends { readonly id: Id }>(change: RecordsChange<T> | undefined): Id[] =>
  everyRecord(change).map(({ id }) => id);
