// `sayso sync`: sends what is new in a shared project and receives what others have sent, or says what waits.
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import { statusOfProject, syncProject } from "../../core/team/sync.ts";
import { type CliCommand, parseProject } from "../cli-command.ts";
import { jsonOf } from "../report.ts";
import { settled, teamConflictLines, teamContext } from "../team-command.ts";

const cliOptions = [
  ["--status", message("team.cli-status")],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--json", message("cli.json")],
] as const;

/** 4 where both sides changed the same, which a person is to look at. */
export const syncCommand: CliCommand = {
  name: "sync",
  synopsis: "PROJECT",
  summary: message("team.cli-sync"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path } = parseProject(args, cliOptions);
    const { out, words } = commandLine;
    const context = await teamContext(commandLine, values.as);
    await settled(commandLine, path, values["take-over"] === true);
    if (values.status === true) {
      const { address, waiting, conflicts } = await statusOfProject(context, path);
      const line = words.say("team.waiting", { where: visibleText(address), waiting });
      if (values.json === true) out(jsonOf({ ok: true, address, waiting, conflicts }));
      else out(`${line}\n${teamConflictLines(conflicts, commandLine)}`);
      return 0;
    }
    const report = await syncProject(context, path);
    const { sent, came, articles, changes, conflicts } = report;
    if (values.json === true) out(jsonOf({ ok: true, ...report }));
    else {
      const cameWords =
        came === 0 ? words.say("team.nothing-came") : words.say("team.came", { came, articles, changes });
      out(`${words.say("team.sent", { sent })} ${cameWords}\n${teamConflictLines(conflicts, commandLine)}`);
    }
    return conflicts.length > 0 ? 4 : 0;
  },
};
