// The process that holds the browser hosts of all journeys of a worker, and runs commands for them. It is started when it is needed.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Client, clientOver } from "../../shared/api/client.ts";
import type { RequestName, Requests, Response } from "../journey-host/messages.ts";

const repository = join(import.meta.dirname, "../..");
const program = join(repository, "node_modules/.cache/sayso-journey-host/run.js");

export interface SharedHost {
  request<Name extends RequestName>(
    name: Name,
    input: Requests[Name]["input"],
  ): Promise<Requests[Name]["answer"]>;
  /** Does some work with a core over this home that has no window, and closes it. */
  withClient<T>(home: string, work: (client: Client) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

function createSharedHost(): SharedHost {
  const pending = new Map<number, (response: Response) => void>();
  let child: ChildProcess | null = null;
  let last = 0;

  function start(): ChildProcess {
    const started = fork(program, [join(repository, "out/renderer")], { execArgv: [] });
    started.on("message", (response: Response) => pending.get(response.id)?.(response));
    started.once("exit", (code) => {
      child = null;
      for (const [id, respond] of pending) respond({ id, failed: `The hosts ended, with status ${code}.` });
    });
    return started;
  }

  const request: SharedHost["request"] = async (name, input) => {
    child ??= start();
    const id = ++last;
    const response = await new Promise<Response>((resolve) => {
      pending.set(id, resolve);
      child?.send({ id, name, input });
    });
    pending.delete(id);
    if ("failed" in response) throw new Error(response.failed);
    return response.answer as Requests[typeof name]["answer"];
  };

  return {
    request,
    async withClient(home, work) {
      const core = await request("start", { home });
      try {
        return await work(
          clientOver({
            call: (name, input) => request("call", { core, name, input }),
            subscribe: () => () => undefined,
          }),
        );
      } finally {
        await request("stop", { core });
      }
    },
    async end() {
      if (child === null) return;
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

/** That of this worker. */
export const sharedHost: SharedHost = createSharedHost();
