// Has a model of the person's own propose cards for articles: what it is asked, what it answers, and what of that is a card.
import { ApiError, type ApiErrorData, type ProblemDetail } from "../../../shared/errors/errors.ts";
import type {
  ModelAnswer,
  ModelReport,
  RefusedAttribution,
} from "../../../shared/suggestions/model-answer.ts";
import type { OwnModel } from "../../../shared/suggestions/own-model.ts";
import { runJob } from "../jobs/run-job.ts";
import { Exhausted } from "../processes/ask-process.ts";
import type { Processes } from "../processes/processes.ts";
import { askAddress } from "./ask-address.ts";
import { askCommand } from "./ask-command.ts";
import type { AskedArticle, AskOptions, ModelFault } from "./asking.ts";

/** An answer for each of the articles, in their order, or why there is none that can be used. */
type RanModel =
  | { readonly ok: true; readonly answers: readonly ModelAnswer[] }
  | { readonly ok: false; readonly problem: ApiErrorData };

export interface RunOptions extends AskOptions {
  /** Those in which an answer is read. */
  readonly processes: Processes;
}

/** `null` when it was ended. */
export async function runModel(
  model: OwnModel,
  articles: readonly AskedArticle[],
  options: RunOptions,
): Promise<RanModel | null> {
  try {
    const output = await askModel(model, articles, options);
    if (output === null) return null;
    const { signal, processes } = options;
    const input = { model: model.name, output, articles };
    const parseResult = await runJob(processes, "model-answer", input, {
      signal,
      onProgress: () => undefined,
    }).catch((error: unknown) => {
      if (!(error instanceof Exhausted)) throw error;
      throw new ApiError("model-failed", { name: model.name, why: "output" });
    });
    if (!parseResult || parseResult.ok) return parseResult;
    const { why, line, at } = parseResult;
    throw new ApiError("model-failed", { name: model.name, why, line, at });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { ok: false, problem: error.toData() };
  }
}

/** Of several articles together. */
export function sumOf(reports: readonly ModelReport[]): ModelReport {
  const refused = new Map<string, RefusedAttribution>();
  for (const refusal of reports.flatMap((report) => report.refused)) {
    const priorRefusal = refused.get(refusal.why);
    refused.set(
      refusal.why,
      priorRefusal ? { ...priorRefusal, count: priorRefusal.count + refusal.count } : refusal,
    );
  }
  const sum = (part: "given" | "taken" | "moved"): number =>
    reports.reduce((all, report) => all + report[part], 0);
  return { given: sum("given"), taken: sum("taken"), moved: sum("moved"), refused: [...refused.values()] };
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
