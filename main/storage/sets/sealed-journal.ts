// The record of what was done stays for good: generations of a journal that nothing needs any more are not removed but put
// together into sealed segments beside it, `<journal>.<first>-<last>.gz`, compressed and read back before the plain files go.
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Disk } from "../files/disk.ts";
import { readDurable, statusIfAny, writeReadBack } from "../files/durable-file.ts";
import { orNull } from "../files/storage-error.ts";

/** A sealed segment: the generations from `first` to `last`, one after the other. */
interface Segment {
  readonly first: number;
  readonly last: number;
  readonly path: string;
}

/** Bytes of a segment, compressed, up to which the next generations go into the same one. */
const fullSegment = 4 * 1024 * 1024;
/** Bytes of a segment as it is, and of a generation. */
const maxPlain = 400 * 1024 * 1024;

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** The segments of a journal, oldest first. One that another holds as well, as after a crash, is left out. */
export async function segmentsOf(disk: Disk, path: string): Promise<Segment[]> {
  const folder = dirname(path);
  const prefix = `${basename(path)}.`;
  const segments = (await disk.list(folder)).flatMap(({ name, kind }) => {
    if (kind !== "file" || !name.startsWith(prefix)) return [];
    const [, first, last] = /^([1-9]\d*)-([1-9]\d*)\.gz$/.exec(name.slice(prefix.length)) ?? [];
    return first && last ? [{ first: Number(first), last: Number(last), path: join(folder, name) }] : [];
  });
  const isWithin = (one: Segment, other: Segment): boolean =>
    other !== one && other.first <= one.first && other.last >= one.last;
  return segments
    .filter((one) => !segments.some((other) => isWithin(one, other)))
    .sort((a, b) => a.first - b.first);
}

/** The lines of a segment, as the generations held them. Throws for one that cannot be read. */
export async function readSegment(disk: Disk, { path }: Segment): Promise<Uint8Array> {
  const bytes = await readDurable(disk, path, maxPlain);
  return bytes === null ? new Uint8Array() : expand(bytes, { maxOutputLength: maxPlain });
}

/** Seals generations and removes their plain files. Throws when that fails; whatever was there is there then. */
export async function sealGenerations(
  disk: Disk,
  path: string,
  generations: readonly Generation[],
): Promise<void> {
  const segments = await segmentsOf(disk, path);
  const lastSegment = segments.at(-1);
  const fresh = generations.filter(({ number }) => number > (lastSegment?.last ?? 0));
  const [first] = fresh;
  if (first) {
    const grown = lastSegment && (await sizeOf(disk, lastSegment)) < fullSegment ? lastSegment : null;
    // One that cannot be read is left alone, and a new one begins.
    const previousBytes = grown && (await orNull(() => readSegment(disk, grown)));
    const parts: Uint8Array[] = previousBytes ? [previousBytes] : [];
    for (const generation of fresh)
      parts.push((await readDurable(disk, generation.path, maxPlain)) ?? new Uint8Array());
    const begins = previousBytes && grown ? grown.first : first.number;
    const ends = fresh.at(-1)?.number ?? first.number;
    await writeReadBack(disk, `${path}.${begins}-${ends}.gz`, await compress(Buffer.concat(parts)));
    if (previousBytes && grown) await disk.remove(grown.path);
  }
  for (const generation of generations) await disk.remove(generation.path);
}

const sizeOf = async (disk: Disk, { path }: Segment): Promise<number> =>
  (await statusIfAny(disk, path))?.size ?? 0;

// The older generations of a journal: what it was renamed to each time that a snapshot made it begin anew.

export interface Generation {
  readonly number: number;
  readonly path: string;
}

/** The older generations of a journal, oldest first. */
export async function generationsOf(disk: Disk, path: string): Promise<Generation[]> {
  const folder = dirname(path);
  const prefix = `${basename(path)}.`;
  return (await disk.list(folder))
    .filter(({ name, kind }) => kind === "file" && name.startsWith(prefix))
    .flatMap(({ name }) => {
      const number = Number(name.slice(prefix.length));
      return Number.isSafeInteger(number) && number > 0 ? [{ number, path: join(folder, name) }] : [];
    })
    .sort((a, b) => a.number - b.number);
}
