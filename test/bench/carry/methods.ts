// The ways of carrying over that are measured against each other: ours, and what others do.
import search from "approx-string-match";
import { alignTexts } from "../../../shared/carry/alignment.ts";
import { carrySet } from "../../../shared/carry/carry-set.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import { findSelector, type Selector } from "../../../shared/model/selector.ts";

/** `asked`: where it is proposed, for somebody to say whether that is right. */
export type Verdict =
  | { readonly how: "placed" | "asked"; readonly segments: readonly Range[] }
  | { readonly how: "tray" };

export type Method = (set: AnnotationSetJson, from: string, to: string) => ReadonlyMap<Id, Verdict>;

const ours: Method = (set, from, to) => {
  const { placed, doubtful, lost } = carrySet(set, alignTexts(from, to));
  return new Map<Id, Verdict>([
    ...placed.map(({ id, segments }) => [id, { how: "placed", segments }] as const),
    ...doubtful.map(({ id, segments }) => [id, { how: "asked", segments }] as const),
    ...lost.map(({ id }) => [id, { how: "tray" }] as const),
  ]);
};

/** Segment by segment; a span is placed when all of its segments are, in order. */
const bySegment =
  (place: (to: string, segment: Selector) => Range | null): Method =>
  (set, _from, to) =>
    new Map(
      set.spans.map(({ id, segments }): [Id, Verdict] => {
        const found = segments.map((segment) => place(to, segment));
        const whole = found.filter((range) => range !== null);
        const inOrder = whole.every(({ start }, at) => at === 0 || start >= (whole[at - 1]?.end ?? 0));
        return [
          id,
          whole.length === found.length && inOrder ? { how: "placed", segments: whole } : { how: "tray" },
        ];
      }),
    );

const position = bySegment((to, { start, end }) => (end <= to.length ? { start, end } : null));

const positionAndWords = bySegment((to, { start, end, quote }) =>
  to.slice(start, end) === quote ? { start, end } : null,
);

/** As the selectors of a record are found again: its very words, where most of what stood around them is. */
const wordsAndContext = bySegment((to, segment) => {
  const found = findSelector(to, { ...segment, start: to.length + 1, end: to.length + 1 });
  return "range" in found ? found.range : null;
});

const mostErrors = (quote: string): number => Math.min(256, Math.floor(quote.length / 2));

const fuzzy = bySegment((to, { quote }) => {
  const exact = to.indexOf(quote);
  if (exact !== -1) return { start: exact, end: exact + quote.length };
  return search(to, quote, mostErrors(quote)).sort((one, other) => one.errors - other.errors)[0] ?? null;
});

/** The same rated by prefix, suffix and position, as the Hypothesis annotator does it: of 92 points, 50, 20, 20 and 2. */
const fuzzyInContext = bySegment((to, { quote, prefix, suffix, start: hint }) => {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = to.indexOf(quote); at !== -1; at = to.indexOf(quote, at + 1))
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  const found = exact.length > 0 ? exact : search(to, quote, mostErrors(quote));
  const alike = (text: string, words: string): number => {
    if (words === "") return 1;
    const [best] = search(text, words, words.length).sort((one, other) => one.errors - other.errors);
    return best ? 1 - best.errors / words.length : 0;
  };
  const rated = found.map(({ start, end, errors }) => ({
    start,
    end,
    score:
      50 * (1 - errors / quote.length) +
      20 * alike(to.slice(Math.max(0, start - prefix.length), start), prefix) +
      20 * alike(to.slice(end, end + suffix.length), suffix) +
      2 * (1 - Math.abs(start - hint) / to.length),
  }));
  return rated.sort((one, other) => other.score - one.score)[0] ?? null;
});

export const methods: readonly (readonly [name: string, method: Method])[] = [
  ["Sayso", ours],
  ["fuzzy search, with context and position", fuzzyInContext],
  ["fuzzy search alone", fuzzy],
  ["the same words in context", wordsAndContext],
  ["position, if the words are there", positionAndWords],
  ["position alone", position],
];
