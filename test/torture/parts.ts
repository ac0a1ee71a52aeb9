// The registry of the parts, in the order in which they are told of.
import { besideCopy } from "./beside.ts";
import { cost } from "./cost.ts";
import { faultMatrix } from "./faults.ts";
import { kills } from "./kills.ts";
import { outsideChanges } from "./outside.ts";
import type { Part } from "./part.ts";
import { powerCuts } from "./power-cuts.ts";
import { soak } from "./soak.ts";
import { team } from "./team.ts";
import { tinyDisk } from "./tiny-disk.ts";
import { randomWalk } from "./walk.ts";
import { twoWriters } from "./writers.ts";

export const parts: readonly Part[] = [
  kills,
  powerCuts,
  faultMatrix,
  tinyDisk,
  twoWriters,
  outsideChanges,
  randomWalk,
  soak,
  cost,
  besideCopy,
  team,
];
