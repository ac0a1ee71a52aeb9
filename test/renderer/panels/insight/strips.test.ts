// The arrows walk the strips and their stretches, and never leave them.
import fc from "fast-check";
import { expect, it } from "vitest";
import { stripAfterKey } from "../../../../renderer/panels/insight/strips-pane.tsx";
import { runs } from "../../../helpers/tier.ts";

const strips = fc.array(
  fc.array(fc.nat(90), { maxLength: 6 }).map((starts) => ({
    words: 100,
    segments: [...starts]
      .sort((one, other) => one - other)
      .map((start) => ({
        ...{ article: "a", annotator: "b", card: "c", place: null, voices: [], names: [] },
        words: { start, end: start + 5 },
      })),
  })),
  { minLength: 1, maxLength: 30 },
);

const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];

it("stays among the strips, in the strip to the sides, and near where it was to the others", () => {
  fc.assert(
    fc.property(strips, fc.nat(), fc.nat(), fc.constantFrom(...keys), (all, one, other, key) => {
      const strip = one % all.length;
      const here = all[strip]?.segments ?? [];
      const segment = (other % (here.length + 1)) - 1;
      const walked = { total: all.length, stripAt: (at: number) => all[at] };
      const next = stripAfterKey(key, { strip, segment }, walked);
      const there = all[next?.strip ?? -1]?.segments;
      if (!next || !there) throw new Error("It leads to a strip.");
      expect(next.segment).toBeGreaterThanOrEqual(-1);
      expect(next.segment).toBeLessThan(Math.max(1, there.length));
      if (key === "ArrowLeft" || key === "ArrowRight") {
        expect(next.strip).toBe(strip);
        const wanted = segment + (key === "ArrowLeft" ? -1 : 1);
        expect(next.segment).toBe(Math.max(-1, Math.min(here.length - 1, wanted)));
        return;
      }
      const from = here[segment];
      if (!from || there.length === 0) {
        expect(next.segment).toBe(-1);
        return;
      }
      const distances = there.map(({ words }) => Math.abs(words.start - from.words.start));
      expect(distances[next.segment]).toBe(Math.min(...distances));
    }),
    { numRuns: runs(300) },
  );
});

it("leaves other keys to others", () => {
  for (const key of ["Enter", "Tab", "Escape", "a"])
    expect(stripAfterKey(key, { strip: 0, segment: 0 }, { total: 1, stripAt: () => undefined })).toBeNull();
});
