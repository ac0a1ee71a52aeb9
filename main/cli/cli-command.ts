// A command of the command line, as a type: one file each, walked by `main.ts`.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { isPlainDate } from "../../shared/model/article-about.ts";
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

/**
 * An option as help shows it, with a sentence: `--force`, or with a word for its value `--out FILE`; several that take the same kind of value
 * are parted by commas. `many`: it may be given more than once.
 */
type CliOption = readonly [option: string, meaning: Message, times?: "many"];

export interface CliCommand {
  readonly name: string;
  /** What follows the name, e.g. `PROJECT FILE…`. */
  readonly synopsis: string;
  /** One sentence. */
  readonly summary: Message;
  /** Its options, in the order in which help lists them; `parse` reads them by the same list. */
  readonly options: readonly CliOption[];
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

type NameIn<Option extends string> = Option extends `--${infer Name}, ${infer Others}`
  ? Name | NameIn<Others>
  : Option extends `--${infer Name} ${string}`
    ? Name
    : Option extends `--${infer Name}`
      ? Name
      : never;
type ValueOf<Line extends CliOption> = Line[0] extends `--${string} ${string}`
  ? Line extends readonly [string, Message, "many"]
    ? string[]
    : string
  : boolean;
type Values<Lines extends readonly CliOption[]> = {
  [Line in Lines[number] as NameIn<Line[0]>]?: ValueOf<Line>;
};

/** The options and positionals among the arguments. Throws a `UsageError` for anything else. */
export function parse<const Lines extends readonly CliOption[]>(
  args: readonly string[],
  lines: Lines,
): { readonly values: Values<Lines>; readonly positionals: string[] } {
  try {
    const options = Object.fromEntries(lines.flatMap(entriesOf));
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as Values<Lines>, positionals };
  } catch (error) {
    if (error instanceof TypeError && "code" in error)
      throw new UsageError(message("cli.not-understood", { why: firstSentence(error.message) }));
    throw error;
  }
}

/** The options, and the one positional of a command that is about a project: its folder, absolute. Throws a `UsageError`. */
export function parseProject<const Lines extends readonly CliOption[]>(
  args: readonly string[],
  lines: Lines,
): { readonly values: Values<Lines>; readonly path: string } {
  const { values, positionals } = parse(args, lines);
  atMost(1, positionals);
  return { values, path: resolve(required(positionals[0], "PROJECT")) };
}

function entriesOf([option, , times]: CliOption) {
  const words = option.split(/,? /u);
  const names = words.filter((word) => word.startsWith("--"));
  const type: "string" | "boolean" = names.length < words.length ? "string" : "boolean";
  return names.map((name) => [name.slice(2), { type, multiple: times === "many" }] as const);
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

/** A year, a month or a day that somebody gave; `null` for none. Throws a `UsageError` for what is none of these. */
export function dayFrom(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isPlainDate(text)) throw new UsageError(message("insight.cli-no-day", { text }));
  return text;
}
