// Somebody works on a project whose files others change all the while: by hand, by git, by a synchronisation program, on other
// machines; and the clock jumps. Nothing that was acknowledged is lost, and nothing of the other side goes unseen: it is merged, lies
// aside under its name, or is asked about.
import { sha256 } from "../../main/storage/files/json-text.ts";
import type { Client } from "../../shared/api/client.ts";
import type { OpenProject } from "../../shared/api/contract.ts";
import type { ProjectFinding } from "../../shared/api/examination.ts";
import type { OutsideNews } from "../../shared/api/outside-news.ts";
import type { MissingWork } from "../../shared/api/replies.ts";
import { ApiError, type ApiErrorData } from "../../shared/errors/errors.ts";
import { watchedDisk } from "../helpers/watched-disk.ts";
import type { Desk } from "./act.ts";
import { nextPlan, perform, standing } from "./doing.ts";
import { look } from "./looking.ts";
import { type MachineClock, machineClock } from "./machine-clock.ts";
import type { MemoryDisk } from "./memory-disk.ts";
import { filesOf, type OtherSide } from "./outside/deed.ts";
import { deeds } from "./outside/index.ts";
import { type Ledger, ledgerOf } from "./outside/ledger.ts";
import { type Records, recordsIn, recordsOf } from "./outside/records.ts";
import { counted, type Part, scaled } from "./part.ts";
import { deskOf, homeIn, inFolder, type Place, placeOf, projectIn, type Worker, workerAt } from "./place.ts";
import { type Random, randomFrom } from "./random.ts";
import kept from "./seeds.json" with { type: "json" };
import { observe, type Truth } from "./truth.ts";

interface Counts {
  acts: number;
  refused: number;
  duringCalls: number;
  looks: number;
  openings: number;
  readonly deeds: Map<string, number>;
  readonly news: Map<string, number>;
}

/** Somebody at work in a folder that is not theirs alone. */
interface Bench {
  readonly place: Place;
  readonly disk: MemoryDisk;
  readonly random: Random;
  readonly clock: MachineClock;
  readonly ledger: Ledger;
  readonly older: Map<string, Uint8Array[]>;
  readonly arrivals: (() => void)[];
  readonly counts: Counts;
  readonly log: string[];
  worker: Worker;
  desk: Omit<Desk, "truth">;
  truth: Truth;
  /** What else may be there: states of acts that were not acknowledged. */
  loose: Records[];
  news: OutsideNews[];
  /** A set was damaged, and had back. */
  isRecovered: boolean;
  /** Something that is done at one of the next calls to the disk. */
  armed: { after: number; readonly apply: () => void } | null;
}

async function begin(bench: Bench, before: Truth | null): Promise<void> {
  const { place, disk, random } = bench;
  const watched = watchedDisk(disk, () => {
    if (!bench.armed) return undefined;
    bench.armed.after -= 1;
    if (bench.armed.after <= 0) strike(bench);
    return undefined;
  });
  bench.worker = await workerAt(homeIn(place.root), watched, {
    backupPauses: { first: 1, between: 20 },
    watchPauses: null,
  });
  bench.worker.hear((event) => {
    if (event.type === "outside") bench.news.push(...event.news);
  });
  bench.counts.openings += 1;
  await hadBack(bench);
  const opened = await deskOf(bench.worker, place.root, random, before, isTorn);
  bench.desk = opened.desk;
  await bench.worker.client.call("project.look", { project: opened.desk.handle });
}

function strike(bench: Bench): void {
  const { armed } = bench;
  bench.armed = null;
  armed?.apply();
}

/** What a person does who finds files damaged: each is had back where that is offered. */
async function hadBack(bench: Bench): Promise<void> {
  const { worker, place } = bench;
  const { client } = worker;
  const path = projectIn(place.root);
  const open = () => client.call("project.open", { path, mode: "write" });
  const project = await open().catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    return client.call("project.recover", { path });
  });
  const whole =
    project.readOnly?.why === "damaged" ? await client.call("project.recover", { path }) : project;
  bench.isRecovered ||= await hadBackSets(client, whole);
  await client.call("project.close", { project: whole.handle });
}

/** True when there was something to be had back: the person was told, and asked for it. */
async function hadBackSets(client: Client, { handle: project, articles }: OpenProject): Promise<boolean> {
  let isAny = false;
  for (const { id: article } of articles) {
    const opened = await client.call("article.open", { project, article });
    if (!opened.readOnly) continue;
    await client.call("article.recover", { project, article });
    isAny = true;
  }
  return isAny;
}

