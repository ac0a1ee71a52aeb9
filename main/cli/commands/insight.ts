// `sayso insight`: who speaks, how much and how, in a project or an annotated JSON file: figures as a table, as CSV or as JSON.
import { resolve } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { figureRows, figuresCsv } from "../../../shared/insight/figures-table.ts";
import { insightGroupings } from "../../../shared/insight/groupings.ts";
import { insightMeasures } from "../../../shared/insight/index.ts";
import { leastArticles } from "../../../shared/insight/interval.ts";
import {
  type InsightQuery,
  type InsightReport,
  insightReport,
  type MeasuredInsight,
} from "../../../shared/insight/report.ts";
import {
  type ChosenSets,
  type DuplicatePolicy,
  defaultScope,
  duplicatePolicies,
  type InsightScope,
  indexedProject,
} from "../../../shared/insight/scope.ts";
import type { ArticleSet } from "../../../shared/model/article-set.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { finish } from "../../../shared/model/work.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { alignedTable } from "../aligned-table.ts";
import {
  atMost,
  type CliCommand,
  type CommandLine,
  dayFrom,
  parse,
  required,
  UsageError,
} from "../cli-command.ts";
import { withClient } from "../core-client.ts";
import { articleSetNamed } from "../find-by-name.ts";
import { isFolder, readBundle } from "../read-bundle.ts";
import { jsonOf } from "../report.ts";
import { writeNamed } from "../written-file.ts";

const policies = duplicatePolicies.join(", ");

const cliOptions = [
  ["--measure ID[,ID]", message("insight.cli-measure"), "many"],
  [
    "--by GROUPING[,GROUPING]",
    message("insight.cli-by", { groupings: insightGroupings.map(({ id }) => id).join(", ") }),
    "many",
  ],
  ["--annotator NAME", message("insight.cli-annotator")],
  ["--curated", message("insight.cli-curated")],
  ["--duplicates POLICY", message("insight.cli-duplicates", { policies })],
  ["--nested", message("insight.cli-nested")],
  ["--fractional", message("insight.cli-fractional")],
  ["--publisher NAME", message("insight.cli-publisher"), "many"],
  ["--set NAME", message("insight.cli-set")],
  ["--tag TAG", message("insight.cli-tag"), "many"],
  ["--from, --to DAY", message("insight.cli-days")],
  ["--seed N", message("insight.cli-seed")],
  ["--format FORMAT", message("insight.cli-format")],
  ["--out FILE", message("insight.cli-out")],
  ["--force", message("cli.export-force")],
  ["--list", message("insight.cli-list")],
] as const;

type InsightValues = ReturnType<typeof parse<typeof cliOptions>>["values"];

const formats = ["table", "csv", "json"] as const;

export const insightCommand: CliCommand = {
  name: "insight",
  synopsis: "PROJECT|FILE | --list",
  summary: message("insight.cli"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    const { out, err, words } = commandLine;
    atMost(1, positionals);
    const format = formatOf(values.format);
    if (values.list === true) {
      out(
        format === "json"
          ? jsonOf({ measures: insightMeasures.map((one) => listed(one, words)) })
          : listOf(words),
      );
      return 0;
    }
    const path = required(positionals[0], "PROJECT");
    const [measures, by, seed] = [idsOf(values.measure), idsOf(values.by), seedOf(values.seed)];
    const read = scopeFrom(values);
    const queryFor: QueryFor = (annotators, set) => ({
      ...{ measures, by, seed },
      scope: { ...read, sets: setsFrom(values, annotators), set },
    });
    const figures = figuresOf(await reportOf(path, { set: values.set, queryFor }, commandLine));
    const text = textOf(figures, format);
    if (values.out === undefined) out(text);
    else {
      await writeNamed(values.out, Buffer.from(text, "utf8"), values.force === true);
      out(writtenLine(values.out, figures, words));
    }
    for (const line of notesOf(figures, words)) err(`${line}\n`);
    return 0;
  },
};

/** What is asked, once it is known who annotated and which articles are meant. */
type QueryFor = (annotators: readonly Annotator[], set: InsightScope["set"]) => InsightQuery;

interface InsightQuestion {
  /** The name of a set of articles. */
  readonly set: string | undefined;
  readonly queryFor: QueryFor;
}

