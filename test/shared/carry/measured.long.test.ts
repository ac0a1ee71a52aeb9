// The measurement of docs/carry-over.md in short: what it says of us must stay so.
import { describe, expect, it } from "vitest";
import { alignTexts } from "../../../shared/carry/alignment.ts";
import { carrySet } from "../../../shared/carry/carry-set.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { annotatedArticles } from "../../bench/carry/annotated.ts";
import { editedArticles, measureCarry } from "../../bench/carry/measure.ts";
import { methods } from "../../bench/carry/methods.ts";

const [ours] = methods;
if (!ours) throw new RangeError("There is nothing to measure.");

describe("spans carried over to randomly edited articles", () => {
  const measured = measureCarry(annotatedArticles(), 1, [ours]);
  it.each(measured)("stand in their right places: $edit", ({ tallies, mistakes }) => {
    expect(mistakes).toEqual([]);
    const tally = tallies.get("Sayso");
    expect(tally?.here).toBeGreaterThan(900);
    expect((tally?.right ?? 0) / (tally?.here ?? 1)).toBeGreaterThan(0.88);
    // Most of what is asked about is proposed in its right place.
    expect((tally?.askedRight ?? 0) + 10).toBeGreaterThan(0.7 * (tally?.asked ?? 0));
  });
});

describe("spans that are carried to an edited article and back", () => {
  it("are where they were, wherever both ways are sure, with the same words the way there and back", () => {
    let both = 0;
    for (const [{ text, set }, edited] of editedArticles(annotatedArticles(), 77)) {
      const { set: on } = carryRecords(set, carrierBetween(text, edited, "foreign"), set.textHash);
      const back = new Map(
        carrySet(on, alignTexts(edited, text)).placed.map((one) => [one.id, one.segments]),
      );
      for (const { id, segments } of set.spans) {
        const returned = back.get(id);
        if (!returned) continue;
        both += 1;
        expect([id, returned]).toEqual([id, segments]);
      }
    }
    expect(both).toBeGreaterThan(8_000);
  });
});
