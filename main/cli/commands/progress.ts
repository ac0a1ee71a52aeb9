// `sayso progress`: how far a project is, an article and a person; and that articles are curated. It only reads the project unless it is told
// that, so it works while the application has it open.
import { resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { progressOfProject } from "../../../shared/api/project-progress.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { type ProjectProgress, type Totals, workStates } from "../../../shared/review/assignments.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { articleNamed } from "../article-named.ts";
import { atMost, type CliCommand, type CommandLine, parse, required } from "../cli-command.ts";
import { openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { introduce } from "../introduce.ts";
import { isMarked, type MarkedArticle, markCurated, markedLines } from "../mark-curated.ts";
import { jsonOf, lineOf, reported } from "../report.ts";

export const progressCommand: CliCommand = {
  name: "progress",
  synopsis: "PROJECT",
  summary: message("progress.cli"),
  options: [
    ["--curated TITLE", message("progress.cli-curated")],
    ["--in-review TITLE", message("progress.cli-in-review")],
    ["--as NAME", message("cli.import-as")],
    ["--take-over", message("outside.cli-take-over")],
    ["--json", message("cli.json")],
  ],
  async run(args, commandLine) {
    const { values, positionals } = parse(args, {
      curated: { type: "string", multiple: true },
      "in-review": { type: "string", multiple: true },
      as: { type: "string" },
      "take-over": { type: "boolean" },
      json: { type: "boolean" },
    });
    atMost(1, positionals);
    const project = resolve(required(positionals[0], "PROJECT"));
    const { words } = commandLine;
    const asked = [
      ...(values.curated ?? []).map((title) => ({ title, isCurated: true })),
      ...(values["in-review"] ?? []).map((title) => ({ title, isCurated: false })),
    ];
    if (asked.length > 0) {
      const marked = await markAll(commandLine, project, asked, {
        as: values.as,
        takeOver: values["take-over"] === true,
      });
      if (values.json === true) commandLine.out(jsonOf({ ok: marked.every(isMarked), articles: marked }));
      else for (const one of marked) commandLine[isMarked(one) ? "out" : "err"](markedLines(one, words));
      return marked.every(isMarked) ? 0 : 1;
    }
    await withClient(commandLine, async (client) => {
      const openProject = await client.call("project.open", { path: project, mode: "read" });
      for (const warning of openProject.warnings) commandLine.err(lineOf(reported(warning, project, words)));
      const progress = await readProgress(client, openProject);
      if (values.json === true) commandLine.out(jsonOf(progress));
      else for (const line of progressLines(openProject, progress, words)) commandLine.out(line);
    });
    return 0;
  },
};

interface ToMark {
  readonly title: string;
  readonly isCurated: boolean;
}

/** Nothing is marked where one of the articles is not there. */
function markAll(
  commandLine: CommandLine,
  path: string,
  asked: readonly ToMark[],
  { as, takeOver }: { readonly as: string | undefined; readonly takeOver: boolean },
): Promise<readonly MarkedArticle[]> {
  const { words, err } = commandLine;
  return withClient(commandLine, async (client) => {
    if (as !== undefined) await introduce(client, as);
    const openProject = await openTakingOver(client, path, takeOver);
    for (const warning of openProject.warnings) err(lineOf(reported(warning, path, words)));
    requireWritable(openProject);
    const articles = asked.map((one) => ({ ...one, article: articleNamed(openProject, one.title) }));
    const marked: MarkedArticle[] = [];
    for (const { article, isCurated } of articles)
      marked.push(await markCurated(client, openProject, article, { isCurated, words }));
    return marked;
  });
}

/** Asks for it. Rejects with an `ApiError`. */
async function readProgress(client: Client, opened: OpenProject): Promise<ProjectProgress> {
  const { sets } = await client.call("project.progress", { project: opened.handle });
  return progressOfProject(opened.project, opened.articles, sets);
}

/** A line an article, with who works on it, and a line a person. */
function progressLines(opened: OpenProject, progress: ProjectProgress, words: Words): string[] {
  const { say } = words;
  const nameOf = (id: string): string =>
    visibleText(opened.project.annotators.find((one) => one.id === id)?.name ?? id);
  const counted = (totals: Totals): string =>
    workStates
      .filter((state) => totals[state] > 0)
      .map((state) => `${say(`progress.state-${state}`)} ${totals[state]}`)
      .join(", ");
  const articles = opened.articles.map(({ id, title }) => {
    const articleProgress = progress.articles.find(({ article }) => article === id);
    const state = articleProgress?.state
      ? say(`progress.state-${articleProgress.state}`)
      : say("progress.nobody");
    const work = (articleProgress?.work ?? []).map(
      (one) => `${nameOf(one.annotator)} (${say(`progress.state-${one.state}`)})`,
    );
    return [visibleText(title), state, work.join(", ")].filter((part) => part !== "").join("\t");
  });
  const people = progress.people.map(({ annotator, totals }) => `${nameOf(annotator)}\t${counted(totals)}`);
  return [...articles, "", ...people, "", `${say("progress.articles")}\t${counted(progress.totals)}`].map(
    (line) => `${line}\n`,
  );
}
