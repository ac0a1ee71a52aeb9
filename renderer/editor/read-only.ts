// Keeps the article as it came: the caret, selecting and copying work as everywhere, but nothing that is typed, pasted,
// dropped, cut or composed reaches the document, and keys go on to whoever listens at the window.
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { takeDomSelection } from "./dom-selection.ts";
import { moveToEdge } from "./edge-keys.ts";
import { takeInput } from "./no-input.ts";
import { offsetOf, type Positions } from "./positions.ts";

const refuse = (_view: EditorView, event: Event): boolean => {
  event.preventDefault();
  return true;
};

/**
 * React reads the selection of a focused element whose `contenteditable` is `true` at every commit, and walks through all
 * of its text to do so: 10 ms a commit in a long article. No other value makes it do that, and this one fits too.
 */
function sparePassesOverText(dom: HTMLElement): void {
  dom.setAttribute("contenteditable", "plaintext-only");
}

/** Says that the event is dealt with, so that ProseMirror leaves it alone; the browser's own part goes on. */
const leaveToBrowser = (): boolean => true;

/** The plugin. Copying gives the article's text exactly, line ends included, so it needs the text and its positions. */
export function readOnly(text: string, positions: Positions): Plugin {
  const copy = (view: EditorView, event: ClipboardEvent): boolean => {
    takeDomSelection(view);
    const copied = selectedText(view, text, positions);
    event.preventDefault();
    if (copied !== "") event.clipboardData?.setData("text/plain", copied);
    return true;
  };
  return new Plugin({
    view({ dom }) {
      takeInput(dom);
      sparePassesOverText(dom);
      return {};
    },
    filterTransaction: (transaction) => !transaction.docChanged,
    props: {
      handleDOMEvents: {
        beforeinput: refuse,
        paste: refuse,
        drop: refuse,
        dragstart: refuse,
        copy,
        cut: copy,
        keydown(view, event) {
          takeDomSelection(view);
          moveToEdge(view, event);
          return true;
        },
        keypress: leaveToBrowser,
        keyup: leaveToBrowser,
      },
    },
  });
}

/** The selected part of the text; the whole text, with all that lies around its paragraphs, when all is selected. */
function selectedText({ state }: EditorView, text: string, positions: Positions): string {
  const { from, to, empty } = state.selection;
  if (empty) return "";
  const start = offsetOf(positions, from);
  const end = offsetOf(positions, to);
  const all =
    start <= (positions.paragraphs[0]?.start ?? 0) && end >= (positions.paragraphs.at(-1)?.end ?? 0);
  return all ? text : text.slice(start, end);
}
