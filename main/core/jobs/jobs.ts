// The computations that take too long for the thread which answers calls: pure functions of plain data, each in steps. Done
// in a thread of their own by `runJob`; a new one is one line here.
import { agreementJob } from "./agreement-job.ts";
import { compareJob } from "./compare-job.ts";
import { gatherJob } from "./gather-job.ts";
import { modelAnswerJob } from "./model-answer-job.ts";
import { peopleJob } from "./people-job.ts";
import { readForeignJob } from "./read-foreign-job.ts";
import { readPackageJob } from "./read-package-job.ts";
import { suggestJob } from "./suggest-job.ts";

export const jobs = {
  compare: compareJob,
  agreement: agreementJob,
  "read-package": readPackageJob,
  "read-foreign": readForeignJob,
  suggest: suggestJob,
  "model-answer": modelAnswerJob,
  gather: gatherJob,
  people: peopleJob,
} as const;

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobResult<Name extends JobName> =
  ReturnType<(typeof jobs)[Name]> extends Generator<unknown, infer Result, void> ? Result : never;
