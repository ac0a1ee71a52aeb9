// The editor in which an article's text is corrected: plain lines, with marks that move along as one types. What it holds is a draft:
// nothing is saved before somebody says so.
import { baseKeymap } from "prosemirror-commands";
import { closeHistory, history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { Fragment, type Node, Slice } from "prosemirror-model";
import { EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { directionOf } from "../../shared/model/direction.ts";
import type { Range } from "../../shared/model/range.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import { correctionKeys } from "./correction-keys.ts";
import {
  correctionOf,
  differingLines,
  lineNodes,
  offsetInCorrection,
  placesInCorrection,
  textOfCorrection,
} from "./correction-text.ts";
import { keepSelectionAtFocus, takeDomSelection } from "./dom-selection.ts";
import { typeColour, typeColours } from "./mark-styles.ts";
import { addStyleSheet } from "./style-sheet.ts";

/** Where a mark stands in the text as it is in the editor. */
export interface CorrectionMark {
  readonly type: string;
  readonly segments: readonly Range[];
}

interface CorrectionOptions {
  readonly mount: HTMLElement;
  /** The text as it is in the article. */
  readonly text: string;
  /** What the editor begins with, where that is another. */
  readonly draft: string | null;
  readonly marks: readonly CorrectionMark[];
  /** Where the caret begins, in the article's text. */
  readonly caret: number;
  readonly tagset: Tagset;
  /** For those who hear it. */
  readonly label: string;
  /** Called with every key that changes the text, and nothing is done with the text before it is asked for. */
  onChange(): void;
  onSave(): void;
  onLeave(): void;
}

export interface CorrectionView {
  /** The text as it is in the editor. */
  text(): string;
  /** Shows where the marks will stand, once that is worked out for this text. Another text is left alone. */
  showMarks(text: string, marks: readonly CorrectionMark[]): void;
  /** Makes it another text, as one change that undo takes back. */
  replace(text: string): void;
  /** Where the caret stands, as an offset of that text. */
  caret(): number;
  setCaret(offset: number): void;
  focus(): void;
  destroy(): void;
}

/** How much is kept free above and below the caret when it is scrolled into view. */
const clearance = 64;

/** Lets the text be edited. The caller destroys the view when it is done with it. */
export function createCorrectionView(options: CorrectionOptions): CorrectionView {
  const { mount, text, draft, tagset } = options;
  const sheet = addStyleSheet(mount.ownerDocument);
  sheet.replace(typeColours(tagset));
  const view = correctionEditor(options);
  const letSelectionGo = keepSelectionAtFocus(view);
  setCaret(view, options.caret);
  if (draft !== null && draft !== text) view.dispatch(replacing(view, text, draft));
  let cachedText: { readonly doc: Node; readonly text: string } | null = null;
  const currentText = (): string => {
    const { doc } = view.state;
    if (cachedText?.doc !== doc) cachedText = { doc, text: textOfCorrection(doc) };
    return cachedText.text;
  };
  return {
    text: currentText,
    showMarks(shown, marks) {
      // Drawing them anew would put the caret back to where it was known to be.
      takeDomSelection(view);
      const { doc, tr } = view.state;
      if (currentText() === shown) view.dispatch(tr.setMeta(marksKey, decorationsOf(doc, marks, tagset)));
    },
    replace(after) {
      takeDomSelection(view);
      view.dispatch(closeHistory(replacing(view, currentText(), after)));
    },
    caret() {
      takeDomSelection(view);
      return offsetInCorrection(view.state.doc, view.state.selection.head);
    },
    setCaret: (offset) => setCaret(view, offset),
    focus() {
      view.focus();
      // One without the keyboard scrolls nowhere.
      view.dispatch(view.state.tr.scrollIntoView());
    },
    destroy() {
      letSelectionGo();
      view.destroy();
      sheet.remove();
    },
  };
}

function correctionEditor(options: CorrectionOptions): EditorView {
  const { mount, text, label, marks, tagset } = options;
  const doc = correctionOf(text);
  const view = new EditorView(mount, {
    state: EditorState.create({
      doc,
      plugins: [
        history(),
        keymap({
          ...correctionKeys,
          "Mod-Enter": does(options.onSave),
          Escape: does(options.onLeave),
        }),
        keymap(baseKeymap),
        marksPlugin(decorationsOf(doc, marks, tagset)),
      ],
    }),
    attributes: {
      class: "article article-correction",
      dir: directionOf(text),
      role: "textbox",
      "aria-label": label,
      "aria-multiline": "true",
      tabindex: "0",
      spellcheck: "true",
      translate: "no",
    },
    scrollMargin: clearance,
    clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, "\n"),
    // A key comes before the browser has told of what was selected by the one before it.
    handleKeyDown(editor) {
      takeDomSelection(editor);
      return false;
    },
    handleDOMEvents: { paste: putClipboardIn, drop: putDropIn },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) options.onChange();
    },
  });
  return view;
}

