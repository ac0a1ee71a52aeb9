// `sayso feedback`: what the curation changed in somebody's work, as one page to print or send. It only reads the project.
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { FeedbackReport } from "../../../shared/api/replies.ts";
import { type Language, languages } from "../../../shared/words/language.ts";
import { message } from "../../../shared/words/message.ts";
import { type CliCommand, type CommandLine, parseProject, required, UsageError } from "../cli-command.ts";
import { withClient } from "../core-client.ts";
import { annotatorNamed } from "../find-by-name.ts";
import { jsonOf } from "../report.ts";

const cliOptions = [
  ["--annotator NAME", message("feedback.cli-annotator")],
  ["--out FILE", message("feedback.cli-out")],
  ["--language LANGUAGE", message("feedback.cli-language")],
  ["--force", message("cli.export-force")],
  ["--json", message("cli.json")],
] as const;

export const feedbackCommand: CliCommand = {
  name: "feedback",
  synopsis: "PROJECT --annotator NAME --out FILE.html",
  summary: message("feedback.cli"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path: project } = parseProject(args, cliOptions);
    const name = required(values.annotator, "--annotator");
    const out = required(values.out, "--out");
    if (out === "-" && values.json === true) throw new UsageError(message("cli.both-to-output"));
    const language = languageOf(values.language, commandLine);
    const write = (path: string): Promise<FeedbackReport> =>
      withClient(commandLine, async (client) => {
        const openProject = await client.call("project.open", { path: project, mode: "read" });
        return client.call("feedback.write", {
          project: openProject.handle,
          annotator: annotatorNamed(openProject, name).id,
          language,
          path,
          overwrite: values.force === true,
        });
      });
    if (out === "-") return toStandardOutput(write, commandLine);
    const report = await write(resolve(out));
    commandLine.out(
      values.json === true
        ? jsonOf({ ok: true, ...report })
        : `${commandLine.words.say("feedback.cli-written", { file: out, ...report.counts })}\n`,
    );
    return 0;
  },
};

function languageOf(asked: string | undefined, { words }: CommandLine): Language {
  const language = languages.find((one) => one === (asked ?? words.locale.split("-")[0]));
  if (language) return language;
  if (asked === undefined) return "en";
  throw new UsageError(message("feedback.cli-no-language", { language: asked, known: languages.join(", ") }));
}

async function toStandardOutput(
  write: (path: string) => Promise<FeedbackReport>,
  { out }: CommandLine,
): Promise<0> {
  const folder = await mkdtemp(join(tmpdir(), "sayso-feedback-"));
  try {
    const { paths } = await write(join(folder, "feedback.html"));
    for (const path of paths) for await (const part of createReadStream(path, "utf8")) out(String(part));
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
