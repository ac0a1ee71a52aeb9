// A project that a team shares over git. Whatever reaches the shared place does so because somebody asked, at that moment or by `team.times`.
import { z } from "zod";
import { limits } from "../../schema/limits.ts";
import { id, stepNote } from "../../schema/model.ts";
import { syncMinutes, type TeamDifference, type TeamState, type TookTeamSide } from "../team.ts";
import { method, none, path, project } from "./method.ts";

/** A folder, or an address of SSH or HTTPS. */
const where = path;

export const teamMethods = {
  /** How the project is shared; reaches nothing outside this machine. */
  "team.get": method<TeamState>()(z.strictObject({ project })),
  /**
   * Shares the project for the first time. Throws `team-not-allowed` where the person did not agree, outside the window, to send it to an
   * address, and what the sharing itself throws. `stopped`: somebody ended it.
   */
  "team.share": method<{ readonly stopped: boolean }>()(z.strictObject({ project, to: where })),
  /** Takes a shared project into the folder `to`, which must not be there or must be empty; `path` null: somebody ended it. */
  "team.clone": method<{ readonly path: string | null }>()(z.strictObject({ from: where, to: path })),
  /** Sends what is new here and receives what others have sent; a sync that is under way serves whoever asks meanwhile. */
  "team.sync": method<{ readonly stopped: boolean }>()(z.strictObject({ project })),
  /** Ends what is under way for this project; what was merged by then stays, and the next sync does the rest. */
  "team.stop": method<null>()(z.strictObject({ project })),
  /** Ends the cloning that this window asked for; nothing of it stays. */
  "team.stopCloning": method<null>()(none),
  /** What both sides changed of the project's shared files, the latest first, with which side stands now. */
  "team.differences": method<{ readonly differences: readonly TeamDifference[] }>()(
    z.strictObject({ project }),
  ),
  /** Puts the value of one side in the place of what stands: as one step that can be taken back, but for the project's name and people. */
  "team.take": method<TookTeamSide>()(
    z.strictObject({
      project,
      key: path,
      side: z.enum(["ours", "theirs"]),
      opId: id,
      step: stepNote,
    }),
  ),
  /** Takes differences off the list: somebody has seen to them. */
  "team.settle": method<null>()(z.strictObject({ project, keys: z.array(path).max(limits.annotations) })),
  /** When the project syncs by itself. */
  "team.times": method<TeamState>()(
    z.strictObject({
      project,
      times: z.strictObject({
        atOpening: z.boolean(),
        atClosing: z.boolean(),
        every: z.literal(syncMinutes).nullable(),
      }),
    }),
  ),
} as const;
