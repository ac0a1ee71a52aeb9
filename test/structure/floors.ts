// Reads the rooms that ARCHITECTURE.md lists and the floors that it draws, and finds imports that run against them.
import type { Import } from "./imports.ts";

/** The rooms of an area, floor by floor, the highest first. */
export interface Area {
  /** The folder that its rooms are in, from the root. */
  readonly folder: string;
  readonly floors: readonly (readonly string[])[];
}

/**
 * Each drawing is a block of text after the heading "Floors": its first line is the area's folder, each further line a floor, with its rooms
 * between blanks. A room is a folder or a file without its ending.
 */
export function floorsDrawnIn(markdown: string): readonly Area[] {
  const section = /^## Floors$([\s\S]*?)^## /mu.exec(markdown)?.[1] ?? "";
  return [...section.matchAll(/^```\n([\s\S]*?)^```$/gmu)].map(([, drawing = ""]) => {
    const [folder = "", ...floors] = drawing.trim().split("\n");
    return {
      folder: folder.trim().replace(/\/$/u, ""),
      floors: floors.map((floor) => floor.trim().split(/\s+/u)),
    };
  });
}

/** Where the words about a room begin, on its line. */
const wordsBegin = 24;

/** The rooms of the list under the heading "The rooms", as paths: each stands two blanks to the right of what it is in. */
export function roomsListedIn(markdown: string): readonly string[] {
  const list = /^## The rooms$\n+```\n([\s\S]*?)^```$/mu.exec(markdown)?.[1] ?? "";
  const around: string[] = [];
  return list.split("\n").flatMap((line) => {
    const names = line.slice(0, wordsBegin).trimEnd();
    const depth = names.search(/\S/u) / 2;
    if (depth < 0) return [];
    const paths = names
      .trim()
      .split(/\s+/u)
      .map((name) => [...around.slice(0, depth), name.replace(/\/$/u, "")].join("/"));
    around[depth] = paths.at(-1)?.split("/").slice(depth).join("/") ?? "";
    return paths;
  });
}

/** The room of a file: the longest of the area's rooms that is the file or a folder that it is in; `null` where it is in none. */
export function roomOf({ folder, floors }: Area, file: string): string | null {
  if (!file.startsWith(`${folder}/`)) return null;
  const path = file.slice(folder.length + 1).replace(/\.tsx?$/u, "");
  const rooms = floors.flat().filter((room) => path === room || path.startsWith(`${room}/`));
  return rooms.sort((one, other) => other.length - one.length)[0] ?? null;
}

/** Imports of a room from one on the same floor or a higher one. */
export function upwardImports(area: Area, imports: readonly Import[]): readonly string[] {
  const floorOf = new Map(area.floors.flatMap((floor, at) => floor.map((room) => [room, at] as const)));
  return imports.flatMap(({ from, to }) => {
    const [upper, lower] = [roomOf(area, from), roomOf(area, to)];
    if (upper === null || lower === null || upper === lower) return [];
    return (floorOf.get(upper) ?? 0) < (floorOf.get(lower) ?? 0) ? [] : [`${from} -> ${to}`];
  });
}
