// What a card still needs to be whole.

import { explainViolation } from "../../../shared/errors/explain-violation.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { cardLaw } from "../../../shared/model/card-laws.ts";
import type { Session } from "../../state/session/session.ts";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly session: Session;
  readonly card: Attribution;
}

export function CardGaps({ session, card }: Props) {
  const { say, tell } = useWords();
  const found = cardLaw(card, session.annotations(), {
    text: session.text.text,
    articleId: session.article.id,
    tagset: session.tagset,
  });
  if (found.length === 0) return null;
  return (
    <ul className="card-gaps" aria-label={say("cards.missing")}>
      {found.map((violation) => {
        const { what, advice } = explainViolation(violation);
        return (
          <li key={`${violation.code} ${JSON.stringify(violation.detail)}`}>
            {tell(what)} {tell(advice)}
          </li>
        );
      })}
    </ul>
  );
}
