// Deals with JSON files that cannot be read as they stand: a version control program has left both sides of a conflict in them, or
// they make no sense and stand in the way of one that takes their place.
import { ApiError } from "../../../shared/errors/errors.ts";
import { sidesOfConflict } from "../../../shared/merge/conflict-markers.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { decodeUtf8, readDurable } from "./durable-file.ts";
import { type DurableJsonOptions, durableJson, parseJson } from "./durable-json.ts";
import { quarantineFile } from "./quarantine.ts";
import { orNull } from "./storage-error.ts";

/** Those sides that can be read; none of a file without such marks. */
export async function bothSides<T>(options: DurableJsonOptions<T>): Promise<readonly T[]> {
  const bytes = await orNull(() => readDurable(options.disk, options.path, limits.jsonBytes));
  const text = bytes && decodeUtf8(bytes);
  const sides = text ? sidesOfConflict(text) : null;
  if (!sides) return [];
  const parsedSides = await Promise.all(
    sides.map((side) => orNull(async () => parseJson(Buffer.from(side, "utf8"), options))),
  );
  // One side alone would let the other be forgotten.
  return parsedSides.every((side) => side !== null) ? (parsedSides as readonly T[]) : [];
}

/** What the file says, or with marks its first side. `null` where there is none. Throws what `durableJson` does. */
export async function readOrFirstSide<T>(options: DurableJsonOptions<T>): Promise<T | null> {
  try {
    return await durableJson(options).read();
  } catch (error) {
    const [first] = await bothSides(options);
    if (first === undefined) throw error;
    return first;
  }
}

/**
 * Moves a file that was read and makes no sense to the quarantine, so that another can take its place; one that can be read, is not
 * there, or cannot be read at this moment stays.
 */
export async function setNonsenseAside<T>(root: string, options: DurableJsonOptions<T>): Promise<void> {
  try {
    await durableJson(options).read();
  } catch (error) {
    if (!isNonsense(error)) throw error;
    await quarantineFile(options.disk, root, options.path);
  }
}

/** Whether a file was read and made no sense; any other failure says nothing of it. */
export const isNonsense = (error: unknown): boolean => error instanceof ApiError && "why" in error.detail;
