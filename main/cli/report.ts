// How the command line writes what it has to say: one line a problem, and nothing from outside that could drive a terminal.
import type { ApiErrorData } from "../../shared/api/errors.ts";
import { explain } from "../../shared/problems/explain.ts";

/** One problem in the form that `--json` prints and a line is made of. */
export interface ReportedProblem {
  /** A file or folder as it was given, or a place in one. */
  readonly where: string;
  readonly what: string;
  readonly advice: string;
  /** The problem's name, where it has one. */
  readonly problem?: string;
}

/** A problem of the core, in words. */
export function reported(error: ApiErrorData, where: string): ReportedProblem {
  const { what, advice } = explain(error);
  return { where, what, advice, problem: error.problem };
}

/** `where: what advice`, on one line. */
export function lineOf({ where, what, advice }: ReportedProblem): string {
  return `${[where === "" ? "" : `${visible(where)}:`, visible(what), visible(advice)].filter((part) => part !== "").join(" ")}\n`;
}

/** Controls, line ends and what turns the direction of writing, made visible as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** A value for machines, as one JSON document. */
export function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
