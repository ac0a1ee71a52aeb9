// Asks a model of the person's own about articles: JSON lines in, JSON lines out, over a program that is started for it or an address of
// this machine. What it answers is text from outside that nobody has looked at yet.
import { ApiError, type ProblemDetail } from "../../../shared/errors/errors.ts";
import type { OwnModel } from "../../../shared/suggestions/own-model.ts";
import { askAddress } from "./ask-address.ts";
import { askCommand } from "./ask-command.ts";
import type { AskedArticle, AskOptions, ModelFault } from "./asking.ts";

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
