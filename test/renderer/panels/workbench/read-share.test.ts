// How far down an article somebody is: all of it where its last line is in view, and nowhere before.
import fc from "fast-check";
import { expect, it } from "vitest";
import { readShare } from "../../../../renderer/panels/workbench/reading-place.ts";
import { runs } from "../../../helpers/tier.ts";

const size = fc.integer({ min: 1, max: 20_000 });

it("is 1 where the last line is in view, less before, and grows with each step down", () => {
  fc.assert(
    fc.property(size, size, fc.nat(800), fc.nat(), (text, clientHeight, below, at) => {
      const scrollHeight = Math.max(text + below, clientHeight);
      const scrollTop = at % (scrollHeight - clientHeight + 1);
      const share = readShare({ scrollTop, scrollHeight, clientHeight }, below);
      const isEnd = scrollTop + clientHeight > scrollHeight - below - 1;
      expect([share === 1, share >= 0 && share <= 1]).toEqual([isEnd, true]);
      expect(
        readShare({ scrollTop: scrollTop + 1, scrollHeight, clientHeight }, below),
      ).toBeGreaterThanOrEqual(share);
    }),
    { numRuns: runs(200) },
  );
});
