// What a card shows of itself in two lines, in the margin and in lists: who says it and how, and what is said.
import { Flag, NotebookPen } from "lucide-react";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { CardSummary } from "./card-summary.ts";

export function CardFace({ summary }: { readonly summary: CardSummary }) {
  const { say, tell } = useWords();
  const { who, cue, claim, kind, flagged, noted, standsOut } = summary;
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
        </span>{" "}
        {noted && (
          <NotebookPen size={12} role="img" aria-label={say("cards.has-note")} className="card-sign" />
        )}
        {flagged && (
          <Flag size={12} role="img" aria-label={say("cards.flagged")} className="card-sign caution" />
        )}
        {standsOut.map((value) => (
          <span key={tell(value)} className="card-stands-out">
            {tell(value)}
          </span>
        ))}{" "}
        {kind !== null && <span className="card-kind">{say(`cards.kind-${kind}`)}</span>}
      </span>{" "}
      <span className="card-claim">
        {claim === "" ? (
          <span className="card-missing">{say("cards.no-claim")}</span>
        ) : (
          <OutsideText>{claim}</OutsideText>
        )}
      </span>
    </>
  );
}
