// `sayso revise`: gives an article another text from a file, a correction or its publisher's new version. Everybody's marks are
// carried over to it; what becomes of them is told, and can be told before.
import { resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import { marksWords } from "../../../shared/api/reply-words.ts";
import type { RevisionPreview } from "../../../shared/api/revisions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import type { Id } from "../../../shared/model/id.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, parseProject, required } from "../cli-command.ts";
import { introduce, newStep, openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { articleNamed } from "../find-by-name.ts";
import { jsonOf, lineOf, reported } from "../report.ts";

interface RevisionRequest {
  readonly article: string;
  readonly file: string;
  readonly why: "correction" | "new-version";
  readonly note: string;
  readonly isDry: boolean;
}

interface RevisionOutcome {
  readonly article: { readonly id: Id; readonly title: string };
  /** `null`: it was only looked at. */
  readonly revision: Id | null;
  readonly sets: RevisionPreview["sets"];
}

const cliOptions = [
  ["--article TITLE", message("changes.cli-article")],
  ["--text FILE", message("changes.cli-text")],
  ["--new-version", message("changes.cli-new-version")],
  ["--note TEXT", message("changes.cli-note")],
  ["--dry-run", message("changes.cli-dry-run")],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--json", message("cli.json")],
] as const;

export const reviseCommand: CliCommand = {
  name: "revise",
  synopsis: "PROJECT --article TITLE --text FILE",
  summary: message("changes.cli-revise"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path } = parseProject(args, cliOptions);
    const request: RevisionRequest = {
      article: required(values.article, "--article TITLE"),
      file: resolve(required(values.text, "--text FILE")),
      why: values["new-version"] === true ? "new-version" : "correction",
      note: values.note ?? "",
      isDry: values["dry-run"] === true,
    };
    const { words, out, err } = commandLine;
    const done = await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const openProject = await openTakingOver(client, path, values["take-over"] === true);
      for (const warning of openProject.warnings) err(lineOf(reported(warning, path, words)));
      requireWritable(openProject);
      const { id, revision = null } = articleNamed(openProject, request.article);
      return revise(client, { project: openProject.handle, article: id, from: revision }, request);
    });
    out(values.json === true ? jsonOf({ ok: true, ...done }) : `${linesOf(done, words).join("\n")}\n`);
    return 0;
  },
};

async function revise(
  client: Client,
  place: { readonly project: Id; readonly article: Id; readonly from: Id | null },
  { file, why, note, isDry }: RevisionRequest,
): Promise<RevisionOutcome> {
  const { project, article } = place;
  const of = { kind: "file", path: file } as const;
  const { text, textHash } = await client.call("article.version", { project, article, of });
  const { article: then, sets } = await client.call("article.revisePreview", { ...place, text, why });
  const present = await client.call("article.version", { project, article, of: { kind: "present" } });
  if (text === present.text) throw new ApiError("nothing-revised");
  if (isDry) return { article: { id: article, title: then.title }, revision: null, sets };
  const request = { ...place, ...newStep("revise-article"), why, note, of, textHash };
  const revised = await client.call("article.reviseFrom", request);
  const { title } = revised.article;
  return { article: { id: article, title }, revision: revised.step.revised?.revision ?? null, sets };
}

function linesOf({ article, revision, sets }: RevisionOutcome, words: Words): readonly string[] {
  const { say } = words;
  const title = visibleText(article.title);
  return [
    revision === null
      ? say("changes.cli-would-revise", { title })
      : say("changes.cli-revised", { title, id: revision }),
    ...sets.flatMap(({ annotator, records, ...counts }) => {
      const line = marksWords({ ...counts, annotator: annotator.name }, words);
      return [
        ...(line === null ? [] : [`  ${visibleText(line)}`]),
        ...records.map(({ how, quote }) => {
          const key = how === "waits" ? "changes.cli-waits" : "changes.cli-reworded";
          return `    ${say(key, { quote: visibleText(quote) })}`;
        }),
      ];
    }),
  ];
}
