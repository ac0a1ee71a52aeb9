// The steps by which something from outside comes into a project: this person's, like any other, so that they can be taken back.
import type { StepNote } from "../../../shared/model/step.ts";
import type { CoreContext } from "../context.ts";

export const outsideStep = ({ now }: CoreContext): StepNote => ({ command: "outside", at: now() });

/** No window asked for it, so that every window is told. */
export const noClient = "";
