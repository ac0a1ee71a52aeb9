// The files of another tool in parts that each can be read alone, so that converting needs the memory of one: lines and lists of JSON in
// portions, and files of an article each, in a folder or an archive. What is one document is one part.
import { createReadStream } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import type { AnnotationImporter } from "../../shared/annotation-importers/annotation-importer.ts";
import { archiveProblem, isOfSystem, readerFor } from "../../shared/annotation-importers/index.ts";
import { isZip, type NamedFile, startUnpacking } from "../../shared/files/zip.ts";
import { contentsFile, contentsIn, isContents } from "../../shared/interchange/file-set.ts";
import { limits } from "../../shared/schema/limits.ts";
import { openSpool } from "../core/export/spool.ts";
import { filesIn, readForeignFiles } from "../core/take-in/foreign-files.ts";
import { nodeDisk } from "../storage/files/disk.ts";
import { orNull } from "../storage/files/storage-error.ts";
import { FileRefused } from "./read-bundle.ts";
import { orUnfit, readForeign } from "./read-foreign.ts";

interface ForeignParts {
  /** ISO 8601: when the newest of the files was written. */
  readonly at: string;
  readonly parts: AsyncIterable<readonly NamedFile[]>;
  /** How many parts there are, where that is known before they are read. */
  readonly count: number | null;
}

/** Throws an `ApiError` or a `UsageError`. */
export async function foreignParts(
  importer: AnnotationImporter,
  paths: readonly string[],
): Promise<ForeignParts> {
  const [named = ""] = paths;
  const path = resolve(named);
  const status = paths.length === 1 ? await orNull(() => lstat(path)) : null;
  if (importer.parts === "files" && status?.isDirectory()) return filesOfFolder(importer, path, named);
  if (importer.parts === "files" && status?.isFile() && (await isArchive(path)))
    return {
      at: new Date(status.mtimeMs).toISOString(),
      parts: filesOfArchive(importer, path, named),
      count: null,
    };
  const form = status?.isFile() ? formOf(await startOf(path)) : null;
  if (status && form && (importer.parts === "lines" || importer.parts === form))
    return {
      at: new Date(status.mtimeMs).toISOString(),
      parts: form === "lines" ? linesOf(path, named) : listOf(path, named),
      count: null,
    };
  const { files, at } = await readForeign(paths);
  return { at, count: 1, parts: once(files) };
}

/** A project that is more than its files; of what nobody can read in it the names alone. */
async function* wholeOf(
  names: readonly string[],
  read: (names: readonly string[]) => Promise<readonly NamedFile[]>,
): AsyncIterable<readonly NamedFile[]> {
  const isUnread = (name: string): boolean => name.endsWith(".ser") || /(?:^|\/)log\/[^/]*$/u.test(name);
  const unread = names.filter(isUnread).map((name) => ({ name, bytes: new Uint8Array() }));
  yield [...(await read(names.filter((name) => !isUnread(name)))), ...unread];
}

async function* once(files: readonly NamedFile[]): AsyncIterable<readonly NamedFile[]> {
  yield files;
}

const isArchive = async (path: string): Promise<boolean> => isZip(await startOf(path));

/** `null` for an archive, and for what is not UTF-8. */
function formOf(start: Buffer): "lines" | "list" | null {
  const text = start
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/u, "")
    .trimStart();
  if (isZip(start) || text.includes("\0")) return null;
  return text.startsWith("{") ? "lines" : text.startsWith("[") ? "list" : null;
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Bytes of a portion, as far as a line end allows. */
const portion = 1024 * 1024;
/** Bytes of an archive that are unpacked at once: few, so that a bomb is found out early. */
const piece = 64 * 1024;

