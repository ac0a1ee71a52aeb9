// One card in the list: two lines that say who said what, and, when it is in focus, all of it.
import { Flag } from "lucide-react";
import type { Id } from "../../../shared/model/id.ts";
import { effectiveKind } from "../../../shared/model/kind.ts";
import { get } from "../../../shared/model/table.ts";
import type { Session, SessionState } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { CardForm } from "./card-form.tsx";
import type { CardRow } from "./card-rows.ts";
import { claimWords, cueWords, voiceWords } from "./card-words.ts";

interface Props {
  readonly session: Session;
  readonly row: CardRow;
  readonly at: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isOpen: boolean;
  /** Whether the Tab key comes to the list here. */
  readonly isEntry: boolean;
  openRef(element: HTMLElement | null): (() => void) | undefined;
  onToggle(id: Id): void;
  onPreview(id: Id | null): void;
}

/** Indents deeper than this look like this. */
const deepest = 5;

export function CardItem({
  session,
  row,
  at,
  count,
  top,
  isOpen,
  isEntry,
  openRef,
  onToggle,
  onPreview,
}: Props) {
  const words = useStore(session.shown, (state) => summary(session, state, row.id));
  if (!words) return null;
  const indent = 12 * Math.min(row.depth, deepest);
  return (
    <li
      className={isOpen ? "card open" : "card"}
      style={{ top, paddingInlineStart: indent }}
      aria-setsize={count}
      aria-posinset={at + 1}
      ref={isOpen ? openRef : undefined}
      onPointerEnter={() => onPreview(isOpen ? null : row.id)}
      onPointerLeave={() => onPreview(null)}
    >
      <button
        type="button"
        className="card-row"
        data-row={at}
        data-pane-start={isEntry ? "" : undefined}
        tabIndex={isEntry ? 0 : -1}
        aria-expanded={isOpen}
        onClick={() => onToggle(row.id)}
      >
        <span className="card-line">
          <span className="card-who">
            {words.who === "" && words.cue === "" ? (
              <span className="card-missing">no voice or cue yet</span>
            ) : (
              <>
                {words.who !== "" && <OutsideText>{words.who}</OutsideText>}
                {words.cue !== "" && (
                  <span className="card-cue">
                    <OutsideText>{words.cue}</OutsideText>
                  </span>
                )}
              </>
            )}
          </span>
          {words.flagged && <Flag size={12} role="img" aria-label="flagged" className="card-flag" />}
          <span className="card-kind">{words.kind}</span>
        </span>
        <span className="card-claim">
          {words.claim === "" ? (
            <span className="card-missing">no claim yet</span>
          ) : (
            <OutsideText>{words.claim}</OutsideText>
          )}
        </span>
      </button>
      {isOpen && <CardForm session={session} card={row.id} />}
    </li>
  );
}

function summary({ text }: Session, { annotations }: SessionState, id: Id) {
  const card = get(annotations.set.attributions, id);
  if (!card) return null;
  return {
    who: voiceWords(card, annotations),
    cue: cueWords(card, annotations),
    claim: claimWords(card, annotations),
    kind: effectiveKind(card, annotations.set, text) ?? "",
    flagged: card.flags.length > 0,
  };
}
