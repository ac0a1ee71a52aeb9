// Runs schedules over the model of git as a program of its own: `node run-model.mjs FROM COUNT`. Ends with 1 at the first that does not end well, and
// says why.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "../place.ts";
import { runSchedule } from "./schedule.ts";
import { modelWorlds } from "./team-world.ts";

const [from = 1, count = 10] = process.argv.slice(2).map(Number);

const failure = await inFolder(async (root) => {
  const folder = join(root, "team");
  mkdirSync(folder);
  const worlds = await modelWorlds(folder);
  for (let seed = from; seed < from + count; seed += 1) {
    const why = await runSchedule(await worlds(), { seed });
    if (why !== null) return `seed ${seed}: ${why}`;
  }
  return null;
}).catch((error: unknown) => String(error));
process.stdout.write(`${failure ?? "all well"}\n`, () => process.exit(failure === null ? 0 : 1));
