// One thing that somebody else does to the files of a project on which somebody is at work.
import type { Id } from "../../../shared/model/id.ts";
import type { MachineClock } from "../machine-clock.ts";
import type { MemoryDisk } from "../memory-disk.ts";
import type { Random } from "../random.ts";
import type { Truth } from "../truth.ts";
import type { Ledger } from "./ledger.ts";

/** Whoever is at the files: a synchronisation program, git, an editor, another machine. */
export interface OtherSide {
  readonly disk: MemoryDisk;
  /** Where everything is. */
  readonly root: string;
  /** The project's folder. */
  readonly folder: string;
  readonly project: Id;
  /** Who works here. */
  readonly self: Id;
  /** What must be there. */
  readonly truth: Truth;
  readonly random: Random;
  readonly newId: () => Id;
  readonly ledger: Ledger;
  readonly clock: MachineClock;
  /** States of files as they were some time ago, by file. */
  readonly older: Map<string, Uint8Array[]>;
  /** What of another machine's files has not come yet. */
  readonly arrivals: (() => void)[];
}

export interface Deed {
  readonly name: string;
  /** What will be done, in one go, whenever it is called; `null`: it makes no sense now. */
  plan(side: OtherSide): (() => void) | null | Promise<(() => void) | null>;
}

/** The content of a file of the project as JSON, and text; `null` for none. */
export const textAt = ({ disk, folder }: OtherSide, file: string): string | null => {
  const bytes = disk.bytesAt(`${folder}/${file}`);
  return bytes && Buffer.from(bytes).toString("utf8");
};

type Json = Record<string, unknown>;

/** The file with something in it changed; `null` where it cannot be read as it is. */
export function edited(side: OtherSide, file: string, change: (json: Json) => Json): string | null {
  const text = textAt(side, file);
  if (text === null) return null;
  try {
    return `${JSON.stringify(change(JSON.parse(text) as Json), null, 2)}\n`;
  } catch {
    return null;
  }
}

/** The files of the project, from its folder on, that are not hidden, and not copies of conflicts. */
export const filesOf = ({ disk, folder }: OtherSide): string[] =>
  disk.files().flatMap((path) => {
    const file = path.slice(folder.length + 1);
    return path.startsWith(`${folder}/`) && /^[a-z2-7/]+(?:\.[a-z2-7.]+)?$/.test(file) ? [file] : [];
  });

/** The snapshots of sets that this person or the curation holds, or others. */
export const snapshotsOf = (side: OtherSide, isOf: (annotator: Id) => boolean): string[] =>
  filesOf(side).filter((file) => {
    const [, annotator] = /^annotations\/[a-z2-7]+\/([a-z2-7]+)\.json$/.exec(file) ?? [];
    return annotator !== undefined && isOf(annotator);
  });
