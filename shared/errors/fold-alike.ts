// Long lists of what is wrong, of which tens of thousands may be alike: the first of each kind are shown, and the others counted.

/** How many of a kind are shown. */
const shownAlike = 20;

interface Folded<Item> {
  readonly item: Item;
  /** Of the last one of its kind that is shown: how many more there are; else 0. */
  readonly more: number;
}

/** The items in their order, without those of a kind that come after `most` of it. */
export function foldAlike<Item>(
  items: readonly Item[],
  kindOf: (item: Item) => string,
  most = shownAlike,
): readonly Folded<Item>[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(kindOf(item), (counts.get(kindOf(item)) ?? 0) + 1);
  const shownCounts = new Map<string, number>();
  const folded: Folded<Item>[] = [];
  for (const item of items) {
    const kind = kindOf(item);
    const number = (shownCounts.get(kind) ?? 0) + 1;
    shownCounts.set(kind, number);
    if (number > most) continue;
    const count = counts.get(kind) ?? 0;
    folded.push({ item, more: number === most ? count - most : 0 });
  }
  return folded;
}
