// A disk that fails on demand: counts every call that storage makes, and makes the one that a test names go wrong.
import { type Disk, type DiskFile, nodeDisk } from "../../../main/storage/disk.ts";

/** `short`: a write takes only half of the bytes, and the next one finds the disk full. */
export type Fault = "ENOSPC" | "EIO" | "EACCES" | "short";

export interface FaultyDisk extends Disk {
  /** The calls made since the last `arm`, by name. */
  readonly calls: () => readonly string[];
  /** From now on the call with this number fails; all after it, too, when the fault stays. */
  arm(at: number, fault: Fault, stays: boolean): void;
  /** From now on everything works and calls are counted anew. */
  disarm(): void;
}

export function faultyDisk(): FaultyDisk {
  let calls: string[] = [];
  let armed: { readonly at: number; readonly fault: Fault; readonly stays: boolean } | null = null;

  /** A write was cut short: the next one finds no room. */
  let isFull = false;

  const failure = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

  /** Counts a call; the fault it meets, if any. */
  function meet(name: string): Fault | null {
    const at = calls.push(name) - 1;
    if (!armed || at < armed.at || (at > armed.at && !armed.stays)) return null;
    return armed.fault;
  }

  function guard<Args extends unknown[], Result>(
    name: string,
    call: (...args: Args) => Promise<Result>,
  ): (...args: Args) => Promise<Result> {
    return async (...args) => {
      const fault = meet(name);
      if (fault) throw failure(fault === "short" ? "ENOSPC" : fault);
      return call(...args);
    };
  }

  function guardFile(file: DiskFile): DiskFile {
    return {
      read: guard("read", file.read),
      async write(bytes, position) {
        const fault = meet("write");
        if (isFull) {
          isFull = false;
          throw failure("ENOSPC");
        }
        if (fault === "short") {
          isFull = true;
          return file.write(bytes.subarray(0, Math.floor(bytes.length / 2)), position);
        }
        if (fault) throw failure(fault);
        return file.write(bytes, position);
      },
      status: guard("file status", file.status),
      setMode: guard("setMode", file.setMode),
      truncate: guard("truncate", file.truncate),
      sync: guard("sync", file.sync),
      syncData: guard("syncData", file.syncData),
      // A descriptor that is not closed would leak: closing works, and then it may fail.
      async close() {
        await file.close();
        const fault = meet("close");
        if (fault) throw failure(fault);
      },
    };
  }

  return {
    open: guard("open", async (path, access) => guardFile(await nodeDisk.open(path, access))),
    status: guard("status", nodeDisk.status),
    rename: guard("rename", nodeDisk.rename),
    remove: guard("remove", nodeDisk.remove),
    makeFolder: guard("makeFolder", nodeDisk.makeFolder),
    removeFolder: guard("removeFolder", nodeDisk.removeFolder),
    list: guard("list", nodeDisk.list),
    realPath: guard("realPath", nodeDisk.realPath),
    touch: guard("touch", nodeDisk.touch),
    calls: () => calls,
    arm(at, fault, stays) {
      calls = [];
      isFull = false;
      armed = { at, fault, stays };
    },
    disarm() {
      calls = [];
      isFull = false;
      armed = null;
    },
  };
}
