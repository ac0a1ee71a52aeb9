// One annotator's annotations of one article, as an immutable value, together with the project's entities that its
// mentions point to.
import type { Attribution } from "./attribution.ts";
import { spansOf } from "./attribution.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import type { Entity } from "./entity.ts";
import type { Id } from "./id.ts";
import { type Orphan, placedKinds, stretchesOf } from "./orphan.ts";
import { compareRanges, type Range } from "./range.ts";
import {
  type AnyRecord,
  type RecordKind,
  type RecordOf,
  recordsIn,
  recordsJson,
  type SetKind,
  type SetRecordsJson,
  type SetTables,
  setTables,
  tableIn,
} from "./record-kinds.ts";
import type { Selector } from "./selector.ts";
import { type Span, spanHull } from "./span.ts";
import { beginningAt, type SpanStarts, startsOf } from "./span-starts.ts";
import { get, has, records, type Table, tableOf } from "./table.ts";

/** Which records refer to `id`: attributions to a span, an attribution or an entity that they are about, spans to an entity. */
export interface Use {
  readonly id: Id;
  readonly by: readonly Id[];
}

/**
 * `uses` and `starts` are derived from the records and kept by `applyChange`, so that nothing needs to search for them.
 */
export interface AnnotationSet extends SetTables {
  readonly articleId: Id;
  readonly annotatorId: Id;
  /** Hash of the text that the set's offsets belong to (see `Article.textHash`). */
  readonly textHash: string;
  readonly uses: Table<Use>;
  readonly starts: SpanStarts;
}

/** What a command reads and a change is applied to. */
export interface Annotations {
  readonly set: AnnotationSet;
  readonly entities: Table<Entity>;
}

/** The form of a set in files and messages: plain arrays, spans in reading order, the others by id. */
export interface AnnotationSetJson extends SetRecordsJson {
  readonly articleId: Id;
  readonly annotatorId: Id;
  readonly textHash: string;
}

export function emptySet(of: Pick<AnnotationSet, "articleId" | "annotatorId" | "textHash">): AnnotationSet {
  return setFromJson({ ...of, ...recordsJson(() => []) });
}

/** Throws a `RangeError` when two records of one kind have the same id. */
export function setFromJson(json: AnnotationSetJson): AnnotationSet {
  const uses = new Map<Id, Id[]>();
  gatherUses(uses, json.spans, referencesOfSpan);
  gatherUses(uses, json.attributions, referencesOf);
  return {
    articleId: json.articleId,
    annotatorId: json.annotatorId,
    textHash: json.textHash,
    ...setTables((kind) => tableOf(recordsIn(json, kind))),
    uses: usesTable(uses),
    starts: startsOf(json.spans),
  };
}

/** The same set always gives the same JSON, byte for byte. */
export function setToJson(set: AnnotationSet): AnnotationSetJson {
  const { articleId, annotatorId, textHash } = set;
  const recordsOfSet = recordsJson((kind) => {
    const list = [...records(tableIn(set, kind))];
    if (kind === "progress") return list.filter(({ id }) => id === articleId);
    return list.sort(kind === "spans" ? (compareSpans as typeof byId) : byId);
  });
  return { articleId, annotatorId, textHash, ...recordsOfSet };
}

const byId = (a: AnyRecord, b: AnyRecord): number => (a.id < b.id ? -1 : 1);

/** The records of one kind, of the set or of the registry. */
export const tableFor = <Kind extends RecordKind>({ set, entities }: Annotations, kind: Kind) =>
  (kind === "entities" ? entities : set[kind as SetKind]) as Table<RecordOf<Kind>>;

/** Reading order of spans; equal stretches are told apart by id, so that the order is total. */
export function compareSpans(a: Span, b: Span): number {
  const [first, second] = [a.segments[0], b.segments[0]];
  // Where two start at different places, as most do, no hull is made: whole articles are sorted by this.
  if (first && second && first.start !== second.start) return first.start - second.start;
  return compareRanges(spanHull(a), spanHull(b)) || compareCodeUnits(a.id, b.id);
}

