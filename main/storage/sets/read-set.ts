// Reads one annotator's set of one article: the snapshot, and on top of it what the journals of all devices hold. Changes
// nothing on the disk. What cannot be read makes the set read-only, and is said.
import { basename, join } from "node:path";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { foldChange, type MergeConflict, type Removed } from "../../../shared/merge/merge-sets.ts";
import { inRevisionOrder } from "../../../shared/merge/order-records.ts";
import { type AnnotationSet, emptySet, setFromJson } from "../../../shared/model/annotation-set.ts";
import { applyChange, type Change, misfits } from "../../../shared/model/change.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { Disk } from "../files/disk.ts";
import { durableJson } from "../files/durable-json.ts";
import { leadsNowhere, orNull, readError } from "../files/storage-error.ts";
import { bothSides } from "../files/unreadable-json.ts";
import type { JournalOwner } from "./journal-format.ts";
import { joinReach, type Reach } from "./reach.ts";
import { type ReadJournal, readJournals } from "./read-journals.ts";
import {
  type AppliedChange,
  checkSetFile,
  isOfThisSet,
  joinSetFiles,
  type SetFile,
  setFile,
  setFileOf,
} from "./set-file.ts";

/** Whose set of what. `folder` is where its files lie. */
export interface SetPlace extends Omit<JournalOwner, "device"> {
  readonly folder: string;
}

export interface ReadSet {
  readonly set: AnnotationSet;
  readonly revision: number;
  readonly seqByDevice: ReadonlyMap<Id, number>;
  /** What of sets of earlier texts is in it. */
  readonly carried: Reach;
  /** The changes applied most recently, oldest first. */
  readonly applied: readonly AppliedChange[];
  readonly snapshot: SetFile | null;
  /** The set of the snapshot alone. */
  readonly snapshotSet: AnnotationSet;
  readonly journals: readonly ReadJournal[];
  /** Why it must not be written to; `null` when it may. */
  readonly unsafe: "damaged" | "newer" | null;
  /** When the backup was made from which the set comes, because its own files give less; `null` for no backup. */
  readonly copiedAt: string | null;
  /** Of a damaged set: whether what is here may replace its files, once their bytes are kept elsewhere. */
  readonly recoverable: boolean;
  readonly warnings: readonly ApiErrorData[];
  /** Which of its files hold both sides of a conflict that a version control program has left; here they are one. */
  readonly filesWithConflictMarkers: readonly ("snapshot" | "journal")[];
  /** What was changed differently on two machines of one person: what came first stays. */
  readonly conflicts: readonly MergeConflict[];
  /** What was acknowledged once and is not here, though nothing is wrong with the files that are; `null` for nothing. */
  readonly missing: MissingChanges | null;
}

export interface MissingChanges {
  readonly count: number;
  /** The set with what a copy of it has more; `null` where none has. */
  readonly copy: {
    readonly at: string;
    readonly set: AnnotationSet;
    readonly file: SetFile;
    /** Changes were made here since, so that what is here is not a part of it. */
    readonly isOther: boolean;
    /** How many of the missing changes it holds. */
    readonly held: number;
  } | null;
}

/** How many records of this device's journal are known to have been acknowledged. */
export interface LastRecord {
  readonly device: Id;
  readonly seq: number;
  /** Of when the copy was from which so many of them as could be were brought back; as long as no more are missing. */
  readonly broughtBack?: { readonly copiedAt: string; readonly count: number };
}

/** How many changes are remembered by their `opId` across snapshots. */
export const remembered = 200;

/** A snapshot that holds what was read. Where it came from, and what a later version wrote, stay. */
export function fileAsRead({ set, revision, seqByDevice, carried, applied, snapshot }: ReadSet): SetFile {
  return setFileOf({
    set,
    revision,
    seqByDevice,
    carried,
    recent: applied.slice(-remembered),
    before: snapshot,
  });
}

/** A backup of the set; asked for only when its own files are damaged, or hold less than was acknowledged. */
export type SecondSource = (
  /** Which copies will do; absent: the newest. */
  isWanted?: (file: SetFile) => boolean,
) => Promise<{ readonly at: string; readonly value: SetFile } | null>;

const noSource: SecondSource = async () => null;

type FilesOf = Pick<SetPlace, "folder" | "annotator">;

