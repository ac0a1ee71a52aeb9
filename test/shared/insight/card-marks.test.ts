// The marks of a card come out of their packed form as they went in, and nothing else is taken for one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { packedMarks, packMarks, unpackMarks } from "../../../shared/insight/card-marks.ts";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import { get, records } from "../../../shared/model/table.ts";
import { severalAnnotators } from "../../helpers/several-annotators.ts";
import { idSource } from "../../helpers/sources.ts";

test("marks are those of the card’s slots, in their order, with all of their segments", () => {
  let packed = 0;
  const { articles } = severalAnnotators(["Ana", "Ben"], idSource("m"));
  for (const { sets } of articles)
    for (const json of sets) {
      const set = setFromJson(json);
      for (const card of records(set.attributions)) {
        const segmentsOf = (id: string) =>
          (get(set.spans, id)?.segments ?? []).map(({ start, end }) => ({ start, end }));
        const expected = [
          ...card.voice.map((id) => ({ slot: "voice", segments: segmentsOf(id) })),
          ...(card.cue === null ? [] : [{ slot: "cue", segments: segmentsOf(card.cue) }]),
          ...(card.claim === null ? [] : [{ slot: "claim", segments: segmentsOf(card.claim) }]),
          ...card.via.map(({ span }) => ({ slot: "via", segments: segmentsOf(span) })),
        ];
        const marks = packMarks(card, set);
        expect(marks).toMatch(packedMarks);
        expect(unpackMarks(marks)).toEqual(expected);
        packed += expected.length;
      }
    }
  expect(packed).toBeGreaterThan(20);
});

test("what is no packed mark is not taken for one, and costs no time", () => {
  for (const wrong of [
    " ",
    "x1-2",
    "v1",
    "v1-",
    "v1-2 ",
    " v1-2",
    "v1-2+",
    "v1-2  c3-4",
    "v-1-2",
    "v1-1234567890",
  ])
    expect(packedMarks.test(wrong), wrong).toBe(false);
  expect(packedMarks.test("")).toBe(true);
  expect(packedMarks.test(`${"v1-2 ".repeat(50_000)}x`)).toBe(false);
  fc.assert(fc.property(fc.string(), (any) => void unpackMarks(any)));
});
