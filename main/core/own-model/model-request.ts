// A request to a model of the person's own, however it is reached: articles, limits, and what can go wrong.
import type { ApiError, ProblemDetail } from "../../../shared/errors/errors.ts";

export interface AskedArticle {
  readonly id: string;
  readonly text: string;
}

export interface AskOptions {
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal;
  /** Where a program is started: never a project's folder, in which a stranger's files may lie. */
  readonly folder: string;
}

/** What can go wrong with one. The words are chosen by it. */
export type ModelFault =
  | "no-program"
  | "not-allowed"
  | "ended"
  | "time"
  | "memory"
  | "output"
  | "encoding"
  | "not-local"
  | "unreachable"
  | "redirect"
  | "status";

export interface Limits extends AskOptions {
  /** For one article. */
  readonly milliseconds: number;
  readonly megabytes: number;
  failed(why: ModelFault, detail?: ProblemDetail): ApiError;
}

/** Bytes of the answer for one article. */
export const mostAnswerBytes = 4 * 1024 * 1024;

export const lineFor = ({ id, text }: AskedArticle): string => `${JSON.stringify({ id, text })}\n`;

/** Throws where the bytes are no UTF-8. */
export function decoded(chunks: readonly Buffer[], { failed }: Pick<Limits, "failed">): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    if (error instanceof TypeError) throw failed("encoding");
    throw error;
  }
}
