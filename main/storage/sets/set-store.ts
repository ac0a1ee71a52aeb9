// One annotator's set of one article, open for writing: a change is acknowledged when it is flushed to the journal, and the
// snapshot is renewed now and then so that the journal stays short. One such store a set, under the project's lock.
import { basename } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { type AnnotationSet, setToJson } from "../../../shared/model/annotation-set.ts";
import { applyChange, type Change } from "../../../shared/model/change.ts";
import type { Id, Now } from "../../../shared/model/id.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { type Disk, type FileStatus, isUntouched } from "../files/disk.ts";
import { makeFolders, statusIfAny } from "../files/durable-file.ts";
import { type DurableJson, durableJson, type StagedJson, touchedBefore } from "../files/durable-json.ts";
import { quarantineFile } from "../files/quarantine.ts";
import { createQueue } from "../files/queue.ts";
import { orNull, writeError } from "../files/storage-error.ts";
import { pathPartsBelow } from "../project/project-folder.ts";
import { type Compactor, createCompactor } from "./compaction.ts";
import { type Journal, openJournal } from "./journal.ts";
import { headerOf, type JournalRecord } from "./journal-format.ts";
import {
  devicesOf,
  foundOutside,
  type MergeBase,
  type OtherJournal,
  type OutsideSet,
  type OutsideVersion,
  type ReadSetState,
  recordsAfter,
  type SeenSnapshot,
  seenSnapshot,
  versionIn,
} from "./outside-set.ts";
import { joinReach, type Reach, reachPart } from "./reach.ts";
import {
  journalPath,
  type LastRecord,
  type ReadSet,
  readSet,
  remembered,
  type SecondSource,
  type SetPlace,
  snapshotPath,
  withoutEntities,
} from "./read-set.ts";
import {
  type AppliedChange,
  type SetFile,
  type SetFileParts,
  setFile,
  setFileOf,
  setFileOfJson,
} from "./set-file.ts";
import { assertSize, countOf, growth } from "./set-size.ts";

interface SetStoreOptions {
  readonly disk: Disk;
  /** The project's folder. */
  readonly root: string;
  readonly place: SetPlace;
  readonly device: Id;
  readonly now: Now;
  /** A backup, for when the set's own files are damaged; absent: there is none. */
  readonly secondSource?: SecondSource;
  /** The last record of this device that is known to have been acknowledged; absent: none is. */
  readonly last?: LastRecord;
  /** Throws when another process has become the project's writer. */
  fence(): Promise<void>;
  /** Told of each record that was acknowledged, and waited for. Never rejects. */
  onSaved?(seq: number): Promise<void>;
  /** Told of a snapshot that could not be written. Nothing is lost by it: the journal holds what it would. */
  onSnapshotFailed(error: unknown): void;
}

/** A change under its caller's name for it, with the action that made it. */
type SavedChange = Pick<JournalRecord, "opId" | "change" | "step" | "carried">;