export const snapshotPath = ({ folder, annotator }: FilesOf): string => join(folder, `${annotator}.json`);

export const journalPath = ({ folder, annotator }: FilesOf, device: Id): string =>
  join(folder, `${annotator}.${device}.journal`);

/** Whose files lie in a folder of annotations. Throws an `ApiError` when it cannot be listed. */
export async function annotatorsWithFiles(disk: Disk, folder: string): Promise<ReadonlySet<Id>> {
  const annotatorIds = new Set<Id>();
  try {
    for (const { name } of await disk.list(folder)) {
      const [, id = ""] = /^([a-z2-7]+)\.(?:json|[a-z2-7]+\.journal(?:\.[1-9]\d*)?)$/.exec(name) ?? [];
      if (isId(id)) annotatorIds.add(id);
    }
  } catch (error) {
    if (!leadsNowhere(error)) throw readError(error, folder);
  }
  return annotatorIds;
}

export async function readSet(
  disk: Disk,
  place: SetPlace,
  secondSource: SecondSource = noSource,
  last: LastRecord | null = null,
): Promise<ReadSet> {
  const ownSet = await readOwnFiles(disk, place, last);
  if (ownSet.unsafe === "newer") return ownSet;
  if (ownSet.unsafe === null)
    return { ...ownSet, missing: last && (await missingChanges(disk, place, ownSet, last, secondSource)) };
  const better = await overCopy(disk, place, ownSet, secondSource, last);
  return better && better.revision >= ownSet.revision
    ? { ...ownSet, ...better, recoverable: ownSet.canBeReplaced }
    : ownSet;
}

/** The newest copy with what the journals hold beyond it; `null` where there is none of this life of the set. */
async function overCopy(
  disk: Disk,
  place: SetPlace,
  own: ReadSet,
  secondSource: SecondSource,
  last: LastRecord | null,
) {
  const copy = await secondSource();
  if (!copy || copy.value.schemaVersion > schemaVersion || isOfLifeBefore(copy.value, own.journals))
    return null;
  const journals = (await orNull(() => readJournals(disk, place, seqByDeviceIn(copy.value)))) ?? [];
  return { ...replay(copy.value, place, journals, last), journals, copiedAt: copy.at };
}

/**
 * What is missing of this device's journal, with the newest copy that holds something that what is here does not, whatever was copied or
 * done since; `null` where nothing is.
 */
async function missingChanges(
  disk: Disk,
  place: SetPlace,
  own: ReadSet,
  { device, seq, broughtBack }: LastRecord,
  secondSource: SecondSource,
): Promise<MissingChanges | null> {
  const count = seq - (own.seqByDevice.get(device) ?? 0);
  if (count <= 0) return null;
  const appliedOpIds = new Set(own.applied.map(({ opId }) => opId));
  // What came before it is not remembered by name.
  const firstRevision = own.applied[0]?.revision ?? 0;
  const isMore = ({ recent, schemaVersion: form }: SetFile): boolean =>
    form <= schemaVersion &&
    recent.some(({ opId, revision }) => revision >= firstRevision && !appliedOpIds.has(opId));
  const copy = await secondSource(isMore);
  const isHere = broughtBack && count <= broughtBack.count && copy && copy.at <= broughtBack.copiedAt;
  if (!copy || isHere) return { count, copy: null };
  const copiedOpIds = new Set(copy.value.recent.map(({ opId }) => opId));
  // Once others have come after those that went, what is here is no part of the copy, and its numbers mean something else.
  const since = [...own.applied].reverse().findIndex(({ opId }) => copiedOpIds.has(opId));
  const isOther = since !== 0 && own.applied.length > 0;
  const journals = isOther
    ? []
    : ((await orNull(() => readJournals(disk, place, seqByDeviceIn(copy.value)))) ?? []);
  const replayed = replay(copy.value, place, journals, null);
  const knownSeq = (own.seqByDevice.get(device) ?? 0) - (since < 0 ? own.applied.length : since);
  const heldCount = Math.min(count, Math.max(0, (replayed.seqByDevice.get(device) ?? 0) - knownSeq));
  const file = fileAsRead({ ...own, ...replayed });
  return { count, copy: { at: copy.at, set: replayed.set, file, isOther, held: heldCount } };
}

/**
 * Whether the journals hold other changes by the numbers that the copy has: then the article was deleted since and came back from a
 * version, and what its journals hold now is all that there is.
 */
