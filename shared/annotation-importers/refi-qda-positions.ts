// How the positions of a REFI-QDA project are counted. The standard counts characters, and programs count otherwise: ATLAS.ti has CR LF as
// one, NVivo counts UTF-16 and leaves the byte-order mark out (657 of 660 edges of a file by NVivo 12 lie at words so, 253 by the standard).
// So the texts themselves decide: people code words, and programs name selections by what they hold.
import { countingOf, type Unit } from "../interchange/units.ts";
import { endsAtWords } from "./word-edges.ts";

export interface Positions {
  readonly unit: Unit;
  /** Whether a byte-order mark at the beginning of a text counts; where it does not, it is no part of the article. */
  readonly hasMark: boolean;
}

/** Positions as the file has them; `name`: what the selection is called, which often is what it holds, shortened. */
export interface Selected {
  readonly start: unknown;
  readonly end: unknown;
  readonly name: string;
}

export interface SelectedText {
  readonly text: string;
  readonly selected: readonly Selected[];
}

export interface PositionsFound {
  readonly positions: Positions;
  /** How many edges there are, and how many lie at the edges of words so; `null` where every way of counting comes to the same. */
  readonly evidence: { readonly edges: number; readonly fitting: number } | null;
}

const ways: readonly Positions[] = (["code-points", "utf-16", "code-points-crlf-as-one"] as const).flatMap(
  (unit) => [true, false].map((hasMark) => ({ unit, hasMark })),
);

/** The program's own way of counting, by the origin that a project states. Files of Sayso say for which program they were written. */
function waysOf(origin: string): readonly Positions[] {
  const own = /atlas/iu.test(origin)
    ? ({ unit: "code-points-crlf-as-one", hasMark: true } as const)
    : /nvivo/iu.test(origin)
      ? ({ unit: "utf-16", hasMark: false } as const)
      : ({ unit: "code-points", hasMark: true } as const);
  return /^sayso\b/iu.test(origin) ? [own] : [own, ...ways];
}

/** The way of counting by which most edges lie at words and most names are what is selected; the program's own where none is better. */
export function positionsIn(texts: readonly SelectedText[], origin: string): PositionsFound {
  const [own, ...others] = waysOf(origin).map((positions) => ({ positions, ...fitOf(texts, positions) }));
  if (!own) throw new RangeError("There is always one.");
  let best = own;
  for (const other of others) if (other.score > best.score) best = other;
  const edges = 2 * texts.reduce((sum, { selected }) => sum + selected.length, 0);
  const isSame = others.every(({ score }) => score === own.score);
  return { positions: best.positions, evidence: isSame ? null : { edges, fitting: best.fitting } };
}

/** A text as these positions count it. */
export const textFor = (text: string, { hasMark }: Positions): string =>
  !hasMark && text.startsWith("\ufeff") ? text.slice(1) : text;

/** A name that is what is selected tells as much as this number of edges: no other place has the same words by chance. */
const weightOfName = 4;

function fitOf(texts: readonly SelectedText[], positions: Positions) {
  let fitting = 0;
  let names = 0;
  for (const { text: raw, selected } of texts) {
    const text = textFor(raw, positions);
    const counting = countingOf(text, positions.unit);
    fitting += endsAtWords(text, selected, counting);
    for (const { start, end, name } of selected) {
      const [from, to] = [counting.from(start), counting.from(end)];
      if (from === null || to === null || from >= to) continue;
      names += Number(isNameOf(name, text.slice(from, Math.min(to, from + 2 * name.length + 64))));
    }
  }
  return { fitting, score: fitting + weightOfName * names };
}

function isNameOf(name: string, words: string): boolean {
  const plain = (value: string): string => value.replace(/\s+/gu, " ").trim();
  const said = plain(name).replace(/(?:…|\.\.\.)$/u, "");
  return said.length > 2 && plain(words).startsWith(said);
}
