// Projects as a whole: opened and closed, looked at, repaired, moved aside; and copies that synchronisation programs made.
import { z } from "zod";
import { limits } from "../../schema/limits.ts";
import { id, stepNote } from "../../schema/model.ts";
import type { ConflictCopy, SettledCopies } from "../copies.ts";
import type { Examination, RepairedCopy } from "../examination.ts";
import type { OutsideConflict, TookSide } from "../outside-news.ts";
import type { OpenProject, Settings } from "../replies.ts";
import { packageChoice } from "../take-in-schema.ts";
import type { ProjectInTrash, ProjectsInTrash } from "../trash.ts";
import { method, name, none, path, project } from "./method.ts";

export const projectsMethods = {
  /**
   * Makes the folder `path` (which must not exist or be empty) a project, and opens it. `start`: a package or annotated JSON whose tagset
   * it has, so that what that holds can be imported; `me`: who of those in it is the person here, `null` for nobody.
   */
  "project.create": method<OpenProject>()(
    z.strictObject({
      path,
      name,
      start: z.strictObject({ ...packageChoice, me: id.nullable() }).exactOptional(),
    }),
  ),
  /** `takeOver`: the lock of somebody else, as `readOnly` named it, that a person has decided to take over. */
  "project.open": method<OpenProject>()(
    z.strictObject({ path, mode: z.enum(["write", "read"]), takeOver: name.exactOptional() }),
  ),
  /** Copies that synchronisation programs made of conflicts, with what merging them would do. */
  "copies.list": method<{ readonly copies: readonly ConflictCopy[] }>()(z.strictObject({ project })),
  /** Merges copies as one step, and moves them, and those that are only to be set aside, to the quarantine. */
  "copies.settle": method<SettledCopies>()(
    z.strictObject({ project, merge: z.array(path), aside: z.array(path), opId: id, step: stepNote }),
  ),
  /** What was changed here and outside and could not be merged, the latest first, with which side stands now. */
  "conflicts.list": method<{ readonly conflicts: readonly OutsideConflict[] }>()(z.strictObject({ project })),
  /** Puts the version of one side in the place of what stands, as one step that can be taken back. */
  "conflicts.take": method<TookSide>()(
    z.strictObject({ project, key: name, side: z.enum(["ours", "theirs"]), opId: id, step: stepNote }),
  ),
  /** Takes conflicts off the list: somebody has seen to them. */
  "conflicts.settle": method<null>()(
    z.strictObject({ project, keys: z.array(name).max(limits.annotations) }),
  ),
  /** Looks at the project's folder at once for what others have changed in it, and waits for it. */
  "project.look": method<null>()(z.strictObject({ project })),
  /** Opens this person's own copy of the sample project, made on first use. */
  "project.openSample": method<OpenProject>()(none),
  /** Puts the newest good copies in the place of the project's own damaged files, whose bytes are kept, and opens it. */
  "project.recover": method<OpenProject>()(z.strictObject({ path })),
  /** Brings back from the copies in the home what the project lacks of what it held before; see `OpenProject.missing`. */
  "project.bringBack": method<null>()(z.strictObject({ project })),
  /** What it lacks is not missed any more. */
  "project.leaveMissing": method<null>()(z.strictObject({ project })),
  /** Looks at everything in the project's folder, as it lies there, and says what is wrong. Changes nothing. */
  "project.examine": method<Examination>()(z.strictObject({ path })),
  /** Copies the project into the new folder `out` and repairs the copy; the project itself stays as it is. */
  "project.repairCopy": method<RepairedCopy>()(z.strictObject({ path, out: path })),
  /** Moves a project that nobody has open aside, whole. */
  "project.putAway": method<{ readonly item: ProjectInTrash; readonly settings: Settings }>()(
    z.strictObject({ path }),
  ),
  /** The projects that were moved aside on this machine. */
  "projects.inTrash": method<ProjectsInTrash>()(none),
  /** Moves one back to where it was, or beside it. */
  "projects.takeBack": method<{ readonly path: string; readonly settings: Settings }>()(
    z.strictObject({ path }),
  ),
  /** Deletes them, with all that is in them; answers with what is left. */
  "projects.deleteForGood": method<ProjectsInTrash>()(
    z.strictObject({ paths: z.array(path).max(limits.annotations) }),
  ),
  /** Gives the project another name; its folder keeps its own. */
  "project.rename": method<Settings>()(z.strictObject({ project, name })),
  "project.close": method<null>()(z.strictObject({ project })),
} as const;