async function* linesOf(path: string, name: string): AsyncIterable<readonly NamedFile[]> {
  let remainder = Buffer.alloc(0);
  let firstLine = 1;
  for await (const piece of createReadStream(path, { highWaterMark: portion })) {
    const buffer = Buffer.concat([remainder, piece]);
    const end = buffer.lastIndexOf(0x0a) + 1;
    if (end > 0) {
      const bytes = new Uint8Array(buffer.subarray(0, end));
      yield [{ name, bytes, first: firstLine }];
      firstLine += bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0);
    }
    remainder = buffer.subarray(end);
  }
  if (remainder.length > 0) yield [{ name, bytes: new Uint8Array(remainder), first: firstLine }];
}

async function* listOf(path: string, name: string): AsyncIterable<readonly NamedFile[]> {
  for await (const listPortion of listPortions(createReadStream(path, { highWaterMark: portion }), portion))
    yield [{ name, ...listPortion }];
}

const limitsOfParts = { entries: limits.partEntries, bytes: limits.partBytes };

async function filesOfFolder(
  importer: AnnotationImporter,
  folder: string,
  named: string,
): Promise<ForeignParts> {
  const paths = await orUnfit(filesIn(folder, named, limits.partEntries), limits.partEntries);
  const names = paths.map((path) => relative(folder, path).split(sep).join("/"));
  let newest = 0;
  for (const path of paths) newest = Math.max(newest, (await lstat(path)).mtimeMs);
  const { count, parts } = groupsOf(importer, names, async (some) => {
    const { files } = await readForeignFiles(some.map((name) => join(folder, ...name.split("/"))));
    return files.map((file, at) => ({ ...file, name: some[at] ?? file.name }));
  });
  return { at: new Date(newest).toISOString(), parts, count };
}

/** Unpacked onto the disk, into a file that is gone when all parts were taken or nobody takes any more. */
async function* filesOfArchive(
  importer: AnnotationImporter,
  path: string,
  named: string,
): AsyncIterable<readonly NamedFile[]> {
  const spool = openSpool(nodeDisk, tmpdir());
  try {
    const places = new Map<string, number>();
    const unpacking = startUnpacking(limitsOfParts);
    const unpack = async (bytes: Uint8Array, isLast: boolean): Promise<void> => {
      const unpacked = unpacking(bytes, isLast);
      if (!unpacked.ok) throw new FileRefused(named, [archiveProblem(named, unpacked.why, limitsOfParts)]);
      for (const file of unpacked.files) {
        if (isOfSystem(file.name)) continue;
        places.set(file.name, spool.count());
        await spool.addBytes(file.bytes);
      }
    };
    for await (const bytes of createReadStream(path, { highWaterMark: piece }))
      await unpack(new Uint8Array(bytes), false);
    await unpack(new Uint8Array(), true);
    const { parts } = groupsOf(importer, [...places.keys()], async (some) => {
      const files: NamedFile[] = [];
      for (const name of some)
        files.push({ name, bytes: new Uint8Array(await spool.getBytes(places.get(name) ?? 0)) });
      return files;
    });
    yield* parts;
  } finally {
    await spool.remove();
  }
}

/** Files of one name but for their endings are read together, with what all of them share; what is none of the format is passed over. */
function groupsOf(
  importer: AnnotationImporter,
  names: readonly string[],
  read: (names: readonly string[]) => Promise<readonly NamedFile[]>,
): { readonly count: number; readonly parts: AsyncIterable<readonly NamedFile[]> } {
  if (readerFor(importer, names) !== importer) return { count: 1, parts: wholeOf(names, read) };
  const { extensions } = importer;
  const isShared = (name: string): boolean =>
    isContents(name) || /\.conf$|(?:^|\/)TypeSystem\.xml$/u.test(name);
  const groups = new Map<string, string[]>();
  for (const name of names) {
    if (isShared(name)) continue;
    const base = name.replace(/\.[^./]*$/u, "");
    groups.set(base, [...(groups.get(base) ?? []), name]);
  }
  const isOfFormat = (own: readonly string[]): boolean =>
    own.some((name) => extensions.some((ending) => name.endsWith(`.${ending}`)));
  const formatGroups = [...groups].filter(([, own]) => isOfFormat(own));
  // Where there is none, the reader says what is missing.
  const chosenGroups = formatGroups.length > 0 ? formatGroups : [...groups];
  async function* parts(): AsyncIterable<readonly NamedFile[]> {
    const common = await read(names.filter(isShared));
    const others = common.filter(({ name }) => !isContents(name));
    const contents = contentsIn(common, ({ bytes }) => Buffer.from(bytes).toString("utf8"));
    for (const [base, own] of chosenGroups) {
      const about = "problems" in contents ? undefined : contents.get(base);
      const listed = about
        ? [contentsFile([{ facts: [], ...about, file: base }], "")]
        : common.filter(({ name }) => isContents(name) && "problems" in contents);
      yield [...(await read(own)), ...others, ...listed];
    }
  }
  return { count: chosenGroups.length, parts: parts() };
}

