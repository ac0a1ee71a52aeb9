// The next article in the list, and the next that still needs work. Pure.
import type { ArticleSummary } from "../../shared/api/contract.ts";

type Listed = Pick<ArticleSummary, "id" | "state">;

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
