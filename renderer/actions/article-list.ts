// Which articles the list shows and in what order, and which of them still wants work. Pure.
import type { ArticleSummary } from "../../shared/api/contract.ts";
import type { ArticleListing } from "../../shared/api/preferences.ts";
import type { ArticleState } from "../../shared/model/progress.ts";

type Listed = Pick<ArticleSummary, "id" | "title" | "addedAt" | "state">;

/** What calls for somebody comes first, what is finished last. */
const urgency: Readonly<Record<ArticleState, number>> = {
  "needs-discussion": 0,
  "in-progress": 1,
  new: 2,
  done: 3,
};

interface Wanted extends ArticleListing {
  /** Words of the title, in any order. */
  readonly typed: string;
  /** Compares texts as the language of the interface does. */
  compare(a: string, b: string): number;
}

/** The articles that fit, in order. No state chosen: all of them. Equal ones stay as they were imported. */
export function listArticles<T extends Listed>(
  articles: readonly T[],
  { typed, states, sort, compare }: Wanted,
): readonly T[] {
  const parts = typed.toLocaleLowerCase().split(/\s+/u);
  const fits = ({ title, state }: T): boolean =>
    (states.length === 0 || states.includes(state)) &&
    parts.every((part) => title.toLocaleLowerCase().includes(part));
  const fittingArticles = articles.filter(fits);
  if (sort === "title") return fittingArticles.toSorted((a, b) => compare(a.title, b.title));
  if (sort === "state") return fittingArticles.toSorted((a, b) => urgency[a.state] - urgency[b.state]);
  return fittingArticles.toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0));
}

/**
 * The next article after `current`, going round, that is this person's turn and not done; `null` when all the others are done or
 * others' turn.
 */
export function nextUnfinished<T extends Listed>(
  articles: readonly T[],
  current: string | null,
  isMine: (article: string) => boolean = () => true,
): T | null {
  return around(articles, current, 1).find(({ id, state }) => state !== "done" && isMine(id)) ?? null;
}

/** The other articles in the order in which one comes to them from `current`, going round. */
export function around<T extends Listed>(
  articles: readonly T[],
  current: string | null,
  direction: 1 | -1,
): readonly T[] {
  const ordered = direction === 1 ? articles : articles.toReversed();
  const at = ordered.findIndex(({ id }) => id === current);
  return at < 0 ? ordered : [...ordered.slice(at + 1), ...ordered.slice(0, at)];
}
