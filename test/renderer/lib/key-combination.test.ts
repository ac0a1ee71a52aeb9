// Key presses become the same text on every keyboard and system.
import { describe, expect, test } from "vitest";
import { combinationOf, type KeyPress, readableKeys } from "../../../renderer/lib/key-combination.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("a key combination", () => {
  test.each([
    ["a digit", press("3"), false, "3"],
    ["a digit that wants Shift on a French keyboard", press("3", { shiftKey: true }), false, "3"],
    ["a letter", press("w"), false, "w"],
    ["a letter with Shift", press("W", { shiftKey: true }), false, "Shift+w"],
    ["a letter under Caps Lock", press("W"), false, "w"],
    ["a character that Shift makes", press("{", { shiftKey: true }), false, "{"],
    ["a named key with Shift", press("Tab", { shiftKey: true }), false, "Shift+Tab"],
    ["undo on Linux and Windows", press("z", { ctrlKey: true }), false, "Mod+z"],
    ["undo on a Mac", press("z", { metaKey: true }), true, "Mod+z"],
    ["redo", press("Z", { ctrlKey: true, shiftKey: true }), false, "Mod+Shift+z"],
    [
      "Alt with a digit on a Mac, which prints another character",
      press("¡", { code: "Digit1", altKey: true }),
      true,
      "Alt+1",
    ],
    ["Alt with a bracket", press("“", { code: "BracketLeft", altKey: true }), true, "Alt+["],
    ["Alt with a brace", press("”", { code: "BracketLeft", altKey: true, shiftKey: true }), true, "Alt+{"],
    ["a plus sign", press("+", { shiftKey: true }), false, "+"],
  ])("of %s", (_name, pressed, mac, expected) => {
    expect(combinationOf(pressed, mac)).toBe(expected);
  });

  test.each([
    ["Mod+Shift+z", false, "en", ["Ctrl", "Shift", "Z"]],
    ["Mod+Shift+z", true, "en", ["⌘", "⇧", "Z"]],
    ["Mod+Shift+z", false, "de", ["Strg", "Umschalt", "Z"]],
    ["Mod+Shift+z", true, "de", ["⌘", "⇧", "Z"]],
    ["+", false, "en", ["+"]],
    ["Alt++", false, "en", ["Alt", "+"]],
    ["Shift+Tab", false, "en", ["Shift", "Tab"]],
    ["Escape", false, "en", ["Esc"]],
  ] as const)("reads %s", (combination, mac, language, expected) => {
    expect(readableKeys(combination, mac, createWords(localeFor(language, [])))).toEqual(expected);
  });
});
