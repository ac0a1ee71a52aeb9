// Compares several annotators' sets of one article: which span and which card is the same one, and in what they differ,
// strictly and under policies for edges. Notes and flags are remarks of their owners and are not compared.
import { type AnnotationSet, entitiesNamedIn } from "../model/annotation-set.ts";
import type { Attribution, FieldValue } from "../model/attribution.ts";
import { spansIn } from "../model/card-laws.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import { hull, type Range } from "../model/range.ts";
import { sameValue } from "../model/same-value.ts";
import type { Span } from "../model/span.ts";
import { get, records, type Table, tableOf } from "../model/table.ts";
import type { SlotId, Tagset } from "../model/tagset.ts";
import type { Work, WorkProgress } from "../model/work.ts";
import type { Alignable, AlignmentCosts } from "./affinity.ts";
import { type AlignedUnits, align } from "./align.ts";
import type { ComparedGroup, CompareOptions, Comparison, GroupNumbers, ReviewedSet } from "./comparison.ts";
import { bySize, classesOf, type Difference, differs } from "./difference.ts";
import { trimmedBy } from "./edge-policies.ts";
import {
  type CardUnit,
  cardUnitsOf,
  placeDissimilarity,
  rangesOf,
  type SpanUnit,
  samePlace,
  sharedLength,
  slotsByWeight,
  spanUnitsOf,
} from "./review-unit.ts";

/** The sets are of the same text. Progress is counted in spans and cards. */
export function* compareSets(sets: readonly ReviewedSet[], options: CompareOptions): Work<Comparison> {
  const spanUnits = sets.map(({ set }) => spanUnitsOf(set));
  const cardUnits = sets.map(({ set }) => cardUnitsOf(set));
  const [spanCount, cardCount] = [countOf(spanUnits), countOf(cardUnits)];
  const of = spanCount + cardCount;
  const spans = yield* offsetProgress(align(spanUnits, spanCosts), 0, of);
  const cards = yield* offsetProgress(align(cardUnits, cardCosts), spanCount, of);
  const numbers = { spans: numbersIn(spans.groups, sets), cards: numbersIn(cards.groups, sets) };
  const named = sets.map(namedIn);
  const groups: ComparedGroup[] = [
    ...spans.groups.map((units) => ({
      kind: "span" as const,
      ...placed(units),
      differences: spanDifferences(units, named, options),
    })),
    ...cards.groups.map((units) => ({
      kind: "card" as const,
      ...placed(units),
      differences: [...cardDifferences(units, { sets, named, numbers }, options)].sort(bySize),
    })),
  ];
  return { groups: inReadingOrder(groups), isExact: spans.isExact && cards.isExact };
}

function* offsetProgress<T>(work: Work<T>, before: number, of: number): Generator<WorkProgress, T, void> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield { done: before + step.value.done, of };
  }
}

const countOf = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((sum, list) => sum + list.length, 0);

const numbersIn = (
  groups: readonly AlignedUnits<Alignable>[],
  sets: readonly unknown[],
): ReadonlyMap<Id, number>[] =>
  sets.map(
    (_, column) =>
      new Map(
        groups.flatMap((group, number) => {
          const unit = group[column];
          return unit ? [[unit.id, number] as const] : [];
        }),
      ),
  );

function placed(units: AlignedUnits<Alignable>): Pick<ComparedGroup, "members" | "place"> {
  const ranges = units.filter((unit) => unit !== null).filter(({ start, end }) => start < end);
  return {
    members: units.map((unit) => unit?.id ?? null),
    place: ranges.length > 0 ? hull(ranges) : null,
  };
}

function inReadingOrder(groups: readonly ComparedGroup[]): ComparedGroup[] {
  const startOf = ({ place }: ComparedGroup): number => place?.start ?? Number.POSITIVE_INFINITY;
  return [...groups].sort((a, b) => {
    const [first, second] = [startOf(a), startOf(b)];
    return first === second ? 0 : first - second;
  });
}

// How far two annotators' spans or cards are from being the same one, against the cost of a unit that another does not have.
// docs/decisions/0014 says why these numbers.

/**
 * What two units cost that are not the same. With `missing` as much, two of them are better apart from 2 on, and two that are the same
 * come together whatever else that parts: breaking one such pair lets two others come together at most, which save 2 each.
 */
