// The article on the screen: ProseMirror holding the text, with the annotations over it. It follows its model by itself
// and knows nothing of React.
import { EditorState, type Selection, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import type { Id } from "../../shared/model/id.ts";
import { type Range, sameRange } from "../../shared/model/range.ts";
import type { Words } from "../../shared/words/say.ts";
import { createAnnotationLayer } from "./annotation-layer.ts";
import { articleDocument } from "./article-document.ts";
import { directionOf } from "./direction.ts";
import { keepSelectionAtFocus, takeClick, takeDomSelection } from "./dom-selection.ts";
import type { EdgeMove } from "./edge-drag.ts";
import { showEdgeHandles } from "./edge-handles.ts";
import type { ArticleEditorHandle, EditorModel } from "./editor-model.ts";
import { firstVisibleOffset, isInView, rangeBetween, rectOf, reveal } from "./geometry.ts";
import { highlight } from "./highlights.ts";
import { layoutOf } from "./layout.ts";
import { followPointer } from "./pointer.ts";
import { offsetOf, type Positions, positionsOf, rangeToPos } from "./positions.ts";
import { readOnly } from "./read-only.ts";
import { createSectionWindow } from "./section-window.ts";

export interface ArticleViewOptions {
  readonly model: EditorModel;
  /** For those who hear the article. */
  readonly words: Words;
  /** The element that scrolls; the article is put into `mount`, somewhere inside it. */
  readonly scroller: HTMLElement;
  readonly mount: HTMLElement;
  /** Called when the selection is another one; an empty range is the caret. */
  onSelectionChange(selection: Range): void;
  /** Called when a click asks for the focus to move. The model moves it, or does not. */
  onFocusSpan(id: Id | null): void;
  /** Called when the pointer asks for the menu of a place, in pixels of the viewport. */
  onMenu(place: { readonly offset: number; readonly left: number; readonly top: number }): void;
  /** Called when words that are only proposed are clicked. */
  onTakeProposal(): void;
  /** Called when words of a suggestion are clicked: it is to be looked at. */
  onChooseSuggestion(at: number): void;
  /** Called when an edge of a span was dragged to another place. */
  onMoveEdge(edge: EdgeMove): void;
}

export interface ArticleView {
  readonly handle: ArticleEditorHandle;
  /** The article is called otherwise now. */
  rename(title: string): void;
  destroy(): void;
}

/** The article's classes: as it is, and while all but the parts of the card in focus steps back. */
const undimmed = "article";
const dimmed = [undimmed, "steps-back"].join(" ");

/** Shows an article. The caller destroys the view when it is done with it. */
export function createArticleView(options: ArticleViewOptions): ArticleView {
  const { model, words, scroller, mount } = options;
  const { article, text } = model;
  const layout = layoutOf(text);
  const positions = positionsOf(layout);
  const drawn = new Set<() => void>();
  const redraw = (): void => {
    view.updateState(view.state);
    for (const listener of [...drawn]) listener();
  };
  const layer = createAnnotationLayer(model, layout, words, redraw);
  const sectionWindow = createSectionWindow(scroller, layer.sectionsMoved);
  let selected: Range = { start: 0, end: 0 };
  let pressed: Selection | null = null;
  const attributesOf = (title: string) => attributesFor(words.say("article.label", { title }), text.text);
  let named = article.title;
  let attributes = attributesOf(named);
  const view = new EditorView(mount, {
    state: EditorState.create({
      doc: articleDocument(text.text, layout, article.metadata, article.blocks),
      plugins: [readOnly(text.text, positions)],
    }),
    nodeViews: { section: sectionWindow.nodeView },
    decorations: layer.decorations,
    attributes: () => ({ ...attributes, class: layer.stepsBack() ? dimmed : undimmed }),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      const next = selectedIn(view, positions);
      if (sameRange(next, selected)) return;
      selected = next;
      options.onSelectionChange(next);
    },
  });
  const stops = [
    keepSelectionAtFocus(view),
    layer.destroy,
    sectionWindow.disconnect,
    followPointer(view.dom, {
      onPress() {
        pressed = view.state.selection;
      },
      takeCaret: (event) => takeClick(view, event, pressed),
      focused: () => model.focus().span,
      hasSelection: () => !view.state.selection.empty,
      onFocusSpan: options.onFocusSpan,
      onHoverSpan: layer.hover,
      onTakeProposal: options.onTakeProposal,
      onChooseSuggestion: options.onChooseSuggestion,
      onMenu({ clientX: left, clientY: top }) {
        const place = view.posAtCoords({ left, top });
        if (place) options.onMenu({ offset: offsetOf(positions, place.pos), left, top });
      },
    }),
    showEdgeHandles({ view, positions, model, scroller, mount, onMove: options.onMoveEdge }),
    whilePrinting(layer.print),
  ];
  return {
    handle: {
      ...textHandle(view, scroller, positions),
      spansAt: layer.spansAt,
      onDrawn(listener) {
        drawn.add(listener);
        return () => drawn.delete(listener);
      },
    },
    rename(title) {
      if (title === named) return;
      named = title;
      attributes = attributesOf(named);
      view.updateState(view.state);
    },
    destroy() {
      for (const stop of stops) stop();
      view.destroy();
    },
  };
}

function attributesFor(label: string, text: string): Record<string, string> {
  return {
    dir: directionOf(text),
    role: "textbox",
    "aria-label": label,
    "aria-multiline": "true",
    "aria-readonly": "true",
    inputmode: "none",
    spellcheck: "false",
    tabindex: "0",
    translate: "no",
  };
}

/** The part of the handle that needs the text alone. */
function textHandle(
  view: EditorView,
  scroller: HTMLElement,
  positions: Positions,
): Omit<ArticleEditorHandle, "spansAt" | "onDrawn"> {
  let entered = false;
  view.dom.addEventListener("focus", () => {
    entered = true;
  });
  return {
    selection() {
      takeDomSelection(view);
      return selectionOf(view, positions);
    },
    caret() {
      takeDomSelection(view);
      return entered ? offsetOf(positions, view.state.selection.head) : null;
    },
    select(range) {
      entered = true;
      const { from, to } = rangeToPos(positions, range);
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
    },
    reveal: (range, how = "nearest") => reveal(view, scroller, positions, range, how),
    isInView: (range) => isInView(view, scroller, positions, range),
    focus: () => view.focus(),
    firstVisibleOffset: () => firstVisibleOffset(view, scroller, positions),
    rangeBetween: (top, bottom) => rangeBetween(view, positions, top, bottom),
    rectOf: (range) => rectOf(view, positions, range),
    highlight: (name, ranges) => highlight(view, positions, name, ranges),
    scroller: () => scroller,
  };
}

const selectedIn = ({ state }: EditorView, positions: Positions): Range => ({
  start: offsetOf(positions, state.selection.from),
  end: offsetOf(positions, state.selection.to),
});

function selectionOf(view: EditorView, positions: Positions): Range | null {
  const range = selectedIn(view, positions);
  return range.start < range.end ? range : null;
}

/** Tells when printing begins and ends. */
function whilePrinting(tell: (printing: boolean) => void): () => void {
  const stop = new AbortController();
  window.addEventListener("beforeprint", () => tell(true), { signal: stop.signal });
  window.addEventListener("afterprint", () => tell(false), { signal: stop.signal });
  return () => stop.abort();
}
