// A machine of the team and all that can befall it: it is killed before, in and after a call of git, and in a write; its disk fills; its clock is wrong;
// it is cut off; what it sends is lost, arrives late, twice, or without an answer.
import type { TeamContext } from "../../../main/core/team/team-store.ts";
import type { Disk } from "../../../main/storage/files/disk.ts";
import type { Git, GitOptions } from "../../../main/storage/git/git.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { NewId } from "../../../shared/model/id.ts";
import { watchedDisk } from "../../helpers/watched-disk.ts";
import { idsFrom, type Random } from "../random.ts";
import { contextOf, type Seat, type TeamWorld } from "./team-world.ts";

/** What becomes of what is sent. `unanswered`: it arrives, and nobody here is told. `late`: it arrives some time after it seemed lost. */
export type Sending = "arrives" | "lost" | "unanswered" | "late" | "twice";

/** What is going to happen to a machine; numbers count calls from now on. */
export interface Trouble {
  /** Killed at that call of git: before it, or after it. */
  readonly killAtCall?: { readonly call: number; readonly when: "before" | "after" };
  /** Killed at that write to the disk. */
  readonly killAtWrite?: number;
  /** From that write on the disk is full. */
  readonly fullAtWrite?: number;
  readonly isCutOff?: boolean;
  readonly sending?: Sending;
}

export interface Machine extends Seat {
  readonly disk: Disk;
  readonly context: TeamContext;
  readonly random: Random;
  readonly newId: NewId;
  readonly now: () => string;
  /** Whether anything but success can be explained by what befell it. */
  isInTrouble(): boolean;
  meet(trouble: Trouble): void;
  /** Starts it again, with nothing the matter. */
  restart(): void;
  /** Sets its clock off by so many milliseconds. */
  setClock(off: number): void;
}

/** What is on its way to the shared place. */
export type OnItsWay = (() => Promise<unknown>)[];

const dayOne = Date.UTC(2026, 0, 1, 8);
const killed = (): Error => new Error("killed");
const isRemote = (command: string): boolean => ["ls-remote", "fetch", "push"].includes(command);
const isKeeping = (command: string): boolean =>
  ["hash-object", "update-index", "write-tree", "commit-tree", "update-ref", "fetch", "init"].includes(
    command,
  );

interface Circumstances {
  readonly onItsWay: OnItsWay;
  /** It has to happen the same way over the model and over git, so no call of git is killed in its middle. */
  readonly isExact: boolean;
}

/** What is the matter with a machine, and how far it has come since that was said. */
interface Condition {
  trouble: Trouble;
  calls: number;
  writes: number;
  isOff: boolean;
  isFull: boolean;
  wasCutOff: boolean;
}

const well = (): Condition => ({
  ...{ trouble: {}, calls: 0, writes: 0 },
  ...{ isOff: false, isFull: false, wasCutOff: false },
});

function turnOff(condition: Condition): Error {
  condition.isOff = true;
  return killed();
}

export function machineAt(
  world: TeamWorld,
  seat: Seat,
  random: Random,
  circumstances: Circumstances,
): Machine {
  const condition = well();
  let [ticks, clockOff] = [0, 0];
  const disk = diskIn(world, condition);
  const openGit = gitIn(world, random, condition, circumstances);
  const now = (): string => {
    ticks += 1;
    return new Date(dayOne + clockOff + ticks * 1_000).toISOString();
  };
  return {
    ...seat,
    disk,
    random,
    now,
    newId: idsFrom(random),
    context: contextOf(seat, disk, openGit, now),
    isInTrouble: () => condition.isOff || condition.isFull || condition.wasCutOff,
    meet: (trouble) => void Object.assign(condition, { trouble, calls: 0, writes: 0 }),
    restart: () => void Object.assign(condition, well()),
    setClock(off) {
      clockOff = off;
    },
  };
}

const diskIn = (world: TeamWorld, condition: Condition): Disk =>
  watchedDisk(world.disk, ({ writes: isWriting }) => {
    const { isOff, trouble } = condition;
    if (isOff) return killed();
    if (!isWriting) return undefined;
    condition.writes += 1;
    if (condition.writes === trouble.killAtWrite) return turnOff(condition);
    if (trouble.fullAtWrite === undefined || condition.writes < trouble.fullAtWrite) return undefined;
    condition.isFull = true;
    return Object.assign(new Error("ENOSPC: in the schedule"), { code: "ENOSPC" });
  });

type Inner = Git["run"];

const gitIn =
  (world: TeamWorld, random: Random, condition: Condition, { onItsWay, isExact }: Circumstances) =>
  (options: GitOptions): Git => {
    const git = world.openGit(options);
    const inner: Inner = (args, call) => git.run(args, call);
    const run: Inner = async (args, call) => {
      if (condition.isOff) throw killed();
      condition.calls += 1;
      const { trouble, calls, isFull } = condition;
      const [command = ""] = args[0] === "-c" ? ["gc"] : args;
      const kill = trouble.killAtCall?.call === calls ? trouble.killAtCall.when : null;
      if (kill === "before") {
        turnOff(condition);
        if (world.isReal && !isExact) await inTheMiddle(world, options, args, call, random);
        throw killed();
      }
      if (isFull && isKeeping(command)) throw gitFailed("error: file write error: No space left on device");
      if (isRemote(command) && trouble.isCutOff) {
        condition.wasCutOff = true;
        throw gitFailed("fatal: unable to access the shared place");
      }
      const sent = (): ReturnType<Inner> => send(condition, onItsWay, () => inner(args, call));
      const answer = command === "push" ? await sent() : await inner(args, call);
      if (kill === "after") throw turnOff(condition);
      return answer;
    };
    return { run, line: async (args, call) => (await run(args, call)).out.toString("utf8").trim() };
  };

async function send(
  condition: Condition,
  onItsWay: OnItsWay,
  push: () => ReturnType<Inner>,
): ReturnType<Inner> {
  const sending = condition.trouble.sending ?? "arrives";
  const again = (): void => void onItsWay.push(() => push().catch(() => undefined));
  const lineLost = (): ApiError => {
    condition.wasCutOff = true;
    return gitFailed("fatal: the remote end hung up unexpectedly");
  };
  if (sending === "late") again();
  if (sending === "lost" || sending === "late") throw lineLost();
  const answer = await push();
  if (sending === "twice") again();
  if (sending === "unanswered") throw lineLost();
  return answer;
}

const gitFailed = (problem: string): ApiError => new ApiError("git-failed", { problem });

/** Begins the call, and ends the program at some moment of it. */
async function inTheMiddle(
  world: TeamWorld,
  options: GitOptions,
  args: Parameters<Git["run"]>[0],
  call: Parameters<Git["run"]>[1],
  random: Random,
): Promise<void> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), random.below(12));
  try {
    await world.openGit({ ...options, signal: ending.signal }).run(args, call);
  } catch {
    // It was ended, or had nothing to do.
  } finally {
    clearTimeout(timer);
  }
}
