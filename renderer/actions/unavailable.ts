// The reason why an action cannot be done just now, as a person reads it beside it.
import { type Message, message } from "../../shared/words/message.ts";
import type { Action, ActionContext } from "./action.ts";

/** These stand among the spans, but are about what was done before. */
export const aboutSteps: ReadonlySet<string> = new Set(["undo", "redo"]);
/** Groups whose actions are about what is in focus: without it they say so instead of doing nothing. */
export const aboutFocus: ReadonlySet<Action["group"]> = new Set(["mark", "span", "card"]);

/** Groups whose actions only read. */
const readingGroups: ReadonlySet<Action["group"]> = new Set(["move", "select", "view"]);

/** `null` when it can be done. */
export function whyUnavailable(action: Action, context: ActionContext): Message | null {
  if (action.enabled(context)) return null;
  const { project, session } = context.workspace.state.get();
  if (project === null) return message("actions.needs-project");
  const changesSomething = !action.changesNothing && !readingGroups.has(action.group);
  if (project.readOnly !== null && changesSomething) return message("actions.needs-writing");
  if (session === null) return message("actions.needs-article");
  if (action.unavailableNotice?.(context) === "no-suggestion-in-focus")
    return message("actions.needs-suggestion");
  return message(
    aboutFocus.has(action.group) && !aboutSteps.has(action.id)
      ? "actions.needs-focus"
      : "actions.nothing-to-do",
  );
}
