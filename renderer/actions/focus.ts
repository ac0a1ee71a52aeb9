// Moving the focus from span to span and card to card, with the text following.

import type { Focus } from "../../shared/commands/command.ts";
import { type AnnotationSet, placeOf, usersOf } from "../../shared/model/annotation-set.ts";
import { type Attribution, spansOf } from "../../shared/model/attribution.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import { spanHull } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import type { Session } from "../state/session/session.ts";

/** A span with its card: the one in focus if it uses the span, else the first that does. */
export function focusOn(session: Pick<Session, "annotations" | "focus">, span: Id): Focus {
  const users = usersOf(session.annotations().set, span).map(({ id }) => id);
  const current = session.focus().card;
  return { span, card: current !== null && users.includes(current) ? current : (users[0] ?? null) };
}

/** Puts a span in focus, with its card, and brings it into view. */
export function focusSpan(session: Session, span: Id | null): void {
  if (span === null) {
    session.setFocus({ span: null, card: null });
    return;
  }
  const { set } = session.annotations();
  session.setFocus(focusOn(session, span));
  const target = get(set.spans, span);
  if (target) session.view.current?.reveal(spanHull(target));
}

/** Puts a card in focus and brings its place in the text into view. */
export function focusCard(session: Session, card: Id | null): void {
  session.setFocus({ span: null, card });
  const { set } = session.annotations();
  const target = card === null ? undefined : get(set.attributions, card);
  const place = target && placeOf(set, target);
  if (place) session.view.current?.reveal(place, "center");
}

/** The innermost span at the caret; `null` where words are selected, and before the article ever had the keyboard. */
export function spanAtCaret({ view }: Pick<Session, "view">): Id | null {
  const caret = view.current?.caret() ?? null;
  if (caret === null || view.current?.selection()) return null;
  return view.current?.spansAt(caret)[0] ?? null;
}

/**
 * Whether keys at the caret are about the open card rather than about this span there: it is one of the card's parts, or the caret stands
 * right where one of them begins, as it does when the card has been gone to.
 */
export function isAtOpenCard(session: Pick<Session, "annotations" | "focus" | "view">, span: Id): boolean {
  const { set } = session.annotations();
  const card = get(set.attributions, session.focus().card ?? "");
  if (!card) return false;
  const caret = session.view.current?.caret() ?? null;
  return spansOf(card).some((id) => {
    const part = get(set.spans, id);
    return id === span || (part !== undefined && spanHull(part).start === caret);
  });
}

/** What the next key acts on: selected words (offsets of the article), a span or a card. */
export type KeySubject =
  | { readonly kind: "selection"; readonly range: Range }
  | { readonly kind: "span"; readonly span: Id }
  | { readonly kind: "card"; readonly card: Id };

/** `null`: nothing, until something is selected or comes into focus. A span at the caret counts before a card at which the caret is not. */
export function keySubject(session: Pick<Session, "annotations" | "focus" | "view">): KeySubject | null {
  const range = session.view.current?.selection() ?? null;
  if (range) return { kind: "selection", range };
  const { span, card } = session.focus();
  if (span !== null) return { kind: "span", span };
  const caretSpan = spanAtCaret(session);
  if (caretSpan !== null && !isAtOpenCard(session, caretSpan)) return { kind: "span", span: caretSpan };
  return card === null ? null : { kind: "card", card };
}

/**
 * The span after (`1`) or before (`-1`) the one in focus in reading order; without one, the first that starts from, or
 * the last before, the card in focus; without that, the one at the caret, or the first from or the last before it. `null`
 * when there is none that way.
 */
export function neighbouringSpan(session: Session, direction: 1 | -1): Id | null {
  const { spanOrder, focus, annotations } = session.state.get();
  const at = focus.span === null ? -1 : spanOrder.indexOf(focus.span);
  if (at >= 0) return spanOrder[at + direction] ?? null;
  const card = focus.card === null ? undefined : get(annotations.set.attributions, focus.card);
  const place = card && startOfCard(annotations.set, card);
  const caretSpan = card ? null : spanAtCaret(session);
  if (caretSpan !== null) return caretSpan;
  const caret = place ?? session.view.current?.caret() ?? 0;
  const startOf = (id: Id): number => get(annotations.set.spans, id)?.segments[0]?.start ?? 0;
  const nextIndex = spanOrder.findIndex((id) => startOf(id) >= caret);
  if (direction === 1) return nextIndex < 0 ? null : (spanOrder[nextIndex] ?? null);
  return (nextIndex < 0 ? spanOrder.at(-1) : spanOrder[nextIndex - 1]) ?? null;
}

/** Where the first of a card's parts starts, in reading order; `null` where it has none. */
function startOfCard(set: AnnotationSet, card: Attribution): number | null {
  const starts = spansOf(card).flatMap((id) => get(set.spans, id)?.segments[0]?.start ?? []);
  return starts.length === 0 ? null : Math.min(...starts);
}

/** The card after or before the one in focus in reading order; without one, the first or the last. */
export function neighbouringCard(session: Session, direction: 1 | -1): Id | null {
  const { cardOrder, focus } = session.state.get();
  const at = focus.card === null ? -1 : cardOrder.indexOf(focus.card);
  if (at < 0) return cardOrder.at(direction === 1 ? 0 : -1) ?? null;
  return cardOrder[at + direction] ?? null;
}
