// One card of the list.
import { memo } from "react";
import type { Id } from "../../../shared/model/id.ts";
import { get } from "../../../shared/model/table.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { useWords } from "../../ui/words.tsx";
import { CardFace } from "../cards/card-face.tsx";
import type { CardRow } from "../cards/card-rows.ts";
import { summaryOf } from "../cards/card-summary.ts";

interface Props {
  readonly session: Session;
  readonly row: CardRow;
  readonly at: number;
  readonly count: number;
  /** Pixels. */
  readonly top: number;
  readonly height: number;
  readonly inFocus: boolean;
  /** Whether the Tab key comes to the list here. */
  readonly isEntry: boolean;
  onGo(id: Id): void;
  onPreview(id: Id | null): void;
}

/** Indents deeper than this look like this. */
const deepest = 5;

export const CardListItem = memo(function CardListItem(props: Props) {
  const { session, row, at, count, top, height, inFocus, isEntry, onGo, onPreview } = props;
  const { say } = useWords();
  const summary = useStore(session.shown, ({ annotations }) => {
    const card = get(annotations.set.attributions, row.id);
    return card ? summaryOf(card, annotations, session) : null;
  });
  if (!summary) return null;
  return (
    <li
      className={inFocus ? "card in-focus" : "card"}
      style={{ top, height, paddingInlineStart: 12 * Math.min(row.depth, deepest) }}
      aria-setsize={count}
      aria-posinset={at + 1}
      onPointerEnter={() => onPreview(inFocus ? null : row.id)}
      onPointerLeave={() => onPreview(null)}
    >
      <button
        type="button"
        className="card-row"
        data-row={at}
        data-pane-start={isEntry ? "" : undefined}
        tabIndex={isEntry ? 0 : -1}
        aria-current={inFocus}
        onClick={() => onGo(row.id)}
      >
        <CardFace summary={summary} />
        {row.depth > 0 && <span className="visually-hidden"> {say("cards.nested")}</span>}
      </button>
    </li>
  );
});