export interface SetStore {
  /** How the set was found when it was opened. */
  readonly found: Pick<ReadSet, "unsafe" | "copiedAt" | "recoverable" | "revision" | "seqByDevice">;
  readonly unsafe: ReadSet["unsafe"];
  readonly warnings: readonly ApiErrorData[];
  readonly set: () => AnnotationSet;
  /** Counts the changes ever acknowledged. */
  readonly revision: () => number;
  /** What of sets of earlier texts is in it. */
  readonly carried: () => Reach;
  /** What a snapshot of this moment is made of. */
  parts(): SetFileParts;
  /** The set as a snapshot of this moment. */
  toFile(): SetFile;
  /** What a change was answered, if it was applied not too long ago. */
  answerTo(opId: Id): AppliedChange | undefined;
  /**
   * Appends changes that fit, one upon the other, in one write. Resolves when they are safe; throws an `ApiError` when
   * they are not, and then none of them counts.
   */
  append(changes: readonly SavedChange[]): Promise<AppliedChange[]>;
  /** Says that work on earlier texts is in the set, none of which changes it. Throws an `ApiError` when that is not safe. */
  recordReach(reach: Reach): Promise<void>;
  /** Writes a snapshot when the journal holds anything that the last one does not. */
  compact(): Promise<void>;
  /** What others have made of the set's files since they were read or written here; `null`: nothing. Changes nothing. */
  outside(list?: Disk["list"]): Promise<OutsideSet | null>;
  /** The version of the set in another file: a copy of the snapshot, or of a journal. `null` where it is not of this set. */
  versionIn(path: string): Promise<OutsideVersion | null>;
  /**
   * Writes the set anew over what `outside` found, of which everything is in the set by now that should be. What could not
   * be read, and what `keep` asks for, is moved to the quarantine; gives the names there.
   */
  settle(found: OutsideSet, keep: boolean): Promise<readonly string[]>;
  /** Writes a snapshot and closes the journal. Never throws. */
  close(): Promise<void>;
}

/** The set as it stood when a snapshot was begun. */
interface SnapshotInput extends SetFileParts {
  /** How many snapshots there were by then. */
  readonly snapshots: number;
}

/** An open store's files, and what is known of them. */
interface SetStoreState extends SetStoreOptions {
  readonly storedSet: ReadSet;
  readonly answers: Map<Id, AppliedChange>;
  readonly seqByDevice: Map<Id, number>;
  readonly journal: Journal<JournalRecord>;
  readonly snapshots: DurableJson<SetFile>;
  set: AnnotationSet;
  revision: number;
  snapshot: SetFile | null;
  carried: Reach;
  hasConflictMarkers: boolean;
  /** The snapshot as it was left here. */
  snapshotLeft: FileStatus | null;
  /** The snapshot of somebody else that was looked at last. */
  snapshotTouched: FileStatus | null;
  /** The journals of this person's other machines, as far as they are in the set. */
  readonly others: Map<Id, FileStatus | null>;
  /** The set at the last snapshot: what versions from elsewhere were mostly made from. */
  mergeBase: MergeBase;
  expected: number;
  hasFolder: boolean;
  isClosed: boolean;
  /** How many snapshots were put in their place, or tried to. */
  snapshotCount: number;
}

/** Opens whatever can be read; where that is not safe to write over, each save throws `project-read-only`. */
export async function openSetStore(options: SetStoreOptions): Promise<SetStore> {
  const { disk, place } = options;
  // Looked at first: what comes while it is read is seen as coming from outside.
  const snapshotLeft = await orNull(() => statusIfAny(disk, snapshotPath(place)));
  const storedSet = await readSet(disk, place, options.secondSource, options.last);
  const queue = createQueue();
  const store = storeState(options, storedSet, snapshotLeft);
  const compactor = createCompactor(queue, {
    begin: () => beginSnapshot(store),
    stage: (input, pause) => stageSnapshot(store, input, pause),
    end: (input, staged) => commitSnapshot(store, input, staged),
    onFailed: options.onSnapshotFailed,
  });
  return {
    found: storedSet,
    unsafe: storedSet.unsafe,
    warnings: storedSet.warnings,
    set: () => store.set,
    revision: () => store.revision,
    carried: () => store.carried,
    parts: () => partsOfFile(store),
    toFile: () => setFileOf(partsOfFile(store)),
    answerTo: (opId) => store.answers.get(opId),
    append: (changes) => queue.run(() => append(store, compactor, changes)),
    recordReach: (more) => queue.run(() => recordReach(store, more)),
    compact: compactor.now,
    outside: (list = disk.list) => queue.run(() => outside(store, list)),
    versionIn: (path) => queue.run(() => versionIn(disk, place, path, currentState(store))),
    settle: (found, keep) => queue.run(() => settle(store, found, keep)),
    close: () =>
      compactor.end(async () => {
        store.isClosed = true;
        await store.journal.close();
      }),
  };
}

