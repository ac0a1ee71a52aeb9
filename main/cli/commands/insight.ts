// `sayso insight`: who speaks, how much and how, in a project or an annotated JSON file: figures as a table, or in each form in which they can be
// handed on.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { figureRows } from "../../../shared/insight/figures-table.ts";
import { insightGroupings, isOfAnyMeasure } from "../../../shared/insight/groupings.ts";
import { insightMeasures } from "../../../shared/insight/index.ts";
import { type InsightReport, insightReport, type MeasuredInsight } from "../../../shared/insight/report.ts";
import {
  type DuplicatePolicy,
  defaultScope,
  duplicatePolicies,
  type InsightScope,
} from "../../../shared/insight/scope.ts";
import {
  type FigureWriting,
  figureFormat,
  figureFormatIds,
  reportFormatIds,
  type WrittenFigures,
  writtenFigures,
} from "../../../shared/insight/written-figures.ts";
import type { Id } from "../../../shared/model/id.ts";
import { finish } from "../../../shared/model/work.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { hashOfValue } from "../../storage/files/json-text.ts";
import {
  atMost,
  type CliCommand,
  type CommandLine,
  dayFrom,
  parse,
  required,
  UsageError,
} from "../cli-command.ts";
import {
  type Asked,
  granted,
  opening,
  type QueryFor,
  setsFrom,
  type Target,
  tableOfRows,
  tellNotes,
  tellText,
  tellWritten,
} from "../counted-project.ts";
import { listFormatOf, sideKeys, sideOf, tellDisagreements, tellSides } from "../figure-lists.ts";
import { jsonOf } from "../report.ts";
import { writeNamed } from "../written-file.ts";

const policies = duplicatePolicies.join(", ");
/** The table is for a terminal; the others are files. */
const formats = ["table", ...figureFormatIds] as const;
const formatNames = formats.join(", ");

const cliOptions = [
  ["--measure ID[,ID]", message("insight.cli-measure"), "many"],
  [
    "--by GROUPING[,GROUPING]",
    message("insight.cli-by", { groupings: insightGroupings.map(({ id }) => id).join(", ") }),
    "many",
  ],
  ["--annotator NAME", message("insight.cli-annotator"), "many"],
  ["--curated", message("insight.cli-curated")],
  ["--disagreements", message("insight.cli-disagreements")],
  ["--compare, --with KEY=VALUE", message("insight.cli-compare", { keys: sideKeys.join(", ") })],
  ["--duplicates POLICY", message("insight.cli-duplicates", { policies })],
  ["--nested", message("insight.cli-nested")],
  ["--fractional", message("insight.cli-fractional")],
  ["--publisher NAME", message("insight.cli-publisher"), "many"],
  ["--set NAME", message("insight.cli-set")],
  ["--tag TAG", message("insight.cli-tag"), "many"],
  ["--from, --to DAY", message("insight.cli-days")],
  ["--seed N", message("insight.cli-seed")],
  ["--format FORMAT", message("insight.cli-format", { formats: formatNames })],
  ["--cards N", message("insight.cli-cards")],
  ["--out FILE", message("insight.cli-out")],
  ["--force", message("cli.export-force")],
  ["--list", message("insight.cli-list")],
] as const;

type InsightValues = ReturnType<typeof parse<typeof cliOptions>>["values"];

export const insightCommand: CliCommand = {
  name: "insight",
  synopsis: "PROJECT|FILE | --list",
  summary: message("insight.cli"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    const { out, words } = commandLine;
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
    const isByAnnotator = by.includes("annotator") || values.disagreements === true;
    const queryFor: QueryFor = (annotators, set) => ({
      ...{ measures, by, seed },
      scope: { ...read, sets: setsFrom(values, annotators, isByAnnotator), set },
    });
    const asked = { path, set: values.set, queryFor };
    const force = values.force === true;
    if (values.compare !== undefined || values.with !== undefined) {
      const sides = [sideOf(values.compare, "--compare"), sideOf(values.with, "--with")] as const;
      await tellSides(asked, sides, { format: listFormatOf(format), file: values.out, force }, commandLine);
      return 0;
    }
    if (values.disagreements === true) {
      await tellDisagreements(asked, { format: listFormatOf(format), file: values.out, force }, commandLine);
      return 0;
    }
    const cards = cardsOf(values.cards);
    if (format !== "table") await tellFile(asked, { format, cards, file: values.out, force }, commandLine);
    else if (cards > 0)
      throw new UsageError(message("insight.no-cards", { known: reportFormatIds.join(", ") }));
    else await tellTable(asked, { file: values.out, force }, commandLine);
    return 0;
  },
};