const sideOf = (bench: Bench): OtherSide => ({
  ...bench,
  root: bench.place.root,
  folder: projectIn(bench.place.root),
  project: bench.desk.project,
  self: bench.desk.self,
  newId: bench.desk.newId,
});

async function deed(bench: Bench): Promise<void> {
  const { random, counts } = bench;
  const one = random.pick(deeds);
  const apply = await one.plan(sideOf(bench));
  if (!apply) return;
  counts.deeds.set(one.name, (counts.deeds.get(one.name) ?? 0) + 1);
  bench.log.push(one.name);
  if (bench.armed || random.chance(0.7)) return apply();
  counts.duringCalls += 1;
  bench.armed = { after: random.below(30), apply };
}

/** What opens the project anew has a place of its own here, and people whom the other side still names come back. */
const isElsewhere = (name: string): boolean => /^(?:the lock|another project|a colleague)/.test(name);

async function act(bench: Bench): Promise<string | null> {
  const { place, random, counts } = bench;
  // Whoever works has what they work on open.
  await openAll(bench);
  const acts = place.acts.filter(({ name }) => !isElsewhere(name));
  const next = nextPlan(acts, { ...bench.desk, truth: bench.truth }, random);
  if (!next) return null;
  // What is damaged and moved to the trash at once is had back in a repaired copy alone.
  if (next.act.name === "an article moved to the trash" && !areArticlesWhole(bench)) return settled(bench);
  counts.acts += 1;
  bench.log.push(`(${next.act.name})`);
  try {
    bench.truth = await perform(next.act.name, next.plan, bench.truth, () => undefined);
    await openAll(bench);
    if (next.act.name === "a package imported")
      bench.ledger.replaced(place.packages.map(({ annotator }) => annotator.id));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // What the other side has changed meanwhile may be in its way; some of it may be done.
    const states = next.plan.stages.map(recordsOf);
    bench.loose.push(recordsOf(bench.truth), ...states);
    bench.ledger.mayCome(states);
    bench.log.push(`refused: ${error.problem}`);
    counts.refused += 1;
  }
  return null;
}

async function openAll({ worker, desk, truth }: Bench): Promise<void> {
  for (const article of truth.articles.keys())
    await worker.client.call("article.open", { project: desk.handle, article }).catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
    });
}

/** Looks until nothing is waited for, and holds what is there against what both sides have said. */
async function settled(bench: Bench): Promise<string | null> {
  const { worker, clock, ledger, counts } = bench;
  const { handle: project } = bench.desk;
  strike(bench);
  counts.looks += 1;
  bench.log.push("look");
  const looks = async (times: number): Promise<void> => {
    for (let looked = 0; looked < times; looked += 1) {
      await worker.client.call("project.look", { project });
      clock.pass(2_100);
    }
  };
  // What has come in part only is looked at as well.
  await looks(bench.arrivals.length > 0 ? 2 : 0);
  for (const arrive of bench.arrivals.splice(0)) arrive();
  await looks(3);
  for (const { article } of changedTexts(bench.news))
    await worker.client.call("article.restoreText", { project, article });
  const found = await seen(bench);
  for (const { what } of bench.news) counts.news.set(what, (counts.news.get(what) ?? 0) + 1);
  const where = { found: recordsOf(found), truth: found, isTold: bench.news.length > 0 || bench.isRecovered };
  const wrong = ledger.judge([...bench.loose, recordsOf(bench.truth)], where);
  Object.assign(bench, { truth: found, loose: [], news: [], isRecovered: false });
  remember(bench);
  return wrong.length === 0 ? null : wrong.slice(0, 4).join("; ");
}

const changedTexts = (news: readonly OutsideNews[]) =>
  news.flatMap((one) => (one.what === "text-changed" && one.canRestore ? [one] : []));

/** What somebody has written behind the last line of a journal is kept aside, and told. */
const isTorn = ({ problem, detail }: ApiErrorData): boolean =>
  problem === "set-damaged" && detail.why === "tail";

async function seen(bench: Bench): Promise<Truth> {
  const { worker, desk, truth } = bench;
  const { client } = worker;
  const project = await client.call("project.open", { path: projectIn(desk.root), mode: "write" });
  const isRecovered = await hadBackSets(client, project);
  const found = await observe(client, project, truth, isTorn);
  await client.call("project.close", { project: project.handle });
  bench.isRecovered ||= isRecovered;
  return found;
}

