// A random walk: acts, closings, power cuts, kills, faults of the disk and damaged files, one after the other, against what is
// known in memory. The same seed walks the same way.
import { join } from "node:path";
import { errorCode } from "../../main/storage/files/storage-error.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import type { Id, NewId } from "../../shared/model/id.ts";
import { watchedDisk } from "../helpers/watched-disk.ts";
import type { Fault } from "../main/storage/faulty-disk.ts";
import type { Desk, Plan } from "./act.ts";
import { nextPlan, type Progress, perform, standing } from "./doing.ts";
import { type KeptAtHome, keptAtHome } from "./kept-at-home.ts";
import { leftBy } from "./leavings.ts";
import { type Look, look } from "./looking.ts";
import type { Cut, MemoryDisk } from "./memory-disk.ts";
import { counted, type Part, scaled } from "./part.ts";
import { deskOf, homeIn, inFolder, type Place, placeOf, projectIn, type Worker, workerAt } from "./place.ts";
import { idsFrom, type Random, randomFrom } from "./random.ts";
import { rebooted } from "./rebooted.ts";
import kept from "./seeds.json" with { type: "json" };
import { type Expected, observe, pictureOf, type Truth, whyWrong } from "./truth.ts";

const faults = ["ENOSPC", "EIO", "EACCES", "EMFILE", "EROFS"] as const satisfies readonly Fault[];
const cuts: readonly Cut[] = ["flushed alone", "everything", "by chance"];

/** What is about to happen to the disk: after so many calls that write, one fails, or the machine is off. */
type Armed =
  | { readonly what: "cut"; readonly after: number }
  | { readonly what: "fault"; readonly after: number; readonly code: string; readonly stays: boolean };

interface Counts {
  steps: number;
  acts: number;
  cuts: number;
  faults: number;
  restores: number;
  undone: number;
  readonly names: Set<string>;
}

/** Somebody who walks: at a disk in memory that obeys, with what must be there. */
interface Walker {
  readonly newId: NewId;
  disk: MemoryDisk;
  worker: Worker;
  desk: Omit<Desk, "truth">;
  truth: Truth;
  armed: Armed | null;
  calls: number;
  isOff: boolean;
  progress: Progress | null;
  /** What a fault may have left besides, which harms nothing: values of parts. */
  maybe: string[];
  /** What was done so far. */
  log: string[];
}

/** Walks so many steps. Resolves with why it stumbled; `null` when it did not. */
export async function walk(
  place: Place,
  seed: number,
  length: number,
  counts: Counts,
): Promise<string | null> {
  const random = randomFrom(seed);
  const self = { log: [] as string[], newId: idsFrom(randomFrom(seed)) } as unknown as Walker;
  const after = (): string => `after ${self.log.slice(-12).join(", ")}`;
  await begin(place, self, { disk: place.disk.afterCut("everything", random), random, before: null });
  try {
    for (let step = 0; step < length; step += 1) {
      counts.steps += 1;
      const wrong = await oneStep(place, self, random, counts);
      if (wrong !== null) return `step ${step}, ${after()}: ${wrong}`;
    }
    if (self.isOff) return await afterCut(place, self, random, counts);
    self.armed = null;
    return await checked(self);
  } catch (error) {
    const detail = error instanceof ApiError ? JSON.stringify(error.detail) : "";
    return `${after()}: ${error instanceof Error ? error.stack : error} ${detail}`;
  } finally {
    await self.worker.close();
  }
}

interface Beginning {
  readonly disk: MemoryDisk;
  readonly random: Random;
  readonly before: Truth | null;
}

/** Opens the project on a disk that does from now on what the walker has armed. */
async function begin(place: Place, self: Walker, { disk, random, before }: Beginning): Promise<void> {
  Object.assign(self, { disk, armed: null, calls: 0, isOff: false, progress: null, maybe: [] });
  const watched = watchedDisk(disk, (call) => {
    if (!call.writes || !self.armed || self.disk !== disk || self.isOff) return undefined;
    self.calls += 1;
    const { armed, calls } = self;
    if (calls <= armed.after) return undefined;
    if (armed.what === "cut") {
      self.isOff = true;
      disk.turnOff();
      return undefined;
    }
    if (!armed.stays && calls > armed.after + 1) return undefined;
    return Object.assign(new Error(`${armed.code}: in the walk`), { code: armed.code });
  });
  const { newId } = self;
  self.worker = await workerAt(homeIn(place.root), watched, {
    newId,
    backupPauses: { first: 1, between: 20 },
  });
  const opened = await deskOf(self.worker, place.root, random, before);
  Object.assign(self, { desk: opened.desk, truth: opened.truth });
}

