// Keeps in the home what a project's sets were when last seen: whose were there, and how far this device's journal of each had come when
// something was last acknowledged. By it one sees that a file is older or shorter than it was, or gone, when nothing in the project's folder
// says so. Written without a flush, so that a save costs no second one: after a power cut it may know less than the project, never more.
import { join } from "node:path";
import { z } from "zod";
import { type Id, isId } from "../../../shared/model/id.ts";
import type { Disk, DiskFile } from "../files/disk.ts";
import { makeFolders, readDurable, writeDurable, writeFully } from "../files/durable-file.ts";
import { sha256 } from "../files/json-text.ts";
import { createQueue } from "../files/queue.ts";
import { ignoreFailure, orNull } from "../files/storage-error.ts";
import type { LastRecord } from "../sets/read-set.ts";
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
  /** How many records before it were acknowledged and are not there, until the person has decided about them; absent: none. */
  readonly lost?: number;
  /** Of when the copy was that these were brought back from as far as it had them; absent where none was, or more went missing since. */
  readonly copiedAt?: string;
}

/** Enough of a hash to tell an article's texts apart. */
const hashLength = 16;

type OfSet = Pick<KnownSet, "article" | "annotator" | "textHash">;

/** Whether it is of the article's present text. */
export const isOfText = (set: KnownSet, { textHash }: { readonly textHash: string }): boolean =>
  set.textHash.slice(0, hashLength) === textHash.slice(0, hashLength);

/** How many records this device's journal has to hold; more than its last number where some went missing and others came after them. */
export const expectedOf = ({ seq, lost = 0 }: KnownSet): number => seq + lost;

/** The same set as it is found to end at `seq`: what is not there is lost, and what has come back is not any more. */
const foundAt = (set: OfSet, before: KnownSet | null, seq: number): KnownSet => {
  const { article, annotator, textHash } = set;
  const lost = before ? Math.max(0, expectedOf(before) - seq) : 0;
  return {
    article,
    annotator,
    textHash,
    seq,
    ...lossOf(lost, before && lost <= (before.lost ?? 0) ? before.copiedAt : undefined),
  };
};

/** As a part of a set: nothing where nothing is lost. */
const lossOf = (lost: number, copiedAt?: string): Pick<KnownSet, "lost" | "copiedAt"> =>
  lost > 0 ? { lost, ...(copiedAt !== undefined && { copiedAt }) } : {};

/** What `readSet` is to know of this device's journal. */
export const lastRecordOf = (device: Id, known: KnownSet | null): LastRecord => ({
  device,
  seq: known ? expectedOf(known) : 0,
  ...(known?.copiedAt !== undefined && {
    broughtBack: { copiedAt: known.copiedAt, count: known.lost ?? 0 },
  }),
});

export interface LastKnown {
  /** `null` for a set that was never there. */
  of(set: OfSet): KnownSet | null;
  sets(): Iterable<KnownSet>;
  /** Never rejects: what the home does not take is not known. */
  note(sets: readonly KnownSet[]): Promise<void>;
  /** The same; what was forgotten is so after a power cut, too. */
  forget(sets: readonly KnownSet[]): Promise<void>;
  /** Never rejects. */
  close(): Promise<void>;
}

/** Notes how far this device's journals of these sets were found to go, by what is known of the sets at this moment. Never rejects. */
export const noteFound = (
  lastKnown: LastKnown,
  found: readonly (OfSet & { readonly seq: number })[],
): Promise<void> => lastKnown.note(found.map((set) => foundAt(set, lastKnown.of(set), set.seq)));

/** Notes what was just acknowledged; what is lost of the set before it stays so. Never rejects. */
export const noteSaved = (lastKnown: LastKnown, set: OfSet, seq: number): Promise<void> =>
  lastKnown.note([{ ...(lastKnown.of(set) ?? foundAt(set, null, seq)), seq }]);

/** Bytes; more than a hundred times what a large project has. */
const longestFile = 256 * 1024 * 1024;
/** Lines that say something again, for each that does not, from which on the file is written anew. */
const repeats = 3;

const folderName = "known";

