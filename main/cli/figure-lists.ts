// The lists of `sayso insight` that are no figures of one scope: open disagreements, and two scopes side by side.
import { ApiError } from "../../shared/errors/errors.ts";
import { disagreementRows, disagreementsOn } from "../../shared/insight/disagreements.ts";
import { type InsightScope, indexedProject } from "../../shared/insight/scope.ts";
import { sideBySide, sideRows, sidesCounted } from "../../shared/insight/side-by-side.ts";
import { csvText } from "../../shared/interchange/csv-text.ts";
import type { ArticleSet } from "../../shared/model/article-set.ts";
import type { Annotator } from "../../shared/model/project.ts";
import { finish } from "../../shared/model/work.ts";
import { edgePolicies } from "../../shared/review/edge-policies.ts";
import { message } from "../../shared/words/message.ts";
import { type CommandLine, dayFrom, UsageError } from "./cli-command.ts";
import {
  type Asked,
  granted,
  opening,
  setsFrom,
  type Target,
  tableOfRows,
  tellNotes,
  tellText,
} from "./counted-project.ts";
import { articleSetNamed } from "./find-by-name.ts";
import { jsonOf } from "./report.ts";

/** A list is a table for a terminal, or a file for a spreadsheet or a program. */
const listFormats = ["table", "csv", "json"] as const;

interface ListTarget extends Target {
  readonly format: (typeof listFormats)[number];
}

/** The form of a list; throws a `UsageError` for one that holds figures only. */
export function listFormatOf(format: string): ListTarget["format"] {
  const known = listFormats.find((one) => one === format);
  if (!known) throw new UsageError(message("insight.cli-list-formats", { format }));
  return known;
}

/** The open disagreements by how far they move the one figure that is asked for. */
export async function tellDisagreements(
  asked: Asked,
  target: ListTarget,
  commandLine: CommandLine,
): Promise<void> {
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
  const list = {
    json: () => ({ common, values, disagreements, others, leftOut, excludedCards }),
    csv: () => csvText(disagreementRows(found)),
    rows: () => disagreementRows(found),
    count: disagreements.length,
  };
  await tellList(list, target, commandLine);
  tellNotes(
    { articles: common.articles.length, leftOut, curatedInPart: 0, excludedCards, common },
    commandLine,
  );
  const { err, words } = commandLine;
  err(`${words.say("figures.disagreements-counted", { moving: disagreements.length, others })}\n`);
}

/** By what two sides can differ. */
export const sideKeys = ["set", "publisher", "tag", "days", "annotator"] as const;

/** What one side has of its own. */
interface Side {
  readonly key: (typeof sideKeys)[number];
  readonly value: string;
}

export function sideOf(text: string | undefined, option: string): Side {
  const at = text?.indexOf("=") ?? -1;
  const key = sideKeys.find((one) => one === text?.slice(0, at));
  const value = text?.slice(at + 1) ?? "";
  if (key === undefined || value === "")
    throw new UsageError(message("insight.cli-no-side", { option, keys: sideKeys.join(", ") }));
  return { key, value };
}

/** Two scopes side by side, which differ in what each side says. */
export async function tellSides(
  asked: Asked,
  sides: readonly [Side, Side],
  target: ListTarget,
  commandLine: CommandLine,
): Promise<void> {
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
  const list = {
    json: () => ({ sides: names, ...report }),
    csv: () => csvText(sideRows(compared.figures, names)),
    rows: () => sideRows(compared.figures, names),
    count: compared.figures.length,
  };
  await tellList(list, target, commandLine);
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

/** A list in each of its forms. */
interface List {
  json(): unknown;
  csv(): string;
  rows(): readonly (readonly (string | number | null)[])[];
  /** Of its rows. */
  readonly count: number;
}

async function tellList(
  { json, csv, rows, count }: List,
  { format, file, force }: ListTarget,
  commandLine: CommandLine,
): Promise<void> {
  const text = format === "json" ? jsonOf(json()) : format === "csv" ? csv() : tableOfRows(rows());
  await tellText(text, count, { file, force }, commandLine);
}
