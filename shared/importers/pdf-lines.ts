// From the pieces of text that a page is printed with to lines in reading order: pieces on one base line are joined, columns are
// read one after the other, and what stands over all columns parts them.

/** A piece of text as it is printed. Points, from the left and the bottom of the page. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PrintedLine extends Piece {
  /** The left and right edges of the column that it stands in. */
  readonly column: { readonly left: number; readonly right: number };
}

/** The lines of one page in reading order. */
export function linesOfPage(pieces: readonly Piece[]): PrintedLine[] {
  return inColumns(joinPieces(pieces));
}

const endOf = ({ x, width }: Piece): number => x + width;

/** Pieces of one base line that are no further apart than words, as one. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const rows: Piece[][] = [];
  // The library puts blanks of any width between pieces; where words end is told by the places.
  const sorted = pieces.filter(({ text }) => text.trim() !== "").sort((a, b) => b.y - a.y || a.x - b.x);
  for (const piece of sorted) {
    // A raised sign is smaller and a little higher, and belongs to the line below it.
    const row = rows.at(-1);
    const firstPiece = row?.[0];
    const near = Math.max(piece.size, firstPiece?.size ?? 0) * 0.45;
    if (row && firstPiece && firstPiece.y - piece.y <= near) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const lines: Piece[] = [];
    for (const piece of [...row].sort((a, b) => a.x - b.x)) {
      const previousPiece = lines.at(-1);
      const gap = previousPiece ? piece.x - endOf(previousPiece) : 0;
      const size = Math.max(piece.size, previousPiece?.size ?? 0);
      if (!previousPiece || gap > size * 1.6) lines.push(piece);
      else lines[lines.length - 1] = together(previousPiece, piece, gap > size * 0.12);
    }
    return lines.filter(({ text }) => text.trim() !== "");
  });
}

function together(before: Piece, piece: Piece, apart: boolean): Piece {
  const isParted = /\s$/u.test(before.text) || /^\s/u.test(piece.text);
  const main = piece.text.trim().length > before.text.trim().length ? piece : before;
  return {
    text: `${before.text}${apart && !isParted ? " " : ""}${piece.text}`,
    x: before.x,
    y: main.y,
    width: Math.max(endOf(piece), endOf(before)) - before.x,
    size: main.size,
  };
}

/** Fewer lines on a side are no column. */
const fewestLines = 4;

function inColumns(lines: readonly Piece[], depth = 0): PrintedLine[] {
  const gutter = depth < 4 ? gutterOf(lines) : null;
  if (gutter === null) {
    const column = { left: Math.min(...lines.map(({ x }) => x)), right: Math.max(...lines.map(endOf)) };
    return [...lines].sort((a, b) => b.y - a.y || a.x - b.x).map((line) => ({ ...line, column }));
  }
  const printedLines: PrintedLine[] = [];
  let leftColumn: Piece[] = [];
  let right: Piece[] = [];
  let across: Piece[] = [];
  const readColumns = (): void => {
    if (leftColumn.length > 0) printedLines.push(...inColumns(leftColumn, depth + 1));
    if (right.length > 0) printedLines.push(...inColumns(right, depth + 1));
    leftColumn = [];
    right = [];
  };
  const readAcross = (): void => {
    if (across.length > 0) printedLines.push(...inColumns(across, 4));
    across = [];
  };
  for (const line of [...lines].sort((a, b) => b.y - a.y)) {
    if (line.x < gutter && endOf(line) > gutter) {
      readColumns();
      across.push(line);
    } else {
      readAcross();
      (line.x >= gutter ? right : leftColumn).push(line);
    }
  }
  readColumns();
  readAcross();
  return printedLines;
}

/** Where white space parts two columns: the place that the fewest lines cross, with text on both sides side by side. */
function gutterOf(lines: readonly Piece[]): number | null {
  if (lines.length < fewestLines * 2) return null;
  const starts = [...new Set(lines.map(({ x }) => Math.round(x)))].sort((a, b) => a - b);
  let best: { readonly at: number; readonly crossing: number } | null = null;
  for (const start of starts.slice(0, 400)) {
    const at = start - 1;
    const beside = lines.filter(({ x }) => x >= at);
    const linesBefore = lines.filter((line) => endOf(line) <= at);
    const crossing = lines.length - beside.length - linesBefore.length;
    if (beside.length < fewestLines || linesBefore.length < fewestLines || crossing > lines.length * 0.4)
      continue;
    if (!areSideBySide(linesBefore, beside)) continue;
    if (!best || crossing < best.crossing) best = { at, crossing };
  }
  return best?.at ?? null;
}

/** Both reach over a good part of the same height, and both are wide enough for words. */
function areSideBySide(one: readonly Piece[], other: readonly Piece[]): boolean {
  const top = (lines: readonly Piece[]): number => Math.max(...lines.map(({ y }) => y));
  const bottom = (lines: readonly Piece[]): number => Math.min(...lines.map(({ y }) => y));
  const shared = Math.min(top(one), top(other)) - Math.max(bottom(one), bottom(other));
  const shorter = Math.min(top(one) - bottom(one), top(other) - bottom(other));
  const wide = (lines: readonly Piece[]): boolean =>
    lines.filter(({ width, size }) => width > size * 6).length >= lines.length / 2;
  return shared > shorter * 0.5 && wide(one) && wide(other);
}
