// What keys take out of a text that is corrected: what they would of plain text, wherever the sections of its lines begin.
import fc from "fast-check";
import { EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, test } from "vitest";
import { correctionKeys } from "../../../renderer/editor/correction-keys.ts";
import {
  correctionOf,
  linesOf,
  placesInCorrection,
  sectionLines,
  textOfCorrection,
} from "../../../renderer/editor/correction-view.ts";

/** More lines than a section has, some of them blank, with line ends of several kinds. */
const longText = fc
  .array(fc.tuple(fc.constantFrom("", "one", "and two"), fc.constantFrom("\n", "\r\n")), {
    minLength: sectionLines - 1,
    maxLength: 3 * sectionLines,
  })
  .map((parts) => `${parts.flat().join("")}end`);

/** The text after a key with this selected; `null` where the key is left to the browser. */
function pressed(text: string, key: string, start: number, end = start): string | null {
  const begun = EditorState.create({ doc: correctionOf(text) });
  const { from, to } = placesInCorrection(begun.doc)({ start, end });
  const state = begun.apply(begun.tr.setSelection(TextSelection.create(begun.doc, from, to)));
  let next: EditorState | null = null;
  const isTaken = correctionKeys[key]?.(state, (transaction) => {
    next = state.apply(transaction);
    next.doc.check();
  });
  return isTaken && next ? textOfCorrection((next as EditorState).doc) : null;
}

const without = (text: string, start: number, end: number): string => text.slice(0, start) + text.slice(end);
/** The line around which a section begins, or any other. */
const someLine = fc.oneof(fc.constantFrom(sectionLines - 1, sectionLines), fc.nat());

describe("a key without anything selected", () => {
  test.each(["Backspace", "Shift-Backspace", "Mod-Backspace"])(
    "joins a line with the one before it: %s",
    (key) => {
      fc.assert(
        fc.property(longText, someLine, (text, some) => {
          const lines = linesOf(text);
          const at = some % lines.length;
          const [before, line] = [lines[at - 1], lines[at]];
          const start = line?.start ?? 0;
          expect(pressed(text, key, start)).toBe(before ? without(text, before.end, start) : null);
        }),
      );
    },
  );

  test.each(["Delete", "Mod-Delete"])("joins a line with the one behind it: %s", (key) => {
    fc.assert(
      fc.property(longText, someLine, (text, some) => {
        const lines = linesOf(text);
        const at = some % lines.length;
        const [line, behind] = [lines[at], lines[at + 1]];
        const end = line?.end ?? 0;
        expect(pressed(text, key, end)).toBe(behind ? without(text, end, behind.start) : null);
      }),
    );
  });

  test("is left to the browser within a line", () => {
    for (const key of ["Backspace", "Mod-Backspace", "Delete", "Mod-Delete"])
      expect(pressed("one\ntwo", key, 5)).toBeNull();
  });
});

test.each(["Backspace", "Delete", "Mod-Backspace", "Mod-Delete"])(
  "what is selected is taken out whole: %s",
  (key) => {
    fc.assert(
      fc.property(longText, someLine, someLine, (text, one, other) => {
        const lines = linesOf(text);
        const [first, last] = [one % lines.length, other % lines.length].sort((a, b) => a - b);
        const [start, end] = [lines[first ?? 0]?.start ?? 0, lines[last ?? 0]?.end ?? 0];
        if (start < end) expect(pressed(text, key, start, end)).toBe(without(text, start, end));
        const next = lines[(last ?? 0) + 1]?.start;
        if (next !== undefined) expect(pressed(text, key, start, next)).toBe(without(text, start, next));
      }),
    );
  },
);
