// What a command of the command line is: one file each, walked by `main.ts`.
import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Message, message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";
import type { Processes } from "../core/processes/processes.ts";

/** 0 done; 1 the input, or a part of it, was refused; 2 wrong usage; 3 our fault; 4 merged, and conflicts are left for a person. */
export type ExitStatus = 0 | 1 | 2 | 3 | 4;

/** What a command may know of the process that runs it. */
export interface CommandLine {
  /** Standard output: results. */
  readonly out: (text: string) => void;
  /** Standard error: what went wrong, and progress. */
  readonly err: (text: string) => void;
  readonly version: string;
  /** Folder of this person's settings. */
  readonly home: string;
  /** In the language of the terminal. */
  readonly words: Words;
  /** Those in which what comes from outside is read. */
  readonly processes: Processes;
}

export interface CliCommand {
  readonly name: string;
  /** What follows the name, e.g. `PROJECT FILE…`. */
  readonly synopsis: string;
  /** One sentence. */
  readonly summary: Message;
  /** Its options, each with a sentence. */
  readonly options: readonly (readonly [option: string, meaning: Message])[];
  /** Throws a `UsageError` for arguments it does not understand, and an `ApiError` for input it refuses. */
  run(args: readonly string[], commandLine: CommandLine): Promise<ExitStatus>;
}

/** The arguments are not understood; the message says why in one sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly text: Message;

  constructor(text: Message) {
    super(text.key);
    this.text = text;
  }
}

/** The options and positionals among the arguments. Throws a `UsageError` for anything else. */
export function parse<Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError && "code" in error)
      throw new UsageError(message("cli.not-understood", { why: firstSentence(error.message) }));
    throw error;
  }
}

/** Refuses more positionals than a command takes. */
export function atMost(count: number, positionals: readonly string[]): void {
  const extra = positionals[count];
  if (extra !== undefined) throw new UsageError(message("cli.extra", { text: extra }));
}

/** The value of an argument without which there is nothing to do. */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new UsageError(message("cli.missing", { name }));
  return value;
}

function firstSentence(message: string): string {
  return `${message.split(/\. |\n/u)[0]?.replace(/\.$/u, "") ?? message}.`;
}
