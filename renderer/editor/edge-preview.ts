// What a segment would be while its edge is dragged: what it would hold, and what it would lose. Painted by the browser's
// highlights, so that neither the document nor its decorations change before the edge is let go.
import type { Range as TextRange } from "../../shared/model/range.ts";

export interface EdgePreview {
  show(before: TextRange, after: TextRange): void;
  clear(): void;
}

const kept = "edge-kept";
const lost = "edge-lost";

export function showEdgePreview(domRangeOf: (range: TextRange) => Range): EdgePreview {
  const paint = (name: string, ranges: readonly TextRange[]): void => {
    CSS.highlights.set(
      name,
      new Highlight(...ranges.filter(({ start, end }) => start < end).map(domRangeOf)),
    );
  };
  return {
    show(before, after) {
      paint(kept, [after]);
      paint(lost, [
        { start: before.start, end: Math.min(before.end, after.start) },
        { start: Math.max(before.start, after.end), end: before.end },
      ]);
    },
    clear() {
      CSS.highlights.delete(kept);
      CSS.highlights.delete(lost);
    },
  };
}
