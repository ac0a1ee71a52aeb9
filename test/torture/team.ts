// A team that shares a project: five people at six machines for seven days, with all that befalls machines, lines and disks; over a model of git that is
// held to git, and over git itself.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { counted, type Part, scaled } from "./part.ts";
import { inFolder } from "./place.ts";
import kept from "./seeds.json" with { type: "json" };
import { type Counts, noCounts, runSchedule } from "./team/schedule.ts";
import { modelWorlds, realWorlds, type Worlds } from "./team/team-world.ts";

export const team: Part = {
  id: "team",
  title: "A team on one project",
  run: ({ seed, scale, keptSeeds, tell }) =>
    inFolder(async (root) => {
      const failures: string[] = [];
      const counts = noCounts();
      const run = async (
        worlds: Worlds,
        what: string,
        seeds: readonly number[],
        into: Counts,
      ): Promise<void> => {
        for (const [at, one] of seeds.entries()) {
          const why = await runSchedule(await worlds(), { seed: one, counts: into });
          if (why !== null) failures.push(`seed ${one} over ${what}: ${why}`);
          if (at % 100 === 99) tell(`${at + 1} of ${seeds.length} schedules over ${what}`);
        }
      };
      const from = (count: number): number[] => Array.from({ length: count }, (_, at) => seed + at);
      const [overModel, overGit] = [scaled(10_000, scale), scaled(500, scale)];
      mkdirSync(join(root, "log"));
      await run(
        await modelWorlds(join(root, "log")),
        "the model",
        [...kept.team.slice(0, keptSeeds), ...from(overModel)],
        counts,
      );
      mkdirSync(join(root, "real"));
      await run(await realWorlds(join(root, "real")), "git", from(overGit), counts);
      return {
        figures: [
          ["schedules over the model, over git", `${counted(overModel)}, ${counted(overGit)}`],
          ["acts, syncs", `${counted(counts.acts)}, ${counted(counts.syncs)}`],
          [
            "syncs that were killed, met a full disk, found no line",
            `${counted(counts.kills)}, ${counted(counts.full)}, ${counted(counts.cutOff)}`,
          ],
          ["pairs of values that met, each told once", counted(counts.conflicts)],
          ["schedules that did not end well", counted(failures.length)],
        ],
        failures,
      };
    }),
};
