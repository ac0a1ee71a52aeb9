// Which words of an article are names: those that it writes with a capital where no sentence begins, and never without.

const word = /(?<before>[\p{Ll}\p{N},] |\. )?(?<name>\p{Lu}\p{Ll}[\p{L}’'-]*)/gu;

/** The words that an article writes without a capital somewhere. Linear in the length of the text. */
export const smallWordsIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(/(?<![\p{L}])\p{Ll}[\p{L}-]+/gu), ([found]) => found));

/** The words as they are written. Linear in the length of the text. */
export function namesIn(text: string, small = smallWordsIn(text)): ReadonlySet<string> {
  const counts = new Map<string, { inside: number; all: number }>();
  for (const { groups } of text.matchAll(word)) {
    const name = groups?.name?.replace(/['’]s?$/u, "") ?? "";
    const count = counts.get(name) ?? { inside: 0, all: 0 };
    const isInside = groups?.before !== undefined && !groups.before.startsWith(".");
    counts.set(name, { inside: count.inside + (isInside ? 1 : 0), all: count.all + 1 });
  }
  return new Set(
    [...counts].flatMap(([name, { inside }]) => (inside > 0 && !small.has(name.toLowerCase()) ? [name] : [])),
  );
}
