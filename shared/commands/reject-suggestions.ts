// The commands that reject suggestions and take a rejection back.
import { added, removed } from "../model/change.ts";
import type { Id, NewId } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import { type Range, sameRange } from "../model/range.ts";
import type { Rejection, SuggestionPattern } from "../model/rejection.ts";
import { type Selector, selectorOf } from "../model/selector.ts";
import type { StepWork } from "../model/step.ts";
import { has, records } from "../model/table.ts";
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

/** Remembers that suggestions are not wanted: at their place, and, where that is asked for, wherever the same pattern is proposed. */
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

interface TakeBackRejection {
  readonly rejection: Id;
}

/** Takes a rejection back: what it kept away may be proposed again. */
export const takeBackRejection: Command<TakeBackRejection> = {
  id: "take-back-rejection",
  run(context, { rejection }) {
    if (!has(context.annotations.set.rejections, rejection)) return refuse("rejection-missing");
    const draft = draftOf(context);
    draft.rejections.remove(rejection);
    return draft.outcome();
  },
};

// The same in the sets of several articles: the work of a step, for lists over the whole project.

interface RejectedInArticle {
  readonly article: Id;
  readonly segment: Selector;
  /** `null`: only this place. */
  readonly pattern: SuggestionPattern | null;
}

export const rejectInArticles = (
  rejected: readonly RejectedInArticle[],
  { newId, provenance }: { readonly newId: NewId; readonly provenance: Provenance },
): StepWork => ({
  parts: Array.from(byArticle(rejected), ([article, ones]) => {
    const rejections = ones.map(
      ({ segment: { start, end, quote, prefix, suffix }, pattern }): Rejection => ({
        id: newId(),
        segment: { start, end, quote, prefix, suffix },
        pattern,
        provenance,
      }),
    );
    return { article, change: { rejections: added(...rejections) } };
  }),
});

export const takeBackInArticles = (
  taken: readonly { readonly article: Id; readonly rejection: Rejection }[],
): StepWork => ({
  parts: Array.from(byArticle(taken), ([article, ones]) => ({
    article,
    change: { rejections: removed(...ones.map(({ rejection }) => rejection)) },
  })),
});

function byArticle<T extends { readonly article: Id }>(all: readonly T[]): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>();
  for (const entry of all) groups.set(entry.article, [...(groups.get(entry.article) ?? []), entry]);
  return groups;
}