const unlike = 2;
const missing = 1 + unlike / 2;
/** Spans of different types are one only where they mark nearly the same. */
const otherType = 1.8;
/** What a slot adds that is quite another one; half of it where only one card has it. */
const slotWeights: Readonly<Record<SlotId, number>> = { claim: 1, cue: 0.9, voice: 0.9, via: 0.1 };

/** Spans may be one when they share text. */
const spanCosts: AlignmentCosts<SpanUnit> = {
  missing,
  bothMissing: 0,
  pair(a, b) {
    if (sharedLength(a.ranges, b.ranges) === 0) return null;
    if (a.key === b.key) return 0;
    return unlike + placeDissimilarity(a.ranges, b.ranges) + (a.span.type === b.span.type ? 0 : otherType);
  },
};

/** Cards may be one when they share text in the first slot that both have, or when both are empty. */
const cardCosts: AlignmentCosts<CardUnit> = {
  missing,
  bothMissing: 0,
  // Cards without a place are found beside each other.
  reach: ({ start, end }) => (start === end ? 1 : 0),
  pair(a, b) {
    if (a.key === b.key) return 0;
    const anchor = slotsByWeight.find((slot) => a.slots[slot].length > 0 && b.slots[slot].length > 0);
    if (!anchor || sharedLength(a.slots[anchor], b.slots[anchor]) === 0) return null;
    return slotsByWeight.reduce(
      (sum, slot) => sum + slotWeights[slot] * slotDissimilarity(a, b, slot),
      unlike,
    );
  },
};

function slotDissimilarity(a: CardUnit, b: CardUnit, slot: SlotId): number {
  const [one, other] = [a.slots[slot], b.slots[slot]];
  if (one.length === 0 && other.length === 0) return 0;
  if (one.length === 0 || other.length === 0) return 0.5;
  return placeDissimilarity(one, other);
}

// In what the cards of one group differ: who has it, which spans its slots hold, within which card it lies, its kind, whom it is about and
// its fields. A slot holds the same when its spans are the same ones by the alignment of spans, whatever their edges: those
// differ once, in the span.

const slots: readonly SlotId[] = ["voice", "cue", "claim", "via"];

interface CardContext {
  readonly sets: readonly ReviewedSet[];
  readonly named: readonly NamedInSet[];
  readonly numbers: GroupNumbers;
}

function cardDifferences(
  units: AlignedUnits<CardUnit>,
  { sets, named, numbers }: CardContext,
  options: CompareOptions,
): readonly Difference[] {
  const about = units.map((unit, at) => unit && named[at]?.about(unit.card)).map((one) => one ?? undefined);
  const cards = units.map((unit) => unit?.card);
  const equal = <T>(a: T, b: T): boolean => a === b;
  const kinds = cards.map((card, at) => {
    const annotationSet = sets[at]?.set;
    return card && annotationSet ? effectiveKind(card, annotationSet, options.article) : undefined;
  });
  const parents = cards.map((card, at) => card && parentOf(card, numbers.cards[at]));
  return [
    ...missingDifference(units),
    ...slots.flatMap((slot) => slotDifference(slot, units, sets, numbers, options)),
    ...differenceIn("kind", classesOf(kinds, equal), kinds),
    ...differenceIn(
      "about",
      classesOf(about, sameEntities),
      about.map((entities) =>
        entities && entities.length > 0 ? entities.map(({ id }) => id).join(" ") : null,
      ),
    ),
    ...differenceIn(
      "nesting",
      classesOf(parents, equal),
      cards.map((card) => card?.within),
    ),
    ...fieldsOf(cards, options.tagset).flatMap((field): Difference[] => {
      const values = cards.map((card) => card && fieldValue(card, field));
      return differenceIn("field", classesOf(values, sameValue), values).map((one) => ({ ...one, field }));
    }),
  ];
}

/** What stands in a slot: each of its spans with its role, by its group and by its place. */
interface SlotContent {
  readonly groups: readonly string[];
  readonly places: readonly { readonly role: string; readonly ranges: readonly Range[] }[];
}

