// Has a model of the person's own propose cards for articles: what it is asked, what it answers, and what of that is a card.

import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
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
import {
  type AskedArticle,
  type AskOptions,
  decoded,
  type Limits,
  lineFor,
  type ModelFault,
  mostAnswerBytes,
} from "./model-request.ts";

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

// A program is started for some articles: their lines go to its standard input, its answer comes from its standard output, and it ends.
// No shell is involved. Whatever it started itself ends with it.

/** Code units of what it complains of that are kept: the last ones say why it ended. */
const keptComplaint = 2_000;
/** Milliseconds between two looks at its memory. */
const lookAfter = 200;

/** The processes that are running, so that none outlives this one. */
const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) endAll(child);
});

function started([program = "", ...args]: readonly string[], folder: string): ChildProcessWithoutNullStreams {
  return spawn(program, args, {
    cwd: folder,
    // Python on Windows reads and writes another encoding unless it is told.
    env: { ...process.env, PYTHONUTF8: "1" },
    stdio: "pipe",
    // A group of its own, so that all of it can be ended.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
}

/** `null` when it was ended from outside. */
async function askCommand(
  command: readonly string[],
  articles: readonly AskedArticle[],
  limits: Limits,
): Promise<string | null> {
  const notStarted = ({ code = "" }: NodeJS.ErrnoException) =>
    limits.failed(code === "ENOENT" ? "no-program" : "not-allowed", { path: command[0] ?? "", code });
  let child: ChildProcessWithoutNullStreams;
  try {
    child = started(command, limits.folder);
  } catch (error) {
    throw notStarted(error as NodeJS.ErrnoException);
  }
  return answerOf(child, articles, limits, notStarted);
}

/** What a program that has just been started says to the articles; `null` when it was ended from outside. */
function answerOf(
  child: ChildProcessWithoutNullStreams,
  articles: readonly AskedArticle[],
  limits: Limits,
  notStarted: (error: NodeJS.ErrnoException) => Error,
): Promise<string | null> {
  const { failed, signal } = limits;
  return new Promise((resolve, reject) => {
    running.add(child);
    const answer: Buffer[] = [];
    let bytes = 0;
    let complaint = "";
    let isSettled = false;
    const settle = (then: () => void): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      clearInterval(memoryCheck);
      signal.removeEventListener("abort", onAbort);
      endAll(child);
      running.delete(child);
      then();
    };
    const fail = (...why: Parameters<Limits["failed"]>): void => settle(() => reject(failed(...why)));
    const onAbort = (): void => settle(() => resolve(null));
    const timer = setTimeout(
      () => fail("time", { limit: (limits.milliseconds * articles.length) / 1_000 }),
      Math.min(limits.milliseconds * articles.length, longestTimer),
    );
    const memoryCheck = setInterval(() => {
      const used = memoryOf(child.pid);
      if (used > limits.megabytes) fail("memory", { limit: limits.megabytes });
    }, lookAfter);
    signal.addEventListener("abort", onAbort);
    child.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostAnswerBytes * articles.length) return fail("output", { limit: mostAnswerBytes });
      if (!isSettled) answer.push(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", (words: string) => {
      complaint = (complaint + words).slice(-keptComplaint);
    });
    child.on("error", (error) => settle(() => reject(notStarted(error))));
    child.on("close", (status, killed) => {
      if (status !== 0)
        return fail("ended", { code: killed ?? String(status), at: complaint.trim().slice(-200) });
      settle(() => {
        try {
          resolve(decoded(answer, limits));
        } catch (error) {
          reject(error);
        }
      });
    });
    // A program that has read enough closes its input; what it answers counts.
    child.stdin.on("error", () => undefined);
    for (const article of articles) child.stdin.write(lineFor(article));
    child.stdin.end();
  });
}

/** The most that a timer can wait. */
const longestTimer = 2 ** 31 - 1;

/** Ends a program and what it started. */
function endAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") child.kill();
  else endGroup(child.pid);
}

function endGroup(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch (error) {
    // All of it has ended already; macOS says so in another way.
    if (!["ESRCH", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

const pageKilobytes = 4;

/** Megabytes of the processes of a group; 0 where the system does not tell. */
function memoryOf(group: number | undefined): number {
  if (process.platform !== "linux" || group === undefined) return 0;
  let pages = 0;
  for (const name of readdirSync("/proc")) if (/^\d+$/u.test(name)) pages += pagesOf(name, group);
  return Math.round((pages * pageKilobytes) / 1024);
}

/** The fields behind the name, which stands in brackets and may hold anything: state, parent, group … and at 21 the pages in memory. */
function pagesOf(process: string, group: number): number {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(fields[2]) === group ? Number(fields[21] ?? 0) : 0;
  } catch {
    // It ended between the list and the look.
    return 0;
  }
}
