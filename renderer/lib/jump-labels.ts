// Short texts of letters for places to jump to, as hints of browsers and editors have them: no label begins with another, so that
// typing one ends with its last letter.

/** The letters under the fingers first, then those of the row above and the row below. */
export const labelLetters = "asdfghjklqwertyuiopzxcvbnm";

/** So many labels, the shortest first, and of those of one letter the ones under the fingers. No longer than they need to be. */
export function jumpLabels(count: number): readonly string[] {
  const letters = [...labelLetters];
  const labels = [...letters];
  // Where there are too few, the last of the shortest gives way to longer ones that begin with it.
  for (let shortest = labels.length - 1; labels.length < count; shortest -= 1) {
    if (shortest < 0) shortest = labels.length - 1;
    const [prefix = ""] = labels.splice(shortest, 1);
    labels.push(...letters.map((letter) => prefix + letter));
  }
  return labels.slice(0, count);
}
