// A project as one client has it open, for whatever reads and changes it.
import type { Id } from "../../../shared/model/id.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";
import type { Applier } from "./apply-changes.ts";
import type { Steps } from "./steps.ts";

export interface Opening {
  readonly handle: Id;
  readonly client: Id;
  readonly inUse: ProjectInUse;
  readonly applier: Applier;
  readonly steps: Steps;
  /** Aborted when it is closed: what still runs for it ends. */
  readonly closing: AbortController;
}
