// `sayso package`: writes a review package of a project. It only reads the project, so it works while the application has it
// open.
import { resolve } from "node:path";
import { message } from "../../../shared/words/message.ts";
import { type CliCommand, parseProject, required, UsageError } from "../cli-command.ts";
import { withClient } from "../core-client.ts";
import { annotatorNamed } from "../find-by-name.ts";
import { jsonOf, lineOf, reported } from "../report.ts";

const cliOptions = [
  ["--out FILE", message("cli.export-out")],
  ["--articles ID", message("cli.export-article"), "many"],
  ["--annotators NAME", message("cli.export-annotator"), "many"],
  ["--blind SEED", message("handover.package-blind")],
  ["--history", message("handover.package-history")],
  ["--force", message("cli.export-force")],
  ["--json", message("cli.json")],
] as const;

export const packageCommand: CliCommand = {
  name: "package",
  synopsis: "PROJECT --out FILE",
  summary: message("handover.package"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path: project } = parseProject(args, cliOptions);
    const out = required(values.out, "--out");
    if (values.blind?.trim() === "") throw new UsageError(message("handover.package-blind-seed"));
    const { words } = commandLine;
    const report = await withClient(commandLine, async (client) => {
      const openProject = await client.call("project.open", { path: project, mode: "read" });
      for (const warning of openProject.warnings) commandLine.err(lineOf(reported(warning, project, words)));
      return client.call("review.package", {
        project: openProject.handle,
        articles: values.articles ?? null,
        annotators: values.annotators?.map((name) => annotatorNamed(openProject, name).id) ?? null,
        history: values.history === true,
        blind: values.blind ?? null,
        path: resolve(out),
        overwrite: values.force === true,
      });
    });
    const { articles, sets, bytes } = report;
    commandLine.out(
      values.json === true
        ? jsonOf({ ok: true, ...report })
        : `${words.say("cli.exported", { file: out, articles, sets, bytes })}\n`,
    );
    return 0;
  },
};
