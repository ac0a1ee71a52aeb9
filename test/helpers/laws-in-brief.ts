// `npm run check` tries each law for a moment only; `npm test` tries it as often as the law itself says.
import fc from "fast-check";

/** Milliseconds. */
const moment = 150;

/** Throws for a law that is broken. One whose first value was not made in its moment, on a machine that is busy, was only not tried. */
export function reportLaw<Values>(run: fc.RunDetails<Values>): void {
  const isUntried = run.interrupted && run.numRuns === 0;
  if (run.failed && !isUntried) throw new Error(fc.defaultReportMessage(run), { cause: run.errorInstance });
}

if (process.env.LAWS === "in brief")
  fc.configureGlobal({ interruptAfterTimeLimit: moment, reporter: reportLaw });
