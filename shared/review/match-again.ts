// Matches the units of a set with those of an earlier version of it, where ids say nothing: first the same in all, then the same in what makes
// them, then the nearest, best first. Where two are equally near none is taken: a wrong match would be worse than a new unit.

import type { Attribution } from "../model/attribution.ts";
import type { Exclusion } from "../model/exclusion.ts";
import { cardsByOuter, outerFirst } from "../model/nesting.ts";
import type { Range } from "../model/range.ts";
import type { Remark } from "../model/remark.ts";
import { type Span, typeAndPlace } from "../model/span.ts";

export interface Matching<Unit> {
  /** Pairs that are the same with all that hangs on them; matched before any others. Each unit is in one at most. */
  together?(came: readonly Unit[], before: readonly Unit[]): Iterable<readonly [Unit, Unit]>;
  /** All that is said of a unit: of those with the same text any is as good as any other. */
  whole(unit: Unit): string;
  /** What makes a unit what it is, weaker from one to the next; used where one unit alone has it on each side. */
  readonly parts: readonly ((unit: Unit) => string)[];
  /** Pairs that share something, with how much: above 0, at most 1. Stops where there are more than it is asked for. */
  near(came: readonly Unit[], before: readonly Unit[], most: number): readonly NearPair<Unit>[] | "too-many";
}

interface NearPair<Unit> {
  readonly came: Unit;
  readonly before: Unit;
  readonly share: number;
}

/** Beyond so many pairs that share something nothing is matched by nearness, so that no file keeps the machine busy. */
const mostPairs = 200_000;

/** By which unit of before each one is known again; the order of both lists means nothing. */
export function matchAgain<Unit extends { readonly id: string }>(
  came: readonly Unit[],
  before: readonly Unit[],
  { together, whole, parts, near }: Matching<Unit>,
): ReadonlyMap<Unit, Unit> {
  const matched = new Map<Unit, Unit>();
  const takenUnits = new Set<Unit>();
  const match = (one: Unit, other: Unit): void => {
    matched.set(one, other);
    takenUnits.add(other);
  };
  const free = () => ({
    came: came.filter((unit) => !matched.has(unit)),
    before: before.filter((unit) => !takenUnits.has(unit)),
  });
  for (const [unit, oldUnit] of together?.(came, before) ?? []) match(unit, oldUnit);
  const unmatchedById = free();
  const old = new Map(unmatchedById.before.map((unit) => [unit.id, unit]));
  for (const unit of unmatchedById.came) {
    const oldUnit = old.get(unit.id);
    if (oldUnit && whole(unit) === whole(oldUnit)) match(unit, oldUnit);
  }
  const alike = free();
  for (const [ours, theirs] of sameBy(whole, alike.came, alike.before))
    for (const [at, unit] of ours.entries()) {
      const oldUnit = theirs[at];
      if (oldUnit) match(unit, oldUnit);
    }
  for (const part of parts) {
    const unmatched = free();
    for (const [[unit, ...more], [other, ...others]] of sameBy(part, unmatched.came, unmatched.before))
      if (unit && other && more.length + others.length === 0) match(unit, other);
  }
  const unmatched = free();
  const pairs = near(unmatched.came, unmatched.before, mostPairs);
  if (pairs !== "too-many") for (const { came: unit, before: other } of bestFirst(pairs)) match(unit, other);
  return matched;
}

/** Those of both sides for which `key` says the same, by id. */
function* sameBy<Unit extends { readonly id: string }>(
  key: (unit: Unit) => string,
  came: readonly Unit[],
  before: readonly Unit[],
): Iterable<readonly [readonly Unit[], readonly Unit[]]> {
  const byKey = new Map<string, [Unit[], Unit[]]>();
  for (const [side, units] of [came, before].entries())
    for (const unit of [...units].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const sides = byKey.get(key(unit)) ?? [[], []];
      byKey.set(key(unit), sides);
      sides[side]?.push(unit);
    }
  for (const [ours, theirs] of byKey.values()) if (ours.length > 0 && theirs.length > 0) yield [ours, theirs];
}

