// The command line: finds the command that the arguments name and runs it. Exit status: 0 done, 1 the input was refused,
// 2 wrong usage, 3 our fault.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { defaultHome } from "../core/home.ts";
import { open } from "./open.ts";
import { serve } from "./serve.ts";

const usage = `Usage:
  sayso open [PROJECT] [--electron | --browser]
  sayso serve [PROJECT] [--port N] [--no-open]
`;

/** Runs the command line with these arguments (without node and script) and resolves with the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === "open") {
    const options = { electron: { type: "boolean" }, browser: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true });
    const driver = values.electron === true ? "electron" : values.browser === true ? "browser" : "auto";
    return open({ project: projectOf(positionals), driver, home: defaultHome() });
  }
  if (command === "serve") {
    const options = { port: { type: "string", default: "0" }, "no-open": { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true });
    const port = Number(values.port);
    return serve({
      project: projectOf(positionals),
      port,
      open: values["no-open"] !== true,
      home: defaultHome(),
    });
  }
  process.stderr.write(usage);
  return 2;
}

function projectOf([path]: readonly string[]): string | null {
  return path === undefined ? null : resolve(path);
}
