// The other side of `ask-process.ts`: answers the questions of the process that started this one, and ends with it.
// A thread beside the program looks at its memory, which the program itself cannot while it is busy.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Told } from "./ask-process.ts";

/** Electron's door to the process that started this one; elsewhere it is Node's own channel. */
interface ParentPort {
  on(event: "message", listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const port = (process as { readonly parentPort?: ParentPort }).parentPort;

/** What is thrown instead of an answer is told, too; the next question is answered all the same. */
export function serveParent<Question>(
  answer: (question: Question, onNews: (news: unknown) => void) => unknown,
): void {
  const sendMessage = (message: Told): void => {
    if (port) port.postMessage(message);
    else process.send?.(message);
  };
  const hear = async (question: unknown): Promise<void> => {
    try {
      sendMessage({ answer: await answer(question as Question, (news) => sendMessage({ news })) });
    } catch (error) {
      const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
      sendMessage({ fault: { message, stack } });
    }
  };
  if (port) port.on("message", ({ data }) => void hear(data));
  else process.on("message", hear).on("disconnect", () => process.exit(0));
  // A terminal tells them to all of its processes; this one is ended by the one that started it.
  for (const signal of port ? (["SIGINT", "SIGHUP"] as const) : (["SIGINT", "SIGHUP", "SIGTERM"] as const))
    process.on(signal, () => undefined);
  const [, , megabytes] = process.argv;
  new Worker(join(import.meta.dirname, "watch-memory.js"), {
    workerData: Number(megabytes) * 1024 * 1024,
  }).unref();
}
