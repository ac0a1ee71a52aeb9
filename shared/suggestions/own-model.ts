// A model of the person's own that proposes cards: how it is asked, and what it may use. It is set on this machine alone; no
// project can name one.

/** A program is started as it stands here, without a shell: its name or path, then its arguments. */
export type ModelWay =
  | { readonly by: "command"; readonly command: readonly string[] }
  | { readonly by: "address"; readonly address: string };

export interface OwnModel {
  /** What its suggestions are shown under. */
  readonly name: string;
  readonly way: ModelWay;
  /** Seconds that it may take for one article. */
  readonly seconds: number;
  /** Megabytes of memory that a program may use, with what it starts. */
  readonly megabytes: number;
}

export const modelSeconds = { least: 1, most: 3_600, usual: 60 } as const;
export const modelMegabytes = { least: 64, most: 262_144, usual: 4_096 } as const;
/** Code units of a name: it is shown in lists and kept with every mark. */
export const longestModelName = 40;
/** How many models somebody may have. */
export const mostModels = 20;
const longestArgument = 4_096;
const mostArguments = 100;
const longestAddress = 2_000;

/** On one line, of characters that can be seen, without blanks at its ends. */
export const isModelName = (name: string): boolean =>
  name.length <= longestModelName && /^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(name) && name.trim() === name;

export function isModelWay(way: ModelWay): boolean {
  if (way.by === "address") return way.address.length <= longestAddress && isLoopbackAddress(way.address);
  const [program = ""] = way.command;
  return (
    program.trim() !== "" &&
    way.command.length <= mostArguments &&
    // No program can be given an argument with a zero in it.
    way.command.every((argument) => argument.length <= longestArgument && !argument.includes("\0"))
  );
}

/** Two ways are the same when this is. */
export const wayKey = (way: ModelWay): string =>
  JSON.stringify(way.by === "command" ? way.command : way.address);

// Addresses of this machine itself. Written in one way alone: whatever else a network library would take for one (a number, a name that
// points here today, a user before an "@") is refused.

const form = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(?::(\d{1,5}))?(\/[\x21-\x22\x24-\x5b\x5d-\x7e]*)?$/u;

interface LoopbackAddress {
  readonly host: "127.0.0.1" | "localhost" | "::1";
  readonly port: number;
  /** With what follows a question mark. */
  readonly path: string;
}

/** `null` for whatever is no address of this machine over plain HTTP. */
export function loopbackAddress(text: string): LoopbackAddress | null {
  const [, host, port = "80", path = "/"] = form.exec(text) ?? [];
  const number = Number(port);
  if (host === undefined || number < 1 || number > 65_535) return null;
  return {
    host: host === "localhost" ? host : host === "[::1]" ? "::1" : "127.0.0.1",
    port: number,
    path,
  };
}

const isLoopbackAddress = (text: string): boolean => loopbackAddress(text) !== null;

// A command as people write it, as the list that a program is started with. No shell ever sees it: quotation marks keep words together,
// and nothing else means anything.

/** `null` where a quotation mark is not closed, or where there is no program. */
export function splitCommand(line: string): readonly string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let mark: string | null = null;
  for (const character of line) {
    if (mark !== null) {
      if (character === mark) mark = null;
      else word += character;
    } else if (character === '"' || character === "'") {
      mark = character;
      word ??= "";
    } else if (/\s/u.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? "") + character;
  }
  if (word !== null) words.push(word);
  return mark !== null || (words[0] ?? "") === "" ? null : words;
}

/** So that `splitCommand` gives the same list again. Of an argument with both quotation marks in it, each part in the other. */
export const joinCommand = (command: readonly string[]): string => command.map(quoteArgument).join(" ");

function quoteArgument(argument: string): string {
  if (argument !== "" && !/[\s"']/u.test(argument)) return argument;
  if (!argument.includes('"')) return `"${argument}"`;
  return argument
    .split(/("+)/u)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith('"') ? `'${part}'` : `"${part}"`))
    .join("");
}