const does = (run: () => void) => (): boolean => {
  run();
  return true;
};

function setCaret(view: EditorView, offset: number): void {
  const { doc, tr } = view.state;
  const { from } = placesInCorrection(doc)({ start: offset, end: offset });
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(from))));
}

// Only text comes in, whatever form it had elsewhere; its form is not even read.
function putClipboardIn(view: EditorView, event: ClipboardEvent): boolean {
  event.preventDefault();
  putIn(view, event.clipboardData);
  return true;
}

function putDropIn(view: EditorView, event: DragEvent): boolean {
  if (view.dragging) return false;
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!place || !event.dataTransfer?.types.includes("text/plain")) return false;
  event.preventDefault();
  const { tr, doc } = view.state;
  view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place.pos))));
  putIn(view, event.dataTransfer);
  return true;
}

/** Puts text in the place of the selection. */
function putIn(view: EditorView, from: DataTransfer | null): void {
  const text = from?.getData("text/plain") ?? "";
  if (text === "") return;
  const slice = new Slice(Fragment.from(lineNodes(text)), 1, 1);
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView());
}

/** Only the lines that differ, so that the marks around them stay. The view shows the text of `before`. */
function replacing(view: EditorView, before: string, after: string): Transaction {
  const { tr } = view.state;
  const lines = differingLines(before, after);
  const [first, last] = [lines.before[0], lines.before.at(-1)];
  if (!first || !last) return tr;
  const placed = placesInCorrection(view.state.doc);
  const from = placed({ start: first.start, end: first.start }).from - 1;
  const to = placed({ start: last.end, end: last.end }).to + 1;
  const slice = new Slice(Fragment.from(lineNodes(after, lines.after)), 0, 0);
  return tr.replace(from, to, slice);
}

const marksKey = new PluginKey<DecorationSet>("marks");

/** The marks move with what is typed, until it is said where they are. */
function marksPlugin(first: DecorationSet): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: () => first,
      apply(transaction, set) {
        const newDecorations: unknown = transaction.getMeta(marksKey);
        return newDecorations instanceof DecorationSet
          ? newDecorations
          : set.map(transaction.mapping, transaction.doc);
      },
    },
    props: { decorations: (state) => marksKey.getState(state) },
  });
}

function decorationsOf(doc: Node, marks: readonly CorrectionMark[], tagset: Tagset): DecorationSet {
  const placed = placesInCorrection(doc);
  const decorations = marks.flatMap(({ type, segments }) => {
    const index = tagset.spanTypes.findIndex(({ id }) => id === type);
    const colour = index === -1 ? "currentColor" : `var(${typeColour(index)})`;
    const form = tagset.spanTypes[index]?.form ?? "underline";
    return segments.map((segment) => {
      const { from, to } = placed(segment);
      return Decoration.inline(from, to, {
        nodeName: "span",
        class: `correct-mark correct-mark-${form}`,
        style: `--mark:${colour}`,
      });
    });
  });
  return DecorationSet.create(doc, decorations);
}
