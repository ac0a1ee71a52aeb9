// Every call that an act makes to the disk and that writes fails, in every way, once and for ever: nothing is lost, the person is told
// what it was, and the same act goes well once the disk works, without a restart.
import { ApiError } from "../../shared/errors/errors.ts";
import { type Fault, faults, faultyDisk } from "../main/storage/faulty-disk.ts";
import type { Desk, Plan } from "./act.ts";
import { nextPlan, type Progress, perform, standing } from "./doing.ts";
import { leftBy } from "./leavings.ts";
import { look } from "./looking.ts";
import type { MemoryDisk } from "./memory-disk.ts";
import { counted, type Part } from "./part.ts";
import { deskOf, homeIn, inFolder, type Place, placeOf, projectIn, workerAt } from "./place.ts";
import { randomFrom } from "./random.ts";
import { rebooted } from "./rebooted.ts";
import type { Expected, Truth } from "./truth.ts";

const right: Readonly<Record<Fault, readonly string[]>> = {
  ENOSPC: ["disk-full"],
  short: ["disk-full"],
  EIO: ["storage-failed"],
  EMFILE: ["storage-failed"],
  EACCES: ["folder-not-writable"],
  EROFS: ["folder-not-writable"],
};

/** What a disk says of what is only read, and how that is told. */
const ofReading: readonly Fault[] = ["EIO", "EACCES", "EMFILE"];
const rightOfReading = [
  "file-unreadable",
  "folder-unreadable",
  "article-damaged",
  "set-damaged",
  // A project whose files could not be read opens, and is not written to.
  "project-read-only",
];
/** Of a folder in which nothing can be reached any more, as a fault that stays leaves it: told as away, whatever the system calls it. */
const rightOfAll = ["project-missing"];

/** How often a kind of call met a kind of fault, and how often the person was told so. */
interface Cell {
  runs: number;
  told: number;
}

/** A project in which every act makes sense, closed, and what is in it. */
export interface Scene {
  readonly place: Place;
  readonly disk: MemoryDisk;
  readonly truth: Truth;
}

export async function sceneOf(place: Place, seed: number): Promise<Scene> {
  const random = randomFrom(seed);
  const disk = place.disk.afterCut("everything", random);
  const worker = await workerAt(homeIn(place.root), disk);
  const opened = await deskOf(worker, place.root, random);
  let { truth } = opened;
  const names = [
    "a pasted article",
    "a mention and its entity",
    "an article moved to the trash",
    "a step over several articles",
    "a tag",
    "undo",
    "a version kept",
    "a mention and its entity",
    "an entity moved to the trash",
    "a person entered",
    "a colleague moved to the trash",
    "a person entered",
    "another project made",
  ];
  const takeIn = place.acts.find(({ name }) => name === "a package imported");
  for (const name of names) {
    const act = place.acts.find((one) => one.name === name);
    let plan = act?.plan({ ...opened.desk, truth });
    // Of the articles that a package is about none may be in the trash.
    while (plan && !takeIn?.plan({ ...opened.desk, truth: plan.stages.at(-1) ?? truth }))
      plan = act?.plan({ ...opened.desk, truth });
    if (!plan) throw new Error(`${name} makes no sense.`);
    truth = await perform(name, plan, truth, () => undefined);
  }
  await worker.close();
  return { place, disk, truth };
}

interface Case {
  readonly act: string;
  readonly fault: Fault;
  readonly stays: boolean;
  readonly at: number;
}

/** What became of an act that met a fault; `wrong`: why that must not be. */
interface Met {
  readonly call: string;
  readonly problem: string | null;
  readonly wrong: string | null;
}

async function tryOne(
  { place, disk: whole, truth: known }: Scene,
  seed: number,
  { act, fault, stays, at }: Case,
): Promise<Met> {
  const random = randomFrom(seed);
  const memory = whole.afterCut("everything", random);
  const disk = faultyDisk(memory);
  const worker = await workerAt(homeIn(place.root), disk);
  try {
    const { desk, plan, truth } = await planIn(worker, place, known, act, seed);
    let progress: Progress | null = null;
    const hear = (heard: Progress): void => {
      progress = heard;
    };
    disk.arm(at, fault, stays);
    let after: Truth | null = null;
    let problem: string | null = null;
    try {
      after = await perform(act, plan, truth, hear);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      problem = error.problem;
    }
    const call = disk.made()[at];
    disk.disarm();
    const isReading = call?.name === "open" || stays;
    const isRight =
      problem === null ||
      right[fault].includes(problem) ||
      (isReading && [...rightOfReading, "storage-failed"].includes(problem)) ||
      (stays && fault !== "EMFILE" && rightOfAll.includes(problem));
    const told = isRight ? null : `it is told as ${problem}`;
    const isKilled = problem !== null && stays && at % 2 === 0;
    let isStuck = false;
    if (problem !== null && !isKilled)
      try {
        after = await again(act, plan, truth, hear);
      } catch (error) {
        if (!isTornLock(error)) throw error;
        isStuck = true;
      }
    const isOver = isKilled || isStuck;
    const left = leftBy(plan, truth);
    const expected: Expected = after
      ? standing(after)
      : ((progress as Progress | null)?.expected ?? standing(truth));
    if (!isOver) await desk.client.call("project.close", { project: desk.handle });
    const image = isOver ? rebooted(memory.afterCut("everything", random), projectIn(place.root)) : memory;
    if (isOver) memory.turnOff();
    const may = { ...expected, mayAdd: [...expected.mayAdd, ...left] };
    const { wrong } = await look(image, place.root, { expected: may, truth: after ?? truth });
    return { call: call?.name ?? "none", problem, wrong: told ?? wrong };
  } finally {
    await worker.close();
  }
}

