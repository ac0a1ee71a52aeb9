// Seven days of five people at six machines, by chance and by seed: who works, who synchronises, and what befalls them. In the end everything is well again,
// everybody synchronises until nothing is on its way any more, and what there is then is held against what was acknowledged.
import { syncProject } from "../../../main/core/team/sync.ts";
import { readConflicts, type TeamConflict, teamFolder } from "../../../main/core/team/team-store.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Random, randomFrom } from "../random.ts";
import { type Machine, machineAt, type OnItsWay, type Sending, type Trouble } from "./machine.ts";
import { doAct, newWork, type Work } from "./team-acts.ts";
import { type ToldConflict, wrongInTeam } from "./team-laws.ts";
import { addressIn, projectId, seatsIn, type TeamWorld } from "./team-world.ts";

export interface Counts {
  acts: number;
  syncs: number;
  kills: number;
  full: number;
  cutOff: number;
  conflicts: number;
}

export const noCounts = (): Counts => ({ acts: 0, syncs: 0, kills: 0, full: 0, cutOff: 0, conflicts: 0 });

interface Days {
  readonly machines: readonly Machine[];
  readonly onItsWay: OnItsWay;
  readonly random: Random;
  readonly work: Work;
  readonly told: Map<string, ToldConflict>;
  readonly log: string[];
  readonly counts: Counts;
}

interface ScheduleOptions {
  readonly seed: number;
  readonly days?: number;
  /** It happens in the same way over the model and over git. */
  readonly isExact?: boolean;
  readonly counts?: Counts;
}

/** Why what is there in the end is not what must be; `null` when all is well. */
export async function runSchedule(
  world: TeamWorld,
  { seed, days = 7, isExact = false, counts = noCounts() }: ScheduleOptions,
): Promise<string | null> {
  const random = randomFrom(seed);
  const onItsWay: OnItsWay = [];
  const machines = seatsIn(world.folder).map((seat, at) =>
    machineAt(world, seat, randomFrom(seed * 64 + at), { onItsWay, isExact }),
  );
  const all: Days = { machines, onItsWay, random, work: newWork(), told: new Map(), log: [], counts };
  try {
    for (let day = 1; day <= days; day += 1) await oneDay(all, day);
    await calm(all);
    const { work, told } = all;
    counts.conflicts += told.size;
    const wrong = await wrongInTeam(world, { machines, work, told: [...told.values()] });
    return wrong === null ? null : `${wrong}; ${all.log.slice(-20).join(", ")}`;
  } catch (error) {
    const detail = error instanceof ApiError ? JSON.stringify(error.detail) : "";
    const what = error instanceof Error ? error.stack : String(error);
    return `${what} ${detail}; ${all.log.slice(-20).join(", ")}`;
  }
}

async function oneDay(days: Days, day: number): Promise<void> {
  const { machines, random } = days;
  const order = [...machines].sort(() => random.next() - 0.5);
  for (const machine of order) {
    if (random.chance(0.08)) setClock(machine, random);
    if (random.chance(0.3)) await arrive(days);
    const isAway = random.chance(0.25);
    for (let acts = random.below(3); acts > 0; acts -= 1) await oneAct(days, machine);
    if (random.chance(0.6)) await oneSync(days, machine, isAway);
  }
  days.log.push(`(day ${day})`);
}

const year = 365 * 86_400_000;

/** By minutes, to the year 1904 that a clock without a battery shows, or far ahead. */
const setClock = (machine: Machine, random: Random): void =>
  machine.setClock(random.pick([-300_000, 300_000, -86_400_000, -122 * year, 30 * year, 90 * year, 0]));

/** Something that was sent before arrives now. */
async function arrive({ onItsWay, random }: Days): Promise<void> {
  if (onItsWay.length > 0) await onItsWay.splice(random.below(onItsWay.length), 1)[0]?.();
}

