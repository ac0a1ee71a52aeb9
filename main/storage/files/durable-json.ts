// A lowdb adapter that loses nothing: one JSON file, checked against its schema when read and when written, written
// durably, never written over when it could not be read.

import { basename } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Adapter } from "lowdb";
import type { z } from "zod";
import { ApiError, type Problem, type ProblemDetail } from "../../../shared/api/errors.ts";
import { jsonFaultIn, lineAndColumn } from "../../../shared/importers/json-syntax.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { parsed } from "../../../shared/schema/parsed.ts";
import { type Disk, type FileStatus, isUntouched } from "./disk.ts";
import { decodeUtf8, readDurable, statusIfAny, writeDurable } from "./durable-file.ts";
import { isDeeperThan, prettyJson } from "./json-text.ts";
import { writeError } from "./storage-error.ts";

export interface DurableJsonOptions<T> {
  readonly disk: Disk;
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** What it is called when the file cannot be understood. */
  readonly damaged: Problem;
}

export interface DurableJson<T> extends Adapter<T> {
  /**
   * Writes, and reads the bytes back: throws `storage-failed` with the code `READ-BACK` where others are there. Resolves with the data as whoever
   * reads the file has them. The bytes are compared, not understood anew, which would cost as much again as making them.
   */
  writeReadBack(data: T): Promise<T>;
  /** Whether anybody may have touched the file since it was last read or written here, or tried to be. */
  isAsLeft(): Promise<boolean>;
  /** What was read last may be written over, although it made no sense: what is in it is known by other means. */
  understand(): void;
  /** The same of the file with this status, known to whoever calls this; `null`: of one that is not there. */
  expect(there: FileStatus | null): void;
}

/** The `code` of the failure to write over a file that somebody else has touched just before. */
export const touchedBefore = "TOUCHED";

/**
 * `read` gives `null` only when there is no file, and throws an `ApiError` when it is not what it should be. `write`
 * resolves when the data is safe, and leaves the file as it was when it throws; it throws `storage-failed` with the code
 * `touchedBefore` where the file is not the one that was read.
 */
export function durableJson<T>(options: DurableJsonOptions<T>): DurableJson<T> {
  const { disk, path, schema } = options;
  let understood = false;
  /** `undefined`: not known. */
  let left: FileStatus | null | undefined;

  async function read(): Promise<T | null> {
    understood = false;
    const before = await statusIfAny(disk, path).catch(() => undefined);
    const bytes = await readDurable(disk, path, limits.jsonBytes);
    const after = await statusIfAny(disk, path).catch(() => undefined);
    const isCalm = before !== undefined && after !== undefined && isUntouched(before, after);
    left = isCalm ? after : undefined;
    const data = bytes === null ? null : parseJson(bytes, options);
    understood = true;
    return data;
  }

  function mayReplace(there: FileStatus | null): void {
    if (left === undefined || isUntouched(left, there)) return;
    throw new ApiError("storage-failed", { file: basename(path), code: touchedBefore });
  }

  async function put(data: T): Promise<{ readonly data: T; readonly bytes: Uint8Array }> {
    if (!understood) await read();
    // Through the schema, so that what is written can be read again and its keys stand in the schema's order.
    const checked = schema.parse(data);
    // Of a large file each of these takes a while: what else there is to do goes in between.
    await otherWork();
    const bytes = Buffer.from(prettyJson(checked), "utf8");
    if (bytes.length > limits.jsonBytes) throw failed("TOO-LARGE", { bytes: bytes.length });
    left = (await writeDurable(disk, path, bytes, mayReplace)) ?? undefined;
    return { data: checked, bytes };
  }

  async function writeReadBack(data: T): Promise<T> {
    // Nobody could read it again.
    if (isDeeperThan(data, limits.jsonDepth)) throw failed("TOO-DEEP");
    await otherWork();
    const written = await put(data);
    const there = await readDurable(disk, path, limits.jsonBytes);
    if (!there || Buffer.compare(there, written.bytes) !== 0) throw failed("READ-BACK");
    return written.data;
  }

  const failed = (code: string, detail: ProblemDetail = {}): ApiError =>
    new ApiError("storage-failed", { file: basename(path), code, ...detail });

  return {
    read,
    writeReadBack,
    async write(data) {
      await put(data);
    },
    async isAsLeft() {
      try {
        return left !== undefined && isUntouched(left, await statusIfAny(disk, path));
      } catch (error) {
        throw writeError(error, path);
      }
    },
    understand() {
      understood = true;
    },
    expect(there) {
      understood = true;
      left = there;
    },
  };
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
