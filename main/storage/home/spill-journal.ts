// Changes that the project's own disk would not take, kept in the person's home in the lines of a journal, so that a
// process that dies does not lose them. One file a set and process; it holds exactly what is not yet in the project.
import { join } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Id, isId, type Now } from "../../../shared/model/id.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import type { Disk } from "../files/disk.ts";
import {
  makeFolders,
  readDurable,
  statusIfAny,
  syncFolder,
  temporaryName,
  writeDurable,
} from "../files/durable-file.ts";
import { createQueue } from "../files/queue.ts";
import { ignoreFailure } from "../files/storage-error.ts";
import {
  type DecodedJournal,
  decodeJournal,
  encodeLine,
  headerOf,
  type JournalOwner,
  type JournalRecord,
} from "../sets/journal-format.ts";
import { makeHome } from "./home-folder.ts";

/** A change as it was asked for, with whatever else its record carries. */
type KeptChange = Omit<JournalRecord, "v" | "seq" | "revision" | "at">;

export interface SpillJournal {
  /** Keeps the changes, each once. Resolves when they are safe in the home; throws an `ApiError` when they are not. */
  keep(changes: readonly KeptChange[]): Promise<void>;
  /** Drops changes that are in the project by now, or that their caller has given up. Never throws. */
  forget(opIds: readonly Id[]): Promise<void>;
  /** Whether anything is kept. */
  isEmpty(): boolean;
}

interface SpillJournalOptions {
  readonly disk: Disk;
  readonly home: string;
  readonly owner: JournalOwner;
  /** Tells this process' file from those that others have left. */
  readonly nonce: Id;
  readonly now: Now;
}

/** Bytes and changes of one file: enough for a day at a disk that is gone. */
const maxBytes = 32 * 1024 * 1024;
const maxChanges = 20_000;

/** Milliseconds after which a temporary file is nobody's any more. */
const leftoverAfter = 10 * 60 * 1_000;

const folderOf = (home: string, project: Id): string => join(home, "emergency", project);

/** Touches nothing on the disk until something has to be kept. */
export function openSpillJournal({ disk, home, owner, nonce, now }: SpillJournalOptions): SpillJournal {
  const name = `${owner.article}.${owner.annotator}.${nonce}.journal`;
  const queue = createQueue();
  let spilledRecords: ReadonlyMap<Id, JournalRecord> = new Map();

  async function write(records: ReadonlyMap<Id, JournalRecord>): Promise<void> {
    const path = join(folderOf(home, owner.project), name);
    if (records.size === 0) {
      await disk.remove(path);
      return;
    }
    const header = encodeLine(headerOf(owner, 0));
    const lines = Array.from(records.values(), (record, at) => encodeLine({ ...record, seq: at + 1 }));
    const bytes = Buffer.concat([header, ...lines]);
    if (records.size > maxChanges || bytes.length > maxBytes)
      throw new ApiError("storage-failed", { file: name, code: "TOO-LARGE", bytes: bytes.length });
    await makeHome(disk, home);
    await makeFolders(disk, home, "emergency", owner.project);
    await writeDurable(disk, path, bytes);
  }

  return {
    keep: (changes) =>
      queue.run(async () => {
        const fresh = changes.filter(({ opId }) => !spilledRecords.has(opId));
        if (fresh.length === 0) return;
        const at = now();
        const nextRecords = new Map(spilledRecords);
        for (const change of fresh)
          nextRecords.set(change.opId, { ...change, v: schemaVersion, seq: 0, revision: 0, at });
        await write(nextRecords);
        spilledRecords = nextRecords;
      }),
    forget: (opIds) =>
      queue.run(async () => {
        const nextRecords = new Map(spilledRecords);
        for (const opId of opIds) nextRecords.delete(opId);
        if (nextRecords.size === spilledRecords.size) return;
        spilledRecords = nextRecords;
        // What stays there too long is known by its `opId` when it is read.
        await ignoreFailure(() => write(nextRecords));
      }),
    isEmpty: () => spilledRecords.size === 0,
  };
}

/** What a process that died had kept for one set. */
export interface LeftSpill extends Pick<DecodedJournal, "header" | "records" | "state"> {
  readonly name: string;
  readonly article: Id;
}

const leftName = /^([a-z2-7]+)\.([a-z2-7]+)\.[a-z2-7]+\.journal$/;

/** What is kept for this person's sets of a project, oldest first. A file that cannot be read is passed over and stays. */
export async function readSpillJournals(
  disk: Disk,
  home: string,
  { project, annotator }: Pick<JournalOwner, "project" | "annotator">,
): Promise<readonly LeftSpill[]> {
  const folder = folderOf(home, project);
  const spills: (LeftSpill & { readonly since: number })[] = [];
  await ignoreFailure(async () => {
    if (!(await statusIfAny(disk, folder))) return;
    await sweep(disk, folder);
    for (const { name, kind } of await disk.list(folder)) {
      const [, article = "", by] = leftName.exec(name) ?? [];
      if (kind !== "file" || by !== annotator || !isId(article)) continue;
      await ignoreFailure(async () => {
        const path = join(folder, name);
        const bytes = await readDurable(disk, path, maxBytes);
        if (bytes === null) return;
        const { header, records, state } = decodeJournal(bytes);
        const isOurs = header?.project === project && header.article === article && header.annotator === by;
        const { modifiedAt: since } = await disk.status(path);
        if (isOurs) spills.push({ name, article, header, records, state, since });
      });
    }
  });
  return spills.sort((a, b) => a.since - b.since);
}

/** Removes what crashed writes left behind; what is younger may be another process' write. */
async function sweep(disk: Disk, folder: string): Promise<void> {
  for (const { name } of await disk.list(folder)) {
    const path = join(folder, name);
    if (!temporaryName.test(name)) continue;
    await ignoreFailure(async () => {
      if (Date.now() - (await disk.status(path)).modifiedAt > leftoverAfter) await disk.remove(path);
    });
  }
}

/** Removes a file whose changes are all in the project. Never throws. */
export async function removeSpillJournal(disk: Disk, home: string, project: Id, name: string): Promise<void> {
  await ignoreFailure(() => disk.remove(join(folderOf(home, project), name)));
}

/** How many files that did not fit stay in a project's folder, each told of when it was set aside. */
const maxAside = 50;

/** Keeps a file that does not fit under a name that is not offered again. Gives where it is. */
export async function setSpillJournalAside(
  disk: Disk,
  home: string,
  project: Id,
  name: string,
): Promise<string> {
  const folder = folderOf(home, project);
  const asidePath = join(folder, name.replace(/\.journal$/, ".left"));
  const isAside = await ignoreFailure(async () => {
    await disk.rename(join(folder, name), asidePath);
    await syncFolder(disk, folder);
  });
  await ignoreFailure(async () => {
    const asides = (await disk.list(folder)).filter(({ name }) => name.endsWith(".left"));
    const times = await Promise.all(
      asides.map(async ({ name }) => ({ name, at: (await disk.status(join(folder, name))).modifiedAt })),
    );
    const oldest = times.sort((a, b) => b.at - a.at).slice(maxAside);
    for (const { name } of oldest) await disk.remove(join(folder, name));
  });
  return isAside ? asidePath : join(folder, name);
}