async function tellTable(asked: Asked, target: Target, commandLine: CommandLine): Promise<void> {
  const { measures, common } = await figuresOf(asked, commandLine);
  const groups = measures.flatMap((one) => one.groups).length;
  await tellText(tableOf(measures), groups, target, commandLine);
  const [first] = measures;
  if (first) tellNotes({ ...first.scope, common }, commandLine);
}

async function tellFile(
  asked: Asked,
  { file, force, ...form }: Target & FileForm,
  commandLine: CommandLine,
): Promise<void> {
  if (file === undefined && figureFormat(form.format).isBinary)
    throw new UsageError(message("convert.no-archive"));
  const written = await writtenOf(asked, form, commandLine);
  if (file === undefined) commandLine.out(Buffer.from(written.bytes).toString("utf8"));
  else {
    await writeNamed(file, written.bytes, force);
    tellWritten(file, written.groups, commandLine);
  }
  tellNotes(written, commandLine);
}

type FileForm = Pick<FigureWriting, "format" | "cards">;

type CountedFigures = Extract<InsightReport, { ok: true }>;

/** Throws an `ApiError` for a project of which something cannot be read. */
const figuresOf = (asked: Asked, commandLine: CommandLine): Promise<CountedFigures> =>
  opening(asked, commandLine, async (opened) => {
    if (opened.of === "file") return granted(finish(insightReport(opened.indexed, opened.query)));
    const { client, query } = opened;
    const { handle } = opened.opened;
    const { report, damaged } = await client.call("insight.measure", { project: handle, ...query });
    const [first] = damaged;
    if (first) throw new ApiError(first.problem.problem, first.problem.detail);
    return report === null ? { ok: true, measures: [], common: null } : granted(report);
  });

type WrittenFile = Extract<WrittenFigures, { ok: true }>;

/** The same as a file, of a project by way of one of our own, so that there is one way to write it. */
const writtenOf = (asked: Asked, form: FileForm, commandLine: CommandLine): Promise<WrittenFile> =>
  opening(asked, commandLine, async (opened) => {
    const { words, version } = commandLine;
    const { query } = opened;
    if (opened.of === "file") {
      const { project, articles } = opened.bundle;
      const texts = new Map(articles.map(({ article, text }) => [article.id, text]));
      const about = { project: project.name, generator: `Sayso ${version}` };
      const writing = { ...form, ...about, writtenAt: new Date().toISOString() };
      const tools = { words, hashOf: hashOfValue, textOf: (article: Id) => texts.get(article) ?? "" };
      return granted(finish(writtenFigures(opened.indexed, query, writing, tools)));
    }
    const folder = await mkdtemp(join(tmpdir(), "sayso-insight-"));
    try {
      const path = join(folder, "figures");
      const { client } = opened;
      const { handle } = opened.opened;
      const into = { ...form, language: words.language, path, overwrite: false };
      const { file } = await client.call("insight.write", { project: handle, ...query, ...into });
      if (file === null) throw new ApiError("export-stopped");
      return { ...granted(file), bytes: await readFile(path) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

const idsOf = (lists: readonly string[] = []): readonly string[] => [
  ...new Set(lists.flatMap((list) => list.split(",").map((id) => id.trim()))),
];

function formatOf(format = "table"): (typeof formats)[number] {
  const known = formats.find((one) => one === format);
  if (!known) throw new UsageError(message("cli.no-format", { format, formats: formatNames }));
  return known;
}

function cardsOf(text = "0"): number {
  if (!/^\d{1,3}$/u.test(text)) throw new UsageError(message("cli.no-number", { option: "--cards", text }));
  return Number(text);
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

/** A part for each measure, with only the columns in which it has something. */
const tableOf = (measures: readonly MeasuredInsight[]): string =>
  measures.map((measure) => tableOfRows(figureRows([measure]))).join("\n");

type Listed = (typeof insightMeasures)[number];

const groupingsFor = ({ levels }: Listed): readonly string[] =>
  insightGroupings
    .filter((grouping) => isOfAnyMeasure(grouping) || levels.some((one) => one === grouping.level))
    .map(({ id }) => id);

const listed = (measure: Listed, { tell }: Words) => {
  const { id, unit, formula, source } = measure;
  return {
    id,
    name: tell(measure.name),
    unit,
    definition: tell(measure.about),
    formula,
    source,
    by: groupingsFor(measure),
  };
};

const listOf = ({ say, tell }: Words): string =>
  insightMeasures
    .map(
      ({ id, unit, about, formula, source }) =>
        `${id}: ${tell(about)}\n  ${say("insight.cli-unit", { unit })}; ${say("insight.cli-formula", { formula })}; ${say("insight.cli-source", { source })}\n`,
    )
    .join("");
