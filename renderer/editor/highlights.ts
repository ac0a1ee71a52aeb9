// Ranges that are only lit up, such as hits of a search: drawn by the browser's custom highlights, which touch neither the
// document nor its decorations. The caller gives the few that are near the screen.
import type { EditorView } from "prosemirror-view";
import type { Range } from "../../shared/model/range.ts";
import { type Positions, rangeToPos } from "./positions.ts";

/** Lights these ranges up as `::highlight(name)`, and no others. They stay where they are until called again. */
export function highlight(
  view: EditorView,
  positions: Positions,
  name: string,
  ranges: readonly Range[],
): void {
  const shown = ranges.flatMap((range) => {
    const { from, to } = rangeToPos(positions, range);
    if (from === to) return [];
    const start = view.domAtPos(from, 1);
    const end = view.domAtPos(to, -1);
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
  });
  if (shown.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...shown));
}
