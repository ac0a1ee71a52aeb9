// The map from keys to actions: the actions' own keys, those of a preset over them, and what a person changed over both. Pure; the
// tagset's keys take part as the keys of the actions that mark.
import type { KeySettings } from "../../shared/api/preferences.ts";
import type { ActionScope } from "./action.ts";

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
  ownEntry(presetKeys[preset], id) ?? keys;

export const keyMapOf = (actions: readonly Keyed[], settings: KeySettings): KeyMap =>
  new Map(
    actions.map((action) => [
      action.id,
      ownEntry(settings.changed, action.id) ?? presetKeysOf(action, settings.preset),
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
const ownEntry = <T>(entries: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(entries, id) ? entries[id] : undefined;

type Keys = Readonly<Record<string, readonly string[]>>;

/** For a left hand that stays on its half of the keyboard while the right one has the mouse. */
const leftHand: Keys = {
  "next-card": ["f"],
  "previous-card": ["r"],
  "next-role": ["Shift+r"],
  "open-card": ["t", "Enter"],
  "next-suggestion": ["Alt+f"],
  "previous-suggestion": ["Alt+r"],
  "link-to-card": ["v"],
  "take-out-of-card": ["Shift+v"],
  "pick-value": ["Shift+e"],
  "link-first-entity": ["Shift+f"],
  "nest-card": ["b"],
  "choose-about": ["Alt+s"],
  "add-segment": ["c", "+"],
  "add-segment-exactly": ["Alt+c", "Alt++"],
  "grow-clause": ["g"],
  "shrink-clause": ["Shift+g"],
  delete: ["Shift+x", "Backspace", "Delete"],
  "move-start-back-by-word": ["z", "["],
  "move-start-forward-by-word": ["Shift+z", "]"],
  "move-end-back-by-word": ["Alt+z", "{"],
  "move-end-forward-by-word": ["Alt+Shift+z", "}"],
  palette: ["Mod+d", "Mod+k"],
};

/** For those who type the figures blind: what is done most often lies beside the keys that mark. */
const numberRow: Keys = {
  "open-card": ["5", "Enter"],
  "link-to-card": ["6", "l"],
  "previous-card": ["7", "k"],
  "next-card": ["8", "j"],
  "choose-entity": ["9", "e"],
  "add-segment": ["0", "+"],
  "flag-card": ["-", "d"],
};

/** Whole sets of keys to choose from. Each says only what differs from the actions' own keys. The keys that mark come from the tagset, which puts them on the number row, where each hand reaches them. */
export const presetKeys: Readonly<Record<KeySettings["preset"], Keys>> = {
  default: {},
  "left-hand": leftHand,
  "number-row": numberRow,
};
