// A lowdb adapter that loses nothing: one JSON file, checked against its schema when read and when written, written
// durably, never written over when it could not be read.

import { basename } from "node:path";
import type { Adapter } from "lowdb";
import type { z } from "zod";
import { ApiError, type Problem, type ProblemDetail } from "../../shared/api/errors.ts";
import { jsonFaultIn, lineAndColumn } from "../../shared/importers/json-syntax.ts";
import { limits } from "../../shared/schema/limits.ts";
import { parsed } from "../../shared/schema/parsed.ts";
import type { Disk } from "./disk.ts";
import { decodeUtf8, readDurable, writeDurable } from "./durable-file.ts";
import { isDeeperThan, prettyJson } from "./json-text.ts";

export interface DurableJsonOptions<T> {
  readonly disk: Disk;
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** What it is called when the file cannot be understood. */
  readonly damaged: Problem;
}

/**
 * `read` gives `null` only when there is no file, and throws an `ApiError` when it is not what it should be. `write`
 * resolves when the data is safe, and leaves the file as it was when it throws.
 */
export function durableJson<T>(options: DurableJsonOptions<T>): Adapter<T> {
  const { disk, path, schema } = options;
  let understood = false;

  async function read(): Promise<T | null> {
    understood = false;
    const bytes = await readDurable(disk, path, limits.jsonBytes);
    const data = bytes === null ? null : parseJson(bytes, options);
    understood = true;
    return data;
  }

  async function write(data: T): Promise<void> {
    if (!understood) await read();
    // Through the schema, so that what is written can be read again and its keys stand in the schema's order.
    const text = prettyJson(schema.parse(data));
    const bytes = Buffer.from(text, "utf8");
    if (bytes.length > limits.jsonBytes)
      throw new ApiError("storage-failed", { file: basename(path), code: "TOO-LARGE", bytes: bytes.length });
    await writeDurable(disk, path, bytes);
  }

  return { read, write };
}

/** What a file's bytes say. Throws an `ApiError` with the place of the mistake when they cannot be understood. */
export function parseJson<T>(bytes: Uint8Array, options: Omit<DurableJsonOptions<T>, "disk">): T {
  const { path, schema, damaged } = options;
  const fail = (why: string, detail: ProblemDetail = {}): never => {
    throw new ApiError(damaged, { file: basename(path), why, ...detail });
  };
  const text = decodeUtf8(bytes);
  if (text === null) return fail("encoding");
  if (text.trim() === "" || /^\0+$/.test(text)) return fail("empty");
  const value = jsonOf(text.replace(/^\uFEFF/, ""));
  if (value === undefined) return fail("syntax", { ...lineAndColumn(text, jsonFaultIn(text)?.at ?? 0) });
  if (isDeeperThan(value, limits.jsonDepth)) return fail("depth");
  const read = parsed(schema, value);
  if (read.success) return read.data;
  const issue = read.issues[0];
  return fail("shape", { at: issue?.path.join(".") ?? "", problem: issue?.message ?? "" });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
