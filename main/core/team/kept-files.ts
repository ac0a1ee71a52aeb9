// Remembers, in the home, how each file of a project stood when it was kept, so that the next time only those are read that were touched since. Derived:
// where it is gone or makes no sense, everything is read.
import { join } from "node:path";
import { z } from "zod";
import { sharedKind } from "../../../shared/team/shared-file.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { durableJson } from "../../storage/files/durable-json.ts";
import { ignoreFailure, orNull } from "../../storage/files/storage-error.ts";

interface KeptFiles {
  /** The name of what a file holds; `null`: it is not shared. `undefined` where it was touched since, so that it has to be looked at. */
  nameOf(path: string): string | null | undefined;
  /** Remembers these for the next time. Never throws. */
  remember(names: ReadonlyMap<string, string | null>): Promise<void>;
}

/** Milliseconds in which a file system may not tell two changes of a file from each other. */
const blur = 2_000;

const schema = z.looseObject({ files: z.record(z.string(), z.tuple([z.string(), z.string().nullable()])) });

/** `folder`: what the home has of the shared project; `paths`: all files of it that may be shared. */
export async function openKeptFiles(
  disk: Disk,
  folder: string,
  root: string,
  paths: readonly string[],
): Promise<KeptFiles> {
  const file = durableJson({ disk, path: join(folder, "kept.json"), schema, damaged: "storage-failed" });
  const before = (await orNull(() => file.read()))?.files ?? {};
  const stands = await standingOf(disk, root, paths);
  return {
    nameOf(path) {
      const [stood, name] = before[path] ?? [];
      return stood !== undefined && stood === stands.get(path) ? name : undefined;
    },
    async remember(names) {
      const files = [...names].flatMap(([path, name]) => {
        const how = stands.get(path);
        return how === undefined ? [] : [[path, [how, name]] as const];
      });
      file.allowOverwrite();
      await ignoreFailure(() => file.write({ files: Object.fromEntries(files) as Known["files"] }));
    },
  };
}

type Known = z.infer<typeof schema>;

/** How each file stands, of a snapshot with the journals that may tell all of it; nothing of what was touched just now. */
async function standingOf(
  disk: Disk,
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const alone = new Map<string, string>();
  const settledBefore = Date.now() - blur;
  for (const path of paths) {
    const status = await statusIfAny(disk, join(root, ...path.split("/")));
    if (status && status.modifiedAt < settledBefore)
      alone.set(path, [status.dev, status.ino, status.size, status.modifiedAt, status.changedAt].join(" "));
  }
  const journals = new Map<string, (string | undefined)[]>();
  for (const path of paths)
    if (sharedKind(path) === "journal") {
      const set = setOf(path);
      journals.set(set, [...(journals.get(set) ?? []), alone.get(path)]);
    }
  const stands = new Map(alone);
  for (const [path, how] of alone) {
    if (sharedKind(path) !== "snapshot") continue;
    const beside = journals.get(setOf(path)) ?? [];
    if (beside.includes(undefined)) stands.delete(path);
    else stands.set(path, [how, ...beside].join(", "));
  }
  return stands;
}

/** The folder, and whose set it is. */
const setOf = (path: string): string => path.replace(/\.[^/]*$/u, "");
