// Does a long computation beside the calls: in a process of its own, which can be ended at any moment. Where the program of the process is
// not built, as in tests over the sources, it is done here, in turns with everything else.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import { finishInTurns, type Work, type WorkProgress } from "../../../shared/model/work.ts";
import { connectTo, exhausting, outsideLimits, outsideTime } from "../processes/ask-process.ts";
import type { ProcessLimits } from "../processes/own-process.ts";
import type { Processes } from "../processes/processes.ts";
import type { JobInput, JobName, JobResult } from "./jobs.ts";

export interface JobOptions {
  /** Aborted when nobody wants the result any more. */
  readonly signal: AbortSignal;
  onProgress(progress: WorkProgress): void;
}

/** Megabytes for work on the project's own data, of which there may be much. */
const ownLimits: ProcessLimits = { objects: 4_096, all: 16_384 };

/** Whether a job is on what comes from outside, which is refused when it takes too much. */
const isOnOutside = (name: JobName): boolean => /^(?:read-.*|evaluate|model-answer)$/u.test(name);

/** `null` when it was ended. Rejects when the computation throws, and with `Exhausted` for a job from outside that takes too much. */
export async function runJob<Name extends JobName>(
  processes: Processes,
  name: Name,
  input: JobInput<Name>,
  options: JobOptions,
  path = join(import.meta.dirname, "job-process.js"),
): Promise<JobResult<Name> | null> {
  const { signal, onProgress } = options;
  if (signal.aborted) return null;
  if (!existsSync(path)) return inTurns(name, input, options);
  const isOutside = isOnOutside(name);
  const program = { path, limits: isOutside ? outsideLimits : ownLimits };
  const connection = connectTo(processes, program);
  try {
    const result = await connection.ask<JobResult<Name>>(
      { name, input },
      { time: isOutside ? outsideTime : null, signal, onNews: (news) => onProgress(news as WorkProgress) },
    );
    return signal.aborted ? null : result;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    connection.close();
  }
}

/** Reads something out of a file that a person named, who waits for it. Throws an `ApiError` for a file that takes too much. */
export async function readApart<Name extends JobName>(
  processes: Processes,
  name: Name,
  input: JobInput<Name>,
  file: string,
): Promise<JobResult<Name>> {
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  return (await runJob(processes, name, input, options).catch(exhausting(file))) as JobResult<Name>;
}

async function inTurns<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  { signal, onProgress }: JobOptions,
): Promise<JobResult<Name> | null> {
  // Copied as for a process, so that tests find what could not be.
  const copied = structuredClone(input);
  const { jobs } = await import("./jobs.ts");
  const work = (jobs[name] as (input: JobInput<Name>) => Work<JobResult<Name>>)(copied);
  return finishInTurns(work, {
    async pause(progress) {
      onProgress(progress);
      await otherWork();
    },
    isCancelled: () => signal.aborted,
  });
}
