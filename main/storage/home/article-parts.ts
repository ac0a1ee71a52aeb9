// Keeps in the home what the articles of a project add to its figures, and their texts, so that none is opened only to be counted again. Derived: a file that is
// damaged, too large, of another form or not ours is thrown away, and its articles are read anew.
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type ArticlePart, partForm } from "../../../shared/insight/article-part.ts";
import { packedMarks } from "../../../shared/insight/card-marks.ts";
import { appearanceRoles } from "../../../shared/model/appearance.ts";
import { isPlainDate } from "../../../shared/model/article-about.ts";
import { type Id, idAlphabet, isId } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { sha256 as hash, id, key, offset, text } from "../../../shared/schema/model.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, readDurable, writeDurable } from "../files/durable-file.ts";
import { ignoreFailure } from "../files/storage-error.ts";

/** What an article adds, its text as UTF-8, and the hash of all that both were made from. */
export interface KeptPart {
  readonly key: string;
  readonly part: ArticlePart;
  readonly text: Buffer;
}

interface PartStore {
  /** Whatever can be believed. Never throws. */
  read(): Promise<ReadonlyMap<Id, KeptPart>>;
  /** Writes what is kept of the articles whose ids begin with this letter. What cannot be written is made again next time: never throws. */
  write(letter: string, kept: readonly KeptPart[]): Promise<void>;
}

/** Ids of ours begin with one of these; there is a file for each, so that a change writes a small part of it all. */
const letters = [...idAlphabet];

export const letterOf = (article: Id): string => article.charAt(0);

/** Bytes of a file, packed and unpacked: more than these are not kept. */
const mostPacked = 8 * 1024 * 1024;
const mostUnpacked = 64 * 1024 * 1024;

const range = z.strictObject({ start: offset, end: offset }).refine(({ start, end }) => start <= end);
const ranges = z.array(range).max(limits.annotations);

const statement = z.strictObject({
  card: id,
  place: range.nullable(),
  paragraph: z.number().int().min(-1).max(limits.articleLength),
  isNested: z.boolean(),
  mentions: z.array(z.strictObject({ span: id, entity: id.nullable() })).max(limits.annotations),
  via: z.array(id.nullable()).max(limits.annotations),
  about: z.array(id).max(limits.annotations),
  kind: z.enum(["direct", "indirect", "mixed"]).nullable(),
  polarity: text,
  isWithheld: z.boolean(),
  claimWords: ranges,
  verbatimWords: ranges,
  cueWords: z.array(text).max(limits.annotations).nullable(),
  wording: z.string().max(limits.articleLength),
  marks: z.string().max(limits.articleLength).regex(packedMarks),
  fields: z.record(key, z.union([text, z.boolean(), z.null()])),
  flags: z.array(key).max(limits.annotations),
  note: z.string().max(limits.noteLength),
  editedAt: text,
});

const set = z
  .strictObject({
    annotatorId: id,
    hasWork: z.boolean(),
    words: offset,
    statements: z.array(statement).max(limits.annotations),
    roles: z.array(z.strictObject({ entity: id, role: z.enum(appearanceRoles) })).max(limits.annotations),
  })
  .refine(({ words, statements }) =>
    statements.every(({ claimWords }) => claimWords.every(({ end }) => end <= words)),
  );

const part: z.ZodType<ArticlePart> = z.strictObject({
  id,
  title: text,
  publisher: text.nullable(),
  date: z.string().refine(isPlainDate).nullable(),
  authors: z.array(text).max(limits.articleFacts),
  tags: z.array(text).max(limits.articleFacts),
  length: offset,
  sets: z.array(set).max(limits.annotators),
});

const file = z.strictObject({
  form: z.literal(partForm),
  parts: z.array(
    z
      .strictObject({ key: hash, part, text: z.string().max(limits.articleLength) })
      .refine(({ part: { length }, text: whole }) => whole.length === length),
  ),
});

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Throws `input-invalid` for a project that has no id of ours. */
export function partStore(disk: Disk, home: string, project: Id): PartStore {
  if (!isId(project)) throw new ApiError("input-invalid", { path: "project", problem: "is no id" });
  const folder = join(home, "insight", project);
  const pathOf = (letter: string): string => join(folder, `${letter}.json.gz`);
  return {
    async read() {
      const kept = new Map<Id, KeptPart>();
      for (const letter of letters) {
        const parts = await readParts(disk, pathOf(letter), letter).catch(async () => {
          await ignoreFailure(() => disk.remove(pathOf(letter)));
          return [];
        });
        for (const one of parts) kept.set(one.part.id, one);
      }
      return kept;
    },
    async write(letter, parts) {
      await ignoreFailure(async () => {
        const written = parts.map(({ text: whole, ...one }) => ({ ...one, text: whole.toString("utf8") }));
        const bytes = await pack(JSON.stringify({ form: partForm, parts: written }), { level: 1 });
        if (parts.length === 0 || bytes.length > mostPacked) return disk.remove(pathOf(letter));
        await makeFolders(disk, home, "insight", project);
        await writeDurable(disk, pathOf(letter), bytes);
      });
    },
  };
}

/** Throws for whatever is not to be believed. The packed form has a checksum. */
async function readParts(disk: Disk, path: string, letter: string): Promise<readonly KeptPart[]> {
  const bytes = await readDurable(disk, path, mostPacked);
  if (!bytes) return [];
  const unpacked = await unpack(bytes, { maxOutputLength: mostUnpacked });
  const { parts } = file.parse(JSON.parse(unpacked.toString("utf8")));
  if (parts.some(({ part: { id: article } }) => letterOf(article) !== letter)) throw new RangeError(path);
  return parts.map((one) => ({ ...one, text: Buffer.from(one.text, "utf8") }));
}
