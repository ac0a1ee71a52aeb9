// The cards as a list with depth: reading order, with the cards that lie within another directly under it.
import type { Attribution } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get, type Table } from "../../../shared/model/table.ts";

export interface CardRow {
  readonly id: Id;
  /** 0 for a card that lies within none. */
  readonly depth: number;
}

/** One row a card, each once. `order` holds all ids in reading order. Linear in their number. */
export function cardRows(attributions: Table<Attribution>, order: readonly Id[]): readonly CardRow[] {
  const within = new Map<Id, Id[]>();
  const outermost: Id[] = [];
  for (const id of order) {
    const outer = get(attributions, id)?.within ?? null;
    if (outer === null || !get(attributions, outer)) outermost.push(id);
    else {
      const inner = within.get(outer);
      if (inner) inner.push(id);
      else within.set(outer, [id]);
    }
  }
  const rows: CardRow[] = [];
  // A stack instead of recursion: a file from outside may nest as deep as it likes.
  const stack = outermost.toReversed().map((id) => ({ id, depth: 0 }));
  for (let row = stack.pop(); row; row = stack.pop()) {
    rows.push(row);
    for (const id of (within.get(row.id) ?? []).toReversed()) stack.push({ id, depth: row.depth + 1 });
  }
  return rows;
}
