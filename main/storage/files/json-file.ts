// One JSON file kept in memory by lowdb: changed by functions, one write after the other, and memory ahead of the disk only
// where that was asked for. What somebody else writes into the file meanwhile is never written over unseen: it is merged, or
// kept aside.
import { Low } from "lowdb";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { mergeRecord } from "../../../shared/merge/merge.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { type DurableJson, type DurableJsonOptions, durableJson, touchedBefore } from "./durable-json.ts";
import { createQueue } from "./queue.ts";

export interface JsonFileOptions<T> extends DurableJsonOptions<T> {
  /** What becomes of a file that both sides changed since it was `base`; absent: part by part, and ours where both did. */
  merge?(base: T, ours: T, theirs: T): T;
  /** Whether all that they changed since it was `base` is in what is written; absent: it is. */
  isWhole?(base: T, theirs: T, after: T): boolean;
  /** Keeps what is not whole under another name, and gives that. */
  keepAside?(theirs: T): Promise<string>;
  /** Both sides of a file in which a version control program has left its marks; absent: it cannot be understood. */
  sides?(): Promise<readonly T[]>;
  /** Brings such sides together where nothing is known of what they were made from. */
  join?(first: T, second: T): T;
  /** Moves a file that cannot be understood out of the way, and gives its new name; absent: it is never written over. */
  setAside?(): Promise<string>;
  /** Keeps a copy of the file as it stands, and gives its name. */
  copyAside?(): Promise<string | null>;
}

/** How somebody else has left the file. */
export type Outside<T> =
  /** `hasConflictMarkers`: both sides of a conflict are in the file, which are one in `theirs`. */
  | { readonly kind: "changed"; readonly theirs: T; readonly hasConflictMarkers: boolean }
  /** As it was found when it was opened: both sides of a conflict, which are in memory brought together. */
  | { readonly kind: "conflicted" }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable"; readonly error: ApiErrorData };

/** What an update found of somebody else and brought into what it wrote, or kept aside. */
interface MergedChange<T> {
  readonly before: T;
  readonly outside: Outside<T>;
  readonly keptAs: string | null;
}

export interface JsonFile<T> {
  readonly data: () => T;
  /** False until the file has been there or has been written. */
  readonly exists: () => boolean;
  /** Whether both sides of a conflict are in the file. */
  readonly hasConflictMarkers: () => boolean;
  /** Writes what the function makes of the data. Rejects, with data and file as they were, when that fails. */
  update(next: (data: T) => T): Promise<T>;
  /** Changes the data alone; the next `update` writes it. */
  setInMemory(next: (data: T) => T): void;
  /** Takes in what stands in the file now. */
  reload(): Promise<T>;
  /**
   * What somebody else has made of the file since it was read or written here; `null`: nothing. Changes nothing, and tells
   * the same until something is done about it.
   */
  outside(): Promise<Outside<T> | null>;
  /** All that `outside` has told is dealt with: the next update writes over it. */
  acknowledge(): void;
  /** Writes what is in memory over what `outside` has found, which is known or kept elsewhere. */
  rewrite(): Promise<void>;
  /** Keeps the file as it stands under another name, and gives that; `null` where there is none. */
  setAside(): Promise<string | null>;
  /** The same, and leaves the file where it is. */
  copyAside(): Promise<string | null>;
  /** What updates have found since this was last asked. */
  drainMerged(): readonly MergedChange<T>[];
}

/** How often an update is tried again when somebody else writes the file at the same moment. */
const tries = 5;

interface JsonFileState<T extends object> {
  readonly options: JsonFileOptions<T>;
  readonly defaults: T;
  readonly adapter: DurableJson<T>;
  readonly low: Low<T>;
  exists: boolean;
  isAmended: boolean;
  safe: T;
  /** What the file says, as far as is known here: another than `safe` only while that is amended. */
  onDisk: T;
  mergedChanges: readonly MergedChange<T>[];
  /** Whether the file holds both sides of a conflict, which were there when it was read. */
  hasConflictMarkers: boolean;
  /** Told and not yet dealt with. */
  pending: Outside<T> | null;
}

/** Opens the file; `defaults` stand for one that is not there. Throws an `ApiError` when it cannot be understood. */
export async function openJsonFile<T extends object>(
  options: JsonFileOptions<T>,
  defaults: T,
): Promise<JsonFile<T>> {
  const adapter = durableJson(options);
  const file: JsonFileState<T> = {
    options,
    defaults,
    adapter,
    low: new Low<T>(adapter, defaults),
    exists: false,
    isAmended: false,
    safe: defaults,
    onDisk: defaults,
    mergedChanges: [],
    hasConflictMarkers: false,
    pending: null,
  };
  const queue = createQueue();
  await reload(file);
  return {
    data: () => file.safe,
    exists: () => file.exists,
    hasConflictMarkers: () => file.hasConflictMarkers,
    update: (next) => queue.run(() => write(file, next)),
    setInMemory(next) {
      file.safe = next(file.safe);
      file.isAmended = true;
    },
    reload: () => queue.run(() => reload(file)),
    outside: () => queue.run(() => outside(file)),
    acknowledge() {
      adapter.allowOverwrite();
      file.pending = null;
    },
    rewrite: () => queue.run(() => rewrite(file)),
    setAside: () => queue.run(() => setAside(file)),
    copyAside: () => queue.run(async () => (await file.options.copyAside?.()) ?? null),
    drainMerged() {
      const mergedChanges = file.mergedChanges;
      file.mergedChanges = [];
      return mergedChanges;
    },
  };
}