function slotDifference(
  slot: SlotId,
  units: AlignedUnits<CardUnit>,
  sets: readonly ReviewedSet[],
  numbers: GroupNumbers,
  { article, policies }: CompareOptions,
): Difference[] {
  const slotContents = units.map((unit, at): SlotContent | undefined => {
    const set = sets[at]?.set;
    return unit && set
      ? { groups: groupsIn(unit.card, slot, numbers.spans[at]), places: placesIn(set, unit.card, slot) }
      : undefined;
  });
  const keysOf = ({ places }: SlotContent, edges: (ranges: readonly Range[]) => readonly Range[]): string[] =>
    places.map(({ role, ranges }) => `${role} ${JSON.stringify(edges(ranges))}`).sort();
  const isSame = (a: SlotContent, b: SlotContent): boolean =>
    sameValue(a.groups, b.groups) ||
    // Spans that mark the same twice are told apart by the alignment, and by nobody else.
    sameValue(
      keysOf(a, (ranges) => ranges),
      keysOf(b, (ranges) => ranges),
    );
  const trimmed = (ranges: readonly Range[]) => trimmedBy(policies, article.text, ranges);
  const isPassed = (a: SlotContent, b: SlotContent): boolean =>
    isSame(a, b) || sameValue(keysOf(a, trimmed), keysOf(b, trimmed));
  const lenient = classesOf(slotContents, isPassed);
  return differenceIn(
    slot,
    classesOf(slotContents, isSame),
    units.map((unit) => unit?.slots[slot]),
    lenient.every((one) => one === null || one === 0),
  );
}

const roleIn = (card: Attribution, slot: SlotId, span: Id): string =>
  slot === "via" ? (card.via.find((via) => via.span === span)?.role ?? "") : "";

function placesIn(set: AnnotationSet, card: Attribution, slot: SlotId): SlotContent["places"] {
  return spansIn(card, slot).map((span) => ({
    role: roleIn(card, slot, span),
    ranges: rangesOf(set, [span]),
  }));
}

/** Sorted, so that the order of several voices means nothing. */
function groupsIn(card: Attribution, slot: SlotId, numbers: ReadonlyMap<Id, number> | undefined): string[] {
  return spansIn(card, slot)
    .map((span) => `${numbers?.get(span) ?? span} ${roleIn(card, slot, span)}`)
    .sort();
}

/** The group of the enclosing card; its own id where it is in none, since the card is not there. */
const parentOf = (
  { within }: Attribution,
  numbers: ReadonlyMap<Id, number> | undefined,
): number | Id | null => (within === null ? null : (numbers?.get(within) ?? within));

/** Those of the tagset in its order, then those that only the cards know. */
function fieldsOf(cards: readonly (Attribution | undefined)[], tagset: Tagset): readonly string[] {
  const others = cards.flatMap((card) => Object.keys(card?.fields ?? {})).sort();
  return [...new Set([...tagset.fields.map(({ id }) => id), ...others])];
}

const fieldValue = ({ fields }: Attribution, field: string): FieldValue =>
  Object.hasOwn(fields, field) ? (fields[field] ?? null) : null;

// In what the spans of one group differ: who has it, its edges, its type, and whom a mention is of.

/** The smallest first. */
function spanDifferences(
  units: AlignedUnits<SpanUnit>,
  named: readonly NamedInSet[],
  { article, policies }: CompareOptions,
): readonly Difference[] {
  const spans = units.map((unit) => unit?.span);
  const edges = units.map((unit) => unit?.ranges);
  const trimmed = edges.map((ranges) => ranges && trimmedBy(policies, article.text, ranges));
  const entities = units.map((unit, at) => (unit ? (named[at]?.mention(unit.id) ?? nobody) : undefined));
  return [
    ...missingDifference(units),
    ...differenceIn("edges", classesOf(edges, samePlace), edges, !differs(classesOf(trimmed, samePlace))),
    ...differenceIn(
      "type",
      classesOf(spans, (a, b) => a.type === b.type),
      spans.map((span) => span?.type),
    ),
    ...differenceIn(
      "entity",
      entityClasses(entities),
      entities.map((one) => one?.id ?? null),
    ),
  ].sort(bySize);
}

/** The difference that not everybody has the unit. */
function missingDifference(units: AlignedUnits<unknown>): Difference[] {
  if (!units.includes(null)) return [];
  return [
    {
      aspect: "missing",
      classes: units.map((unit) => (unit === null ? 1 : 0)),
      said: units.map((unit) => unit !== null),
      isPassed: false,
    },
  ];
}

