// Derives what the curated set holds of a group by what was decided, as a value: the decisions alone make it, in whatever order they
// came. Slots and nesting are told by groups, since spans and cards have other ids there.
import { type Attribution, type FieldValue, type Kind, spansOf } from "../../model/attribution.ts";
import { spansIn } from "../../model/card-laws.ts";
import { type Decision, isSettled } from "../../model/decision.ts";
import { type Entity, entityBehind } from "../../model/entity.ts";
import type { Id } from "../../model/id.ts";
import { joinRanges, type Range } from "../../model/range.ts";
import type { Span } from "../../model/span.ts";
import { get, tableOf } from "../../model/table.ts";
import type { SlotId } from "../../model/tagset.ts";
import { notesTogether } from "../card-notes.ts";
import { type ComparedGroup, supportersOf } from "../comparison.ts";
import { enclosingForAll } from "./consequences.ts";
import { columnOf, type DecisionIndex, groupIndexOf, type Review } from "./review.ts";
import { slotIndexOf } from "./slot-index.ts";

export interface DecidedSpan {
  readonly type: string;
  readonly ranges: readonly Range[];
  readonly entity: Id | null;
}

/** Numbers are those of groups of spans, `within` that of a group of cards. */
export interface DecidedCard {
  readonly voice: readonly number[];
  readonly cue: number | null;
  readonly claim: number | null;
  readonly via: readonly { readonly group: number; readonly role: string }[];
  readonly within: number | null;
  /** Entities of the registry. */
  readonly about: readonly Id[];
  readonly kind: Kind | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly note: string;
  readonly flags: readonly string[];
}

/** `null`: nothing. `as-it-stands`: whatever somebody made of it by hand. */
type Decided<T> = T | null | "as-it-stands";

export interface DecidedMarks {
  span(group: number): Decided<DecidedSpan>;
  card(group: number): Decided<DecidedCard>;
}

/** What follows from these decisions. */
export function decidedMarks(review: Review, decisions: DecisionIndex): DecidedMarks {
  const { groups } = review.comparison;
  const cards = new Map<number, Decided<DecidedCard>>();
  const card = (number: number): Decided<DecidedCard> => {
    const cachedCard = cards.get(number);
    if (cachedCard !== undefined) return cachedCard;
    const group = groups[number];
    const wantedCard = group ? decidedCard(review, group, decisions.on(group).exact) : null;
    cards.set(number, wantedCard);
    return wantedCard;
  };
  return {
    card,
    span(number) {
      const group = groups[number];
      if (!group) return null;
      const decision = decisions.on(group).exact;
      return decision && isSettled(decision)
        ? decidedSpan(review, group, decision)
        : spanForCards(review, number, decisions);
    },
  };
}

/** Whose way a decision takes, by number of the annotator; `undefined` for one who is not compared here. */
export const takenBy = (review: Review, decision: Decision): number | undefined =>
  decision.taken === null ? undefined : columnOf(review, decision, decision.taken);

/** Whether all who had something are compared here: what they had together cannot be told of some of them. */
const isOfThese = (review: Review, decision: Decision): boolean =>
  decision.members.every(
    ({ annotator, unit }) => unit === null || columnOf(review, decision, annotator) !== undefined,
  );

