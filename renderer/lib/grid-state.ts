// The place of a person in a table that is filled in: how it is narrowed and sorted, and which cells are selected.
import { createStore, type Store } from "./store.ts";

/** A cell by its row and its column. The row of the heads is -1. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

export interface GridOrder {
  /** What names are narrowed by. */
  readonly typed: string;
  /** The id of the column that the rows are sorted by. */
  readonly by: string;
  readonly isDescending: boolean;
}

export interface GridState extends GridOrder {
  /** The cell that has the keyboard, or had it last. */
  readonly current: GridCell;
  /** The other corner of the cells that are selected. */
  readonly anchor: GridCell;
}

const firstCell: GridCell = { row: 0, column: 0 };

/** `by`: the id of the column that the rows are sorted by at first. */
export const createGridState = (by: string): Store<GridState> =>
  createStore<GridState>({
    ...{ typed: "", by, isDescending: false },
    ...{ current: firstCell, anchor: firstCell },
  });
