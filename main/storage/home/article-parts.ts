// Keeps in the home what the articles of a project add to their figures, and their texts, so that none is opened only to be counted again. Derived: a file that is
// damaged, too large, of another form or not ours is thrown away, and its articles are read anew.
import { createHash } from "node:crypto";
import { endianness } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import { partForm } from "../../../shared/insight/article-part.ts";
import { isReadable, type PackedPart } from "../../../shared/insight/packed-part.ts";
import { type Id, idAlphabet, isId } from "../../../shared/model/id.ts";
import { sha256 as hash, id } from "../../../shared/schema/model.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, readDurable, writeDurable } from "../files/durable-file.ts";
import { ignoreFailure } from "../files/storage-error.ts";

/** What an article adds, its text as packed UTF-8, and the hash of all that both were made from. */
export interface KeptPart {
  readonly id: Id;
  readonly key: string;
  readonly packed: PackedPart;
  readonly text: Uint8Array;
}

interface PartStore {
  /** Whatever can be believed; files of earlier forms are removed. Never throws. */
  read(): Promise<readonly KeptPart[]>;
  /** Writes what is kept of the articles whose ids begin with this letter. What cannot be written is made again next time: never throws. */
  write(letter: string, kept: readonly KeptPart[]): Promise<void>;
}

/** Ids of ours begin with one of these; there is a file for each, so that a change writes a small part of it all. */
const letters = [...idAlphabet];

export const letterOf = (article: Id): string => article.charAt(0);

/** Bytes of a file: more than these are not kept. */
const mostBytes = 64 * 1024 * 1024;

/**
 * A file begins with its hash (32 bytes) and with the length of its head (4 bytes, little end first); then come the head as JSON, and what it
 * names: for each part the numbers of its common texts in the head, numbers of four bytes both, texts of a byte a character, texts of two,
 * and the packed text of the article.
 */
const hashLength = 32;
const headAt = hashLength + 4;

const lengthOf = z.number().int().min(0).max(mostBytes);

const fileHead = z.strictObject({
  form: z.literal(partForm),
  /** Numbers stand in the order of bytes of the computer that wrote them. */
  bytes: z.literal(endianness()),
  common: z.array(z.string()),
  parts: z.array(
    z.strictObject({
      id,
      key: hash,
      common: lengthOf,
      numbers: lengthOf,
      narrow: lengthOf,
      wide: lengthOf,
      text: lengthOf,
    }),
  ),
});

/** Throws `input-invalid` for a project that has no id of ours. */
export function partStore(disk: Disk, home: string, project: Id): PartStore {
  if (!isId(project)) throw new ApiError("input-invalid", { path: "project", problem: "is no id" });
  const folder = join(home, "insight", project);
  const pathOf = (letter: string): string => join(folder, `${letter}.parts`);
  return {
    async read() {
      const kept: KeptPart[] = [];
      for (const letter of letters) {
        await ignoreFailure(() => disk.remove(join(folder, `${letter}.json.gz`)));
        const parts = await readParts(disk, pathOf(letter), letter).catch(async () => {
          await ignoreFailure(() => disk.remove(pathOf(letter)));
          return [];
        });
        for (const one of parts) kept.push(one);
      }
      return kept;
    },
    async write(letter, parts) {
      await ignoreFailure(async () => {
        const bytes = bytesOf(parts);
        if (parts.length === 0 || bytes.length > mostBytes) return disk.remove(pathOf(letter));
        await makeFolders(disk, home, "insight", project);
        await writeDurable(disk, pathOf(letter), bytes);
      });
    },
  };
}

function bytesOf(parts: readonly KeptPart[]): Uint8Array {
  const common = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = common.get(text) ?? common.size;
    common.set(text, number);
    return number;
  };
  const ofNumbers = ({ buffer, byteOffset, byteLength }: Int32Array): Buffer =>
    Buffer.from(buffer, byteOffset, byteLength);
  const sections = parts.map(({ packed, text }) => ({
    common: ofNumbers(Int32Array.from(packed.common, numberOf)),
    numbers: ofNumbers(packed.numbers),
    narrow: Buffer.from(packed.narrow, "latin1"),
    wide: Buffer.from(packed.wide, "utf16le"),
    text,
  }));
  const head = {
    ...{ form: partForm, bytes: endianness(), common: [...common.keys()] },
    parts: sections.map((section, at) => ({
      ...{ id: parts[at]?.id, key: parts[at]?.key },
      ...Object.fromEntries(Object.entries(section).map(([name, { length }]) => [name, length])),
    })),
  };
  const headBytes = Buffer.from(JSON.stringify(head));
  const headLength = Buffer.alloc(4);
  headLength.writeUInt32LE(headBytes.length);
  const rest = Buffer.concat([
    headLength,
    headBytes,
    ...sections.flatMap((section) => Object.values(section)),
  ]);
  return Buffer.concat([createHash("sha256").update(rest).digest(), rest]);
}

/** Throws for whatever is not to be believed. */
async function readParts(disk: Disk, path: string, letter: string): Promise<readonly KeptPart[]> {
  const found = await readDurable(disk, path, mostBytes);
  if (!found) return [];
  const bytes = Buffer.from(found.buffer, found.byteOffset, found.byteLength);
  const rest = bytes.subarray(hashLength);
  if (!createHash("sha256").update(rest).digest().equals(bytes.subarray(0, hashLength)))
    throw new RangeError(path);
  const start = headAt + bytes.readUInt32LE(hashLength);
  const { common, parts } = fileHead.parse(JSON.parse(bytes.toString("utf8", headAt, start)));
  let at = start;
  /** Copied, so that the file does not stay in memory. */
  const next = (length: number): Buffer => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const numbersOf = (length: number): Int32Array => new Int32Array(new Uint8Array(next(length)).buffer);
  function textOf(number: number): string {
    const text = common[number];
    if (text === undefined) throw new RangeError(path);
    return text;
  }
  const kept = parts.map(({ id: article, key, ...lengths }): KeptPart => {
    const texts = Array.from(numbersOf(lengths.common), textOf);
    const numbers = numbersOf(lengths.numbers);
    const [narrow, wide] = [next(lengths.narrow).toString("latin1"), next(lengths.wide).toString("utf16le")];
    const packed = { common: texts, numbers, narrow, wide };
    return { id: article, key, packed, text: new Uint8Array(next(lengths.text)) };
  });
  const isOurs = ({ id: article, packed }: KeptPart): boolean =>
    letterOf(article) === letter && isReadable(packed, article);
  if (at !== bytes.length || !kept.every(isOurs)) throw new RangeError(path);
  return kept;
}
