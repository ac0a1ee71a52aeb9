// Moves through a grid of cells: where a key leads (https://www.w3.org/WAI/ARIA/apg/patterns/grid/). Plain arithmetic; the row of the heads is -1.

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns there are. */
interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly isMod: boolean;
}

/** Rows that a page key goes. */
const pageRows = 20;

/** The cell to which a key leads, at the edge the same one; `undefined`: the key does not move, or Tab has come to the end. */
export function cellAfterKey(
  { key, shiftKey, isMod }: KeyPress,
  cell: Cell,
  size: GridSize,
): Cell | undefined {
  if (key === "Tab") return isMod ? undefined : cellAfterTab(cell, shiftKey ? -1 : 1, size);
  const { row, column } = cell;
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const next = {
    ArrowDown: { row: isMod ? lastRow : row + 1, column },
    ArrowUp: { row: isMod ? 0 : row - 1, column },
    ArrowRight: { row, column: isMod ? lastColumn : column + 1 },
    ArrowLeft: { row, column: isMod ? 0 : column - 1 },
    PageDown: { row: row + pageRows, column },
    PageUp: { row: Math.max(0, row - pageRows), column },
    Home: { row: isMod ? 0 : row, column: 0 },
    End: { row: isMod ? lastRow : row, column: lastColumn },
  }[key];
  return next && withinGrid(next, size);
}

export const withinGrid = ({ row, column }: Cell, { rows, columns }: GridSize): Cell => ({
  row: Math.max(-1, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});

/** The next cell, on in the next row; `undefined` after the last one and before the first. */
function cellAfterTab(
  { row, column }: Cell,
  direction: 1 | -1,
  { rows, columns }: GridSize,
): Cell | undefined {
  const place = row * columns + column + direction;
  const next = { row: Math.floor(place / columns), column: ((place % columns) + columns) % columns };
  return next.row < -1 || next.row >= rows ? undefined : next;
}

/** The cells between two corners: the first and the last row and column. */
export function cellsBetween(one: Cell, other: Cell): { readonly first: Cell; readonly last: Cell } {
  return {
    first: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
    last: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
  };
}
