// A lowdb adapter that loses nothing: one JSON file, checked against its schema when read and when written, written
// durably, never written over when it could not be read.

import { basename } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import type { Adapter } from "lowdb";
import type { z } from "zod";
import { ApiError, type Problem, type ProblemDetail } from "../../../shared/errors/errors.ts";
import { jsonFaultIn, lineAndColumn } from "../../../shared/files/json-syntax.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { parsed } from "../../../shared/schema/parsed.ts";
import { type Disk, type FileStatus, isUntouched } from "./disk.ts";
import { decodeUtf8, readDurable, stageDurable, statusIfAny, writeDurable } from "./durable-file.ts";
import { isDeeperThan, prettyJson } from "./json-text.ts";
import { writeError } from "./storage-error.ts";

export interface DurableJsonOptions<T> {
  readonly disk: Disk;
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** What it is called when the file cannot be understood. */
  readonly damaged: Problem;
}

/** Data that are written, flushed and read back under a name of their own, beside the file whose place they are for. */
export interface StagedJson<T> {
  /** As whoever reads the file will have them. */
  readonly data: T;
  /** Puts them in their place and resolves with the file as it is left there; throws as `write` does. */
  put(): Promise<FileStatus | null>;
  /** Leaves nothing behind. Never throws. */
  abandon(): Promise<void>;
}

export interface DurableJson<T> extends Adapter<T> {
  /**
   * Writes the data beside the file and reads them back: throws `storage-failed` with the code `READ-BACK` where others are there, and
   * nothing is left of them. The bytes are compared, not understood anew, which would cost as much again as making them. `pause` is waited
   * for between the parts of the work, each of which takes a while for a large file.
   */
  stage(data: T, pause?: () => Promise<unknown>): Promise<StagedJson<T>>;
  /** Stages the data and puts them in their place at once. */
  writeReadBack(data: T): Promise<T>;
  /** False where anybody may have touched the file since it was last read or written here, or tried to be. */
  isUnmodified(): Promise<boolean>;
  /** Lets what was read last be written over, although it made no sense: what is in it is known by other means. */
  allowOverwrite(): void;
  /** The same of the file with this status, known to whoever calls this; `null`: of one that is not there. */
  setExpectedStatus(there: FileStatus | null): void;
}

/** The `code` of the failure to write over a file that somebody else has touched just before. */
export const touchedBefore = "TOUCHED";

interface DurableJsonState<T> extends DurableJsonOptions<T> {
  understood: boolean;
  /** `undefined`: not known. */
  lastStatus: FileStatus | null | undefined;
}

/**
 * `read` gives `null` only when there is no file, and throws an `ApiError` when it is not what it should be. `write`
 * resolves when the data is safe, and leaves the file as it was when it throws; it throws `storage-failed` with the code
 * `touchedBefore` where the file is not the one that was read.
 */
export function durableJson<T>(options: DurableJsonOptions<T>): DurableJson<T> {
  const { disk, path } = options;
  const json: DurableJsonState<T> = { ...options, understood: false, lastStatus: undefined };
  return {
    read: () => readJson(json),
    stage: (unchecked, pause) => stage(json, unchecked, pause),
    async writeReadBack(data) {
      const staged = await stage(json, data);
      await staged.put();
      return staged.data;
    },
    async write(data) {
      const { bytes } = await bytesOf(json, data, () => otherWork());
      json.lastStatus =
        (await writeDurable(disk, path, bytes, (there) => mayReplace(json, there))) ?? undefined;
    },
    async isUnmodified() {
      try {
        return json.lastStatus !== undefined && isUntouched(json.lastStatus, await statusIfAny(disk, path));
      } catch (error) {
        throw writeError(error, path);
      }
    },
    allowOverwrite() {
      json.understood = true;
    },
    setExpectedStatus(there) {
      json.understood = true;
      json.lastStatus = there;
    },
  };
}

async function readJson<T>(json: DurableJsonState<T>): Promise<T | null> {
  const { disk, path } = json;
  json.understood = false;
  const statusBefore = await statusIfAny(disk, path).catch(() => undefined);
  const bytes = await readDurable(disk, path, limits.jsonBytes);
  const statusAfter = await statusIfAny(disk, path).catch(() => undefined);
  const isCalm =
    statusBefore !== undefined && statusAfter !== undefined && isUntouched(statusBefore, statusAfter);
  json.lastStatus = isCalm ? statusAfter : undefined;
  const data = bytes === null ? null : parseJson(bytes, json);
  json.understood = true;
  return data;
}

function mayReplace(json: DurableJsonState<unknown>, there: FileStatus | null): void {
  if (json.lastStatus === undefined || isUntouched(json.lastStatus, there)) return;
  throw new ApiError("storage-failed", { file: basename(json.path), code: touchedBefore });
}

async function bytesOf<T>(
  json: DurableJsonState<T>,
  data: T,
  pause: () => Promise<unknown>,
): Promise<{ readonly data: T; readonly bytes: Uint8Array }> {
  if (!json.understood) await readJson(json);
  // Through the schema, so that what is written can be read again and its keys stand in the schema's order.
  const checked = json.schema.parse(data);
  await pause();
  const bytes = Buffer.from(prettyJson(checked), "utf8");
  if (bytes.length > limits.jsonBytes) throw failed(json, "TOO-LARGE", { bytes: bytes.length });
  return { data: checked, bytes };
}

async function stage<T>(
  json: DurableJsonState<T>,
  unchecked: T,
  pause: () => Promise<unknown> = () => otherWork(),
): Promise<StagedJson<T>> {
  const { path } = json;
  // Nobody could read it again.
  if (isDeeperThan(unchecked, limits.jsonDepth)) throw failed(json, "TOO-DEEP");
  await pause();
  const { data, bytes } = await bytesOf(json, unchecked, pause);
  await pause();
  const staged = await stageDurable(json.disk, path, bytes);
  try {
    await holdBytes(json, staged.temporary, bytes);
  } catch (error) {
    await staged.abandon();
    throw error;
  }
  return {
    data,
    abandon: staged.abandon,
    async put() {
      const statusAfter = await staged.put((there) => mayReplace(json, there));
      json.lastStatus = statusAfter ?? undefined;
      // Some network disks name a file anew that is moved.
      if (!statusAfter) await holdBytes(json, path, bytes);
      return statusAfter ?? statusIfAny(json.disk, path);
    },
  };
}

async function holdBytes(json: DurableJsonState<unknown>, at: string, bytes: Uint8Array): Promise<void> {
  const writtenBytes = await readDurable(json.disk, at, limits.jsonBytes);
  if (!writtenBytes || Buffer.compare(writtenBytes, bytes) !== 0) throw failed(json, "READ-BACK");
}

const failed = ({ path }: DurableJsonState<unknown>, code: string, detail: ProblemDetail = {}): ApiError =>
  new ApiError("storage-failed", { file: basename(path), code, ...detail });

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
  const parsedJson = parsed(schema, value);
  if (parsedJson.success) return parsedJson.data;
  const issue = parsedJson.issues[0];
  return fail("shape", { at: issue?.path.join(".") ?? "", problem: issue?.message ?? "" });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
