// Work on the files of a project during which nothing is saved and nothing recovered.

import type { ProjectInUse } from "../project/project-in-use.ts";
import type { Steps } from "./steps.ts";

/** While nothing is saved: what was acknowledged must be in the files that are touched. */
export const withExclusiveAccess = <T>(
  { recoveries }: ProjectInUse,
  steps: Pick<Steps, "alone">,
  work: () => Promise<T>,
): Promise<T> => recoveries.run(() => steps.alone(work));
