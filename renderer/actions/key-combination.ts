// Key presses as short texts, `Mod+Shift+z`, so that actions can name them and people can read them.

/** The parts of a keyboard event that count. */
export interface KeyPress {
  readonly key: string;
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
  const printed = press.key.length === 1;
  const letter = printed && press.key.toLowerCase() !== press.key.toUpperCase();
  const key = letter ? press.key.toLowerCase() : press.key === " " ? "Space" : press.key;
  const parts: string[] = [];
  if (mac ? press.metaKey : press.ctrlKey) parts.push("Mod");
  if (mac && press.ctrlKey) parts.push("Ctrl");
  if (press.altKey) parts.push("Alt");
  if (press.shiftKey && (letter || !printed)) parts.push("Shift");
  return [...parts, key].join("+");
}

const macSymbols: Readonly<Record<string, string>> = { Mod: "⌘", Ctrl: "⌃", Alt: "⌥", Shift: "⇧" };
const names: Readonly<Record<string, string>> = {
  Mod: "Ctrl",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Backspace: "Backspace",
};

/** The parts of a combination as a person reads them on this system's keyboard. */
export function readableKeys(combination: string, mac: boolean): string[] {
  // A plus sign is a key too: `+` alone, or at the end of `Mod++`.
  const parts = combination === "+" ? ["+"] : combination.split(/\+(?=.)/u);
  return parts.map((part) => {
    if (mac && macSymbols[part]) return macSymbols[part];
    return names[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

export const isMac = (): boolean => /mac/iu.test(navigator.platform);
