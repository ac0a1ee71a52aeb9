// Files that took a reader more than it may have, by the hash of their bytes: kept in the person's home, so that what ended a reader once
// is not read again and again wherever it comes from by itself.
import { join } from "node:path";
import { z } from "zod";
import type { Disk } from "../files/disk.ts";
import { openJsonFile } from "../files/json-file.ts";
import { ignoreFailure, orNull } from "../files/storage-error.ts";

/** What there was too little of. */
export type ExhaustedLimit = "time" | "memory";

export interface SetAside {
  /** `null` for what was never set aside. Costs nothing while there is none. */
  why(hashOf: () => string): ExhaustedLimit | null;
  add(hash: string, why: ExhaustedLimit): Promise<void>;
  remove(hash: string): Promise<void>;
}

interface SetAsideFile {
  readonly files: Readonly<Record<string, ExhaustedLimit>>;
}

const file: z.ZodType<SetAsideFile> = z.looseObject({
  files: z.record(z.string().regex(/^[0-9a-f]{64}$/u), z.enum(["time", "memory"])),
});

/** The oldest are forgotten, and read once more. */
const most = 1_000;

/** One that cannot be read has none: whatever is in it is found out again. Where it cannot be written, it lasts as long as this. */
export async function openSetAside(disk: Disk, home: string): Promise<SetAside> {
  const none: SetAsideFile = { files: {} };
  const path = join(home, "set-aside.json");
  const openFile = () => openJsonFile({ disk, path, schema: file, damaged: "storage-failed" }, none);
  const stored = await openFile().catch(async () => {
    await ignoreFailure(() => disk.remove(path));
    return orNull(openFile);
  });
  let files = new Map(Object.entries(stored?.data().files ?? {}));
  /** What another host has set aside meanwhile stays. */
  async function change(next: (known: Map<string, ExhaustedLimit>) => void): Promise<void> {
    next(files);
    await ignoreFailure(async () => stored?.reload());
    const changed = await orNull(async () =>
      stored?.update((data) => {
        const exhaustedLimits = new Map(Object.entries(data.files));
        next(exhaustedLimits);
        return { ...data, files: Object.fromEntries([...exhaustedLimits].slice(-most)) };
      }),
    );
    if (changed) files = new Map(Object.entries(changed.files));
  }
  return {
    why: (hashOf) => (files.size === 0 ? null : (files.get(hashOf()) ?? null)),
    add: (hash, why) =>
      change((known) => {
        known.delete(hash);
        known.set(hash, why);
      }),
    remove: (hash) => change((known) => void known.delete(hash)),
  };
}
