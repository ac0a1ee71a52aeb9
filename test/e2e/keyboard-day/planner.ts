// Finds the fewest keys from one selection to another, by the keys of the application (which grow and shrink a selection by
// units of the text, and jump to those that show letters) and the browser's own (which move a caret and extend a selection). What a
// practised hand does.
import { jumpLabels } from "../../../renderer/actions/jump.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { hull, overlaps, type Range } from "../../../shared/model/range.ts";
import { growRange, shrinkRange, type TextUnit, unitsFrom } from "../../../shared/model/unit-ranges.ts";
import { wordEndingAfter, wordStartingBefore } from "../../../shared/model/words.ts";

const units: readonly (readonly [unit: TextUnit, key: string])[] = [
  ["word", "w"],
  ["clause", "c"],
  ["quotation", "q"],
  ["sentence", "s"],
  ["paragraph", "p"],
];

/** A key, or the key that shows letters and those of the unit that begins at an offset, the last with Shift where it extends. */
export type Move =
  | { readonly key: string }
  | { readonly key: string; readonly to: number; readonly isExtended: boolean };

/** Units of one sort on the screen, in order, and how many letters those have that are nearest the caret. */
interface Jumps {
  readonly key: string;
  readonly ranges: readonly Range[];
  readonly letterCounts: readonly number[];
}

/** A selection that a move leads to, and the way back to where it came from. */
interface Reached {
  readonly selection: Range;
  readonly move: Move;
  readonly before: Reached | null;
}

type Step = readonly [move: Move, selection: Range, keyCount: number];

/** Selections looked at before giving up; far more than a practised hand would. */
const patience = 30_000;

/** Characters beside a goal from which there are still few keys to it. */
const near = 120;

/**
 * What leads from a selection (or a caret: an empty one) to one that is meant, with the fewest keys; `null` when nothing is found.
 * `goal`: the place that is gone to, beyond whose end and the selection's nothing is looked for. `shown`: what is on the screen.
 */
export function movesTo(
  article: ArticleText,
  from: Range,
  { goal, shown }: { readonly goal: Range; readonly shown: Range },
  isMeant: (selection: Range) => boolean,
): readonly Move[] | null {
  const reach = { start: Math.min(from.start, goal.start) - 400, end: Math.max(from.end, goal.end) + 400 };
  const jumps = [jumpsIn(article, shown, "clause", ","), jumpsIn(article, shown, "word", ";")];
  const seen = new Set<string>();
  const rings: Reached[][] = [[{ selection: from, move: { key: "" }, before: null }]];
  for (let keyCount = 0; keyCount < rings.length && seen.size < patience; keyCount += 1)
    for (const before of rings[keyCount] ?? []) {
      const { selection } = before;
      const name = `${selection.start} ${selection.end}`;
      if (seen.has(name)) continue;
      seen.add(name);
      if (before.before && overlaps(selection, goal) && isMeant(selection)) return movesOf(before);
      const steps = [
        ...stepsFrom(article, selection, goal),
        ...jumps.flatMap((one) => jumpsFrom(one, selection, goal, before.before === null)),
      ];
      for (const [move, reached, count] of steps) {
        if (reached.start < reach.start || reached.end > reach.end) continue;
        for (let at = rings.length; at <= keyCount + count; at += 1) rings[at] = [];
        rings[keyCount + count]?.push({ selection: reached, move, before });
      }
    }
  return null;
}

function movesOf(last: Reached): readonly Move[] {
  const moves: Move[] = [];
  for (let at: Reached | null = last; at?.before; at = at.before) moves.unshift(at.move);
  return moves;
}

function jumpsIn(article: ArticleText, shown: Range, unit: "clause" | "word", key: string): Jumps {
  const ranges: Range[] = [];
  for (const range of unitsFrom(article, shown.start, unit)) {
    if (range.start >= shown.end) break;
    ranges.push(range);
  }
  return { key, ranges, letterCounts: jumpLabels(ranges.length).map(({ length }) => length) };
}

/** Jumps to units near the goal; those that extend the selection only where one of its ends is there already. */
function jumpsFrom(
  { key, ranges, letterCounts }: Jumps,
  selection: Range,
  goal: Range,
  isFirst: boolean,
): readonly Step[] {
  const extendsOn = Math.abs(selection.start - goal.start) <= 2;
  const extendsBack = Math.abs(selection.end - goal.end) <= 2;
  if (!isFirst && !extendsOn && !extendsBack) return [];
  const distance = ({ start, end }: Range): number => Math.max(start - selection.end, selection.end - end, 0);
  return ranges.flatMap((range): readonly Step[] => {
    const beginsThere = Math.abs(range.start - goal.start) <= near;
    const endsThere = Math.abs(range.end - goal.end) <= near;
    if (!beginsThere && !endsThere) return [];
    const away = distance(range);
    const nearer = ranges.filter((other) => distance(other) < away).length;
    const keyCount = 1 + (letterCounts[nearer] ?? 2);
    const move = { key, to: range.start };
    return [
      ...(isFirst ? [[{ ...move, isExtended: false }, range, keyCount] as const] : []),
      ...((extendsOn && endsThere) || (extendsBack && beginsThere)
        ? [[{ ...move, isExtended: true }, hull([selection, range]), keyCount] as const]
        : []),
    ];
  });
}

/** What one key makes of a selection. */
function stepsFrom(article: ArticleText, selection: Range, goal: Range): readonly Step[] {
  const { start, end } = selection;
  const isCaret = start === end;
  const step = (key: string, reached: Range): Step => [{ key }, reached, 1];
  const grown = units.map(([unit, key]) => step(key, growRange(article, selection, unit)));
  const caret = (at: number): Range => ({ start: at, end: at });
  const moved = isCaret
    ? [
        step("Control+ArrowRight", caret(wordEndingAfter(article, start)?.end ?? start)),
        step("Control+ArrowLeft", caret(wordStartingBefore(article, start)?.start ?? start)),
        step("ArrowRight", caret(start + 1)),
        step("ArrowLeft", caret(Math.max(0, start - 1))),
      ]
    : [step("ArrowRight", caret(end)), step("ArrowLeft", caret(start))];
  const shrunk = isCaret
    ? []
    : units.map(([unit, key]) => step(`Shift+${key}`, shrinkRange(article, selection, unit)));
  // Only a selection that begins at its goal is worth extending by hand.
  const extended =
    Math.abs(start - goal.start) > 1
      ? []
      : [
          step("Control+Shift+ArrowRight", { start, end: wordEndingAfter(article, end)?.end ?? end }),
          step("Shift+ArrowRight", { start, end: end + 1 }),
        ];
  return [...grown, ...moved, ...shrunk, ...extended];
}
