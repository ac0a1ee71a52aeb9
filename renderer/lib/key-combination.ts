// Key presses as short texts, `Mod+Shift+z`, so that actions can name them and people can read them.

import { message, type Text } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";

/** The parts of a keyboard event that count. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The combination of a key press: `Mod` (Cmd on a Mac, Ctrl elsewhere), `Alt`, `Shift`, then the key. Letters are lower
 * case and name Shift; other printed characters say by themselves whether Shift was held (`?`, `{`), and where they
 * stand differs between keyboards, so Shift is not named with them.
 */
export function combinationOf(press: KeyPress, mac: boolean): string {
  const pressed = keyOf(press);
  const printed = pressed.length === 1;
  const letter = printed && pressed.toLowerCase() !== pressed.toUpperCase();
  const key = letter ? pressed.toLowerCase() : pressed === " " ? "Space" : pressed;
  const parts: string[] = [];
  if (mac ? press.metaKey : press.ctrlKey) parts.push("Mod");
  if (mac && press.ctrlKey) parts.push("Ctrl");
  if (press.altKey) parts.push("Alt");
  if (press.shiftKey && (letter || !printed)) parts.push("Shift");
  return [...parts, key].join("+");
}

const brackets: Readonly<Record<string, readonly [string, string]>> = {
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
};

/** With Alt held some systems print another character (Alt+1 gives ¡), so the place of the key tells what was meant. */
function keyOf({ key, code, altKey, shiftKey }: KeyPress): string {
  if (!altKey) return key;
  const place = /^(?:Digit|Key)(.)$/u.exec(code)?.[1];
  return place ?? brackets[code]?.[shiftKey ? 1 : 0] ?? key;
}

/** Whether a key only changes what other keys do, or is part of a character still being put together. */
export const isModifier = (key: string): boolean =>
  ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead", "Process", "Unidentified"].includes(
    key,
  );

const macSymbols: Readonly<Record<string, string>> = { Mod: "⌘", Ctrl: "⌃", Alt: "⌥", Shift: "⇧" };
const names: Readonly<Record<string, Text>> = {
  Mod: message("keys.name-control"),
  Ctrl: message("keys.name-control"),
  Shift: message("keys.name-shift"),
  Delete: message("keys.name-delete"),
  Backspace: message("keys.name-backspace"),
  Space: message("keys.name-space"),
  Home: message("keys.name-home"),
  End: message("keys.name-end"),
  PageUp: message("keys.name-page-up"),
  PageDown: message("keys.name-page-down"),
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
};

/** The parts of a combination as a person reads them on this system's keyboard. */
export function readableKeys(combination: string, mac: boolean, { tell }: Pick<Words, "tell">): string[] {
  return partsOf(combination).map((part) => {
    const name = mac ? (macSymbols[part] ?? names[part]) : names[part];
    return name === undefined ? (part.length === 1 ? part.toUpperCase() : part) : tell(name);
  });
}

/** The combination as the attribute `aria-keyshortcuts` wants it: `Control+z`. */
export const spokenKeys = (combination: string, mac: boolean): string =>
  combination.replace(/^Mod\b/u, mac ? "Meta" : "Control");

/** A plus sign is a key too: `+` alone, or at the end of `Alt++`. */
function partsOf(combination: string): string[] {
  if (!combination.endsWith("+")) return combination.split("+");
  return [...combination.slice(0, -2).split("+").filter(Boolean), "+"];
}

export const isMac = (): boolean => /mac/iu.test(globalThis.navigator?.platform ?? "");