function isOfLifeBefore({ recent, have }: SetFile, journals: readonly ReadJournal[]): boolean {
  const recentOpIds = new Set(recent.map(({ opId }) => opId));
  const firstRevision = recent[0]?.revision ?? Number.POSITIVE_INFINITY;
  const shared = journals.flatMap(({ device, records }) =>
    records.filter(({ seq, revision }) => seq <= (have[device] ?? 0) && revision >= firstRevision),
  );
  return shared.length > 0 && shared.every(({ opId }) => !recentOpIds.has(opId));
}

/** What is wrong with a set's own files. */
interface Faults {
  readonly warnings: ApiErrorData[];
  /** What cannot be read at this moment may be whole: only what was read and made no sense may ever be replaced. */
  canBeReplaced: boolean;
  unsafe: ReadSet["unsafe"];
  readonly filesWithConflictMarkers: ("snapshot" | "journal")[];
  /** Between the sides of a snapshot with conflict markers. */
  readonly conflicts: MergeConflict[];
}

async function readOwnFiles(
  disk: Disk,
  place: SetPlace,
  last: LastRecord | null,
): Promise<ReadSet & { readonly canBeReplaced: boolean }> {
  const faults: Faults = {
    warnings: [],
    canBeReplaced: true,
    unsafe: null,
    filesWithConflictMarkers: [],
    conflicts: [],
  };
  const snapshot = await readOrJoinSnapshot(disk, place, faults);
  const journals = await readOrSkipJournals(disk, place, snapshot, faults);
  const replayed = replay(snapshot, place, journals, last);
  noteLostTails(place, journals, replayed.seqByDevice, last, faults);
  const { warnings, canBeReplaced, unsafe, filesWithConflictMarkers } = faults;
  if (replayed.conflicts.length > 0) {
    const { article } = place;
    warnings.push(new ApiError("changes-crossed", { article, count: replayed.conflicts.length }).toData());
  }
  const recoverable = canBeReplaced && replayed.revision > 0;
  const conflicts = [...faults.conflicts, ...replayed.conflicts];
  return {
    ...replayed,
    conflicts,
    filesWithConflictMarkers,
    snapshot,
    journals,
    unsafe,
    copiedAt: null,
    recoverable,
    canBeReplaced,
    warnings,
    missing: null,
  };
}

async function readOrJoinSnapshot(disk: Disk, place: SetPlace, faults: Faults): Promise<SetFile | null> {
  let snapshot: SetFile | null = null;
  try {
    snapshot = await readSnapshot(disk, place);
  } catch (error) {
    const joinedSides = await joinedSnapshot(disk, place);
    if (!joinedSides) noteDamage(place, faults, error);
    else {
      snapshot = joinedSides.file;
      faults.conflicts.push(...joinedSides.conflicts);
      noteConflictMarkers(place, faults, "snapshot", snapshotPath(place));
    }
  }
  if (snapshot && snapshot.schemaVersion > schemaVersion) faults.unsafe = "newer";
  return snapshot;
}

async function readOrSkipJournals(
  disk: Disk,
  place: SetPlace,
  snapshot: SetFile | null,
  faults: Faults,
): Promise<readonly ReadJournal[]> {
  let journals: readonly ReadJournal[] = [];
  try {
    journals = await readJournals(disk, place, seqByDeviceIn(snapshot));
  } catch (error) {
    noteDamage(place, faults, error);
  }
  if (journals.some(({ isNewer }) => isNewer)) faults.unsafe ??= "newer";
  for (const { problem } of journals) if (problem) noteDamage(place, faults, problem);
  for (const { hasConflictMarkers, device } of journals)
    if (hasConflictMarkers) noteConflictMarkers(place, faults, "journal", journalPath(place, device));
  return journals;
}

function noteDamage({ article }: SetPlace, faults: Faults, error: unknown): void {
  if (!(error instanceof ApiError)) throw error;
  faults.canBeReplaced &&= error.problem === "set-damaged";
  faults.warnings.push(
    new ApiError("set-damaged", { ...error.detail, article, cause: error.problem }).toData(),
  );
  faults.unsafe ??= "damaged";
}

function noteConflictMarkers(
  { article }: SetPlace,
  faults: Faults,
  what: "snapshot" | "journal",
  path: string,
): void {
  faults.filesWithConflictMarkers.push(what);
  faults.warnings.push(new ApiError("file-in-conflict", { file: basename(path), article }).toData());
}

