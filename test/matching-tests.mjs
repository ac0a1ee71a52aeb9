// Which tests the words after `npm test --` mean: those of each file whose path has the words, and those whose title has them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const asRegex = (words) => words.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** The files by whether their path, or else their text, has the words. */
function filesOf(root, folder, ending, pattern) {
  const words = pattern.toLowerCase();
  const files = readdirSync(join(root, folder), { recursive: true })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file));
  const named = files.filter((file) => file.toLowerCase().includes(words));
  const titled = files.filter((file) => readFileSync(join(root, file), "utf8").toLowerCase().includes(words));
  return { named, titled: titled.filter((file) => !named.includes(file)) };
}

/**
 * Arguments of one run of the unit tests' runner or of the journeys' for each way in which something matches; none where nothing does.
 * A title is searched as it stands in the file, so words that a test puts into its title as it runs are not found.
 */
export function matchingTests(root, pattern) {
  const unit = filesOf(root, "test", /\.test\.tsx?$/u, pattern);
  const journey = filesOf(root, "test/e2e", /\.spec\.ts$/u, pattern);
  return {
    unit: [
      ...(unit.named.length > 0 ? [unit.named] : []),
      ...(unit.titled.length > 0 ? [[...unit.titled, "-t", asRegex(pattern), "--passWithNoTests"]] : []),
    ],
    journey: [
      ...(journey.named.length > 0 ? [journey.named] : []),
      ...(journey.titled.length > 0
        ? [[...journey.titled, "--grep", asRegex(pattern), "--pass-with-no-tests"]]
        : []),
    ],
  };
}
