// `sayso import`: brings files into a project. One that is refused does not keep the others out.
import { basename, resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { ImportReport, OpenProject } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/api/errors.ts";
import { visibleText } from "../../../shared/problems/visible-text.ts";
import { type CliCommand, parse, required, UsageError } from "../cli-command.ts";
import { requireWritable, withClient } from "../core-client.ts";
import { jsonOf, lineOf, type ReportedProblem, reported } from "../report.ts";

interface Outcome {
  readonly imported: readonly ({ readonly file: string } & ImportReport)[];
  readonly refused: readonly ReportedProblem[];
}

export const importCommand: CliCommand = {
  name: "import",
  synopsis: "PROJECT FILE…",
  summary: "Bring text files into a project.",
  options: [
    ["--create", "make PROJECT a project if it is none yet: a folder that is empty or not there"],
    ["--as NAME", "who you are, where Sayso has not asked you yet"],
    ["--json", "print the result as JSON"],
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
      for (const warning of opened.warnings) commandLine.err(lineOf(reported(warning, path)));
      requireWritable(opened);
      return importFiles(client, opened, files);
    });
    if (values.json === true) commandLine.out(jsonOf({ ok: refused.length === 0, imported, refused }));
    else for (const report of imported) commandLine.out(`${sentenceOf(report)}\n`);
    for (const problem of refused) commandLine.err(lineOf(problem));
    return refused.length === 0 ? 0 : 1;
  },
};

/** Answers the question that the interface asks once. Somebody else's name is not overwritten. */
async function introduce(client: Client, name: string): Promise<void> {
  const { annotatorName } = await client.call("settings.get", {});
  if (annotatorName === null) await client.call("settings.set", { annotatorName: name });
  else if (annotatorName !== name)
    throw new UsageError(
      `Sayso knows you as “${annotatorName}” here: leave --as out, or name another folder of settings in SAYSO_HOME.`,
    );
}

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
): Promise<Outcome> {
  const imported: ({ readonly file: string } & ImportReport)[] = [];
  const refused: ReportedProblem[] = [];
  for (const file of files) {
    try {
      const report = await client.call("article.importFile", { project: handle, path: resolve(file) });
      imported.push({ file, ...report });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code === "internal") throw error;
      refused.push(reported(error.toData(), file));
    }
  }
  return { imported, refused };
}

function sentenceOf({ file, article, replacedCharacters, sameTextAs }: Outcome["imported"][number]): string {
  const notes = [
    replacedCharacters > 0 ? `${replacedCharacters} broken characters replaced` : "",
    sameTextAs === null ? "" : `the same text as “${visibleText(sameTextAs)}”`,
  ].filter((note) => note !== "");
  return `${visibleText(file)}: imported as “${visibleText(article.title)}”, article ${article.id}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}`;
}
