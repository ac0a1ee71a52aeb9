// Before every test file: a law that says no number is one of a hundred runs, and the tier says how many of them are made now. The values
// are the same in every run of `check` and `npm test`, so that a failure means the change; `test:all` tries others each time.
import fc from "fast-check";
import { runs, tier } from "./tier.ts";

fc.configureGlobal({ numRuns: runs(100), ...(tier === "all" ? {} : { seed: 1 }) });
