// Remembers that suggestions are not wanted: at their place, and, where that is asked for, wherever the same pattern is proposed.
import { type Range, sameRange } from "../model/range.ts";
import type { SuggestionPattern } from "../model/rejection.ts";
import { selectorOf } from "../model/selector.ts";
import { records } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, newProvenance, refuse } from "./draft.ts";
import { selected } from "./segments.ts";

interface RejectedSuggestion {
  /** The words of the cue, or of the claim where there is none. */
  readonly place: Range;
  /** `null`: only here. */
  readonly pattern: SuggestionPattern | null;
}

interface RejectSuggestions {
  readonly rejected: readonly RejectedSuggestion[];
}

export const rejectSuggestions: Command<RejectSuggestions> = {
  id: "reject-suggestions",
  run(context, { rejected }) {
    if (rejected.length === 0) return refuse("nothing-to-change");
    const draft = draftOf(context);
    const rejections = [...records(context.annotations.set.rejections)];
    for (const { place, pattern } of rejected) {
      const range = selected(context.text, place, null);
      const rejection = range && rejections.find(({ segment }) => sameRange(segment, range));
      if (rejection) draft.rejections.put({ ...rejection, pattern });
      else if (range)
        draft.rejections.put({
          id: context.newId(),
          segment: selectorOf(context.text.text, range),
          pattern,
          provenance: newProvenance(context),
        });
    }
    return draft.outcome();
  },
};
