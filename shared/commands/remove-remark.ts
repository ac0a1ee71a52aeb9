// Takes one's own remark back. What others answered stays, and so does the thread.
import type { Id } from "../model/id.ts";
import { has } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface RemoveRemark {
  readonly remark: Id;
}

export const removeRemark: Command<RemoveRemark> = {
  id: "remove-remark",
  run(context, { remark }) {
    if (!has(context.annotations.set.remarks, remark)) return refuse("remark-missing");
    const draft = draftOf(context);
    draft.remarks.remove(remark);
    return draft.outcome();
  },
};
