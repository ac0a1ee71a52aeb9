import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  focusAttributes,
  focusMarks,
  type Label,
  labelShifts,
  labelWidth,
  noFocusMarks,
  spansRedrawn,
  stepsBack,
} from "../../../renderer/editor/focus-marks.ts";
import type { Layer } from "../../../renderer/editor/stretches.ts";
import { hoverStyles } from "../../../renderer/editor/style-sheet.ts";
import type { Focus } from "../../../shared/commands/command.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { slotName } from "../../../shared/words/tagset-words.ts";
import { markedArticle } from "../../helpers/marked-article.ts";
import { runs } from "../../helpers/tier.ts";

const words = createWords(localeFor("en", []));
const { annotations } = markedArticle(
  "{s:speaker|{o:source|Fox} host} {q:cue|said} {c:claim|it rains} and left",
  {
    cards: { k: { voice: ["s"], cue: "q", claim: "c", via: [{ span: "o", role: "told-to" }] } },
  },
);
const marksOf = (focus: Focus) => focusMarks(focus, annotations, newsAttribution, words);
const noNames = new Map<string, string>();
const layer = (id: string, lane: number | null, edges: Partial<Layer> = {}): Layer => ({
  id,
  type: lane === null ? 2 : 0,
  lane,
  first: false,
  last: false,
  ...edges,
});

test("without a focus nothing is marked", () => {
  const marks = marksOf({ span: null, card: null });
  expect([...marks]).toEqual([]);
  expect(focusAttributes({ layers: [layer("s", 0, { first: true })] }, marks, noNames)).toEqual({
    classes: [],
    label: null,
  });
});

test("a span in focus gets the ring, closed where its segment begins and ends, and nothing steps back for it", () => {
  const marks = marksOf({ span: "c", card: null });
  const classes = (edges: Partial<Layer>) =>
    focusAttributes({ layers: [layer("c", null, edges)] }, marks, noNames).classes;
  expect(classes({ first: true })).toEqual(["ring", "ring-begins"]);
  expect(classes({})).toEqual(["ring"]);
  expect(classes({ last: true })).toEqual(["ring", "ring-ends"]);
  expect(stepsBack(marks)).toBe(false);
});

test("a card in focus names its parts where they begin, two that begin together in one label, the voice first", () => {
  const marks = marksOf({ span: null, card: "k" });
  const label = (...layers: readonly Layer[]) => focusAttributes({ layers }, marks, noNames).label;
  expect(stepsBack(marks)).toBe(true);
  expect(label(layer("q", 0, { first: true }))).toBe("Cue");
  expect(label(layer("c", null, { first: true }))).toBe("Claim");
  expect(label(layer("o", 1, { first: true }), layer("s", 0, { first: true }))).toBe("Voice, told to");
  expect(label(layer("s", 0))).toBeNull();
});

test("what the card in focus ties is kept at full strength in the place where it is drawn, and so is the span in focus", () => {
  const marks = marksOf({ span: "x", card: "k" });
  expect(
    focusAttributes({ layers: [layer("q", 3), layer("c", null), layer("z", 1)] }, marks, noNames).classes,
  ).toEqual(["full-l3", "full-g"]);
  expect(focusAttributes({ layers: [layer("x", 0)] }, marks, noNames).classes).toEqual(["full-l0", "ring"]);
});

test("what is proposed is named where it begins, unless the card in focus has a name there", () => {
  const attributes = (focus: Focus, ...layers: readonly Layer[]) =>
    focusAttributes({ layers }, marksOf(focus), new Map([["ghost-cue", "Cue?"]]));
  const ghost = layer("ghost-cue", 0, { first: true, ghost: true });
  const nowhere = { span: null, card: null };
  expect(attributes(nowhere, ghost)).toEqual({ classes: ["label-t0"], label: "Cue?" });
  expect(attributes(nowhere, { ...ghost, first: false })).toEqual({ classes: [], label: null });
  expect(attributes({ span: null, card: "k" }, ghost).label).toBe("Cue?");
  expect(attributes({ span: null, card: "k" }, layer("q", 1, { first: true }), ghost).label).toBe("Cue");
});

describe("labels over short words", () => {
  const labelsOf = (text: string, names: readonly string[]): readonly Label[] => {
    const starts = [...text.matchAll(/\[/gu)].map(({ index }, at) => index - 2 * at);
    const lengths = [...text.matchAll(/\[(?<words>[^\]]*)\]/gu)].map(
      ({ groups }) => groups?.words?.length ?? 0,
    );
    return starts.map((start, at) => ({ start, end: start + (lengths[at] ?? 0), text: names[at] ?? "" }));
  };

  test.each(["en", "de"] as const)("stand beside each other in %s, near their words", (language) => {
    const { tell } = createWords(localeFor(language, []));
    const names = newsAttribution.slots.map((slot) => tell(slotName(slot)));
    const texts = ["[he] [said], “[it rained all day]”", "[er] [sagt], [es habe den ganzen Tag geregnet]"];
    for (const text of texts)
      for (const shift of labelShifts(labelsOf(text, names))) expect(Math.abs(shift)).toBeLessThanOrEqual(60);
  });

  test("stay where their words begin as long as these have room for them", () => {
    const labels = labelsOf("[The harbour board] [announced] that [it is shut for good]", [
      "Voice",
      "Cue",
      "Claim",
    ]);
    expect(labelShifts(labels)).toEqual([0, 0, 0]);
  });

  test("law: none reaches into another, none is cut, and each begins no further before its words than there is room", () => {
    const label = fc.record({
      space: fc.nat({ max: 12 }),
      length: fc.integer({ min: 1, max: 30 }),
      text: fc.string({ minLength: 1, maxLength: 24 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), (all) => {
        let at = 0;
        const labels = all.map(({ space, length, text }): Label => {
          const start = at + space;
          at = start + length;
          return { start, end: at, text };
        });
        const shifts = labelShifts(labels);
        const boxes = labels.map(({ start, text }, index) => {
          const left = start * 6 + (shifts[index] ?? Number.NaN);
          return { left, right: left + labelWidth(text) };
        });
        for (const [index, { left }] of boxes.entries()) {
          expect(shifts[index]).toBeGreaterThanOrEqual(-20);
          expect(left).toBeGreaterThanOrEqual(boxes[index - 1]?.right ?? Number.NEGATIVE_INFINITY);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

test("only spans that look different are drawn again", () => {
  const card = marksOf({ span: null, card: "k" });
  const voice = marksOf({ span: "s", card: "k" });
  expect(spansRedrawn(noFocusMarks, card).sort()).toEqual(["c", "o", "q", "s"]);
  expect(spansRedrawn(card, voice)).toEqual(["s"]);
  expect(spansRedrawn(card, marksOf({ span: null, card: "k" }))).toEqual([]);
});

test("a card or span that is gone leaves nothing that fails", () => {
  expect([...marksOf({ span: null, card: "gone" })]).toEqual([]);
  expect(hoverStyles("gone", annotations, newsAttribution)).toContain("currentColor");
});
