// Matches rows with columns so that the whole is worth most: the assignment problem on a sparse table, solved exactly by
// shortest augmenting paths with potentials (Kuhn 1955, Edmonds and Karp 1972).

/** What it is worth to match a row with this column; of what is worth the same in all, more `rank` wins. */
export interface Match {
  readonly column: number;
  readonly worth: number;
  readonly rank: number;
}

/** The table and what is known of it. A column `columns + row` stands for the row staying alone: only that row reaches it. */
interface MatchTable {
  readonly rows: readonly (readonly Match[])[];
  readonly columns: number;
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  /** Potentials. */
  readonly rowWorth: Float64Array;
  readonly rowRank: Float64Array;
  readonly columnWorth: Float64Array;
  readonly columnRank: Float64Array;
  /** Of the way to a column that is cheapest so far, from the row that it comes from; what worth is lost on it. */
  readonly worthTo: Float64Array;
  readonly rankTo: Float64Array;
  readonly from: Int32Array;
  /** The row for which a column was last reached, and settled. */
  readonly seenFor: Int32Array;
  readonly settledFor: Int32Array;
}

/**
 * The column of each row, -1 for a row that stays alone (which is worth nothing). Each column is taken once at most. No
 * other matching is worth more, and none worth the same has more rank. Exact as long as all sums are safe integers.
 */
export function assign(rows: readonly (readonly Match[])[], columns: number): Int32Array {
  const size = columns + rows.length;
  const table: MatchTable = {
    rows,
    columns,
    columnOf: new Int32Array(rows.length).fill(-1),
    rowOf: new Int32Array(size).fill(-1),
    rowWorth: new Float64Array(rows.length),
    rowRank: new Float64Array(rows.length),
    columnWorth: new Float64Array(size),
    columnRank: new Float64Array(size),
    worthTo: new Float64Array(size),
    rankTo: new Float64Array(size),
    from: new Int32Array(size),
    seenFor: new Int32Array(size).fill(-1),
    settledFor: new Int32Array(size).fill(-1),
  };
  for (let row = 0; row < rows.length; row += 1) {
    const way = cheapestWay(table, row);
    movePotentials(table, row, way);
    moveRows(table, row, way);
  }
  return table.columnOf.map((column) => (column < columns ? column : -1));
}

interface Way {
  readonly settled: readonly number[];
  /** The free one at its end. */
  readonly lastColumn: number;
}

/** The cheapest way to give `first` a place. Costs are what worth is lost. */
function cheapestWay(table: MatchTable, first: number): Way {
  const { rowOf, worthTo, rankTo, settledFor } = table;
  const heap = createHeap();
  const settled: number[] = [];
  let lastColumn = -1;
  reachFrom(table, heap, { first, row: first, worth: 0, rank: 0 });
  for (let heapItem = heap.pop(); heapItem; heapItem = heap.pop()) {
    const column = heapItem.at;
    if (settledFor[column] === first) continue;
    settledFor[column] = first;
    settled.push(column);
    const holder = rowOf[column] ?? -1;
    if (holder === -1) {
      lastColumn = column;
      break;
    }
    reachFrom(table, heap, { first, row: holder, worth: worthTo[column] ?? 0, rank: rankTo[column] ?? 0 });
  }
  return { settled, lastColumn };
}

/** Reaches every column that a row can have, where that is cheaper than any way before. */
function reachFrom(
  table: MatchTable,
  heap: Heap,
  { first, row, worth, rank }: Readonly<Record<"first" | "row" | "worth" | "rank", number>>,
): void {
  const { rows, columns, columnWorth, columnRank, worthTo, rankTo, from, seenFor, settledFor } = table;
  const baseWorth = worth - (table.rowWorth[row] ?? 0);
  const baseRank = rank - (table.rowRank[row] ?? 0);
  const reach = (column: number, ofWorth: number, ofRank: number): void => {
    if (settledFor[column] === first) return;
    const columnsWorth = baseWorth - ofWorth - (columnWorth[column] ?? 0);
    const columnsRank = baseRank - ofRank - (columnRank[column] ?? 0);
    const isBetter =
      seenFor[column] !== first ||
      columnsWorth < (worthTo[column] ?? 0) ||
      (columnsWorth === worthTo[column] && columnsRank < (rankTo[column] ?? 0));
    if (!isBetter) return;
    seenFor[column] = first;
    worthTo[column] = columnsWorth;
    rankTo[column] = columnsRank;
    from[column] = row;
    heap.push({ worth: columnsWorth, rank: columnsRank, at: column });
  };
  for (const match of rows[row] ?? []) reach(match.column, match.worth, match.rank);
  reach(columns + row, 0, 0);
}

/** Changes the potentials by what the way costs over each of its columns. */
function movePotentials(
  { rowOf, rowWorth, rowRank, columnWorth, columnRank, worthTo, rankTo }: MatchTable,
  first: number,
  { settled, lastColumn }: Way,
): void {
  const worth = worthTo[lastColumn] ?? 0;
  const rank = rankTo[lastColumn] ?? 0;
  for (const column of settled) {
    const holder = rowOf[column] ?? -1;
    const [overWorth, overRank] = [worth - (worthTo[column] ?? 0), rank - (rankTo[column] ?? 0)];
    columnWorth[column] = (columnWorth[column] ?? 0) - overWorth;
    columnRank[column] = (columnRank[column] ?? 0) - overRank;
    if (holder === -1) continue;
    rowWorth[holder] = (rowWorth[holder] ?? 0) + overWorth;
    rowRank[holder] = (rowRank[holder] ?? 0) + overRank;
  }
  rowWorth[first] = (rowWorth[first] ?? 0) + worth;
  rowRank[first] = (rowRank[first] ?? 0) + rank;
}

/** Gives every row on the way the column that it was reached by, up to `first`. */
function moveRows({ columnOf, rowOf, from }: MatchTable, first: number, { lastColumn }: Way): void {
  for (let column = lastColumn; column !== -1; ) {
    const row = from[column] ?? first;
    const previousColumn = columnOf[row] ?? -1;
    rowOf[column] = row;
    columnOf[row] = column;
    column = row === first ? -1 : previousColumn;
  }
}

interface HeapItem {
  readonly worth: number;
  readonly rank: number;
  readonly at: number;
}

interface Heap {
  push(item: HeapItem): void;
  /** The smallest, taken out; `undefined` when there is none. */
  pop(): HeapItem | undefined;
}

/**
 * A binary heap of places by two numbers: the smallest worth first, then the smallest rank, then the smallest place, so that what comes out
 * never depends on the order in which it went in.
 */
function createHeap(): Heap {
  const items: HeapItem[] = [];
  const swap = (a: number, b: number): void => {
    const [first, second] = [items[a], items[b]];
    if (first && second) [items[a], items[b]] = [second, first];
  };
  const isBefore = (a: number, b: number): boolean => {
    const [first, second] = [items[a], items[b]];
    return first !== undefined && (second === undefined || compareItems(first, second) < 0);
  };
  return {
    push(item) {
      let at = items.push(item) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!isBefore(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      swap(0, items.length - 1);
      const smallest = items.pop();
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        const child = isBefore(right, left) ? right : left;
        if (!isBefore(child, at)) return smallest;
        swap(child, at);
        at = child;
      }
    },
  };
}

const compareItems = (a: HeapItem, b: HeapItem): number =>
  a.worth - b.worth || a.rank - b.rank || a.at - b.at;
