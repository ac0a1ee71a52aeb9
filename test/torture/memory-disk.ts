// A disk in memory that knows what is flushed and what is not. A power cut takes from it what no flush has made safe, or a part of
// that, as a machine might: bytes of a file that was not synced, entries of a folder that was not.
import { dirname } from "node:path";
import type { Disk, DiskFile, FileStatus } from "../../main/storage/files/disk.ts";
import type { Random } from "./random.ts";

/** What is left of what was not flushed: nothing; everything, as after a kill; or what chance decides. */
export type Cut = "flushed alone" | "everything" | "by chance";

export interface MemoryDisk extends Disk {
  /** The disk as a machine finds it that lost its power now. */
  afterCut(cut: Cut, random: Random): MemoryDisk;
  /** From now on every call fails: the machine is off. */
  turnOff(): void;
  /** The content of a file; `null` for none. */
  bytesAt(path: string): Uint8Array | null;
  /** Puts a file there, safe at once; `null` removes it. */
  put(path: string, bytes: Uint8Array | null): void;
  /** The paths of all files. */
  files(): string[];
}

type Write = { readonly at: number; readonly bytes: Uint8Array } | { readonly length: number };

interface Node {
  readonly ino: bigint;
  readonly kind: "file" | "folder";
  mode: number;
  modifiedAt: number;
  changedAt: bigint;
  content: Uint8Array;
  /** The content that is safe, and what was done to it since. */
  safe: Uint8Array;
  unsafe: Write[];
  readonly entries: Map<string, Node>;
  /** The entries with which the disk began. */
  readonly first: ReadonlyMap<string, Node>;
}

/** What was done to the entries of one or two folders, as one. */
interface FolderChange {
  readonly edits: readonly { readonly folder: Node; readonly name: string; readonly to: Node | null }[];
  isSafe: boolean;
}

let inodes = 0n;
/** Goes on with every change of anything. */
let moment = 0n;
const nextMoment = (): bigint => {
  moment += 1n;
  return moment;
};

function nodeOf(
  kind: Node["kind"],
  content: Uint8Array,
  entries: ReadonlyMap<string, Node> = new Map(),
): Node {
  inodes += 1n;
  const mode = kind === "file" ? 0o600 : 0o700;
  const state = { content, safe: content, unsafe: [], entries: new Map(entries), first: entries };
  return { ino: inodes, kind, mode, modifiedAt: Date.now(), changedAt: nextMoment(), ...state };
}

const nothing = new Uint8Array();

const failure = (code: string): Error => Object.assign(new Error(`${code}: of the disk in memory`), { code });

function written(content: Uint8Array, write: Write): Uint8Array {
  if ("length" in write) {
    const cut = new Uint8Array(write.length);
    cut.set(content.subarray(0, write.length));
    return cut;
  }
  const grown = new Uint8Array(Math.max(content.length, write.at + write.bytes.length));
  grown.set(content);
  grown.set(write.bytes, write.at);
  return grown;
}

