// The article on the screen: ProseMirror holding the text, our decorations over it, and the style sheets that draw them.
// It follows its model by itself and knows nothing of React.
import { EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import type { Id } from "../../shared/model/id.ts";
import { type Range, sameRange } from "../../shared/model/range.ts";
import { createAnnotationDecorations } from "./annotation-decorations.ts";
import { articleDocument } from "./article-document.ts";
import { takeDomSelection } from "./dom-selection.ts";
import type { ArticleEditorHandle, EditorModel, EditorUpdate } from "./editor-model.ts";
import { focusStyles, hoverStyles } from "./focus-styles.ts";
import { firstVisibleOffset, rectOf, reveal } from "./geometry.ts";
import { firstSections, layoutOf } from "./layout.ts";
import { markStyles } from "./mark-styles.ts";
import { followPointer } from "./pointer.ts";
import { offsetOf, positionsOf, rangeToPos } from "./positions.ts";
import { readOnly } from "./read-only.ts";
import { createSectionWindow } from "./section-window.ts";
import { createSpanIndex } from "./span-index.ts";
import { stretchesOf } from "./stretches.ts";
import { addStyleSheet } from "./style-sheet.ts";

/** The height of a line in pixels, for guessing what the first screen holds. */
const lineHeight = 30;

export interface ArticleViewOptions {
  readonly model: EditorModel;
  /** The element that scrolls; the article is put into `mount`, somewhere inside it. */
  readonly scroller: HTMLElement;
  readonly mount: HTMLElement;
  /** Called when the selection is another one; `null` for a caret. */
  onSelectionChange(selection: Range | null): void;
  /** Called when a click asks for the focus to move. The model moves it, or does not. */
  onFocusSpan(id: Id | null): void;
}

export interface ArticleView {
  readonly handle: ArticleEditorHandle;
  destroy(): void;
}

/** Shows an article. The caller destroys the view when it is done with it. */
export function createArticleView({ model, scroller, mount, ...options }: ArticleViewOptions): ArticleView {
  const { text, tagset } = model;
  const types = new Map(tagset.spanTypes.map(({ id }, index) => [id, index]));
  const layout = layoutOf(text);
  const positions = positionsOf(layout);
  const newIndex = (): ReturnType<typeof createSpanIndex> =>
    createSpanIndex(layout.paragraphs, model.annotations, (type) => types.get(type) ?? -1);
  let index = newIndex();
  const isGround = (type: number): boolean => tagset.spanTypes[type]?.form === "ground";
  const decorations = createAnnotationDecorations({
    ...layout,
    stretchesOf: (paragraph) => stretchesOf(index.contentOf(paragraph), isGround),
    typeName: (type) => tagset.spanTypes[type]?.name ?? "",
  });

  const sheets = {
    marks: addStyleSheet(document),
    focus: addStyleSheet(document),
    hover: addStyleSheet(document),
  };
  sheets.marks.replace(markStyles(tagset));
  const drawFocus = (): void => sheets.focus.replace(focusStyles(model.focus(), model.annotations(), tagset));
  drawFocus();

  const sectionWindow = createSectionWindow(scroller, (changes) => {
    if (decorations.show(changes)) redraw();
  });
  // The observer tells only after the first frame; what that frame can show at most is known before, without asking the
  // browser for a layout.
  const screen = firstSections(layout, window.innerHeight / lineHeight);
  decorations.show(screen.map((section) => ({ section, near: true })));
  let selected: Range | null = null;
  const view = new EditorView(mount, {
    state: EditorState.create({
      doc: articleDocument(text.text, layout, model.article.metadata),
      plugins: [readOnly(text.text, positions)],
    }),
    nodeViews: { section: sectionWindow.nodeView },
    decorations: () => decorations.current(),
    attributes: {
      class: "article",
      role: "textbox",
      "aria-label": `Article: ${model.article.title}`,
      "aria-multiline": "true",
      "aria-readonly": "true",
      inputmode: "none",
      spellcheck: "false",
      tabindex: "0",
      translate: "no",
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      const next = selectionOf();
      if (next === selected || (next && selected && sameRange(next, selected))) return;
      selected = next;
      options.onSelectionChange(next);
    },
  });
  const redraw = (): void => {
    if (!view.isDestroyed) view.updateState(view.state);
  };
  const selectionOf = (): Range | null => {
    const { from, to, empty } = view.state.selection;
    if (empty) return null;
    const range = { start: offsetOf(positions, from), end: offsetOf(positions, to) };
    return range.start < range.end ? range : null;
  };

  const onUpdate = ({ change, replaced }: EditorUpdate): void => {
    if (replaced) {
      index = newIndex();
      decorations.reset();
      redraw();
    } else if (change && decorations.touch(index.apply(change))) redraw();
    drawFocus();
  };
  let entered = false;
  view.dom.addEventListener("focus", () => {
    entered = true;
  });
  const stops = [
    model.subscribe(onUpdate),
    followPointer(view.dom, {
      focused: () => model.focus().span,
      hasSelection: () => !view.state.selection.empty,
      onFocusSpan: options.onFocusSpan,
      onHoverSpan: (id) => sheets.hover.replace(hoverStyles(id, model.annotations(), tagset)),
    }),
    whilePrinting((printing) => {
      decorations.showAll(printing);
      redraw();
    }),
  ];

  const handle: ArticleEditorHandle = {
    selection() {
      takeDomSelection(view);
      return selectionOf();
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
    focus: () => view.focus(),
    firstVisibleOffset: () => firstVisibleOffset(view, scroller, positions),
    spansAt: (offset) => index.spansAt(offset),
    rectOf: (range) => rectOf(view, positions, range),
    scroller: () => scroller,
  };
  return {
    handle,
    destroy() {
      for (const stop of stops) stop();
      sectionWindow.disconnect();
      view.destroy();
      for (const sheet of Object.values(sheets)) sheet.remove();
    },
  };
}

/** Tells when printing begins and ends: paper has no window, so all annotations must be there. */
function whilePrinting(tell: (printing: boolean) => void): () => void {
  const stop = new AbortController();
  window.addEventListener("beforeprint", () => tell(true), { signal: stop.signal });
  window.addEventListener("afterprint", () => tell(false), { signal: stop.signal });
  return () => stop.abort();
}
