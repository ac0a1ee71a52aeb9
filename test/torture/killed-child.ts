// A process that works on a project until it kills itself at a call to the disk, or is killed: says before each act what may be
// there when it ends, and again at each acknowledgement. `node killed-child.mjs ROOT SEED CALL HALF`; CALL -1: no call.
import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { watchedDisk } from "../helpers/watched-disk.ts";
import type { Package } from "./acts/files.ts";
import { actsWith } from "./acts/index.ts";
import { nextPlan, perform, standing } from "./doing.ts";
import { deskOf, homeIn, workerAt } from "./place.ts";
import { randomFrom } from "./random.ts";
import { type Expected, hashed } from "./truth.ts";

const [root = "", seed = "1", call = "-1", half = ""] = process.argv.slice(2);
const killAt = Number(call);
/** How many acts when it kills itself: all of them end before the numbers of the calls do. */
const length = 16;

/** Straight to the pipe: what is said has been said, whatever happens next. */
function say(act: string, expected: Expected): void {
  const line = Buffer.from(`${JSON.stringify({ act, ...expected, stages: expected.stages.map(hashed) })}\n`);
  for (let done = 0; done < line.length; ) done += writeSync(1, line, done);
}

let calls = 0;
const disk = watchedDisk(nodeDisk, ({ writes, name }) => {
  if (!writes) return undefined;
  calls += 1;
  if (calls !== killAt + 1 || killAt < 0) return undefined;
  if (half !== "" && name === "write") {
    setImmediate(() => process.kill(process.pid, "SIGKILL"));
    return "half";
  }
  process.kill(process.pid, "SIGKILL");
  return undefined;
});

const packages = JSON.parse(readFileSync(join(root, "packages.json"), "utf8"), (key, value) =>
  key === "sets" ? new Map(value) : value,
) as Package[];
const acts = actsWith(packages);
const random = randomFrom(Number(seed));
const worker = await workerAt(homeIn(root), disk, { backupPauses: { first: 5, between: 20 } });
let { desk, truth } = await deskOf(worker, root, random);
say("opening", standing(truth));
for (let done = 0; killAt < 0 || done < length; done += 1) {
  if (random.chance(0.15)) {
    await worker.client.call("project.close", { project: desk.handle });
    ({ desk } = await deskOf(worker, root, random, truth));
  }
  const next = nextPlan(acts, { ...desk, truth }, random);
  if (next) truth = await perform(next.act.name, next.plan, truth, ({ act, expected }) => say(act, expected));
}
await worker.close();
writeSync(1, `${JSON.stringify({ calls })}\n`);