/** An empty disk; with `root`, one with that in it. */
export function memoryDisk(root: Node = nodeOf("folder", nothing)): MemoryDisk {
  const changes: FolderChange[] = [];
  let isOff = false;

  const parts = (path: string): string[] => path.split("/").filter((part) => part !== "");

  function find(path: string): Node {
    let node = root;
    for (const part of parts(path)) {
      if (node.kind !== "folder") throw failure("ENOTDIR");
      const next = node.entries.get(part);
      if (!next) throw failure("ENOENT");
      node = next;
    }
    return node;
  }

  function place(path: string): { folder: Node; name: string } {
    const folder = find(dirname(path));
    const name = parts(path).at(-1);
    if (folder.kind !== "folder" || name === undefined) throw failure("ENOTDIR");
    return { folder, name };
  }

  function change(...edits: FolderChange["edits"]): void {
    for (const { folder, name, to } of edits) {
      if (to) to.changedAt = nextMoment();
      if (to) folder.entries.set(name, to);
      else folder.entries.delete(name);
    }
    changes.push({ edits, isSafe: false });
  }

  /** What is safe in a folder needs all that was done before to the folders it shares a change with. */
  function syncEntries(folder: Node): void {
    const needed = new Set([folder]);
    for (const one of changes.toReversed()) {
      if (!one.edits.some((edit) => needed.has(edit.folder))) continue;
      one.isSafe = true;
      for (const edit of one.edits) needed.add(edit.folder);
    }
  }

  function write(node: Node, one: Write): void {
    node.content = written(node.content, one);
    node.unsafe.push(one);
    node.modifiedAt = Date.now();
    node.changedAt = nextMoment();
  }

  function sync(node: Node): void {
    if (node.kind === "folder") syncEntries(node);
    node.safe = node.content;
    node.unsafe = [];
  }

  /** Every call takes a turn of its own, and fails once the machine is off. */
  const call =
    <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
    async (...args: Args): Promise<Result> => {
      await null;
      if (isOff) throw failure("EIO");
      return work(...args);
    };

  const fileOf = (node: Node): DiskFile => ({
    read: call((into, position) => {
      const bytes = node.content.subarray(position, position + into.length);
      into.set(bytes);
      return bytes.length;
    }),
    write: call((bytes, position) => {
      write(node, { at: position, bytes: bytes.slice() });
      return bytes.length;
    }),
    status: call(() => statusOf(node)),
    setMode: call((mode) => {
      node.mode = mode;
      node.changedAt = nextMoment();
    }),
    truncate: call((length) => write(node, { length })),
    sync: call(() => sync(node)),
    syncData: call(() => sync(node)),
    close: async () => undefined,
  });

  function open(path: string, access: Parameters<Disk["open"]>[1]): DiskFile {
    if (access !== "create") {
      const node = find(path);
      if (access === "folder" && node.kind !== "folder") throw failure("ENOTDIR");
      if (access === "write" && node.kind === "folder") throw failure("EISDIR");
      return fileOf(node);
    }
    const { folder, name } = place(path);
    if (folder.entries.has(name)) throw failure("EEXIST");
    const node = nodeOf("file", nothing);
    change({ folder, name, to: node });
    return fileOf(node);
  }

  function rename(from: string, to: string): void {
    const [old, next] = [place(from), place(to)];
    const node = old.folder.entries.get(old.name);
    if (!node) throw failure("ENOENT");
    const there = next.folder.entries.get(next.name);
    if (there?.kind === "folder" && there.entries.size > 0) throw failure("ENOTEMPTY");
    if (there && there.kind !== node.kind) throw failure(there.kind === "folder" ? "EISDIR" : "ENOTDIR");
    change({ ...old, to: null }, { ...next, to: node });
  }

  function remove(path: string, kind: Node["kind"]): void {
    const { folder, name } = place(path);
    const node = folder.entries.get(name);
    if (!node) throw failure("ENOENT");
    if (node.kind !== kind) throw failure(kind === "folder" ? "ENOTDIR" : "EISDIR");
    if (node.entries.size > 0) throw failure("ENOTEMPTY");
    change({ folder, name, to: null });
  }

  function makeFolder(path: string): void {
    const { folder, name } = place(path);
    if (folder.entries.has(name)) throw failure("EEXIST");
    change({ folder, name, to: nodeOf("folder", nothing) });
  }

  function afterCut(cut: Cut, random: Random): MemoryDisk {
    const lost = lostChanges(changes, cut, random);
    const entries = new Map<Node, Map<string, Node>>();
    for (const one of changes)
      for (const { folder, name, to } of lost.has(one) ? [] : one.edits) {
        const of = entries.get(folder) ?? new Map(folder.first);
        entries.set(folder, of);
        if (to) of.set(name, to);
        else of.delete(name);
      }
    const copyOf = (node: Node): Node => {
      const copy =
        node.kind === "file"
          ? nodeOf("file", contentAfter(node, cut, random))
          : nodeOf("folder", nothing, copiesOf(entries.get(node) ?? node.first));
      // The machine needs a while to start.
      copy.modifiedAt = node.modifiedAt - 60_000;
      return copy;
    };
    const copiesOf = (children: ReadonlyMap<string, Node>): ReadonlyMap<string, Node> =>
      new Map(Array.from(children, ([name, child]) => [name, copyOf(child)]));
    return memoryDisk(copyOf(root));
  }

  /** With all folders above it. */
  function put(path: string, bytes: Uint8Array | null): void {
    let above = "";
    for (const part of parts(dirname(path))) {
      above += `/${part}`;
      if (!find(dirname(above)).entries.has(part)) makeFolder(above);
    }
    const { folder, name } = place(path);
    change({ folder, name, to: bytes && nodeOf("file", bytes) });
    syncEntries(folder);
  }

  function* filesIn(node: Node, path: string): Generator<string> {
    for (const [name, child] of node.entries)
      if (child.kind === "file") yield `${path}/${name}`;
      else yield* filesIn(child, `${path}/${name}`);
  }

  return {
    open: call((path, access) => open(path, access)),
    status: call((path) => statusOf(find(path))),
    rename: call(rename),
    remove: call((path) => remove(path, "file")),
    makeFolder: call(makeFolder),
    removeFolder: call((path) => remove(path, "folder")),
    list: call((path) => {
      const { kind, entries } = find(path);
      if (kind !== "folder") throw failure("ENOTDIR");
      return Array.from(entries, ([name, entry]) => ({ name, kind: entry.kind }));
    }),
    realPath: call((path) => {
      find(path);
      return `/${parts(path).join("/")}`;
    }),
    touch: call((path) => {
      Object.assign(find(path), { modifiedAt: Date.now(), changedAt: nextMoment() });
    }),
    afterCut,
    turnOff() {
      isOff = true;
    },
    bytesAt(path) {
      try {
        return find(path).content;
      } catch {
        return null;
      }
    },
    put,
    files: () => [...filesIn(root, "")],
  };
}

