// Gives one's own remark other words.
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { distinctMentions, textRefusal } from "./new-remark.ts";

interface EditRemark {
  readonly remark: Id;
  readonly text: string;
  readonly mentions: readonly Id[];
}

export const editRemark: Command<EditRemark> = {
  id: "edit-remark",
  run(context, { remark, text: given, mentions }) {
    const existingRemark = get(context.annotations.set.remarks, remark);
    if (!existingRemark) return refuse("remark-missing");
    const text = given.trim();
    const refusal = textRefusal(existingRemark.kind, text);
    if (refusal) return refuse(refusal);
    const draft = draftOf(context);
    draft.remarks.put({ ...existingRemark, text, mentions: distinctMentions(mentions) });
    return draft.outcome();
  },
};
