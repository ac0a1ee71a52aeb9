// The editor in which an article's text is corrected: plain lines, with marks that move along as one types. What it holds is a draft:
// nothing is saved before somebody says so.
import { baseKeymap } from "prosemirror-commands";
import { closeHistory, history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { Fragment, type Node, Schema, Slice } from "prosemirror-model";
import { EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { lineEnd } from "../../shared/model/article-text.ts";
import { directionOf } from "../../shared/model/direction.ts";
import type { Range } from "../../shared/model/range.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import { correctionKeys } from "./correction-keys.ts";
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

// The text of an article as it is corrected: every line a paragraph that knows by which line end it was followed, so that a text
// that nobody changed comes out as it went in, character by character.

/**
 * `end`: the line end behind the line; empty where the text's usual one is meant, and behind the last line. Sections mean nothing: they
 * keep the work of a key from growing with the text.
 */
const correctionSchema = new Schema({
  nodes: {
    doc: { content: "section+" },
    section: {
      content: "line+",
      parseDOM: [{ tag: "div.correct-section" }],
      toDOM: () => ["div", { class: "correct-section" }, 0],
    },
    line: {
      content: "text*",
      whitespace: "pre",
      attrs: { end: { validate: "string", default: "" } },
      parseDOM: [{ tag: "p" }],
      toDOM: () => ["p", { class: "correct-line", dir: "auto" }, 0],
    },
    text: {},
  },
});

export interface Line extends Range {
  readonly lineEnd: string;
}

/** The lines of a text, the blank ones too. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(lineEnd)) {
    lines.push({ start, end: index, lineEnd: end });
    start = index + end.length;
  }
  return [...lines, { start, end: text.length, lineEnd: "" }];
}

/** Lines of a section as it is made. */
export const sectionLines = 50;

/** The nodes of lines of a text. */
export function lineNodes(text: string, lines: readonly Line[] = linesOf(text)): readonly Node[] {
  const { line } = correctionSchema.nodes;
  if (!line) throw new RangeError("The schema lacks a node type.");
  return lines.map(({ start, end, lineEnd }) =>
    line.create({ end: lineEnd }, start < end ? correctionSchema.text(text.slice(start, end)) : null),
  );
}

/** The document of a text. */
export function correctionOf(text: string): Node {
  const { section, doc } = correctionSchema.nodes;
  if (!section || !doc) throw new RangeError("The schema lacks a node type.");
  const lines = lineNodes(text);
  const sections: Node[] = [];
  for (let at = 0; at < lines.length; at += sectionLines)
    sections.push(section.create(null, Fragment.from(lines.slice(at, at + sectionLines))));
  return doc.create(null, sections);
}

/** A line of a document: `start` and `end` are offsets of the document's text, `pos` is where its first character stands. */
interface PlacedLine extends Line {
  readonly words: string;
  readonly pos: number;
}

/** The lines of a document, in whatever sections they stand. One that came anew ends as the lines of the text do. */
function linesOfCorrection(doc: Node): readonly PlacedLine[] {
  const lineEntries: { readonly line: Node; readonly pos: number }[] = [];
  doc.forEach((section, before) => {
    // Into the section, and into the line.
    section.forEach((line, within) => {
      lineEntries.push({ line, pos: before + within + 2 });
    });
  });
  const usual = lineEntries.map(({ line }) => String(line.attrs.end)).find((end) => end !== "") ?? "\n";
  let start = 0;
  return lineEntries.map(({ line, pos }, at) => {
    const words = line.textContent;
    const lineEnd = at < lineEntries.length - 1 ? String(line.attrs.end) || usual : "";
    const placed = { start, end: start + words.length, lineEnd, words, pos };
    start = placed.end + lineEnd.length;
    return placed;
  });
}

/** The text of a document. */
export const textOfCorrection = (doc: Node): string =>
  linesOfCorrection(doc)
    .map(({ words, lineEnd }) => words + lineEnd)
    .join("");

/** The offset in a document's text at which a position stands. */
export function offsetInCorrection(doc: Node, pos: number): number {
  const line = linesOfCorrection(doc).findLast((one) => one.pos <= pos);
  return line ? Math.min(line.start + pos - line.pos, line.end) : 0;
}

/** Gives the positions of ranges of a document's text. */
export function placesInCorrection(
  doc: Node,
): (range: Range) => { readonly from: number; readonly to: number } {
  const lines = linesOfCorrection(doc);
  const posOf = (offset: number): number => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = lines[low];
    if (!line) throw new RangeError("A document has a line.");
    return line.pos + Math.min(offset, line.end) - line.start;
  };
  return ({ start, end }) => ({ from: posOf(start), to: posOf(end) });
}

/** What of two texts differs, in whole lines, at least one of each. */
export function differingLines(
  before: string,
  after: string,
): { readonly before: readonly Line[]; readonly after: readonly Line[] } {
  const [old, now] = [linesOf(before), linesOf(after)];
  const isSame = (a: Line | undefined, b: Line | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.lineEnd === b.lineEnd &&
    before.slice(a.start, a.end) === after.slice(b.start, b.end);
  const most = Math.min(old.length, now.length) - 1;
  let start = 0;
  while (start < most && isSame(old[start], now[start])) start += 1;
  let end = 0;
  while (end < most - start && isSame(old[old.length - 1 - end], now[now.length - 1 - end])) end += 1;
  return { before: old.slice(start, old.length - end), after: now.slice(start, now.length - end) };
}
