// What a command had to say, calmly and until the next action; otherwise what the next action will do.

import { get } from "../../../shared/model/table.ts";
import { refusals } from "../../../shared/problems/refusals.ts";
import type { Notice, Session, SessionState } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";

export function NoticeLine({ session }: { readonly session: Session }) {
  const notice = useStore(session.state, (state) => state.notice);
  const next = useStore(session.shown, (state) => whatIsNext(session, state));
  const told = notice === null ? null : noticeWords(notice);
  return (
    <p className={told === null ? "status-words cut" : "status-words told cut"} title={told ?? next}>
      <span role="status">{told}</span>
      {told === null && next}
    </p>
  );
}

function noticeWords(notice: Notice): string {
  switch (notice.kind) {
    case "refusal":
      return refusals[notice.code];
    case "cannot-undo":
      return "That step cannot be taken back: what it changed has been changed since.";
    case "nothing-in-focus":
      return "Nothing is in focus for this key. Click a mark or a card, or press Tab or J to go to one.";
    case "dropped":
      return "Some of your changes could not be kept.";
    case "read-only":
      return "This project is open for reading only: nothing was changed.";
  }
}

/** What can be done from here, in a few words. */
function whatIsNext(
  { readOnly, tagset }: Session,
  { annotations, focus, spanOrder, cardOrder }: SessionState,
): string {
  if (readOnly) return "Read only";
  if (focus.card !== null) return "New marks join this card. Esc leaves it.";
  if (focus.span !== null) {
    const used = (get(annotations.set.uses, focus.span)?.by.length ?? 0) > 0;
    return used
      ? "Enter opens its card. L links it to another."
      : "Enter makes a card of it. L links it to one.";
  }
  const claim = tagset.spanTypes.find(({ snap }) => snap === "quotation") ?? tagset.spanTypes[0];
  if (spanOrder.length === 0 && claim)
    return `Select some words and press ${claim.key} for a ${claim.name.toLowerCase()}.`;
  return cardOrder.length === 0
    ? "Tab goes to a mark; Enter makes a card of it."
    : "Tab goes through the marks, J and K through the cards.";
}
