// The command line: finds the command that the arguments name and runs it. What its exit status means, `ExitStatus` says.
import { ApiError } from "../../shared/errors/errors.ts";
import type { Words } from "../../shared/words/say.ts";
import { forkProcess, type StartProcess } from "../core/processes/own-process.ts";
import { createProcesses } from "../core/processes/processes.ts";
import { type CliCommand, type CommandLine, type ExitStatus, UsageError } from "./cli-command.ts";
import { commands } from "./commands/index.ts";
import { FileRefused, tellRefused } from "./read-bundle.ts";
import { jsonOf, lineOf, reported } from "./report.ts";

/**
 * Runs the command line with these arguments (without node and script) and resolves with the exit status. `start`: how processes of ours are
 * started.
 */
export async function run(
  args: readonly string[],
  surroundings: Omit<CommandLine, "processes">,
  start: StartProcess = forkProcess,
): Promise<ExitStatus> {
  const processes = createProcesses(start);
  const commandLine = { ...surroundings, processes };
  const { out, err, version, words } = commandLine;
  const [name, ...rest] = args;
  if (name === undefined) {
    err(overview(words));
    return 2;
  }
  if (name === "--version" || name === "-v") {
    out(`sayso ${version}\n`);
    return 0;
  }
  const asksForHelp = ["help", "--help", "-h"].includes(name);
  const command = commands.find((one) => one.name === (asksForHelp ? rest[0] : name));
  if (asksForHelp && (command || rest[0] === undefined)) {
    out(command ? helpOf(command, words) : overview(words));
    return 0;
  }
  if (!command) {
    err(`${words.say("cli.no-command", { name: (asksForHelp ? rest[0] : name) ?? "" })}\n${overview(words)}`);
    return 2;
  }
  if (isHelp(rest)) {
    out(helpOf(command, words));
    return 0;
  }
  try {
    return await command.run(rest, commandLine);
  } catch (error) {
    if (error instanceof UsageError) {
      err(`${words.tell(error.text)} ${words.say("cli.see-help", { line: `sayso help ${command.name}` })}\n`);
      return 2;
    }
    if (error instanceof FileRefused) {
      tellRefused(error, commandLine);
      return 1;
    }
    return failed(error, rest.includes("--json"), commandLine);
  } finally {
    processes.close();
  }
}

function isHelp(args: readonly string[]): boolean {
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  return options.includes("--help") || options.includes("-h");
}

/** Says what went wrong; a bug in full, because only its stack tells where it is. */
function failed(error: unknown, json: boolean, { out, err, words }: CommandLine): ExitStatus {
  if (!(error instanceof ApiError)) {
    err(`${words.say("cli.fault")}\n${stackOf(error)}\n`);
    return 3;
  }
  const problem = reported(error.toData(), "", words);
  if (json) out(jsonOf({ ok: false, problems: [problem] }));
  err(lineOf(problem));
  return error.code === "internal" ? 3 : 1;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** All commands, each with what it does under it: beside it no terminal has room for that. */
export function overview({ say, tell }: Words): string {
  const entries = commands.map(
    ({ name, synopsis, summary }) => `  sayso ${`${name} ${synopsis}`.trimEnd()}\n      ${tell(summary)}`,
  );
  return `${say("cli.lead")}\n\n${entries.join("\n")}\n\n${say("cli.more")}\n`;
}

/** One command and its options. */
function helpOf({ name, synopsis, summary, options }: CliCommand, { say, tell }: Words): string {
  const line = [`sayso ${name}`, synopsis, options.length > 0 ? say("cli.options") : ""]
    .filter((part) => part !== "")
    .join(" ");
  const rows = options.map(([option, meaning]) => [option, tell(meaning)] as const);
  return `${say("cli.usage", { line })}\n\n${tell(summary)}\n${rows.length > 0 ? `\n${table(rows)}\n` : ""}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}

/**
 * What the environment says about the language of the terminal, as POSIX has it: `de_AT.UTF-8` in LC_ALL, LC_MESSAGES or LANG. BCP 47, the
 * one that counts first; empty where nothing is set, and for the `C` locale. What is printed for machines (`--json`) has the same keys and
 * codes in every language.
 */
export function terminalLanguages(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== "");
  const [tag = ""] = (locale ?? "").split(/[.@]/u);
  return tag === "" || tag === "C" || tag === "POSIX" ? [] : [tag.replaceAll("_", "-")];
}
