// A binary heap of places by two numbers: the smallest worth first, then the smallest rank, then the smallest place, so that
// what comes out never depends on the order in which it went in.

export interface HeapItem {
  readonly worth: number;
  readonly rank: number;
  readonly at: number;
}

export interface Heap {
  push(item: HeapItem): void;
  /** The smallest, taken out; `undefined` when there is none. */
  pop(): HeapItem | undefined;
}

export function createHeap(): Heap {
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
