// One question to a process, and its answer: within its time, or until nobody wants it any more.
import { ApiError } from "../../../shared/errors/errors.ts";
import type { ExhaustedLimit } from "../../storage/files/set-aside.ts";
import type { OwnProcess, ProcessLimits } from "./own-process.ts";

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

/** What a process tells: how far it is, its answer, or a fault of ours in place of one. */
export type Told =
  | { readonly news: unknown }
  | { readonly answer: unknown }
  | { readonly fault: { readonly message: string; readonly stack: string } };

export interface AskOptions {
  /** Milliseconds; `null`: as long as it takes. */
  readonly time: number | null;
  /** Aborted when nobody wants the answer any more; the process is ended then. */
  readonly signal?: AbortSignal;
  readonly onNews?: (news: unknown) => void;
}

/**
 * Rejects with `Exhausted` once the process has ended, and with a fault of ours after which it can be asked the next question. One question
 * at a time.
 */
export function askProcess<Answer>(
  own: OwnProcess,
  question: unknown,
  { time, signal, onNews }: AskOptions,
): Promise<Answer> {
  let isLate = false;
  const stop = (): void => own.kill();
  const timer =
    time === null
      ? undefined
      : setTimeout(() => {
          isLate = true;
          stop();
        }, time);
  signal?.addEventListener("abort", stop);
  const answered = new Promise<Answer>((resolve, reject) => {
    own.listen({
      onMessage(message) {
        const reply = message as Told;
        if ("news" in reply) {
          if (!signal?.aborted) onNews?.(reply.news);
        } else if ("answer" in reply) resolve(reply.answer as Answer);
        else reject(Object.assign(new Error(reply.fault.message), { stack: reply.fault.stack }));
      },
      onExit: (fault) => reject(fault ?? new Exhausted(isLate ? "time" : "memory")),
    });
    own.send(question);
  });
  return answered.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  });
}
