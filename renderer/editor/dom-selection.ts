// The browser tells of a new selection a moment late, and a key may be pressed within that moment. Whoever needs the
// selection as it is now brings ProseMirror's up to date first.
import { type Selection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** Takes the browser's selection into the view's state, when it lies in the article and is another one. */
export function takeDomSelection(view: EditorView): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {};
  if (!anchorNode || !focusNode || anchorOffset === undefined || focusOffset === undefined) return;
  if (!view.hasFocus() || view.composing || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode))
    return;
  const { doc, selection, tr } = view.state;
  const anchor = view.posAtDOM(anchorNode, anchorOffset);
  const head = view.posAtDOM(focusNode, focusOffset);
  const domSelection = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  if (!domSelection.eq(selection)) view.dispatch(tr.setSelection(domSelection));
}

/**
 * The selection that the browser has set for a click becomes the view's. Of a click into what is selected (`pressed`: the selection at its
 * press) the browser makes a caret only after it, so that it is set here, at the words under the pointer.
 */
export function takeClick(view: EditorView, event: MouseEvent, pressed: Selection | null): void {
  takeDomSelection(view);
  const { doc, selection, tr } = view.state;
  if (selection.empty || event.detail > 1 || event.shiftKey || !pressed?.eq(selection)) return;
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (place) view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place.pos))));
}

/**
 * Keeps the selection when the view is given the keyboard by a script or a key: the browser puts the caret at the beginning then, and
 * ProseMirror puts it back a moment later, within which a key may be pressed. The pointer says itself where the caret is to be.
 * Returns how to stop.
 */
export function keepSelectionAtFocus(view: EditorView): () => void {
  let isByPointer = false;
  const onPointerDown = (): void => {
    isByPointer = true;
    // What the press brings about by itself, the focus too, has come by then.
    setTimeout(() => {
      isByPointer = false;
    });
  };
  const onFocus = (): void => {
    if (!isByPointer) view.focus();
  };
  view.dom.addEventListener("mousedown", onPointerDown, true);
  view.dom.addEventListener("focus", onFocus);
  return () => {
    view.dom.removeEventListener("mousedown", onPointerDown, true);
    view.dom.removeEventListener("focus", onFocus);
  };
}
