// `sayso insight`: who speaks, how much and how, in a project or an annotated JSON file: figures as a table, or in each form in which they can be
// handed on.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { disagreementsOn } from "../../../shared/insight/disagreements.ts";
import { disagreementRows, disagreementsCsv } from "../../../shared/insight/disagreements-table.ts";
import { commonTitles } from "../../../shared/insight/figures-report.ts";
import { figureRows } from "../../../shared/insight/figures-table.ts";
import { insightGroupings, isOfAnyMeasure } from "../../../shared/insight/groupings.ts";
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
  type IndexedProject,
  type InsightScope,
  indexedProject,
} from "../../../shared/insight/scope.ts";
import { sideBySide, sidesCounted } from "../../../shared/insight/side-by-side.ts";
import { sideRows, sidesCsv } from "../../../shared/insight/sides-table.ts";
import {
  type FigureWriting,
  figureFormat,
  figureFormatIds,
  reportFormatIds,
  type WrittenFigures,
  writtenFigures,
} from "../../../shared/insight/written-figures.ts";
import type { ArticleSet } from "../../../shared/model/article-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { finish } from "../../../shared/model/work.ts";
import { edgePolicies } from "../../../shared/review/edge-policies.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { hashOfValue } from "../../storage/files/json-text.ts";
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
/** The table is for a terminal; the others are files. */
const formats = ["table", ...figureFormatIds] as const;
const formatNames = formats.join(", ");

