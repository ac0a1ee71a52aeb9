// Matches rows with columns so that the whole is worth most: the assignment problem on a sparse table, solved exactly by
// shortest augmenting paths with potentials (Kuhn 1955, Edmonds and Karp 1972).
import { createHeap } from "./heap.ts";

/** What it is worth to match a row with this column; of what is worth the same in all, more `rank` wins. */
export interface Match {
  readonly column: number;
  readonly worth: number;
  readonly rank: number;
}

/**
 * The column of each row, -1 for a row that stays alone (which is worth nothing). Each column is taken once at most. No
 * other matching is worth more, and none worth the same has more rank. Exact as long as all sums are safe integers.
 */
export function assign(rows: readonly (readonly Match[])[], columns: number): Int32Array {
  const columnOf = new Int32Array(rows.length).fill(-1);
  // Column `columns + row` stands for the row staying alone: only that row reaches it.
  const size = columns + rows.length;
  const rowOf = new Int32Array(size).fill(-1);
  const rowWorth = new Float64Array(rows.length);
  const rowRank = new Float64Array(rows.length);
  const columnWorth = new Float64Array(size);
  const columnRank = new Float64Array(size);
  const worthTo = new Float64Array(size);
  const rankTo = new Float64Array(size);
  const from = new Int32Array(size);
  const seenFor = new Int32Array(size).fill(-1);
  const settledFor = new Int32Array(size).fill(-1);

  /** Finds the cheapest way to give `first` a place, and moves the rows along it. Costs are what worth is lost. */
  function augment(first: number): void {
    const heap = createHeap();
    const settled: number[] = [];
    const reach = (row: number, column: number, worth: number, rank: number): void => {
      if (settledFor[column] === first) return;
      const isBetter =
        seenFor[column] !== first ||
        worth < (worthTo[column] ?? 0) ||
        (worth === worthTo[column] && rank < (rankTo[column] ?? 0));
      if (!isBetter) return;
      seenFor[column] = first;
      worthTo[column] = worth;
      rankTo[column] = rank;
      from[column] = row;
      heap.push({ worth, rank, at: column });
    };
    const reachFrom = (row: number, worth: number, rank: number): void => {
      const baseWorth = worth - (rowWorth[row] ?? 0);
      const baseRank = rank - (rowRank[row] ?? 0);
      for (const match of rows[row] ?? [])
        reach(
          row,
          match.column,
          baseWorth - match.worth - (columnWorth[match.column] ?? 0),
          baseRank - match.rank - (columnRank[match.column] ?? 0),
        );
      const alone = columns + row;
      reach(row, alone, baseWorth - (columnWorth[alone] ?? 0), baseRank - (columnRank[alone] ?? 0));
    };
    reachFrom(first, 0, 0);
    let lastColumn = -1;
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
      reachFrom(holder, worthTo[column] ?? 0, rankTo[column] ?? 0);
    }
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
    for (let column = lastColumn; column !== -1; ) {
      const row = from[column] ?? first;
      const previousColumn = columnOf[row] ?? -1;
      rowOf[column] = row;
      columnOf[row] = column;
      column = row === first ? -1 : previousColumn;
    }
  }

  for (let row = 0; row < rows.length; row += 1) augment(row);
  return columnOf.map((column) => (column < columns ? column : -1));
}
