// Who asks the computing part of an export: over there in its thread; here, in turns with everything else, where the program of the
// thread is not built, as in tests over the sources.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import {
  type ExportAnswer,
  type ExportQuestion,
  type ExportWorkInput,
  startExportWork,
} from "./export-work.ts";

export interface AskedExport {
  /** One question at a time. */
  ask(question: ExportQuestion): Promise<ExportAnswer>;
  end(): void;
}

export function askExport(
  input: ExportWorkInput,
  program = join(import.meta.dirname, "export-thread.js"),
): AskedExport {
  if (existsSync(program)) return inThread(program, input);
  // Copied as for a thread, so that tests find what could not be.
  const work = startExportWork(structuredClone(input));
  return {
    async ask(question) {
      await otherWork();
      return structuredClone(work(question));
    },
    end: () => undefined,
  };
}

function inThread(program: string, input: ExportWorkInput): AskedExport {
  const worker = new Worker(program, { workerData: input });
  let waiting: { resolve(answer: ExportAnswer): void; reject(error: Error): void } | null = null;
  let broken: Error | null = null;
  const fail = (error: Error): void => {
    broken = error;
    waiting?.reject(error);
  };
  worker.on("message", (answer: ExportAnswer) => waiting?.resolve(answer));
  worker.on("error", fail);
  worker.on("exit", () => fail(broken ?? new Error("The thread of an export ended by itself.")));
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        waiting = { resolve, reject };
        worker.postMessage(question);
      }),
    end: () => {
      waiting = null;
      void worker.terminate();
    },
  };
}
