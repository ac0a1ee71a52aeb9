// Leaves a stretch of the article out of the analysis, e.g. boilerplate.
import { contains, type Range } from "../model/range.ts";
import { selectorOf } from "../model/selector.ts";
import { records } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { selected } from "./segments.ts";

interface ExcludeRange {
  readonly range: Range;
  readonly reason: string;
}

export const excludeRange: Command<ExcludeRange> = {
  id: "exclude-range",
  run(context, { range, reason }) {
    const selectedRange = selected(context.text, range, { snap: "words" });
    if (!selectedRange) return refuse("empty-selection");
    for (const { segment } of records(context.annotations.set.exclusions))
      if (contains(segment, selectedRange)) return refuse("nothing-to-change");
    const draft = draftOf(context);
    draft.exclusions.put({
      id: context.newId(),
      segment: selectorOf(context.text.text, selectedRange),
      reason: reason.trim(),
    });
    return draft.outcome();
  },
};
