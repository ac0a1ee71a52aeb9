// Finding an action by typing some of its letters: those used lately first, then those that fit best; what cannot be done
// just now comes last.
import { go } from "fuzzysort";

export interface Findable {
  readonly id: string;
  readonly title: string;
  /** The title of its group, which finds it too. */
  readonly group: string;
  readonly isEnabled: boolean;
}

export interface FoundAction<T> {
  readonly action: T;
  /** Places of the title whose characters were typed. */
  readonly marked: readonly number[];
}

/** How far a fit may be from exact (1), and what having been used lately is worth beside it. */
const least = 0.3;
const lately = 0.15;

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
  const scored = go(typed, actions, {
    keys: [(action) => action.title, (action) => `${action.group} ${action.title}`],
    threshold: least,
    limit: 0,
    scoreFn: (result) =>
      Math.max(result[0]?.score ?? 0, (result[1]?.score ?? 0) * 0.9) +
      (place.has(result.obj.id) ? lately : 0),
  });
  const listed = new Map(actions.map(({ id }, at) => [id, at]));
  const listedAt = ({ id }: T): number => listed.get(id) ?? 0;
  return [...scored]
    .sort(
      (a, b) =>
        Number(b.obj.isEnabled) - Number(a.obj.isEnabled) ||
        b.score - a.score ||
        listedAt(a.obj) - listedAt(b.obj),
    )
    .map(({ obj, 0: title }) => ({ action: obj, marked: title?.indexes ?? [] }));
}

/** The list with this action as the latest. */
export const withRecent = (recent: readonly string[], id: string): readonly string[] =>
  [id, ...recent.filter((other) => other !== id)].slice(0, 20);
