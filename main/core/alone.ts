// Work on the files of a project during which nothing is saved and nothing recovered.

import type { Steps } from "./changes/steps.ts";
import type { ProjectInUse } from "./project-in-use.ts";

/** While nothing is saved: what was acknowledged must be in the files that are touched. */
export const alone = <T>(
  { recoveries }: ProjectInUse,
  steps: Pick<Steps, "alone">,
  work: () => Promise<T>,
): Promise<T> => recoveries.run(() => steps.alone(work));
