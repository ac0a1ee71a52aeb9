// The keyboard as it is now: the actions of the open project and the keys that run them, with what a person changed.
import type { KeySettings } from "../../shared/api/preferences.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import type { PageId } from "../state/window/pages.ts";
import { type Action, type ActionContext, isThere } from "./action.ts";
import { actionsFor } from "./index.ts";
import { type KeyMap, keyMapOf } from "./key-map.ts";
import { listenToKeys } from "./listen-to-keys.ts";

export interface Keyboard {
  readonly actions: readonly Action[];
  readonly map: KeyMap;
  action(id: string): Action | undefined;
  /** The combinations that run an action; none for one that is not here. */
  keysOf(id: string): readonly string[];
  /** The action that a combination runs on a page; `null`: beside the article. */
  actionAt(combination: string, page: PageId | null): Action | undefined;
}

function keyboardFor(tagset: Tagset | null, settings: KeySettings): Keyboard {
  const actions = actionsFor(tagset);
  const map = keyMapOf(actions, settings);
  const byId = new Map(actions.map((action) => [action.id, action]));
  const byKey = new Map<string, Action[]>();
  for (const action of actions)
    for (const key of map.get(action.id) ?? []) byKey.set(key, [...(byKey.get(key) ?? []), action]);
  return {
    actions,
    map,
    action: (id) => byId.get(id),
    keysOf: (id) => map.get(id) ?? [],
    actionAt: (combination, page) => byKey.get(combination)?.find((action) => isThere(action, page)),
  };
}

let latest: { tagset: Tagset | null; settings: KeySettings; keyboard: Keyboard } | null = null;

/** The same object until the project's tagset or the person's keys change. */
export function keyboardOf({ workspace }: Pick<ActionContext, "workspace">): Keyboard {
  const { project, settings } = workspace.state.get();
  const tagset = project?.project.tagset ?? null;
  if (latest?.tagset !== tagset || latest.settings !== settings.keys)
    latest = { tagset, settings: settings.keys, keyboard: keyboardFor(tagset, settings.keys) };
  return latest.keyboard;
}

/** Makes the keyboard run the actions of the open project; returns how to stop. */
export const installKeys = (context: ActionContext): (() => void) =>
  listenToKeys((combination) => keyboardOf(context).actionAt(combination, context.ui.get().page), context);