/** Pairs of which neither unit is in two, the best first; units that are equally near to two of the other side stay without. */
function bestFirst<Unit>(pairs: readonly NearPair<Unit>[]): readonly NearPair<Unit>[] {
  const settled = new Set<Unit>();
  const chosenPairs: NearPair<Unit>[] = [];
  const sorted = [...pairs].sort((a, b) => b.share - a.share);
  for (let at = 0; at < sorted.length; ) {
    const share = sorted[at]?.share;
    const equal: NearPair<Unit>[] = [];
    for (let pair = sorted[at]; pair?.share === share && pair; at += 1, pair = sorted[at])
      if (!settled.has(pair.came) && !settled.has(pair.before)) equal.push(pair);
    const count = new Map<Unit, number>();
    for (const { came, before } of equal)
      for (const unit of [came, before]) count.set(unit, (count.get(unit) ?? 0) + 1);
    for (const pair of equal) {
      if (count.get(pair.came) === 1 && count.get(pair.before) === 1) chosenPairs.push(pair);
      settled.add(pair.came).add(pair.before);
    }
  }
  return chosenPairs;
}

const place = ({ start, end }: Range): string => `${start}-${end}`;

/** By type and place; the nearest share most of their text. */
export const spanMatching: Matching<Span> = {
  whole: (span) => JSON.stringify([typeAndPlace(span), span.entity ?? null]),
  parts: [typeAndPlace, ({ id, type }) => JSON.stringify([id, type])],
  near: (came, before, most) =>
    overlapping(came, before, { kind: ({ type }) => type, ranges: ({ segments }) => segments }, most),
};

export const exclusionMatching: Matching<Exclusion> = {
  whole: ({ segment, reason }) => JSON.stringify([place(segment), reason]),
  parts: [({ segment }) => place(segment), ({ id }) => id],
  near: (came, before, most) =>
    overlapping(came, before, { kind: () => "", ranges: ({ segment }) => [segment] }, most),
};

/** By their members; the nearest have the claim or the cue in common, and most of the others. */
export const cardMatching: Matching<Attribution> = {
  together: nestedAlike,
  whole: (card) => JSON.stringify([membersOf(card), saidOf(card)]),
  parts: [(card) => JSON.stringify(membersOf(card)), ({ id }) => id],
  near: sharingMembers,
};

/** Notes on one subject; which of several on one is which, only their words say. */
export const noteMatching: Matching<Remark> = {
  whole: ({ on, text }) => JSON.stringify([on, text]),
  parts: [({ on }) => JSON.stringify(on.what === "article" ? on.what : { ...on, quote: "" }), ({ id }) => id],
  near: () => [],
};

const membersOf = ({ voice, cue, claim, via }: Attribution): readonly string[] => [
  ...voice.map((id) => `voice ${id}`).sort(),
  ...(cue === null ? [] : [`cue ${cue}`]),
  ...(claim === null ? [] : [`claim ${claim}`]),
  ...via.map(({ span, role }) => `via ${span} ${role}`).sort(),
];

const saidOf = ({ kind, fields, note, flags, about = [] }: Attribution): unknown => [
  kind,
  Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)),
  note,
  [...flags].sort(),
  [...about].sort(),
];

/** Cards that are the same with those around them and within them: of several that say the same, each with what lies within it. */
function* nestedAlike(
  came: readonly Attribution[],
  before: readonly Attribution[],
): Iterable<readonly [Attribution, Attribution]> {
  const kinds = kindsOfTrees([came, before]);
  const kindOf = (card: Attribution): string => String(kinds.get(card));
  const [ours, theirs] = [cardsByOuter(came), cardsByOuter(before)];
  const levels = [[ours.get(null) ?? [], theirs.get(null) ?? []] as const];
  // Grows while it is walked.
  for (const [some, others] of levels)
    for (const [alike, oldAlike] of sameBy(kindOf, some, others))
      for (const [at, card] of alike.entries()) {
        const oldCard = oldAlike[at];
        if (!oldCard) continue;
        yield [card, oldCard];
        levels.push([ours.get(card.id) ?? [], theirs.get(oldCard.id) ?? []]);
      }
}