/** Some files as they are now, to be put back one day. */
function remember(bench: Bench): void {
  for (const file of filesOf(sideOf(bench))) {
    const bytes = bench.random.chance(0.15)
      ? bench.disk.bytesAt(`${projectIn(bench.place.root)}/${file}`)
      : null;
    if (bytes) bench.older.set(file, [...(bench.older.get(file) ?? []).slice(-4), bytes]);
  }
}

/** Some of the copies are merged, some put aside, the rest left for later. */
async function answered(bench: Bench, share: number): Promise<string | null> {
  const { worker, random, ledger, desk } = bench;
  const { handle: project } = desk;
  const { copies } = await worker.client.call("copies.list", { project });
  const chosen = copies.filter(() => random.chance(share));
  if (chosen.length === 0) return null;
  const merge = chosen.flatMap(({ file, state }) => (state === "mergeable" ? [file] : []));
  const aside = chosen.flatMap(({ file }) => (merge.includes(file) ? [] : [file]));
  bench.log.push(`${merge.length} copies merged, ${aside.length} put aside`);
  ledger.merging(merge);
  const step = { command: "merge-copies", at: desk.now() };
  await worker.client.call("copies.settle", { project, merge, aside, opId: desk.newId(), step });
  return settled(bench);
}

async function reopened(bench: Bench): Promise<string | null> {
  strike(bench);
  // Of what is damaged in an article's own files while nobody has it open, and of an entity that is deleted then, only a copy knows.
  const first =
    bench.random.chance(0.5) || bench.arrivals.length > 0 || !areArticlesWhole(bench) || lacksEntities(bench)
      ? await settled(bench)
      : null;
  if (first !== null) return first;
  bench.log.push("reopened");
  await bench.worker.close();
  await begin(bench, bench.truth);
  return settled(bench);
}

function areArticlesWhole({ truth, disk, place }: Bench): boolean {
  return [...truth.articles.values()].every(({ id, textHash }) => {
    const [record, text] = ["article.json", "text.txt"].map((name) =>
      disk.bytesAt(`${projectIn(place.root)}/articles/${id}/${name}`),
    );
    return record && text && sha256(text) === textHash && recordsIn(`articles/${id}/article.json`, record);
  });
}

/** Whether the registry has lost something that a set mentions. */
function lacksEntities({ truth, disk, place }: Bench): boolean {
  const there = recordsIn("entities.json", disk.bytesAt(`${projectIn(place.root)}/entities.json`));
  return (
    there !== null && [...recordsOf(truth).keys()].some((key) => key.startsWith("entity ") && !there.has(key))
  );
}

/** What of a project is still away comes back, every copy is answered, and the examination has nothing to say. */
async function ended(bench: Bench): Promise<string | null> {
  const first = await settled(bench);
  if (first !== null) return first;
  const back = bench.place.acts.find(({ name }) => name === "an article restored from the trash");
  for (;;) {
    const plan = back?.plan({ ...bench.desk, truth: bench.truth });
    if (!plan) break;
    bench.truth = await perform("an article restored from the trash", plan, bench.truth, () => undefined);
  }
  const second = (await settled(bench)) ?? (await answered(bench, 1)) ?? (await reopened(bench));
  if (second !== null) return second;
  await bench.worker.close();
  // The file that an article came from is known to nobody here once its folder was deleted.
  // A colleague's set may mention what the other side took out of the registry before anybody here had seen it.
  // Nobody here may write to a journal of another machine, so that one that was cut stays so.
  const { device } = JSON.parse(
    Buffer.from(bench.disk.bytesAt(`${homeIn(bench.place.root)}/device.json`) ?? []).toString("utf8"),
  );
  const isCut = (values: Readonly<Record<string, unknown>>): boolean =>
    values.case === "tail" &&
    !String(values.file).includes(`.${device}.`) &&
    bench.ledger.hasHurt(`annotations/${values.article}/${values.file}`);
  // The record of somebody's own steps has no copy.
  const isStepsHurt = (file: string): boolean => bench.ledger.hasHurt(`${file}.${device}.journal`);
  const isPlanted = ({ file, what }: ProjectFinding): boolean =>
    (typeof what === "object" && what.key === "doctor.missing" && isStepsHurt(file)) ||
    (typeof what === "object" && what.key === "problems.set-damaged" && isCut(what.values)) ||
    /^articles\/[a-z2-7]+\/original/.test(file) ||
    (typeof what === "object" && what.key === "doctor.record") ||
    (typeof what === "object" &&
      what.key === "violations.entity-missing" &&
      bench.ledger.hasRemoved(`entity ${what.values.entity}`));
  const isMissed = ({ what, annotator }: MissingWork): boolean =>
    what === "steps" && isStepsHurt(`history/${annotator?.id}`);
  const known = {
    ...{ expected: standing(bench.truth), truth: bench.truth },
    ...{ isPlanted, isMissed, isHarmless: isTorn },
  };
  const { wrong } = await look(bench.disk, bench.place.root, known);
  if (wrong !== null) return wrong;
  const worker = await workerAt(homeIn(bench.place.root), bench.disk);
  const { findings } = await worker.client.call("project.examine", { path: projectIn(bench.place.root) });
  await worker.close();
  bench.worker = worker;
  const more = findings.filter((finding) => !isPlanted(finding));
  return more.length === 0 ? null : `the examination finds ${JSON.stringify(more.slice(0, 3))}`;
}

