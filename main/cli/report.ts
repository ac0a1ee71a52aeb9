// How the command line writes what it has to say: one line a problem, and nothing from outside that could drive a terminal.
import type { ApiErrorData, Problem } from "../../shared/errors/errors.ts";
import { explain } from "../../shared/errors/explain.ts";
import { foldAlike } from "../../shared/errors/fold-alike.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import { type Loss, lossMessage } from "../../shared/interchange/loss.ts";
import { type Message, message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";

/** One problem in the form that `--json` prints and a line is made of. */
export interface ReportedProblem {
  /** A file or folder as it was given, or a place in one. */
  readonly where: string;
  readonly what: string;
  readonly advice: string;
  /** The problem's name, where it has one. */
  readonly problem?: string;
}

const makeOne = message("cli.advice-make-one");

/** What to do on the command line where it is something else than in a window. */
const adviceHere: Readonly<Partial<Record<Problem, Message>>> = {
  "identity-missing": message("cli.advice-name"),
  "folder-missing": message("cli.advice-path"),
  "project-missing": makeOne,
  "project-not-one": makeOne,
  "project-locked": message("outside.advice-take-over"),
  "file-missing": message("cli.advice-path"),
  "file-is-folder": message("cli.advice-file"),
};

/** A problem of the core, in words. */
export function reported(error: ApiErrorData, where: string, { tell }: Words): ReportedProblem {
  const { what, advice } = explain(error);
  const canReplace = error.problem === "export-exists" && error.detail.why !== "project-file";
  const cliAdvice = canReplace ? message("cli.advice-force") : adviceHere[error.problem];
  return { where, what: tell(what), advice: tell(cliAdvice ?? advice), problem: error.problem };
}

/** `where: what advice`, on one line. */
export function lineOf({ where, what, advice }: ReportedProblem): string {
  return `${[where === "" ? "" : `${visibleText(where)}:`, visibleText(what), visibleText(advice)].filter((part) => part !== "").join(" ")}\n`;
}

/** The lines of many problems: of those that are alike but for names and numbers the first, and how many more there are. */
export function problemLines(problems: readonly ReportedProblem[], { say }: Words): string {
  const kindOf = ({ what }: ReportedProblem): string => what.replaceAll(/“[^”]*”|„[^“]*“|\d+/gu, "");
  return foldAlike(problems, kindOf)
    .map(({ item, more }) => lineOf(item) + (more > 0 ? `${say("cli.more-alike", { count: more })}\n` : ""))
    .join("");
}

/** What a format could not hold, with examples, on one line. */
export function lossLine(loss: Loss, { tell }: Words): string {
  const examples = loss.examples.length === 0 ? "" : ` (${loss.examples.map(visibleText).join("; ")})`;
  return `${tell(lossMessage(loss))}${examples}\n`;
}

/** A value for machines, as one JSON document. */
export function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
