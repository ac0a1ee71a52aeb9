// How the command line writes what it has to say: one line a problem, and nothing from outside that could drive a terminal.
import type { ApiErrorData, Problem } from "../../shared/api/errors.ts";
import { explain } from "../../shared/problems/explain.ts";
import { visibleText } from "../../shared/problems/visible-text.ts";

/** One problem in the form that `--json` prints and a line is made of. */
export interface ReportedProblem {
  /** A file or folder as it was given, or a place in one. */
  readonly where: string;
  readonly what: string;
  readonly advice: string;
  /** The problem's name, where it has one. */
  readonly problem?: string;
}

const makeOne = "Check the path. “sayso import --create” makes a project of a folder that is new or empty.";

/** What to do on the command line where it is something else than in a window. */
const adviceHere: Readonly<Partial<Record<Problem, string>>> = {
  "identity-missing": "Give your name once with --as NAME.",
  "folder-missing": "Check the path.",
  "project-missing": makeOne,
  "project-not-one": makeOne,
  "file-missing": "Check the path.",
  "file-is-folder": "Name a file.",
};

/** A problem of the core, in words. */
export function reported(error: ApiErrorData, where: string): ReportedProblem {
  const { what, advice } = explain(error);
  const canReplace = error.problem === "export-exists" && error.detail.why !== "project-file";
  const here = canReplace ? "Name another file, or replace it with --force." : adviceHere[error.problem];
  return { where, what, advice: here ?? advice, problem: error.problem };
}

/** `where: what advice`, on one line. */
export function lineOf({ where, what, advice }: ReportedProblem): string {
  return `${[where === "" ? "" : `${visibleText(where)}:`, visibleText(what), visibleText(advice)].filter((part) => part !== "").join(" ")}\n`;
}

/** A value for machines, as one JSON document. */
export function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
