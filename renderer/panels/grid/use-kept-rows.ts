// The rows that a table shows, which keep their places until it is sorted or narrowed anew.
import { useState } from "react";
import type { Id } from "../../../shared/model/id.ts";
import type { GridOrder, GridState } from "../../lib/grid-state.ts";
import { type Store, useStore } from "../../lib/store.ts";

interface RowSteps {
  /** All rows that are listed, in the order that is asked for. */
  order(by: GridOrder): readonly Id[];
  /** The rows in the places that they have, once there are others. */
  keep(before: readonly Id[], typed: string): readonly Id[];
}

/** `source`: what the rows are of, another one where there may be other rows. */
export function useKeptRows(
  state: Store<GridState>,
  source: unknown,
  { order, keep }: RowSteps,
): readonly Id[] {
  const { typed, by, isDescending } = useStore(state, (value) => value);
  const orderKey = JSON.stringify([typed, by, isDescending]);
  const ordered = () => ({ orderKey, source, rows: order({ typed, by, isDescending }) });
  const [kept, setKept] = useState(ordered);
  if (kept.orderKey !== orderKey) setKept(ordered());
  else if (kept.source !== source) setKept({ orderKey, source, rows: keep(kept.rows, typed) });
  return kept.rows;
}
