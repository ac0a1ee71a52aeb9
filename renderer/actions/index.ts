// The registry of actions, in the order in which the list of keys shows them.
import type { Tagset } from "../../shared/model/tagset.ts";
import type { Action, ActionContext } from "./action.ts";
import { cardActions } from "./card.ts";
import { changeSpanActions } from "./change-span.ts";
import { listenToKeys } from "./listen-to-keys.ts";
import { exclusionActions, markActions, segmentActions } from "./mark.ts";
import { moveActions } from "./move.ts";
import { selectActions } from "./select.ts";
import { windowActions } from "./window.ts";

/** Every action of a window in which this tagset is used; without one, those that need no tagset. */
export function actionsFor(tagset: Tagset | null): readonly Action[] {
  return [
    ...(tagset ? markActions(tagset) : []),
    ...segmentActions,
    ...exclusionActions,
    ...selectActions,
    ...moveActions,
    ...changeSpanActions,
    ...cardActions,
    ...windowActions,
  ];
}

const tagsetIn = ({ workspace }: ActionContext): Tagset | null =>
  workspace.state.get().project?.project.tagset ?? null;

/** Makes the keyboard run the actions of the open project; returns how to stop. */
export function installKeys(context: ActionContext): () => void {
  let known: { tagset: Tagset | null; actions: readonly Action[] } | null = null;
  return listenToKeys(() => {
    const tagset = tagsetIn(context);
    if (known?.tagset !== tagset) known = { tagset, actions: actionsFor(tagset) };
    return known?.actions ?? [];
  }, context);
}
