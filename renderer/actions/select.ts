// Growing and shrinking the selection by units of the text, from the caret outward.
import { growRange, shrinkRange, type TextUnit } from "../../shared/model/grow-range.ts";
import { type Action, inSession } from "./action.ts";

const units: readonly { unit: TextUnit; key: string }[] = [
  { unit: "word", key: "w" },
  { unit: "quotation", key: "q" },
  { unit: "sentence", key: "s" },
  { unit: "paragraph", key: "p" },
];

export const selectActions: readonly Action[] = units.flatMap(({ unit, key }) => [
  selecting(`grow-${unit}`, `Grow the selection by ${unit}`, key, growRange, unit),
  selecting(`shrink-${unit}`, `Shrink the selection by ${unit}`, `Shift+${key}`, shrinkRange, unit),
]);

function selecting(id: string, title: string, key: string, change: typeof growRange, unit: TextUnit): Action {
  return inSession({
    id,
    title,
    group: "Select",
    keys: [key],
    run({ session }) {
      const view = session.view.current;
      const caret = view?.caret() ?? 0;
      const range = view?.selection() ?? { start: caret, end: caret };
      view?.select(change(session.text, range, unit));
    },
  });
}
