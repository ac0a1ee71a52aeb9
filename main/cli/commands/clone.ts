// `sayso clone`: opens a project that somebody shares, in a new folder.
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import { cloneProject } from "../../core/team/clone-project.ts";
import { atMost, type CliCommand, parse, required } from "../cli-command.ts";
import { jsonOf } from "../report.ts";
import { blindIn, branchIn, teamContext } from "../team-command.ts";

const cliOptions = [
  ["--blind HOW", message("team.cli-blind")],
  ["--branch NAME", message("team.cli-branch")],
  ["--as NAME", message("cli.import-as")],
  ["--json", message("cli.json")],
] as const;

export const cloneCommand: CliCommand = {
  name: "clone",
  synopsis: "WHERE FOLDER",
  summary: message("team.cli-clone"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    atMost(2, positionals);
    const from = required(positionals[0], "WHERE");
    const to = required(positionals[1], "FOLDER");
    const context = await teamContext(commandLine, values.as);
    const branch = branchIn(values.branch);
    const choice = { ...blindIn(values.blind), ...(branch !== undefined && { branch }) };
    const { root, articles } = await cloneProject(context, from, to, choice);
    const { out, words } = commandLine;
    if (values.json === true) out(jsonOf({ ok: true, path: root, articles }));
    else out(`${words.say("team.cloned", { articles, path: visibleText(root) })}\n`);
    return 0;
  },
};
