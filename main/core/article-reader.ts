// Reads articles out of files in a thread of its own, with a limit on its time and its memory: what comes from outside may be
// made to exhaust both. Where the program of the thread is not built, as in tests over the sources, they are read here.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import {
  type ImportResult,
  type ReadingChoices,
  refusal,
  type SourceFile,
} from "../../shared/importers/importer.ts";
import { importerFor } from "../../shared/importers/index.ts";

export interface ArticleReader {
  /** One file after the other. Rejects only for a fault of ours. */
  read(file: SourceFile, choices?: ReadingChoices): Promise<ImportResult>;
  /** Ends the thread, also within a file, whose result is then a refusal. */
  close(): void;
}

export interface ReaderOptions {
  /** Milliseconds for one file. */
  readonly time: number;
  /** Megabytes of objects in the thread. */
  readonly memory: number;
  readonly program: string;
}

const usual: ReaderOptions = {
  time: 60_000,
  memory: 1_024,
  program: join(import.meta.dirname, "read-thread.js"),
};

export function articleReader(options: Partial<ReaderOptions> = {}): ArticleReader {
  const { time, memory, program } = { ...usual, ...options };
  if (!existsSync(program))
    return { read: async (file, choices) => importerFor(file.fileName).read(file, choices), close() {} };
  let worker: Worker | null = null;
  const started = (): Worker => {
    const thread = worker ?? new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: memory } });
    worker = thread;
    return thread;
  };
  const end = (): void => {
    void worker?.terminate();
    worker = null;
  };
  return {
    read(file, choices = {}) {
      const thread = started();
      return new Promise<ImportResult>((resolve, reject) => {
        const exhausted = (why: "time" | "memory"): ImportResult => {
          end();
          return refusal("file-exhausting", { file: file.fileName, why });
        };
        const settle = (then: () => void): void => {
          clearTimeout(timer);
          // Only ours: the thread has listeners of its own, without which it hears nothing more.
          thread.off("message", onMessage);
          thread.off("error", onError);
          thread.off("exit", onExit);
          then();
        };
        const onMessage = (result: ImportResult): void => settle(() => resolve(result));
        const onError = (error: NodeJS.ErrnoException): void =>
          settle(() => {
            if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(exhausted("memory"));
            else {
              end();
              reject(error);
            }
          });
        const onExit = (): void => settle(() => resolve(exhausted("memory")));
        const timer = setTimeout(() => settle(() => resolve(exhausted("time"))), time);
        thread.on("message", onMessage);
        thread.on("error", onError);
        thread.on("exit", onExit);
        thread.postMessage({ file: { bytes: file.bytes, fileName: file.fileName }, choices });
      });
    },
    close: end,
  };
}

/** Reads one file in a thread that lives as long as that takes. */
export async function readArticleFile(file: SourceFile, choices?: ReadingChoices): Promise<ImportResult> {
  const reader = articleReader();
  try {
    return await reader.read(file, choices);
  } finally {
    reader.close();
  }
}
