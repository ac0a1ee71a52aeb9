// The window of a long list: the rows that are in view, when all are of one height but the one that is open. Plain arithmetic: nothing is
// measured but the open one.

export interface RowWindowInput {
  readonly count: number;
  /** Pixels of a closed row. */
  readonly rowHeight: number;
  /** The open row's index, or -1. */
  readonly open: number;
  /** Pixels that the open row has beyond a closed one. */
  readonly openExtra: number;
  readonly scrollTop: number;
  readonly viewHeight: number;
}

export interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  /** Pixels of all rows together. */
  readonly height: number;
}

/** Rows shown beyond what is in view, so that fast scrolling shows no holes. */
const spare = 6;

/** The top of a row in pixels. */
export function rowTop(
  index: number,
  { rowHeight, open, openExtra }: Pick<RowWindowInput, "rowHeight" | "open" | "openExtra">,
): number {
  return index * rowHeight + (open >= 0 && index > open ? openExtra : 0);
}

export function rowWindow(input: RowWindowInput): RowWindow {
  const { count, scrollTop, viewHeight } = input;
  const firstRow = Math.max(0, rowAt(scrollTop, input) - spare);
  const endRow = Math.min(count, rowAt(scrollTop + viewHeight, input) + 1 + spare);
  return { first: firstRow, last: endRow, height: rowTop(count, input) };
}

/** The row at which the Tab key comes to the list: this one where it is shown, or else the first that is. */
export const entryRow = ({ first, last }: Pick<RowWindow, "first" | "last">, row: number): number =>
  row >= first && row < last ? row : first;

/** The row that covers this height. */
function rowAt(height: number, { count, rowHeight, open, openExtra }: RowWindowInput): number {
  const plain = Math.floor(height / rowHeight);
  if (open < 0 || plain <= open) return Math.min(count, plain);
  return Math.min(count, Math.max(open, Math.floor((height - openExtra) / rowHeight)));
}
