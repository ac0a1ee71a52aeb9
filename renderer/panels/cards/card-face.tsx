// A card in two lines, for the margin and for lists: who says it and how, and what is said.
import { Flag, NotebookPen } from "lucide-react";
import { useEffect, useState } from "react";
import { spansOf } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get } from "../../../shared/model/table.ts";
import { hoverStyles } from "../../editor/hover-styles.ts";
import { addStyleSheet, type RunningSheet } from "../../editor/style-sheet.ts";
import type { Session } from "../../state/session/session.ts";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { CardSummary } from "./card-summary.ts";

export function CardFace({ summary }: { readonly summary: CardSummary }) {
  const { say, tell } = useWords();
  const { who, cue, claim, via, kind, flagged, noted, standsOut } = summary;
  return (
    <>
      <span className="card-line">
        <span className="card-who">
          {who === "" && cue === "" && <span className="card-missing">{say("cards.no-voice-or-cue")}</span>}
          {who !== "" && <OutsideText>{who}</OutsideText>}{" "}
          {cue !== "" && (
            <span className="card-cue">
              <OutsideText>{cue}</OutsideText>
            </span>
          )}
          {numbered(via).map(({ key, item: { role, who: source } }) => (
            <span key={key} className="card-via">
              {" "}
              {tell(role)} <OutsideText>{source}</OutsideText>
            </span>
          ))}
        </span>{" "}
        {noted && (
          <NotebookPen size={12} role="img" aria-label={say("cards.has-note")} className="card-sign" />
        )}
        {flagged && (
          <Flag size={12} role="img" aria-label={say("cards.flagged")} className="card-sign caution" />
        )}
        {kind !== null && <span className="card-kind">{say(`cards.kind-${kind}`)}</span>}
      </span>{" "}
      <span className="card-claim">
        {standsOut.map((value) => (
          <span key={tell(value)}>
            <span className="card-stands-out">{tell(value)}</span>{" "}
          </span>
        ))}
        {claim === "" ? (
          <span className="card-missing">{say("cards.no-claim")}</span>
        ) : (
          <OutsideText>{claim}</OutsideText>
        )}
      </span>
    </>
  );
}

// Shows in the text which words a card under the pointer ties.

/** Brings out the words of a card, or with `null` of none: always the same function. */
export function usePreview(session: Session): (card: Id | null) => void {
  const [preview] = useState(() => createPreview(session));
  useEffect(() => preview.stop, [preview]);
  return preview.show;
}

function createPreview(session: Session) {
  // Made with the first card shown: most panels come and go without one.
  let sheet: RunningSheet | null = null;
  let shownCardId: Id | null = null;
  return {
    show(id: Id | null): void {
      if (id === shownCardId) return;
      shownCardId = id;
      const annotations = session.annotations();
      const card = id === null ? undefined : get(annotations.set.attributions, id);
      sheet ??= addStyleSheet(document);
      sheet.replace(
        (card ? spansOf(card) : []).map((span) => hoverStyles(span, annotations, session.tagset)).join("\n"),
      );
    },
    stop(): void {
      sheet?.remove();
      sheet = null;
      shownCardId = null;
    },
  };
}