// One long list of JSON in portions that are lists themselves, cut behind a value. What is wrong with the whole is wrong with a portion, on
// the line where it stands: nothing is mended here.

interface ListPortion {
  readonly bytes: Uint8Array;
  /** The number of its first value in the whole list. */
  readonly first: number;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const lineFeed = 0x0a;
const isOpening = (byte: number): boolean => byte === 0x5b || byte === 0x7b;
const isClosing = (byte: number): boolean => byte === 0x5d || byte === 0x7d;
const isWhite = (byte: number): boolean =>
  byte === 0x20 || byte === 0x09 || byte === lineFeed || byte === 0x0d;

/** Of the pieces of a file in UTF-8 that begins with `[`. A portion has at least `least` bytes, but for the last. */
export async function* listPortions(
  pieces: AsyncIterable<Uint8Array>,
  least: number,
): AsyncIterable<ListPortion> {
  const step = startSteps();
  let pendingPieces: Uint8Array[] = [];
  let length = 0;
  let commas = 0;
  let lines = 0;
  /** Of the present portion. */
  let begun = { first: 1, before: "", hasValue: false };
  const portion = (end: string): ListPortion => ({
    bytes: new Uint8Array(Buffer.concat([Buffer.from(begun.before), ...pendingPieces, Buffer.from(end)])),
    first: begun.first,
  });
  for await (const piece of pieces) {
    let from = 0;
    for (const [at, byte] of piece.entries()) {
      if (byte === lineFeed) lines += 1;
      const of = step(byte);
      if (of === "value") begun.hasValue = true;
      if (of !== "comma") continue;
      commas += 1;
      // A comma without a value before it is a fault, which stays where it is.
      if (!begun.hasValue || length + at - from < least) continue;
      pendingPieces.push(piece.subarray(from, at));
      yield portion("]");
      pendingPieces = [];
      length = 0;
      from = at + 1;
      begun = { first: commas + 1, before: `${"\n".repeat(lines)}[`, hasValue: false };
    }
    pendingPieces.push(piece.subarray(from));
    length += piece.length - from;
  }
  // A comma before the end is a fault, which must not be lost with the cut.
  if (commas > 0 && !begun.hasValue) begun = { ...begun, before: `${begun.before},` };
  yield portion("");
}

/** Tells of byte after byte whether it is a comma between two values of the outermost list, or of a value in it. */
function startSteps(): (byte: number) => "comma" | "value" | "other" {
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  return (byte) => {
    if (isString) {
      if (isEscaped) isEscaped = false;
      else if (byte === backslash) isEscaped = true;
      else if (byte === quote) isString = false;
      return "value";
    }
    const inside = depth > 0;
    if (byte === quote) isString = true;
    else if (isOpening(byte)) depth += 1;
    else if (isClosing(byte)) depth -= 1;
    if (byte === comma && depth === 1) return "comma";
    return inside && depth > 0 && !isWhite(byte) ? "value" : "other";
  };
}
