// Work in a thread of its own that reads and writes the disk itself, and asks here for what is held in memory. It ends with its result,
// or when nobody wants that any more.
import { Worker } from "node:worker_threads";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";

/** What the thread says; a question is answered before the next one. */
type Said<Question, News, Result> =
  | { readonly question: Question }
  | { readonly news: News }
  | { readonly failed: ApiErrorData }
  | { readonly result: Result };

interface ThreadPorts<Question, News> {
  readonly signal: AbortSignal;
  answer(question: Question): Promise<unknown>;
  onNews(news: News): void;
}

/** `null` when it was stopped; the thread has ended then. Throws an `ApiError`. */
export function inThread<Question, News, Result>(
  program: string,
  data: unknown,
  { signal, answer, onNews }: ThreadPorts<Question, News>,
): Promise<Result | null> {
  const worker = new Worker(program, { workerData: data });
  const end = (): void => void worker.terminate();
  signal.addEventListener("abort", end);
  return new Promise<Result | null>((resolve, reject) => {
    let result: { readonly value: Result } | null = null;
    let failed: unknown = null;
    worker.on("message", (said: Said<Question, News, Result>) => {
      if ("question" in said)
        answer(said.question).then(
          (value) => worker.postMessage(value),
          (error: unknown) => {
            failed = error;
            end();
          },
        );
      else if ("news" in said) onNews(said.news);
      else if ("failed" in said) failed = new ApiError(said.failed.problem, said.failed.detail);
      else result = { value: said.result };
    });
    worker.on("error", (error) => {
      failed = error;
    });
    // Only then has it let go of every file.
    worker.on("exit", () => {
      if (signal.aborted) resolve(null);
      else if (result) resolve(result.value);
      else reject(failed ?? new Error(`The thread of ${program} ended without a result.`));
    });
  }).finally(() => {
    signal.removeEventListener("abort", end);
  });
}