const count = z.number().int().min(0);
const line = z.tuple([
  z.string().refine(isId),
  z.string().refine(isId),
  z.string(),
  count.nullable(),
  count.optional(),
  z.string().optional(),
]);

const keyOf = ({ article, annotator, textHash }: OfSet): string =>
  `${article} ${annotator} ${textHash.slice(0, hashLength)}`;

const lineOf = (
  { article, annotator, textHash }: OfSet,
  ...facts: readonly (number | string | null)[]
): string => `\n${JSON.stringify([article, annotator, textHash.slice(0, hashLength), ...facts])}`;

const lineOfSet = (set: KnownSet): string =>
  lineOf(set, ...[set.seq, set.lost, set.copiedAt].filter((fact) => fact !== undefined));

/** By what `keyOf` makes of them; without what cannot be read. */
function setsIn(text: string): Map<string, KnownSet> {
  const setsByKey = new Map<string, KnownSet>();
  for (const lineText of linesOf(text)) {
    const parsedLine = line.safeParse(valueIn(lineText));
    if (!parsedLine?.success) continue;
    const [article, annotator, textHash, seq, lost = 0, copiedAt] = parsedLine.data;
    const key = keyOf({ article, annotator, textHash });
    if (seq === null) setsByKey.delete(key);
    else setsByKey.set(key, { article, annotator, textHash, seq, ...lossOf(lost, copiedAt) });
  }
  return setsByKey;
}

/** What a power cut left unwritten between two writes is a hole of NULs, which ends a line as well. */
const linesOf = (text: string): readonly string[] => text.split(/[\n\0]+/u).filter((one) => one !== "");

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
  /** Of whose journals the numbers are. */
  readonly device: Id;
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
  const { disk, home, project, root } = of;
  const readRemembered = async (path: string): Promise<Remembered | null> => {
    const bytes = await orNull(() => readDurable(disk, path, longestFile));
    return bytes && { path, text: Buffer.from(bytes).toString("utf8") };
  };
  const ownFile = await readRemembered(pathFor(of));
  if (ownFile) return ownFile;
  const folder = join(home, folderName);
  const folderId = await folderAt(disk, root);
  for (const { name } of (await orNull(() => disk.list(folder))) ?? []) {
    if (!name.startsWith(`${project}.`) || !name.endsWith(ending)) continue;
    const otherFile = await readRemembered(join(folder, name));
    const otherPlace = otherFile && placeIn(otherFile.text);
    if (!otherPlace || otherPlace.folder !== folderId) continue;
    // Numbers of folders come again: one that is still where it was is another.
    if ((await folderAt(disk, otherPlace.root)) === "") return otherFile;
  }
  return null;
}

/** By which a folder that is moved is known again, and a copy of it is told from it; empty for none. */
async function folderAt(disk: Disk, root: string): Promise<string> {
  const status = await orNull(() => disk.status(root));
  return status?.kind === "folder" ? `${status.dev} ${status.ino}` : "";
}

const place = z.object({ root: z.string(), folder: z.string().min(1), device: z.string() });

/** What the first line says; `null` where it makes no sense. */
function placeIn(text: string): z.infer<typeof place> | null {
  const parsedPlace = place.safeParse(valueIn(linesOf(text)[0] ?? ""));
  return parsedPlace.success ? parsedPlace.data : null;
}

/** What is known, for those who only look. Never rejects. */
export async function readLastKnown(of: KnownProject): Promise<readonly KnownSet[]> {
  return [...setsOf(await remembered(of), of).values()];
}

/** Of another device, as after a damage to the home, the sets alone: its journals are somebody else's by now. */
function setsOf(found: Remembered | null, { device }: KnownProject): Map<string, KnownSet> {
  const setsByKey = setsIn(found?.text ?? "");
  if (!found || placeIn(found.text)?.device === device) return setsByKey;
  return new Map([...setsByKey].map(([key, set]) => [key, { ...set, seq: 0 }]));
}