/** What the stretches of all have in common, or cover together. */
function rangesOfAll(all: readonly (readonly Range[])[], how: "union" | "intersection"): Range[] {
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

export function decidedSpan(review: Review, group: ComparedGroup, decision: Decision): Decided<DecidedSpan> {
  const { how } = decision;
  if (how === "edit") return "as-it-stands";
  if (how === "nothing" || how === "unsure") return null;
  if (how === "take" || how === "accepted-together") {
    const at = takenBy(review, decision);
    return at === undefined ? "as-it-stands" : spanOf(memberSpan(review, group, at));
  }
  if (!isOfThese(review, decision)) return "as-it-stands";
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

const spanOf = (span: Span | undefined): DecidedSpan | null => (span ? plainSpan(span) : null);

const plainSpan = ({ type, segments, entity }: Span): DecidedSpan => ({
  type,
  ranges: segments.map(({ start, end }) => ({ start, end })),
  entity: entity ?? null,
});

/**
 * What becomes of a span on which nothing was decided itself: it follows the decisions on the cards that hold it. The first of
 * them whose card keeps it says how it is. Where none keeps it, it stays with whoever was taken and has it outside of any card.
 */
function spanForCards(review: Review, number: number, decisions: DecisionIndex): DecidedSpan | null {
  const { groups } = review.comparison;
  const group = groups[number];
  if (!group) return null;
  const users = slotIndexOf(review).cardsOf(number);
  for (const user of users)
    if (stanceOf(review, user, number, decisions) === "keeps") {
      const span = asCardHasIt(review, user, number, decisions);
      if (span) return span;
    }
  for (const user of users) {
    const decision = decisionOn(review, user, decisions);
    const at = decision && isTaking(decision) ? takenBy(review, decision) : undefined;
    const id = at === undefined ? null : group.members[at];
    const annotationSet = at === undefined ? undefined : review.sets[at]?.set;
    if (
      at !== undefined &&
      id != null &&
      annotationSet &&
      (get(annotationSet.uses, id)?.by ?? []).length === 0
    )
      return spanOf(memberSpan(review, group, at));
  }
  return null;
}

const isTaking = ({ how }: Decision): boolean => how === "take" || how === "accepted-together";

const decisionOn = (review: Review, number: number, decisions: DecisionIndex): Decision | null => {
  const group = review.comparison.groups[number];
  return (group && decisions.on(group).exact) ?? null;
};

/** What the decision on a card means for a span that somebody's card of the group holds. */
type Stance = "open" | "keeps" | "leaves-out" | "by-hand";

function stanceOf(review: Review, card: number, span: number, decisions: DecisionIndex): Stance {
  const decision = decisionOn(review, card, decisions);
  const group = review.comparison.groups[card];
  if (!group || !decision || !isSettled(decision)) return "open";
  const wantedCard = decidedCard(review, group, decision);
  if (wantedCard === "as-it-stands") return "by-hand";
  return wantedCard && groupsHeldBy(wantedCard).includes(span) ? "keeps" : "leaves-out";
}

const groupsHeldBy = ({ voice, cue, claim, via }: DecidedCard): readonly (number | null)[] => [
  ...voice,
  cue,
  claim,
  ...via.map(({ group }) => group),
];

/**
 * The card of whose question a span is a part: the first that holds it, unless it was decided to do without it; and whether that
 * card has been decided on. `null` for a span that nobody's card holds.
 */
export function ownerOf(
  review: Review,
  span: number,
  decisions: DecisionIndex,
): { readonly card: number; readonly isDecided: boolean } | null {
  const users = slotIndexOf(review).cardsOf(span);
  const stances = users.map((user) => stanceOf(review, user, span, decisions));
  const at = Math.max(
    0,
    stances.findIndex((stance) => stance !== "leaves-out"),
  );
  const card = users[at];
  return card === undefined ? null : { card, isDecided: stances[at] !== "open" };
}

/** A span as the decision on a card that keeps it says: as the one taken has it, or as those whose cards hold it have it together. */
function asCardHasIt(
  review: Review,
  card: number,
  span: number,
  decisions: DecisionIndex,
): DecidedSpan | null {
  const decision = decisionOn(review, card, decisions);
  const [cards, spans] = [review.comparison.groups[card], review.comparison.groups[span]];
  if (!decision || !cards || !spans) return null;
  if (isTaking(decision)) return spanOf(memberSpan(review, spans, takenBy(review, decision) ?? -1));
  const had = byNearness(cards).flatMap((at) => {
    const attribution = memberCard(review, cards, at);
    const id = spans.members[at];
    const isHeld = attribution && id != null && spansOf(attribution).includes(id);
    return isHeld ? (memberSpan(review, spans, at) ?? []) : [];
  });
  const [nearest] = had;
  if (!nearest || (decision.how !== "union" && decision.how !== "intersection")) return null;
  const ranges = rangesOfAll(
    had.map(({ segments }) => segments),
    decision.how,
  );
  return ranges.length > 0 ? { ...plainSpan(nearest), ranges } : plainSpan(nearest);
}

/** The supporters of the most common way, then the others. */
function byNearness(group: ComparedGroup): number[] {
  const supporters = supportersOf(group);
  const others = group.members.flatMap((unit, at) => (unit !== null && !supporters.includes(at) ? [at] : []));
  return [...supporters, ...others];
}

/** As the nearest of the annotators has it: where somebody begins who would have it otherwise than all of them. */
export function nearestCard(review: Review, group: ComparedGroup): { card: DecidedCard; at: number } | null {
  const at = supportersOf(group)[0] ?? 0;
  const card = toldByGroups(review, group, at);
  return card && { card, at };
}

export const nearestSpan = (review: Review, group: ComparedGroup): DecidedSpan | null =>
  spanOf(memberSpan(review, group, supportersOf(group)[0] ?? 0));

/** A span of a group as one annotator has it. */
export const spanAsHad = (review: Review, group: ComparedGroup, at: number): DecidedSpan | null =>
  spanOf(memberSpan(review, group, at));

export function decidedCard(
  review: Review,
  group: ComparedGroup,
  decision: Decision | null,
): Decided<DecidedCard> {
  if (!decision || decision.how === "nothing" || decision.how === "unsure") return null;
  if (decision.how === "edit") return "as-it-stands";
  if (decision.how === "take" || decision.how === "accepted-together") {
    const at = takenBy(review, decision);
    if (at === undefined) return "as-it-stands";
    return toldByGroups(review, group, at);
  }
  if (!isOfThese(review, decision)) return "as-it-stands";
  const wantedCards = byNearness(group).flatMap((at) => toldByGroups(review, group, at) ?? []);
  return togetherAs(wantedCards, decision.how);
}

function toldByGroups(review: Review, group: ComparedGroup, at: number): DecidedCard | null {
  const card = memberCard(review, group, at);
  if (!card) return null;
  const { spans, cards } = groupIndexOf(review);
  const entities = review.sets[at]?.entities ?? tableOf<Entity>();
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
    within:
      card.within === null
        ? enclosingForAll(review, cards[at]?.get(card.id) ?? -1)
        : (cards[at]?.get(card.within) ?? null),
    about: [...new Set((card.about ?? []).map((id) => entityBehind(entities, id)?.id ?? id))],
    kind: card.kind,
    fields: card.fields,
    note: card.note,
    flags: card.flags,
  };
}

/** Slots of all, or what all have in them; of what there can be only one the nearest that there is. */
function togetherAs(all: readonly DecidedCard[], how: "union" | "intersection"): DecidedCard | null {
  const [first] = all;
  if (!first) return null;
  const isKept = (held: (card: DecidedCard) => boolean): boolean => how === "union" || all.every(held);
  const pickGroup = (of: (card: DecidedCard) => number | null): number | null => {
    const firstGroup = all.map(of).find((group) => group !== null) ?? null;
    return how === "union" || all.every((card) => of(card) === of(first)) ? firstGroup : null;
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
    cue: pickGroup(({ cue }) => cue),
    claim: pickGroup(({ claim }) => claim),
    via: [...vias.values()]
      .reverse()
      .filter((via) => isKept((card) => card.via.some(({ group }) => group === via.group))),
    within: pickGroup(({ within }) => within),
    about: [...new Set(all.flatMap(({ about }) => about))].filter((id) =>
      isKept(({ about }) => about.includes(id)),
    ),
    ...notesTogether(all, how),
  };
}

/**
 * `member`: by number of the annotator. `edit`: of a span as given; of a card as the nearest has it or as it stands, to be
 * changed like any other.
 */
export type DecisionChoice =
  | { readonly how: "take" | "accepted-together"; readonly member: number }
  | { readonly how: "union" | "intersection" | "nothing" | "unsure" }
  | { readonly how: "edit"; readonly span?: DecidedSpan };

/** What somebody says of one conflict. */
export interface Verdict {
  readonly group: number;
  /** `null`: what was decided is taken back, and it is open again. */
  readonly choice: DecisionChoice | null;
  readonly reason?: string;
}