async function oneStep(bench: Bench): Promise<string | null> {
  const { random } = bench;
  const way = random.next();
  if (way < 0.42) await deed(bench);
  else if (way < 0.8) return act(bench);
  else if (way < 0.92) return settled(bench);
  else if (way < 0.96) return answered(bench, 0.5);
  else return reopened(bench);
  return null;
}

/** Works until the other side has done so many things. Resolves with why it stumbled; `null` when it did not. */
async function workAmong(place: Place, seed: number, length: number, counts: Counts): Promise<string | null> {
  const random = randomFrom(seed);
  const disk = place.disk.afterCut("everything", random);
  const clock = machineClock();
  const ledger = ledgerOf(disk, projectIn(place.root), () => bench.desk.self);
  const bench: Bench = {
    ...{ place, disk, random, clock, ledger, counts },
    ...{ older: new Map(), arrivals: [], log: [], loose: [], news: [], armed: null, isRecovered: false },
  } as unknown as Bench;
  try {
    await begin(bench, null);
    bench.truth = await seen(Object.assign(bench, { truth: null as unknown as Truth }));
    while (ledger.written() < length) {
      const wrong = await oneStep(bench);
      if (wrong !== null) return `after ${bench.log.slice(-12).join(", ")}: ${wrong}`;
    }
    const wrong = await ended(bench);
    return wrong && `at the end, after ${bench.log.slice(-12).join(", ")}: ${wrong}`;
  } catch (error) {
    const detail = error instanceof ApiError ? JSON.stringify(error.detail) : "";
    return `after ${bench.log.slice(-12).join(", ")}: ${error instanceof Error ? error.stack : error} ${detail}`;
  } finally {
    await bench.worker?.close();
    clock.close();
  }
}

export const outsideChanges: Part = {
  id: "outside",
  title: "Changes from outside during work",
  run: ({ seed, scale, keptSeeds, tell }) =>
    inFolder(async (root) => {
      const place = await placeOf(root);
      const counts: Counts = {
        ...{ acts: 0, refused: 0, duringCalls: 0, looks: 0, openings: 0 },
        ...{ deeds: new Map(), news: new Map() },
      };
      const failures: string[] = [];
      const times = scaled(40, scale);
      const keptTimes = kept.outside.slice(0, keptSeeds);
      const seeds = [...keptTimes, ...Array.from({ length: times }, (_, at) => seed + at)];
      for (const one of seeds) {
        const why = await workAmong(place, one, 25, counts);
        if (why !== null) failures.push(`seed ${one}, ${why}`);
        tell(`seed ${one}`);
      }
      const all = (of: ReadonlyMap<string, number>): number =>
        [...of.values()].reduce((sum, one) => sum + one, 0);
      return {
        figures: [
          [
            "changes from outside",
            `${counted(all(counts.deeds))} (seeds ${seed} to ${seed + times - 1} and ${keptTimes.length} kept)`,
          ],
          ["kinds of them", counted(counts.deeds.size)],
          ["of them in the middle of an act", counted(counts.duringCalls)],
          [
            "acts of the person, of them refused since their ground had changed",
            `${counted(counts.acts)}, ${counted(counts.refused)}`,
          ],
          ["looks, openings", `${counted(counts.looks)}, ${counted(counts.openings)}`],
          ["news told", counted(all(counts.news))],
          ["lost of ours, unseen of theirs, or found by the examination", counted(failures.length)],
        ],
        failures,
      };
    }),
};