async function oneStep(place: Place, self: Walker, random: Random, counts: Counts): Promise<string | null> {
  if (self.isOff) return afterCut(place, self, random, counts);
  const way = random.next();
  if (way < 0.06) return reopened(place, self, random);
  if (way < 0.1) return restored(place, self, random, counts);
  if (way < 0.22) arm(self, { what: "cut", after: random.below(40) });
  else if (way < 0.36) {
    const code = random.pick(faults);
    arm(self, { what: "fault", after: random.below(14), code, stays: random.chance(0.5) });
  }
  const next = nextPlan(place.acts, { ...self.desk, truth: self.truth }, random);
  if (!next) return null;
  counts.acts += 1;
  counts.names.add(next.act.name);
  self.log.push(next.act.name);
  if (next.act.name === "undo") counts.undone += 1;
  if (self.armed?.what === "fault") self.maybe.push(...leftBy(next.plan, self.truth));
  try {
    await done(self, next.act.name, next.plan);
  } catch (error) {
    if (!self.armed) throw error;
    if (!self.isOff) return afterFault(place, self, next.plan, { error, random, counts });
  }
  if (self.isOff) return afterCut(place, self, random, counts);
  if (self.armed?.what === "fault") self.armed = null;
  // A cut may wait for one of the next acts.
  return !self.armed && random.chance(0.3) ? checked(self) : null;
}

/** What may be there now. */
const expectedOf = ({ progress, truth, maybe }: Walker): Expected => {
  const expected = progress?.expected ?? standing(truth);
  return { ...expected, mayAdd: [...expected.mayAdd, ...maybe] };
};

/** The same, or with what waits in the home put in by the next opening: of what is in its article already some may lie there still. */
async function expectedWithKept(
  { root }: Place,
  self: Walker,
  disk: MemoryDisk,
): Promise<{ readonly kept: KeptAtHome; readonly expected: Expected }> {
  const kept = await keptAtHome(disk, root, self.desk);
  const expected = expectedOf(self);
  const states = (self.progress?.states ?? [self.truth]).slice(expected.acknowledged);
  const stages = [...states, ...states.map(kept.after)].map(pictureOf);
  return { kept, expected: { ...expected, stages, acknowledged: 0 } };
}

function arm(self: Walker, armed: Armed): void {
  if (self.armed) return;
  self.armed = armed;
  self.calls = 0;
}

async function done(self: Walker, name: string, plan: Plan): Promise<void> {
  self.progress = null;
  self.truth = await perform(name, plan, self.truth, (heard) => {
    if (!self.isOff) self.progress = heard;
  });
}

async function checked(self: Walker): Promise<string | null> {
  const { worker, desk, truth } = self;
  const { client } = worker;
  const project = await client.call("project.open", { path: projectIn(desk.root), mode: "write" });
  const found = await observe(client, project, truth);
  await client.call("project.close", { project: project.handle });
  return whyWrong(pictureOf(found), expectedOf(self));
}

async function reopened(place: Place, self: Walker, random: Random): Promise<string | null> {
  const { truth, disk } = self;
  self.armed = null;
  self.log.push("(reopened)");
  await self.worker.close();
  const { expected } = await expectedWithKept(place, { ...self, progress: null }, disk);
  await begin(place, self, { disk, random, before: truth });
  return whyWrong(pictureOf(self.truth), expected);
}

/** The machine is started again: what is there is what the next act stands on. */
async function afterCut(place: Place, self: Walker, random: Random, counts: Counts): Promise<string | null> {
  counts.cuts += 1;
  await self.worker.close();
  const cut = random.pick(cuts);
  self.log.push(`(a power cut: ${cut})`);
  const image = rebooted(self.disk.afterCut(cut, random), projectIn(place.root));
  const { wrong, found, kept } = await looked(place, self, image);
  if (wrong !== null || !found) return `${cut} during ${self.progress?.act}: ${wrong}`;
  await begin(place, self, { disk: image, random, before: knownOf(self, found, kept) });
  return null;
}

/** What the next process finds. */
async function looked(place: Place, self: Walker, image: MemoryDisk): Promise<Look & { kept: KeptAtHome }> {
  const { kept, expected } = await expectedWithKept(place, self, image);
  const truth = self.progress?.truth ?? self.truth;
  return { ...(await look(image, place.root, { expected, truth, isHarmless: kept.isSaid })), kept };
}

/** What cannot be read of what was found, such as what waits in the trash, is as in the state of the act that it is. */
function knownOf({ progress }: Walker, found: Truth, kept: KeptAtHome): Truth {
  const known = progress ? [progress.truth, ...progress.plan.stages] : [];
  const states = [...known.map(kept.after), ...known];
  return states.findLast((state) => whyWrong(pictureOf(found), standing(state)) === null) ?? found;
}

