// Schedules find the mistakes that are put into the merge and into synchronising on purpose. One is tried in `npm test`, all in `npm run test:all`.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { repository } from "../../helpers/built-app.ts";
import { hasRepetition } from "../../helpers/tier.ts";
import { bundle } from "../bundle.mjs";
import { inFolder } from "../place.ts";
import { teamMistakes } from "./team-mistakes.ts";

const run = promisify(execFile);
const [first] = teamMistakes;
const tried = hasRepetition ? teamMistakes : first ? [first] : [];

describe("a mistake in how a team's work is brought together", () => {
  it.each(teamMistakes.map((one) => [one.title, one] as const))(
    "still has its place: %s",
    (_title, { file, original }) => {
      expect(readFileSync(join(repository, file), "utf8").split(original)).toHaveLength(2);
    },
  );

  it.each(tried.map((one) => [one.title, one] as const))(
    "is found by schedules: %s",
    { timeout: 600_000 },
    (_title, mistake) =>
      inFolder(async (folder) => {
        await bundle(["team/run-model.ts"], folder, mistake);
        const program = join(folder, "run-model.mjs");
        const ended = await run(process.execPath, [program, "1", "60"]).then(
          () => 0,
          (error: { readonly code?: number }) => error.code,
        );
        expect(ended).toBe(1);
      }),
  );
});
