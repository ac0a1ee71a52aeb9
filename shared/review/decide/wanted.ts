// What the curated set holds of a group by what was decided, as a value: the decisions alone make it, in whatever order they
// came. Slots and nesting are told by groups, since spans and cards have other ids there.
import type { Attribution, FieldValue, Kind } from "../../model/attribution.ts";
import { spansIn } from "../../model/card-laws.ts";
import { type Decision, isSettled } from "../../model/decision.ts";
import type { Id } from "../../model/id.ts";
import { joinRanges, type Range } from "../../model/range.ts";
import type { Span } from "../../model/span.ts";
import { get } from "../../model/table.ts";
import type { SlotId } from "../../model/tagset.ts";
import type { ComparedGroup } from "../comparison.ts";
import { supportersOf } from "../queue.ts";
import { type DecisionIndex, groupIndexOf, type Review } from "./review.ts";

export interface WantedSpan {
  readonly type: string;
  readonly ranges: readonly Range[];
  readonly entity: Id | null;
}

/** Numbers are those of groups of spans, `within` that of a group of cards. */
export interface WantedCard {
  readonly voice: readonly number[];
  readonly cue: number | null;
  readonly claim: number | null;
  readonly via: readonly { readonly group: number; readonly role: string }[];
  readonly within: number | null;
  readonly kind: Kind | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** `null`: nothing. `as-it-stands`: whatever somebody made of it by hand. */
export type Wanted<T> = T | null | "as-it-stands";

export interface Wants {
  span(group: number): Wanted<WantedSpan>;
  card(group: number): Wanted<WantedCard>;
}

/** What follows from these decisions. */
export function wantsOf(review: Review, decisions: DecisionIndex): Wants {
  const { groups } = review.comparison;
  const cards = new Map<number, Wanted<WantedCard>>();
  const card = (number: number): Wanted<WantedCard> => {
    const known = cards.get(number);
    if (known !== undefined) return known;
    const group = groups[number];
    const wanted = group ? decidedCard(review, group, decisions.on(group).exact) : null;
    cards.set(number, wanted);
    return wanted;
  };
  return {
    card,
    span(number) {
      const group = groups[number];
      if (!group) return null;
      const decision = decisions.on(group).exact;
      return decision && isSettled(decision)
        ? decidedSpan(review, group, decision)
        : spanForCards(review, group, decisions);
    },
  };
}

/** Whose way a decision takes, by number of the annotator; `undefined` for one who is not compared here. */
export function takenBy({ annotators }: Review, { taken }: Decision): number | undefined {
  const at = taken === null ? -1 : annotators.indexOf(taken);
  return at < 0 ? undefined : at;
}

/** What the stretches of all have in common, or cover together. */
export function rangesOfAll(all: readonly (readonly Range[])[], how: "union" | "intersection"): Range[] {
  if (how === "union") return joinRanges(all.flat());
  const [first = [], ...others] = all;
  return joinRanges(
    others.reduce<readonly Range[]>(
      (shared, ranges) =>
        shared.flatMap((a) =>
          ranges
            .map((b) => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }))
            .filter(({ start, end }) => start < end),
        ),
      first,
    ),
  );
}

export function decidedSpan(review: Review, group: ComparedGroup, decision: Decision): Wanted<WantedSpan> {
  const { how } = decision;
  if (how === "edit") return "as-it-stands";
  if (how === "nothing" || how === "unsure") return null;
  if (how === "take" || how === "accepted-together") {
    const at = takenBy(review, decision);
    return at === undefined ? "as-it-stands" : spanOf(memberSpan(review, group, at));
  }
  const spans = group.members.flatMap((_, at) => memberSpan(review, group, at) ?? []);
  const most = memberSpan(review, group, supportersOf(group)[0] ?? 0);
  const ranges = rangesOfAll(
    spans.map(({ segments }) => segments),
    how,
  );
  return most && ranges.length > 0 ? { ...plainSpan(most), ranges } : null;
}

const memberSpan = ({ sets }: Review, { members }: ComparedGroup, at: number): Span | undefined => {
  const [set, id] = [sets[at]?.set, members[at]];
  return set && id ? get(set.spans, id) : undefined;
};

const memberCard = ({ sets }: Review, { members }: ComparedGroup, at: number): Attribution | undefined => {
  const [set, id] = [sets[at]?.set, members[at]];
  return set && id ? get(set.attributions, id) : undefined;
};

const spanOf = (span: Span | undefined): WantedSpan | null => (span ? plainSpan(span) : null);

const plainSpan = ({ type, segments, entity }: Span): WantedSpan => ({
  type,
  ranges: segments.map(({ start, end }) => ({ start, end })),
  entity: entity ?? null,
});

