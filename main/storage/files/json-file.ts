// One JSON file kept in memory by lowdb: changed by functions, one write after the other, and memory ahead of the disk only
// where that was asked for. What somebody else writes into the file meanwhile is never written over unseen: it is merged, or
// kept aside.
import { Low } from "lowdb";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { mergeRecord } from "../../../shared/merge/merge-record.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { type DurableJsonOptions, durableJson, touchedBefore } from "./durable-json.ts";
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
  /** `isMarked`: both sides of a conflict are in the file, which are one in `theirs`. */
  | { readonly kind: "changed"; readonly theirs: T; readonly isMarked: boolean }
  /** As it was found when it was opened: both sides of a conflict, which are in memory brought together. */
  | { readonly kind: "marked" }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable"; readonly error: ApiErrorData };

/** What an update found of somebody else and brought into what it wrote, or kept aside. */
export interface MergedChange<T> {
  readonly before: T;
  readonly outside: Outside<T>;
  readonly keptAs: string | null;
}

export interface JsonFile<T> {
  readonly data: () => T;
  /** False until the file has been there or has been written. */
  readonly exists: () => boolean;
  /** Whether both sides of a conflict are in the file. */
  readonly isMarked: () => boolean;
  /** Writes what the function makes of the data. Rejects, with data and file as they were, when that fails. */
  update(next: (data: T) => T): Promise<T>;
  /** Changes the data alone; the next `update` writes it. */
  amend(next: (data: T) => T): void;
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

/** Opens the file; `defaults` stand for one that is not there. Throws an `ApiError` when it cannot be understood. */
export async function openJsonFile<T extends object>(
  options: JsonFileOptions<T>,
  defaults: T,
): Promise<JsonFile<T>> {
  const adapter = durableJson(options);
  const low = new Low<T>(adapter, defaults);
  const queue = createQueue();
  const merge = options.merge ?? ((base, ours, theirs) => mergeRecord(base, ours, theirs).record);
  let exists = false;
  let isAmended = false;
  let safe = defaults;
  /** What the file says, as far as is known here: another than `safe` only while that is amended. */
  let onDisk = defaults;
  let absorbed: readonly MergedChange<T>[] = [];
  /** Whether the file holds both sides of a conflict, which were there when it was read. */
  let isMarked = false;
  /** Told and not yet dealt with. */
  let pending: Outside<T> | null = null;

  async function reload(): Promise<T> {
    const content = await readOrJoin();
    exists = content !== null;
    isAmended = false;
    safe = content ?? defaults;
    onDisk = safe;
    pending = isMarked ? { kind: "marked" } : null;
    return safe;
  }

  async function readOrJoin(): Promise<T | null> {
    isMarked = false;
    try {
      return await adapter.read();
    } catch (error) {
      const joinedContent = await joinedSides();
      if (joinedContent === null) throw error;
      isMarked = true;
      return joinedContent;
    }
  }

  async function joinedSides(): Promise<T | null> {
    const { sides, join } = options;
    const [first, ...rest] = join ? ((await sides?.()) ?? []) : [];
    return first !== undefined && join ? rest.reduce(join, first) : null;
  }

  async function outside(): Promise<Outside<T> | null> {
    if (!(await adapter.isUnmodified())) pending = await detectOutsideChange();
    return pending;
  }

  async function detectOutsideChange(): Promise<Outside<T> | null> {
    try {
      const theirContent = await adapter.read();
      if (theirContent === null) return exists ? { kind: "missing" } : null;
      return sameValue(theirContent, onDisk)
        ? null
        : { kind: "changed", theirs: theirContent, isMarked: false };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Nothing is known of what they were made from, so that nothing that is on either side may count as deleted.
      const theirContent = await joinedSides();
      if (isMarked && theirContent) {
        await reload();
        return pending;
      }
      if (theirContent) return { kind: "changed", theirs: theirContent, isMarked: true };
      // What cannot be read at this moment may be whole; what was read and made no sense says why.
      if (!("why" in error.detail)) throw error;
      return { kind: "unreadable", error: error.toData() };
    }
  }

  async function setAside(): Promise<string | null> {
    const name = (await options.setAside?.()) ?? null;
    if (name !== null) {
      adapter.expect(null);
      pending = null;
      isMarked = false;
    }
    return name;
  }

  async function write(next: (data: T) => T): Promise<T> {
    const contentBefore = safe;
    const ourContent = next(contentBefore);
    if (ourContent === contentBefore && exists && !isAmended) return contentBefore;
    for (let tried = 1; ; tried += 1) {
      const outsideChange = await outside();
      const theirContent = outsideChange?.kind === "changed" ? outsideChange.theirs : null;
      const mergedContent = theirContent ? merge(onDisk, ourContent, theirContent) : ourContent;
      let keptAs =
        outsideChange?.kind === "unreadable" || outsideChange?.kind === "marked" ? await setAside() : null;
      // At once: nobody may be there any more to look at it later.
      if (outsideChange?.kind === "changed" && outsideChange.isMarked)
        keptAs = (await options.copyAside?.()) ?? null;
      else if (theirContent && options.isWhole?.(onDisk, theirContent, mergedContent) === false)
        keptAs = (await options.keepAside?.(theirContent)) ?? null;
      if (theirContent) adapter.allowOverwrite();
      low.data = mergedContent;
      try {
        await low.write();
      } catch (error) {
        const isTouched = error instanceof ApiError && error.detail.code === touchedBefore;
        if (isTouched && tried < tries) continue;
        throw error;
      }
      if (outsideChange) absorbed = [...absorbed, { before: contentBefore, outside: outsideChange, keptAs }];
      pending = null;
      exists = true;
      isAmended = false;
      safe = mergedContent;
      onDisk = mergedContent;
      return mergedContent;
    }
  }

  async function putBack(): Promise<void> {
    adapter.allowOverwrite();
    low.data = safe;
    await low.write();
    pending = null;
    exists = true;
    isAmended = false;
    onDisk = safe;
  }

  await reload();
  return {
    data: () => safe,
    exists: () => exists,
    isMarked: () => isMarked,
    update: (next) => queue.run(() => write(next)),
    amend(next) {
      safe = next(safe);
      isAmended = true;
    },
    reload: () => queue.run(reload),
    outside: () => queue.run(outside),
    acknowledge() {
      adapter.allowOverwrite();
      pending = null;
    },
    rewrite: () => queue.run(putBack),
    setAside: () => queue.run(setAside),
    copyAside: () => queue.run(async () => (await options.copyAside?.()) ?? null),
    drainMerged() {
      const mergedChanges = absorbed;
      absorbed = [];
      return mergedChanges;
    },
  };
}
