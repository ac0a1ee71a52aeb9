// Takes back that what a check found may stand.
import type { Id } from "../model/id.ts";
import { has } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface UnwaiveCheck {
  readonly waiver: Id;
}

export const unwaiveCheck: Command<UnwaiveCheck> = {
  id: "unwaive-check",
  run(context, { waiver }) {
    if (!has(context.annotations.set.waivers, waiver)) return refuse("waiver-missing");
    const draft = draftOf(context);
    draft.waivers.remove(waiver);
    return draft.outcome();
  },
};
