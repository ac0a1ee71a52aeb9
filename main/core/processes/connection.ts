// Holds one process of a program for one caller, who asks it one question after the other.
import { type AskOptions, askProcess, Exhausted } from "./ask-process.ts";
import type { OwnProcess } from "./own-process.ts";
import type { Processes, Program } from "./processes.ts";

interface QuestionOptions extends AskOptions {
  /** Whether only the process that answered the question before can answer this one. */
  readonly isFollowUp?: boolean;
}

interface ProcessConnection {
  /**
   * Rejects with `Exhausted`, and with a fault of ours. A question that exhausts the memory of a process that has worked before is asked
   * once more of a new one, since what that one still held is not this question's.
   */
  ask<Answer>(question: unknown, options: QuestionOptions): Promise<Answer>;
  /** Lets the process wait for other callers; ends it where it is in the middle of a question. */
  close(): void;
}

export function connectTo(processes: Processes, program: Program): ProcessConnection {
  let current: OwnProcess | null = null;
  let isBusy = false;
  let isClosed = false;

  async function askOnceOrTwice<Answer>(question: unknown, options: QuestionOptions): Promise<Answer> {
    if (options.isFollowUp && !current?.isRunning()) throw new Exhausted("memory");
    if (!current?.isRunning()) current = processes.take(program);
    const isUsed = current.isUsed();
    try {
      return await askProcess<Answer>(current, question, options);
    } catch (error) {
      const isFull = isUsed && error instanceof Exhausted && error.why === "memory";
      if (!isFull || options.isFollowUp || options.signal?.aborted || isClosed) throw error;
      current = processes.start(program);
      return askProcess<Answer>(current, question, options);
    }
  }

  return {
    async ask<Answer>(question: unknown, options: QuestionOptions) {
      isBusy = true;
      try {
        return await askOnceOrTwice<Answer>(question, options);
      } finally {
        isBusy = false;
      }
    },
    close() {
      isClosed = true;
      if (current?.isRunning() && !isBusy) processes.keep(program, current);
      else current?.kill();
      current = null;
    },
  };
}
