// The files that somebody chose to bring in, one after the other: files, folders with all that lies in them, and archives, whose
// names are shown and never become paths. Links and devices are not followed; what cannot be read is told and passed over.
import { basename, join, sep } from "node:path";
import { setImmediate as otherWork } from "node:timers/promises";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { endingOf, endings, tableEndings } from "../../../shared/files/endings.ts";
import { isZip, type NamedFile, startUnpacking, zipName } from "../../../shared/files/zip.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { readDurable } from "../../storage/files/durable-file.ts";
import { readError } from "../../storage/files/storage-error.ts";
import { readSourceFile } from "../source-file.ts";

export interface FoundFile {
  /** With its folders below what was chosen. */
  readonly file: string;
  /** The name alone, by whose ending it is read. */
  readonly fileName: string;
  /** Whether it was chosen itself, and not a folder or an archive that it lies in. */
  readonly isChosen: boolean;
  read(): Promise<Uint8Array>;
}

type Found = FoundFile | { readonly file: string; readonly error: ApiErrorData };

export interface ChosenSources {
  /** Absolute. */
  readonly paths: readonly string[];
  readonly files: readonly { readonly fileName: string; readonly base64: string }[];
}

const articleEndings: ReadonlySet<string> = new Set([
  ...Object.values(endings).flat(),
  ...tableEndings,
  "zip",
]);
const isArticleFile = (fileName: string): boolean => articleEndings.has(endingOf(fileName));

/** What programs leave in folders and archives and nobody means. */
const leftovers = /(?:^|\/)(?:\.(?!\.?(?:\/|$))[^/]*|thumbs\.db|desktop\.ini|__macosx)(?:\/|$)/iu;

/** All files that were chosen, each once, in the order of their names; what archives hold in their place, or `closed` archives. */
export async function* foundFiles(
  disk: Disk,
  sources: ChosenSources,
  archives: "open" | "closed" = "open",
): AsyncGenerator<Found> {
  for await (const foundFile of chosenFiles(disk, sources)) {
    const isArchive = !("error" in foundFile) && endingOf(foundFile.fileName) === "zip";
    if (isArchive && archives === "open") yield* entriesOf(foundFile);
    else yield foundFile;
  }
}

async function* chosenFiles(disk: Disk, { paths, files }: ChosenSources): AsyncGenerator<Found> {
  const names = namesOf(paths);
  /** Real paths: what was chosen twice, or together with its folder, comes once. */
  const seen = new Set<string>();
  for (const path of new Set(paths))
    yield* at(disk, { path, file: names.get(path) ?? basename(path), depth: 0, seen });
  for (const { fileName: file, base64 } of files) {
    if (leftovers.test(file)) continue;
    const fileName = file.split(/[\\/]/u).at(-1) ?? file;
    if (fileName === file || isArticleFile(fileName))
      yield {
        file,
        fileName,
        isChosen: fileName === file,
        read: async () => Buffer.from(base64, "base64"),
      };
    else yield { file, error: new ApiError("file-kind", { file }).toData() };
  }
}

/** What each is called: its name, and where several have that, as many of the folders that it lies in as tell them apart. */
function namesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const alike = new Map<string, string[]>();
  for (const path of new Set(paths)) {
    const group = alike.get(basename(path));
    if (group) group.push(path);
    else alike.set(basename(path), [path]);
  }
  return new Map([...alike.values()].flatMap(toldApart));
}

function toldApart(paths: readonly string[]): readonly (readonly [path: string, name: string])[] {
  const parts = paths.map((path) => path.split(sep).filter((part) => part !== ""));
  const most = Math.max(...parts.map(({ length }) => length));
  for (let count = 1; ; count += 1) {
    const names = parts.map((one) => one.slice(-count).join("/"));
    if (new Set(names).size === paths.length || count >= most)
      return paths.map((path, which) => [path, names[which] ?? path] as const);
  }
}

interface Place {
  readonly path: string;
  /** What it is called. */
  readonly file: string;
  /** How many folders that were chosen it lies in. */
  readonly depth: number;
  /** The real paths of what was given on before. */
  readonly seen: Set<string>;
}

