// `sayso open`: reads the arguments of what `npm start` does.

import { spawn } from "node:child_process";
import { basename, resolve } from "node:path";
import { message, type Text } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import type { Processes } from "../../core/processes/processes.ts";
import { appRoot } from "../app-root.ts";
import { hasDisplay } from "../browser-window.ts";
import { atMost, type CliCommand, type ExitStatus, parse, UsageError } from "../cli-command.ts";
import { fetchElectron, findElectron } from "../electron-binary.ts";
import { ensureChromium } from "../ensure-chromium.ts";
import { isProjectThere, serveUntilStopped } from "../serve.ts";

const cliOptions = [
  ["--electron", message("cli.open-electron")],
  ["--browser", message("cli.open-browser")],
] as const;

export const openCommand: CliCommand = {
  name: "open",
  synopsis: "[PROJECT]",
  summary: message("cli.open"),
  options: cliOptions,
  async run(args, commandLine) {
    const { home, words, processes } = commandLine;
    const { values, positionals } = parse(args, cliOptions);
    atMost(1, positionals);
    if (values.electron === true && values.browser === true)
      throw new UsageError(message("cli.exclude-each-other", { one: "--electron", other: "--browser" }));
    const [project] = positionals;
    if (!(await isProjectThere(project, commandLine))) return 1;
    const driver = values.electron === true ? "electron" : values.browser === true ? "browser" : "auto";
    const status = await openSayso({
      project: project === undefined ? null : resolve(project),
      driver,
      home,
      words,
      processes,
    });
    return toExitStatus(status);
  },
};

/** A desktop application that ends in another way is our fault. */
function toExitStatus(status: number): ExitStatus {
  return status === 0 || status === 1 || status === 2 ? status : 3;
}

interface OpenOptions {
  /** The folder of the project to open at once. */
  readonly project: string | null;
  /** `auto`: the desktop application where possible. */
  readonly driver: "auto" | "electron" | "browser";
  readonly home: string;
  readonly words: Words;
  readonly processes: Processes;
}

/** Resolves with the exit status once the window is closed, or the host was told to stop. */
async function openSayso({ project, driver, home, words, processes }: OpenOptions): Promise<number> {
  const say = (text: Text): void => {
    process.stdout.write(`${words.tell(text)}\n`);
  };
  const serveIn = (browser: string | null) =>
    serveUntilStopped({
      ...{ project, port: 0, home, words, processes, browser },
      endsWithWindow: browser !== null,
    });
  if (!hasDisplay()) {
    say(message("cli.no-display"));
    return serveIn(null);
  }
  if (driver !== "browser") {
    const electron = findElectron() ?? fetchElectron(home, say);
    if (electron !== null) return runDesktop(electron, project);
    if (driver === "electron") {
      process.stderr.write(`${words.say("cli.no-electron", { command: "npx install-electron" })}\n`);
      return 1;
    }
  }
  const browserChoice = driver === "browser" ? "yes" : "no";
  // Opening installs nothing: whoever wants a browser is told how to get one.
  const browser = ensureChromium({ say, mayInstall: false });
  if (browser === null) say(message("cli.waits", { asked: browserChoice }));
  else say(message("cli.opens-in", { browser: basename(browser), asked: browserChoice }));
  return serveIn(browser);
}

/** Runs the desktop application until it ends; its exit status is ours. */
function runDesktop(electron: string, project: string | null): Promise<number> {
  // Chromium refuses its sandbox to root.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const child = spawn(electron, [...asRoot, appRoot, ...(project === null ? [] : [project])], {
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 3));
  });
}