function noteLostTails(
  place: SetPlace,
  journals: readonly ReadJournal[],
  seqByDevice: ReadonlyMap<Id, number>,
  last: LastRecord | null,
  { warnings }: Faults,
): void {
  /** Of this device it may be known that all of it is in the snapshot; what another sends may be on its way. */
  const isHarmless = (device: Id): boolean =>
    last !== null && (last.device !== device || (last.seq > 0 && last.seq <= (seqByDevice.get(device) ?? 0)));
  for (const { device, lostTail } of journals)
    if (lostTail === "line" || (lostTail === "all" && !isHarmless(device))) {
      const file = basename(journalPath(place, device));
      warnings.push(new ApiError("set-damaged", { file, why: "tail", article: place.article }).toData());
    }
}

/** `null` when there is none yet. Throws `set-damaged`. */
export async function readSnapshot(disk: Disk, place: SetPlace): Promise<SetFile | null> {
  const path = snapshotPath(place);
  const file = await durableJson({ disk, path, schema: setFile, damaged: "set-damaged" }).read();
  if (!file) return null;
  const { article, annotator, textHash } = place;
  // What a newer version counts and hashes is not for this one to judge.
  if (file.schemaVersion <= schemaVersion)
    checkSetFile(file, { articleId: article, annotatorId: annotator, textHash });
  return file;
}

/** Of one with the marks of a conflict, both sides as one; `null` for one without, or where a side makes no sense. */
async function joinedSnapshot(disk: Disk, place: SetPlace): Promise<ReturnType<typeof joinSetFiles> | null> {
  const options = { disk, path: snapshotPath(place), schema: setFile, damaged: "set-damaged" } as const;
  const [first, second] = await bothSides(options);
  if (!first || !second) return null;
  const isFit = [first, second].every(
    (file) => file.schemaVersion <= schemaVersion && isOfThisSet(file, place),
  );
  return isFit ? joinSetFiles(first, second) : null;
}

function seqByDeviceIn(snapshot: SetFile | null): ReadonlyMap<Id, number> {
  return new Map(Object.entries(snapshot?.have ?? {}).filter(([device]) => isId(device)));
}

/** A change without the part that lives in the project's registry. */
export function withoutEntities({ entities: _entities, ...change }: Change): Change {
  return change;
}

/**
 * `last`: of this device, whose numbers go on behind a gap. Of another one what is missing before a gap may still come, and is then not
 * known yet.
 */
function replay(
  snapshot: SetFile | null,
  place: SetPlace,
  journals: readonly ReadJournal[],
  last: LastRecord | null,
) {
  const { article, annotator, textHash } = place;
  let replayedSet = snapshot
    ? setFromJson(snapshot)
    : emptySet({ articleId: article, annotatorId: annotator, textHash });
  const snapshotSet = replayedSet;
  let revision = snapshot?.revision ?? 0;
  const seqByDevice = new Map(seqByDeviceIn(snapshot));
  const applied = [...(snapshot?.recent ?? [])];
  let reach = joinReach(snapshot?.carried);
  const conflicts: MergeConflict[] = [];
  const removed: Removed = new Map();
  // Of one machine each change was made on what the one before it left.
  const isAlone = journals.filter(({ records }) => records.length > 0).length <= 1;
  for (const { device, record } of inRevisionOrder(journals)) {
    const change = withoutEntities(record.change);
    const state = { set: replayedSet, entities: tableOf<never>() };
    if (isAlone && misfits(state, change).length === 0) replayedSet = applyChange(state, change).set;
    else {
      const folded = foldChange(state, change, removed);
      replayedSet = folded.annotations.set;
      for (const conflict of folded.conflicts) conflicts.push(conflict);
    }
    revision += 1;
    const knownSeq = seqByDevice.get(device) ?? 0;
    if (device === last?.device || record.seq <= knownSeq + 1)
      seqByDevice.set(device, Math.max(record.seq, knownSeq));
    applied.push({ opId: record.opId, revision: record.revision, at: record.at });
    if (record.carried) reach = joinReach(reach, record.carried);
  }
  return { set: replayedSet, snapshotSet, revision, seqByDevice, carried: reach, applied, conflicts };
}