async function oneAct(days: Days, machine: Machine): Promise<void> {
  const { random, work, log, counts } = days;
  counts.acts += 1;
  if (random.chance(0.06)) machine.meet({ killAtWrite: 1 + random.below(30) });
  else if (random.chance(0.05)) machine.meet({ fullAtWrite: 1 + random.below(20) });
  try {
    log.push(`${machine.name}: ${await doAct(machine, work)}`);
  } catch (error) {
    if (!machine.isInTrouble()) throw error;
    log.push(`${machine.name}: an act failed (${error instanceof Error ? error.message : error})`);
  }
  machine.restart();
}

const sendings: readonly Sending[] = ["lost", "unanswered", "late", "twice"];

function troubleBy(random: Random, isAway: boolean): Trouble {
  const sending = random.chance(0.2) ? { sending: random.pick(sendings) } : {};
  const way = random.next();
  if (isAway) return { isCutOff: true };
  if (way < 0.2) {
    const when = random.chance(0.5) ? ("before" as const) : ("after" as const);
    return { ...sending, killAtCall: { call: 1 + random.below(45), when } };
  }
  if (way < 0.3) return { ...sending, killAtWrite: 1 + random.below(60) };
  if (way < 0.38) return { ...sending, fullAtWrite: 1 + random.below(40) };
  return sending;
}

async function oneSync(days: Days, machine: Machine, isAway: boolean): Promise<void> {
  const { random, work, log, counts } = days;
  counts.syncs += 1;
  const trouble = troubleBy(random, isAway);
  machine.meet(trouble);
  try {
    const { conflicts } = await syncProject(machine.context, machine.root);
    noteTold(days, machine, conflicts);
    work.interrupted.delete(machine.name);
    log.push(`${machine.name}: synchronised`);
  } catch (error) {
    if (!machine.isInTrouble()) throw error;
    work.interrupted.add(machine.name);
    if (trouble.killAtCall || trouble.killAtWrite) counts.kills += 1;
    else if (trouble.fullAtWrite) counts.full += 1;
    else counts.cutOff += 1;
    log.push(`${machine.name}: ${JSON.stringify(trouble)}`);
  }
  machine.restart();
  await noteListed(days, machine);
}

/** What a sync reports is shown; so is what waits until somebody has seen to it. */
function noteTold({ told }: Days, machine: Machine, conflicts: readonly TeamConflict[]): void {
  for (const { at: _at, by: _by, ...conflict } of conflicts)
    told.set(JSON.stringify([machine.name, conflict]), { machine: machine.name, ...conflict });
}

/** Nothing befalls anybody any more, what is on its way arrives, everybody may see everything and synchronises until nothing comes or goes. */
async function calm(days: Days): Promise<void> {
  const { machines, onItsWay } = days;
  for (const arrival of onItsWay.splice(0)) await arrival();
  for (let round = 1; ; round += 1) {
    let moved = 0;
    for (const machine of machines) {
      machine.restart();
      const choice = machine.isBlind ? { blind: false } : {};
      const { sent, came, conflicts } = await syncProject(machine.context, machine.root, choice);
      noteTold(days, machine, conflicts);
      moved += sent + came;
    }
    if (moved === 0) break;
    if (round === 4) throw new Error("they do not come to rest");
  }
  for (const machine of machines) await noteListed(days, machine);
}

/** What is listed until somebody has seen to it, or a later one of the same field takes its place. */
async function noteListed(days: Days, machine: Machine): Promise<void> {
  noteTold(days, machine, await readConflicts(machine.context.disk, teamFolder(machine.home, projectId)));
}

/** The names of states in all repositories, and the files of each. */
export async function pictureOf(world: TeamWorld): Promise<Record<string, Record<string, string>>> {
  const stores = seatsIn(world.folder).map(({ home, name }) => [
    name,
    `${teamFolder(home, projectId)}/store.git`,
  ]);
  const places = [...stores, ["drive", addressIn(world.folder)]] as const;
  const pictures: Record<string, Record<string, string>> = {};
  for (const [name = "", store = ""] of places) pictures[name] = await world.picture(store);
  return pictures;
}
