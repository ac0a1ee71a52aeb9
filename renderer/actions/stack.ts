// Spans that lie over each other: walking inwards and outwards through those at one place, and the menu of what is there.
import type { Id } from "../../shared/model/id.ts";
import { contains, type Range } from "../../shared/model/range.ts";
import { spanHull } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { cardParts } from "../../shared/suggestions/suggested-card.ts";
import type { Session } from "../state/session/session.ts";
import { suggestingOf } from "../state/suggestions/suggesting.ts";
import { type ActionEntry, inSession, type SessionContext } from "./action.ts";
import { chooseSuggestion } from "./suggest.ts";

/** Where the stack is looked at: the selection's start or the caret where it lies in the span in focus, else the span's start. */
function placeOfStack(session: Session): number {
  const view = session.view.current;
  const at = view?.selection()?.start ?? view?.caret() ?? 0;
  const span = get(session.annotations().set.spans, session.focus().span ?? "");
  if (!span) return at;
  const hull = spanHull(span);
  return hull.start <= at && at < hull.end ? at : hull.start;
}

/** The spans at that place, innermost first. */
export const stackAt = (session: Session, offset: number): readonly Id[] =>
  session.view.current?.spansAt(offset) ?? [];

/** The span one layer outwards (`1`) or inwards (`-1`) at the same place; without a focus, the innermost. */
function neighbouringLayer(session: Session, direction: 1 | -1): { offset: number; span: Id | null } {
  const offset = placeOfStack(session);
  const stack = stackAt(session, offset);
  const { span } = session.focus();
  const at = span === null ? -1 : stack.indexOf(span);
  if (at < 0) return { offset, span: stack[direction === 1 ? 0 : stack.length - 1] ?? null };
  return { offset, span: stack[at + direction] ?? null };
}

const toLayer = (direction: 1 | -1, key: string): ActionEntry =>
  inSession({
    id: direction === 1 ? "outer-span" : "inner-span",
    group: "move",
    keys: [key],
    enabled: ({ session }) => stackAt(session, placeOfStack(session)).length > 0,
    run({ session }) {
      const { offset, span } = neighbouringLayer(session, direction);
      if (span !== null) goToLayer(session, span, offset);
    },
  });

/** Puts one of the spans at a place in focus. The caret keeps the place, so that the way back leads through the same layers. */
export function goToLayer(session: Session, span: Id, offset: number): void {
  session.view.current?.select({ start: offset, end: offset });
  session.setFocus({ span, card: cardOf(session, span, session.focus().card) });
  session.view.current?.reveal({ start: offset, end: offset });
}

/** Before a menu opens at a place: what it offers is about a suggestion or span there, unless words are selected for it. */
export function focusPlace(context: SessionContext, offset: number): void {
  const { session } = context;
  if (session.view.current?.selection()) return;
  const stack = stackAt(session, offset);
  const suggestion = suggestionAt(context, offset, stack[0]);
  if (suggestion) {
    chooseSuggestion(context, suggestion);
    return;
  }
  const { span } = session.focus();
  if (stack[0] !== undefined && (span === null || !stack.includes(span)))
    goToLayer(session, stack[0], offset);
}

/** The suggestion at a place, where no mark is nearer to the words there. */
function suggestionAt({ workspace, session }: SessionContext, offset: number, innermost: Id | undefined) {
  const span = get(session.annotations().set.spans, innermost ?? "");
  const isNearest = (part: Range): boolean =>
    contains(part, { start: offset, end: offset + 1 }) &&
    (!span || (contains(spanHull(span), part) && !contains(part, spanHull(span))));
  return suggestingOf(workspace)
    .state.get()
    .offered.find(({ card }) => cardParts(card).some(isNearest));
}

/** The card that comes with a span: the one in focus where it uses the span, else the first that does. */
function cardOf(session: Session, span: Id, current: Id | null): Id | null {
  const users = get(session.annotations().set.uses, span)?.by ?? [];
  return current !== null && users.includes(current) ? current : (users[0] ?? null);
}

export const stackActions: readonly ActionEntry[] = [
  toLayer(1, "Alt+ArrowUp"),
  toLayer(-1, "Alt+ArrowDown"),
  inSession({
    id: "what-is-here",
    group: "view",
    keys: ["o", ".", "Shift+F10", "ContextMenu"],
    run({ session, ui }) {
      const offset = placeOfStack(session);
      const box = session.view.current?.rectOf({ start: offset, end: offset + 1 });
      if (box) ui.patch({ articleMenu: { offset, left: box.left, top: box.bottom } });
    },
  }),
];
