// Versions of the project that were kept.
import { z } from "zod";
import type { Id } from "../../model/id.ts";
import { id, stepNote } from "../../schema/model.ts";
import {
  type Restored,
  type RestorePreview,
  type Versions,
  type VersionText,
  versionKinds,
} from "../versions.ts";
import { method, name, project } from "./method.ts";

const restoreScope = {
  version: z.strictObject({ kind: z.enum(versionKinds), id: name }),
  article: id.nullable(),
  whose: z.enum(["own", "curation"]).nullable(),
};

export const versionsMethods = {
  /** What was kept of the project under a name, and what was copied by itself, with sizes. */
  "versions.list": method<Versions>()(z.strictObject({ project })),
  /** Keeps the project as it stands under a name. Tells how far it is (`keeping`). `id` null: it was stopped. */
  "versions.keep": method<{ readonly id: Id | null }>()(z.strictObject({ project, name })),
  /** Ends the keeping that this window asked for; nothing of the version stays. */
  "versions.stop": method<null>()(z.strictObject({ project })),
  /** Deletes a version that was kept, for good. */
  "versions.forget": method<null>()(z.strictObject({ project, version: id })),
  /** An article as a version has it that was kept. Throws `version-lacks-article` where it is not in there. */
  "versions.read": method<VersionText>()(z.strictObject({ project, version: id, article: id })),
  /** What going back to a version would do, without doing it. `article` null: of the whole project; `whose` null: all of ours. */
  "versions.preview": method<RestorePreview>()(z.strictObject({ project, ...restoreScope })),
  /** Goes back to a version: this person's sets and the curated ones, as one step that can be taken back. */
  "versions.restore": method<Restored>()(
    z.strictObject({ project, ...restoreScope, opId: id, step: stepNote }),
  ),
} as const;
