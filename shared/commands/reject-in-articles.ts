// Remembers in the sets of several articles that suggestions are not wanted, and takes that back: the work of a step, for lists over the
// whole project.
import { added, removed } from "../model/change.ts";
import type { Id, NewId } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import type { Rejection, SuggestionPattern } from "../model/rejection.ts";
import type { Selector } from "../model/selector.ts";
import type { StepWork } from "../model/step.ts";

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
