// Versions of an open set that others have put among its files: a snapshot that a synchronisation program, an editor or a version control
// program has put in the place of ours, and the journals of this person's other machines. Each is a version of the set beside ours, told
// with what it was made from, as far as that is known.
import { join } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { foldChange, type Removed } from "../../../shared/merge/merge-sets.ts";
import { type AnnotationSet, type Annotations, setFromJson } from "../../../shared/model/annotation-set.ts";
import { applyChange, invertChange } from "../../../shared/model/change.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Disk, FileStatus } from "../files/disk.ts";
import { readDurable, statusIfAny } from "../files/durable-file.ts";
import { durableJson } from "../files/durable-json.ts";
import { isMissing } from "../files/storage-error.ts";
import { bothSides } from "../files/unreadable-json.ts";
import { decodeJournal, type JournalRecord } from "./journal-format.ts";
import { joinReach, type Reach } from "./reach.ts";
import { readJournals } from "./read-journals.ts";
import { type SetPlace, snapshotPath, withoutEntities } from "./read-set.ts";
import { checkSetFile, isOfThisSet, type SetFile, setFile } from "./set-file.ts";

/** A version of the set that is not ours. `base`: what both come from; `null` where that is not known. */
export interface OutsideVersion {
  readonly base: AnnotationSet | null;
  readonly theirs: AnnotationSet;
}

export interface OutsideSet {
  readonly versions: readonly OutsideVersion[];
  /** Of other machines' journals, what is in these versions. */
  readonly seqByDevice: ReadonlyMap<Id, number>;
  /** What of sets of earlier texts is in these versions. */
  readonly carried: Reach;
  readonly isSnapshotTouched: boolean;
  /** The snapshot is gone. */
  readonly isMissing: boolean;
  /** The snapshot makes no sense. */
  readonly isUnreadable: boolean;
  /** Its files hold both sides of a conflict, as they did when it was opened. */
  readonly hasConflictMarkers: boolean;
  /** The own journal is gone, or is not as it was left. */
  readonly isJournalLost: boolean;
}

/** A state of the set of which a snapshot was written, with the records it holds. */
export interface MergeBase {
  readonly set: AnnotationSet;
  readonly seqByDevice: ReadonlyMap<Id, number>;
  /** Of the snapshot, and of one that may have been written; none where there is none. */
  readonly hashes: readonly string[];
}

export interface ReadSetState {
  readonly set: AnnotationSet;
  readonly seqByDevice: ReadonlyMap<Id, number>;
  readonly mergeBase: MergeBase;
  /** This machine's records since then. */
  readonly unsaved: readonly JournalRecord[];
  readonly device: Id;
}

export interface OtherJournal {
  readonly device: Id;
  readonly status: FileStatus;
  readonly records: readonly JournalRecord[];
}

export type SeenSnapshot =
  | { readonly kind: "same"; readonly status: FileStatus | null }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "changed"; readonly files: readonly SetFile[] };

const nowhere = { entities: tableOf<never>() };

/** What stands in the place of our snapshot. Throws an `ApiError` where it cannot be read at this moment, or is newer. */
export async function seenSnapshot(disk: Disk, place: SetPlace, mergeBase: MergeBase): Promise<SeenSnapshot> {
  const path = snapshotPath(place);
  const options = { disk, path, schema: setFile, damaged: "set-damaged" } as const;
  const status = await statusIfAny(disk, path);
  if (status === null) return mergeBase.hashes.length === 0 ? { kind: "same", status } : { kind: "missing" };
  try {
    const file = await durableJson(options).read();
    if (file === null) return { kind: "missing" };
    if (file.schemaVersion > schemaVersion)
      throw new ApiError("project-newer", { version: file.schemaVersion, supported: schemaVersion });
    if (!isOfThisSet(file, place)) return { kind: "unreadable" };
    return isOurs(file, place, mergeBase) ? { kind: "same", status } : { kind: "changed", files: [file] };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const sides = (await bothSides(options)).filter((file) => isOfThisSet(file, place));
    if (sides.length > 0) return { kind: "changed", files: sides };
    if (!("why" in error.detail)) throw error;
    return { kind: "unreadable" };
  }
}

function isOurs(file: SetFile, place: SetPlace, mergeBase: MergeBase): boolean {
  try {
    const { article: articleId, annotator: annotatorId, textHash } = place;
    checkSetFile(file, { articleId, annotatorId, textHash });
  } catch {
    return false;
  }
  return mergeBase.hashes.includes(file.sha256);
}

