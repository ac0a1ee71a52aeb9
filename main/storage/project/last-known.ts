// What the person's home knows of a project's sets: whose were there, and how far this device's journal of each had come when something was
// last acknowledged. By it one sees that a file is older or shorter than it was, or gone, when nothing in the project's folder says so.
// Written without a flush, so that a save costs no second one: after a power cut it may know less than the project, never more.
import { join } from "node:path";
import { z } from "zod";
import { type Id, isId } from "../../../shared/model/id.ts";
import type { Disk, DiskFile } from "../files/disk.ts";
import { makeFolders, readDurable, writeDurable, writeFully } from "../files/durable-file.ts";
import { sha256 } from "../files/json-text.ts";
import { createQueue } from "../files/queue.ts";
import { attempt, valueIfAny } from "../files/storage-error.ts";
import { makeHome } from "./home-folder.ts";

/** In the place of a text's hash: of the journal of somebody's steps, and `article` is the project then. */
export const ofHistory = "history";

/** A set that was there. */
export interface KnownSet {
  readonly article: Id;
  readonly annotator: Id;
  /** Of the text that the set is of. */
  readonly textHash: string;
  /** The last record of this device's journal; 0 where it has none. */
  readonly seq: number;
}

/** Enough of a hash to tell an article's texts apart. */
const hashLength = 16;

type OfSet = Pick<KnownSet, "article" | "annotator" | "textHash">;

/** Whether it is of the article's present text. */
export const isOfText = (set: KnownSet, { textHash }: { readonly textHash: string }): boolean =>
  set.textHash.slice(0, hashLength) === textHash.slice(0, hashLength);

export interface LastKnown {
  /** `null` for a set that was never there. */
  seqOf(set: OfSet): number | null;
  sets(): Iterable<KnownSet>;
  /** Never rejects: what the home does not take is not known. */
  note(sets: readonly KnownSet[]): Promise<void>;
  /** The same; what was forgotten is so after a power cut, too. */
  forget(sets: readonly KnownSet[]): Promise<void>;
  /** Never rejects. */
  close(): Promise<void>;
}

/** Bytes; more than a hundred times what a large project has. */
const longestFile = 256 * 1024 * 1024;
/** Lines that say something again, for each that does not, from which on the file is written anew. */
const repeats = 3;

const folderName = "known";
const line = z.tuple([
  z.string().refine(isId),
  z.string().refine(isId),
  z.string(),
  z.number().int().min(0).nullable(),
]);

const keyOf = ({ article, annotator, textHash }: OfSet): string =>
  `${article} ${annotator} ${textHash.slice(0, hashLength)}`;

const lineOf = ({ article, annotator, textHash }: OfSet, seq: number | null): string =>
  `\n${JSON.stringify([article, annotator, textHash.slice(0, hashLength), seq])}`;

/** By what `keyOf` makes of them; without what cannot be read. */
function setsIn(text: string): Map<string, KnownSet> {
  const found = new Map<string, KnownSet>();
  for (const one of text.split("\n")) {
    const said = one === "" ? null : line.safeParse(valueIn(one));
    if (!said?.success) continue;
    const [article, annotator, textHash, seq] = said.data;
    if (seq === null) found.delete(keyOf({ article, annotator, textHash }));
    else found.set(keyOf({ article, annotator, textHash }), { article, annotator, textHash, seq });
  }
  return found;
}

function valueIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The last line of a process that died.
    return undefined;
  }
}

/** Whose project it is about, and in which folder: copies of one project on one machine each have their own. */
export interface KnownProject {
  readonly disk: Disk;
  readonly home: string;
  readonly project: Id;
  readonly root: string;
}

interface Remembered {
  readonly path: string;
  readonly text: string;
}

const ending = ".jsonl";
const pathFor = ({ home, project, root }: KnownProject): string =>
  join(home, folderName, `${project}.${sha256(root).slice(0, hashLength)}${ending}`);

