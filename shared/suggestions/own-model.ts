// A model of the person's own that proposes cards: how it is asked, and what it may use. It is set on this machine alone; no
// project can name one.
import { isLoopbackAddress } from "./loopback-address.ts";

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
