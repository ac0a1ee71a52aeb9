// Words for what is in focus: for those who hear the page, and above the list of what can be done.
import type { Focus } from "../../shared/commands/command.ts";
import { type Annotations, usersOf } from "../../shared/model/annotation-set.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import { cardWords } from "../../shared/model/card-words.ts";
import { shortened } from "../../shared/model/shortened.ts";
import { spanText } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { spanTypeOf } from "../../shared/model/tagset.ts";
import type { Words } from "../../shared/words/say.ts";
import { typeName } from "../../shared/words/tagset-words.ts";
import type { Session } from "../state/session/session.ts";
import type { Offered } from "../state/suggestions/suggesting.ts";
import { plainText } from "../ui/outside-text.tsx";
import { partWords } from "./suggestions/part-words.ts";
import { speakerWords } from "./suggestions/use-suggestions.ts";

/** Longest text told at once, in code units. */
const longest = 160;

/** What is in focus, in a sentence to be heard: the type, the words and the card of a span, or a card; empty for nothing. */
export function focusWords(
  { tagset }: Pick<Session, "tagset">,
  annotations: Annotations,
  focus: Focus,
  { say, tell }: Words,
): string {
  const cardText = (card: Attribution): string => plainText(shortened(cardWords(card, annotations), longest));
  const card = get(annotations.set.attributions, focus.card ?? "");
  const span = get(annotations.set.spans, focus.span ?? "");
  if (!span) return card ? say("proposals.on-card", { card: cardText(card) }) : "";
  const type = spanTypeOf(tagset, span.type);
  const [user] = card ? [card] : usersOf(annotations.set, span.id);
  return say("proposals.on-span", {
    type: type ? tell(typeName(type)) : span.type,
    words: plainText(shortened(spanText(span), longest)),
    card: user ? cardText(user) : say("proposals.in-no-card"),
  });
}

/** A suggestion in a sentence to be heard: who says what, by which words. */
export function suggestionWords(
  { text }: Pick<Session, "text">,
  suggestion: Offered,
  { say }: Words,
): string {
  const { cue, claim } = suggestion.card;
  const who = [speakerWords(text.text, suggestion), partWords(text.text, cue)].filter((part) => part !== "");
  const card = `${who.join(" ")}: ${partWords(text.text, claim)}`;
  return say("suggestions.at-caret", { card: plainText(shortened(card, longest)) });
}
