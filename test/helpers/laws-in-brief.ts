// `npm run check` tries each law for a moment only; `npm test` tries it as often as the law itself says.
import fc from "fast-check";

/** Milliseconds. */
const moment = 150;

if (process.env.LAWS === "in brief") fc.configureGlobal({ interruptAfterTimeLimit: moment });
