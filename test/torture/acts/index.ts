// The registry of acts: what the harness lets happen to a project.
import type { Act } from "../act.ts";
import { away } from "./away.ts";
import { changes } from "./changes.ts";
import { elsewhere } from "./elsewhere.ts";
import { files, type Package, takeInOf } from "./files.ts";
import { steps } from "./steps.ts";
import { versions } from "./versions.ts";

export const actsWith = (packages: readonly Package[]): readonly Act[] => [
  ...changes,
  ...steps,
  ...files,
  ...away,
  ...versions,
  ...elsewhere,
  takeInOf(packages),
];
