// Has a version made in a thread of its own, which reads and writes the disk itself and asks here for what is held in memory.
// Where the program of the thread is not built, or the disk is not the system's, as in tests, it is made here.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ApiError, type ApiErrorData } from "../../../shared/api/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type StagePorts, stageVersion, type VersionPlan } from "../../storage/stage-version.ts";
import type { VersionAbout } from "../../storage/version-files.ts";
import type { CoreContext } from "../context.ts";

export interface StageOptions extends StagePorts {
  readonly signal: AbortSignal;
}

/** What the thread says; what it is answered is the sets that it asked for. */
export type StageMessage =
  | { readonly what: "article"; readonly article: Id }
  | { readonly what: "done"; readonly done: number }
  | { readonly what: "left-out"; readonly file: string; readonly problem: ApiErrorData }
  | { readonly what: "failed"; readonly problem: ApiErrorData }
  | { readonly what: "staged"; readonly about: VersionAbout };

/** `null` when it was stopped; the thread has ended then. Throws an `ApiError`. */
export async function stageBeside(
  { disk, options }: CoreContext,
  plan: VersionPlan,
  ports: StageOptions,
  program = join(import.meta.dirname, "version-thread.js"),
): Promise<VersionAbout | null> {
  const { signal } = ports;
  if (signal.aborted) return null;
  if (options.disk === undefined && existsSync(program)) return inThread(program, plan, ports);
  const stopped = new Error("stopped");
  try {
    return await stageVersion(disk, plan, {
      ...ports,
      held(article) {
        if (signal.aborted) throw stopped;
        return ports.held(article);
      },
    });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

function inThread(program: string, plan: VersionPlan, ports: StageOptions): Promise<VersionAbout | null> {
  const { signal, held, onArticle, onLeftOut } = ports;
  const worker = new Worker(program, { workerData: plan });
  const end = (): void => void worker.terminate();
  signal.addEventListener("abort", end);
  return new Promise<VersionAbout | null>((resolve, reject) => {
    let about: VersionAbout | null = null;
    let failed: unknown = null;
    worker.on("message", (told: StageMessage) => {
      if (told.what === "article") held(told.article).then((sets) => worker.postMessage(sets), reject);
      else if (told.what === "done") onArticle(told.done);
      else if (told.what === "left-out") onLeftOut(told.file, told.problem);
      else if (told.what === "failed") failed = new ApiError(told.problem.problem, told.problem.detail);
      else about = told.about;
    });
    worker.on("error", (error) => {
      failed = error;
    });
    // Only then has it let go of every file.
    worker.on("exit", () => {
      if (about || signal.aborted) resolve(signal.aborted ? null : about);
      else reject(failed ?? new Error("The thread that makes a version ended without one."));
    });
  }).finally(() => {
    signal.removeEventListener("abort", end);
  });
}
