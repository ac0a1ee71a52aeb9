// Where the built command line starts: runs the command named by the arguments and leaves its status behind.
import { run } from "./main.ts";

process.exitCode = await run(process.argv.slice(2));
