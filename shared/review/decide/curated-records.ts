// The spans and cards of the curated set, each with the group of a review for which it stands, while decisions change them.
import type { Draft } from "../../commands/draft.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import { type Attribution, spansOf } from "../../model/attribution.ts";
import { spansIn } from "../../model/card-laws.ts";
import { type Decision, isSettled } from "../../model/decision.ts";
import type { Id } from "../../model/id.ts";
import type { Provenance } from "../../model/provenance.ts";
import type { Range } from "../../model/range.ts";
import type { Span } from "../../model/span.ts";
import { get, records } from "../../model/table.ts";
import type { SlotId } from "../../model/tagset.ts";
import type { Comparison } from "../comparison.ts";
import { rangesOf, sharedLength } from "../review-unit.ts";
import { type DecisionIndex, decisionIndexOf, type Review } from "./review.ts";

export interface CuratedRecords {
  /** The curated span or card that stands for a group, as the draft has it. */
  span(group: number): Span | undefined;
  card(group: number): Attribution | undefined;
  putSpan(group: number, span: Span): void;
  putCard(group: number, card: Attribution): void;
  removeSpan(group: number): void;
  removeCard(group: number): void;
  /** The cards of the draft that hold a span, or lie within a card. */
  holding(id: Id): readonly Attribution[];
  /** Changes a card whatever group it stands for, if any. */
  changeCard(card: Attribution): void;
}

export const slots: readonly SlotId[] = ["voice", "cue", "claim", "via"];

/** The span of the curated set that stands for a group. */
export const curatedSpans = (review: Review, set: AnnotationSet): ((group: number) => Span | undefined) =>
  standingSpans(review, set, (id) => get(set.spans, id)).of;

const standingSpans = (
  review: Review,
  set: AnnotationSet,
  now: (id: Id) => Span | undefined,
): GroupRecords<Span> =>
  createStanding(review.comparison, "span", {
    decisions: decisionIndexOf(review, set.decisions),
    all: records(set.spans),
    rangesOf: ({ segments }: Span) => segments,
    now,
  });

const standingCards = (
  review: Review,
  set: AnnotationSet,
  now: (id: Id) => Attribution | undefined,
): GroupRecords<Attribution> =>
  createStanding(review.comparison, "card", {
    decisions: decisionIndexOf(review, set.decisions),
    all: records(set.attributions),
    rangesOf: (card: Attribution) => rangesOf(set, spansOf(card)),
    now,
  });

/** By id of a span or card of the curated set: the number of the group that it stands for. */
export function curatedGroups(review: Review, set: AnnotationSet): ReadonlyMap<Id, number> {
  const spans = standingSpans(review, set, (id) => get(set.spans, id));
  const cards = standingCards(review, set, (id) => get(set.attributions, id));
  return new Map(
    review.comparison.groups.flatMap(({ kind }, number) => {
      const record = (kind === "span" ? spans : cards).of(number);
      return record ? [[record.id, number] as const] : [];
    }),
  );
}

export function curatedRecords(review: Review, set: AnnotationSet, draft: Draft): CuratedRecords {
  const spans = standingSpans(review, set, (id) => draft.spans.get(id));
  const cards = standingCards(review, set, (id) => draft.attributions.get(id));
  const holders = new Map<Id, Set<Id>>();
  const addHolder = (card: Attribution): void => {
    for (const id of [
      ...slots.flatMap((slot) => spansIn(card, slot)),
      ...(card.within === null ? [] : [card.within]),
    ]) {
      const holderIds = holders.get(id) ?? new Set();
      holders.set(id, holderIds.add(card.id));
    }
  };
  for (const card of records(set.attributions)) addHolder(card);
  const changeCard = (card: Attribution): void => {
    draft.attributions.put(card);
    addHolder(card);
  };
  return {
    span: spans.of,
    card: cards.of,
    changeCard,
    putSpan(group, span) {
      draft.spans.put(span);
      spans.put(group, span.id);
    },
    putCard(group, card) {
      changeCard(card);
      cards.put(group, card.id);
    },
    removeSpan: (group) => spans.remove(group, (id) => draft.spans.remove(id)),
    removeCard: (group) => cards.remove(group, (id) => draft.attributions.remove(id)),
    holding: (id) =>
      [...(holders.get(id) ?? [])].sort().flatMap((user) => {
        const card = draft.attributions.get(user);
        const isHeld = card && (card.within === id || slots.some((slot) => spansIn(card, slot).includes(id)));
        return isHeld ? [card] : [];
      }),
  };
}

interface StandingOptions<T> {
  readonly decisions: DecisionIndex;
  readonly all: Iterable<T>;
  rangesOf(record: T): readonly Range[];
  /** The record as the draft has it. */
  now(id: Id): T | undefined;
}

interface GroupRecords<T> {
  of(group: number): T | undefined;
  put(group: number, id: Id): void;
  remove(group: number, away: (id: Id) => void): void;
}

/**
 * What a decision made stands for its group; of what came along with a card, what has the group's members for parents and lies
 * where they lie. Sets that grew from one another can have the same ids for different things, so that parents alone do not say.
 */
function createStanding<T extends { readonly id: Id; readonly provenance: Provenance }>(
  { groups }: Comparison,
  kind: Decision["about"],
  { decisions, all, rangesOf, now }: StandingOptions<T>,
): GroupRecords<T> {
  const idByGroup = new Map<number, Id>();
  const takenIds = new Set<Id>();
  const assignId = (number: number, id: Id): void => {
    if (idByGroup.has(number) || takenIds.has(id)) return;
    idByGroup.set(number, id);
    takenIds.add(id);
  };
  const byMember = new Map<Id, number[]>();
  for (const [number, group] of groups.entries()) {
    if (group.kind !== kind) continue;
    const { exact, others } = decisions.on(group);
    const madeId = [exact, ...others].flatMap((decision) => decision?.made[0] ?? []).find((id) => now(id));
    if (madeId !== undefined) assignId(number, madeId);
    // Where it was decided that there is nothing, nothing stands.
    else if (!exact || !isSettled(exact) || exact.made.length > 0)
      for (const id of group.members)
        if (id !== null) byMember.set(id, [...(byMember.get(id) ?? []), number]);
  }
  const ties: { number: number; id: Id; isExact: boolean; shared: number; reach: number }[] = [];
  for (const record of all) {
    const { origin } = record.provenance;
    if (origin.by !== "curated" || takenIds.has(record.id)) continue;
    const { parents } = origin;
    for (const number of new Set(parents.flatMap((parent) => byMember.get(parent) ?? []))) {
      const { members = [], place = null } = groups[number] ?? {};
      const ids = new Set(members.filter((id) => id !== null));
      const isExact = ids.size === parents.length && parents.every((parent) => ids.has(parent));
      ties.push({
        number,
        id: record.id,
        isExact,
        shared: place ? sharedLength([place], rangesOf(record)) : 0,
        reach: place ? place.end - place.start : 0,
      });
    }
  }
  ties.sort(
    (a, b) =>
      Number(b.isExact) - Number(a.isExact) ||
      b.shared - a.shared ||
      a.reach - b.reach ||
      a.number - b.number ||
      (a.id < b.id ? -1 : 1),
  );
  for (const { number, id, isExact, shared } of ties) if (isExact || shared > 0) assignId(number, id);
  return {
    of(number) {
      const id = idByGroup.get(number);
      return id === undefined ? undefined : now(id);
    },
    put: (number, id) => void idByGroup.set(number, id),
    remove(number, away) {
      const id = idByGroup.get(number);
      if (id !== undefined) away(id);
      idByGroup.delete(number);
    },
  };
}
