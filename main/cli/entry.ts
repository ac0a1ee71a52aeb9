// The start of the built command line: runs the command named by the arguments and leaves its status behind.

import { version } from "../../package.json";
import { localeFor } from "../../shared/words/language.ts";
import { createWords } from "../../shared/words/say.ts";
import { defaultHome } from "../core/home.ts";
import { run, terminalLanguages } from "./main.ts";

// A reader that has seen enough (`sayso export … | head`) closes the pipe; that is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  version,
  home: defaultHome(),
  words: createWords(localeFor("system", terminalLanguages(process.env))),
});
