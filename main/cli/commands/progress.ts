// `sayso progress`: how far a project is, an article and a person. It only reads the project, so it works while the application
// has it open.
import { resolve } from "node:path";
import { message } from "../../../shared/words/message.ts";
import { atMost, type CliCommand, parse, required } from "../cli-command.ts";
import { withClient } from "../core-client.ts";
import { progressLines, readProgress } from "../progress-tables.ts";
import { jsonOf, lineOf, reported } from "../report.ts";

export const progressCommand: CliCommand = {
  name: "progress",
  synopsis: "PROJECT",
  summary: message("progress.cli"),
  options: [["--json", message("cli.json")]],
  async run(args, commandLine) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    atMost(1, positionals);
    const project = resolve(required(positionals[0], "PROJECT"));
    const { words } = commandLine;
    await withClient(commandLine, async (client) => {
      const opened = await client.call("project.open", { path: project, mode: "read" });
      for (const warning of opened.warnings) commandLine.err(lineOf(reported(warning, project, words)));
      const progress = await readProgress(client, opened);
      if (values.json === true) commandLine.out(jsonOf(progress));
      else for (const line of progressLines(opened, progress, words)) commandLine.out(line);
    });
    return 0;
  },
};
