// Runs the action of a key where the cursor of the article is, or says why it cannot. While the article has the keyboard nothing is
// changed that is out of view: the first press scrolls back to it.
import type { Focus } from "../../shared/commands/command.ts";
import { spansOf } from "../../shared/model/attribution.ts";
import type { Range } from "../../shared/model/range.ts";
import { get } from "../../shared/model/table.ts";
import { isAtFocus, placesInFocus, selectionIn } from "../state/session/cursor.ts";
import type { Session } from "../state/session/session.ts";
import { isPaneShown } from "../state/window/ui-state.ts";
import type { Action, ActionContext, ActionGroup, SessionContext } from "./action.ts";
import { focusOn, spanAtCaret } from "./focus.ts";
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
  if (session && inArticle && inText.has(action.group) && !aboutSteps.has(action.id))
    return runInText(action, { ...context, session });
  if (action.enabled(context)) {
    action.run(context);
    return true;
  }
  if (aboutFocus.has(action.group)) session?.say({ kind: action.without?.(context) ?? "nothing-in-focus" });
  return false;
}

function runInText(action: Action, context: SessionContext): boolean {
  const { session } = context;
  if (isScrolledBack(session, placeOfAction(action, context))) return true;
  const atCaret = focusAtCaret(session);
  const isOthers = atCaret !== null && !isOfOpenCard(session, atCaret);
  const isAboutMark = action.group === "span" && session.focus().span === null;
  if (isAboutMark && atCaret === null && session.focus().card !== null && !isAtFocus(session)) {
    session.say({ kind: "caret-elsewhere" });
    return true;
  }
  // Keys about marks act on the mark at the caret before a card that it is no part of; others there alone where nothing else can be.
  const first = isAboutMark && isOthers ? atCaret : session.focus();
  const second = aboutFocus.has(action.group) ? atCaret : null;
  for (const focus of [first, second]) {
    if (focus === null || !session.assuming(focus, () => action.enabled(context))) continue;
    if (
      isScrolledBack(
        session,
        session.assuming(focus, () => placeOfAction(action, context)),
      )
    )
      return true;
    session.setFocus(focus);
    action.run(context);
    return true;
  }
  const notice = session.assuming(first ?? session.focus(), () => action.without?.(context));
  if (aboutFocus.has(action.group)) session.say({ kind: notice ?? "nothing-in-focus" });
  return false;
}

/** The mark at the caret, as keys about it would have it in focus; `null` where there is none, or a span is in focus already. */
function focusAtCaret(session: Session): Focus | null {
  if (session.focus().span !== null) return null;
  const span = spanAtCaret(session);
  return span === null ? null : focusOn(session, span);
}

function isOfOpenCard(session: Session, { span }: Focus): boolean {
  const card = get(session.annotations().set.attributions, session.focus().card ?? "");
  return card !== undefined && span !== null && spansOf(card).includes(span);
}

/** Brings a place back into view, and says so; whether it was out of it. */
function isScrolledBack(session: Session, place: Range | null): boolean {
  const view = session.view.current;
  if (!view || !place || view.isInView(place)) return false;
  view.reveal(place, "center");
  session.say({ kind: "scrolled-back" });
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
