// Does a long computation beside the calls: in a thread of its own, which can be ended at any moment and waits for another job for a
// while. Where the program of the thread is not built, as in tests over the sources, it is done here, in turns with everything else.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { finishInTurns, type Progress, type Work } from "../../../shared/review/work.ts";
import type { JobInput, JobName, JobResult } from "./jobs.ts";

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
  const { jobs } = await import("./jobs.ts");
  const work = (jobs[name] as (input: JobInput<Name>) => Work<JobResult<Name>>)(copied);
  return finishInTurns(work, {
    async pause(progress) {
      options.onProgress(progress);
      await otherWork();
    },
    isCancelled: () => options.signal.aborted,
  });
}

/** Milliseconds that a thread waits for another job: to load its program takes longer than most jobs. */
const idleTime = 30_000;

/** The thread that ended its job last, waiting for another of the same program. */
let idle: { readonly program: string; readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

function threadFor(program: string): Worker {
  if (idle?.program !== program) return new Worker(program);
  const { worker, timer } = idle;
  idle = null;
  clearTimeout(timer);
  stopListening(worker);
  worker.ref();
  return worker;
}

/** Leaves Node's own listeners, without which a thread tells nothing. */
function stopListening(worker: Worker): void {
  for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
}

/** Lets a thread wait in place of the one that waited before. It keeps no process from ending. */
function keepIdle(program: string, worker: Worker): void {
  stopListening(worker);
  void idle?.worker.terminate();
  const forget = (): void => {
    clearTimeout(timer);
    if (idle?.worker === worker) idle = null;
  };
  const timer = setTimeout(() => {
    forget();
    void worker.terminate();
  }, idleTime).unref();
  idle = { program, worker, timer };
  worker.on("error", forget);
  worker.on("exit", forget);
  worker.unref();
}

function inThread<Name extends JobName>(
  program: string,
  name: Name,
  input: JobInput<Name>,
  { signal, onProgress }: JobOptions,
): Promise<JobResult<Name> | null> {
  const worker = threadFor(program);
  const end = (): void => void worker.terminate();
  signal.addEventListener("abort", end);
  const result = new Promise<JobResult<Name> | null>((resolve, reject) => {
    worker.on("message", (told: Told<JobResult<Name>>) => {
      if ("progress" in told) onProgress(told.progress);
      else if (signal.aborted) resolve(null);
      else {
        keepIdle(program, worker);
        resolve(told.result);
      }
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      if (signal.aborted) resolve(null);
      else reject(new Error(`The thread of ${name} ended without a result.`));
    });
    try {
      worker.postMessage({ name, input });
    } catch (error) {
      end();
      reject(error);
    }
  });
  return result.finally(() => signal.removeEventListener("abort", end));
}