/** What some acts need to have gone before, when the scene is past that. */
const needs: Readonly<Record<string, readonly string[]>> = {
  undo: ["a tag"],
  redo: ["a tag", "undo"],
  "a version deleted": ["a version kept", "a version kept"],
  "another project made": ["another project moved to the trash", "another project deleted for good"],
  "another project restored from the trash": ["another project moved to the trash"],
  "another project deleted for good": ["another project moved to the trash"],
};

export async function planIn(
  worker: Awaited<ReturnType<typeof workerAt>>,
  place: Place,
  before: Truth,
  act: string,
  seed: number,
): Promise<{ desk: Omit<Desk, "truth">; plan: Plan; truth: Truth }> {
  // Not that of the scene, whose ids would come again.
  const random = randomFrom(seed + 1);
  const { desk } = await deskOf(worker, place.root, random, before);
  let truth = before;
  const next = (name: string) =>
    nextPlan(
      place.acts.filter((one) => one.name === name),
      { ...desk, truth },
      random,
    );
  for (const name of next(act) ? [] : (needs[act] ?? [])) {
    const needed = next(name);
    if (needed) truth = await perform(name, needed.plan, truth, () => undefined);
  }
  const found = next(act);
  if (!found) throw new Error(`${act} makes no sense.`);
  return { desk, plan: found.plan, truth };
}

/** A lock of which only half could be written, and that could not be removed, is nobody's after ten seconds. */
const isTornLock = (error: unknown): boolean =>
  error instanceof ApiError && error.problem === "project-locked" && error.detail.holder === null;

/** Asked once more; what was done already, as far as the core could tell, is found so. */
export async function again(
  act: string,
  plan: Plan,
  truth: Truth,
  hear: (heard: Progress) => void,
): Promise<Truth> {
  try {
    return await perform(act, plan, truth, hear);
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem !== "article-missing") throw error;
    return plan.stages.at(-1) ?? truth;
  }
}

/** The calls that an act makes which write, by number. */
async function writingCalls(
  scene: Scene,
  act: string,
  seed: number,
): Promise<{ at: number; writes: boolean }[]> {
  const disk = faultyDisk(scene.disk.afterCut("everything", randomFrom(seed)));
  const worker = await workerAt(homeIn(scene.place.root), disk);
  const { plan, truth } = await planIn(worker, scene.place, scene.truth, act, seed);
  disk.disarm();
  await perform(act, plan, truth, () => undefined);
  const calls = disk
    .made()
    .flatMap(({ writes, name }, at) => (writes || name === "open" ? [{ at, writes }] : []));
  await worker.close();
  return calls;
}

/** Every such call with every fault that it may meet, once and for ever. */
const casesOf = (act: string, calls: readonly { at: number; writes: boolean }[]): readonly Case[] =>
  calls.flatMap(({ at, writes }) =>
    (writes ? faults : ofReading).flatMap((fault) =>
      [false, true].map((stays) => ({ act, fault, stays, at })),
    ),
  );

function tableOf(cells: ReadonlyMap<string, Cell>, names: readonly string[]): string {
  const cell = (name: string, fault: Fault): string => {
    const one = cells.get(`${name} ${fault}`);
    return one ? `${one.told} of ${one.runs}` : "—";
  };
  const rows = names.map((name) => `| ${name} | ${faults.map((fault) => cell(name, fault)).join(" | ")} |`);
  return [
    "How often an act that met the fault at such a call was told as failed; the others went well in spite of it.",
    "",
    `| call | ${faults.join(" | ")} |`,
    `| --- |${" --- |".repeat(faults.length)}`,
    ...rows,
  ].join("\n");
}

export const faultMatrix: Part = {
  id: "faults",
  title: "Every fault of the disk at every call that writes",
  run: ({ seed, scale, tell }) =>
    inFolder(async (root) => {
      const scene = await sceneOf(await placeOf(root), seed);
      const cells = new Map<string, Cell>();
      const failures: string[] = [];
      const names = new Set<string>();
      const hurt = new Set<string>();
      let runs = 0;
      let tolds = 0;
      const random = randomFrom(seed);
      for (const { name: act } of scene.place.acts) {
        const all = casesOf(act, await writingCalls(scene, act, seed));
        const chosen = all.filter(() => random.chance(scale));
        for (const one of chosen.length > 0 ? chosen : [random.pick(all)]) {
          const { fault, stays, at } = one;
          runs += 1;
          const where = `${act}, ${fault} ${stays ? "from" : "at"} call ${at}, seed ${seed}`;
          try {
            const { call, problem, wrong } = await tryOne(scene, seed, one);
            hurt.add(act);
            names.add(call);
            const cell = cells.get(`${call} ${fault}`) ?? { runs: 0, told: 0 };
            cells.set(`${call} ${fault}`, { runs: cell.runs + 1, told: cell.told + (problem ? 1 : 0) });
            if (problem) tolds += 1;
            if (wrong) failures.push(`${where} (${call}): ${wrong}`);
          } catch (error) {
            const detail = error instanceof ApiError ? JSON.stringify(error.detail) : "";
            failures.push(`${where}: ${error instanceof Error ? error.stack : error} ${detail}`);
          }
          if (runs % 100 === 0) tell(`${runs} runs, ${act}`);
        }
      }
      return {
        figures: [
          ["acts", counted(scene.place.acts.length)],
          ["runs, each with one fault, once or for ever", counted(runs)],
          ["told to the person as failed", counted(tolds)],
          ["lost, told wrongly, or not had again without a restart", counted(failures.length)],
        ],
        failures,
        acts: hurt,
        table: tableOf(cells, [...names].filter((name) => name !== "none").sort()),
      };
    }),
};