/** Of a project from its index, of a file from what it holds. Throws an `ApiError` for a project of which something cannot be read. */
async function reportOf(
  path: string,
  { set: name, queryFor }: InsightQuestion,
  commandLine: CommandLine,
): Promise<InsightReport> {
  const setIn = (sets: readonly ArticleSet[] = []): InsightScope["set"] => {
    if (name === undefined) return null;
    const { id, name: known } = articleSetNamed(sets, name);
    return { id, name: known };
  };
  if (!(await isFolder(path))) {
    const bundle = await readBundle(path, commandLine);
    const set = setIn(bundle.articleSets);
    return finish(insightReport(indexedProject(bundle, set), queryFor(bundle.annotators, set)));
  }
  return withClient(commandLine, async (client) => {
    const { handle, project } = await client.call("project.open", { path: resolve(path), mode: "read" });
    const query = queryFor(project.annotators, setIn(project.articleSets));
    const { report, damaged } = await client.call("insight.measure", { project: handle, ...query });
    const [first] = damaged;
    if (first) throw new ApiError(first.problem.problem, first.problem.detail);
    return report ?? { ok: true, measures: [] };
  });
}

function figuresOf(report: InsightReport): readonly MeasuredInsight[] {
  if (!report.ok) throw new UsageError(report.problem);
  return report.measures;
}

const writtenLine = (file: string, measures: readonly MeasuredInsight[], { say }: Words): string =>
  `${say("insight.cli-written", { file: visibleText(file), groups: measures.flatMap(({ groups }) => groups).length })}\n`;

/** How much was counted, and why there are no intervals. */
function notesOf([first]: readonly MeasuredInsight[], { say }: Words): readonly string[] {
  if (!first) return [];
  const { articles, leftOut } = first.scope;
  return [
    say("insight.cli-scope", { articles, leftOut }),
    ...(articles < leastArticles ? [say("insight.cli-few-articles", { least: leastArticles })] : []),
  ];
}

const idsOf = (lists: readonly string[] = []): readonly string[] => [
  ...new Set(lists.flatMap((list) => list.split(",").map((id) => id.trim()))),
];

function formatOf(format = "table"): (typeof formats)[number] {
  const known = formats.find((one) => one === format);
  if (!known) throw new UsageError(message("insight.cli-no-format", { format }));
  return known;
}

function seedOf(text = "1"): number {
  if (!/^\d{1,9}$/u.test(text)) throw new UsageError(message("cli.no-number", { option: "--seed", text }));
  return Number(text);
}

function scopeFrom(values: InsightValues): InsightScope {
  const policy = values.duplicates ?? "all";
  const duplicates: DuplicatePolicy | undefined = duplicatePolicies.find((one) => one === policy);
  if (!duplicates) throw new UsageError(message("insight.cli-no-policy", { policy, policies }));
  return {
    ...defaultScope,
    filter: {
      words: "",
      publishers: values.publisher ?? [],
      tags: values.tag ?? [],
      from: dayFrom(values.from),
      to: dayFrom(values.to),
    },
    nested: values.nested === true,
    weights: values.fractional === true ? "fractional" : "full",
    duplicates,
  };
}

function setsFrom({ annotator, curated }: InsightValues, annotators: readonly Annotator[]): ChosenSets {
  if (curated === true) {
    if (annotator !== undefined) throw new UsageError(message("insight.cli-one-set"));
    return { of: "curation" };
  }
  if (annotator === undefined) return { of: "either" };
  const person = annotators.find(({ id, name }) => name === annotator || id === annotator);
  const known = annotators.map(({ name }) => name).join(", ");
  if (!person) throw new ApiError("annotator-missing", { name: annotator, known });
  return person.kind === "curation" ? { of: "curation" } : { of: "person", id: person.id };
}

function textOf(measures: readonly MeasuredInsight[], format: (typeof formats)[number]): string {
  if (format === "json") return jsonOf({ measures });
  if (format === "csv") return figuresCsv(measures);
  return tableOf(measures);
}

/** A part for each measure, with only the columns in which it has something. */
const tableOf = (measures: readonly MeasuredInsight[]): string =>
  measures.map((measure) => alignedTable(figureRows([measure]).map((row) => row.map(cellText)))).join("\n");

const cellText = (cell: string | number | null): string =>
  cell === null ? "–" : typeof cell === "number" ? String(Number(cell.toFixed(4))) : visibleText(cell);

type Listed = (typeof insightMeasures)[number];

const groupingsFor = ({ levels }: Listed): readonly string[] =>
  insightGroupings
    .filter(({ level }) => level === "article" || levels.some((one) => one === level))
    .map(({ id }) => id);

const listed = (measure: Listed, { tell }: Words) => {
  const { id, unit, formula, source } = measure;
  return { id, unit, definition: tell(measure.about), formula, source, by: groupingsFor(measure) };
};

const listOf = ({ say, tell }: Words): string =>
  insightMeasures
    .map(
      ({ id, unit, about, formula, source }) =>
        `${id}: ${tell(about)}\n  ${say("insight.cli-unit", { unit })}; ${say("insight.cli-formula", { formula })}; ${say("insight.cli-source", { source })}\n`,
    )
    .join("");
