import type { PackedSystem } from "./pack.mjs";
export function writeRelease(
  folder: string,
  packed: readonly {
    readonly system: PackedSystem;
    readonly output: string;
    readonly packages: readonly string[];
  }[],
): Promise<void>;
