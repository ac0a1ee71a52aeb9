// `sayso serve`: reads the arguments of the browser host.
import { resolve } from "node:path";
import { atMost, type CliCommand, parse, UsageError } from "../cli-command.ts";
import { serve } from "../serve.ts";

export const serveCommand: CliCommand = {
  name: "serve",
  synopsis: "[PROJECT]",
  summary: "Serve the application to a browser on this machine, until stopped.",
  options: [
    ["--port N", "the port of the address; any free one by default"],
    ["--no-open", "print the address and open nothing"],
  ],
  async run(args, { home }) {
    const { values, positionals } = parse(args, { port: { type: "string" }, "no-open": { type: "boolean" } });
    atMost(1, positionals);
    const port = values.port ?? "0";
    if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535)
      throw new UsageError(`“${port}” is no port: a number from 0 to 65535 is.`);
    const [project] = positionals;
    const status = await serve({
      project: project === undefined ? null : resolve(project),
      port: Number(port),
      open: values["no-open"] !== true,
      home,
    });
    return status === 0 ? 0 : 1;
  },
};
