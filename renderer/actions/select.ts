// Growing and shrinking the selection by units of the text, from the caret outward.
import { growRange, shrinkRange, type TextUnit } from "../../shared/model/grow-range.ts";
import { message } from "../../shared/words/message.ts";
import { selectionIn } from "../state/session/cursor.ts";
import { type Action, inSession } from "./action.ts";

const units: readonly { unit: TextUnit; key: string }[] = [
  { unit: "word", key: "w" },
  { unit: "clause", key: "c" },
  { unit: "quotation", key: "q" },
  { unit: "sentence", key: "s" },
  { unit: "paragraph", key: "p" },
];

export const selectActions: readonly Action[] = units.flatMap(({ unit, key }) => [
  selecting("grow", key, growRange, unit),
  selecting("shrink", `Shift+${key}`, shrinkRange, unit),
]);

function selecting(way: "grow" | "shrink", key: string, change: typeof growRange, unit: TextUnit): Action {
  return inSession({
    id: `${way}-${unit}`,
    title: message(`actions.${way}-${unit}`),
    group: "select",
    keys: [key],
    run({ session }) {
      const view = session.view.current;
      const changed = change(session.text, selectionIn(session) ?? { start: 0, end: 0 }, unit);
      view?.select(changed);
      view?.reveal(changed);
    },
  });
}
