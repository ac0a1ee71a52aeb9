// A view of an article that knows lines instead of pixels, for tests over a core.
import type { ArticleEditorHandle } from "../../../renderer/editor/editor-model.ts";
import type { Session } from "../../../renderer/state/session/session.ts";
import type { Range } from "../../../shared/model/range.ts";
import { type Span, spanHull } from "../../../shared/model/span.ts";
import { records } from "../../../shared/model/table.ts";

export const lineLength = 60;
export const linesInView = 5;

/** A view of the article in lines of equal length; `onSelect` is told of each new selection, as ProseMirror tells. */
export function viewOf(session: Session, onSelect: (selection: Range) => void) {
  let anchor = 0;
  let head = 0;
  let entered = false;
  let top = 0;
  const length = session.text.text.length;
  const lineOf = (offset: number): number => Math.floor(offset / lineLength);
  const isInView = ({ start, end }: Range): boolean =>
    lineOf(Math.max(start, end - 1)) >= top && lineOf(start) < top + linesInView;
  const spans = (): readonly Span[] => [...records(session.annotations().set.spans)];
  const setSelection = (from: number, to: number): void => {
    entered = true;
    if (from === anchor && to === head) return;
    [anchor, head] = [from, to];
    onSelect({ start: Math.min(anchor, head), end: Math.max(anchor, head) });
  };
  const handle: ArticleEditorHandle = {
    selection: () =>
      anchor === head ? null : { start: Math.min(anchor, head), end: Math.max(anchor, head) },
    caret: () => (entered ? head : null),
    select: ({ start, end }) => setSelection(start, end),
    isInView,
    reveal({ start, end }, how) {
      if (how === undefined && isInView({ start, end })) return;
      top = Math.max(0, lineOf(start) - (how === "center" ? 2 : 0));
    },
    spansAt: (offset) =>
      spans()
        .filter((span) => span.segments.some((segment) => segment.start <= offset && offset < segment.end))
        .sort((a, b) => spanHull(b).start - spanHull(a).start || spanHull(a).end - spanHull(b).end)
        .map(({ id }) => id),
    suggestionAt: () => null,
    focus: () => undefined,
    firstVisibleOffset: () => top * lineLength,
    rectOf: () => null,
    rangeBetween: () => ({ start: 0, end: length }),
    highlight: () => undefined,
    showLabels: () => undefined,
    onDrawn: () => () => undefined,
    scroller: () => null,
  };
  return {
    handle,
    setSelection,
    scrollTo(line: number) {
      top = line;
    },
    lines: lineOf(length) + 1,
  };
}
