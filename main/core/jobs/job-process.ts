// The program of a process that does one job after the other. A file of its own in the built application.
import type { Work } from "../../../shared/model/work.ts";
import { serveParent } from "../processes/serve-parent.ts";
import { type JobName, jobs } from "./jobs.ts";

/** Milliseconds between two messages of how far it is. */
const tellAfter = 100;

interface Job {
  readonly name: JobName;
  readonly input: never;
}

serveParent(({ name, input }: Job, { tell }) => {
  const work: Work<unknown> = jobs[name](input);
  let announcedAt = Date.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (Date.now() - announcedAt < tellAfter) continue;
    announcedAt = Date.now();
    tell(step.value);
  }
});
