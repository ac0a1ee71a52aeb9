// One JSON file kept in memory by lowdb: changed by functions, one write after the other, and memory ahead of the disk only
// where that was asked for.
import { Low } from "lowdb";
import { type DurableJsonOptions, durableJson } from "./durable-json.ts";
import { createQueue } from "./queue.ts";

export interface JsonFile<T> {
  readonly data: () => T;
  /** False until the file has been there or has been written. */
  readonly exists: () => boolean;
  /** Writes what the function makes of the data. Rejects, with data and file as they were, when that fails. */
  update(next: (data: T) => T): Promise<T>;
  /** Changes the data alone; the next `update` writes it. */
  amend(next: (data: T) => T): void;
  /** Takes in what stands in the file now. */
  reload(): Promise<T>;
}

/** Opens the file; `defaults` stand for one that is not there. Throws an `ApiError` when it cannot be understood. */
export async function openJsonFile<T extends object>(
  options: DurableJsonOptions<T>,
  defaults: T,
): Promise<JsonFile<T>> {
  const adapter = durableJson(options);
  const low = new Low<T>(adapter, defaults);
  const queue = createQueue();
  let exists = false;
  let isAmended = false;
  let safe = defaults;

  async function reload(): Promise<T> {
    const read = await adapter.read();
    exists = read !== null;
    isAmended = false;
    safe = read ?? defaults;
    return safe;
  }

  async function write(next: (data: T) => T): Promise<T> {
    const after = next(safe);
    if (after === safe && exists && !isAmended) return safe;
    low.data = after;
    await low.write();
    exists = true;
    isAmended = false;
    safe = after;
    return after;
  }

  await reload();
  return {
    data: () => safe,
    exists: () => exists,
    update: (next) => queue.run(() => write(next)),
    amend(next) {
      safe = next(safe);
      isAmended = true;
    },
    reload: () => queue.run(reload),
  };
}
