// Reads what is asked for: measures and groupings by their ids, or why figures cannot be counted like this.
import { type Message, message } from "../words/message.ts";
import {
  fieldGroupings,
  groupingCalled,
  type InsightGrouping,
  insightGroupings,
  isOfAnyMeasure,
} from "./groupings.ts";
import { insightMeasures } from "./index.ts";
import type { InsightMeasure } from "./measure.ts";
import type { IndexedProject } from "./scope.ts";

type AskedFigures =
  | {
      readonly ok: true;
      readonly measures: readonly InsightMeasure[];
      /** Those asked for; a measure may be divided by more, see `groupingsOf`. */
      readonly groupings: readonly InsightGrouping[];
    }
  | { readonly ok: false; readonly problem: Message };

/** The measures and groupings of these ids; without ids of measures, all that the groupings fit. */
export function askedFigures(
  project: Pick<IndexedProject, "tagset" | "entities">,
  { measures: ids, by }: { readonly measures: readonly string[]; readonly by: readonly string[] },
): AskedFigures {
  const known = [...insightGroupings, ...fieldGroupings(project)];
  const problem = unknownMeasure(ids) ?? unknownGrouping(by, known);
  if (problem) return { ok: false, problem };
  const groupings = [...new Set(by.flatMap((called) => groupingCalled(known, called) ?? []))];
  const measures =
    ids.length === 0 ? insightMeasures.filter((one) => isFitting(one, groupings)) : ids.flatMap(measureOf);
  const [misfitted] = measures.flatMap((measure) => misfit(measure, groupings) ?? []);
  return misfitted ? { ok: false, problem: misfitted } : { ok: true, measures, groupings };
}

const measureOf = (id: string): readonly InsightMeasure[] => insightMeasures.filter((one) => one.id === id);

const idsIn = (registry: readonly { readonly id: string }[]): string =>
  registry.map(({ id }) => id).join(", ");

function unknownMeasure(ids: readonly string[]): Message | null {
  const id = ids.find((one) => measureOf(one).length === 0);
  return id === undefined ? null : message("insight.no-measure", { id, known: idsIn(insightMeasures) });
}

function unknownGrouping(by: readonly string[], known: readonly InsightGrouping[]): Message | null {
  const id = by.find((called) => !groupingCalled(known, called));
  return id === undefined ? null : message("insight.no-grouping", { id, known: idsIn(known) });
}

/** Those asked for, and the one by which the measure is always divided, unless a field takes the place of the class. */
export function groupingsOf(
  { alwaysBy }: InsightMeasure,
  by: readonly InsightGrouping[],
): readonly InsightGrouping[] {
  const isDivided = by.some(
    (grouping) => grouping.id === alwaysBy || (alwaysBy === "class" && "knowledgeOf" in grouping),
  );
  return isDivided ? by : [...by, ...insightGroupings.filter(({ id }) => id === alwaysBy)];
}

/** Whether a measure is counted that nobody named: pairs, of which there may be very many, only where they are asked for. */
const isFitting = (measure: InsightMeasure, by: readonly InsightGrouping[]): boolean =>
  misfit(measure, by) === null && (measure.alwaysBy !== "pair" || by.some(({ id }) => id === "pair"));

/** Why a measure cannot be grouped like this; `null` where it can. */
function misfit(measure: InsightMeasure, by: readonly InsightGrouping[]): Message | null {
  const groupings = groupingsOf(measure, by);
  const isFit = (grouping: InsightGrouping): boolean =>
    isOfAnyMeasure(grouping) || measure.levels.some((one) => one === grouping.level);
  const unfit = groupings.find((grouping) => !isFit(grouping));
  if (unfit) {
    const known = idsIn(insightGroupings.filter(isFit));
    return message("insight.not-by", { measure: measure.id, grouping: unfit.id, known });
  }
  const sources = groupings.filter(({ level }) => level === "source").map(({ id }) => id);
  const [first, second] = sources;
  if (first === undefined || second === undefined) return null;
  return message("insight.one-of-sources", { first, second });
}
