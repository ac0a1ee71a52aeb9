// Runs the command line in this process, as the terminal has it: the built command line does, and the packed desktop application with processes
// of its own kind.
import { version } from "../../package.json";
import { localeFor } from "../../shared/words/language.ts";
import { createWords } from "../../shared/words/say.ts";
import { defaultHome } from "../core/home.ts";
import type { StartProcess } from "../core/processes/own-process.ts";
import type { ExitStatus } from "./cli-command.ts";
import { run, terminalLanguages } from "./main.ts";

/** `args` without program and script; `start`: how processes of ours are started, absent: as plain Node does. Resolves with the exit status. */
export function runHere(
  args: readonly string[],
  { home = defaultHome(), start }: { readonly home?: string; readonly start?: StartProcess } = {},
): Promise<ExitStatus> {
  // A reader that has seen enough (`sayso export … | head`) closes the pipe; that is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const surroundings = {
    out: (text: string) => process.stdout.write(text),
    err: (text: string) => process.stderr.write(text),
    version,
    home,
    words: createWords(localeFor("system", terminalLanguages(process.env))),
  };
  return run(args, surroundings, start);
}
