// The record of watched folders, and of those files in them that were dealt with: kept in the person's home, by project.
import { join } from "node:path";
import { z } from "zod";
import { type WatchWay, watchWays } from "../../../shared/api/watching.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders } from "../files/durable-file.ts";
import { openJsonFile } from "../files/json-file.ts";

export interface WatchedFolder {
  readonly path: string;
  readonly how: WatchWay;
  /** Files that were imported or refused, by their names below the folder, with what they were then. */
  readonly dealtWith: Readonly<Record<string, string>>;
}

interface WatchedStore {
  get(): WatchedFolder | null;
  set(watched: WatchedFolder | null): Promise<void>;
}

interface WatchedFile {
  readonly watched: WatchedFolder | null;
}

const file: z.ZodType<WatchedFile> = z.looseObject({
  watched: z
    .looseObject({
      path: z.string().max(limits.pathLength),
      how: z.enum(watchWays),
      dealtWith: z.record(z.string(), z.string()),
    })
    .nullable(),
});

/** What is remembered of files at most; the oldest are forgotten. */
const most = limits.broughtFiles;

/** One that cannot be read is none: it says only what is convenient. Where it cannot be written, it lasts as long as this. */
export async function openWatchedFolders(disk: Disk, home: string, project: Id): Promise<WatchedStore> {
  if (!isId(project)) throw new ApiError("input-invalid", { path: "project", problem: "is no id" });
  const folder = await makeFolders(disk, home, "watched").catch(() => join(home, "watched"));
  const path = join(folder, `${project}.json`);
  const none: WatchedFile = { watched: null };
  const stored = await openJsonFile({ disk, path, schema: file, damaged: "storage-failed" }, none).catch(
    () => null,
  );
  let present = stored?.data().watched ?? null;
  return {
    get: () => present,
    async set(watched) {
      const dealtWith = Object.fromEntries(Object.entries(watched?.dealtWith ?? {}).slice(-most));
      present = watched && { ...watched, dealtWith };
      await stored?.update((data) => ({ ...data, watched: present }));
    },
  };
}
