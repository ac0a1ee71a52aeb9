// A caret stays at its words, whatever was corrected elsewhere in the text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { offsetAfter } from "../../../../renderer/state/project/open-sessions.ts";
import { runs } from "../../../helpers/tier.ts";

/** Of few letters, so that what is corrected looks like what stands around it. */
const words = fc.string({ unit: fc.constantFrom("a", "b", " "), maxLength: 12 });

test("before and behind what was corrected, the same words stand around it", () => {
  fc.assert(
    fc.property(words, words, words, words, fc.nat(), (head, old, now, tail, at) => {
      const [before, after] = [head + old + tail, head + now + tail];
      const ahead = at % (head.length + 1);
      expect(after.slice(0, offsetAfter(before, after, ahead))).toBe(head.slice(0, ahead));
      const behind = before.length - (at % (tail.length + 1));
      const found = offsetAfter(before, after, behind);
      const isBehind = after.slice(found) === before.slice(behind);
      const isAhead = after.slice(0, found) === before.slice(0, behind);
      expect(isBehind || isAhead).toBe(true);
    }),
    { numRuns: runs(1_000) },
  );
});

test("wherever it was, it is in the text", () => {
  fc.assert(
    fc.property(words, words, fc.nat(), (before, after, at) => {
      const found = offsetAfter(before, after, at % (before.length + 1));
      expect(found >= 0 && found <= after.length).toBe(true);
    }),
  );
});
