// The other side of `ask-process.ts`: answers the questions of whoever started this process or thread. A process ends with the one that
// started it. A thread beside the program of a process looks at its memory, which the program itself cannot while it is busy.
import { join } from "node:path";
import { parentPort as threadPort, Worker } from "node:worker_threads";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { ProcessMessage } from "./ask-process.ts";

/** Electron's door to the process that started this one; elsewhere it is Node's own channel. */
interface ElectronPort {
  on(event: "message", listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const electronPort = (process as { readonly parentPort?: ElectronPort }).parentPort;

/** What a program can say to whoever asked, before it answers. */
interface Asker {
  tell(news: unknown): void;
  /** One question at a time. */
  ask<Answer>(question: unknown): Promise<Answer>;
}

/** What is thrown instead of an answer is told, too; the next question is answered all the same. */
export function serveParent<Question>(answer: (question: Question, asker: Asker) => unknown): void {
  const port = threadPort ?? electronPort;
  const send = (message: ProcessMessage): void => {
    if (port) port.postMessage(message);
    else process.send?.(message);
  };
  let onReply: ((reply: unknown) => void) | null = null;
  const asker: Asker = {
    tell: (news) => send({ news }),
    ask: (question) =>
      new Promise((resolve) => {
        onReply = resolve as (reply: unknown) => void;
        send({ question });
      }),
  };
  const answerQuestion = async (question: unknown): Promise<void> => {
    try {
      send({ answer: await answer(question as Question, asker) });
    } catch (error) {
      const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
      send(error instanceof ApiError ? { failed: error.toData() } : { fault: { message, stack } });
    }
  };
  const receive = (message: unknown): void => {
    const reply = onReply;
    onReply = null;
    if (reply) reply(message);
    else void answerQuestion(message);
  };
  if (threadPort) threadPort.on("message", receive);
  else if (electronPort) electronPort.on("message", ({ data }) => receive(data));
  else process.on("message", receive).on("disconnect", () => process.exit(0));
  if (!threadPort) guardProcess();
}

function guardProcess(): void {
  // A terminal tells them to all of its processes; this one is ended by the one that started it.
  for (const signal of electronPort
    ? (["SIGINT", "SIGHUP"] as const)
    : (["SIGINT", "SIGHUP", "SIGTERM"] as const))
    process.on(signal, () => undefined);
  const [, , megabytes] = process.argv;
  new Worker(join(import.meta.dirname, "watch-memory.js"), {
    workerData: Number(megabytes) * 1024 * 1024,
  }).unref();
}
