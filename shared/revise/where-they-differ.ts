// A mark's words before and after a correction, each shortened so that it is in view where they become others.
import { shortened } from "../model/shortened.ts";

/** Characters that are shown of a mark that is long. */
export const longestShown = 90;
/** Of these, those before the first that is another. */
const leadLength = 30;

/** Both on a line, from shortly before the first word in which they differ. */
export function whereTheyDiffer(
  quote: string,
  now: string,
): { readonly quote: string; readonly now: string } {
  let sharedLength = 0;
  while (sharedLength < quote.length && quote[sharedLength] === now[sharedLength]) sharedLength += 1;
  const isLong = Math.max(quote.length, now.length) > longestShown;
  const start =
    isLong && sharedLength > leadLength ? quote.lastIndexOf(" ", sharedLength - leadLength) + 1 : 0;
  const from = (words: string): string =>
    `${start > 0 ? "…" : ""}${shortened(words.slice(start), longestShown)}`;
  return { quote: from(quote), now: from(now) };
}