/** The disk works again: the same is asked once more, as the window does, or the process ends and another one begins. */
async function afterFault(
  place: Place,
  self: Walker,
  plan: Plan,
  { error, random, counts }: { readonly error: unknown; readonly random: Random; readonly counts: Counts },
): Promise<string | null> {
  counts.faults += 1;
  const problem = error instanceof ApiError ? error.problem : errorCode(error);
  const act = self.progress?.act ?? "";
  const { armed } = self;
  self.log.push(
    `(${armed?.what === "fault" ? `${armed.code}${armed.stays ? " for ever" : ""}` : ""}: ${problem})`,
  );
  if (!isTold(error)) return `${act}: a fault of the disk was told as ${problem}: ${error}`;
  self.armed = null;
  if (random.chance(0.3)) {
    self.log.push("(killed)");
    const image = rebooted(self.disk.afterCut("everything", random), projectIn(place.root));
    self.disk.turnOff();
    await self.worker.close();
    const { wrong, found, kept } = await looked(place, self, image);
    if (wrong !== null || !found) return `killed after ${problem} during ${act}: ${wrong}`;
    await begin(place, self, { disk: image, random, before: knownOf(self, found, kept) });
    return null;
  }
  return again(self, act, plan);
}

/** Whether a person is told that it is the disk. */
const isTold = (error: unknown): boolean =>
  error instanceof ApiError && ["storage", "forbidden", "notFound"].includes(error.code);

/** Asked once more; what was done already, as far as the core could tell, is found so. */
async function again(self: Walker, act: string, plan: Plan): Promise<string | null> {
  try {
    await done(self, act, plan);
  } catch (error) {
    if (!(error instanceof ApiError) || !["article-missing", "article-there"].includes(error.problem))
      throw error;
    self.truth = plan.stages.at(-1) ?? self.truth;
  }
  return checked(self);
}

/** A file is damaged or gone while nobody has the project open, and is had back. */
async function restored(place: Place, self: Walker, random: Random, counts: Counts): Promise<string | null> {
  const article = random.pick([...self.truth.articles.values()]);
  self.armed = null;
  await self.worker.close();
  const { expected } = await expectedWithKept(place, { ...self, progress: null }, self.disk);
  const whole = place.root;
  const file = random.pick(["set", "set", "entities.json", "project.json"]);
  const path = file === "set" ? setPath(place, article.id, self.desk.self) : join(projectIn(whole), file);
  const bytes = self.disk.bytesAt(path);
  const truth = self.truth;
  if (bytes) {
    counts.restores += 1;
    self.log.push(`(had back ${file})`);
    self.disk.put(path, file === "set" ? damaged(bytes, random) : torn(bytes, random));
    const worker = await workerAt(homeIn(whole), self.disk);
    try {
      if (file !== "set") await worker.client.call("project.recover", { path: projectIn(whole) });
      else {
        const project = await worker.client.call("project.open", { path: projectIn(whole), mode: "write" });
        await worker.client.call("article.recover", { project: project.handle, article: article.id });
      }
    } finally {
      await worker.close();
    }
  }
  await begin(place, self, { disk: self.disk, random, before: truth });
  const wrong = whyWrong(pictureOf(self.truth), expected);
  return wrong === null ? null : `had back ${file}: ${wrong}`;
}

const setPath = ({ root }: Place, article: Id, annotator: Id): string =>
  join(projectIn(root), "annotations", article, `${annotator}.json`);

/** What a person could have written by hand is no damage: the files without a hash are only torn. */
function torn(bytes: Uint8Array, random: Random): Uint8Array {
  return random.chance(0.5) ? bytes.slice(0, random.below(bytes.length - 2)) : new Uint8Array(bytes.length);
}

function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.6)) return torn(bytes, random);
  const at = random.below(bytes.length);
  const other = bytes.slice();
  other[at] = ((other[at] ?? 0) + 1 + random.below(255)) % 256;
  return other;
}

export const randomWalk: Part = {
  id: "walk",
  title: "A random walk",
  run: ({ seed, scale, keptSeeds, tell }) =>
    inFolder(async (root) => {
      const place = await placeOf(root);
      const counts: Counts = {
        ...{ steps: 0, acts: 0, cuts: 0, faults: 0, restores: 0, undone: 0 },
        names: new Set(),
      };
      const failures: string[] = [];
      const walks = scaled(60, scale);
      const length = 100;
      const keptWalks = kept.walk.slice(0, keptSeeds);
      const seeds = [...keptWalks, ...Array.from({ length: walks }, (_, at) => seed + at)];
      for (const one of seeds) {
        const why = await walk(place, one, length, counts);
        if (why !== null) failures.push(`seed ${one}, ${why}`);
        tell(`${counts.steps} steps, seed ${one}`);
      }
      return {
        figures: [
          [
            "steps",
            `${counted(counts.steps)} (seeds ${seed} to ${seed + walks - 1} and ${keptWalks.length} kept)`,
          ],
          ["acts, of them undo", `${counted(counts.acts)}, ${counted(counts.undone)}`],
          ["power cuts and kills", counted(counts.cuts)],
          ["acts that met a fault of the disk", counted(counts.faults)],
          ["damaged files had back", counted(counts.restores)],
          ["stumbled", counted(failures.length)],
        ],
        failures,
        acts: counts.names,
      };
    }),
};
