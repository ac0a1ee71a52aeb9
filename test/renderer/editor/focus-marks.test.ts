import { expect, test } from "vitest";
import {
  focusAttributes,
  focusMarks,
  isWiderThan,
  noFocusMarks,
  spansRedrawn,
  stepsBack,
} from "../../../renderer/editor/focus-marks.ts";
import { hoverStyles } from "../../../renderer/editor/hover-styles.ts";
import type { Layer } from "../../../renderer/editor/stretches.ts";
import type { Focus } from "../../../shared/commands/command.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { markedArticle } from "../../helpers/marked-article.ts";

const words = createWords(localeFor("en", []));
const { annotations } = markedArticle(
  "{s:speaker|{o:source|Fox} host} {q:cue|said} {c:claim|it rains} and left",
  {
    cards: { k: { voice: ["s"], cue: "q", claim: "c", via: [{ span: "o", role: "told-to" }] } },
  },
);
const marksOf = (focus: Focus) => focusMarks(focus, annotations, newsAttribution, words);
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
  expect(focusAttributes({ layers: [layer("s", 0, { first: true })] }, marks)).toEqual({
    classes: [],
    label: null,
  });
});

test("a span in focus gets the ring, closed where its segment begins and ends, and nothing steps back for it", () => {
  const marks = marksOf({ span: "c", card: null });
  const classes = (edges: Partial<Layer>) =>
    focusAttributes({ layers: [layer("c", null, edges)] }, marks).classes;
  expect(classes({ first: true })).toEqual(["ring", "ring-begins"]);
  expect(classes({})).toEqual(["ring"]);
  expect(classes({ last: true })).toEqual(["ring", "ring-ends"]);
  expect(stepsBack(marks)).toBe(false);
});

test("a card in focus names its parts where they begin, two that begin together in one label, the voice first", () => {
  const marks = marksOf({ span: null, card: "k" });
  const label = (...layers: readonly Layer[]) => focusAttributes({ layers }, marks).label;
  expect(stepsBack(marks)).toBe(true);
  expect(label(layer("q", 0, { first: true }))).toBe("Cue");
  expect(label(layer("c", null, { first: true }))).toBe("Claim");
  expect(label(layer("o", 1, { first: true }), layer("s", 0, { first: true }))).toBe("Voice, told to");
  expect(label(layer("s", 0))).toBeNull();
});

test("what the card in focus ties is kept at full strength in the place where it is drawn, and so is the span in focus", () => {
  const marks = marksOf({ span: "x", card: "k" });
  expect(
    focusAttributes({ layers: [layer("q", 3), layer("c", null), layer("z", 1)] }, marks).classes,
  ).toEqual(["full-l3", "full-g"]);
  expect(focusAttributes({ layers: [layer("x", 0)] }, marks).classes).toEqual(["full-l0", "ring"]);
});

test("over words that are shorter than it a label gives way, that of the voice to the other side", () => {
  const marks = marksOf({ span: null, card: "k" });
  const classes = (id: string) => focusAttributes({ layers: [layer(id, 0, { first: true })] }, marks).classes;
  expect([classes("s").includes("label-voice"), classes("q").includes("label-voice")]).toEqual([true, false]);
  expect([isWiderThan("Voice", "he".length), isWiderThan("Cue", "said".length)]).toEqual([true, false]);
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