async function reload<T extends object>(file: JsonFileState<T>): Promise<T> {
  const content = await readOrJoin(file);
  file.exists = content !== null;
  file.isAmended = false;
  file.safe = content ?? file.defaults;
  file.onDisk = file.safe;
  file.pending = file.hasConflictMarkers ? { kind: "conflicted" } : null;
  return file.safe;
}

async function readOrJoin<T extends object>(file: JsonFileState<T>): Promise<T | null> {
  file.hasConflictMarkers = false;
  try {
    return await file.adapter.read();
  } catch (error) {
    const joinedContent = await joinedSides(file);
    if (joinedContent === null) throw error;
    file.hasConflictMarkers = true;
    return joinedContent;
  }
}

async function joinedSides<T extends object>(file: JsonFileState<T>): Promise<T | null> {
  const { sides, join } = file.options;
  const [first, ...rest] = join ? ((await sides?.()) ?? []) : [];
  return first !== undefined && join ? rest.reduce(join, first) : null;
}

async function outside<T extends object>(file: JsonFileState<T>): Promise<Outside<T> | null> {
  if (!(await file.adapter.isUnmodified())) file.pending = await detectOutsideChange(file);
  return file.pending;
}

async function detectOutsideChange<T extends object>(file: JsonFileState<T>): Promise<Outside<T> | null> {
  try {
    const theirContent = await file.adapter.read();
    if (theirContent === null) return file.exists ? { kind: "missing" } : null;
    return sameValue(theirContent, file.onDisk)
      ? null
      : { kind: "changed", theirs: theirContent, hasConflictMarkers: false };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Nothing is known of what they were made from, so that nothing that is on either side may count as deleted.
    const theirContent = await joinedSides(file);
    if (file.hasConflictMarkers && theirContent) {
      await reload(file);
      return file.pending;
    }
    if (theirContent) return { kind: "changed", theirs: theirContent, hasConflictMarkers: true };
    // What cannot be read at this moment may be whole; what was read and made no sense says why.
    if (!("why" in error.detail)) throw error;
    return { kind: "unreadable", error: error.toData() };
  }
}

async function setAside<T extends object>(file: JsonFileState<T>): Promise<string | null> {
  const name = (await file.options.setAside?.()) ?? null;
  if (name !== null) {
    file.adapter.setExpectedStatus(null);
    file.pending = null;
    file.hasConflictMarkers = false;
  }
  return name;
}

async function write<T extends object>(file: JsonFileState<T>, next: (data: T) => T): Promise<T> {
  const { merge = mergeParts } = file.options;
  const contentBefore = file.safe;
  const ourContent = next(contentBefore);
  if (ourContent === contentBefore && file.exists && !file.isAmended) return contentBefore;
  for (let tried = 1; ; tried += 1) {
    const outsideChange = await outside(file);
    const theirContent = outsideChange?.kind === "changed" ? outsideChange.theirs : null;
    const mergedContent = theirContent ? merge(file.onDisk, ourContent, theirContent) : ourContent;
    let keptAs =
      outsideChange?.kind === "unreadable" || outsideChange?.kind === "conflicted"
        ? await setAside(file)
        : null;
    // At once: nobody may be there any more to look at it later.
    if (outsideChange?.kind === "changed" && outsideChange.hasConflictMarkers)
      keptAs = (await file.options.copyAside?.()) ?? null;
    else if (theirContent && file.options.isWhole?.(file.onDisk, theirContent, mergedContent) === false)
      keptAs = (await file.options.keepAside?.(theirContent)) ?? null;
    if (theirContent) file.adapter.allowOverwrite();
    file.low.data = mergedContent;
    try {
      await file.low.write();
    } catch (error) {
      const isTouched = error instanceof ApiError && error.detail.code === touchedBefore;
      if (isTouched && tried < tries) continue;
      throw error;
    }
    if (outsideChange)
      file.mergedChanges = [...file.mergedChanges, { before: contentBefore, outside: outsideChange, keptAs }];
    file.pending = null;
    file.exists = true;
    file.isAmended = false;
    file.safe = mergedContent;
    file.onDisk = mergedContent;
    return mergedContent;
  }
}

const mergeParts = <T extends object>(base: T, ours: T, theirs: T): T =>
  mergeRecord(base, ours, theirs).record;

async function rewrite<T extends object>(file: JsonFileState<T>): Promise<void> {
  file.adapter.allowOverwrite();
  file.low.data = file.safe;
  await file.low.write();
  file.pending = null;
  file.exists = true;
  file.isAmended = false;
  file.onDisk = file.safe;
}
