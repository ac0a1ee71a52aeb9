// The program of a thread that does one job after the other: it tells how far each is now and then, and at last what came of it.
// Ended from outside by ending the thread. A file of its own in the built application.
import { parentPort } from "node:worker_threads";
import type { Work } from "../../../shared/review/work.ts";
import { type JobName, jobs } from "./jobs.ts";

/** Milliseconds between two messages of how far it is. */
const tellAfter = 100;

interface Job {
  readonly name: JobName;
  readonly input: never;
}

parentPort?.on("message", ({ name, input }: Job) => {
  const work: Work<unknown> = jobs[name](input);
  let told = Date.now();
  for (;;) {
    const step = work.next();
    if (step.done) {
      parentPort?.postMessage({ result: step.value });
      break;
    }
    if (Date.now() - told < tellAfter) continue;
    told = Date.now();
    parentPort?.postMessage({ progress: step.value });
  }
});
