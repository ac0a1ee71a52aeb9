// One process for many browser hosts and commands, so that a journey does not wait for the program to be loaded: each host has a core, a
// home and a port of its own, as in a process of its own. `node run.js PAGE`; requests and answers go over the channel of `fork`.
import { randomBytes } from "node:crypto";
import { printing } from "../../main/cli/browser-window.ts";
import { run } from "../../main/cli/main.ts";
import { type Core, createCore } from "../../main/core/core.ts";
import { forkProcess } from "../../main/core/processes/own-process.ts";
import { createProcesses } from "../../main/core/processes/processes.ts";
import { type BrowserHost, startBrowserHost } from "../../main/hosts/browser/server.ts";
import { readPageFiles } from "../../main/hosts/page/page-files.ts";
import { version } from "../../package.json";
import { type Id, idFromBytes } from "../../shared/model/id.ts";
import { localeFor } from "../../shared/words/language.ts";
import { createWords } from "../../shared/words/say.ts";
import type { Request, RequestName, Requests, Response } from "./messages.ts";

const [, , page = ""] = process.argv;
const files = readPageFiles(page);
interface Running {
  readonly core: Core;
  readonly client: Id;
  host: BrowserHost | null;
}

/** One for all cores, so that a program is loaded once. */
const processes = createProcesses(forkProcess);
const cores = new Map<number, Running>();
let lastNumber = 0;

function running(number: number): Running {
  const entry = cores.get(number);
  if (entry === undefined) throw new Error(`There is no core ${number}.`);
  return entry;
}

/** Throws for a core that was not asked to serve. */
function addressOf(number: number): string {
  const { host } = running(number);
  if (host === null) throw new Error(`The core ${number} has no host.`);
  return host.freshAddress();
}

type Answers = {
  readonly [Name in RequestName]: (
    input: Requests[Name]["input"],
  ) => Requests[Name]["answer"] | Promise<Requests[Name]["answer"]>;
};

const answers: Answers = {
  async start({ home }) {
    const core = await createCore({ host: "browser", version, home, processes, ...printing() });
    lastNumber += 1;
    cores.set(lastNumber, { core, client: idFromBytes(randomBytes(16)), host: null });
    return lastNumber;
  },
  async serve({ core: number, project }) {
    const entry = running(number);
    entry.host = await startBrowserHost({
      core: entry.core,
      files: await files,
      port: 0,
      project,
      grace: 10_000,
      onLastGone: () => undefined,
      onAddressWanted: () => undefined,
      onBug: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    });
    return addressOf(number);
  },
  address: ({ core }) => addressOf(core),
  call({ core: number, name, input }) {
    const { core, client } = running(number);
    return core.dispatch(name, input, client);
  },
  async stop({ core: number }) {
    const { core, host } = running(number);
    cores.delete(number);
    await host?.close();
    await core.close();
    return null;
  },
  async command({ home, args }) {
    const printed = { stdout: "", stderr: "" };
    const status = await run(args, {
      out(text) {
        printed.stdout += text;
      },
      err(text) {
        printed.stderr += text;
      },
      version,
      home,
      words: createWords(localeFor("en", [])),
    });
    return { status, ...printed };
  },
};

process.on("message", async ({ id, name, input }: Request) => {
  const answer = answers[name] as (input: unknown) => unknown;
  const respond = (response: Response): void => void process.send?.(response);
  try {
    respond({ id, answer: await answer(input) });
  } catch (error) {
    respond({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.on("disconnect", () => process.exit(0));