/** By card: a number that two have in common if they say the same, and so does all that lies within them. */
function kindsOfTrees(sides: readonly (readonly Attribution[])[]): ReadonlyMap<Attribution, number> {
  const kinds = new Map<Attribution, number>();
  const numbers = new Map<string, number>();
  for (const cards of sides) {
    const byOuter = cardsByOuter(cards);
    for (const card of [...outerFirst(cards)].reverse()) {
      const inner = (byOuter.get(card.id) ?? []).map((one) => kinds.get(one) ?? -1).sort((a, b) => a - b);
      const tree = JSON.stringify([cardMatching.whole(card), inner]);
      const number = numbers.get(tree) ?? numbers.size;
      numbers.set(tree, number);
      kinds.set(card, number);
    }
  }
  return kinds;
}

function sharingMembers(
  came: readonly Attribution[],
  before: readonly Attribution[],
  most: number,
): readonly NearPair<Attribution>[] | "too-many" {
  const heads = ({ cue, claim }: Attribution): string[] => [
    ...(cue === null ? [] : [`cue ${cue}`]),
    ...(claim === null ? [] : [`claim ${claim}`]),
  ];
  const byHead = new Map<string, Attribution[]>();
  for (const card of before)
    for (const head of heads(card)) {
      const cards = byHead.get(head);
      if (cards) cards.push(card);
      else byHead.set(head, [card]);
    }
  const pairs: NearPair<Attribution>[] = [];
  for (const card of came) {
    const members = new Set(membersOf(card));
    for (const oldCard of new Set(heads(card).flatMap((head) => byHead.get(head) ?? []))) {
      if (pairs.length >= most) return "too-many";
      const others = membersOf(oldCard);
      const shared = others.filter((member) => members.has(member)).length;
      pairs.push({ came: card, before: oldCard, share: shared / (members.size + others.length - shared) });
    }
  }
  return pairs;
}

interface PlacedUnits<Unit> {
  /** Only units of one kind are near to each other. */
  kind(unit: Unit): string;
  ranges(unit: Unit): readonly Range[];
}

/** Pairs of one kind that have characters in common, with the share of those in all that the two cover. */
function overlapping<Unit>(
  came: readonly Unit[],
  before: readonly Unit[],
  { kind, ranges }: PlacedUnits<Unit>,
  most: number,
): readonly NearPair<Unit>[] | "too-many" {
  const hullOf = (unit: Unit): Range => {
    const unitRanges = ranges(unit);
    return { start: unitRanges[0]?.start ?? 0, end: unitRanges.at(-1)?.end ?? 0 };
  };
  const placed = [came, before].flatMap((units, side) =>
    units.map((unit) => ({ unit, side, kind: kind(unit), ...hullOf(unit) })),
  );
  placed.sort((a, b) => a.start - b.start);
  const openByKind = new Map<string, typeof placed>();
  const pairs: NearPair<Unit>[] = [];
  let tried = 0;
  for (const placedUnit of placed) {
    const others = (openByKind.get(placedUnit.kind) ?? []).filter(({ end }) => end > placedUnit.start);
    openByKind.set(placedUnit.kind, [...others, placedUnit]);
    for (const otherUnit of others) {
      tried += 1;
      if (tried > most) return "too-many";
      if (otherUnit.side === placedUnit.side) continue;
      const [ours, theirs] =
        placedUnit.side === 0 ? [placedUnit.unit, otherUnit.unit] : [otherUnit.unit, placedUnit.unit];
      const share = sharedOf(ranges(ours), ranges(theirs));
      if (share > 0) pairs.push({ came: ours, before: theirs, share });
    }
  }
  return pairs;
}

/** Characters that both cover, as a share of those that either does. */
function sharedOf(some: readonly Range[], others: readonly Range[]): number {
  let shared = 0;
  for (let [a, b] = [0, 0]; a < some.length && b < others.length; ) {
    const [one, other] = [some[a], others[b]];
    if (!one || !other) break;
    shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end < other.end) a += 1;
    else b += 1;
  }
  const length = (all: readonly Range[]): number => all.reduce((sum, { start, end }) => sum + end - start, 0);
  return shared / (length(some) + length(others) - shared);
}
