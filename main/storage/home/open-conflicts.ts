// Keeps in the home the conflicts of a project that could not be merged, until somebody has seen to them. It is a list to work through; the
// other version lies in the project's `.quarantine` besides.
import { join } from "node:path";
import { z } from "zod";
import type { TakeInConflict } from "../../../shared/api/take-in.ts";
import type { MergeConflict } from "../../../shared/merge/merge-sets.ts";
import type { Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { id, whose } from "../../../shared/schema/model.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders } from "../files/durable-file.ts";
import { durableJson } from "../files/durable-json.ts";
import { orNull } from "../files/storage-error.ts";
import { makeHome } from "./home-folder.ts";

export interface OpenConflict {
  readonly key: string;
  /** `null`: it is about the registry. */
  readonly article: Id | null;
  readonly title: string;
  readonly whose?: Whose;
  readonly at: string;
  readonly conflict: MergeConflict;
  readonly words: TakeInConflict;
  /** Somebody has seen to it; remembered, so that it is not found anew. */
  readonly isSettled: boolean;
}

export interface OpenConflicts {
  list(): readonly OpenConflict[];
  /** The same conflict again is passed over; another one of the same record takes its place. Rejects when it cannot be kept. */
  add(conflicts: readonly OpenConflict[]): Promise<void>;
  settle(keys: readonly string[]): Promise<void>;
}

/** Settled ones among them; older ones give way. */
const most = 1_000;

const stored = z.looseObject({
  conflicts: z.array(
    z.looseObject({
      key: z.string(),
      article: id.nullable(),
      title: z.string(),
      whose: whose.exactOptional(),
      at: z.string(),
      conflict: z.looseObject({ kind: z.string(), id, why: z.string(), fields: z.array(z.string()) }),
      words: z.looseObject({ key: z.string(), quote: z.string() }),
      isSettled: z.boolean(),
    }),
  ),
});

/** A list that cannot be read begins anew. */
export async function openConflicts(disk: Disk, home: string, project: Id): Promise<OpenConflicts> {
  const path = join(home, "conflicts", `${project}.json`);
  const file = durableJson({ disk, path, schema: stored, damaged: "storage-failed" });
  const conflictsFile = await orNull(() => file.read());
  let savedConflicts = (conflictsFile?.conflicts ?? []) as unknown as readonly OpenConflict[];

  async function become(next: readonly OpenConflict[]): Promise<void> {
    savedConflicts = next.slice(-most);
    await makeHome(disk, home);
    await makeFolders(disk, home, "conflicts");
    file.allowOverwrite();
    await file.write({ conflicts: savedConflicts as unknown as z.infer<typeof stored>["conflicts"] });
  }

  return {
    list: () => savedConflicts.filter(({ isSettled }) => !isSettled),
    async add(conflicts) {
      const conflictsByKey = new Map(savedConflicts.map((one) => [one.key, one]));
      const fresh = conflicts.filter(
        ({ key, conflict }) => !sameValue(conflictsByKey.get(key)?.conflict, conflict),
      );
      if (fresh.length === 0) return;
      const keys = new Set(fresh.map(({ key }) => key));
      await become([...savedConflicts.filter(({ key }) => !keys.has(key)), ...fresh]);
    },
    async settle(keys) {
      const done = new Set(keys);
      if (savedConflicts.some(({ key, isSettled }) => done.has(key) && !isSettled))
        await become(savedConflicts.map((one) => (done.has(one.key) ? { ...one, isSettled: true } : one)));
    },
  };
}
