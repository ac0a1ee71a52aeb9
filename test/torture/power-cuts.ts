// The machine loses its power at every single call that writes: the same work is begun again and again, and ended one call
// later each time. What no flush had made safe is gone, or some of it is, as it happens.

import { watchedDisk } from "../helpers/watched-disk.ts";
import { nextPlan, type Progress, perform, standing } from "./doing.ts";
import { look } from "./looking.ts";
import type { Cut, MemoryDisk } from "./memory-disk.ts";
import { counted, type Part, scaled } from "./part.ts";
import { deskOf, homeIn, inFolder, type Place, placeOf, projectIn, workerAt } from "./place.ts";
import { type Plant, planted } from "./planted.ts";
import { randomFrom } from "./random.ts";
import { rebooted } from "./rebooted.ts";

/** What of the unflushed is left, each tried at every cut. */
const cuts: readonly Cut[] = ["flushed alone", "everything", "by chance", "by chance"];

interface Ended {
  /** The calls that wrote. */
  readonly calls: number;
  readonly acknowledgements: number;
  readonly progress: Progress | null;
  readonly disk: MemoryDisk;
  /** Which call it ended with. */
  readonly last: string;
}

interface Script {
  readonly place: Place;
  readonly seed: number;
  /** How many acts. */
  readonly length: number;
  readonly plant: Plant | undefined;
}

/** Works by the numbers of the seed until the call with this number, which is not made any more. */
async function workUntil({ place, seed, length, plant }: Script, at: number): Promise<Ended> {
  const random = randomFrom(seed);
  const disk = place.disk.afterCut("everything", random);
  let calls = 0;
  let last = "";
  let progress: Progress | null = null;
  let acknowledgements = 0;
  let isOver = false;
  const watched = watchedDisk(plant ? planted(disk, plant) : disk, (call) => {
    if (isOver) return undefined;
    if (call.writes) calls += 1;
    if (call.writes && calls > at) {
      last = `${call.name} ${call.path.slice(place.root.length)}`;
      isOver = true;
      calls -= 1;
      disk.turnOff();
    }
    return undefined;
  });
  const worker = await workerAt(homeIn(place.root), watched, { backupPauses: { first: 1, between: 5 } });
  try {
    const opened = await deskOf(worker, place.root, random);
    let { desk, truth } = opened;
    progress = {
      act: "opening",
      plan: { stages: [], run: async () => undefined },
      truth,
      states: [truth],
      expected: standing(truth),
    };
    for (let done = 0; done < length && !isOver; done += 1) {
      if (random.chance(0.15)) {
        await worker.client.call("project.close", { project: desk.handle });
        ({ desk } = await deskOf(worker, place.root, random, truth));
      }
      const next = nextPlan(place.acts, { ...desk, truth }, random);
      if (!next) break;
      truth = await perform(next.act.name, next.plan, truth, (heard) => {
        if (isOver) return;
        acknowledgements += 1;
        progress = heard;
      });
    }
    await worker.client.call("project.close", { project: desk.handle });
  } catch (error) {
    if (!isOver) throw error;
  } finally {
    await worker.close();
  }
  return { calls, acknowledgements, progress, disk, last };
}

export const powerCuts: Part = {
  id: "power-cuts",
  title: "Power cuts at every call that writes",
  run: ({ seed, scale, plant, tell }) =>
    inFolder(async (root) => {
      const place = await placeOf(root);
      const base = standing(await baseOf(place));
      const failures: string[] = [];
      let tried = 0;
      let calls = 0;
      let acknowledged = 0;
      const acts = new Set<string>();
      const scripts = scale < 1 ? 1 : 2;
      const length = scaled(24, Math.max(scale, 0.25));
      /** What was planted to be found need not be found again. */
      const isFound = (): boolean => plant !== undefined && failures.length > 0;
      for (let script = 0; script < scripts; script += 1) {
        const one = { place, seed: seed + script, length, plant };
        const whole = await workUntil(one, Number.POSITIVE_INFINITY);
        const step = scale < 1 ? Math.ceil(1 / scale / 4) : 1;
        for (let at = script % step; at < whole.calls && !isFound(); at += step) {
          const ended = await workUntil(one, at);
          if (ended.progress) acts.add(ended.progress.act);
          calls += 1;
          acknowledged += ended.acknowledgements;
          for (const [which, cut] of cuts.entries()) {
            const image = rebooted(
              ended.disk.afterCut(cut, randomFrom(seed + at * 4 + which)),
              projectIn(root),
            );
            const expected = ended.progress?.expected ?? base;
            const { wrong } = await look(image, root, { expected, truth: ended.progress?.truth ?? null });
            tried += 1;
            if (wrong)
              failures.push(
                `seed ${seed + script}, call ${at} (${ended.last}), ${cut}, during ${ended.progress?.act ?? "opening"}: ${wrong}`,
              );
          }
          if (at % 50 === 0) tell(`${tried} cuts`);
        }
      }
      return {
        figures: [
          ["calls that write, each the last one once", counted(calls)],
          ["power cuts", counted(tried)],
          ["kinds of acts interrupted", counted(acts.size)],
          ["acknowledgements before the cuts", counted(acknowledged)],
          ["lost, torn or unreadable", counted(failures.length)],
        ],
        failures,
      };
    }),
};

async function baseOf(place: Place) {
  const worker = await workerAt(homeIn(place.root), place.disk.afterCut("everything", randomFrom(0)));
  const { truth } = await deskOf(worker, place.root, randomFrom(0));
  await worker.close();
  return truth;
}