/** A span on which nothing was decided comes along with the cards that were taken: with the first of them, as its owner has it. */
function spanForCards(review: Review, group: ComparedGroup, decisions: DecisionIndex): WantedSpan | null {
  const { cards } = groupIndexOf(review);
  let first: { readonly card: number; readonly at: number } | null = null;
  for (const [at, id] of group.members.entries()) {
    const set = review.sets[at]?.set;
    for (const user of (id !== null && set && get(set.uses, id)?.by) || []) {
      const card = cards[at]?.get(user);
      const taken = card === undefined ? [] : sourcesOf(review, card, decisions);
      if (card === undefined || !taken.includes(at)) continue;
      // Within a united card the first of its annotators is taken as the owner.
      if (!first || card < first.card || (card === first.card && taken.indexOf(at) < taken.indexOf(first.at)))
        first = { card, at };
    }
  }
  return first ? spanOf(memberSpan(review, group, first.at)) : null;
}

/** Whose card a decision made the curated one from, the nearest first. */
function sourcesOf(review: Review, card: number, decisions: DecisionIndex): readonly number[] {
  const group = review.comparison.groups[card];
  const decision = group && decisions.on(group).exact;
  if (!group || !decision || !isSettled(decision)) return [];
  const at = takenBy(review, decision);
  if (decision.how === "take" || decision.how === "accepted-together") return at === undefined ? [] : [at];
  if (decision.how !== "union" && decision.how !== "intersection") return [];
  return byNearness(group);
}

/** The supporters of the most common way, then the others. */
function byNearness(group: ComparedGroup): number[] {
  const supporters = supportersOf(group);
  const others = group.members.flatMap((unit, at) => (unit !== null && !supporters.includes(at) ? [at] : []));
  return [...supporters, ...others];
}

/** As the nearest of the annotators has it: where somebody begins who would have it otherwise than all of them. */
export function nearestCard(review: Review, group: ComparedGroup): { card: WantedCard; at: number } | null {
  const at = supportersOf(group)[0] ?? 0;
  const card = toldByGroups(review, memberCard(review, group, at), at);
  return card && { card, at };
}

export const nearestSpan = (review: Review, group: ComparedGroup): WantedSpan | null =>
  spanOf(memberSpan(review, group, supportersOf(group)[0] ?? 0));

/** A span of a group as one annotator has it. */
export const spanAsHad = (review: Review, group: ComparedGroup, at: number): WantedSpan | null =>
  spanOf(memberSpan(review, group, at));

export function decidedCard(
  review: Review,
  group: ComparedGroup,
  decision: Decision | null,
): Wanted<WantedCard> {
  if (!decision || decision.how === "nothing" || decision.how === "unsure") return null;
  if (decision.how === "edit") return "as-it-stands";
  if (decision.how === "take" || decision.how === "accepted-together") {
    const at = takenBy(review, decision);
    if (at === undefined) return "as-it-stands";
    return toldByGroups(review, memberCard(review, group, at), at);
  }
  const all = byNearness(group).flatMap(
    (at) => toldByGroups(review, memberCard(review, group, at), at) ?? [],
  );
  return togetherAs(all, decision.how);
}

function toldByGroups(review: Review, card: Attribution | undefined, at: number): WantedCard | null {
  if (!card) return null;
  const { spans, cards } = groupIndexOf(review);
  const groupsIn = (slot: SlotId): number[] => [
    ...new Set(spansIn(card, slot).flatMap((id) => spans[at]?.get(id) ?? [])),
  ];
  return {
    voice: groupsIn("voice"),
    cue: groupsIn("cue")[0] ?? null,
    claim: groupsIn("claim")[0] ?? null,
    via: card.via.flatMap(({ span, role }) => {
      const group = spans[at]?.get(span);
      return group === undefined ? [] : [{ group, role }];
    }),
    within: card.within === null ? null : (cards[at]?.get(card.within) ?? null),
    kind: card.kind,
    fields: card.fields,
  };
}

/** Slots of all, or what all have in them; of what there can be only one the nearest that there is. */
function togetherAs(all: readonly WantedCard[], how: "union" | "intersection"): WantedCard | null {
  const [first] = all;
  if (!first) return null;
  const isKept = (held: (card: WantedCard) => boolean): boolean => how === "union" || all.every(held);
  const one = (of: (card: WantedCard) => number | null): number | null => {
    const found = all.map(of).find((group) => group !== null) ?? null;
    return how === "union" || all.every((card) => of(card) === of(first)) ? found : null;
  };
  const voices = [...new Set(all.flatMap(({ voice }) => voice))];
  const vias = new Map(
    all
      .flatMap(({ via }) => via)
      .map((via) => [via.group, via] as const)
      .reverse(),
  );
  return {
    ...first,
    voice: voices.filter((group) => isKept(({ voice }) => voice.includes(group))),
    cue: one(({ cue }) => cue),
    claim: one(({ claim }) => claim),
    via: [...vias.values()]
      .reverse()
      .filter((via) => isKept((card) => card.via.some(({ group }) => group === via.group))),
    within: one(({ within }) => within),
  };
}
