// A disk that is really full, in the middle of each act: a tiny one in memory that the system mounts, filled but for some blocks. The
// person is told so, and the same act goes well once there is room, without a restart.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeDisk } from "../../main/storage/files/disk.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import { fillDisk, mountDisk } from "../helpers/small-disk.ts";
import { perform, standing } from "./doing.ts";
import { again, planIn, type Scene, sceneOf } from "./faults.ts";
import { leftBy } from "./leavings.ts";
import { look } from "./looking.ts";
import { counted, type Part } from "./part.ts";
import { homeIn, inFolder, placeOf, projectIn, workerAt, writeOut } from "./place.ts";
import { randomFrom } from "./random.ts";
import type { Truth } from "./truth.ts";

const block = 4_096;
/** Blocks that are left. */
const left = [0, 1, 2, 3, 5, 8];

/** The project on the small disk, everything else beside it. */
function begin(scene: Scene, root: string): void {
  for (const name of readdirSync(root)) if (name !== "project") rmSync(join(root, name), { recursive: true });
  for (const name of readdirSync(projectIn(root))) rmSync(join(projectIn(root), name), { recursive: true });
  writeOut({ disk: scene.disk, root: scene.place.root }, root);
}

interface Met {
  readonly isTold: boolean;
  readonly wrong: string | null;
}

async function tryOne(scene: Scene, root: string, act: string, blocks: number, seed: number): Promise<Met> {
  begin(scene, root);
  const worker = await workerAt(homeIn(root), nodeDisk);
  try {
    const { desk, plan, truth } = await planIn(worker, { ...scene.place, root }, scene.truth, act, seed);
    const empty = fillDisk(projectIn(root), blocks * block);
    let after: Truth | null = null;
    let problem: string | null = null;
    try {
      after = await perform(act, plan, truth, () => undefined);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      problem = error.problem;
    }
    empty();
    after ??= await again(act, plan, truth, () => undefined);
    await desk.client.call("project.close", { project: desk.handle });
    const expected = standing(after);
    const mayAdd = [...expected.mayAdd, ...leftBy(plan, truth)];
    const { wrong } = await look(nodeDisk, root, { expected: { ...expected, mayAdd }, truth: after });
    const told = problem === null || problem === "disk-full" ? null : `it is told as ${problem}`;
    return { isTold: problem !== null, wrong: told ?? wrong };
  } finally {
    await worker.close();
  }
}

export const tinyDisk: Part = {
  id: "tiny-disk",
  title: "A disk that is really full",
  run: ({ seed, scale, tell }) =>
    inFolder(async (home) => {
      const root = mkdtempSync(join(tmpdir(), "sayso-tiny-"));
      const mounted = mountDisk(projectIn(root), 1_024);
      if (!mounted.unmount) {
        rmSync(root, { recursive: true });
        return { figures: [["skipped, since no disk can be mounted here", mounted.why]], failures: [] };
      }
      const failures: string[] = [];
      let runs = 0;
      let told = 0;
      const acts = new Set<string>();
      try {
        const scene = await sceneOf(await placeOf(home), seed);
        const random = randomFrom(seed);
        for (const { name: act } of scene.place.acts)
          for (const blocks of left) {
            if (!random.chance(scale)) continue;
            runs += 1;
            acts.add(act);
            try {
              const { isTold, wrong } = await tryOne(scene, root, act, blocks, seed);
              if (isTold) told += 1;
              if (wrong) failures.push(`${act}, ${blocks} blocks left, seed ${seed}: ${wrong}`);
            } catch (error) {
              failures.push(
                `${act}, ${blocks} blocks left, seed ${seed}: ${error instanceof Error ? error.stack : error}`,
              );
            }
            if (runs % 20 === 0) tell(`${runs} runs, ${act}`);
          }
      } finally {
        mounted.unmount();
        rmSync(root, { recursive: true });
      }
      return {
        figures: [
          ["runs, each with 0 to 8 blocks of 4 kB left", counted(runs)],
          ["kinds of acts", counted(acts.size)],
          ["told to the person as a full disk", counted(told)],
          ["lost, told wrongly, or not had again without a restart", counted(failures.length)],
        ],
        failures,
      };
    }),
};
