// Takes a rejection back: what it kept away may be proposed again.
import type { Id } from "../model/id.ts";
import { has } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface TakeBackRejection {
  readonly rejection: Id;
}

export const takeBackRejection: Command<TakeBackRejection> = {
  id: "take-back-rejection",
  run(context, { rejection }) {
    if (!has(context.annotations.set.rejections, rejection)) return refuse("rejection-missing");
    const draft = draftOf(context);
    draft.rejections.remove(rejection);
    return draft.outcome();
  },
};
