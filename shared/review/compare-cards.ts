// In what the cards of one group differ: who has it, which spans its slots hold, within which card it lies, its kind and its
// fields. A slot holds the same when its spans are the same ones by the alignment of spans, whatever their edges: those
// differ once, in the span.
import type { Attribution, FieldValue } from "../model/attribution.ts";
import { spansIn } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import { sameValue } from "../model/same-value.ts";
import type { SlotId, Tagset } from "../model/tagset.ts";
import type { AlignedUnits } from "./align.ts";

import { differenceIn, missingDifference } from "./compare-spans.ts";
import type { CompareOptions, GroupNumbers, ReviewedSet } from "./comparison.ts";
import { classesOf, type Difference } from "./difference.ts";
import { trimmedBy } from "./policies/index.ts";
import { samePlace } from "./ranges.ts";
import type { CardUnit } from "./review-unit.ts";

const slots: readonly SlotId[] = ["voice", "cue", "claim", "via"];

export function cardDifferences(
  units: AlignedUnits<CardUnit>,
  sets: readonly ReviewedSet[],
  numbers: GroupNumbers,
  options: CompareOptions,
): readonly Difference[] {
  const cards = units.map((unit) => unit?.card);
  const equal = <T>(a: T, b: T): boolean => a === b;
  const kinds = cards.map((card, at) => {
    const annotationSet = sets[at]?.set;
    return card && annotationSet ? effectiveKind(card, annotationSet, options.article) : undefined;
  });
  const parents = cards.map((card, at) => card && parentOf(card, numbers.cards[at]));
  return [
    ...missingDifference(units),
    ...slots.flatMap((slot) => slotDifference(slot, units, numbers, options)),
    ...differenceIn("kind", classesOf(kinds, equal), kinds),
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

/** What stands in a slot: the groups of its spans, with their roles. */
interface Held {
  readonly groups: readonly string[];
  readonly unit: CardUnit;
}

function slotDifference(
  slot: SlotId,
  units: AlignedUnits<CardUnit>,
  numbers: GroupNumbers,
  { article, policies }: CompareOptions,
): Difference[] {
  const slotContents = units.map((unit, at): Held | undefined =>
    unit ? { groups: groupsIn(unit.card, slot, numbers.spans[at]), unit } : undefined,
  );
  const roles = ({ unit }: Held): string =>
    slot === "via"
      ? unit.card.via
          .map(({ role }) => role)
          .sort()
          .join()
      : "";
  const isSame = (a: Held, b: Held): boolean =>
    sameValue(a.groups, b.groups) ||
    // Spans that mark the same twice are told apart by the alignment, and by nobody else.
    (roles(a) === roles(b) && samePlace(a.unit.slots[slot], b.unit.slots[slot]));
  const isPassed = (a: Held, b: Held): boolean =>
    isSame(a, b) ||
    (roles(a) === roles(b) &&
      samePlace(
        trimmedBy(policies, article.text, a.unit.slots[slot]),
        trimmedBy(policies, article.text, b.unit.slots[slot]),
      ));
  const lenient = classesOf(slotContents, isPassed);
  return differenceIn(
    slot,
    classesOf(slotContents, isSame),
    units.map((unit) => unit?.slots[slot]),
    lenient.every((one) => one === null || one === 0),
  );
}

/** Sorted, so that the order of several voices means nothing. */
function groupsIn(card: Attribution, slot: SlotId, numbers: ReadonlyMap<Id, number> | undefined): string[] {
  const roleOf = (span: Id): string =>
    slot === "via" ? (card.via.find((via) => via.span === span)?.role ?? "") : "";
  return spansIn(card, slot)
    .map((span) => `${numbers?.get(span) ?? span} ${roleOf(span)}`)
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
