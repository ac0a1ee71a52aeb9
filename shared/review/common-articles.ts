// The articles that several people have all annotated, and whose work is taken where nobody was chosen.
import type { Id } from "../model/id.ts";
import { limits } from "../schema/limits.ts";

/** Somebody with the articles of which they have a set. */
export interface PersonWithArticles {
  readonly id: Id;
  readonly articles: readonly Id[];
}

/** In the order of the first one’s articles. */
export function commonArticles([first, ...others]: readonly PersonWithArticles[]): readonly Id[] {
  const sets = others.map(({ articles }) => new Set(articles));
  return (first?.articles ?? []).filter((article) => sets.every((one) => one.has(article)));
}

/** All of them where an article has a set of each, as many as can be compared at once; else the two who have most in common. */
export function usualPeople(people: readonly PersonWithArticles[]): readonly Id[] {
  const candidates = people.slice(0, limits.comparedSets);
  if (candidates.length < 2 || commonArticles(candidates).length > 0) return candidates.map(({ id }) => id);
  let best: readonly PersonWithArticles[] = candidates.slice(0, 2);
  for (const [at, one] of candidates.entries())
    for (const partner of candidates.slice(at + 1))
      if (commonArticles([one, partner]).length > commonArticles(best).length) best = [one, partner];
  return best.map(({ id }) => id);
}
