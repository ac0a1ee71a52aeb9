// Puts what lost its place aside, so that it waits without asking for anything, or takes it up again.
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface PutOrphanAside {
  readonly orphan: Id;
  readonly aside: boolean;
}

export const putOrphanAside: Command<PutOrphanAside> = {
  id: "put-orphan-aside",
  run(context, { orphan: id, aside }) {
    const orphan = get(context.annotations.set.orphans, id);
    if (!orphan) return refuse("orphan-missing");
    const { aside: _before, ...waiting } = orphan;
    const draft = draftOf(context);
    draft.orphans.put(aside ? { ...waiting, aside: true } : waiting);
    return draft.outcome();
  },
};
