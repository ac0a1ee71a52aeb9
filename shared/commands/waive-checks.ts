// The commands that waive the finding of a check and take the waiver back.
import { longestNote } from "../model/card-laws.ts";
import type { Id } from "../model/id.ts";
import { stretchId } from "../model/selector.ts";
import { has } from "../model/table.ts";
import { waiverOf } from "../model/waiver.ts";
import type { Command, CommandContext } from "./command.ts";
import { draftOf, newProvenance, refuse } from "./draft.ts";

interface WaiveCheck {
  readonly check: string;
  /** The span, card, entity or quotation that the check speaks of. */
  readonly on: Id;
  readonly reason: string;
}

/** Lets what a check found stand, with the annotator's reason. A second time it changes the reason. */
export const waiveCheck: Command<WaiveCheck> = {
  id: "waive-check",
  run(context, { check, on, reason: given }) {
    const reason = given.trim();
    if (reason === "") return refuse("reason-missing");
    if (reason.length > longestNote) return refuse("note-too-long");
    if (!isThere(context, on)) return refuse("finding-missing");
    const waiver = waiverOf(context.annotations.set.waivers, check, on);
    const draft = draftOf(context);
    draft.waivers.put(
      waiver
        ? { ...waiver, reason }
        : { id: context.newId(), check, on, reason, provenance: newProvenance(context) },
    );
    return draft.outcome();
  },
};

function isThere({ annotations, text }: CommandContext, id: Id): boolean {
  const { set, entities } = annotations;
  if (has(set.spans, id) || has(set.attributions, id) || has(entities, id)) return true;
  return text.quotations.some((quotation) => stretchId(text.text, quotation) === id);
}

interface UnwaiveCheck {
  readonly waiver: Id;
}

/** Takes back that what a check found may stand. */
export const unwaiveCheck: Command<UnwaiveCheck> = {
  id: "unwaive-check",
  run(context, { waiver }) {
    if (!has(context.annotations.set.waivers, waiver)) return refuse("waiver-missing");
    const draft = draftOf(context);
    draft.waivers.remove(waiver);
    return draft.outcome();
  },
};
