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
import { durableJson, type StagedJson, touchedBefore } from "../files/durable-json.ts";
import { quarantineFile } from "../files/quarantine.ts";
import { createQueue } from "../files/queue.ts";
import { orNull, writeError } from "../files/storage-error.ts";
import { partsOf } from "../project/project-folder.ts";
import { createFolding } from "./fold-journal.ts";
import { openJournal } from "./journal.ts";
import { headerOf, type JournalRecord } from "./journal-format.ts";
import {
  devicesOf,
  foundOutside,
  type Ground,
  type OtherJournal,
  type OutsideSet,
  recordsAfter,
  type SeenSnapshot,
  seenSnapshot,
  type Version,
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

export interface SetStoreOptions {
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
export type SavedChange = Pick<JournalRecord, "opId" | "change" | "step" | "carried">;

export interface SetStore {
  /** How the set was found when it was opened. */
  readonly found: Pick<ReadSet, "unsafe" | "copiedAt" | "recoverable" | "revision" | "have">;
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
  reached(carried: Reach): Promise<void>;
  /** Writes a snapshot when the journal holds anything that the last one does not. */
  compact(): Promise<void>;
  /** What others have made of the set's files since they were read or written here; `null`: nothing. Changes nothing. */
  outside(list?: Disk["list"]): Promise<OutsideSet | null>;
  /** The version of the set in another file: a copy of the snapshot, or of a journal. `null` where it is not of this set. */
  versionIn(path: string): Promise<Version | null>;
  /**
   * Writes the set anew over what `outside` found, of which everything is in the set by now that should be. What could not
   * be read, and what `keep` asks for, is moved to the quarantine; gives the names there.
   */
  settle(found: OutsideSet, keep: boolean): Promise<readonly string[]>;
  /** Writes a snapshot and closes the journal. Never throws. */
  close(): Promise<void>;
}

/** The set as it stood when a snapshot was begun. */
interface Moment extends SetFileParts {
  /** How many snapshots there were by then. */
  readonly snapshots: number;
}

/** Opens whatever can be read; where that is not safe to write over, each save throws `project-read-only`. */
export async function openSetStore(options: SetStoreOptions): Promise<SetStore> {
  const { disk, root, place, device, now, fence } = options;
  // Looked at first: what comes while it is read is seen as coming from outside.
  let snapshotLeft = await orNull(() => statusIfAny(disk, snapshotPath(place)));
  const storedSet = await readSet(disk, place, options.secondSource, options.last);
  const queue = createQueue();
  const answers = new Map(storedSet.applied.map((applied) => [applied.opId, applied]));
  const have = new Map(storedSet.have);
  const ownJournal = storedSet.journals.find((journal) => journal.device === device);
  const journal = openJournal({
    disk,
    root,
    path: journalPath(place, device),
    header: (after) => headerOf({ ...place, device }, after),
    after: storedSet.snapshot?.have[device] ?? 0,
    unsaved: ownJournal?.records ?? [],
    found: ownJournal?.found ?? null,
    isStrange: ownJournal?.isMarked ?? false,
    fence,
  });
  const snapshots = durableJson({ disk, path: snapshotPath(place), schema: setFile, damaged: "set-damaged" });
  let { set, revision, snapshot, carried } = storedSet;
  let isMarked = storedSet.marked.includes("snapshot");
  /** The snapshot of somebody else that was looked at last. */
  let snapshotTouched: FileStatus | null = null;
  /** The journals of this person's other machines, as far as they are in the set. */
  const others = new Map<Id, FileStatus | null>();
  /** The set at the last snapshot: what versions from elsewhere were mostly made from. */
  let ground: Ground = {
    set: storedSet.ground,
    have: new Map(Object.entries(storedSet.snapshot?.have ?? {})),
    hashes: storedSet.snapshot ? [storedSet.snapshot.sha256] : [],
  };
  let expected = countOf(set);
  let hasFolder = false;
  let isClosed = false;
  /** How many snapshots were put in their place, or tried to. */
  let snapshotCount = 0;

  /** Never in an empty folder that a drive was mounted on. */
  async function makeFolder(): Promise<void> {
    await fence();
    await makeFolders(disk, root, ...partsOf(root, place.folder));
  }

  async function append(changes: readonly SavedChange[]): Promise<AppliedChange[]> {
    if (storedSet.unsafe)
      throw new ApiError("project-read-only", { why: storedSet.unsafe, article: place.article });
    // Its files may be elsewhere by now, or in another store's hands.
    if (isClosed) throw new ApiError("article-missing", { article: place.article });
    const at = now();
    const seq = have.get(device) ?? 0;
    const records = changes.map(({ opId, change, step, carried: brought }, index) => ({
      v: schemaVersion,
      seq: seq + index + 1,
      revision: revision + index + 1,
      opId,
      at,
      change,
      ...(step && { step }),
      ...reachPart(brought),
    }));
    const setAfter = changes.reduce((before, { change }) => applied(before, change), set);
    if (!hasFolder) await makeFolder();
    hasFolder = true;
    await journal.append(records).catch(async (error: unknown) => {
      // Somebody has removed the folder.
      if (!(error instanceof ApiError) || error.detail.code !== "ENOENT") throw error;
      await makeFolder();
      await journal.append(records);
    });
    set = setAfter;
    revision += records.length;
    expected += changes.reduce((sum, { change }) => sum + growth(change), 0);
    have.set(device, seq + records.length);
    carried = joinReach(carried, ...records.map((record) => record.carried));
    const acknowledged = records.map(({ opId, revision, at }) => ({ opId, revision, at }));
    for (const appliedChange of acknowledged) answers.set(appliedChange.opId, appliedChange);
    folding.schedule(journal.length());
    await options.onSaved?.(seq + records.length);
    return acknowledged;
  }

  const folding = createFolding(queue, {
    begin: momentToKeep,
    stage: stageSnapshot,
    end: keepMoment,
    onFailed: options.onSnapshotFailed,
  });

  /** What a snapshot is to be made of; `null` where none is needed. */
  async function momentToKeep(): Promise<Moment | null> {
    if (storedSet.unsafe || isClosed || journal.unsaved().length === 0) return null;
    await fence();
    if (countOf(set) !== expected) {
      const file = basename(snapshotPath(place));
      throw new ApiError("storage-failed", { file, code: "COUNT", count: countOf(set), expected });
    }
    await holdUntouched();
    return { ...parts(), snapshots: snapshotCount };
  }

  /** The journal keeps what was saved since that moment. One that a newer snapshot has overtaken is given up. */
  async function keepMoment(moment: Moment, staged: StagedJson<SetFile>): Promise<void> {
    if (isClosed || moment.snapshots !== snapshotCount) return;
    await fence();
    await holdUntouched();
    await putSnapshot(moment, staged);
  }

  async function holdUntouched(): Promise<void> {
    if ((await touchedSnapshot()) !== null)
      throw new ApiError("storage-failed", { file: basename(snapshotPath(place)), code: touchedBefore });
  }

  async function reached(more: Reach): Promise<void> {
    const joinedReach = joinReach(carried, more);
    if (sameValue(joinedReach, carried)) return;
    const reachBefore = carried;
    carried = joinedReach;
    try {
      await makeFolder();
      await writeSnapshot();
    } catch (error) {
      carried = reachBefore;
      throw error;
    }
  }

  /** Gives the name under which the file that stood there is kept, if it held both sides of a conflict. */
  async function writeSnapshot(): Promise<string | null> {
    const currentParts = parts();
    return putSnapshot(currentParts, await stageSnapshot(currentParts, () => otherWork()));
  }

  /** `pause`: what is waited for between the parts of the work, each of which takes a while for a large set. */
  async function stageSnapshot(
    { set: of, ...facts }: SetFileParts,
    pause: () => Promise<unknown>,
  ): Promise<StagedJson<SetFile>> {
    const json = setToJson(of);
    await pause();
    const nextFile = setFileOfJson(json, facts);
    await pause();
    snapshots.expect(snapshotLeft);
    return snapshots.stage(nextFile, pause);
  }

  /** As `writeSnapshot`. */
  async function putSnapshot(of: SetFileParts, staged: StagedJson<SetFile>): Promise<string | null> {
    const asidePath = isMarked ? await setMarkedAside() : null;
    snapshots.expect(snapshotLeft);
    const { sha256 } = staged.data;
    // It may be there even when the write fails.
    if (!ground.hashes.includes(sha256)) ground = { ...ground, hashes: [...ground.hashes, sha256] };
    snapshotCount += 1;
    snapshotLeft = await staged.put();
    snapshot = staged.data;
    ground = { set: of.set, have: of.have, hashes: [sha256] };
    await journal.rotate(of.have.get(device) ?? 0);
    return asidePath;
  }

  async function setMarkedAside(): Promise<string | null> {
    const path = snapshotPath(place);
    const quarantinePath = (await statusIfAny(disk, path)) ? await quarantineFile(disk, root, path) : null;
    isMarked = false;
    snapshotLeft = null;
    return quarantinePath;
  }

  /** What others have made of the snapshot; `null`: nothing, or nothing but what synchronisation programs do to all files. */
  async function touchedSnapshot(): Promise<SeenSnapshot | null> {
    const path = snapshotPath(place);
    const currentStatus = await statusIfAny(disk, path).catch((error: unknown) => {
      throw writeError(error, path);
    });
    if (isUntouched(snapshotLeft, currentStatus)) return null;
    const seen = await seenSnapshot(disk, place, ground);
    if (seen.kind === "same") {
      snapshotLeft = seen.status;
      return null;
    }
    snapshotTouched = currentStatus;
    return seen;
  }

  async function outside(list: Disk["list"]): Promise<OutsideSet | null> {
    if (storedSet.unsafe) return null;
    const isJournalLost = !(await journal.isUnmodified());
    const seen = await touchedSnapshot();
    const journals = await othersJournals(list);
    if (!isJournalLost && !seen && !isMarked && journals.length === 0) return null;
    const state = { set, have, ground, unsaved: journal.unsaved(), device };
    return foundOutside(disk, place, state, {
      seen,
      isJournalLost,
      isMarked: isMarked || (isJournalLost && storedSet.marked.includes("journal")),
      journals,
    });
  }

  /** The journals of other machines that have grown since. */
  async function othersJournals(list: Disk["list"]): Promise<readonly OtherJournal[]> {
    const grown: OtherJournal[] = [];
    for (const otherJournal of await devicesOf({ status: disk.status, list }, place)) {
      if (otherJournal.device === device) continue;
      const statusBefore = others.get(otherJournal.device);
      if (statusBefore !== undefined && isUntouched(statusBefore, otherJournal.status)) continue;
      const records = await recordsAfter(
        disk,
        place,
        otherJournal.device,
        have.get(otherJournal.device) ?? 0,
      );
      if (records.length > 0) grown.push({ ...otherJournal, records });
      else others.set(otherJournal.device, otherJournal.status);
    }
    return grown;
  }

  async function settle(found: OutsideSet, keep: boolean): Promise<readonly string[]> {
    await makeFolder();
    const keptNames: string[] = [];
    if (found.isUnreadable || (keep && found.isSnapshotTouched)) {
      const path = snapshotPath(place);
      if (await statusIfAny(disk, path)) keptNames.push(await quarantineFile(disk, root, path));
      snapshotTouched = null;
    }
    for (const [of, seq] of found.have) if (of !== device && seq > (have.get(of) ?? 0)) have.set(of, seq);
    carried = joinReach(carried, found.carried);
    const lost = await journal.renew();
    if (lost !== null) keptNames.push(lost);
    if (found.isSnapshotTouched) snapshotLeft = snapshotTouched;
    if (found.isSnapshotTouched || found.have.size > 0 || isMarked) {
      const quarantinePath = await writeSnapshot();
      if (quarantinePath !== null) keptNames.push(quarantinePath);
    }
    return keptNames;
  }

  const parts = (): SetFileParts => {
    const recent = [...answers.values()].slice(-remembered);
    return { set, revision, have: new Map(have), carried, recent, before: snapshot };
  };
  const toFile = (): SetFile => setFileOf(parts());

  return {
    found: storedSet,
    unsafe: storedSet.unsafe,
    warnings: storedSet.warnings,
    set: () => set,
    revision: () => revision,
    carried: () => carried,
    parts,
    toFile,
    answerTo: (opId) => answers.get(opId),
    append: (changes) => queue.run(() => append(changes)),
    reached: (more) => queue.run(() => reached(more)),
    compact: folding.now,
    outside: (list = disk.list) => queue.run(() => outside(list)),
    versionIn: (path) =>
      queue.run(() =>
        versionIn(disk, place, path, { set, have, ground, unsaved: journal.unsaved(), device }),
      ),
    settle: (found, keep) => queue.run(() => settle(found, keep)),
    close: () =>
      folding.end(async () => {
        isClosed = true;
        await journal.close();
      }),
  };
}

function applied(set: AnnotationSet, change: Change): AnnotationSet {
  const setAfter = applyChange({ set, entities: tableOf<never>() }, withoutEntities(change)).set;
  assertSize(setAfter);
  return setAfter;
}
