// `sayso open`: reads the arguments of what `npm start` does.
import { resolve } from "node:path";
import { message } from "../../../shared/words/message.ts";
import { atMost, type CliCommand, type ExitStatus, parse, UsageError } from "../cli-command.ts";
import { openSayso } from "../open.ts";
import { isProjectThere } from "../project-there.ts";

export const openCommand: CliCommand = {
  name: "open",
  synopsis: "[PROJECT]",
  summary: message("cli.open"),
  options: [
    ["--electron", message("cli.open-electron")],
    ["--browser", message("cli.open-browser")],
  ],
  async run(args, commandLine) {
    const { home, words } = commandLine;
    const { values, positionals } = parse(args, {
      electron: { type: "boolean" },
      browser: { type: "boolean" },
    });
    atMost(1, positionals);
    if (values.electron === true && values.browser === true)
      throw new UsageError(message("cli.exclude-each-other"));
    const [project] = positionals;
    if (!(await isProjectThere(project, commandLine))) return 1;
    const driver = values.electron === true ? "electron" : values.browser === true ? "browser" : "auto";
    const status = await openSayso({
      project: project === undefined ? null : resolve(project),
      driver,
      home,
      words,
    });
    return toExitStatus(status);
  },
};

/** A desktop application that ends in another way is our fault. */
function toExitStatus(status: number): ExitStatus {
  return status === 0 || status === 1 || status === 2 ? status : 3;
}
