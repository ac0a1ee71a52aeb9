// The editor in which an article's text is corrected: plain lines, with this person's marks moving along as one types. What it
// holds is a draft: nothing is saved before somebody says so.
import { baseKeymap, selectAll } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { type Node, Slice } from "prosemirror-model";
import { EditorState, Plugin, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import type { Span } from "../../shared/model/span.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import { correctionOf, placesInCorrection, textOfCorrection } from "./correction-text.ts";
import { directionOf } from "./direction.ts";
import { typeColour } from "./mark-styles.ts";

export interface CorrectionOptions {
  readonly mount: HTMLElement;
  /** The text as it is in the article. */
  readonly text: string;
  /** What the editor begins with, where that is another. */
  readonly draft: string | null;
  readonly spans: readonly Span[];
  readonly tagset: Tagset;
  /** For those who hear it. */
  readonly label: string;
  onChange(text: string): void;
  onSave(): void;
  onLeave(): void;
}

export interface CorrectionView {
  text(): string;
  focus(): void;
  destroy(): void;
}

/** Lets the text be edited. The caller destroys the view when it is done with it. */
export function createCorrectionView(options: CorrectionOptions): CorrectionView {
  const { mount, text, draft, label } = options;
  const did = (run: () => void) => (): boolean => {
    run();
    return true;
  };
  const view = new EditorView(mount, {
    state: EditorState.create({
      doc: correctionOf(text),
      plugins: [
        history(),
        keymap({ "Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo, "Mod-a": selectAll }),
        keymap({ "Mod-Enter": did(options.onSave), Escape: did(options.onLeave) }),
        keymap(baseKeymap),
        marksOf(options),
      ],
    }),
    attributes: {
      class: "article correct-text",
      dir: directionOf(text),
      role: "textbox",
      "aria-label": label,
      "aria-multiline": "true",
      spellcheck: "true",
      translate: "no",
    },
    clipboardTextParser: (pasted) => new Slice(correctionOf(pasted).content, 1, 1),
    clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, "\n"),
    // What is pasted is text, whatever it was elsewhere.
    transformPastedHTML: () => "",
    handlePaste(editor, event) {
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      if (pasted !== "") editor.pasteText(pasted, event);
      return true;
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) options.onChange(textOfCorrection(view.state.doc));
    },
  });
  if (draft !== null && draft !== text) replaceBy(view, correctionOf(draft));
  view.dispatch(view.state.tr.setSelection(TextSelection.atStart(view.state.doc)));
  return {
    text: () => textOfCorrection(view.state.doc),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** Only what differs, so that the marks around it stay. */
function replaceBy({ state, dispatch }: EditorView, doc: Node): void {
  const start = state.doc.content.findDiffStart(doc.content);
  const end = state.doc.content.findDiffEnd(doc.content);
  if (start === null || !end) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  dispatch(state.tr.replace(start, end.a + overlap, doc.slice(start, end.b + overlap)));
}

/** The marks, as decorations that move with what is typed. */
function marksOf({ text, spans, tagset }: CorrectionOptions): Plugin<DecorationSet> {
  const placed = placesInCorrection(text);
  const marks = spans.flatMap(({ type, segments }) => {
    const index = tagset.spanTypes.findIndex(({ id }) => id === type);
    const colour = index === -1 ? "currentColor" : `var(${typeColour(index)})`;
    return segments.map((segment) => {
      const { from, to } = placed(segment);
      return Decoration.inline(from, to, { class: "correct-mark", style: `--mark:${colour}` });
    });
  });
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => DecorationSet.create(doc, marks),
      apply: (transaction, set) => set.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => plugin.getState(state) },
  });
  return plugin;
}