/** By what two sides can differ. */
const sideKeys = ["set", "publisher", "tag", "days", "annotator"] as const;

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
      await tellSides(asked, sides, { format, file: values.out, force }, commandLine);
      return 0;
    }
    if (values.disagreements === true) {
      await tellDisagreements(asked, { format, file: values.out, force }, commandLine);
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

/** What is asked, once it is known who annotated and which articles are meant. */
type QueryFor = (annotators: readonly Annotator[], set: InsightScope["set"]) => InsightQuery;

interface Asked {
  readonly path: string;
  /** The name of a set of articles. */
  readonly set: string | undefined;
  readonly queryFor: QueryFor;
}

/** Where figures go: absent: to the terminal. */
interface Target {
  readonly file: string | undefined;
  readonly force: boolean;
}

async function tellTable(asked: Asked, { file, force }: Target, commandLine: CommandLine): Promise<void> {
  const { out } = commandLine;
  const { measures, common } = await figuresOf(asked, commandLine);
  const text = tableOf(measures);
  const groups = measures.flatMap((one) => one.groups).length;
  if (file === undefined) out(text);
  else {
    await writeNamed(file, Buffer.from(text, "utf8"), force);
    tellWritten(file, groups, commandLine);
  }
  const [first] = measures;
  if (first) tellNotes({ ...first.scope, common }, commandLine);
}

/** The open disagreements by how far they move the one figure that is asked for. */
async function tellDisagreements(
  asked: Asked,
  { format, file, force }: Target & { readonly format: (typeof formats)[number] },
  commandLine: CommandLine,
): Promise<void> {
  if (format !== "table" && format !== "csv" && format !== "json")
    throw new UsageError(message("insight.cli-list-formats", { format }));
  const found = await opening(asked, commandLine, async (opened) => {
    const { measures, by, scope } = opened.query;
    const [measure] = measures;
    if (measure === undefined || measures.length > 1 || by.some((one) => one !== "annotator"))
      throw new UsageError(message("insight.one-figure"));
    const query = { measure, by: [], group: {}, scope, policies: edgePolicies.map(({ id }) => id) };
    if (opened.of === "file") return granted(finish(disagreementsOn(opened.bundle, query)));
    const { client } = opened;
    const { handle } = opened.opened;
    const answer = await client.call("insight.disagreements", { project: handle, ...query });
    const [first] = answer.damaged;
    if (first) throw new ApiError(first.problem.problem, first.problem.detail);
    if (answer.found === null) throw new ApiError("export-stopped");
    return granted(answer.found);
  });
  const { common, values, moving: disagreements, others, leftOut, excludedCards } = found;
  const text =
    format === "json"
      ? jsonOf({ common, values, disagreements, others, leftOut, excludedCards })
      : format === "csv"
        ? disagreementsCsv(found)
        : alignedTable(disagreementRows(found).map((row) => row.map(cellText)));
  if (file === undefined) commandLine.out(text);
  else {
    await writeNamed(file, Buffer.from(text, "utf8"), force);
    tellWritten(file, disagreements.length, commandLine);
  }
  tellNotes({ articles: common.articles.length, leftOut, excludedCards, common }, commandLine);
  const { err, words } = commandLine;
  err(`${words.say("figures.disagreements-counted", { moving: disagreements.length, others })}\n`);
}

/** What one side has of its own. */
interface Side {
  readonly key: (typeof sideKeys)[number];
  readonly value: string;
}

function sideOf(text: string | undefined, option: string): Side {
  const at = text?.indexOf("=") ?? -1;
  const key = sideKeys.find((one) => one === text?.slice(0, at));
  const value = text?.slice(at + 1) ?? "";
  if (key === undefined || value === "")
    throw new UsageError(message("insight.cli-no-side", { option, keys: sideKeys.join(", ") }));
  return { key, value };
}

/** Two scopes side by side, which differ in what each side says. */
async function tellSides(
  asked: Asked,
  sides: readonly [Side, Side],
  { format, file, force }: Target & { readonly format: (typeof formats)[number] },
  commandLine: CommandLine,
): Promise<void> {
  if (format !== "table" && format !== "csv" && format !== "json")
    throw new UsageError(message("insight.cli-list-formats", { format }));
  const compared = await opening(asked, commandLine, async (opened) => {
    const { scope: common, ...query } = opened.query;
    const { annotators, articleSets } = opened.of === "file" ? opened.bundle : opened.opened.project;
    const scopeOf = (side: Side): InsightScope => scopeOfSide(side, common, { annotators, articleSets });
    const both = { ...query, one: scopeOf(sides[0]), other: scopeOf(sides[1]) };
    if (opened.of === "file") {
      const { bundle } = opened;
      const projects = [
        indexedProject(bundle, both.one.set),
        indexedProject(bundle, both.other.set),
      ] as const;
      return granted(finish(sideBySide(projects, both)));
    }
    const { client } = opened;
    const { report, damaged } = await client.call("insight.sides", {
      project: opened.opened.handle,
      ...both,
    });
    const [first] = damaged;
    if (first) throw new ApiError(first.problem.problem, first.problem.detail);
    if (report === null) throw new ApiError("export-stopped");
    return granted(report);
  });
  const { ok: _, ...report } = compared;
  const names = sides.map(({ key, value }) => `${key}=${value}`) as [string, string];
  const text =
    format === "json"
      ? jsonOf({ sides: names, ...report })
      : format === "csv"
        ? sidesCsv(compared.figures, names)
        : alignedTable(sideRows(compared.figures, names).map((row) => row.map(cellText)));
  if (file === undefined) commandLine.out(text);
  else {
    await writeNamed(file, Buffer.from(text, "utf8"), force);
    tellWritten(file, compared.figures.length, commandLine);
  }
  const { err, words } = commandLine;
  err(`${words.tell(sidesCounted(compared))}\n${words.say("insight.sides-about")}\n`);
}

function scopeOfSide(
  { key, value }: Side,
  common: InsightScope,
  project: {
    readonly annotators: readonly Annotator[];
    readonly articleSets?: readonly ArticleSet[] | undefined;
  },
): InsightScope {
  const { filter } = common;
  if (key === "publisher") return { ...common, filter: { ...filter, publishers: [value] } };
  if (key === "tag") return { ...common, filter: { ...filter, tags: [value] } };
  if (key === "annotator")
    return { ...common, sets: setsFrom({ annotator: [value] }, project.annotators, false) };
  if (key === "set") {
    const { id, name } = articleSetNamed(project.articleSets ?? [], value);
    return { ...common, set: { id, name } };
  }
  const [from = "", to = from] = value.split("..");
  const dayOf = (day: string): string | null => (day === "" ? null : dayFrom(day));
  return { ...common, filter: { ...filter, from: dayOf(from), to: dayOf(to) } };
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

/** A project is open, or a file was read, in which figures can be counted. */
type Opened =
  | {
      readonly of: "project";
      readonly client: Client;
      readonly opened: OpenProject;
      readonly query: InsightQuery;
    }
  | {
      readonly of: "file";
      readonly bundle: ExportBundle;
      readonly indexed: IndexedProject;
      readonly query: InsightQuery;
    };

/** Of a project from its index, of a file from what it holds. */
async function opening<Result>(
  { path, set: name, queryFor }: Asked,
  commandLine: CommandLine,
  work: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const setIn = (sets: readonly ArticleSet[] = []): InsightScope["set"] => {
    if (name === undefined) return null;
    const { id, name: known } = articleSetNamed(sets, name);
    return { id, name: known };
  };
  if (!(await isFolder(path))) {
    const bundle = await readBundle(path, commandLine);
    const set = setIn(bundle.articleSets);
    const query = queryFor(bundle.annotators, set);
    return work({ of: "file", indexed: indexedProject(bundle, set), bundle, query });
  }
  return withClient(commandLine, async (client) => {
    const opened = await client.call("project.open", { path: resolve(path), mode: "read" });
    const query = queryFor(opened.project.annotators, setIn(opened.project.articleSets));
    return work({ of: "project", client, opened, query });
  });
}

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

/** Throws a `UsageError` where the question makes no sense. */
function granted<Answer extends { readonly ok: true }>(
  answer: Answer | { readonly ok: false; readonly problem: Message },
): Answer {
  if (answer.ok) return answer;
  const { problem } = answer;
  if (problem.key !== "insight.several-people") throw new UsageError(problem);
  throw new UsageError(message("insight.cli-several-people", { several: problem }));
}

const tellWritten = (file: string, groups: number, { out, words: { say } }: CommandLine): void =>
  out(`${say("insight.cli-written", { file: visibleText(file), groups })}\n`);

/** How much was counted, and why there are no intervals. */
function tellNotes(
  {
    articles,
    leftOut,
    excludedCards,
    common,
  }: Pick<WrittenFile, "articles" | "leftOut" | "excludedCards" | "common">,
  { err, words }: CommandLine,
): void {
  const { say, list } = words;
  if (common) {
    const names = list(common.annotators.map(({ name }) => name));
    const told = say("insight.cli-common", {
      ...{ articles, leftOut, excludedCards, names },
      ...commonTitles(common, words),
    });
    err(`${visibleText(told)}\n`);
  } else err(`${say("insight.cli-scope", { articles, leftOut, excludedCards })}\n`);
  if (articles < leastArticles) err(`${say("insight.cli-few-articles", { least: leastArticles })}\n`);
}

const idsOf = (lists: readonly string[] = []): readonly string[] => [
  ...new Set(lists.flatMap((list) => list.split(",").map((id) => id.trim()))),
];

function formatOf(format = "table"): (typeof formats)[number] {
  const known = formats.find((one) => one === format);
  if (!known) throw new UsageError(message("insight.cli-no-format", { format, formats: formatNames }));
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

function setsFrom(
  { annotator: names = [], curated }: Pick<InsightValues, "annotator" | "curated">,
  annotators: readonly Annotator[],
  isByAnnotator: boolean,
): ChosenSets {
  if (curated === true) {
    if (names.length > 0) throw new UsageError(message("insight.cli-one-set"));
    if (isByAnnotator) throw new UsageError(message("insight.cli-curated-by-annotator"));
    return { of: "curation" };
  }
  const [first, ...others] = names.map((name) => annotatorCalled(name, annotators));
  if (!first) return { of: "either" };
  if (isByAnnotator) return { of: "people", ids: [first, ...others].map(({ id }) => id) };
  if (others.length > 0) throw new UsageError(message("insight.cli-several-annotators"));
  return first.kind === "curation" ? { of: "curation" } : { of: "person", id: first.id };
}

function annotatorCalled(called: string, annotators: readonly Annotator[]): Annotator {
  const person = annotators.find(({ id, name }) => name === called || id === called);
  const known = annotators.map(({ name }) => name).join(", ");
  if (!person) throw new ApiError("annotator-missing", { name: called, known });
  return person;
}

/** A part for each measure, with only the columns in which it has something. */
const tableOf = (measures: readonly MeasuredInsight[]): string =>
  measures.map((measure) => alignedTable(figureRows([measure]).map((row) => row.map(cellText)))).join("\n");

const unknown = "–";

/** What is called like the sign for what is not known stands in quotation marks, so that no name can be taken for it. */
function cellText(cell: string | number | null): string {
  if (cell === null) return unknown;
  if (typeof cell === "number") return String(Number(cell.toFixed(4)));
  return /^“*–”*$/u.test(cell) ? `“${cell}”` : visibleText(cell);
}

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
