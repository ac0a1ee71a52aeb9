// The project or file that `sayso insight` counts, from its index or from what it holds, and what is told of it beside the figures.
import { resolve } from "node:path";
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import type { Client } from "../../shared/api/client.ts";
import type { OpenProject } from "../../shared/api/contract.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import { commonTitles } from "../../shared/insight/figures-report.ts";
import { leastArticles } from "../../shared/insight/interval.ts";
import type { InsightQuery } from "../../shared/insight/report.ts";
import {
  type ChosenSets,
  type IndexedProject,
  type InsightScope,
  indexedProject,
} from "../../shared/insight/scope.ts";
import type { WrittenFigures } from "../../shared/insight/written-figures.ts";
import type { ArticleSet } from "../../shared/model/article-set.ts";
import type { Annotator } from "../../shared/model/project.ts";
import { type Message, message } from "../../shared/words/message.ts";
import { type CommandLine, UsageError } from "./cli-command.ts";
import { withClient } from "./core-client.ts";
import { annotatorNamed, articleSetNamed } from "./find-by-name.ts";
import { isFolder, readBundle } from "./read-bundle.ts";
import { alignedTable } from "./report.ts";
import { writeNamed } from "./written-file.ts";

/** What is asked, once it is known who annotated and which articles are meant. */
export type QueryFor = (annotators: readonly Annotator[], set: InsightScope["set"]) => InsightQuery;

export interface Asked {
  readonly path: string;
  /** The name of a set of articles. */
  readonly set: string | undefined;
  readonly queryFor: QueryFor;
}

/** Where figures go: absent: to the terminal. */
export interface Target {
  readonly file: string | undefined;
  readonly force: boolean;
}

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
export async function opening<Result>(
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

/** Throws a `UsageError` where the question makes no sense. */
export function granted<Answer extends { readonly ok: true }>(
  answer: Answer | { readonly ok: false; readonly problem: Message },
): Answer {
  if (answer.ok) return answer;
  const { problem } = answer;
  if (problem.key !== "insight.several-people") throw new UsageError(problem);
  throw new UsageError(message("insight.cli-several-people", { several: problem }));
}

export const tellWritten = (file: string, groups: number, { out, words: { say } }: CommandLine): void =>
  out(`${say("insight.cli-written", { file: visibleText(file), groups })}\n`);

/** `count`: of the figures or rows. */
export async function tellText(
  text: string,
  count: number,
  { file, force }: Target,
  commandLine: CommandLine,
): Promise<void> {
  if (file === undefined) return commandLine.out(text);
  await writeNamed(file, Buffer.from(text, "utf8"), force);
  tellWritten(file, count, commandLine);
}

/** How much was counted, and why there are no intervals. */
export function tellNotes(
  {
    articles,
    leftOut,
    curatedInPart,
    excludedCards,
    common,
  }: Pick<
    WrittenFigures & { ok: true },
    "articles" | "leftOut" | "curatedInPart" | "excludedCards" | "common"
  >,
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
  } else err(`${say("insight.cli-scope", { articles, leftOut, curatedInPart, excludedCards })}\n`);
  if (articles < leastArticles) err(`${say("insight.cli-few-articles", { least: leastArticles })}\n`);
}

/** Whose sets somebody chose on the command line. */
interface ChosenNames {
  readonly annotator?: readonly string[] | undefined;
  readonly curated?: boolean | undefined;
}

export function setsFrom(
  { annotator: names = [], curated }: ChosenNames,
  annotators: readonly Annotator[],
  isByAnnotator: boolean,
): ChosenSets {
  if (curated === true) {
    if (names.length > 0) throw new UsageError(message("insight.cli-one-set"));
    if (isByAnnotator) throw new UsageError(message("insight.cli-curated-by-annotator"));
    return { of: "curation" };
  }
  const [first, ...others] = names.map((name) => annotatorNamed({ project: { annotators } }, name));
  if (!first) return { of: "either" };
  if (isByAnnotator) return { of: "people", ids: [first, ...others].map(({ id }) => id) };
  if (others.length > 0) throw new UsageError(message("insight.cli-several-annotators"));
  return first.kind === "curation" ? { of: "curation" } : { of: "person", id: first.id };
}

const unknown = "–";

/** What is called like the sign for what is not known stands in quotation marks, so that no name can be taken for it. */
function cellText(cell: string | number | null): string {
  if (cell === null) return unknown;
  if (typeof cell === "number") return String(Number(cell.toFixed(4)));
  return /^“*–”*$/u.test(cell) ? `“${cell}”` : visibleText(cell);
}

/** Rows whose first has the names of the columns. */
export const tableOfRows = (rows: readonly (readonly (string | number | null)[])[]): string =>
  alignedTable(rows.map((row) => row.map(cellText)));