function storeState(
  options: SetStoreOptions,
  storedSet: ReadSet,
  snapshotLeft: FileStatus | null,
): SetStoreState {
  const { disk, root, place, device, fence } = options;
  const { set, revision, snapshot, carried } = storedSet;
  const ownJournal = storedSet.journals.find((journal) => journal.device === device);
  return {
    ...options,
    storedSet,
    answers: new Map(storedSet.applied.map((applied) => [applied.opId, applied])),
    seqByDevice: new Map(storedSet.seqByDevice),
    journal: openJournal({
      disk,
      root,
      path: journalPath(place, device),
      header: (after) => headerOf({ ...place, device }, after),
      after: snapshot?.have[device] ?? 0,
      unsaved: ownJournal?.records ?? [],
      found: ownJournal?.found ?? null,
      isStrange: ownJournal?.hasConflictMarkers ?? false,
      fence,
    }),
    snapshots: durableJson({ disk, path: snapshotPath(place), schema: setFile, damaged: "set-damaged" }),
    set,
    revision,
    snapshot,
    carried,
    hasConflictMarkers: storedSet.filesWithConflictMarkers.includes("snapshot"),
    snapshotLeft,
    snapshotTouched: null,
    others: new Map(),
    mergeBase: {
      set: storedSet.snapshotSet,
      seqByDevice: new Map(Object.entries(snapshot?.have ?? {})),
      hashes: snapshot ? [snapshot.sha256] : [],
    },
    expected: countOf(set),
    hasFolder: false,
    isClosed: false,
    snapshotCount: 0,
  };
}

/** Never in an empty folder that a drive was mounted on. */
async function makeFolder(store: SetStoreState): Promise<void> {
  await store.fence();
  await makeFolders(store.disk, store.root, ...pathPartsBelow(store.root, store.place.folder));
}

async function append(
  store: SetStoreState,
  compactor: Compactor,
  changes: readonly SavedChange[],
): Promise<AppliedChange[]> {
  const { journal } = store;
  if (store.storedSet.unsafe)
    throw new ApiError("project-read-only", { why: store.storedSet.unsafe, article: store.place.article });
  // Its files may be elsewhere by now, or in another store's hands.
  if (store.isClosed) throw new ApiError("article-missing", { article: store.place.article });
  const at = store.now();
  const seq = store.seqByDevice.get(store.device) ?? 0;
  const records = changes.map(({ opId, change, step, carried: brought }, index) => ({
    v: schemaVersion,
    seq: seq + index + 1,
    revision: store.revision + index + 1,
    opId,
    at,
    change,
    ...(step && { step }),
    ...reachPart(brought),
  }));
  const setAfter = changes.reduce((before, { change }) => applied(before, change), store.set);
  if (!store.hasFolder) await makeFolder(store);
  store.hasFolder = true;
  await journal.append(records).catch(async (error: unknown) => {
    // Somebody has removed the folder.
    if (!(error instanceof ApiError) || error.detail.code !== "ENOENT") throw error;
    await makeFolder(store);
    await journal.append(records);
  });
  store.set = setAfter;
  store.revision += records.length;
  store.expected += changes.reduce((sum, { change }) => sum + growth(change), 0);
  store.seqByDevice.set(store.device, seq + records.length);
  store.carried = joinReach(store.carried, ...records.map((record) => record.carried));
  const acknowledged = records.map(({ opId, revision, at }) => ({ opId, revision, at }));
  for (const appliedChange of acknowledged) store.answers.set(appliedChange.opId, appliedChange);
  compactor.schedule(journal.length());
  await store.onSaved?.(seq + records.length);
  return acknowledged;
}

