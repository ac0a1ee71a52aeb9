// `sayso share`: shares a project over git, in a folder or at an address.
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import { shareProject } from "../../core/team/sync.ts";
import { type CliCommand, parseProject, required } from "../cli-command.ts";
import { jsonOf } from "../report.ts";
import { recoverProject, teamContext } from "../team-command.ts";

const cliOptions = [
  ["--to WHERE", message("team.cli-to")],
  ["--large", message("team.cli-large")],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--json", message("cli.json")],
] as const;

export const shareCommand: CliCommand = {
  name: "share",
  synopsis: "PROJECT --to WHERE",
  summary: message("team.cli-share"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path } = parseProject(args, cliOptions);
    const to = required(values.to, "--to");
    const context = await teamContext(commandLine, values.as);
    const name = await recoverProject(commandLine, path, values["take-over"] === true);
    const { sent } = await shareProject(context, path, to, values.large === true ? { large: true } : {});
    const { out, words } = commandLine;
    if (values.json === true) out(jsonOf({ ok: true, where: to, sent }));
    else out(`${words.say("team.shared", { name: visibleText(name), where: visibleText(to), sent })}\n`);
    return 0;
  },
};
