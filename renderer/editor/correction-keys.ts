// The keys by which a text is corrected that the browser cannot be left alone with: they take out what is selected and join lines as
// though the text were plain, whatever sections its lines are in.
import { baseKeymap, splitBlock } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import {
  type Command,
  type EditorState,
  Selection,
  TextSelection,
  type Transaction,
} from "prosemirror-state";

/** The key is the editor's also where there is nothing to do: elsewhere it would take back a step of the project. */
const always =
  (command: Command): Command =>
  (state, dispatch, view) => {
    command(state, dispatch, view);
    return true;
  };

/** From the first character to the last. */
const selectAll: Command = ({ doc, tr }, dispatch) => {
  dispatch?.(tr.setSelection(TextSelection.between(Selection.atStart(doc).$from, Selection.atEnd(doc).$to)));
  return true;
};

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a key takes out: what is selected, else the line end that the caret is at, before or behind it; `null`: the browser knows. */
function takenOut({ selection, doc }: EditorState, direction: 1 | -1): Stretch | null {
  if (!(selection instanceof TextSelection)) return null;
  const { $from, from, to, empty } = selection;
  if (!empty) return { from, to };
  const isAtEdge = direction === -1 ? $from.parentOffset === 0 : from === $from.end();
  const beyond = isAtEdge ? nextLine(doc, $from.before(), direction) : null;
  if (beyond === null) return null;
  return direction === -1 ? { from: beyond, to } : { from, to: beyond };
}

/** Where the line before the one at `pos` ends, or the one behind it begins; `null` at the edge of the text. */
function nextLine(doc: Node, pos: number, direction: 1 | -1): number | null {
  const edge = direction === -1 ? pos : pos + (doc.nodeAt(pos)?.nodeSize ?? 0);
  const selection = Selection.findFrom(doc.resolve(edge), direction, true);
  return selection === null ? null : selection.from;
}

/** The line that is left ends as the last of those that were there. */
function takeOut(tr: Transaction, { from, to }: Stretch): Transaction {
  const { end } = tr.doc.resolve(to).parent.attrs;
  tr.delete(from, to);
  return tr.setNodeAttribute(tr.doc.resolve(from).before(), "end", end);
}

const takesOut =
  (direction: 1 | -1): Command =>
  (state, dispatch) => {
    const stretch = takenOut(state, direction);
    if (stretch === null) return false;
    dispatch?.(takeOut(state.tr, stretch).scrollIntoView());
    return true;
  };

/** Every key that does the same here as this one, such as Ctrl+Backspace, and others on a Mac. */
const alike = (key: "Backspace" | "Delete", command: Command): Record<string, Command> =>
  Object.fromEntries(
    Object.keys(baseKeymap)
      .filter((other) => baseKeymap[other] === baseKeymap[key])
      .map((other) => [other, command]),
  );

export const correctionKeys: Readonly<Record<string, Command>> = {
  "Mod-z": always(undo),
  "Mod-y": always(redo),
  "Mod-Shift-z": always(redo),
  "Mod-a": selectAll,
  Enter: splitBlock,
  ...alike("Backspace", takesOut(-1)),
  ...alike("Delete", takesOut(1)),
};
