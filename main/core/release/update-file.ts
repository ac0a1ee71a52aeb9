// An update is a file that a person opens: one package of a release, behind the signed list of that release. It is a zip archive whose entries
// are stored as they are, so that nothing of it is ever unpacked, and whose first two are the list and its signature, so that nothing of a
// stranger's is read but these.
import type { MinisignKey } from "./minisign.ts";
import { checkList, Description, parsedJson, readSums, releaseFiles, sumOf } from "./signed-list.ts";

export type UpdateFault =
  /** No update, or not whole. */
  | "unreadable"
  | "not-signed"
  | "other-key"
  /** A file in it is not the signed one. */
  | "changed"
  | "other-system"
  | "older"
  | "same";

export interface Update {
  readonly version: string;
  /** What is new, as Markdown. */
  readonly changes: string;
  /** What the signer wrote beside the signature. */
  readonly signer: string;
  /** The package for the system's installer: a name without a path, and its bytes. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

type ExaminedUpdate =
  | { readonly ok: true; readonly update: Update }
  | { readonly ok: false; readonly why: UpdateFault };

/** What this program is. */
export interface Installed {
  readonly key: MinisignKey;
  readonly version: string;
  readonly system: Description["packages"][number]["system"];
}

/** An update may have these bytes: several times what Electron's installers have. */
export const mostUpdateBytes = 2 ** 30;
/** Within these at the beginning lie the list and its signature, which have a line a file. */
export const mostListBytes = 65_536;
const mostEntries = 8;

const refused = (why: UpdateFault): ExaminedUpdate => ({ ok: false, why });

/** Examines the bytes of an update's file: who signed it, that all of it is what was signed, and that it is newer and for this system. */
export function examineUpdate(zipped: Uint8Array, installed: Installed): ExaminedUpdate {
  const signed = signedListIn(zipped, installed.key);
  if (typeof signed === "string") return refused(signed);
  const files = storedFiles(zipped);
  const sums = readSums(Buffer.from(signed.list).toString("utf8"));
  if (files === null || sums === null) return refused("unreadable");
  const others = [...files].filter(([name]) => name !== releaseFiles.sums && name !== releaseFiles.signature);
  if (others.some(([name, bytes]) => sums.get(name) !== sumOf(bytes))) return refused("changed");
  const described = Description.safeParse(parsedJson(files.get(releaseFiles.description) ?? null));
  if (!described.success) return refused("unreadable");
  const { version, packages, changes } = described.data;
  const [fitting, ...more] = packages.filter(({ file }) => files.has(file));
  const bytes = files.get(fitting?.file ?? "");
  const news = files.get(changes);
  if (!fitting || !bytes || !news || more.length > 0) return refused("unreadable");
  if (fitting.system !== installed.system) return refused("other-system");
  const order = compareVersions(version, installed.version);
  if (order <= 0) return refused(order === 0 ? "same" : "older");
  const text = Buffer.from(news).toString("utf8");
  return { ok: true, update: { version, changes: text, signer: signed.signer, file: fitting.file, bytes } };
}

/** The signed list in the bytes that an update begins with, and what its signer wrote beside it; what does not hold where it is none. */
export function signedListIn(
  start: Uint8Array,
  key: MinisignKey,
): { readonly list: Uint8Array; readonly signer: string } | UpdateFault {
  const head = start.subarray(0, mostListBytes);
  const list = storedFileAt(head, 0);
  const signature = list && storedFileAt(head, list.end);
  if (list?.name !== releaseFiles.sums || signature?.name !== releaseFiles.signature) return "unreadable";
  const signed = checkList(list.bytes, signature.bytes, key);
  if ("fault" in signed) return signed.fault === "key" ? "other-key" : "not-signed";
  return { list: list.bytes, signer: signed.comment };
}

// A zip archive as `writeUpdates` makes it (APPNOTE 6.3.10, 4.3.7 and 4.3.16): files one after the other, then their directory, and its end.

interface StoredFile {
  readonly name: string;
  /** Of the archive's own, not a copy. */
  readonly bytes: Uint8Array;
  /** Where what follows it begins. */
  readonly end: number;
}

/** All files by name; `null` where one is there twice, there are too many, or the archive does not end where its directory does. */
function storedFiles(zipped: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const files = new Map<string, Uint8Array>();
  let at = 0;
  for (let file = storedFileAt(zipped, at); file !== null; file = storedFileAt(zipped, at)) {
    if (files.has(file.name) || files.size === mostEntries) return null;
    files.set(file.name, file.bytes);
    at = file.end;
  }
  return isEnd(zipped, { entries: files.size, start: at }) ? files : null;
}

/** Code points of names are in UTF-8; the other flags are of files that are encrypted, or whose length nobody knew before. */
const isUnicode = 0x0800;

/** The file whose header begins at `at`; `null` where there is none, or one that is not stored as it is and whole. */
function storedFileAt(zipped: Uint8Array, at: number): StoredFile | null {
  const view = new DataView(zipped.buffer, zipped.byteOffset, zipped.byteLength);
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== 0x04034b50) return null;
  const [flags, method] = [view.getUint16(at + 6, true), view.getUint16(at + 8, true)];
  const [packedSize, size] = [view.getUint32(at + 18, true), view.getUint32(at + 22, true)];
  if ((flags & ~isUnicode) !== 0 || method !== 0 || packedSize !== size) return null;
  const nameEnd = at + 30 + view.getUint16(at + 26, true);
  const start = nameEnd + view.getUint16(at + 28, true);
  const end = start + size;
  if (end > view.byteLength) return null;
  const name = Buffer.from(zipped.subarray(at + 30, nameEnd)).toString("utf8");
  return { name, bytes: zipped.subarray(start, end), end };
}

const endLength = 22;

/** Whether the last bytes end a directory of so many entries that begins at `start`, with nothing behind it. */
function isEnd(
  zipped: Uint8Array,
  { entries, start }: { readonly entries: number; readonly start: number },
): boolean {
  const view = new DataView(zipped.buffer, zipped.byteOffset, zipped.byteLength);
  const at = view.byteLength - endLength;
  return (
    at >= start &&
    view.getUint32(at, true) === 0x06054b50 &&
    view.getUint16(at + 10, true) === entries &&
    view.getUint32(at + 12, true) === at - start &&
    view.getUint32(at + 16, true) === start
  );
}

/** Negative where the first is older; both are three numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number)) as [number[], number[]];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
