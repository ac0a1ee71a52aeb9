// The model of git that schedules run over is held to git: the same schedule, over the one and over the other, leaves the same states under the same
// names in every repository, with the same files.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tier } from "../../helpers/tier.ts";
import { inFolder } from "../place.ts";
import { noCounts, pictureOf, runSchedule } from "./schedule.ts";
import { modelWorlds, realWorlds } from "./team-world.ts";

/** Schedules by their seeds, each with its days; the short tiers see the first days of one. */
const schedules =
  tier === "all"
    ? [
        { seed: 1, days: 7 },
        { seed: 2, days: 2 },
      ]
    : [{ seed: 1, days: 2 }];

test("a schedule leaves the same states over the model as over git", { timeout: 1_800_000 }, () =>
  inFolder(async (root) => {
    // In the same folder, since a machine writes down where it keeps a project.
    const folder = join(root, "team");
    mkdirSync(folder);
    const [model, real] = [await modelWorlds(folder), await realWorlds(folder)];
    for (const { seed, days } of schedules) {
      const [counts, same] = [noCounts(), noCounts()];
      const world = await model();
      expect(await runSchedule(world, { seed, days, isExact: true, counts })).toBeNull();
      const repository = await real();
      expect(await runSchedule(repository, { seed, days, isExact: true, counts: same })).toBeNull();
      expect(same).toEqual(counts);
      const states = await pictureOf(world);
      expect(Object.keys(states)).toHaveLength(7);
      expect(await pictureOf(repository)).toEqual(states);
    }
  }),
);
