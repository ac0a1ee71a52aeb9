// Going from gap to gap: what is still to be said of the marks that are there.
import { placeOf } from "../../shared/model/annotation-set.ts";
import { type Gap, nextGap } from "../../shared/model/gaps.ts";
import { get } from "../../shared/model/table.ts";
import { message } from "../../shared/words/message.ts";
import type { Session } from "../state/session/session.ts";
import { type Action, inSession } from "./action.ts";
import { focusCard, focusSpan } from "./focus.ts";

/** The next gap from what is in focus, or from the caret. */
function gapFrom(session: Session, direction: 1 | -1): Gap | null {
  const counts = session.gaps.get();
  // Only where there is none would the whole article be walked, and that is known where gaps are counted.
  if (counts && Object.values(counts).every((count) => count === 0)) return null;
  const { annotations, focus, spanOrder, cardOrder } = session.state.get();
  const card = focus.card === null ? undefined : get(annotations.set.attributions, focus.card);
  const place = card && placeOf(annotations.set, card);
  const from =
    focus.span !== null
      ? { id: focus.span }
      : card && !place
        ? { id: card.id }
        : { offset: place ? place.start + (direction === 1 ? 1 : 0) : (session.view.current?.caret() ?? 0) };
  return nextGap(annotations.set, session.tagset, { spanOrder, cardOrder, from, direction });
}

/** Puts the gap in focus, and proposes what could fill it. */
function goTo(session: Session, { kind, span, card }: Gap): void {
  if (span === null) {
    focusCard(session, card);
    return;
  }
  focusSpan(session, span);
  if (card !== null) session.setFocus({ span, card });
  if (kind === "claim-without-card" || kind === "card-without-voice") session.proposals.propose(span);
}

const toGap = (direction: 1 | -1, key: string): Action =>
  inSession({
    id: direction === 1 ? "next-gap" : "previous-gap",
    title: message(direction === 1 ? "actions.next-gap" : "actions.previous-gap"),
    group: "move",
    keys: [key],
    run({ session }) {
      const gap = gapFrom(session, direction);
      if (gap) goTo(session, gap);
      else session.say({ kind: "no-gap" });
    },
  });

export const gapActions: readonly Action[] = [toGap(1, "n"), toGap(-1, "Shift+n")];
