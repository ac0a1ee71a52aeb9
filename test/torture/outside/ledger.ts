// The book of what the other side wrote into a project's files: each record it added, changed or removed, and each file that
// makes no sense, until it is seen what became of it. From it follows what may be otherwise than was acknowledged here, too.
import type { MemoryDisk } from "../memory-disk.ts";
import type { Truth } from "../truth.ts";
import { articleOf, isMixture, type Records, recordsIn, valuesIn } from "./records.ts";

/** One thing that the other side did. */
interface Entry {
  /** From the project's folder on; of what is in several files, none. */
  readonly file: string | null;
  /** Of what is no record: none. */
  readonly key: string | null;
  /** The record's value; `null`: it was removed. */
  readonly value: string | null;
  /** The bytes of a file that makes no sense. */
  readonly bytes: Uint8Array | null;
  readonly deed: string;
  /** Whether all of it has come; absent: it has. */
  readonly isWhole?: () => boolean;
  /** The other side itself has destroyed it since; it may have been seen before. */
  readonly isOver?: boolean;
}

/** A copy of a file that was changed in two places, and the records that it has otherwise. */
export interface Copy {
  readonly file: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where what the other side wrote can have gone. */
interface Whereabouts {
  readonly found: Records;
  readonly truth: Truth;
  /** Something was told about what came. */
  readonly isTold: boolean;
}

export interface Ledger {
  /**
   * Writes a file as the other side, `null` to remove it. `quiet`: an older state, of which it is known here what came after
   * it, so that nothing in it may change anything.
   */
  write(deed: string, file: string, bytes: Uint8Array | null, quiet?: boolean): void;
  /** Writes a file with both sides of a conflict in it, the other one being `theirs`. */
  writeMarked(deed: string, file: string, bytes: Uint8Array, theirs: Uint8Array): void;
  /** Writes a copy of a file under another name. */
  writeCopy(deed: string, copy: Copy): void;
  /** A newer version of these sets was imported, which the person was told to replace what was there. */
  replaced(annotators: readonly string[]): void;
  /** These copies are about to be merged. */
  merging(names: readonly string[]): void;
  /** What another machine did, which comes with several files. */
  came(deed: string, before: Records, after: Records, isWhole: () => boolean): void;
  /** Something was done that wrote nothing. */
  tick(): void;
  /** Why what was found cannot be: of what is here, and of what the other side wrote; none when all is well. */
  judge(states: readonly Records[], where: Whereabouts): readonly string[];
  /** It may turn up later, though it was not acknowledged: it is kept for the next opening. */
  mayCome(states: readonly Records[]): void;
  readonly written: () => number;
  /** Whether the other side has taken a record away. */
  readonly hasRemoved: (key: string) => boolean;
  /** Whether the other side has cut this journal, or written on it. */
  readonly hasHurt: (file: string) => boolean;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** No file of a project's own is called like that. */
const isCopy = (file: string): boolean => /[ A-Z-]/.test(file);

const sameBytes = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a !== null && b !== null && Buffer.from(a).equals(Buffer.from(b));

/** `self`: whose files are here and nobody else's to be left lying. */
export function ledgerOf(disk: MemoryDisk, root: string, self: () => string): Ledger {
  /** A set of somebody whom the project's file does not name yet is not shown, and lies where it is. */
  const isOthers = (file: string): boolean => file.startsWith("annotations/") && !file.includes(self());
  let entries: Entry[] = [];
  let written = 0;
  const removed = new Set<string>();
  const hurt = new Set<string>();
  /** What files said before they were deleted or made no sense. */
  const lastGood = new Map<string, Records>();
  let mayCome: readonly Records[] = [];
  const copies = new Map<string, { readonly bytes: Uint8Array; readonly more: readonly Entry[] }>();

  function write(deed: string, file: string, bytes: Uint8Array | null, quiet = false): void {
    const isLoss = !quiet || !deed.startsWith("another machine");
    const path = `${root}/${file}`;
    const before = disk.bytesAt(path);
    disk.put(path, bytes);
    written += 1;
    copies.delete(file);
    if (isLoss && file.endsWith(".journal")) hurt.add(file);
    const was = recordsIn(file, before) ?? lastGood.get(file) ?? new Map();
    const is = recordsIn(file, bytes);
    if (is ?? recordsIn(file, before)) lastGood.set(file, is ?? was);
    // What it wrote there before and nobody here has seen is its own to write over.
    entries = entries.map((one) =>
      one.file === file && (one.key === null || is?.get(one.key) !== (one.value ?? undefined))
        ? { ...one, isOver: true }
        : one,
    );
    const [folder, article] = file.split("/");
    if (isLoss && folder === "annotations")
      entries = entries.map((one) =>
        one.file === null && articleOf(one.key ?? "") === article ? { ...one, isOver: true } : one,
      );
    if (bytes === null && file.endsWith("/article.json"))
      entries.push({ file, key: `title ${article}`, value: null, bytes: null, deed });
    if (bytes === null || quiet) return;
    if (!is) {
      entries.push({ file, key: null, value: null, bytes, deed });
      return;
    }
    const changed = differences(deed, file, was, is);
    const again = new Set(changed.map(({ key }) => key));
    // What another machine has brought may be changed by the next one.
    entries = entries.map((one) =>
      one.file === null && again.has(one.key) ? { ...one, isOver: true } : one,
    );
    entries.push(...changed);
  }

  function differences(deed: string, file: string | null, was: Records, is: Records): Entry[] {
    const found: Entry[] = [];
    for (const [key, value] of is)
      if (was.get(key) !== value) found.push({ file, key, value, bytes: null, deed });
    for (const key of was.keys()) if (!is.has(key)) found.push({ file, key, value: null, bytes: null, deed });
    return found;
  }

  function writeMarked(deed: string, file: string, bytes: Uint8Array, theirs: Uint8Array): void {
    const was = recordsIn(file, disk.bytesAt(`${root}/${file}`)) ?? new Map();
    disk.put(`${root}/${file}`, bytes);
    written += 1;
    const more = differences(deed, file, was, recordsIn(file, theirs) ?? new Map());
    // Where it makes no sense to whoever opens it, it is kept as it is.
    entries.push(...more.map((one) => ({ ...one, bytes })));
  }

  function writeCopy(deed: string, { file, name, bytes }: Copy): void {
    const was = recordsIn(file, disk.bytesAt(`${root}/${file}`)) ?? new Map();
    const is = recordsIn(file, bytes);
    disk.put(`${root}/${name}`, bytes);
    written += 1;
    const more = is ? differences(deed, name, was, is).filter(({ value }) => value !== null) : [];
    // Where it is not known what both come from, what was taken away here since comes back with it.
    const back = Array.from(is ?? [], ([key, value]) => ({
      file: name,
      key,
      value,
      bytes: null,
      deed,
      isOver: true,
    }));
    copies.set(name, { bytes, more: [...back, ...more] });
  }

  /** All that lies aside: moved there by us, or as copies that wait for an answer. */
  function aside(): Aside {
    const bytes: Uint8Array[] = [];
    const values = new Set<string>();
    const registries: Records[] = [];
    for (const path of disk.files()) {
      const file = path.slice(root.length + 1);
      if (
        !path.startsWith(`${root}/`) ||
        !(file.startsWith(".quarantine/") || isCopy(file) || isOthers(file))
      )
        continue;
      const content = disk.bytesAt(path);
      if (!content) continue;
      bytes.push(content);
      try {
        const text = Buffer.from(content).toString("utf8");
        for (const [id] of text.matchAll(/[a-z2-7]{16,32}/g)) values.add(id);
        if (!isJson(text)) for (const [id] of text.matchAll(/[a-z2-7]{16,32}/g)) values.add(`torn ${id}`);
        for (const value of valuesIn(JSON.parse(text))) values.add(value);
        const registry = file.endsWith("entities.json") ? recordsIn("entities.json", content) : null;
        if (registry) registries.push(registry);
      } catch {
        // It is known by its bytes.
      }
    }
    return { bytes, values, lacks: (key) => registries.some((one) => !one.has(key)) };
  }

  function judge(states: readonly Records[], { found, truth, isTold }: Whereabouts): readonly string[] {
    const wrong: string[] = [];
    const touched = new Map<string, (string | null)[]>();
    for (const { key, value } of entries)
      if (key !== null) touched.set(key, [...(touched.get(key) ?? []), value]);
    const ours = states.at(-1) ?? new Map();
    for (const key of new Set([...found.keys(), ...states.flatMap((state) => [...state.keys()])])) {
      const is = found.get(key);
      if (states.some((state) => state.get(key) === is)) continue;
      // Who deletes an article that is not open here deletes all of it, which is told.
      const article = articleOf(key);
      if (
        article !== null &&
        touched.get(`title ${article}`)?.includes(null) &&
        !found.has(`title ${article}`)
      )
        continue;
      if (is !== undefined && mayCome.some((state) => state.get(key) === is)) continue;
      const theirs = touched.get(key);
      if (theirs?.some((value) => (value ?? undefined) === is)) continue;
      const sides = [...(theirs ?? []), ours.get(key)].flatMap((value) => value ?? []);
      if (theirs && is !== undefined && isMixture(is, sides)) continue;
      wrong.push(
        `${key} was acknowledged as ${ours.get(key) ?? "not there"} and is ${is ?? "not there"}` +
          (theirs ? ` (the other side: ${theirs.join(" or ")})` : ""),
      );
    }
    const history = new Set(truth.steps.flatMap((step) => [...valuesIn(step)]));
    const kept = aside();
    const left: Entry[] = [];
    for (const entry of entries) {
      const { key, value, bytes, file, deed, isWhole, isOver } = entry;
      const article = key === null ? (file?.split("/")[1] ?? null) : articleOf(key);
      if (isWhole?.() === false || (article !== null && truth.trash.has(article))) left.push(entry);
      else if (isOver) continue;
      else if (key === null && bytes !== null) {
        const isThere = file !== null && sameBytes(disk.bytesAt(`${root}/${file}`), bytes);
        if (!isThere && !kept.bytes.some((one) => sameBytes(one, bytes)))
          wrong.push(`${deed}: what was written into ${file} is nowhere any more`);
      } else if (bytes !== null && kept.bytes.some((one) => sameBytes(one, bytes))) continue;
      else if (
        key !== null &&
        !isSeen(key, value, { found, ours, history, kept: kept.values, isTold, lacks: kept.lacks })
      )
        wrong.push(`${deed}: ${key} was written as ${value ?? "removed"} and is ${found.get(key)}, unseen`);
    }
    entries = left;
    for (const [name, { bytes }] of copies) {
      const isThere = sameBytes(disk.bytesAt(`${root}/${name}`), bytes);
      // It goes with its article, to the trash and for good.
      const isAway = name.startsWith("annotations/") && !truth.articles.has(name.split("/")[1] ?? "");
      if (!isThere && !isAway && !kept.bytes.some((one) => sameBytes(one, bytes)))
        wrong.push(`the copy ${name} is nowhere any more`);
    }
    return wrong;
  }

  return {
    write,
    writeMarked,
    writeCopy,
    replaced(annotators) {
      entries = entries.map((one) =>
        annotators.some((id) => one.key?.includes(` ${id} `)) ? { ...one, isOver: true } : one,
      );
    },
    merging(names) {
      for (const name of names) entries.push(...(copies.get(name)?.more ?? []));
    },
    came(deed, before, after, isWhole) {
      entries.push(...differences(deed, null, before, after).map((one) => ({ ...one, isWhole })));
    },
    tick() {
      written += 1;
    },
    judge,
    mayCome(states) {
      mayCome = [...mayCome, ...states];
    },
    written: () => written,
    hasRemoved: (key) => removed.has(key),
    hasHurt: (file) => hurt.has(file),
  };
}

interface Aside {
  readonly bytes: readonly Uint8Array[];
  readonly values: ReadonlySet<string>;
  /** Whether a registry lies aside from which this entity is gone. */
  readonly lacks: (key: string) => boolean;
}

interface Seen {
  readonly found: Records;
  readonly ours: Records;
  readonly history: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
  readonly isTold: boolean;
  readonly lacks: Aside["lacks"];
}

function isSeen(
  key: string,
  value: string | null,
  { found, ours, history, kept, isTold, lacks }: Seen,
): boolean {
  const is = found.get(key);
  if (value === null) return is === undefined || isTold || (key.startsWith("entity ") && lacks(key));
  if (is === value || history.has(value) || kept.has(value)) return true;
  if (kept.has(`torn ${key.split(" ").at(-1)}`)) return true;
  // Of what is no record it is looked whether its id lies aside.
  if (
    !value.startsWith("{") &&
    key
      .split(" ")
      .slice(1)
      .every((id) => kept.has(id))
  )
    return true;
  return is !== undefined && is !== ours.get(key) && isMixture(is, [value, ours.get(key) ?? value]);
}
