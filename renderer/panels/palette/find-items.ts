// Finds what the palette offers by some typed letters: what fits best first, among equals what was used lately, and what cannot be done
// just now behind its equals. With nothing typed, what was used lately comes first.
import { go } from "fuzzysort";

export interface Findable {
  readonly id: string;
  readonly title: string;
  /** The title of its group, which finds it too where it is listed. */
  readonly group: string;
  /** Other words by which people look for it; empty for none. */
  readonly synonyms: string;
  readonly isEnabled: boolean;
  /** Whether it is among those listed while nothing is typed; anything that was used lately is. */
  readonly isListed: boolean;
}

interface FoundItem<T> {
  readonly item: T;
  /** Places of the title whose characters were typed. */
  readonly marked: readonly number[];
}

/** How far a fit may be from exact (1), and what having been used lately is worth beside it. */
const minScore = 0.25;
const recentBonus = 0.15;
/** The same of what is not listed: there are many titles of articles, and loose letters fit most of them. */
const minScoreUnlisted = 0.5;
/** What it costs that something cannot be done just now. */
const disabledPenalty = 0.3;
/** The share of the best fit below which another is not worth showing. */
const minShareOfBest = 0.45;
/** More than anybody looks through. */
const maxResults = 100;
/** What a fit counts that needs a synonym or the name of the group. */
const bySynonym = 0.8;
const byGroup = 0.6;

/**
 * What fits `typed`, best first. `recent` are ids, latest first. With nothing typed: what was used lately, then the rest of what is
 * listed, without what cannot be done now.
 */
export function findItems<T extends Findable>(
  items: readonly T[],
  typed: string,
  recent: readonly string[],
): readonly FoundItem<T>[] {
  const place = new Map(recent.map((id, at) => [id, at]));
  const placeOf = ({ id }: T): number => place.get(id) ?? recent.length;
  if (typed.trim() === "")
    return items
      .filter(({ isEnabled, isListed, id }) => isEnabled && (isListed || place.has(id)))
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((item) => ({ item, marked: [] }));
  const matches = matchesOf(items, typed);
  let best = 0;
  for (const { score } of matches.values()) best = Math.max(best, score);
  const scoreOf = (item: T): number =>
    (matches.get(item)?.score ?? 0) +
    (place.has(item.id) ? recentBonus : 0) -
    (item.isEnabled ? 0 : disabledPenalty);
  return [...matches]
    .filter(([, { score }]) => score > best * minShareOfBest)
    .map(([item, { marked }]) => ({ item, marked }))
    .toSorted((a, b) => scoreOf(b.item) - scoreOf(a.item))
    .slice(0, maxResults);
}

interface Match {
  /** 1: exact. */
  readonly score: number;
  readonly marked: readonly number[];
}

/** What fits by its title, or else better by a synonym or with the name of its group; in the order of `items`. */
function matchesOf<T extends Findable>(items: readonly T[], typed: string): ReadonlyMap<T, Match> {
  const matches = new Map<T, Match>();
  const keep = (item: T, match: Match): void => {
    if (
      match.score >= (item.isListed ? minScore : minScoreUnlisted) &&
      match.score > (matches.get(item)?.score ?? 0)
    )
      matches.set(item, match);
  };
  const options = { threshold: minScore, limit: 0 } as const;
  for (const { obj, score, indexes } of go(typed, items, { ...options, key: ({ title }: T) => title }))
    keep(obj, { score, marked: indexes });
  const others = [
    [bySynonym, ({ title, synonyms }: T) => (synonyms === "" ? "" : `${title}, ${synonyms}`)],
    [byGroup, ({ isListed, group, title }: T) => (isListed ? `${group} ${title}` : "")],
  ] as const;
  for (const [weight, key] of others)
    for (const { obj, score } of go(typed, items, { ...options, key }))
      keep(obj, { score: score * weight, marked: [] });
  return new Map(
    items.flatMap((item) => {
      const match = matches.get(item);
      return match ? [[item, match] as const] : [];
    }),
  );
}

/** Of each sort that many are remembered: articles, cards and entities of one project do not push out commands and settings. */
const remembered = 20;

/** The list with this item as the latest. */
export function withRecent(recent: readonly string[], id: string): readonly string[] {
  const isOfProject = (one: string): boolean => /^(?:article|entity|card|bookmark):/u.test(one);
  const ids = [id, ...recent.filter((other) => other !== id)];
  const keptIds = new Set(
    [true, false].flatMap((sort) => ids.filter((one) => isOfProject(one) === sort).slice(0, remembered)),
  );
  return ids.filter((one) => keptIds.has(one));
}
