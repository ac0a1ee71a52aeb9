// The start of the built command line: runs the command named by the arguments and leaves its status behind.
import { runHere } from "./run-here.ts";

process.exitCode = await runHere(process.argv.slice(2));
