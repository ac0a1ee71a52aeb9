// Asks a model of the person's own about articles: JSON lines in, JSON lines out, over a program that is started for it or an address of
// this machine. What it answers is text from outside that nobody has looked at yet.
import { ApiError, type ProblemDetail } from "../../../shared/api/errors.ts";
import type { OwnModel } from "../../../shared/schema/own-models.ts";
import { askAddress } from "./ask-address.ts";
import { askCommand } from "./ask-command.ts";

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

/** All lines of its answer; `null` when it was ended. Throws an `ApiError` that says why there is none. */
export async function askModel(
  { name, way, seconds, megabytes }: OwnModel,
  articles: readonly AskedArticle[],
  options: AskOptions,
): Promise<string | null> {
  if (options.signal.aborted) return null;
  const limits = { milliseconds: seconds * 1_000, megabytes };
  const failed = (why: ModelFault, detail: ProblemDetail = {}): ApiError =>
    new ApiError("model-failed", { name, why, ...detail });
  return way.by === "command"
    ? askCommand(way.command, articles, { ...options, ...limits, failed })
    : askAddress(way.address, articles, { ...options, ...limits, failed });
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
