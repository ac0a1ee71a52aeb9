// The files of another tool in parts that each can be read alone, so that converting needs the memory of one: lines of JSON in portions,
// and files of an article each. What is one document, or lies in an archive, is one part.
import { lstat, open } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { AnnotationImporter } from "../../shared/annotation-importers/annotation-importer.ts";
import { contentsIn, contentsName } from "../../shared/interchange/file-set.ts";
import { isZip, type NamedFile, utf8 } from "../../shared/interchange/zip.ts";
import { filesIn, readForeignFiles } from "../core/foreign-files.ts";
import { readForeign } from "./read-foreign.ts";

export interface ForeignParts {
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
  const status = paths.length === 1 ? await lstat(path).catch(() => null) : null;
  if (importer.parts === "files" && status?.isDirectory()) return filesOfFolder(path, named);
  if (importer.parts === "lines" && status?.isFile() && (await beginsALine(path)))
    return { at: status.mtime.toISOString(), parts: portions(path, named), count: null };
  const { files, at } = await readForeign(paths);
  return { at, count: 1, parts: once(files) };
}

async function* once(files: readonly NamedFile[]): AsyncIterable<readonly NamedFile[]> {
  yield files;
}

/** False for an archive, and for a list of all values. */
async function beginsALine(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    const start = buffer.subarray(0, bytesRead);
    return (
      !isZip(start) &&
      start
        .toString("latin1")
        .replace(/^\u00ef\u00bb\u00bf/u, "")
        .trimStart()
        .startsWith("{")
    );
  } finally {
    await file.close();
  }
}

/** Bytes of a portion, as far as a line end allows. */
const portion = 1024 * 1024;

async function* portions(path: string, name: string): AsyncIterable<readonly NamedFile[]> {
  const file = await open(path, "r");
  try {
    let rest = Buffer.alloc(0);
    let firstLine = 1;
    for (let at = 0; ; ) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(portion), 0, portion, at);
      at += bytesRead;
      const all = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const isLast = bytesRead === 0;
      const end = isLast ? all.length : all.lastIndexOf(0x0a) + 1;
      if (end > 0) {
        const bytes = new Uint8Array(all.subarray(0, end));
        yield [{ name, bytes, firstLine }];
        firstLine += bytes.reduce((count, byte) => (byte === 0x0a ? count + 1 : count), 0);
      }
      rest = all.subarray(end);
      if (isLast) return;
    }
  } finally {
    await file.close();
  }
}

/** Files of one name but for their endings are read together, with what all of them share. */
async function filesOfFolder(folder: string, named: string): Promise<ForeignParts> {
  const names = (await filesIn(folder, named)).map((path) => relative(folder, path).split(sep).join("/"));
  const baseOf = (name: string): string => name.replace(/\.[^./]*$/u, "");
  const shared = names.filter(
    (name) => name === contentsName || /\.conf$|(?:^|\/)TypeSystem\.xml$/u.test(name),
  );
  const groups = new Map<string, string[]>();
  for (const name of names) {
    if (shared.includes(name)) continue;
    const base = baseOf(name);
    groups.set(base, [...(groups.get(base) ?? []), name]);
  }
  const read = async (some: readonly string[]): Promise<readonly NamedFile[]> => {
    const { files } = await readForeignFiles(some.map((name) => join(folder, ...name.split("/"))));
    return files.map((file, at) => ({ ...file, name: some[at] ?? file.name }));
  };
  const common = await read(shared);
  const others = common.filter(({ name }) => name !== contentsName);
  const contents = contentsIn(common, ({ bytes }) => Buffer.from(bytes).toString("utf8"));
  let newest = 0;
  for (const name of names)
    newest = Math.max(newest, (await lstat(join(folder, ...name.split("/")))).mtimeMs);
  async function* parts(): AsyncIterable<readonly NamedFile[]> {
    for (const [base, own] of groups) {
      const about = "problems" in contents ? undefined : contents.get(base);
      const listed = about
        ? [{ name: contentsName, bytes: utf8(JSON.stringify({ files: [{ file: base, ...about }] })) }]
        : common.filter(({ name }) => name === contentsName && "problems" in contents);
      yield [...(await read(own)), ...others, ...listed];
    }
  }
  return { at: new Date(newest).toISOString(), parts: parts(), count: groups.size };
}
