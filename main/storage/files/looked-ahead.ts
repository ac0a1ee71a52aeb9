// Many small looks at the disk, a few of them at a time: each by itself would wait for the disk as often as there are.

const atATime = 32;

/** Each item with what `look` found of it, in their order. Rejects with the first look that does. */
export async function* lookedAhead<T, Found>(
  items: readonly T[],
  look: (item: T) => Promise<Found>,
): AsyncGenerator<readonly [T, Found]> {
  for (let from = 0; from < items.length; from += atATime) {
    const some = items.slice(from, from + atATime);
    const found = await Promise.all(some.map(async (item) => [item, await look(item)] as const));
    yield* found;
  }
}
