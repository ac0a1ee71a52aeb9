// The registry of what others do to the files of a project while somebody works on it.
import { copies } from "./copies.ts";
import type { Deed } from "./deed.ts";
import { edits } from "./edits.ts";
import { clocks, losses } from "./losses.ts";
import { machines } from "./machines.ts";

export const deeds: readonly Deed[] = [...edits, ...losses, ...clocks, ...copies, ...machines];
