// Which groups of a comparison are listed, and in what order: everything that the list of differences can be asked for, and
// the counts that stand beside it.
import type { Id } from "../model/id.ts";
import { type ComparedGroup, type Comparison, isAgreed } from "./comparison.ts";
import { type Aspect, aspects, type Difference } from "./difference.ts";
import type { ConflictState } from "./queue.ts";

/**
 * `lenient`: what differs in more than the policies pass over; `strict`: whatever differs; `passed`: what differs only in what
 * they pass over; `same`: what nobody differs in.
 */
export const shownGroups = ["lenient", "strict", "passed", "same", "all"] as const;
export type ShownGroups = (typeof shownGroups)[number];

export const differenceSorts = ["place", "size", "kind"] as const;
export type DifferenceSort = (typeof differenceSorts)[number];

/** What is asked for; `null`, or nothing in a list, asks for nothing in particular. */
export interface DifferenceQuery {
  readonly shown: ShownGroups;
  readonly of: ComparedGroup["kind"] | null;
  /** Groups that differ in any of these. */
  readonly aspects: readonly Aspect[];
  /** A field of the card in which they differ. */
  readonly field: string | null;
  /** An annotator who says other than most, or something others do not. */
  readonly annotator: Id | null;
  readonly state: ConflictState | null;
  /** The `groupKey`s of just these groups, as behind a number. */
  readonly groups: readonly string[] | null;
  readonly sort: DifferenceSort;
}

export const everyDifference: DifferenceQuery = {
  shown: "lenient",
  of: null,
  aspects: [],
  field: null,
  annotator: null,
  state: null,
  groups: null,
  sort: "place",
};

export interface ListedGroup {
  readonly key: string;
  /** The number of the group in the comparison. */
  readonly number: number;
  readonly group: ComparedGroup;
  readonly state: ConflictState;
}

/** Names a group by its members, whatever their order, so that it is found again in another comparison of the same sets. */
export const groupKey = ({ kind, members }: ComparedGroup): string =>
  [kind, ...members.filter((id) => id !== null).sort()].join(" ");

export interface ListedOf {
  readonly comparison: Comparison;
  /** In the order of the members. */
  readonly annotators: readonly Id[];
  stateOf(group: ComparedGroup): ConflictState;
}

export function listDifferences(
  { comparison, annotators, stateOf }: ListedOf,
  query: DifferenceQuery,
): readonly ListedGroup[] {
  const wanted = query.groups && new Set(query.groups);
  const column = query.annotator === null ? -1 : annotators.indexOf(query.annotator);
  const listed: ListedGroup[] = [];
  for (const [number, group] of comparison.groups.entries()) {
    if (query.of !== null && group.kind !== query.of) continue;
    if (!isShown(group, query.shown)) continue;
    if (query.aspects.length > 0 && !group.differences.some(({ aspect }) => query.aspects.includes(aspect)))
      continue;
    if (query.field !== null && !group.differences.some(({ field }) => field === query.field)) continue;
    if (column >= 0 && !group.differences.some((difference) => standsApart(difference, column))) continue;
    const key = groupKey(group);
    if (wanted && !wanted.has(key)) continue;
    const state = stateOf(group);
    if (query.state !== null && state !== query.state) continue;
    listed.push({ key, number, group, state });
  }
  const { sort } = query;
  if (sort === "place") return listed;
  const rank = ({ group }: ListedGroup): number => {
    const [first] = group.differences;
    const size = first ? aspects.indexOf(first.aspect) : -1;
    return sort === "size" ? size : (group.kind === "span" ? 0 : aspects.length + 1) + size;
  };
  return listed.sort((a, b) => rank(a) - rank(b) || a.number - b.number);
}

function isShown(group: ComparedGroup, shown: ShownGroups): boolean {
  if (shown === "all") return true;
  const isSame = isAgreed(group, "strict");
  if (shown === "same") return isSame;
  if (shown === "strict") return !isSame;
  return isAgreed(group, "lenient") ? shown === "passed" && !isSame : shown === "lenient";
}

/** Whether an annotator says other than most; where no view is that of most, everybody does. */
export function standsApart({ classes }: Difference, column: number): boolean {
  const own = classes[column];
  if (own === null || own === undefined) return false;
  const counts = new Map<number, number>();
  for (const one of classes) if (one !== null) counts.set(one, (counts.get(one) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const isAlone = [...counts.values()].filter((count) => count === most).length === 1;
  return !isAlone || counts.get(own) !== most;
}

export interface ComparisonCounts {
  readonly all: number;
  /** That all have alike. */
  readonly strict: number;
  /** That all have alike under the policies, the strict ones among them. */
  readonly lenient: number;
  /** By aspect: groups that differ in it beyond what the policies pass over. */
  readonly byAspect: Readonly<Partial<Record<Aspect, number>>>;
}

/** Of spans, of cards, or of both. */
export function comparisonCounts(
  { groups }: Comparison,
  of: ComparedGroup["kind"] | null = null,
): ComparisonCounts {
  let [all, strict, lenient] = [0, 0, 0];
  const byAspect: Partial<Record<Aspect, number>> = {};
  for (const group of groups) {
    if (of !== null && group.kind !== of) continue;
    all += 1;
    if (isAgreed(group, "strict")) strict += 1;
    if (isAgreed(group, "lenient")) lenient += 1;
    for (const aspect of new Set(group.differences.flatMap((one) => (one.isPassed ? [] : [one.aspect]))))
      byAspect[aspect] = (byAspect[aspect] ?? 0) + 1;
  }
  return { all, strict, lenient, byAspect };
}

/** The fields of the card that groups differ in. */
export const fieldsIn = ({ groups }: Comparison): readonly string[] => [
  ...new Set(groups.flatMap(({ differences }) => differences.flatMap(({ field }) => field ?? []))),
];
