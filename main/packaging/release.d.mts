import type { PackedSystem } from "./pack.mjs";
export function writePart(
  folder: string,
  packed: readonly {
    readonly system: PackedSystem;
    readonly output: string;
    readonly packages: readonly string[];
  }[],
): Promise<void>;
export function joinParts(folder: string, parts: readonly string[]): void;
export function newsOf(changelog: string, version: string): string;
export function writeUpdates(folder: string, release: string): void;
