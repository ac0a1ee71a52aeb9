// One question to a process or a thread, and its answer: within its time, or until nobody wants it any more.
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { ExhaustedLimit } from "../../storage/home/set-aside.ts";
import { type OwnProcess, type ProcessLimits, startThread } from "./own-process.ts";
import type { Processes, Program } from "./processes.ts";

/** What one thing from outside may take: an article's file, a colleague's package, another tool's annotations, a model's answer. */
export const outsideLimits: ProcessLimits = { objects: 700, all: 1_000 };
/** Milliseconds for it. */
export const outsideTime = 60_000;

/** A process took more time or memory than it may, and has ended. */
export class Exhausted extends Error {
  readonly why: ExhaustedLimit;

  constructor(why: ExhaustedLimit) {
    super(`It takes too much ${why}.`);
    this.why = why;
  }
}

/** What a process had to give up is refused, like anything else that cannot be read. */
export const exhausting =
  (file: string) =>
  (error: unknown): never => {
    if (!(error instanceof Exhausted)) throw error;
    throw new ApiError("take-in-exhausting", { file, why: error.why });
  };

/** What a process tells: how far it is, what it has to know, its answer, or a failure or a fault of ours in place of one. */
export type ProcessMessage =
  | { readonly news: unknown }
  | { readonly question: unknown }
  | { readonly answer: unknown }
  | { readonly failed: ApiErrorData }
  | { readonly fault: { readonly message: string; readonly stack: string } };

interface AskOptions {
  /** Milliseconds; `null`: as long as it takes. */
  readonly time: number | null;
  /** Aborted when nobody wants the answer any more; the process is ended then. */
  readonly signal?: AbortSignal;
  onNews?(news: unknown): void;
  /** Answers what the process asks in the middle of its work; one that cannot be answered ends it. */
  onQuestion?(question: unknown): Promise<unknown>;
}

/**
 * Rejects with `Exhausted` or why it broke off once the process has ended, and with a failure or a fault of ours after which it can be asked
 * the next question. One question at a time.
 */
export function askProcess<Answer>(
  own: OwnProcess,
  question: unknown,
  { time, signal, onNews, onQuestion }: AskOptions,
): Promise<Answer> {
  let endedFor: unknown = null;
  const stop = (): void => own.kill();
  const endFor = (why: unknown): void => {
    endedFor = why;
    stop();
  };
  const timer = time === null ? undefined : setTimeout(() => endFor(new Exhausted("time")), time);
  signal?.addEventListener("abort", stop);
  const answered = new Promise<Answer>((resolve, reject) => {
    own.listen({
      onMessage(message) {
        const reply = message as ProcessMessage;
        if ("news" in reply) {
          if (!signal?.aborted) onNews?.(reply.news);
        } else if ("question" in reply) onQuestion?.(reply.question).then(own.send).catch(endFor);
        else if ("answer" in reply) resolve(reply.answer as Answer);
        else if ("failed" in reply) reject(new ApiError(reply.failed.problem, reply.failed.detail));
        else reject(Object.assign(new Error(reply.fault.message), { stack: reply.fault.stack }));
      },
      onExit: (fault) => reject(endedFor ?? fault ?? new Exhausted("memory")),
    });
    own.send(question);
  });
  return answered.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  });
}

/** Asks a thread that is begun for this question alone. `null` when it was stopped; the thread has ended then. */
export async function askThread<Answer>(
  program: string,
  question: unknown,
  options: Omit<AskOptions, "time" | "signal"> & { readonly signal: AbortSignal },
): Promise<Answer | null> {
  const thread = startThread(program);
  try {
    const answer = await askProcess<Answer>(thread, question, { ...options, time: null });
    return options.signal.aborted ? null : answer;
  } catch (error) {
    if (options.signal.aborted) return null;
    throw error;
  } finally {
    thread.kill();
  }
}

// Holds one process of a program for one caller, who asks it one question after the other.

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
