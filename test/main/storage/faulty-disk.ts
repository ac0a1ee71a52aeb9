// A disk that fails on demand: counts every call that storage makes, and makes the one that a test names go wrong.
import { type Disk, nodeDisk } from "../../../main/storage/files/disk.ts";
import { ofEachKind, tier } from "../../helpers/tier.ts";
import {
  type DiskCall,
  isReading,
  kindOfCall,
  type Verdict,
  watchedDisk,
} from "../../helpers/watched-disk.ts";

/** `short`: a write takes only half of the bytes, and the next one finds the disk full. */
export const faults = ["ENOSPC", "EIO", "EACCES", "EMFILE", "EROFS", "short"] as const;
export type Fault = (typeof faults)[number];

export interface FaultyDisk extends Disk {
  /** The calls made since the last `arm`, by name. */
  readonly calls: () => readonly string[];
  /** The same in full. */
  readonly made: () => readonly DiskCall[];
  /** From now on the call with this number fails; all after it, too, when the fault stays. */
  arm(at: number, fault: Fault, stays: boolean): void;
  /** From now on everything works and calls are counted anew. */
  disarm(): void;
}

const failure = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

export function faultyDisk(inner: Disk = nodeDisk): FaultyDisk {
  let made: DiskCall[] = [];
  let armed: { readonly at: number; readonly fault: Fault; readonly stays: boolean } | null = null;
  /** A write was cut short: the next one finds no room. */
  let isFull = false;

  function judge(call: DiskCall): Verdict {
    const at = made.push(call) - 1;
    if (call.name === "write" && isFull) {
      isFull = false;
      return failure("ENOSPC");
    }
    if (!armed || at < armed.at || (at > armed.at && !armed.stays)) return undefined;
    if (armed.fault !== "short") return failure(armed.fault);
    if (call.name !== "write") return failure("ENOSPC");
    isFull = true;
    return "half";
  }

  function begin(next: typeof armed): void {
    made = [];
    isFull = false;
    armed = next;
  }

  return {
    ...watchedDisk(inner, judge),
    calls: () => made.map(({ name }) => name),
    made: () => made,
    arm: (at, fault, stays) => begin({ at, fault, stays }),
    disarm: () => begin(null),
  };
}

interface SweepOptions {
  /** Which calls are to fail; absent: all. */
  readonly isMeant?: (call: DiskCall) => boolean;
  /** Whether a turn takes long, so that a few of the kinds, spread over all that is done, are enough below `test:all`. */
  readonly isLong?: boolean;
}

/** How many turns of a sweep are made below `test:all` where a turn takes long. */
const longTurns = 10;

/** As many of them as that, from the first to the last, at even distances. */
function spreadOver<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (tier === "all" || items.length <= count) return items;
  return items.filter(
    (_, at) => Math.floor((at * count) / items.length) !== Math.floor(((at - 1) * count) / items.length),
  );
}

/** Where alike scenes divide the calls among themselves: which of how many shares. */
export interface Share {
  readonly at: number;
  readonly of: number;
}

/** Of calls that were made, the numbers of those that are to fail in turn. Throws when none was made. */
export function callsToFail(
  made: readonly DiskCall[],
  { isMeant = () => true, isLong = false }: SweepOptions = {},
  share: Share = { at: 0, of: 1 },
): readonly number[] {
  const meant = [...made.entries()].filter(([, call]) => isMeant(call));
  if (meant.length === 0) throw new Error("No call was made that could fail.");
  const ofKinds = ofEachKind(
    meant,
    ([, call]) => kindOfCall(call),
    ([, call]) => !isLong && !isReading(call),
  ).filter((_, turn) => turn % share.of === share.at % share.of);
  // Scenes that share the calls are several, and a few turns of each are enough.
  const most = share.of === 1 ? longTurns : longTurns / 2;
  return (isLong ? spreadOver(ofKinds, most) : ofKinds).map(([at]) => at);
}

/**
 * The same with a fault for each; in `test:all` each with every fault, otherwise the faults take turns, and a write that meets another
 * one is cut short besides, where that is a fault.
 */
export function faultCases(
  made: readonly DiskCall[],
  of: readonly Fault[],
): readonly { readonly at: number; readonly fault: Fault }[] {
  const [first] = of;
  if (first === undefined) throw new Error("There is no fault.");
  if (tier === "all") return of.flatMap((fault) => [...made.keys()].map((at) => ({ at, fault })));
  return callsToFail(made).flatMap((at, turn) => {
    const fault = of[turn % of.length] ?? first;
    const isCutToo = made[at]?.name === "write" && fault !== "short" && of.includes("short");
    return isCutToo
      ? [
          { at, fault },
          { at, fault: "short" },
        ]
      : [{ at, fault }];
  });
}

interface FaultSweep {
  /** The numbers of the calls that fail, each for a scene made anew; the first is beyond all calls. */
  readonly turns: (share?: Share) => Iterable<number>;
  /** Lets the disk fail at the call of this turn. */
  readonly arm: (disk: FaultyDisk, at: number, fault: Fault, stays: boolean) => void;
}

/** Lets each kind of such calls fail in a turn of its own. In the first turn none does, and the disk hears which there are. */
export function faultSweep(options: SweepOptions = {}): FaultSweep {
  let made: readonly DiskCall[] = [];
  return {
    *turns(share) {
      yield Number.POSITIVE_INFINITY;
      yield* callsToFail(made, options, share);
    },
    arm(disk, at, fault, stays) {
      disk.arm(at, fault, stays);
      if (at === Number.POSITIVE_INFINITY) made = disk.made();
    },
  };
}
