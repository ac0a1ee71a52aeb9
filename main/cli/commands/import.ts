// `sayso import`: brings files into a project. One that is refused does not keep the others out.
import { basename, resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { ImportReport, OpenProject } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/api/errors.ts";
import { visibleText } from "../../../shared/problems/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, parse, required } from "../cli-command.ts";
import { requireWritable, withClient } from "../core-client.ts";
import { introduce } from "../introduce.ts";
import { jsonOf, lineOf, type ReportedProblem, reported } from "../report.ts";

interface Outcome {
  readonly imported: readonly ({ readonly file: string } & ImportReport)[];
  readonly refused: readonly ReportedProblem[];
}

export const importCommand: CliCommand = {
  name: "import",
  synopsis: "PROJECT FILE…",
  summary: message("cli.import"),
  options: [
    ["--create", message("cli.import-create")],
    ["--as NAME", message("cli.import-as")],
    ["--json", message("cli.json")],
  ],
  async run(args, commandLine) {
    const { values, positionals } = parse(args, {
      create: { type: "boolean" },
      as: { type: "string" },
      json: { type: "boolean" },
    });
    const [folder, ...files] = positionals;
    const path = resolve(required(folder, "PROJECT"));
    required(files[0], "FILE");
    const { imported, refused } = await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const opened = await openForWriting(client, path, values.create === true);
      for (const warning of opened.warnings)
        commandLine.err(lineOf(reported(warning, path, commandLine.words)));
      requireWritable(opened);
      return importFiles(client, opened, files, commandLine.words);
    });
    if (values.json === true) commandLine.out(jsonOf({ ok: refused.length === 0, imported, refused }));
    else for (const report of imported) commandLine.out(`${sentenceOf(report, commandLine.words)}\n`);
    for (const problem of refused) commandLine.err(lineOf(problem));
    return refused.length === 0 ? 0 : 1;
  },
};

async function openForWriting(client: Client, path: string, create: boolean): Promise<OpenProject> {
  try {
    return await client.call("project.open", { path, mode: "write" });
  } catch (error) {
    const isNone =
      error instanceof ApiError &&
      ["folder-missing", "project-missing", "project-not-one"].includes(error.problem);
    if (!isNone || !create) throw error;
    return client.call("project.create", { path, name: basename(path) });
  }
}

async function importFiles(
  client: Client,
  { handle }: OpenProject,
  files: readonly string[],
  words: Words,
): Promise<Outcome> {
  const imported: ({ readonly file: string } & ImportReport)[] = [];
  const refused: ReportedProblem[] = [];
  for (const file of files) {
    try {
      const report = await client.call("article.importFile", { project: handle, path: resolve(file) });
      imported.push({ file, ...report });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code === "internal") throw error;
      refused.push(reported(error.toData(), file, words));
    }
  }
  return { imported, refused };
}

function sentenceOf(
  { file, article, replacedCharacters, sameTextAs, notes: read }: Outcome["imported"][number],
  { say, tell }: Words,
): string {
  const notes = [
    ...read.map((note) => tell(note)),
    ...(replacedCharacters > 0 ? [say("cli.imported-replaced", { count: replacedCharacters })] : []),
    ...(sameTextAs === null ? [] : [say("cli.imported-same", { title: visibleText(sameTextAs) })]),
  ];
  const title = visibleText(article.title);
  const imported = say("cli.imported", { file: visibleText(file), title, id: article.id });
  return notes.length > 0 ? `${imported} (${notes.join("; ")})` : imported;
}
