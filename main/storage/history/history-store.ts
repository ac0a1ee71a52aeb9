// The steps of one person on one device that are about several articles or the registry, open for writing under the
// project's lock: a step is decided when it is flushed here, and unfinished until it is said to be done.
import { basename } from "node:path";
import { type Id, isId, type Now } from "../../../shared/model/id.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import type { StepWork } from "../../../shared/model/step.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, readDurable } from "../files/durable-file.ts";
import { createQueue } from "../files/queue.ts";
import { ignoreFailure } from "../files/storage-error.ts";
import { openJournal } from "../sets/journal.ts";
import {
  type DecidedStep,
  type DoneLine,
  decodeHistory,
  type HistoryOwner,
  type HistoryRecord,
  historyFolder,
  historyHeaderOf,
  historyPath,
  isDecidedStep,
} from "./history-format.ts";

export interface HistoryStore {
  /** Steps that were decided, on whatever device, and are not known to be done; oldest first. */
  unfinished(): readonly DecidedStep[];
  /** Whether a step with this `opId` was decided here not too long ago. */
  knows(opId: Id): boolean;
  /** Resolves when the step is safe and has to be applied; throws an `ApiError` when it is not, and then it never was. */
  decide(
    step: Pick<DecidedStep, "opId" | "step" | "version" | "carried" | keyof StepWork>,
  ): Promise<DecidedStep>;
  /** Says that all of the step is applied and safe. Throws an `ApiError` when that could not be written. */
  finished(opId: Id): Promise<void>;
  close(): Promise<void>;
}

interface HistoryStoreOptions {
  readonly disk: Disk;
  readonly root: string;
  readonly owner: HistoryOwner;
  readonly now: Now;
  /** Throws when another process has become the project's writer. */
  fence(): Promise<void>;
  /** Told of each line that is safe, and waited for. Never rejects. */
  onSaved(seq: number): Promise<void>;
}

/** The number of the last line of this device's history; 0 where there is none, or it cannot be read. */
export async function lastInHistory(
  disk: Disk,
  root: string,
  owner: Pick<HistoryOwner, "annotator" | "device">,
): Promise<number> {
  const bytes = await readIfPossible(disk, historyPath(root, owner));
  const decoded = bytes && decodeHistory(bytes);
  return decoded?.records.at(-1)?.seq ?? decoded?.header?.after ?? 0;
}

/** Bytes after which a new generation begins. */
const longHistory = 1024 * 1024;
/** Bytes of one generation; they are rotated long before, but a single step may be long. */
const maxHistory = 400 * 1024 * 1024;

/** A file that is another's, damaged or unreadable is put aside as an older generation and never written over. */
export async function openHistoryStore(options: HistoryStoreOptions): Promise<HistoryStore> {
  const { disk, root, owner, now, fence } = options;
  const path = historyPath(root, owner);
  const queue = createQueue();
  const presentJournals = await readPresent(disk, root, owner);
  const ownJournal = presentJournals.find(({ device }) => device === owner.device);
  const records = ownJournal?.records ?? [];
  const opIds = new Set(records.filter(isDecidedStep).map(({ opId }) => opId));
  let unfinishedSteps: readonly DecidedStep[] = unfinishedOf(
    presentJournals.flatMap(({ records }) => records),
  );
  let lastSeq = records.at(-1)?.seq ?? ownJournal?.after ?? 0;
  let hasFolder = ownJournal !== undefined;
  const journal = openJournal<HistoryRecord>({
    disk,
    root,
    path,
    header: (after) => historyHeaderOf(owner, after),
    after: ownJournal?.after ?? 0,
    unsaved: records,
    found: ownJournal?.found ?? null,
    isStrange: ownJournal?.hasConflictMarkers ?? false,
    fence,
  });

  async function append<Record extends HistoryRecord>(record: Omit<Record, "v" | "seq" | "at">) {
    const line = { v: schemaVersion, seq: lastSeq + 1, at: now(), ...record } as Record;
    if (!hasFolder) {
      // Not in an empty folder that a drive was mounted on.
      await fence();
      await makeFolders(disk, root, basename(historyFolder(root)));
    }
    hasFolder = true;
    await journal.append([line]);
    lastSeq = line.seq;
    await options.onSaved(lastSeq);
    return line;
  }

  return {
    unfinished: () => unfinishedSteps,
    knows: (opId) => opIds.has(opId),
    decide: (step) =>
      queue.run(async () => {
        const decided = await append<DecidedStep>(step);
        opIds.add(decided.opId);
        unfinishedSteps = [...unfinishedSteps, decided];
        return decided;
      }),
    finished: (opId) =>
      queue.run(async () => {
        await append<DoneLine>({ done: opId });
        unfinishedSteps = unfinishedSteps.filter((step) => step.opId !== opId);
        if (journal.length() > longHistory && unfinishedSteps.length === 0) await journal.rotate(lastSeq);
      }),
    close: () => queue.run(journal.close),
  };
}

/** Those of the steps, in the order in which they were decided, that no line says to be done. */
function unfinishedOf(records: readonly HistoryRecord[]): DecidedStep[] {
  const done = new Set(records.flatMap((record) => (isDecidedStep(record) ? [] : [record.done])));
  return records
    .filter(isDecidedStep)
    .filter(({ opId }) => !done.has(opId))
    .sort((a, b) => (a.step.at < b.step.at ? -1 : 1));
}

interface Present {
  readonly device: Id;
  readonly after: number;
  readonly records: readonly HistoryRecord[];
  /** `null` when the file must not be gone on with. */
  readonly found: { readonly size: number; readonly goodBytes: number } | null;
  /** Both sides of a conflict are in it; it is set aside before anything is written. */
  readonly hasConflictMarkers: boolean;
}

/** The present generation of every device of this person: an unfinished step is always in it. */
async function readPresent(disk: Disk, root: string, owner: HistoryOwner): Promise<Present[]> {
  const present: Present[] = [];
  for (const device of await devicesIn(disk, root, owner.annotator)) {
    const path = historyPath(root, { annotator: owner.annotator, device });
    const bytes = await readIfPossible(disk, path);
    if (bytes === null) continue;
    const { header, records, goodBytes, state, hasConflictMarkers } = decodeHistory(bytes);
    const isOurs = header?.project === owner.project && header.annotator === owner.annotator;
    const goesOn =
      isOurs && !hasConflictMarkers && (state === "whole" || state === "torn") && header.device === device;
    present.push({
      device,
      after: isOurs ? header.after : 0,
      records: isOurs ? records : [],
      found: goesOn ? { size: bytes.length, goodBytes } : null,
      hasConflictMarkers: isOurs && hasConflictMarkers,
    });
  }
  return present;
}

async function readIfPossible(disk: Disk, path: string): Promise<Uint8Array | null> {
  let bytes: Uint8Array | null = null;
  await ignoreFailure(async () => {
    bytes = await readDurable(disk, path, maxHistory);
  });
  return bytes;
}

async function devicesIn(disk: Disk, root: string, annotator: Id): Promise<Id[]> {
  const devices: Id[] = [];
  await ignoreFailure(async () => {
    for (const { name, kind } of await disk.list(historyFolder(root))) {
      const [by, device = "", end, more] = name.split(".");
      if (kind === "file" && by === annotator && isId(device) && end === "journal" && more === undefined)
        devices.push(device);
    }
  });
  return devices;
}
