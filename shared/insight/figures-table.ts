// Figures as a table: a row a group of a measure, for a spreadsheet or a terminal.
import { csvText } from "../interchange/csv-text.ts";
import type { FiguresReport } from "./figures-report.ts";
import { hasSpread, type InsightGroup, type MeasuredInsight } from "./report.ts";

const figures = ["value", "numerator", "denominator", "n", "low", "high", "unknown"] as const;

type FigureCell = string | number | null;

type Rows = readonly (readonly FigureCell[])[];

/** The names of the columns, and a row for each group; what is not known is an empty cell. */
export const figureRows = (measures: readonly MeasuredInsight[]): Rows => rowsWith(measures, [], () => []);

/** What the figures of a measure were counted by. */
const settings = [
  ...[
    "articles",
    "left_out",
    "curated_in_part",
    "excluded_cards",
    "article_set",
    "filter",
    "sets",
    "annotator",
  ],
  ...["policy", "weights", "nested", "seed", "project_hash"],
] as const;

/** The conditions that ask anything, as JSON. */
function filterText(filter: MeasuredInsight["scope"]["filter"]): string | null {
  const conditions = Object.entries(filter).filter(([, wanted]) => wanted !== null && wanted.length > 0);
  return conditions.length > 0 ? JSON.stringify(Object.fromEntries(conditions)) : null;
}

/** Whose sets count, by id; several are parted by blanks. */
const chosenIds = (sets: MeasuredInsight["scope"]["sets"]): string | null =>
  sets.of === "person" ? sets.id : sets.of === "people" ? sets.ids.join(" ") : null;

const settingsOf = ({ scope, policy, seed }: MeasuredInsight, projectHash: string): readonly FigureCell[] => [
  ...[scope.articles, scope.leftOut, scope.curatedInPart, scope.excludedCards],
  ...[scope.set?.name ?? null, filterText(scope.filter)],
  ...[scope.sets.of, chosenIds(scope.sets), policy],
  ...[scope.weights, scope.nested ? "yes" : "no", seed, projectHash],
];

function rowsWith(
  measures: readonly MeasuredInsight[],
  moreColumns: readonly string[],
  moreCells: (measure: MeasuredInsight) => readonly FigureCell[],
): Rows {
  const groups = measures.flatMap((measure) => measure.groups);
  const columns = [...new Set(groups.flatMap(({ by }) => Object.keys(by)))];
  const marks = groups.some(({ isLopsided }) => isLopsided) ? ["lopsided"] : [];
  const spread = groups.some(hasSpread) ? (["least", "most"] as const) : [];
  const limits = measures.some(({ pairSources }) => pairSources !== undefined) ? ["pair_sources"] : [];
  const cellsOf = (group: InsightGroup): readonly FigureCell[] => [
    ...columns.map((column) => group.by[column] ?? null),
    ...figures.map((figure) => group[figure]),
    ...spread.map((end) => group[end] ?? null),
    ...marks.map(() => (group.isLopsided ? "yes" : "no")),
  ];
  return [
    ["measure", "unit", ...columns, ...figures, ...spread, ...marks, ...limits, ...moreColumns],
    ...measures.flatMap((measure) =>
      measure.groups.map((group) => [
        ...[measure.id, measure.unit, ...cellsOf(group)],
        ...limits.map(() => measure.pairSources ?? null),
        ...moreCells(measure),
      ]),
    ),
  ];
}

/** The same with what was counted, for programs. */
export const figureTable = ({ measures, about }: Figures): Rows =>
  rowsWith(measures, settings, (measure) => settingsOf(measure, about.projectHash));

/** What is in a table for programs. */
interface Figures extends Pick<FiguresReport, "measures"> {
  readonly about: Pick<FiguresReport["about"], "projectHash">;
}

/** The table for programs as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function figuresCsv(report: Figures): string {
  return csvText(figureTable(report));
}
