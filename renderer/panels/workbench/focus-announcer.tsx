// Says to those who hear the page what the focus has come to: the type, the words and the card of a span, or a card; and the
// same of the mark that the caret has come into.
import { useEffect } from "react";
import type { Focus } from "../../../shared/commands/command.ts";
import { type Annotations, usersOf } from "../../../shared/model/annotation-set.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import type { Words } from "../../../shared/words/say.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { type Store, useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { cardWords } from "../card-words.ts";

/** More than this nobody wants to hear at once. */
const longest = 160;

interface Props {
  readonly session: Session;
  /** The span that the caret came into last; `null` once the focus has moved since. */
  readonly atCaret: Store<Id | null>;
}

export function FocusAnnouncer({ session, atCaret }: Props) {
  const words = useWords();
  const span = useStore(atCaret, (id) => id);
  useEffect(() => session.subscribe(() => atCaret.set(null)), [session, atCaret]);
  const { annotations, focus } = useStore(session.shown, (state) => state);
  const heard = focusWords(session, annotations, span === null ? focus : { span, card: null }, words);
  return (
    <p className="visually-hidden" role="status">
      {heard}
    </p>
  );
}

function focusWords(
  { tagset }: Session,
  annotations: Annotations,
  focus: Focus,
  { say, tell }: Words,
): string {
  const cardText = (card: Attribution): string => plainText(cardWords(card, annotations).slice(0, longest));
  const card = get(annotations.set.attributions, focus.card ?? "");
  const span = get(annotations.set.spans, focus.span ?? "");
  if (!span) return card ? say("proposals.on-card", { card: cardText(card) }) : "";
  const type = spanTypeOf(tagset, span.type);
  const [user] = card ? [card] : usersOf(annotations.set, span.id);
  return say("proposals.on-span", {
    type: type ? tell(typeName(type)) : span.type,
    words: plainText(spanText(span).slice(0, longest)),
    card: user ? cardText(user) : say("proposals.in-no-card"),
  });
}
