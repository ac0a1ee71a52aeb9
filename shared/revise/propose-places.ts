// Where a mark without a place may belong: where the carry-over would have put it, then wherever its words stand, the nearest first.
import type { ArticleText } from "../model/article-text.ts";
import { type Orphan, stretchesOf } from "../model/orphan.ts";
import type { Range } from "../model/range.ts";

/** Places that are proposed at most. */
const most = 5;

/** Each as the stretches that it would have. Those that cannot be are left out. */
export function proposedPlaces(
  { text }: Pick<ArticleText, "text">,
  orphan: Orphan,
): readonly (readonly Range[])[] {
  const found = new Map<string, readonly Range[]>();
  const add = (segments: readonly Range[]): void => {
    if (segments.every(({ start, end }) => start < end && end <= text.length))
      found.set(segments.map(({ start, end }) => `${start}-${end}`).join(" "), segments);
  };
  for (const { segments } of orphan.proposals) add(segments);
  for (const range of standing(text, orphan)) add([range]);
  return [...found.values()].slice(0, most);
}

/** Where the words of its longest stretch stand, the nearest to where it would be first. */
function standing(text: string, orphan: Orphan): readonly Range[] {
  const [longest] = [...stretchesOf(orphan)].sort((a, b) => b.quote.length - a.quote.length);
  if (!longest) return [];
  const ranges: Range[] = [];
  const { quote } = longest;
  for (let at = text.indexOf(quote); at !== -1 && ranges.length < 100; at = text.indexOf(quote, at + 1))
    ranges.push({ start: at, end: at + quote.length });
  return ranges.sort((a, b) => Math.abs(a.start - orphan.near) - Math.abs(b.start - orphan.near));
}
