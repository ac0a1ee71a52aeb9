// The keys that move the caret to the article's start and end. The browser's own stop at what it has laid out, and the
// far parts of an article are not.
import { Selection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** Moves the caret, or with Shift the selection's moving end. Returns whether the key was one of these. */
export function moveToEdge(view: EditorView, event: KeyboardEvent): boolean {
  const edge = edgeOf(event);
  if (!edge) return false;
  event.preventDefault();
  const { doc, selection, tr } = view.state;
  const head = edge === "start" ? Selection.atStart(doc).head : Selection.atEnd(doc).head;
  view.dispatch(tr.setSelection(TextSelection.create(doc, event.shiftKey ? selection.anchor : head, head)));
  const { node, offset } = view.domAtPos(head);
  const place = node.childNodes[offset] ?? node;
  const element = place instanceof Element ? place : place.parentElement;
  element?.scrollIntoView({ block: edge === "start" ? "end" : "nearest" });
  return true;
}

function edgeOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): "start" | "end" | null {
  if (altKey || ctrlKey === metaKey) return null;
  if (key === "Home" || (metaKey && key === "ArrowUp")) return "start";
  if (key === "End" || (metaKey && key === "ArrowDown")) return "end";
  return null;
}