/** For those who only read in the project: what they see is nobody's to be known. */
export async function viewLastKnown(of: KnownProject): Promise<LastKnown> {
  const setsByKey = new Map((await readLastKnown(of)).map((set) => [keyOf(set), set]));
  const nothing = async (): Promise<void> => undefined;
  return {
    of: (set) => setsByKey.get(keyOf(set)) ?? null,
    sets: () => setsByKey.values(),
    note: nothing,
    forget: nothing,
    close: nothing,
  };
}

interface LastKnownState {
  readonly of: KnownProject;
  check(): Promise<void>;
  readonly path: string;
  readonly rememberedFile: Remembered | null;
  /** Of what is remembered, whether it is the file that is gone on with. */
  readonly isOurs: boolean;
  readonly setsByKey: Map<string, KnownSet>;
  lines: number;
  end: number;
  file: DiskFile | null;
}

/**
 * For the one that writes in the project; `check` throws when another process has become that. Touches nothing on the disk until there is
 * something to be said.
 */
export async function openLastKnown(of: KnownProject, check: () => Promise<void>): Promise<LastKnown> {
  const path = pathFor(of);
  const rememberedFile = await remembered(of);
  const text = rememberedFile?.text ?? "";
  const setsByKey = setsOf(rememberedFile, of);
  const isOurs = rememberedFile?.path === path && placeIn(text)?.device === of.device;
  const lines = linesOf(text).length;
  const memory: LastKnownState = {
    of,
    check,
    path,
    rememberedFile,
    isOurs,
    setsByKey,
    lines,
    end: 0,
    file: null,
  };
  const queue = createQueue();
  const add = (more: string): Promise<unknown> => queue.run(() => ignoreFailure(() => addText(memory, more)));
  return {
    of: (set) => setsByKey.get(keyOf(set)) ?? null,
    sets: () => setsByKey.values(),
    async note(sets) {
      const fresh = sets.filter((set) => {
        const previousSet = setsByKey.get(keyOf(set));
        return !previousSet || lineOfSet(previousSet) !== lineOfSet(set);
      });
      if (fresh.length === 0) return;
      for (const knownSet of fresh) setsByKey.set(keyOf(knownSet), knownSet);
      memory.lines += fresh.length;
      await add(fresh.map(lineOfSet).join(""));
    },
    async forget(sets) {
      const forgottenSets = sets.filter((set) => setsByKey.delete(keyOf(set)));
      if (forgottenSets.length === 0) return;
      memory.lines += forgottenSets.length;
      await add(forgottenSets.map((set) => lineOf(set, null)).join(""));
      await queue.run(() => ignoreFailure(async () => memory.file?.syncData()));
    },
    close: () =>
      queue.run(async () => {
        await ignoreFailure(async () => memory.file?.close());
        memory.file = null;
        if (memory.lines > (setsByKey.size + 1) * repeats) await ignoreFailure(() => renew(memory));
      }),
  };
}

async function addText(memory: LastKnownState, text: string): Promise<void> {
  if (!memory.file) {
    const isNew = !memory.isOurs && memory.end === 0;
    memory.file = await openFile(memory);
    // A new one holds it already.
    if (isNew) return;
  }
  const more = Buffer.from(text, "utf8");
  await writeFully(memory.file, more, memory.end);
  memory.end += more.length;
}

async function openFile(memory: LastKnownState): Promise<DiskFile> {
  if (!memory.isOurs) await renew(memory);
  else if (memory.end === 0) memory.end = Buffer.byteLength(memory.rememberedFile?.text ?? "", "utf8");
  return memory.of.disk.open(memory.path, "write");
}

/** Writes all that is known under the name of this folder. */
async function renew(memory: LastKnownState): Promise<void> {
  const { path, rememberedFile, setsByKey } = memory;
  const { disk, home, root, device } = memory.of;
  await memory.check();
  await makeHome(disk, home);
  await makeFolders(disk, home, folderName);
  const head = JSON.stringify({ root, folder: await folderAt(disk, root), device });
  const bytes = Buffer.from(head + [...setsByKey.values()].map(lineOfSet).join(""), "utf8");
  await writeDurable(disk, path, bytes);
  memory.end = bytes.length;
  memory.lines = setsByKey.size + 1;
  if (rememberedFile && rememberedFile.path !== path)
    await ignoreFailure(() => disk.remove(rememberedFile.path));
}
