// Finding an action by typing some of its letters: those used lately first, then those that fit best; what cannot be done
// just now comes behind its equals.
import { go } from "fuzzysort";

export interface Findable {
  readonly id: string;
  readonly title: string;
  /** The title of its group, which finds it too. */
  readonly group: string;
  readonly isEnabled: boolean;
}

interface FoundAction<T> {
  readonly action: T;
  /** Places of the title whose characters were typed. */
  readonly marked: readonly number[];
}

/** How far a fit may be from exact (1), and what having been used lately is worth beside it. */
const least = 0.25;
const lately = 0.15;
/** What it costs that an action cannot be done just now. */
const notNow = 0.3;
/** The share of the best fit below which another is not worth showing. */
const beside = 0.45;
/** What a fit that needs the name of the group counts. */
const byGroup = 0.6;

/**
 * What fits `typed`, best first. `recent` are ids, latest first. With nothing typed: what was used lately, then the rest as
 * it is listed, without what cannot be done now.
 */
export function findActions<T extends Findable>(
  actions: readonly T[],
  typed: string,
  recent: readonly string[],
): readonly FoundAction<T>[] {
  const place = new Map(recent.map((id, at) => [id, at]));
  const placeOf = ({ id }: T): number => place.get(id) ?? recent.length;
  if (typed.trim() === "")
    return actions
      .filter(({ isEnabled }) => isEnabled)
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((action) => ({ action, marked: [] }));
  const options = { threshold: least, limit: 0 } as const;
  const matches = new Map<T, { readonly score: number; readonly marked: readonly number[] }>();
  for (const { obj, score } of go(typed, actions, {
    ...options,
    key: ({ group, title }: T) => `${group} ${title}`,
  }))
    matches.set(obj, { score: score * byGroup, marked: [] });
  for (const { obj, score, indexes } of go(typed, actions, { ...options, key: ({ title }: T) => title }))
    matches.set(obj, { score, marked: indexes });
  const best = Math.max(0, ...[...matches.values()].map(({ score }) => score));
  const scoreOf = (action: T): number =>
    (matches.get(action)?.score ?? 0) + (place.has(action.id) ? lately : 0) - (action.isEnabled ? 0 : notNow);
  return actions
    .filter((action) => (matches.get(action)?.score ?? 0) > best * beside)
    .toSorted((a, b) => scoreOf(b) - scoreOf(a))
    .map((action) => ({ action, marked: matches.get(action)?.marked ?? [] }));
}

/** The list with this action as the latest. */
export const withRecent = (recent: readonly string[], id: string): readonly string[] =>
  [id, ...recent.filter((other) => other !== id)].slice(0, 20);