const statusOf = ({ ino, kind, content, mode, modifiedAt, changedAt }: Node): FileStatus => ({
  kind,
  dev: 1n,
  ino,
  size: content.length,
  mode,
  modifiedAt,
  changedAt,
});

/** In each folder some of the last changes are lost, none in the middle; what is about two folders is lost in both. */
function lostChanges(changes: readonly FolderChange[], cut: Cut, random: Random): Set<FolderChange> {
  const lost = new Set<FolderChange>();
  if (cut === "everything") return lost;
  const share = cut === "by chance" ? random.pick([0.05, 0.3, 0.7]) : 1;
  const ended = new Set<Node>();
  for (const one of changes) {
    const folders = one.edits.map(({ folder }) => folder);
    if (one.isSafe || !(folders.some((folder) => ended.has(folder)) || random.chance(share))) continue;
    lost.add(one);
    for (const folder of folders) ended.add(folder);
  }
  return lost;
}

/** Some of the first writes since the last flush, the last of them perhaps torn, or with its length but not its bytes. */
function contentAfter({ content, safe, unsafe }: Node, cut: Cut, random: Random): Uint8Array {
  if (cut === "everything") return content;
  if (cut === "flushed alone" || unsafe.length === 0) return safe;
  const kept = random.below(unsafe.length + 1);
  const whole = unsafe.slice(0, kept).reduce(written, safe);
  const torn = unsafe[kept];
  if (!torn || "length" in torn) return whole;
  const bytes = torn.bytes.subarray(0, random.below(torn.bytes.length + 1));
  return written(whole, { at: torn.at, bytes: random.chance(0.5) ? bytes : new Uint8Array(bytes.length) });
}
