// The rules of the guideline that people do not yet read alike: how often units differ in each thing that is said of them, and which checks
// find something in one annotator's unit and not in another's.
import { createChecker } from "../../checks/checker.ts";
import type { Id } from "../../model/id.ts";
import { type Aspect, aspects, type Difference } from "../difference.ts";
import type { CompareChoice, ComparedArticle } from "./compared-article.ts";
import { type DisputedUnit, disputedIn } from "./disputed.ts";

export interface AspectCount {
  readonly kind: "span" | "card";
  readonly aspect: Aspect;
  readonly field?: string;
  /** Units that could differ in it. */
  readonly units: number;
  readonly strict: number;
  readonly lenient: number;
}

export interface CheckCount {
  readonly check: string;
  /** Units in which it finds something of anybody. */
  readonly units: number;
  /** Of these: where somebody else has the unit, too, and nothing is found in theirs. */
  readonly differing: number;
}

/** The most disputed first. Things nobody differs in are left out. */
export function aspectCounts(articles: readonly ComparedArticle[]): readonly AspectCount[] {
  const units = { span: 0, card: 0 };
  const common = { span: 0, card: 0 };
  const counts = new Map<string, { strict: number; lenient: number; one: Difference; unit: DisputedUnit }>();
  for (const article of articles) {
    for (const { kind, members } of article.groups) {
      units[kind] += 1;
      if (members.filter((member) => member !== null).length > 1) common[kind] += 1;
    }
    for (const unit of disputedIn(article))
      for (const difference of unit.differences) {
        const key = `${unit.kind} ${difference.aspect} ${difference.field ?? ""}`;
        const count = counts.get(key) ?? { strict: 0, lenient: 0, one: difference, unit };
        counts.set(key, {
          ...count,
          strict: count.strict + 1,
          lenient: count.lenient + (difference.isPassed ? 0 : 1),
        });
      }
  }
  return [...counts.values()]
    .map(({ strict, lenient, one: { aspect, field }, unit: { kind } }): AspectCount => {
      const of = aspect === "missing" ? units[kind] : common[kind];
      return { kind, aspect, ...(field !== undefined && { field }), units: of, strict, lenient };
    })
    .sort(
      (a, b) =>
        b.strict / Math.max(1, b.units) - a.strict / Math.max(1, a.units) ||
        aspects.indexOf(a.aspect) - aspects.indexOf(b.aspect) ||
        ((a.field ?? "") < (b.field ?? "") ? -1 : 1),
    );
}

/** The most differing first. */
export function checkCounts(
  articles: readonly ComparedArticle[],
  { entities, tagset }: Pick<CompareChoice, "entities" | "tagset">,
): readonly CheckCount[] {
  const counts = new Map<string, { units: number; differing: number }>();
  for (const { groups, sets, text, metadata } of articles) {
    const checksBySet = sets.map((set) => {
      const checker = createChecker({ text, metadata, tagset, annotations: { set, entities } });
      while (!checker.work(() => true));
      const checks = new Map<Id, Set<string>>();
      for (const { check, of, on } of checker.findings())
        if (of === "span" || of === "card") checks.set(on, (checks.get(on) ?? new Set()).add(check));
      return checks;
    });
    for (const { members } of groups) {
      const memberChecks = members.flatMap((id, at) =>
        id === null ? [] : [checksBySet[at]?.get(id) ?? new Set<string>()],
      );
      for (const check of new Set(memberChecks.flatMap((checks) => [...checks]))) {
        const count = counts.get(check) ?? { units: 0, differing: 0 };
        const isSame = memberChecks.every((checks) => checks.has(check));
        counts.set(check, { units: count.units + 1, differing: count.differing + (isSame ? 0 : 1) });
      }
    }
  }
  return Array.from(counts, ([check, count]) => ({ check, ...count }))
    .filter(({ differing }) => differing > 0)
    .sort((a, b) => b.differing - a.differing || (a.check < b.check ? -1 : 1));
}
