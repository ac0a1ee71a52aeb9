// What is typed is kept after a pause, and once a second while there is none.
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTypingPauses, longestUnkept, typingPause } from "../../../renderer/lib/typing-pauses.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("nothing typed is unkept for longer than a second, a key costs no keeping, and every pause is told once", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 * typingPause), { minLength: 1, maxLength: 40 }), (gaps) => {
      let unkeptSince: number | null = null;
      let kept = 0;
      let pauses = 0;
      const keep = (): void => {
        if (unkeptSince !== null) expect(Date.now() - unkeptSince).toBeLessThanOrEqual(longestUnkept);
        unkeptSince = null;
        kept += 1;
      };
      const begun = Date.now();
      const typing = createTypingPauses(keep, () => {
        pauses += 1;
      });
      for (const gap of gaps) {
        const before = kept;
        typing.typed();
        expect(kept).toBe(before);
        unkeptSince ??= Date.now();
        vi.advanceTimersByTime(gap);
      }
      vi.advanceTimersByTime(typingPause);
      expect(unkeptSince).toBeNull();
      expect(pauses).toBe(1 + gaps.slice(0, -1).filter((gap) => gap >= typingPause).length);
      expect(kept).toBeLessThanOrEqual(pauses + (Date.now() - begun) / longestUnkept);
    }),
  );
});

test("what waits is done at once when that is asked for, and never after it was given up", () => {
  const told: string[] = [];
  const typing = createTypingPauses(
    () => told.push("kept"),
    () => told.push("paused"),
  );
  typing.settle();
  typing.typed();
  typing.settle();
  typing.typed();
  typing.stop();
  typing.settle();
  vi.advanceTimersByTime(2 * longestUnkept);
  expect(told).toEqual(["kept", "paused"]);
});
