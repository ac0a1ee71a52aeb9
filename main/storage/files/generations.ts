// The older generations of a journal: what it was renamed to each time that a snapshot made it begin anew.
import { basename, dirname, join } from "node:path";
import type { Disk } from "./disk.ts";

export interface Generation {
  readonly number: number;
  readonly path: string;
}

/** The older generations of a journal, oldest first. */
export async function generationsOf(disk: Disk, path: string): Promise<Generation[]> {
  const folder = dirname(path);
  const prefix = `${basename(path)}.`;
  return (await disk.list(folder))
    .filter(({ name, kind }) => kind === "file" && name.startsWith(prefix))
    .flatMap(({ name }) => {
      const number = Number(name.slice(prefix.length));
      return Number.isSafeInteger(number) && number > 0 ? [{ number, path: join(folder, name) }] : [];
    })
    .sort((a, b) => a.number - b.number);
}
