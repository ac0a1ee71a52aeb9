// The provenance of a mark as one value: it is read as it was written, whatever words are in it, and nothing else is taken for such a value.
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type MarkProvenance,
  provenanceIn,
  provenanceValue,
} from "../../../shared/interchange/provenance-value.ts";
import { runs } from "../../helpers/tier.ts";

const words = fc.constantFrom("by hand", "a; at: 5", "x: y", "_x3b_", "Öl 😀; ", "  ", "line\nline", "<b>&");
const time = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const origin: fc.Arbitrary<MarkProvenance["origin"]> = fc.oneof(
  fc.constant({ by: "human" as const }),
  fc.record({ by: fc.constant("imported" as const), from: words }),
  fc.record({
    by: fc.constant("curated" as const),
    parents: fc.array(fc.constantFrom("a2b", "c3"), { maxLength: 2 }),
  }),
  fc.record(
    {
      by: fc.constant("suggested" as const),
      rule: words,
      reason: words,
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      model: words,
    },
    { requiredKeys: ["by", "rule", "reason"] },
  ),
);
const provenances: fc.Arbitrary<MarkProvenance> = fc.record(
  { at: time, origin, editedAt: time, by: words },
  { requiredKeys: ["at", "origin"] },
);

it("is read as it was written", () => {
  fc.assert(
    fc.property(provenances, (provenance) => {
      expect(provenanceIn(provenanceValue(provenance))).toEqual(provenance);
    }),
    { numRuns: runs(200) },
  );
});

it("may say only when, as other programs do", () => {
  const times = { at: "2019-05-01T10:00:00Z", editedAt: "2019-05-02T10:00:00Z" };
  expect(provenanceIn(provenanceValue(times))).toEqual(times);
});

it.each([
  "",
  "human",
  "origin: human",
  "at: yesterday",
  "at: 2019",
  "origin: invented; at: 2019-05-01T10:00:00Z",
  "origin: suggested; at: 2019-05-01T10:00:00Z",
  "origin: human; at: 2019-05-01T10:00:00Z; colour: red",
  "origin: suggested; at: 2019-05-01T10:00:00Z; rule: r; reason: s; confidence: 2",
  "at: 2019-05-01T10:00:00Z; rule: r",
])("is no such value: %s", (value) => {
  expect(provenanceIn(value)).toBeNull();
});
