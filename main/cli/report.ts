// The output of the command line: a line a problem, a loss, a conflict or an imported article, what became of annotations, and how far
// something long is. Nothing from outside in it could drive a terminal.
import type { SkippedFile, TakenFile } from "../../shared/api/bringing-in.ts";
import { besideCuratedWords } from "../../shared/api/reply-words.ts";
import type { TakeInConflict, TakeInRow } from "../../shared/api/take-in.ts";
import type { ApiErrorData, Problem } from "../../shared/errors/errors.ts";
import { explain } from "../../shared/errors/explain.ts";
import { foldAlike } from "../../shared/errors/fold-alike.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import { type Loss, lossMessage } from "../../shared/interchange/capabilities.ts";
import {
  type FileTally,
  leftValuesMessage,
  passedMessage,
  type Tally,
  type TallyInAll,
} from "../../shared/interchange/tally.ts";
import type { WorkProgress } from "../../shared/model/work.ts";
import { type Message, message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";
import type { CommandLine } from "./cli-command.ts";

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

/** As many files and layers as one reads in a terminal. */
const maxLines = 20;

/**
 * Where not all was taken: a line for each file where there are several, those first of which something is left out, and one for each layer that
 * was passed over and each kind of value that was left out.
 */
export function tallyLines({ files, passedOver, leftValues }: TallyInAll, { say, tell }: Words): string {
  const isWhole = ({ taken, units, moved, valuesLeft }: FileTally): boolean =>
    taken === units && moved + valuesLeft === 0;
  if (files.every(isWhole) && passedOver.length === 0) return "";
  const several = files.length > 1 ? files : [];
  const sorted = [...several.filter((one) => !isWhole(one)), ...several.filter(isWhole)];
  const lines = [
    ...sorted
      .slice(0, maxLines)
      .map(({ file, ...sums }) => `  ${visibleText(file)}: ${say("convert.tally", sums)}`),
    ...(sorted.length > maxLines
      ? [`  ${say("convert.more-files", { count: sorted.length - maxLines })}`]
      : []),
    ...passedOver.slice(0, maxLines).map((one) => `  ${visibleText(tell(passedMessage(one)))}`),
    ...(passedOver.length > maxLines ? ["  …"] : []),
    ...leftValues.slice(0, maxLines).map((one) => `  ${visibleText(tell(leftValuesMessage(one)))}`),
    ...(leftValues.length > maxLines ? ["  …"] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The same for programs, whole. */
export function tallyReport({ files, passedOver, leftValues, ...tally }: TallyInAll, { tell }: Words) {
  return {
    tally: tally satisfies Tally,
    files,
    passed: passedOver.map((one) => ({ ...one, says: tell(passedMessage(one)) })),
    valuesLeft: leftValues.map((one) => ({ ...one, says: tell(leftValuesMessage(one)) })),
  };
}

/** An article that came in, and what is to be known of it. */
export function takenLine(
  { file, article, replacedCharacters, sameTextAs, versionOf, notes: read }: TakenFile,
  { say, tell }: Words,
): string {
  const notes = [
    ...read.map((note) => tell(note)),
    ...(replacedCharacters > 0 ? [say("cli.imported-replaced", { count: replacedCharacters })] : []),
    ...(sameTextAs === null ? [] : [say("cli.imported-same", { title: visibleText(sameTextAs) })]),
  ];
  if (versionOf !== null) {
    const key = versionOf.by === "text" ? "importing.nearly" : "importing.same-address";
    notes.push(say(key, { title: visibleText(versionOf.title) }));
  }
  const title = visibleText(article.title);
  const imported = say("cli.imported", { file: visibleText(file), title, id: article.id });
  return notes.length > 0 ? `${imported} (${notes.join("; ")})` : imported;
}

export function skippedLine({ file, same, as }: SkippedFile, { say }: Words): string {
  const why = say(`importing.same-${same}`, { title: visibleText(as) });
  return say("cli.import-skipped", { file: visibleText(file), why });
}

/** A conflict of a merge on one line. */
export function conflictLine(
  title: string,
  { kind, why, quote, fields }: Pick<TakeInConflict, "kind" | "why" | "quote" | "fields">,
  { say, tell }: Words,
): string {
  return say("handover.conflict", {
    title: visibleText(title),
    kind: tell(message(`handover.kind-${kind}`)),
    quote: quote === "" ? "none" : "some",
    words: visibleText(quote),
    why: tell(message(`handover.conflict-${why}`)),
    fields: fields
      .map(({ name, ours, theirs }) =>
        say("handover.conflict-field", {
          name,
          ours: visibleText(ours),
          theirs: visibleText(theirs),
        }),
      )
      .join(""),
  });
}

/** A line for each curated set that could not become the project's, with why. */
export const besideCuratedLines = (rows: readonly TakeInRow[], { tell }: Words): string =>
  rows
    .flatMap((row) => {
      const why = besideCuratedWords(row);
      return why ? [`${visibleText(row.title)}: ${tell(why)}\n`] : [];
    })
    .join("");

interface ProgressLine {
  tell(progress: WorkProgress): void;
  /** Takes the line away. */
  end(): void;
}

const clearLine = "\r\u001b[K";

/** How far something long is, on one line of the terminal that is written over; where nobody looks at a terminal, nothing. */
export function progressLine(
  { err, words }: Pick<CommandLine, "err" | "words">,
  isTerminal = process.stderr.isTTY === true,
): ProgressLine {
  let isShown = false;
  return {
    tell({ done, of }) {
      if (!isTerminal || of === 0) return;
      isShown = true;
      err(`${clearLine}${words.say("convert.progress", { percent: Math.floor((done / of) * 100) })}`);
    },
    end() {
      if (isShown) err(clearLine);
      isShown = false;
    },
  };
}

/** A table for a terminal: a line for each row, its columns as wide as their widest cells. The first row says which columns there are. */
export function alignedTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  return rows.map((row) => `${lineOf(row)}\n`).join("");
}
