// One card of the margin.
import { memo } from "react";
import type { Id } from "../../../shared/model/id.ts";
import { useWords } from "../../ui/words.tsx";
import { CardFace } from "../cards/card-face.tsx";
import type { PlacedCard } from "./margin-model.ts";

interface Props {
  readonly card: PlacedCard;
  readonly count: number;
  /** Whether the Tab key comes to the margin here. */
  readonly isEntry: boolean;
  onToggle(id: Id): void;
  onPreview(id: Id | null): void;
}

export const MarginCard = memo(function MarginCard({ card, count, isEntry, onToggle, onPreview }: Props) {
  const { say } = useWords();
  const { id, at, depth, top, lines, inFocus, summary } = card;
  return (
    <li
      className={inFocus ? "margin-card in-focus" : "margin-card"}
      style={{ ...{ "--lines": lines }, top, paddingInlineStart: `${depth}em` }}
      aria-setsize={count}
      aria-posinset={at + 1}
      onPointerEnter={() => onPreview(inFocus ? null : id)}
      onPointerLeave={() => onPreview(null)}
    >
      <button
        type="button"
        className="margin-face"
        data-at={at}
        data-pane-start=""
        tabIndex={isEntry ? 0 : -1}
        aria-current={inFocus}
        onClick={() => onToggle(id)}
      >
        <CardFace summary={summary} />
        {depth > 0 && <span className="visually-hidden"> {say("cards.nested")}</span>}
      </button>
    </li>
  );
});
