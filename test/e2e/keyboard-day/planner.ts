// Finds the fewest keys from one selection to another, by the keys of the application (which grow and shrink a selection by
// units of the text) and the browser's own (which move a caret and extend a selection). What a practised hand does.
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { growRange, shrinkRange, type TextUnit } from "../../../shared/model/grow-range.ts";
import { overlaps, type Range } from "../../../shared/model/range.ts";
import { wordEndingAfter, wordStartingBefore } from "../../../shared/model/words.ts";

const units: readonly (readonly [unit: TextUnit, key: string])[] = [
  ["word", "w"],
  ["clause", "c"],
  ["quotation", "q"],
  ["sentence", "s"],
  ["paragraph", "p"],
];

/** A selection that a key leads to, and the way back to where it came from. */
interface Reached {
  readonly selection: Range;
  readonly key: string;
  readonly before: Reached | null;
}

/** Selections looked at before giving up; far more than a practised hand would. */
const patience = 30_000;

/**
 * The keys that lead from a selection (or a caret: an empty one) to one that is meant; `null` when none are found. `goal`: the
 * place that is gone to, beyond whose end and the selection's nothing is looked for.
 */
export function keysTo(
  article: ArticleText,
  from: Range,
  goal: Range,
  isMeant: (selection: Range) => boolean,
): readonly string[] | null {
  const reach = { start: Math.min(from.start, goal.start) - 400, end: Math.max(from.end, goal.end) + 400 };
  const seen = new Set<string>([`${from.start} ${from.end}`]);
  let ring: readonly Reached[] = [{ selection: from, key: "", before: null }];
  while (ring.length > 0 && seen.size < patience) {
    const next: Reached[] = [];
    for (const before of ring)
      for (const [key, selection] of stepsFrom(article, before.selection, goal)) {
        const name = `${selection.start} ${selection.end}`;
        if (seen.has(name) || selection.start < reach.start || selection.end > reach.end) continue;
        seen.add(name);
        const reached = { selection, key, before };
        if (overlaps(selection, goal) && isMeant(selection)) return keysOf(reached);
        next.push(reached);
      }
    ring = next;
  }
  return null;
}

function keysOf(last: Reached): readonly string[] {
  const keys: string[] = [];
  for (let at: Reached | null = last; at?.before; at = at.before) keys.unshift(at.key);
  return keys;
}

/** What one key makes of a selection. */
function stepsFrom(
  article: ArticleText,
  selection: Range,
  goal: Range,
): readonly (readonly [string, Range])[] {
  const { start, end } = selection;
  const isCaret = start === end;
  const grown = units.map(([unit, key]) => [key, growRange(article, selection, unit)] as const);
  const caret = (at: number): Range => ({ start: at, end: at });
  const moved = isCaret
    ? ([
        ["Control+ArrowRight", caret(wordEndingAfter(article, start)?.end ?? start)],
        ["Control+ArrowLeft", caret(wordStartingBefore(article, start)?.start ?? start)],
        ["ArrowRight", caret(start + 1)],
        ["ArrowLeft", caret(Math.max(0, start - 1))],
      ] as const)
    : ([
        ["ArrowRight", caret(end)],
        ["ArrowLeft", caret(start)],
      ] as const);
  const shrunk = isCaret
    ? []
    : units.map(([unit, key]) => [`Shift+${key}`, shrinkRange(article, selection, unit)] as const);
  // Only a selection that begins at its goal is worth extending by hand.
  const extended =
    Math.abs(start - goal.start) > 1
      ? []
      : ([
          ["Control+Shift+ArrowRight", { start, end: wordEndingAfter(article, end)?.end ?? end }],
          ["Shift+ArrowRight", { start, end: end + 1 }],
        ] as const);
  return [...grown, ...moved, ...shrunk, ...extended];
}
