// What is in focus, as it is said to those who hear the page and above the list of what can be done.
import type { Focus } from "../../shared/commands/command.ts";
import { type Annotations, usersOf } from "../../shared/model/annotation-set.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import { cardWords } from "../../shared/model/card-words.ts";
import { spanText } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { spanTypeOf } from "../../shared/model/tagset.ts";
import type { Words } from "../../shared/words/say.ts";
import { typeName } from "../../shared/words/tagset-words.ts";
import type { Session } from "../state/session/session.ts";
import { plainText } from "../ui/outside-text.tsx";

/** More than this nobody wants to hear at once. */
const longest = 160;

/** What is in focus, in a sentence to be heard: the type, the words and the card of a span, or a card; empty for nothing. */
export function focusWords(
  { tagset }: Pick<Session, "tagset">,
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
