// Which keys run which actions: the actions' own keys, those of a preset over them, and what a person changed over both.
// Pure; the tagset's keys take part as the keys of the actions that mark.
import type { KeySettings } from "../../shared/api/preferences.ts";
import type { ActionScope } from "./action.ts";
import { presetKeys } from "./key-presets.ts";

/** What has keys: an action, or as much of it as matters here. */
export interface Keyed {
  readonly id: string;
  readonly keys: readonly string[];
}

/** The keys of every action, by its id, in the order of the registry. */
export type KeyMap = ReadonlyMap<string, readonly string[]>;

/** A combination with the actions that claim it: the first has it. */
export interface Conflict {
  readonly combination: string;
  readonly actions: readonly string[];
}

/** What an action's keys are without a person's own changes. */
export const presetKeysOf = ({ id, keys }: Keyed, preset: KeySettings["preset"]): readonly string[] =>
  own(presetKeys[preset], id) ?? keys;

export const keyMapOf = (actions: readonly Keyed[], settings: KeySettings): KeyMap =>
  new Map(
    actions.map((action) => [
      action.id,
      own(settings.changed, action.id) ?? presetKeysOf(action, settings.preset),
    ]),
  );

/** Every combination that more than one action claims at the same place. */
export function conflictsIn(
  map: KeyMap,
  scopeOf: (action: string) => ActionScope = () => "everywhere",
): readonly Conflict[] {
  const claims = new Map<string, string[]>();
  for (const [action, keys] of map)
    for (const combination of new Set(keys)) {
      const others = claims.get(combination);
      if (others) others.push(action);
      else claims.set(combination, [action]);
    }
  return [...claims].flatMap(([combination, claimants]) => {
    const actions = claimants.filter((one) =>
      claimants.some((other) => other !== one && meet(scopeOf(one), scopeOf(other))),
    );
    return actions.length > 1 ? [{ combination, actions }] : [];
  });
}

/** Whether two scopes have a place in common. */
const meet = (a: ActionScope, b: ActionScope): boolean =>
  a === b || [a, b].includes("everywhere") || ([a, b].includes("pages") && ![a, b].includes("article"));

/** Gives an action these keys. What the preset says anyway is no change, so that a later preset can say otherwise. */
export function withKeys(settings: KeySettings, action: Keyed, keys: readonly string[]): KeySettings {
  const { [action.id]: _before, ...others } = settings.changed;
  const distinct = [...new Set(keys)];
  const usual = presetKeysOf(action, settings.preset);
  const isUsual = usual.length === distinct.length && usual.every((key, at) => key === distinct[at]);
  return { ...settings, changed: isUsual ? others : { ...others, [action.id]: distinct } };
}

/** An action's keys as the preset has them. */
export const withUsualKeys = (settings: KeySettings, action: Keyed): KeySettings =>
  withKeys(settings, action, presetKeysOf(action, settings.preset));

/** An entry of the object's own: an id may be the name of something that every object has. */
const own = <T>(entries: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(entries, id) ? entries[id] : undefined;