/** What a snapshot is to be made of; `null` where none is needed. */
async function beginSnapshot(store: SetStoreState): Promise<SnapshotInput | null> {
  if (store.storedSet.unsafe || store.isClosed || store.journal.unsaved().length === 0) return null;
  await store.fence();
  if (countOf(store.set) !== store.expected) {
    const file = basename(snapshotPath(store.place));
    throw new ApiError("storage-failed", {
      file,
      code: "COUNT",
      count: countOf(store.set),
      expected: store.expected,
    });
  }
  await holdUntouched(store);
  return { ...partsOfFile(store), snapshots: store.snapshotCount };
}

/** The journal keeps what was saved since the snapshot was begun. One that a newer has overtaken is given up. */
async function commitSnapshot(
  store: SetStoreState,
  input: SnapshotInput,
  staged: StagedJson<SetFile>,
): Promise<void> {
  if (store.isClosed || input.snapshots !== store.snapshotCount) return;
  await store.fence();
  await holdUntouched(store);
  await putSnapshot(store, input, staged);
}

async function holdUntouched(store: SetStoreState): Promise<void> {
  if ((await touchedSnapshot(store)) !== null)
    throw new ApiError("storage-failed", { file: basename(snapshotPath(store.place)), code: touchedBefore });
}

async function recordReach(store: SetStoreState, more: Reach): Promise<void> {
  const joinedReach = joinReach(store.carried, more);
  if (sameValue(joinedReach, store.carried)) return;
  const reachBefore = store.carried;
  store.carried = joinedReach;
  try {
    await makeFolder(store);
    await writeSnapshot(store);
  } catch (error) {
    store.carried = reachBefore;
    throw error;
  }
}

/** Gives the name under which the file that stood there is kept, if it held both sides of a conflict. */
async function writeSnapshot(store: SetStoreState): Promise<string | null> {
  const currentParts = partsOfFile(store);
  return putSnapshot(store, currentParts, await stageSnapshot(store, currentParts, () => otherWork()));
}

/** `pause`: what is waited for between the parts of the work, each of which takes a while for a large set. */
async function stageSnapshot(
  store: SetStoreState,
  { set: of, ...facts }: SetFileParts,
  pause: () => Promise<unknown>,
): Promise<StagedJson<SetFile>> {
  const json = setToJson(of);
  await pause();
  const nextFile = setFileOfJson(json, facts);
  await pause();
  store.snapshots.setExpectedStatus(store.snapshotLeft);
  return store.snapshots.stage(nextFile, pause);
}

/** As `writeSnapshot`. */
async function putSnapshot(
  store: SetStoreState,
  of: SetFileParts,
  staged: StagedJson<SetFile>,
): Promise<string | null> {
  const asidePath = store.hasConflictMarkers ? await quarantineConflicted(store) : null;
  store.snapshots.setExpectedStatus(store.snapshotLeft);
  const { sha256 } = staged.data;
  // It may be there even when the write fails.
  if (!store.mergeBase.hashes.includes(sha256))
    store.mergeBase = { ...store.mergeBase, hashes: [...store.mergeBase.hashes, sha256] };
  store.snapshotCount += 1;
  store.snapshotLeft = await staged.put();
  store.snapshot = staged.data;
  store.mergeBase = { set: of.set, seqByDevice: of.seqByDevice, hashes: [sha256] };
  await store.journal.rotate(of.seqByDevice.get(store.device) ?? 0);
  return asidePath;
}

async function quarantineConflicted(store: SetStoreState): Promise<string | null> {
  const path = snapshotPath(store.place);
  const quarantinePath = (await statusIfAny(store.disk, path))
    ? await quarantineFile(store.disk, store.root, path)
    : null;
  store.hasConflictMarkers = false;
  store.snapshotLeft = null;
  return quarantinePath;
}

