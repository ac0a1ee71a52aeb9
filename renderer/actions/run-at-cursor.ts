// Runs the action of a key where the cursor of the article is, or says why it cannot. Nothing is changed that is out of view: the
// first press scrolls back to it.
import { spansOf } from "../../shared/model/attribution.ts";
import type { Range } from "../../shared/model/range.ts";
import { get } from "../../shared/model/table.ts";
import { isAtFocus, placesInFocus, selectionIn } from "../state/sets/cursor.ts";
import type { Notice, Session } from "../state/sets/session.ts";
import { isPaneShown } from "../state/ui-state.ts";
import type { Action, ActionContext, ActionGroup, SessionContext } from "./action.ts";
import { focusSpan, spanAtCaret } from "./focus.ts";
import { aboutFocus, aboutSteps } from "./unavailable.ts";

/** Groups whose actions happen in the text, where the caret is. */
const inText: ReadonlySet<ActionGroup> = new Set([...aboutFocus, "select"]);

/**
 * Runs the action if it can be done, and says why where it cannot. `inArticle`: the article has the keyboard, so that its caret
 * shows where keys act. False: the key is not for us.
 */
export function runAtCursor(action: Action, context: ActionContext, inArticle: boolean): boolean {
  const { session } = context.workspace.state.get();
  // What was said belongs to the action before.
  session?.dismissNotice();
  const notice = session && inArticle ? whyNotHere(action, { ...context, session }) : null;
  if (notice) {
    session?.say(notice);
    return true;
  }
  if (action.enabled(context) || (session && inArticle && isEnabledAtCaret(action, context, session))) {
    action.run(context);
    return true;
  }
  if (aboutFocus.has(action.group)) session?.say({ kind: action.without?.(context) ?? "nothing-in-focus" });
  return false;
}

function whyNotHere(action: Action, context: SessionContext): Notice | null {
  if (!inText.has(action.group) || aboutSteps.has(action.id)) return null;
  // Before anything comes into focus, which would bring it into view.
  if (isScrolledBack(context.session, placeOfAction(action, context))) return { kind: "scrolled-back" };
  const notice = action.group === "span" ? takeFocusHere(action, context) : null;
  if (notice) return notice;
  return isScrolledBack(context.session, placeOfAction(action, context)) ? { kind: "scrolled-back" } : null;
}

/** Brings a place back into view; whether it was out of it. */
function isScrolledBack({ view }: Session, place: Range | null): boolean {
  if (!view.current || !place || view.current.isInView(place)) return false;
  view.current.reveal(place, "center");
  return true;
}

/** What the action would change, as far as the text shows it; `null` where a pane beside the article does. */
function placeOfAction(action: Action, { session, ui, workspace }: SessionContext): Range | null {
  const own = action.place?.({ session, ui, workspace });
  if (own) return own;
  const { span, card } = session.focus();
  if (action.group !== "card" || span !== null || card === null) return selectionIn(session);
  if (isPaneShown(ui.get(), "cards")) return null;
  return isAtFocus(session)
    ? selectionIn(session)
    : (placesInFocus(session.annotations().set, session.focus())[0] ?? null);
}

/**
 * Keys about marks act on the mark at the caret: it comes into focus where a card that it is no part of had it. Where the caret
 * is at no mark, they do not act on a card somewhere else.
 */
function takeFocusHere(action: Action, context: SessionContext): Notice | null {
  const { session } = context;
  const before = session.focus();
  if (before.span !== null || before.card === null) return null;
  const { set } = session.annotations();
  const card = get(set.attributions, before.card);
  const here = spanAtCaret(session);
  if (here === null) return isAtFocus(session) ? null : { kind: "caret-elsewhere" };
  if (card && spansOf(card).includes(here)) return null;
  focusSpan(session, here);
  if (!action.enabled(context)) session.setFocus(before);
  return null;
}

/** Whether what is about a span can be done with the one at the caret, which then is in focus. */
function isEnabledAtCaret(action: Action, context: ActionContext, session: Session): boolean {
  if (!aboutFocus.has(action.group) || session.focus().span !== null) return false;
  const span = spanAtCaret(session);
  if (span === null) return false;
  const before = session.focus();
  focusSpan(session, span);
  if (action.enabled(context)) return true;
  session.setFocus(before);
  return false;
}
