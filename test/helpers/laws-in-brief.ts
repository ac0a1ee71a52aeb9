// `npm run check` tries each law for a moment only; `npm test` tries it as often as the law itself says.
import fc from "fast-check";
import { expect } from "vitest";

/** Milliseconds. */
const moment = 150;

/** Throws for a law that is broken. One whose first value was not made in its moment, on a busy machine, is told as not tried. */
export function reportLaw<Values>(run: fc.RunDetails<Values>): void {
  if (run.interrupted && run.numRuns === 0)
    process.stderr.write(`Not tried, for want of a moment: ${expect.getState().currentTestName}\n`);
  else if (run.failed) throw new Error(fc.defaultReportMessage(run), { cause: run.errorInstance });
}

if (process.env.LAWS === "in brief")
  fc.configureGlobal({ interruptAfterTimeLimit: moment, reporter: reportLaw });
