// The article on the screen: ProseMirror holding the text, with the annotations over it. It follows its model by itself
// and knows nothing of React.
import { EditorState, Plugin, Selection, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { directionOf } from "../../shared/model/direction.ts";
import type { Id } from "../../shared/model/id.ts";
import { type Range, sameRange } from "../../shared/model/range.ts";
import type { Words } from "../../shared/words/say.ts";
import { type AnnotationLayer, createAnnotationLayer } from "./annotation-layer.ts";
import { articleDocument } from "./article-document.ts";
import { keepSelectionAtFocus, takeClick, takeDomSelection } from "./dom-selection.ts";
import { type EdgeMove, showEdgeHandles } from "./edge-handles.ts";
import type { ArticleEditorHandle, EditorModel, OffsetLabel } from "./editor-model.ts";
import { firstVisibleOffset, isInView, rangeBetween, rectOf, reveal } from "./geometry.ts";
import { layoutOf } from "./layout.ts";
import { followPointer } from "./pointer.ts";
import { offsetOf, type Positions, positionsOf, rangeToPos } from "./positions.ts";
import { createSectionWindow } from "./section-window.ts";

interface ArticleViewOptions {
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
      const selectedRange = selectedIn(view, positions);
      if (sameRange(selectedRange, selected)) return;
      selected = selectedRange;
      options.onSelectionChange(selectedRange);
    },
  });
  const labels = createLabelLayer(view, positions, scroller, mount);
  drawn.add(labels.place);
  const stops = [
    labels.destroy,
    keepSelectionAtFocus(view),
    layer.destroy,
    sectionWindow.disconnect,
    followArticlePointer(view, positions, layer, options),
    showEdgeHandles({ view, positions, model, scroller, mount, onMove: options.onMoveEdge }),
    whilePrinting(layer.print),
  ];
  return {
    handle: {
      ...textHandle(view, scroller, positions),
      spansAt: layer.spansAt,
      suggestionAt: layer.suggestionAt,
      showLabels: labels.show,
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

function followArticlePointer(
  view: EditorView,
  positions: Positions,
  layer: AnnotationLayer,
  options: ArticleViewOptions,
): () => void {
  let pressed: Selection | null = null;
  return followPointer(view.dom, {
    onPress() {
      pressed = view.state.selection;
    },
    takeCaret: (event) => takeClick(view, event, pressed),
    focused: () =>
      options.model.focus().span ??
      options.model.ghosts.get().suggested.find(({ aside }) => !aside)?.suggestion ??
      null,
    hasSelection: () => !view.state.selection.empty,
    onFocusSpan: options.onFocusSpan,
    onHoverSpan: layer.hover,
    onTakeProposal: options.onTakeProposal,
    onChooseSuggestion: options.onChooseSuggestion,
    onMenu({ clientX: left, clientY: top }) {
      const place = view.posAtCoords({ left, top });
      if (place) options.onMenu({ offset: offsetOf(positions, place.pos), left, top });
    },
  });
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
): Omit<ArticleEditorHandle, "spansAt" | "suggestionAt" | "showLabels" | "onDrawn"> {
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

/** Lights these ranges up as `::highlight(name)`, and no others. They stay where they are until called again. */
function highlight(view: EditorView, positions: Positions, name: string, ranges: readonly Range[]): void {
  const staticRanges = ranges.flatMap((range) => {
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
  if (staticRanges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...staticRanges));
}

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
function readOnly(text: string, positions: Positions): Plugin {
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
  const isAllSelected =
    start <= (positions.paragraphs[0]?.start ?? 0) && end >= (positions.paragraphs.at(-1)?.end ?? 0);
  return isAllSelected ? text : text.slice(start, end);
}

/** The part of the EditContext API that is used here; TypeScript's own types do not have it yet. */
interface WithEditContext {
  readonly EditContext?: new () => EventTarget;
}

/** Lets nothing that is typed or composed reach the element's text. Where the browser has no edit contexts, does nothing. */
function takeInput(element: HTMLElement): void {
  const { EditContext } = window as WithEditContext;
  if (EditContext) Object.assign(element, { editContext: new EditContext() });
}

/** Moves the caret, or with Shift the selection's moving end. Returns whether the key was one of these. */
function moveToEdge(view: EditorView, event: KeyboardEvent): boolean {
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

// Letters over the text, at the places that they lead to. They lie above it and change nothing of its layout; whoever hears the article
// is told otherwise what they are for.

interface LabelLayer {
  show(labels: readonly OffsetLabel[]): void;
  /** Puts them where their words stand now. */
  place(): void;
  destroy(): void;
}

/** A layer of labels over an article; empty at first. */
function createLabelLayer(
  view: EditorView,
  positions: Positions,
  scroller: HTMLElement,
  mount: HTMLElement,
): LabelLayer {
  const layer = document.createElement("div");
  layer.className = "jump-labels";
  layer.setAttribute("aria-hidden", "true");
  layer.dir = view.dom.dir;
  mount.append(layer);
  let shownLabels: readonly OffsetLabel[] = [];

  const place = (): void => {
    if (view.isDestroyed || (shownLabels.length === 0 && !layer.hasChildNodes())) return;
    const frame = scroller.getBoundingClientRect();
    const isRightToLeft = layer.dir === "rtl";
    const placedLabels = shownLabels.flatMap(({ offset, letters }) => {
      const box = rectOf(view, positions, { start: offset, end: offset + 1 });
      if (!box) return [];
      const label = document.createElement("span");
      label.className = "jump-label";
      label.dataset.offset = String(offset);
      label.textContent = letters;
      label.style.left = `${(isRightToLeft ? box.right : box.left) - frame.left + scroller.scrollLeft}px`;
      label.style.top = `${box.top - frame.top + scroller.scrollTop}px`;
      return label;
    });
    layer.replaceChildren(...placedLabels);
  };
  const resized = new ResizeObserver(place);
  resized.observe(view.dom);
  return {
    show(labels) {
      shownLabels = labels;
      place();
    },
    place,
    destroy() {
      resized.disconnect();
      layer.remove();
    },
  };
}
