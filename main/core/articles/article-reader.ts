// Reads articles out of files in a thread of its own, with a limit on its time and its memory: what comes from outside may be
// made to exhaust both. Where the program of the thread is not built, as in tests over the sources, they are read here.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { LeftOut } from "../../../shared/importers/html-body.ts";
import {
  type ImportRefusal,
  type ImportResult,
  type ReadingChoices,
  refusal,
  type SourceFile,
} from "../../../shared/importers/importer.ts";
import type { TableChoices } from "../../../shared/importers/table.ts";
import type { CoreContext } from "../context.ts";
import { type Answer, type Asked, createReading, type OpenedTable } from "./read-files.ts";

export interface ArticleReader {
  /** One file after the other. Rejects only for a fault of ours. */
  read(file: SourceFile, choices?: ReadingChoices): Promise<ImportResult>;
  /** What would be left out of a page. */
  left(file: SourceFile, choices: ReadingChoices): Promise<readonly LeftOut[] | ImportRefusal>;
  /** Opens a table, whose rows can be read until another one is opened. */
  table(file: SourceFile, choices?: TableChoices): Promise<OpenedTable | ImportRefusal>;
  /** The article of one row of the table that was opened last; counts from 1. `file` is only for the refusal. */
  row(number: number, file: string): Promise<ImportResult>;
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
  const isBuilt = existsSync(program);
  const here = isBuilt ? null : createReading();
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
  function ask<Of extends Asked>(asked: Of): Promise<Answer<Of> | ImportRefusal> {
    if (here) return here(asked);
    const thread = started();
    return new Promise((resolve, reject) => {
      const exhausted = (why: "time" | "memory"): ImportRefusal => {
        end();
        const file = typeof asked.file === "string" ? asked.file : asked.file.fileName;
        return refusal("file-exhausting", { file, why });
      };
      const settle = (then: () => void): void => {
        clearTimeout(timer);
        // Only ours: the thread has listeners of its own, without which it hears nothing more.
        thread.off("message", onMessage);
        thread.off("error", onError);
        thread.off("exit", onExit);
        then();
      };
      const onMessage = (answer: Answer<Of>): void => settle(() => resolve(answer));
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
      thread.postMessage(asked);
    });
  }
  const plain = ({ bytes, fileName }: SourceFile): SourceFile => ({ bytes, fileName });
  return {
    read: (file, choices = {}) => ask({ kind: "article", file: plain(file), choices }),
    left: (file, choices) => ask({ kind: "left", file: plain(file), choices }),
    table: (file, choices = {}) => ask({ kind: "table", file: plain(file), choices }),
    row: (number, file) => ask({ kind: "row", number, file }),
    close: end,
  };
}

/** A fault of ours in a file is logged in full, and refuses that one. */
export function steadyReader({ log, newId }: Pick<CoreContext, "log" | "newId">): ArticleReader {
  const reader = articleReader();
  async function refusing<Of>(file: string, reading: Promise<Of>): Promise<Of | ImportRefusal> {
    try {
      return await reading;
    } catch (error) {
      const id = newId().slice(0, 8);
      log.error(`reading ${file}`, error, id);
      return refusal("file-fault", { file, id });
    }
  }
  return {
    read: (file, choices) => refusing(file.fileName, reader.read(file, choices)),
    left: (file, choices) => refusing(file.fileName, reader.left(file, choices)),
    table: (file, choices) => refusing(file.fileName, reader.table(file, choices)),
    row: (number, file) => refusing(file, reader.row(number, file)),
    close: reader.close,
  };
}

/** Reads one file in a thread that lives as long as that takes. */
export async function readArticleFile(
  file: SourceFile,
  choices?: ReadingChoices,
  reader = articleReader(),
): Promise<ImportResult> {
  try {
    return await reader.read(file, choices);
  } finally {
    reader.close();
  }
}
