// `sayso revisions`: what the text of an article became, the latest first. It only reads, so it works while the application has the
// project open.
import { growthWords, marksWords } from "../../../shared/api/reply-words.ts";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, parseProject, required } from "../cli-command.ts";
import { withClient } from "../core-client.ts";
import { articleNamed } from "../find-by-name.ts";
import { jsonOf } from "../report.ts";

const cliOptions = [
  ["--article TITLE", message("changes.cli-article")],
  ["--json", message("cli.json")],
] as const;

export const revisionsCommand: CliCommand = {
  name: "revisions",
  synopsis: "PROJECT --article TITLE",
  summary: message("changes.cli-revisions"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path } = parseProject(args, cliOptions);
    const articleTitle = required(values.article, "--article TITLE");
    const { words, out } = commandLine;
    const { article, revisions, others } = await withClient(commandLine, async (client) => {
      const openProject = await client.call("project.open", { path, mode: "read" });
      const { id, title } = articleNamed(openProject, articleTitle);
      const listed = await client.call("article.revisions", { project: openProject.handle, article: id });
      return { article: { id, title }, ...listed };
    });
    if (values.json === true) out(jsonOf({ ok: true, article, revisions, others }));
    else {
      for (const revision of revisions) out(`${linesOf(revision, words).join("\n")}\n`);
      if (others.length > 0) out(`${words.say("changes.others-title")}:\n`);
      for (const revision of others) out(`${linesOf(revision, words).join("\n")}\n`);
    }
    return 0;
  },
};

function linesOf(revision: ListedRevision, words: Words): readonly string[] {
  const { say, tell } = words;
  const { id, at, by, why, note, file, sets } = revision;
  const growth = growthWords(revision);
  const facts = [at, id ?? "brought-in", say(`changes.made-${why}`), by, growth ? tell(growth) : ""];
  return [
    facts
      .filter((fact) => fact !== "")
      .map(visibleText)
      .join("  "),
    ...(file === null ? [] : [`    ${visibleText(say("changes.from-file", { file }))}`]),
    ...(note === "" ? [] : [`    ${visibleText(note)}`]),
    ...sets.flatMap((marks) => {
      const line = marksWords(marks, words);
      return line === null ? [] : [`    ${visibleText(line)}`];
    }),
  ];
}