export async function foundOutside(
  disk: Disk,
  place: SetPlace,
  state: ReadSetState,
  found: {
    readonly seen: SeenSnapshot | null;
    readonly isJournalLost: boolean;
    readonly hasConflictMarkers: boolean;
    readonly journals: readonly OtherJournal[];
  },
): Promise<OutsideSet> {
  const { seen, isJournalLost, hasConflictMarkers, journals } = found;
  const versions: OutsideVersion[] = [];
  const seqByDevice = new Map<Id, number>();
  let carriedReach: Reach = {};
  const reach = (device: Id, seq: number): void => {
    seqByDevice.set(device, Math.max(seq, seqByDevice.get(device) ?? 0));
  };
  for (const file of seen?.kind === "changed" ? seen.files : []) {
    versions.push({ base: await baseOf(disk, place, state, file), theirs: setFromJson(file) });
    carriedReach = joinReach(carriedReach, file.carried);
    for (const [device, seq] of Object.entries(file.have)) if (isId(device)) reach(device, seq);
  }
  for (const { device, records } of journals) {
    const knownSeq = Math.max(state.seqByDevice.get(device) ?? 0, seqByDevice.get(device) ?? 0);
    const fresh = records.filter(({ seq }) => seq > knownSeq);
    if (fresh.length === 0) continue;
    // Each record holds what it was made from, so the version is ours with theirs on top.
    versions.push({ base: state.set, theirs: folded(state.set, fresh) });
    reach(device, fresh.at(-1)?.seq ?? knownSeq);
    carriedReach = joinReach(carriedReach, ...fresh.map((record) => record.carried));
  }
  seqByDevice.delete(state.device);
  return {
    versions,
    seqByDevice,
    carried: carriedReach,
    isSnapshotTouched: seen !== null,
    isMissing: seen?.kind === "missing",
    isUnreadable: seen?.kind === "unreadable",
    isJournalLost,
    hasConflictMarkers,
  };
}

function folded(from: AnnotationSet, records: readonly JournalRecord[]): AnnotationSet {
  const removed: Removed = new Map();
  let foldedSet = from;
  for (const { change } of records)
    foldedSet = foldChange({ set: foldedSet, ...nowhere }, withoutEntities(change), removed).annotations.set;
  return foldedSet;
}

/**
 * What their snapshot and our set both come from: our last snapshot and those of our records since that theirs holds, or the
 * same with records taken back that theirs does not know. `null` where the records are not there any more.
 */
async function baseOf(
  disk: Disk,
  place: SetPlace,
  { mergeBase, unsaved, device }: ReadSetState,
  file: SetFile,
): Promise<AnnotationSet | null> {
  const knownSeq = file.have[device] ?? 0;
  const reached = mergeBase.seqByDevice.get(device) ?? 0;
  const isFromElsewhere = [...mergeBase.seqByDevice].some(
    ([of, seq]) => of !== device && (file.have[of] ?? 0) < seq,
  );
  if (isFromElsewhere) return null;
  let base: Annotations = { set: mergeBase.set, ...nowhere };
  if (knownSeq >= reached) {
    for (const { seq, change } of unsaved)
      if (seq <= knownSeq) base = applyChange(base, withoutEntities(change));
    return base.set;
  }
  const since = (await recordsAfter(disk, place, device, knownSeq)).filter(({ seq }) => seq <= reached);
  if (since.length < reached - knownSeq) return null;
  for (const { change } of since.toReversed())
    base = applyChange(base, invertChange(withoutEntities(change)));
  return base.set;
}

/** The records of a machine's journal after `known`, up to the first that is missing or cannot be read: it may still come. */
export async function recordsAfter(
  disk: Disk,
  place: SetPlace,
  device: Id,
  known: number,
): Promise<readonly JournalRecord[]> {
  const journals = await readJournals(disk, place, new Map([[device, known]]));
  const journal = journals.find((one) => one.device === device);
  return journal?.records.slice(0, journal.sound) ?? [];
}

/** The present journals of this set, by machine. */
export async function devicesOf(
  disk: Pick<Disk, "status" | "list">,
  { folder, annotator }: SetPlace,
): Promise<readonly Omit<OtherJournal, "records">[]> {
  const otherJournals: Omit<OtherJournal, "records">[] = [];
  try {
    for (const { name, kind } of await disk.list(folder)) {
      const [, by, device = ""] = /^([a-z2-7]+)\.([a-z2-7]+)\.journal$/.exec(name) ?? [];
      if (kind !== "file" || by !== annotator || !isId(device)) continue;
      const status = await statusIfAny(disk, join(folder, name));
      if (status) otherJournals.push({ device, status });
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return otherJournals;
}

/** The version of the set in a copy of its snapshot or of one of its journals; `null` where the file is of another set. */
export async function versionIn(
  disk: Disk,
  place: SetPlace,
  path: string,
  state: ReadSetState,
): Promise<OutsideVersion | null> {
  if (path.endsWith(".journal")) return versionInJournal(disk, place, path, state);
  const file = await durableJson({ disk, path, schema: setFile, damaged: "set-damaged" }).read();
  if (!file || !isOfThisSet(file, place)) return null;
  return { base: await baseOf(disk, place, state, file), theirs: setFromJson(file) };
}

/** Ours with those records on top that are in none of the set's own journals. */
async function versionInJournal(
  disk: Disk,
  place: SetPlace,
  path: string,
  state: ReadSetState,
): Promise<OutsideVersion | null> {
  const bytes = await readDurable(disk, path, limits.jsonBytes);
  const { header, records } = decodeJournal(bytes ?? new Uint8Array());
  const isOwn = (["project", "article", "annotator", "textHash"] as const).every(
    (key) => header?.[key] === place[key],
  );
  if (!header || !isOwn) return null;
  const recordedOpIds = new Set((await recordsAfter(disk, place, header.device, 0)).map(({ opId }) => opId));
  // Older ones than any that is kept are in the set.
  const reached = state.seqByDevice.get(header.device) ?? 0;
  const fresh = records.filter(
    ({ opId, seq }) => !recordedOpIds.has(opId) && (recordedOpIds.size > 0 || seq > reached),
  );
  return { base: state.set, theirs: folded(state.set, fresh) };
}
