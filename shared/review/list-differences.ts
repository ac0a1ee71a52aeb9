// Lists the questions of a comparison in their order: everything that the list of differences can be asked for, and the counts that stand
// beside it.
import type { Id } from "../model/id.ts";
import { type ComparedGroup, type Comparison, isAgreed } from "./comparison.ts";
import { type Aspect, aspects, type Difference } from "./difference.ts";
import type { Question, QuestionPart, QuestionState } from "./questions.ts";

/**
 * `lenient`: what differs in more than the policies pass over; `strict`: whatever differs; `passed`: what differs only in what
 * they pass over; `same`: what nobody differs in.
 */
export const shownGroups = ["lenient", "strict", "passed", "same", "all"] as const;
type ShownGroups = (typeof shownGroups)[number];

export const differenceSorts = ["place", "size", "kind"] as const;
type DifferenceSort = (typeof differenceSorts)[number];

/** What is asked for; `null`, or nothing in a list, asks for nothing in particular. */
export interface DifferenceQuery {
  readonly shown: ShownGroups;
  readonly of: ComparedGroup["kind"] | null;
  /** Questions of which a part differs in any of these. */
  readonly aspects: readonly Aspect[];
  /** A field of the card in which they differ. */
  readonly field: string | null;
  /** An annotator who says other than most, or something others do not. */
  readonly annotator: Id | null;
  readonly state: QuestionState | null;
  /** The `groupKey`s of the parts of just these questions, as behind a number. */
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

export interface ListedQuestion {
  /** The `groupKey` of its card, or of its span where there is no card. */
  readonly key: string;
  /** Those of all of its parts. */
  readonly keys: readonly string[];
  readonly question: Question;
  readonly group: ComparedGroup;
  /** The numbers of its parts in which people differ, as far as that is asked for; the card first. */
  readonly differing: readonly number[];
}

/** Names a group by its members, whatever their order, so that it is found again in another comparison of the same sets. */
export const groupKey = ({ kind, members }: ComparedGroup): string =>
  [kind, ...members.filter((id) => id !== null).sort()].join(" ");

export interface ListedOf {
  readonly comparison: Comparison;
  /** In the order of the members. */
  readonly annotators: readonly Id[];
  readonly questions: readonly Question[];
}

export function listDifferences(
  { comparison, annotators, questions }: ListedOf,
  query: DifferenceQuery,
): readonly ListedQuestion[] {
  const groupKeys = query.groups && new Set(query.groups);
  const column = query.annotator === null ? -1 : annotators.indexOf(query.annotator);
  const listed: ListedQuestion[] = [];
  for (const question of questions) {
    const group = comparison.groups[question.group];
    if (!group || !isShown(comparison, question, query.shown)) continue;
    if (query.state !== null && question.state !== query.state) continue;
    const parts = question.parts.map((part) => partOf(comparison, part, query));
    if (!parts.some((part) => isWanted(part, query, column, groupKeys))) continue;
    listed.push({
      key: groupKey(group),
      keys: parts.map(({ key }) => key),
      question,
      group,
      differing: parts.filter(({ differences }) => differences.length > 0).map(({ number }) => number),
    });
  }
  return sorted(listed, query.sort);
}

/** A part with what it differs in, as far as that is asked for. */
interface LookedAt {
  readonly number: number;
  readonly key: string;
  readonly kind: ComparedGroup["kind"] | undefined;
  readonly differences: readonly Difference[];
}

function partOf(
  { groups }: Comparison,
  { group: number, asked }: QuestionPart,
  { shown }: DifferenceQuery,
): LookedAt {
  const group = groups[number];
  return {
    number,
    key: group ? groupKey(group) : "",
    kind: group?.kind,
    differences: shown === "lenient" ? asked : (group?.differences ?? []),
  };
}

function isWanted(
  { kind, key, differences }: LookedAt,
  query: DifferenceQuery,
  column: number,
  wanted: ReadonlySet<string> | null,
): boolean {
  const isIn = query.of === null || (kind === query.of && (differences.length > 0 || isAlike(query.shown)));
  return (
    isIn &&
    (query.aspects.length === 0 || differences.some(({ aspect }) => query.aspects.includes(aspect))) &&
    (query.field === null || differences.some(({ field }) => field === query.field)) &&
    (column < 0 || differences.some((difference) => standsApart(difference, column))) &&
    (!wanted || wanted.has(key))
  );
}

/** Whether also what nobody differs in is asked for. */
const isAlike = (shown: ShownGroups): boolean => shown === "same" || shown === "all";

function sorted(listed: ListedQuestion[], sort: DifferenceSort): readonly ListedQuestion[] {
  if (sort === "place") return listed;
  const rank = ({ question: { differs }, group }: ListedQuestion): number => {
    const size = differs ? aspects.indexOf(differs.aspect) : -1;
    return sort === "size" ? size : (group.kind === "span" ? 0 : aspects.length + 1) + size;
  };
  return listed.sort((a, b) => rank(a) - rank(b) || a.question.group - b.question.group);
}

function isShown(comparison: Comparison, question: Question, shown: ShownGroups): boolean {
  if (shown === "all") return true;
  if (shown === "lenient") return question.differs !== null;
  const isSame = isStrictlySame(comparison, question);
  if (shown === "same") return isSame;
  return !isSame && (shown === "strict" || question.differs === null);
}

const isStrictlySame = ({ groups }: Comparison, { parts }: Question): boolean =>
  parts.every(({ group }) => groups[group]?.differences.length === 0);

/** Whether an annotator says other than most; where no view is that of most, everybody does. */
export function standsApart({ classes }: Difference, column: number): boolean {
  const columnClass = classes[column];
  if (columnClass === null || columnClass === undefined) return false;
  const counts = new Map<number, number>();
  for (const classNumber of classes)
    if (classNumber !== null) counts.set(classNumber, (counts.get(classNumber) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const isAlone = [...counts.values()].filter((count) => count === most).length === 1;
  return !isAlone || counts.get(columnClass) !== most;
}

/** In questions. */
interface QuestionCounts {
  readonly all: number;
  /** In which all have everything alike. */
  readonly strict: number;
  /** In which nobody has to decide anything under the policies, the strict ones among them. */
  readonly lenient: number;
  /** Spans and cards that differ beyond what the policies pass over: the parts of what is to be decided. */
  readonly parts: number;
}

export function questionCounts(comparison: Comparison, questions: readonly Question[]): QuestionCounts {
  return {
    all: questions.length,
    strict: questions.filter((question) => isStrictlySame(comparison, question)).length,
    lenient: questions.filter(({ differs }) => differs === null).length,
    parts: comparison.groups.filter((group) => !isAgreed(group, "lenient")).length,
  };
}

/** The fields of the card that groups differ in. */
export const fieldsIn = ({ groups }: Comparison): readonly string[] => [
  ...new Set(groups.flatMap(({ differences }) => differences.flatMap(({ field }) => field ?? []))),
];
