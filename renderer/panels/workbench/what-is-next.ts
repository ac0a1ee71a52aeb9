// What can be done from here, in a few words.
import { get } from "../../../shared/model/table.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { Session, SessionState } from "../../state/session/session.ts";

/** `key` says the key of an action as it is written on the keyboard. */
export function whatIsNext(
  { readOnly, tagset }: Pick<Session, "readOnly" | "tagset">,
  { annotations, focus, spanOrder, cardOrder }: SessionState,
  key: (action: string) => string,
): Message {
  if (readOnly) return message("saving.read-only");
  if (focus.card !== null) return message("workbench.next-in-card", { out: key("step-out") });
  const open = key("open-card");
  if (focus.span !== null) {
    const used = (get(annotations.set.uses, focus.span)?.by.length ?? 0) > 0;
    return message(used ? "workbench.next-used" : "workbench.next-unused", {
      open,
      link: key("link-to-card"),
    });
  }
  const claim = tagset.spanTypes.find(({ snap }) => snap === "quotation") ?? tagset.spanTypes[0];
  if (spanOrder.length === 0 && claim)
    return message("workbench.next-first", { key: key(`mark-${claim.id}`), type: typeName(claim) });
  const next = key("next-span");
  if (cardOrder.length === 0) return message("workbench.next-no-cards", { next, open });
  return message("workbench.next-all", {
    next,
    nextCard: key("next-card"),
    previousCard: key("previous-card"),
  });
}
