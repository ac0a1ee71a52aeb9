// The confidence in who is meant is what our own gold comes to, and keeps its promise on articles held out.
import { join } from "node:path";
import { expect, test } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { gatherEntities } from "../../../shared/suggestions/entities.ts";
import { countedGrounds, sureOfMention } from "../../../shared/suggestions/person-confidence.ts";
import {
  countGrounds,
  hasRival,
  heldOutConfidences,
  judgedMentions,
  personError,
} from "../../bench/suggestions/measure-persons.ts";
import { goldArticles } from "../../helpers/gold.ts";
import { sampleGold } from "../../helpers/sample-gold.ts";

const judged = [
  ...judgedMentions([...goldArticles(), ...sampleGold()], "en"),
  ...judgedMentions(goldArticles(join(import.meta.dirname, "../../fixtures/gold-de")), "de"),
];

test("what is counted is what the gold comes to now", () => {
  expect(countGrounds(judged)).toEqual(countedGrounds);
});

test("held out, the expected calibration error over ten bins is under 0.05", () => {
  expect(personError(judged)).toBeLessThan(0.05);
});

test("where somebody else stands before whom the words fit, no more is promised than comes true, but for one in twenty", () => {
  const ofTwo = heldOutConfidences(judged, hasRival);
  const right = ofTwo.filter((one) => one.right).length;
  const promised = ofTwo.reduce((sum, { confidence }) => sum + confidence, 0);
  expect(ofTwo.length).toBeGreaterThan(0);
  expect((promised - right) / ofTwo.length).toBeLessThan(0.05);
});

test("a pronoun is less sure than the same words again, less still of two, and nothing is certain", () => {
  const rival = { start: 0, end: 4 };
  expect(sureOfMention({ reason: "pronoun" })).toBeLessThan(sureOfMention({ reason: "same-words" }));
  expect(sureOfMention({ reason: "pronoun", rival })).toBeLessThan(sureOfMention({ reason: "pronoun" }));
  for (const { mention } of judged) {
    expect(sureOfMention(mention)).toBeGreaterThan(0);
    expect(sureOfMention(mention)).toBeLessThan(1);
  }
});

test("“he” after two men has the other one as a rival, after a man and a woman nobody, in both languages", () => {
  const rivalsIn = (text: string, language: "en" | "de") =>
    gatherEntities(articleTextOf(text, language), voicesIn(text))
      .flatMap(({ mentions }) => mentions)
      .filter(({ reason }) => reason === "pronoun")
      .map(({ rival }) => rival && text.slice(rival.start, rival.end));
  expect(rivalsIn("Tom Reid met Paul Hart. He said no.", "en")).toEqual(["Tom Reid"]);
  expect(rivalsIn("Tom Reid met Anna Hart. He said no.", "en")).toEqual([undefined]);
  expect(rivalsIn("Tom Reid traf Paul Hart. Er sagte nein.", "de")).toEqual(["Tom Reid"]);
  expect(rivalsIn("Tom Reid traf Anna Hart. Er sagte nein.", "de")).toEqual([undefined]);
});

/** All names and pronouns of a text as voices. */
const voicesIn = (text: string) =>
  [...text.matchAll(/\p{Lu}\p{L}+ (?:Reid|Hart)|\b(?:He|Er)\b/gu)].map(({ index, 0: words }) => ({
    range: { start: index, end: index + words.length },
    via: null,
    enclosing: null,
  }));