/** Where a card stands in the text: its claim, else its cue, else its first voice or via; `null` for an empty card. */
export function placeOf(set: AnnotationSet, card: Attribution): Range | null {
  for (const id of [card.claim, card.cue, ...spansOf(card)]) {
    const span = id === null ? undefined : get(set.spans, id);
    if (span) return spanHull(span);
  }
  return null;
}

/** The attributions that use this span or attribution, or whose claim is about this entity. */
export function usersOf(set: AnnotationSet, id: Id): Attribution[] {
  return (get(set.uses, id)?.by ?? []).flatMap((user) => get(set.attributions, user) ?? []);
}

/** The mentions of an entity in this article. */
export function mentionsOf(set: AnnotationSet, entity: Id): Span[] {
  return (get(set.uses, entity)?.by ?? []).flatMap((user) => get(set.spans, user) ?? []);
}

/** All ids that a card refers to, each once. */
export function referencesOf(card: Attribution): Id[] {
  const ids = spansOf(card);
  if (card.within !== null) ids.push(card.within);
  return [...new Set([...ids, ...(card.about ?? [])])];
}

/** The entities that mentions point to and claims are about, as often as they are. */
export function* entitiesNamed(
  spans: Iterable<Pick<Span, "entity">>,
  cards: Iterable<Pick<Attribution, "about">>,
): Generator<Id> {
  for (const { entity } of spans) if (entity !== undefined) yield entity;
  for (const { about = [] } of cards) yield* about;
}

/** The same of a set. */
export const entitiesNamedIn = ({ spans, attributions }: AnnotationSet): Iterable<Id> =>
  entitiesNamed(records(spans), records(attributions));

/** All ids that a span refers to. */
export function referencesOfSpan(span: Span): Id[] {
  return span.entity === undefined ? [] : [span.entity];
}

/** The spans of this type on exactly these segments, by id: one at most in a set that keeps the laws. */
export function marking(set: AnnotationSet, type: string, segments: readonly Range[]): Span[] {
  return beginningAt(set.starts, segments[0]?.start ?? 0).flatMap((id) => {
    const span = get(set.spans, id);
    return span?.type === type && sameRanges(span.segments, segments) ? [span] : [];
  });
}

/** The stretches on which the records of a set stand, by id. */
export const stretchesIn = (set: SetRecordsJson): ReadonlyMap<Id, readonly Selector[]> =>
  new Map(
    placedKinds.flatMap((kind) =>
      recordsIn(set, kind).map((record) => [record.id, stretchesOf(record)] as const),
    ),
  );

/** Those among what waits for a place that have one all the same. */
export function placedOrphans(set: AnnotationSet): readonly Orphan[] {
  return [...records(set.orphans)].filter(({ id }) =>
    placedKinds.some((kind) => has(tableIn(set, kind), id)),
  );
}

/** True when a span of this type has exactly these segments. */
export function isMarked(set: AnnotationSet, type: string, segments: readonly Range[]): boolean {
  return marking(set, type, segments).length > 0;
}

const sameRanges = (some: readonly Range[], others: readonly Range[]): boolean =>
  some.length === others.length &&
  some.every((range, at) => range.start === others[at]?.start && range.end === others[at]?.end);

/** Adds what records refer to. */
function gatherUses<T extends { readonly id: Id }>(
  uses: Map<Id, Id[]>,
  users: readonly T[],
  referencesIn: (user: T) => readonly Id[],
): void {
  for (const user of users)
    for (const id of referencesIn(user)) {
      const by = uses.get(id);
      if (by) by.push(user.id);
      else uses.set(id, [user.id]);
    }
}

const usesTable = (uses: ReadonlyMap<Id, Id[]>): Table<Use> =>
  tableOf(Array.from(uses, ([id, by]) => ({ id, by: by.length > 1 ? by.sort() : by })));
