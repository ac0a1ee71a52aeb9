// A JSON file in which a version control program has left both sides of a conflict between its marks: what each of them says.
import { sidesOfConflict } from "../../shared/outside/conflict-markers.ts";
import { limits } from "../../shared/schema/limits.ts";
import { decodeUtf8, readDurable } from "./durable-file.ts";
import { type DurableJsonOptions, parseJson } from "./durable-json.ts";
import { valueIfAny } from "./storage-error.ts";

/** Those sides that can be read; none of a file without such marks. */
export async function bothSides<T>(options: DurableJsonOptions<T>): Promise<readonly T[]> {
  const bytes = await valueIfAny(() => readDurable(options.disk, options.path, limits.jsonBytes));
  const text = bytes && decodeUtf8(bytes);
  const sides = text ? sidesOfConflict(text) : null;
  if (!sides) return [];
  const read = await Promise.all(
    sides.map((side) => valueIfAny(async () => parseJson(Buffer.from(side, "utf8"), options))),
  );
  // One side alone would let the other be forgotten.
  return read.every((side) => side !== null) ? (read as readonly T[]) : [];
}
