// Keeps the steps that a colleague's package says they did, and when, beside the set that came with it: `reviews/<articleId>/
// <annotatorId>.history.json`. A later package of theirs adds to it.
import { join } from "node:path";
import { z } from "zod";
import { compareTexts } from "../../../shared/model/compare-texts.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type PackagedStep, packagedStep } from "../../../shared/review/review-package.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders } from "../files/durable-file.ts";
import { type DurableJsonOptions, durableJson } from "../files/durable-json.ts";
import { orNull } from "../files/storage-error.ts";
import { bothSides, setNonsenseAside } from "../files/unreadable-json.ts";
import type { SetPlace } from "./read-set.ts";

interface PackagedSteps {
  readonly format: "sayso-handed-over-history";
  readonly steps: readonly PackagedStep[];
}

type Place = Pick<SetPlace, "article" | "annotator">;

const file: z.ZodType<PackagedSteps> = z.looseObject({
  format: z.literal("sayso-handed-over-history"),
  steps: z.array(packagedStep).max(limits.annotations),
});

export const packagedStepsPath = (root: string, { article, annotator }: Place): string =>
  join(root, "reviews", article, `${annotator}.history.json`);

const stepsOptions = (disk: Disk, root: string, place: Place): DurableJsonOptions<PackagedSteps> => ({
  disk,
  path: packagedStepsPath(root, place),
  schema: file,
  damaged: "set-damaged",
});

/**
 * Oldest first; none where none came along, or what came cannot be read. Of a file with the marks of a version control program what
 * is on either side.
 */
export async function readPackagedSteps(
  disk: Disk,
  root: string,
  place: Place,
): Promise<readonly PackagedStep[]> {
  const options = stepsOptions(disk, root, place);
  const stepsFile = await orNull(() => durableJson(options).read());
  if (stepsFile) return stepsFile.steps;
  const sides = await bothSides(options);
  return inTime(new Map(sides.flatMap(({ steps }) => steps.map((step) => [step.id, step]))).values());
}

const inTime = (steps: Iterable<PackagedStep>): readonly PackagedStep[] =>
  [...steps].sort((a, b) => compareTexts(a.at, b.at));

/** Adds what is not there yet; `cameAs`: the article's id in the package. Throws an `ApiError` when it cannot be written. */
export async function addPackagedSteps(
  disk: Disk,
  root: string,
  place: Place,
  steps: readonly PackagedStep[],
  cameAs: Id = place.article,
): Promise<void> {
  const previousSteps = await readPackagedSteps(disk, root, place);
  const stepIds = new Set<Id>(previousSteps.map(({ id }) => id));
  const fresh = steps
    .filter(({ id, articles }) => !stepIds.has(id) && articles.includes(cameAs))
    .map((step) => ({ ...step, articles: [place.article] }));
  if (fresh.length === 0) return;
  await makeFolders(disk, root, "reviews", place.article);
  const options = stepsOptions(disk, root, place);
  await setNonsenseAside(root, options);
  await durableJson(options).write({
    format: "sayso-handed-over-history",
    steps: inTime([...previousSteps, ...fresh]).slice(-limits.annotations),
  });
}