/** What others have made of the snapshot; `null`: nothing, or nothing but what synchronisation programs do to all files. */
async function touchedSnapshot(store: SetStoreState): Promise<SeenSnapshot | null> {
  const path = snapshotPath(store.place);
  const currentStatus = await statusIfAny(store.disk, path).catch((error: unknown) => {
    throw writeError(error, path);
  });
  if (isUntouched(store.snapshotLeft, currentStatus)) return null;
  const seen = await seenSnapshot(store.disk, store.place, store.mergeBase);
  if (seen.kind === "same") {
    store.snapshotLeft = seen.status;
    return null;
  }
  store.snapshotTouched = currentStatus;
  return seen;
}

async function outside(store: SetStoreState, list: Disk["list"]): Promise<OutsideSet | null> {
  if (store.storedSet.unsafe) return null;
  const isJournalLost = !(await store.journal.isUnmodified());
  const seen = await touchedSnapshot(store);
  const journals = await othersJournals(store, list);
  if (!isJournalLost && !seen && !store.hasConflictMarkers && journals.length === 0) return null;
  return foundOutside(store.disk, store.place, currentState(store), {
    seen,
    isJournalLost,
    hasConflictMarkers:
      store.hasConflictMarkers ||
      (isJournalLost && store.storedSet.filesWithConflictMarkers.includes("journal")),
    journals,
  });
}

/** The journals of other machines that have grown since. */
async function othersJournals(store: SetStoreState, list: Disk["list"]): Promise<readonly OtherJournal[]> {
  const grown: OtherJournal[] = [];
  for (const otherJournal of await devicesOf({ status: store.disk.status, list }, store.place)) {
    if (otherJournal.device === store.device) continue;
    const statusBefore = store.others.get(otherJournal.device);
    if (statusBefore !== undefined && isUntouched(statusBefore, otherJournal.status)) continue;
    const records = await recordsAfter(
      store.disk,
      store.place,
      otherJournal.device,
      store.seqByDevice.get(otherJournal.device) ?? 0,
    );
    if (records.length > 0) grown.push({ ...otherJournal, records });
    else store.others.set(otherJournal.device, otherJournal.status);
  }
  return grown;
}

async function settle(store: SetStoreState, found: OutsideSet, keep: boolean): Promise<readonly string[]> {
  await makeFolder(store);
  const keptNames: string[] = [];
  if (found.isUnreadable || (keep && found.isSnapshotTouched)) {
    const path = snapshotPath(store.place);
    if (await statusIfAny(store.disk, path))
      keptNames.push(await quarantineFile(store.disk, store.root, path));
    store.snapshotTouched = null;
  }
  for (const [of, seq] of found.seqByDevice)
    if (of !== store.device && seq > (store.seqByDevice.get(of) ?? 0)) store.seqByDevice.set(of, seq);
  store.carried = joinReach(store.carried, found.carried);
  const lost = await store.journal.renew();
  if (lost !== null) keptNames.push(lost);
  if (found.isSnapshotTouched) store.snapshotLeft = store.snapshotTouched;
  if (found.isSnapshotTouched || found.seqByDevice.size > 0 || store.hasConflictMarkers) {
    const quarantinePath = await writeSnapshot(store);
    if (quarantinePath !== null) keptNames.push(quarantinePath);
  }
  return keptNames;
}

function partsOfFile({
  set,
  revision,
  seqByDevice,
  carried,
  answers,
  snapshot,
}: SetStoreState): SetFileParts {
  const recent = [...answers.values()].slice(-remembered);
  return { set, revision, seqByDevice: new Map(seqByDevice), carried, recent, before: snapshot };
}

const currentState = ({ set, seqByDevice, mergeBase, journal, device }: SetStoreState): ReadSetState => ({
  set,
  seqByDevice,
  mergeBase,
  unsaved: journal.unsaved(),
  device,
});

function applied(set: AnnotationSet, change: Change): AnnotationSet {
  const setAfter = applyChange({ set, entities: tableOf<never>() }, withoutEntities(change)).set;
  assertSize(setAfter);
  return setAfter;
}
