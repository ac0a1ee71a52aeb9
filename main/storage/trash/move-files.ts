// Moves one person's files between their place in the project and the trash, file by file, so that a crash anywhere is gone on from.
// Where files of theirs by the same names lie at the other end, neither is written over and neither is mixed with the other.

import { join } from "node:path";
import type { Id } from "../../../shared/model/id.ts";
import type { Disk } from "../files/disk.ts";
import { readDurable, statusIfAny, syncFolder } from "../files/durable-file.ts";
import { listIfAny } from "../files/list-if-any.ts";
import { quarantineFile } from "../files/quarantine.ts";
import { moveIfAny } from "./trash-folder.ts";

/** What a folder holds of somebody: in one of annotations all of it is one set, elsewhere each file stands for itself with its generations. */
export type Holding = "a set" | "files";

export interface Move {
  readonly id: Id;
  readonly from: string;
  readonly holding: Holding;
  /** Makes the folder at the other end, which is not asked for where nothing is to be moved, and gives its path. */
  target(): Promise<string>;
  /**
   * Which of two keeps its place where the other end holds another one: the one that comes, and the other goes to the quarantine; or
   * the one that is there, and the other stays where it is.
   */
  readonly precedence: "what comes" | "what is there";
}

/** Throws what the disk says; it can be done again, also after a crash. */
export async function moveFiles(disk: Disk, root: string, move: Move): Promise<void> {
  const names = await filesOf(disk, move.from, move);
  const parcelAt = (name: string): string => parcelOf(name, move);
  for (const parcel of new Set(names.map(parcelAt)))
    await moveParcel(disk, root, {
      ...move,
      parcel,
      names: names.filter((name) => parcelAt(name) === parcel),
    });
}

/** Files that make sense only together: the snapshot and the journals of a set, a journal and its generations. */
const parcelOf = (name: string, { holding, id }: Move): string =>
  holding === "a set" ? id : name.split(".").slice(0, 2).join(".");

interface ParcelMove extends Move {
  readonly parcel: string;
  readonly names: readonly string[];
}

async function moveParcel(disk: Disk, root: string, move: ParcelMove): Promise<void> {
  const { from, precedence, parcel, names } = move;
  const to = await move.target();
  const twins: string[] = [];
  const others: string[] = [];
  for (const name of names) {
    const targetState = await atTheOtherEnd(disk, join(from, name), join(to, name));
    if (targetState === "the same") twins.push(name);
    if (targetState === "another") others.push(name);
  }
  if (others.length === 0) for (const name of twins) await removeTwin(disk, { from, to, name });
  else if (precedence === "what is there") return;
  else {
    const old = (await filesOf(disk, to, move)).filter((name) => parcelOf(name, move) === parcel);
    // Those by which the two are told apart go last: what a crash leaves of the old one is still known for it.
    for (const name of [...old.filter((one) => !others.includes(one)), ...others])
      await quarantineFile(disk, root, join(to, name));
  }
  for (const name of names) await moveIfAny(disk, { folder: from, name }, { folder: to, name });
}

async function atTheOtherEnd(
  disk: Disk,
  path: string,
  other: string,
): Promise<"nothing" | "the same" | "another"> {
  const [here, there] = [await statusIfAny(disk, path), await statusIfAny(disk, other)];
  if (!here || !there) return "nothing";
  if (here.kind !== "file" || there.kind !== "file" || here.size !== there.size) return "another";
  const [ours, theirs] = [
    await readDurable(disk, path, here.size),
    await readDurable(disk, other, there.size),
  ];
  return ours && theirs && Buffer.compare(ours, theirs) === 0 ? "the same" : "another";
}

/** A power cut may have left a file at both ends of its way. */
async function removeTwin(
  disk: Disk,
  { from, to, name }: { readonly from: string; readonly to: string; readonly name: string },
): Promise<void> {
  await syncFolder(disk, to);
  await disk.remove(join(from, name));
  await syncFolder(disk, from);
}

/** By name, those of the person alone. */
async function filesOf(disk: Disk, folder: string, { id }: Pick<Move, "id">): Promise<readonly string[]> {
  return (await namesIn(disk, folder)).filter((name) => name.startsWith(`${id}.`));
}

/** What is in a folder, by name; nothing where there is none. */
export async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  return (await listIfAny(disk, folder)).map(({ name }) => name).sort();
}
