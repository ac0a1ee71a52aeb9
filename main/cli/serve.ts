// `sayso serve`: the browser host. It prints an address, opens it where that is wanted, and answers until it is told to stop.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { version } from "../../package.json";
import { ApiError, type ApiErrorData } from "../../shared/errors/errors.ts";
import { type Message, message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";
import { createCore } from "../core/core.ts";
import type { Processes } from "../core/processes/processes.ts";
import { type BrowserHost, type BrowserHostOptions, startBrowserHost } from "../hosts/browser/server.ts";
import { readPageFiles } from "../hosts/page/page-files.ts";
import { nodeDisk } from "../storage/files/disk.ts";
import { readVersion, realFolder } from "../storage/project/project-folder.ts";
import { allowingInTerminal } from "./allow-in-terminal.ts";
import { pageFolder, worksFile } from "./app-root.ts";
import { hasDisplay, openBrowserWindow, printing } from "./browser-window.ts";
import type { CommandLine } from "./cli-command.ts";
import { findChromium } from "./ensure-chromium.ts";
import { lineOf, reported } from "./report.ts";
import { whenStopped } from "./stop-signal.ts";

interface ServeOptions {
  /** The folder of the project that the page opens first. */
  readonly project: string | null;
  /** 0: the one of an earlier run where it is free, else any free one. */
  readonly port: number;
  /** Whether to show a window where there is a display and a browser. */
  readonly open: boolean;
  readonly home: string;
  readonly words: Words;
  readonly processes: Processes;
}

/** Resolves with the exit status once it was told to stop and everything is written. */
export async function serve({ project, port, open, home, words, processes }: ServeOptions): Promise<number> {
  const browser = open && hasDisplay() ? findChromium() : null;
  return serveUntilStopped({ project, port, home, words, processes, browser, endsWithWindow: false });
}

interface ServeUntilStoppedOptions {
  readonly project: string | null;
  readonly port: number;
  readonly home: string;
  readonly words: Words;
  readonly processes: Processes;
  /** The browser to show a window in; `null`: the address is printed instead. */
  readonly browser: string | null;
  /** Whether closing the window ends the host too. */
  readonly endsWithWindow: boolean;
}

/** What `serve` and `open` have in common. */
export async function serveUntilStopped(options: ServeUntilStoppedOptions): Promise<number> {
  const { project, home, words, processes, browser, endsWithWindow } = options;
  const say = (text: Message): void => {
    process.stdout.write(`${words.tell(text)}\n`);
  };
  const sayAddress = (host: BrowserHost): void =>
    say(message("cli.address", { address: host.freshAddress() }));
  const stopped = whenStopped();
  const core = await createCore({
    ...{ host: "browser", version, home, worksFile, processes, ...printing() },
    ...allowingInTerminal(words),
  });
  try {
    const host = await startAtOneOf(options.port === 0 ? [...(await portsBefore(home)), 0] : [options.port], {
      core,
      files: await readPageFiles(pageFolder),
      project,
      // A window that ends the host is waited for as long as a reload takes; others may come back over a slow tunnel.
      grace: endsWithWindow ? 2_000 : 10_000,
      onLastGone: () => (endsWithWindow && shows ? stopped.stop() : sayAddress(host)),
      onAddressWanted: () => sayAddress(host),
      onBug: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    });
    await rememberPort(home, host.port);
    const window = browser === null ? null : openBrowserWindow(browser, host.freshAddress());
    if (browser !== null && window === null)
      say(message("cli.browser-apart", { browser: basename(browser) }));
    let shows = window !== null;
    void window?.ended.then((failure) => {
      shows = false;
      if (failure !== null) {
        say(message("cli.browser-failed", { why: failure.split("\n").at(-1) ?? "" }));
        sayAddress(host);
      } else if (endsWithWindow) stopped.stop();
    });
    if (window === null || !endsWithWindow) sayAddress(host);
    await stopped.promise;
    await host.close();
    await window?.close();
    return 0;
  } catch (error) {
    const refusal = portRefusal(error, options.port);
    if (refusal === null) throw error;
    process.stderr.write(`${words.tell(refusal)}\n`);
    return 1;
  } finally {
    await core.close();
  }
}

/** Takes the first of the ports that is to be had. Rejects with the system's error when none is. */
async function startAtOneOf(
  ports: readonly number[],
  options: Omit<BrowserHostOptions, "port">,
): Promise<BrowserHost> {
  const [port = 0, ...others] = ports;
  try {
    return await startBrowserHost({ ...options, port });
  } catch (error) {
    if (others.length === 0 || portRefusal(error, port) === null) throw error;
    return startAtOneOf(others, options);
  }
}

function portRefusal(error: unknown, port: number): Message | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE") return message("cli.port-in-use", { port: String(port) });
  if (code === "EACCES") return message("cli.port-forbidden", { port: String(port) });
  return null;
}

// The ports that the browser host had lately, in the person's own folder. A host that is started again asks for the same
// one, because a window that outlived the host before it can only speak to the address that it came from.

const recentPorts = z.object({ ports: z.array(z.number().int().min(1).max(65_535)) });
/** As many hosts as one person may reasonably run at a time. */
const remembered = 4;

const fileIn = (home: string): string => join(home, "ports.json");

/** The latest first; none where nothing can be read, which costs no more than another port. */
export async function portsBefore(home: string): Promise<readonly number[]> {
  try {
    const text = await readFile(fileIn(home), "utf8");
    return recentPorts.parse(JSON.parse(text)).ports.slice(0, remembered);
  } catch {
    return [];
  }
}

/** Puts a port first. Resolves with false where the folder cannot be written. */
export async function rememberPort(home: string, port: number): Promise<boolean> {
  const others = (await portsBefore(home)).filter((one) => one !== port);
  const temporaryFile = `${fileIn(home)}.${process.pid}`;
  try {
    await mkdir(home, { recursive: true });
    await writeFile(temporaryFile, `${JSON.stringify({ ports: [port, ...others].slice(0, remembered) })}\n`);
    await rename(temporaryFile, fileIn(home));
    return true;
  } catch {
    return false;
  }
}

// Whether the folder that was named for a window is a project at all: whoever typed its name learns at once where it is wrong.

/** Says in one line why there is no project in the folder, as it was `named`. `true` where there is one, or none was named. */
export async function isProjectThere(
  named: string | undefined,
  { err, words }: Pick<CommandLine, "err" | "words">,
): Promise<boolean> {
  const problem = named === undefined ? null : await whyNone(named);
  if (problem !== null) err(lineOf(reported(problem, named ?? "", words)));
  return problem === null;
}

/** A damaged project is one: its window has copies to offer. */
async function whyNone(path: string): Promise<ApiErrorData | null> {
  try {
    await readVersion(nodeDisk, await realFolder(nodeDisk, path));
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const isNone = ["project-missing", "project-not-one", "folder-unreadable"].includes(error.problem);
    return isNone ? error.toData() : null;
  }
}
