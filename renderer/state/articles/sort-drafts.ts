// Sorts the drafts that the page's own storage keeps of a project by whose they are: this window's, those of windows that are gone, or of
// others.
import type { Id } from "../../../shared/model/id.ts";

export interface CorrectionDraft {
  /** The text that it was made from, and its hash. */
  readonly before: string;
  readonly textHash: string;
  readonly text: string;
  /** Revisions whose texts were put into it: saved, they are the article's own, unless they were taken out again. */
  readonly joins?: readonly Id[];
}

/** A draft in storage. */
export interface KeptDraft extends CorrectionDraft {
  readonly article: Id;
  /** The window that keeps it; `null`: an earlier version of Sayso, which kept one for all. */
  readonly window: string | null;
  /** Milliseconds since 1970 when it was typed. */
  readonly at: number;
}

interface SortedDrafts {
  readonly own: ReadonlyMap<Id, KeptDraft>;
  /** Of windows that are gone, the latest first. */
  readonly left: ReadonlyMap<Id, readonly KeptDraft[]>;
}

/** `alive`: the windows that are there, this one or not. */
export function sortDrafts(
  kept: readonly KeptDraft[],
  window: string,
  alive: ReadonlySet<string>,
): SortedDrafts {
  const ownDrafts = new Map<Id, KeptDraft>();
  const leftDrafts = new Map<Id, KeptDraft[]>();
  for (const draft of kept.toSorted((a, b) => b.at - a.at))
    if (draft.window === window) ownDrafts.set(draft.article, draft);
    else if (draft.window === null || !alive.has(draft.window))
      leftDrafts.set(draft.article, [...(leftDrafts.get(draft.article) ?? []), draft]);
  return { own: ownDrafts, left: leftDrafts };
}

/** Of what was left, the latest of each article that has none of `own`, for a window that goes on with it; and the rest. */
export function adoptable(
  left: SortedDrafts["left"],
  own: ReadonlyMap<Id, CorrectionDraft>,
): { readonly adopted: readonly KeptDraft[]; readonly left: SortedDrafts["left"] } {
  const adopted = [...left].flatMap(([article, [latest]]) => (latest && !own.has(article) ? [latest] : []));
  const remainingDrafts = [...left].map(
    ([article, all]) => [article, all.filter((one) => !adopted.includes(one))] as const,
  );
  return { adopted, left: new Map(remainingDrafts) };
}
