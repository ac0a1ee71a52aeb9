// A disk that fails on demand: counts every call that storage makes, and makes the one that a test names go wrong.
import { type Disk, nodeDisk } from "../../../main/storage/files/disk.ts";
import { type DiskCall, type Verdict, watchedDisk } from "../../helpers/watched-disk.ts";

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
