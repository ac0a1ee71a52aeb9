// `sayso open`: reads the arguments of what `npm start` does.
import { resolve } from "node:path";
import { atMost, type CliCommand, type ExitStatus, parse, UsageError } from "../cli-command.ts";
import { open } from "../open.ts";

export const openCommand: CliCommand = {
  name: "open",
  synopsis: "[PROJECT]",
  summary: "Open the application: as a desktop application where Electron is there, else in a browser.",
  options: [
    ["--electron", "only as a desktop application"],
    ["--browser", "only in a browser"],
  ],
  async run(args, { home }) {
    const { values, positionals } = parse(args, {
      electron: { type: "boolean" },
      browser: { type: "boolean" },
    });
    atMost(1, positionals);
    if (values.electron === true && values.browser === true)
      throw new UsageError("--electron and --browser exclude each other.");
    const [project] = positionals;
    const driver = values.electron === true ? "electron" : values.browser === true ? "browser" : "auto";
    const status = await open({ project: project === undefined ? null : resolve(project), driver, home });
    return toExitStatus(status);
  },
};

/** A desktop application that ends in another way is our fault. */
function toExitStatus(status: number): ExitStatus {
  return status === 0 || status === 1 || status === 2 ? status : 3;
}
