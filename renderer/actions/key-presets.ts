// Whole sets of keys to choose from. Each says only what differs from the actions' own keys. The keys that mark come from
// the tagset, which puts them on the number row, where each hand reaches them.
import type { KeySettings } from "../../shared/api/preferences.ts";

type Keys = Readonly<Record<string, readonly string[]>>;

/** For a left hand that stays on its half of the keyboard while the right one has the mouse. */
const leftHand: Keys = {
  "next-card": ["f"],
  "previous-card": ["r"],
  "open-card": ["t", "Enter"],
  "next-suggestion": ["Alt+f"],
  "previous-suggestion": ["Alt+r"],
  "link-to-card": ["v"],
  "take-out-of-card": ["Shift+v"],
  "pick-value": ["Shift+e"],
  "nest-card": ["b"],
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

export const presetKeys: Readonly<Record<KeySettings["preset"], Keys>> = {
  default: {},
  "left-hand": leftHand,
  "number-row": numberRow,
};
