// Does a long computation beside the calls: in a thread of its own, which can be ended at any moment. Where the program of
// the thread is not built, as in tests over the sources, it is done here, in turns with everything else.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { finishInTurns, type Progress, type Work } from "../../../shared/review/work.ts";
import { type JobInput, type JobName, type JobResult, jobs } from "./jobs.ts";

export interface JobOptions {
  /** Aborted when nobody wants the result any more. */
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

type Told<Result> = { readonly progress: Progress } | { readonly result: Result };

/** `null` when it was ended. Rejects when the computation throws. */
export async function runJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  options: JobOptions,
  program = join(import.meta.dirname, "job-thread.js"),
): Promise<JobResult<Name> | null> {
  if (options.signal.aborted) return null;
  if (existsSync(program)) return inThread(program, name, input, options);
  // Copied as for a thread, so that tests find what could not be.
  const copied = structuredClone(input);
  const work = (jobs[name] as (input: JobInput<Name>) => Work<JobResult<Name>>)(copied);
  return finishInTurns(work, {
    async pause(progress) {
      options.onProgress(progress);
      await otherWork();
    },
    isCancelled: () => options.signal.aborted,
  });
}

function inThread<Name extends JobName>(
  program: string,
  name: Name,
  input: JobInput<Name>,
  { signal, onProgress }: JobOptions,
): Promise<JobResult<Name> | null> {
  const worker = new Worker(program, { workerData: { name, input } });
  const end = (): void => void worker.terminate();
  signal.addEventListener("abort", end);
  const result = new Promise<JobResult<Name> | null>((resolve, reject) => {
    worker.on("message", (told: Told<JobResult<Name>>) => {
      if ("progress" in told) onProgress(told.progress);
      else resolve(signal.aborted ? null : told.result);
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      if (signal.aborted) resolve(null);
      else reject(new Error(`The thread of ${name} ended without a result.`));
    });
  });
  return result.finally(() => {
    signal.removeEventListener("abort", end);
    end();
  });
}
