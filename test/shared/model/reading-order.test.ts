import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween } from "../../../shared/model/difference.ts";
import {
  cardOrderAfter,
  cardOrderOf,
  spanOrderAfter,
  spanOrderOf,
} from "../../../shared/model/reading-order.ts";
import { records } from "../../../shared/model/table.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

describe("reading order", () => {
  it("kept from change to change is the order that sorting gives", () => {
    fc.assert(
      fc.property(work, (of) => {
        const { start, done } = carriedOut(of);
        let spans = spanOrderOf(records(start.set.spans));
        let cards = cardOrderOf(start.set);
        for (const { before, change, after } of done) {
          spans = spanOrderAfter(spans, before.set, after.set, change);
          cards = cardOrderAfter(cards, before.set, after.set, change);
          expect([spans, cards]).toEqual([spanOrderOf(records(after.set.spans)), cardOrderOf(after.set)]);
        }
      }),
    );
  });

  it("takes many changes at once", () => {
    fc.assert(
      fc.property(work, fc.nat({ max: 10 }), (of, skip) => {
        const { done } = carriedOut(of);
        const [from, to] = [done[skip % Math.max(1, done.length)], done.at(-1)];
        if (!from || !to) return;
        const change = changeBetween(from.before, to.after);
        const [before, after] = [from.before.set, to.after.set];
        expect(spanOrderAfter(spanOrderOf(records(before.spans)), before, after, change)).toEqual(
          spanOrderOf(records(after.spans)),
        );
        expect(cardOrderAfter(cardOrderOf(before), before, after, change)).toEqual(cardOrderOf(after));
      }),
    );
  });
});