/** What is known of the project in this folder; where nothing is, of the same folder when it was elsewhere. */
async function remembered(of: KnownProject): Promise<Remembered | null> {
  const { disk, home, project } = of;
  const read = async (path: string): Promise<Remembered | null> => {
    const bytes = await valueIfAny(() => readDurable(disk, path, longestFile));
    return bytes && { path, text: Buffer.from(bytes).toString("utf8") };
  };
  const own = await read(pathFor(of));
  if (own) return own;
  const folder = join(home, folderName);
  for (const { name } of (await valueIfAny(() => disk.list(folder))) ?? []) {
    if (!name.startsWith(`${project}.`) || !name.endsWith(ending)) continue;
    const found = await read(join(folder, name));
    if (found && inodeIn(found.text) === (await inodeOf(of))) return found;
  }
  return null;
}

/** By which a folder that is moved is known again, and a copy of it is told from it. */
const inodeOf = async ({ disk, root }: KnownProject): Promise<string> =>
  String((await valueIfAny(() => disk.status(root)))?.ino ?? "");

/** That of the folder which the first line names; `null` where it names none. */
function inodeIn(text: string): string | null {
  const first = z.object({ inode: z.string().min(1) }).safeParse(valueIn(text.split("\n")[0] ?? ""));
  return first.success ? first.data.inode : null;
}

/** What is known, for those who only look. Never rejects. */
export async function readLastKnown(of: KnownProject): Promise<readonly KnownSet[]> {
  return [...setsIn((await remembered(of))?.text ?? "").values()];
}

/** For the one that writes in the project. Touches nothing on the disk until there is something to be said. */
export async function openLastKnown(of: KnownProject): Promise<LastKnown> {
  const { disk, home, root } = of;
  const path = pathFor(of);
  const found = await remembered(of);
  const known = setsIn(found?.text ?? "");
  const queue = createQueue();
  let lines = found?.text.split("\n").length ?? 0;
  let end = 0;
  let file: DiskFile | null = null;

  const whole = (inode: string): Buffer =>
    Buffer.from(
      JSON.stringify({ root, inode }) + [...known.values()].map((set) => lineOf(set, set.seq)).join(""),
      "utf8",
    );

  /** Writes all that is known under the name of this folder. */
  async function renew(): Promise<void> {
    await makeHome(disk, home);
    await makeFolders(disk, home, folderName);
    const bytes = whole(await inodeOf(of));
    await writeDurable(disk, path, bytes);
    end = bytes.length;
    lines = known.size + 1;
    if (found && found.path !== path) await attempt(() => disk.remove(found.path));
  }

  async function openFile(): Promise<DiskFile> {
    if (found?.path !== path) await renew();
    else if (end === 0) end = Buffer.byteLength(found.text, "utf8");
    return disk.open(path, "write");
  }

  const add = (text: string): Promise<unknown> =>
    queue.run(() =>
      attempt(async () => {
        if (!file) {
          const isNew = found?.path !== path && end === 0;
          file = await openFile();
          // A new one holds it already.
          if (isNew) return;
        }
        const more = Buffer.from(text, "utf8");
        await writeFully(file, more, end);
        end += more.length;
      }),
    );

  return {
    seqOf: (set) => known.get(keyOf(set))?.seq ?? null,
    sets: () => known.values(),
    async note(sets) {
      const fresh = sets.filter((set) => known.get(keyOf(set))?.seq !== set.seq);
      if (fresh.length === 0) return;
      for (const set of fresh) known.set(keyOf(set), set);
      lines += fresh.length;
      await add(fresh.map((set) => lineOf(set, set.seq)).join(""));
    },
    async forget(sets) {
      const gone = sets.filter((set) => known.delete(keyOf(set)));
      if (gone.length === 0) return;
      lines += gone.length;
      await add(gone.map((set) => lineOf(set, null)).join(""));
      await queue.run(() => attempt(async () => file?.syncData()));
    },
    close: () =>
      queue.run(async () => {
        await attempt(async () => file?.close());
        file = null;
        if (lines > (known.size + 1) * repeats) await attempt(renew);
      }),
  };
}
