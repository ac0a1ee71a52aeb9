import fc from "fast-check";
import { expect, test } from "vitest";
import type { LineAttribution, LineRange } from "../../../shared/schema/attribution-lines.ts";
import { evaluate, matchTriples } from "../../../shared/suggestions/evaluate.ts";

const text = "The mayor said that it rains, she added. Nobody knows why.";

/** The ranges of these words in the text. */
const at = (...words: readonly string[]): LineRange[] =>
  words.map((word) => [text.indexOf(word), text.indexOf(word) + word.length]);
const card = (source: string[], cue: string[], content: string[], type = "indirect"): LineAttribution => ({
  source: at(...source),
  cue: at(...cue),
  content: at(...content),
  type,
});

const mayor = card(["The mayor"], ["said"], ["that it rains"]);

test("what is the same but for the marks at its edges is found exactly", () => {
  const found = card(["The mayor"], ["said "], ["that it rains,"]);
  const { scores, tripleRecallByType } = evaluate(
    [{ id: "a", text, attributions: [mayor] }],
    [{ id: "a", attributions: [found] }],
  );
  expect(scores["triple exact"]).toEqual({ precision: 100, recall: 100, f1: 100 });
  expect(tripleRecallByType).toEqual({ indirect: { recall: 100, gold: 1 } });
});

test("an overlap in all three roles matches, another voice does not", () => {
  const gold = [{ id: "a", text, attributions: [mayor] }];
  const near = card(["mayor"], ["said that"], ["it rains"]);
  const other = card(["she"], ["said"], ["that it rains"]);
  const predicted = [{ id: "a", attributions: [other, near] }];
  const { scores } = evaluate(gold, predicted);
  expect(scores["triple overlap"]).toEqual({ precision: 50, recall: 100, f1: 66.7 });
  expect(scores["triple exact"]).toEqual({ precision: 0, recall: 0, f1: 0 });
  expect(matchTriples(text, [mayor], [other, near])).toEqual(new Map([[0, 1]]));
});

test("two without a voice match; without a cue or a claim there is nothing to match", () => {
  const none = card([], ["said"], ["that it rains"]);
  const half = card(["The mayor"], [], ["that it rains"]);
  const { scores } = evaluate(
    [{ id: "a", text, attributions: [none, half] }],
    [{ id: "a", attributions: [none, half] }],
  );
  expect(scores["triple overlap"]).toEqual({ precision: 100, recall: 100, f1: 100 });
});

test("an article without a prediction counts as empty", () => {
  const result = evaluate([{ id: "a", text, attributions: [mayor] }], []);
  expect(result.missingDocuments).toBe(1);
  expect(result.scores["triple overlap"]).toEqual({ precision: 0, recall: 0, f1: 0 });
});

const anyRange = fc
  .tuple(fc.nat(text.length), fc.nat(text.length))
  .map(([a, b]): LineRange => [Math.min(a, b), Math.max(a, b)]);
const anyCard = fc.record({
  source: fc.array(anyRange, { maxLength: 2 }),
  cue: fc.array(anyRange, { maxLength: 2 }),
  content: fc.array(anyRange, { maxLength: 2 }),
});

test("no figure leaves 0 to 100, and whoever repeats the gold finds all of it", () => {
  fc.assert(
    fc.property(
      fc.array(anyCard, { maxLength: 4 }),
      fc.array(anyCard, { maxLength: 4 }),
      (gold, predicted) => {
        const lines = [{ id: "a", text, attributions: gold }];
        for (const { precision, recall, f1 } of Object.values(
          evaluate(lines, [{ id: "a", attributions: predicted }]).scores,
        ))
          for (const figure of [precision, recall, f1]) {
            expect(figure).toBeGreaterThanOrEqual(0);
            expect(figure).toBeLessThanOrEqual(100);
          }
        const same = evaluate(lines, [{ id: "a", attributions: gold }]).scores["triple exact"];
        const complete = gold.filter(({ cue, content }) => cue.length > 0 && content.length > 0);
        expect(same?.recall).toBe(complete.length > 0 ? 100 : 0);
      },
    ),
  );
});
