// The units in which annotators differ, and which of them a figure counts: so that each number leads to exactly its
// disagreements.

import { continuumMeasures } from "../../agreement/index.ts";
import type { MarkAspect } from "../../agreement/measure.ts";
import type { Id } from "../../model/id.ts";
import type { Range } from "../../model/range.ts";
import { shortened } from "../../model/shortened.ts";
import { spanText } from "../../model/span.ts";
import { get } from "../../model/table.ts";
import type { ComparedGroup } from "../comparison.ts";
import type { Aspect, Difference } from "../difference.ts";
import type { How, QuestionId } from "./answers.ts";
import type { ComparedArticle } from "./compared-article.ts";

/** A span or a card of which not all say the same. */
export interface DisputedUnit {
  readonly article: Id;
  readonly kind: "span" | "card";
  /** By annotator: the id of their span or card; `null` for one who has none. */
  readonly members: readonly (Id | null)[];
  readonly place: Range | null;
  /** The words it is about: those of a span, or of what a card claims. */
  readonly quote: string;
  /** Span type of the first who has it; `null` for a card. */
  readonly type: string | null;
  readonly differences: readonly Difference[];
  /** How much is in dispute: for each difference the share of pairs of annotators who differ. */
  readonly weight: number;
}

/** Which disagreements a number is of. Absent parts: any. */
export interface DisputeFilter {
  readonly how: How;
  readonly kind?: "span" | "card";
  readonly aspects?: readonly Aspect[];
  readonly field?: string;
  /** Places of two annotators who differ. */
  readonly pair?: readonly [number, number];
  /** What the two say, in their order; `null`: has no such unit. */
  readonly said?: readonly [string | null, string | null];
  readonly articles?: readonly Id[];
}

/** Code units of a quote that are kept. */
const longestQuote = 240;

export function disputedIn(compared: ComparedArticle): readonly DisputedUnit[] {
  return compared.groups.flatMap((group): DisputedUnit[] => {
    const { kind, members, place, differences } = group;
    if (differences.length === 0) return [];
    const said = wordsOfGroup(group, compared);
    const weight = weightOf(differences);
    return [{ article: compared.id, kind, members, place, differences, weight, ...said }];
  });
}

/** The words that a group is about, as the first who has it marked them, and the type of a span. */
export function wordsOfGroup(
  { kind, members, place }: Pick<ComparedGroup, "kind" | "members" | "place">,
  { sets, text }: Pick<ComparedArticle, "sets" | "text">,
): Pick<DisputedUnit, "quote" | "type"> {
  const firstIndex = members.findIndex((member) => member !== null);
  const [set, member] = [sets[firstIndex], members[firstIndex]];
  const card = set && member ? get(set.attributions, member) : undefined;
  const span = set && get(set.spans, (kind === "span" ? member : (card?.claim ?? card?.cue)) ?? "");
  const words = span ? spanText(span) : place ? text.text.slice(place.start, place.end) : "";
  return { quote: shortened(words, longestQuote), type: kind === "span" ? (span?.type ?? null) : null };
}

function isOf(unit: DisputedUnit, filter: DisputeFilter): boolean {
  const { how, kind, aspects, field, pair, said, articles } = filter;
  if (kind && unit.kind !== kind) return false;
  if (articles && !articles.includes(unit.article)) return false;
  return unit.differences.some((one) => {
    if (how === "lenient" && one.isPassed) return false;
    if (aspects && !aspects.includes(one.aspect)) return false;
    if (field !== undefined && one.field !== field) return false;
    if (!pair) return true;
    const [a, b] = pair;
    // Of what only one has there is nothing else to differ in.
    if (one.classes[a] === one.classes[b] || (one.aspect !== "missing" && isAbsent(one, pair))) return false;
    return !said || (saidBy(unit, one, a) === said[0] && saidBy(unit, one, b) === said[1]);
  });
}

export const disagreementsOf = (
  units: readonly DisputedUnit[],
  filter: DisputeFilter,
): readonly DisputedUnit[] => units.filter((unit) => isOf(unit, filter));

const isAbsent = ({ classes }: Difference, [a, b]: readonly [number, number]): boolean =>
  classes[a] == null || classes[b] == null;

/** As tables of confusions name it. */
function saidBy(
  { members, type }: DisputedUnit,
  { aspect, said, classes }: Difference,
  at: number,
): string | null {
  if (members[at] === null || classes[at] === null) return null;
  if (aspect === "missing") return type;
  const value = said[at] ?? null;
  return value === null ? "–" : String(value);
}

function weightOf(differences: readonly Difference[]): number {
  return differences.reduce((sum, { classes }) => {
    const present = classes.filter((one) => one !== null);
    let [apart, all] = [0, 0];
    for (const [at, one] of present.entries())
      for (const otherClass of present.slice(at + 1)) {
        all += 1;
        if (one !== otherClass) apart += 1;
      }
    return sum + (all === 0 ? 0 : apart / all);
  }, 0);
}

const allOfMarks: readonly MarkAspect[] = ["missing", "edges", "type"];

/** Of a figure of a question: what its disagreements are. */
export function filterOf(question: QuestionId, measure: string, how: How): DisputeFilter {
  if (question === "marks" || question === "characters")
    return {
      how,
      kind: "span",
      aspects: continuumMeasures.find(({ id }) => id === measure)?.counts ?? allOfMarks,
    };
  if (question.startsWith("field:"))
    return { how, kind: "card", aspects: ["field"], field: question.slice("field:".length) };
  return {
    how,
    kind: question === "type" || question === "entity" ? "span" : "card",
    aspects: [question as Aspect],
  };
}