/** A difference, where there is one. */
function differenceIn(
  aspect: Difference["aspect"],
  classes: Difference["classes"],
  said: readonly (Difference["said"][number] | undefined)[],
  isPassed = false,
): Difference[] {
  return differs(classes) ? [{ aspect, classes, said: said.map((one) => one ?? null), isPassed }] : [];
}

// Entities as several people mention them, and which of these are one and the same: by their ids, or by all that a reader sees of them.

/** Whom a mention is of: an entity, by its id alone where the registry lacks it, or nobody yet. */
export interface Mentioned {
  readonly id: Id | null;
  readonly entity?: Entity;
  readonly registry: Table<Entity>;
  /** All that the same set mentions in the article, or has claims about. */
  readonly among: ReadonlySet<Id>;
}

const nobody: Mentioned = { id: null, registry: tableOf(), among: new Set() };

/** Whom a set names, through what was merged. */
interface NamedInSet {
  /** All whom spans are mentions of. */
  mentioned(): readonly Mentioned[];
  /** Whom a span is a mention of. */
  mention(span: Id): Mentioned | undefined;
  /** Whom the claim of a card is about, each once. */
  about(card: Attribution): readonly Mentioned[];
}

export function namedIn({ set, entities }: ReviewedSet): NamedInSet {
  const among = new Set<Id>();
  const named = new Map<Id, Mentioned>();
  for (const linked of entitiesNamedIn(set)) {
    if (named.has(linked)) continue;
    const entity = entityBehind(entities, linked);
    const id = entity?.id ?? linked;
    among.add(id);
    named.set(linked, { id, ...(entity && { entity }), registry: entities, among });
  }
  const mentionOf = ({ entity }: Pick<Span, "entity">): Mentioned | undefined => named.get(entity ?? "");
  return {
    mentioned: () => [...records(set.spans)].flatMap((span) => mentionOf(span) ?? []),
    mention: (id) => mentionOf(get(set.spans, id) ?? {}),
    about: ({ about = [] }) => [
      ...new Map(about.flatMap((id) => named.get(id) ?? []).map((one) => [one.id, one])).values(),
    ],
  };
}

/** Whether two claims are about the same, in whatever order. */
const sameEntities = (some: readonly Mentioned[], others: readonly Mentioned[]): boolean =>
  some.length === others.length &&
  some.every((one) => others.some((other) => sameEntity(one, other))) &&
  others.every((one) => some.some((other) => sameEntity(one, other)));

/** Whoever tells two apart has them apart for all: a third person's entity of their name does not make them one again. */
function entityClasses(mentions: readonly (Mentioned | undefined)[]): (number | null)[] {
  const classes = classesOf(mentions, sameEntity);
  const isAmbiguous = mentions.some((a, at) =>
    mentions.some(
      (b, other) => a && b && classes[at] === classes[other] && a.id !== b.id && isToldApart(a, b),
    ),
  );
  return isAmbiguous ? classesOf(mentions, (a, b) => a.id === b.id) : classes;
}

/**
 * Several people enter the same somebody under ids of their own: those without a name, whom no suggestion finds in the registry, and
 * anybody where registries grew apart. There the id elsewhere decides, or all that a reader sees of them.
 */
export function sameEntity(a: Mentioned, b: Mentioned): boolean {
  if (a.id === b.id) return true;
  if (!a.entity || !b.entity || isToldApart(a, b) || isToldApart(b, a)) return false;
  if (a.entity.externalId !== undefined && b.entity.externalId !== undefined)
    return a.entity.externalId === b.entity.externalId;
  return isCalledAlike(a.entity, b.entity);
}

/** Whether whoever mentions the one could have meant the other: they mention both, or have both by name to choose from. */
const isToldApart = ({ among, registry }: Mentioned, { entity }: Mentioned): boolean =>
  entity !== undefined &&
  (entity.naming === "named" ? get(registry, entity.id) !== undefined : among.has(entity.id));

const isCalledAlike = (a: Entity, b: Entity): boolean =>
  a.type === b.type && a.naming === b.naming && a.name.toLowerCase() === b.name.toLowerCase();
