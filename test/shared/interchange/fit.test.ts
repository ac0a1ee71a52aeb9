// What a format cannot hold is taken away and counted: nothing without the other.
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exporters } from "../../../shared/exporters/index.ts";
import {
  allOfStandoff,
  type Capabilities,
  wordsInColumns,
} from "../../../shared/interchange/capabilities.ts";
import type { Standoff, StandoffSpan } from "../../../shared/interchange/standoff.ts";
import { fitTo, standoffs } from "../../helpers/standoffs.ts";
import { runs } from "../../helpers/tier.ts";

const kinds: readonly (readonly [string, Capabilities])[] = [
  ...exporters.flatMap(({ id, capabilities }) => (capabilities ? [[id, capabilities] as const] : [])),
  ["one piece each", { ...allOfStandoff, segments: false }],
  ["no overlaps", { ...allOfStandoff, overlaps: "none" }],
  ["no names", { ...allOfStandoff, annotators: false }],
  ["no values", { ...allOfStandoff, values: false }],
];

/** Without prototypes, which say nothing. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it.each(kinds)(
  "changes nothing without a count, and counts nothing without a change: %s",
  (_, capabilities) => {
    fc.assert(
      fc.property(standoffs, (given) => {
        const { documents, losses } = fitTo(given, capabilities);
        const isSame = isDeepStrictEqual(plain(documents), plain(given));
        expect(losses.length === 0).toBe(isSame);
        for (const { count, examples } of losses) {
          expect(count).toBeGreaterThan(0);
          expect(examples.length).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: runs(40) },
    );
  },
);

it.each(kinds)("what is said of relations themselves is counted, value by value: %s", (_, capabilities) => {
  const mark = (id: string): StandoffSpan => ({
    ...{ id, label: "claim", values: [] },
    segments: [{ start: 0, end: 3 }],
  });
  const given: Standoff = {
    ...{ article: "a", title: "A", text: "The mayor", annotator: "Ana" },
    spans: [mark("1")],
    relations: [
      {
        ...{ label: "says", from: "1", to: "1" },
        values: [
          { name: "sure", value: "true" },
          { name: "by", value: "Bo" },
        ],
      },
    ],
  };
  const { documents, losses } = fitTo([given], capabilities);
  expect(losses).toContainEqual({
    ...{ what: "relation-values", count: 2 },
    examples: ["says, sure: true", "says, by: Bo"],
  });
  expect(documents.flatMap(({ relations }) => relations.flatMap(({ values }) => values ?? []))).toEqual([]);
});

describe("an article in columns of words", () => {
  const text = "The mayor said that it is over.";
  const span = (
    id: string,
    label: string,
    ...places: readonly (readonly [number, number])[]
  ): StandoffSpan => ({
    id,
    label,
    segments: places.map(([start, end]) => ({ start, end })),
    values: [],
  });
  const document: Standoff = {
    article: "a",
    title: "A",
    text,
    annotator: "Bo",
    spans: [
      span("s", "speaker", [0, 9]),
      span("c", "claim", [15, 19], [23, 30]),
      span("d", "claim", [23, 25]),
      span("u", "cue", [10, 12]),
      { ...span("k", "attribution", [15, 19]), values: [{ name: "kind", value: "indirect" }] },
    ],
    relations: [
      { label: "voice", from: "k", to: "s" },
      { label: "next", from: "s", to: "c" },
    ],
  };

  it("says how much of what is lost, with examples", () => {
    expect(fitTo([document], wordsInColumns)).toEqual({
      documents: [
        {
          ...document,
          spans: [
            span("s", "speaker", [0, 9]),
            span("c", "claim", [15, 19]),
            span("c-2", "claim", [23, 30]),
            span("u", "cue", [10, 14]),
          ],
          relations: [],
        },
      ],
      losses: [
        { what: "segments", count: 1, examples: ["that is over"] },
        { what: "overlaps", count: 1, examples: ["is"] },
        { what: "edges", count: 1, examples: ["sa"] },
        { what: "cards", count: 1, examples: ["that"] },
        { what: "relations", count: 1, examples: ["next"] },
      ],
    });
  });
});
