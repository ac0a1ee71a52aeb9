// Takes a stretch of the article back into the analysis.
import type { Id } from "../model/id.ts";
import { has } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface IncludeRange {
  readonly exclusion: Id;
}

export const includeRange: Command<IncludeRange> = {
  id: "include-range",
  run(context, { exclusion }) {
    if (!has(context.annotations.set.exclusions, exclusion)) return refuse("exclusion-missing");
    const draft = draftOf(context);
    draft.exclusions.remove(exclusion);
    return draft.outcome();
  },
};