async function* at(disk: Disk, { path, file, depth, seen }: Place): AsyncGenerator<Found> {
  let real = path;
  try {
    // What a person chose may be a link; what lies in a folder may not lead out of it.
    if (depth === 0) real = await disk.realPath(path);
    const { kind } = await disk.status(real);
    if (seen.has(real)) return;
    if (kind === "link") throw new ApiError("link-refused", { file });
    if (kind === "other") throw new ApiError("file-not-regular", { file });
    if (kind === "file") {
      const fileName = basename(path);
      // A file that was chosen itself is read as text whatever it is called; a folder holds much that nobody means.
      if (depth > 0 && !isArticleFile(fileName)) throw new ApiError("file-kind", { file });
      seen.add(real);
      yield {
        file,
        fileName,
        isChosen: depth === 0,
        read: () => (depth === 0 ? readSourceFile(disk, path) : readListed(disk, path)),
      };
      return;
    }
    seen.add(real);
    if (depth > limits.broughtDepth) throw new ApiError("folder-unreadable", { file });
  } catch (error) {
    yield { file, error: readError(error, path).toData() };
    return;
  }
  let names: string[];
  try {
    names = (await disk.list(path)).map(({ name }) => name).sort(byName);
  } catch (error) {
    yield { file, error: readError(error, path).toData() };
    return;
  }
  for (const name of names)
    if (!leftovers.test(name))
      yield* at(disk, { path: join(real, name), file: `${file}/${name}`, depth: depth + 1, seen });
}

/** A file that lay in a folder, and is read only where it lies: one that has become a link since is refused. */
async function readListed(disk: Disk, path: string): Promise<Uint8Array> {
  const bytes = await readDurable(disk, path, limits.articleBytes);
  if (bytes === null) throw new ApiError("file-missing", { file: basename(path) });
  if (bytes.length === 0) throw new ApiError("file-empty", { file: basename(path) });
  return bytes;
}

const byName = new Intl.Collator("en", { numeric: true }).compare;

/** The bytes of a file, or why they cannot be had. */
export async function bytesOf({
  file,
  read,
}: FoundFile): Promise<Uint8Array | { readonly file: string; readonly error: ApiErrorData }> {
  try {
    return await read();
  } catch (error) {
    return { file, error: readError(error, file).toData() };
  }
}

/** Bytes of an archive that are taken apart before anything else has its turn. */
const atOnce = 32 * 1024;

/** The files of an archive, a little at a time; `null` for one that is damaged or holds too much. */
async function unpacked(bytes: Uint8Array): Promise<readonly NamedFile[] | null> {
  const most = { entries: limits.archiveEntries, bytes: limits.broughtArchiveBytes };
  const unpack = startUnpacking({ ...most, repeated: "kept" });
  const files: NamedFile[] = [];
  for (let at = 0; at < bytes.length; at += atOnce) {
    const pushed = unpack(bytes.subarray(at, at + atOnce), at + atOnce >= bytes.length);
    if (!pushed.ok) return null;
    files.push(...pushed.files);
    await otherWork();
  }
  return files;
}

async function* entriesOf(found: FoundFile): AsyncGenerator<Found> {
  const { file } = found;
  const bytes = await bytesOf(found);
  if ("error" in bytes) {
    yield bytes;
    return;
  }
  const files = isZip(bytes) ? await unpacked(bytes) : null;
  if (!files) {
    yield { file, error: new ApiError("archive-unreadable", { file }).toData() };
    return;
  }
  const entries = files
    .map(({ name, bytes: content }) => ({ name: zipName(name), bytes: content }))
    .filter(({ name }) => !leftovers.test(name));
  for (const { name, bytes: content } of entries.sort((a, b) => byName(a.name, b.name))) {
    const fileName = name.split(/[\\/]/u).at(-1) ?? name;
    const entry = `${file}/${name}`;
    // An archive in an archive is how bombs are made.
    if (isArticleFile(fileName) && endingOf(fileName) !== "zip")
      yield { file: entry, fileName, isChosen: false, read: async () => content };
    else yield { file: entry, error: new ApiError("file-kind", { file: entry }).toData() };
  }
}
