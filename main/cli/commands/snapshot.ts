// `sayso snapshot`: keeps the state of a project under a name.
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import { type CliCommand, parseProject, required } from "../cli-command.ts";
import { introduce, requireWritable, withClient } from "../core-client.ts";
import { jsonOf, lineOf, reported } from "../report.ts";
import { stoppable } from "../stop-signal.ts";

const cliOptions = [
  ["--name NAME", message("versions.cli-name")],
  ["--as NAME", message("cli.import-as")],
  ["--json", message("cli.json")],
] as const;

export const snapshotCommand: CliCommand = {
  name: "snapshot",
  synopsis: "PROJECT --name NAME",
  summary: message("versions.cli-snapshot"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path } = parseProject(args, cliOptions);
    const name = required(values.name, "--name");
    const { words, out, err } = commandLine;
    const { id } = await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const openProject = await client.call("project.open", { path, mode: "write" });
      for (const warning of openProject.warnings) err(lineOf(reported(warning, path, words)));
      requireWritable(openProject);
      const project = openProject.handle;
      return stoppable(client.call("versions.keep", { project, name }), () =>
        client.call("versions.stop", { project }),
      );
    });
    if (id === null) {
      err(`${words.say("versions.cli-stopped")}\n`);
      return 1;
    }
    out(
      values.json === true
        ? jsonOf({ ok: true, id, name })
        : `${words.say("versions.cli-kept", { name: visibleText(name), id })}\n`,
    );
    return 0;
  },
};
