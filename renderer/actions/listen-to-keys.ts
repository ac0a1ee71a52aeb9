// Listens to the keyboard for the whole window and runs the action that a combination belongs to.

import { combinationOf, isMac } from "../lib/key-combination.ts";
import type { Action, ActionContext } from "./action.ts";
import { runAtCursor } from "./run-at-cursor.ts";

/** Combinations that a focused control needs for itself. */
const ownKeys: Readonly<Record<string, string>> = {
  Enter: "button, a, summary, [role=button], [role=option], [role=row], [role=radio], [role=menuitem]",
  Space: "button, a, summary, [role=button], [role=option], [role=row], [role=radio], [role=switch]",
  Tab: ":not(.article)",
  "Shift+Tab": ":not(.article)",
};

/** What lies over the page: while it is open every key is its own, wherever the focus is. */
const overPage = "[role=dialog], [role=alertdialog]";

/** What takes plain characters as text, or has keys of its own. */
const typing = "input, textarea, select, [role=menu], [role=menu] *, [data-own-keys] *";

/** What finds its items by plain characters, and walks them by plain arrows. */
const lists = "[role=listbox] *";

/** What has an undo and a clipboard of its own. */
const textFields = "input:not([type=checkbox], [type=radio]), textarea";

/** What nothing is typed into, and what has no list open, has no use for the way back out. */
const isClosedChoice = (target: Element): boolean =>
  target.matches("input[type=radio], input[type=checkbox]") ||
  (target.matches("select") && CSS.supports("selector(:open)") && !target.matches(":open"));

/** Where the key goes: to the action, or to what has the keyboard focus. */
function belongsToTarget(combination: string, target: EventTarget | null): boolean {
  if (document.querySelector(overPage)) return true;
  if (!(target instanceof Element)) return false;
  if (combination.startsWith("Mod+"))
    return target.matches(textFields) && /^Mod\+(Shift\+)?[zyacvx]$/u.test(combination);
  if (/^F\d+$/u.test(combination)) return false;
  if (combination === "Escape" && isClosedChoice(target)) return false;
  const own = ownKeys[combination];
  const isPlain = !combination.startsWith("Alt+");
  return (
    target.matches(typing) || (isPlain && target.matches(lists)) || (own !== undefined && target.matches(own))
  );
}

/**
 * Starts listening; returns how to stop. An action that is not enabled lets the key pass, so that Tab leaves the article
 * behind the last span.
 */
export function listenToKeys(
  actionAt: (combination: string) => Action | undefined,
  context: ActionContext,
): () => void {
  const mac = isMac();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const combination = combinationOf(event, mac);
    if (belongsToTarget(combination, event.target)) return;
    const action = actionAt(combination);
    if (!action) return;
    const inArticle = event.target instanceof Element && event.target.closest(".article") !== null;
    if (!runAtCursor(action, context, inArticle)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Lists would walk by these too, though they know of no Alt; so they come here first.
  const onAltKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) onKeyDown(event);
  };
  const onOtherKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey) onKeyDown(event);
  };
  window.addEventListener("keydown", onAltKeyDown, { capture: true });
  window.addEventListener("keydown", onOtherKeyDown);
  return () => {
    window.removeEventListener("keydown", onAltKeyDown, { capture: true });
    window.removeEventListener("keydown", onOtherKeyDown);
  };
}
