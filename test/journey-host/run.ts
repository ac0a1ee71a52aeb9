// One process for many browser hosts and commands, so that a journey does not wait for the program to be loaded: each host has a core, a
// home and a port of its own, as in a process of its own. `node run.js PAGE`; requests and answers go over the channel of `fork`.
import { randomBytes } from "node:crypto";
import { run } from "../../main/cli/main.ts";
import { printing } from "../../main/cli/print-pdf.ts";
import { type Core, createCore } from "../../main/core/core.ts";
import { type BrowserHost, startBrowserHost } from "../../main/hosts/browser/server.ts";
import { readPageFiles } from "../../main/hosts/page/page-files.ts";
import { version } from "../../package.json";
import { idFromBytes } from "../../shared/model/id.ts";
import { localeFor } from "../../shared/words/language.ts";
import { createWords } from "../../shared/words/say.ts";
import type { Request, RequestName, Requests, Response } from "./messages.ts";

const [, , page = ""] = process.argv;
const files = readPageFiles(page);
const hosts = new Map<number, { readonly core: Core; readonly host: BrowserHost }>();
const cores = new Map<number, { readonly core: Core; readonly client: ReturnType<typeof idFromBytes> }>();
let lastNumber = 0;

function nextNumber(): number {
  lastNumber += 1;
  return lastNumber;
}

function hostOf(number: number): { readonly core: Core; readonly host: BrowserHost } {
  const found = hosts.get(number);
  if (found === undefined) throw new Error(`There is no host ${number}.`);
  return found;
}

function coreOf(number: number): { readonly core: Core; readonly client: ReturnType<typeof idFromBytes> } {
  const found = cores.get(number);
  if (found === undefined) throw new Error(`There is no core ${number}.`);
  return found;
}

type Answers = {
  readonly [Name in RequestName]: (
    input: Requests[Name]["input"],
  ) => Requests[Name]["answer"] | Promise<Requests[Name]["answer"]>;
};

const answers: Answers = {
  async start({ home, project }) {
    const core = await createCore({ host: "browser", version, home, ...printing() });
    const host = await startBrowserHost({
      core,
      files: await files,
      port: 0,
      project,
      grace: 10_000,
      onLastGone: () => undefined,
      onAddressWanted: () => undefined,
      onBug: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    });
    const number = nextNumber();
    hosts.set(number, { core, host });
    return { host: number, address: host.freshAddress() };
  },
  address: ({ host }) => hostOf(host).host.freshAddress(),
  async stop({ host: number }) {
    const { core, host } = hostOf(number);
    hosts.delete(number);
    await host.close();
    await core.close();
    return null;
  },
  async openCore({ home }) {
    const core = await createCore({ host: "cli", version, home, ...printing() });
    const number = nextNumber();
    cores.set(number, { core, client: idFromBytes(randomBytes(16)) });
    return number;
  },
  call({ core: number, name, input }) {
    const { core, client } = coreOf(number);
    return core.dispatch(name, input, client);
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
  async closeCore({ core: number }) {
    const { core } = coreOf(number);
    cores.delete(number);
    await core.close();
    return null;
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
