// `sayso history`: what was ever done to the sets of a project, the latest first. It only reads, so it works while the application
// has it open.
import { changeWords, detailWords, lineWords } from "../../../shared/api/reply-words.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { ChangeRecord, RecordedChange } from "../../../shared/review/record.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, parseProject } from "../cli-command.ts";
import { withClient } from "../core-client.ts";
import { jsonOf } from "../report.ts";

/** Changes that are told where nobody says how many. */
const usual = 200;
const allOfThem = 200_000;

const cliOptions = [
  ["--article ID", message("history.cli-article")],
  ["--span ID", message("history.cli-span")],
  ["--all", message("history.cli-all")],
  ["--json", message("cli.json")],
] as const;

export const historyCommand: CliCommand = {
  name: "history",
  synopsis: "PROJECT",
  summary: message("history.cli-history"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path } = parseProject(args, cliOptions);
    const { words, out } = commandLine;
    const { found, tagset, titles } = await withClient(commandLine, async (client) => {
      const openProject = await client.call("project.open", { path, mode: "read" });
      return {
        tagset: openProject.project.tagset,
        titles: new Map(openProject.articles.map(({ id, title }) => [id, title])),
        found: await client.call("history.read", {
          project: openProject.handle,
          article: values.article ?? null,
          record: values.span ?? null,
          most: values.all === true ? allOfThem : usual,
        }),
      };
    });
    out(values.json === true ? jsonOf(found) : recordText(found, { tagset, titles, words }));
    return 0;
  },
};

interface HistoryWords {
  readonly tagset: Tagset;
  readonly titles: ReadonlyMap<Id, string>;
  readonly words: Words;
}

function recordText({ changes, count, isIncomplete }: ChangeRecord, of: HistoryWords): string {
  const { say } = of.words;
  const lines = changes.flatMap((change) => linesOf(change, of));
  if (changes.length === 0) lines.push(say("history.record-none"));
  if (count > changes.length) lines.push(say("history.record-more", { count: count - changes.length }));
  if (isIncomplete) lines.push(say("history.record-incomplete"));
  return [...lines, ""].join("\n");
}

function linesOf(change: RecordedChange, { tagset, titles, words }: HistoryWords): readonly string[] {
  const title = titles.get(change.article) ?? change.article;
  const head = `${change.at}  ${visibleText(change.by ?? change.annotator)}  ${visibleText(title)}  ${changeWords(change, words)}`;
  const inner = change.lines.flatMap((line) => [
    `    ${visibleText(lineWords(line, words))}`,
    ...detailWords(line, tagset, words).map((detail) => `      ${visibleText(detail)}`),
  ]);
  return [head, ...inner];
}
