// `sayso serve`: reads the arguments of the browser host.
import { resolve } from "node:path";
import { message } from "../../../shared/words/message.ts";
import { atMost, type CliCommand, parse, UsageError } from "../cli-command.ts";
import { isProjectThere, serve } from "../serve.ts";

const cliOptions = [
  ["--port N", message("cli.serve-port")],
  ["--no-open", message("cli.serve-no-open")],
] as const;

export const serveCommand: CliCommand = {
  name: "serve",
  synopsis: "[PROJECT]",
  summary: message("cli.serve"),
  options: cliOptions,
  async run(args, commandLine) {
    const { home, words, processes } = commandLine;
    const { values, positionals } = parse(args, cliOptions);
    atMost(1, positionals);
    const port = values.port ?? "0";
    if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535)
      throw new UsageError(message("cli.no-port", { port }));
    const [project] = positionals;
    if (!(await isProjectThere(project, commandLine))) return 1;
    const status = await serve({
      project: project === undefined ? null : resolve(project),
      port: Number(port),
      open: values["no-open"] !== true,
      home,
      words,
      processes,
    });
    return status === 0 ? 0 : 1;
  },
};
