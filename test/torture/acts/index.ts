// The registry of acts: what the harness lets happen to a project.
import type { Act } from "../act.ts";
import { changes } from "./changes.ts";
import { files, type Package, takeInOf } from "./files.ts";
import { steps } from "./steps.ts";

export const actsWith = (packages: readonly Package[]): readonly Act[] => [
  ...changes,
  ...steps,
  ...files,
  takeInOf(packages),
];
