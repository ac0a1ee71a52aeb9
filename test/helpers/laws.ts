// Before every test file: a law that says no number is tried a hundred times in `npm test`, and the tier says how often now. The values
// are the same in every run of `check` and `npm test`, so that a failure means the change; `test:all` tries others each time.
import fc from "fast-check";
import { runs, tier } from "./tier.ts";

fc.configureGlobal({ numRuns: runs(100), ...(tier === "all" ? {} : { seed: 1 }) });
