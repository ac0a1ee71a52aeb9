// What a model of the person's own answers: everything is accounted for, and what is taken stands on whole characters of the text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { acceptSuggestions } from "../../../shared/commands/index.ts";
import { emptySet } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { applyChange } from "../../../shared/model/change.ts";
import { graphemeEnd, graphemeStart } from "../../../shared/model/graphemes.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { agreed } from "../../../shared/suggestions/agreeing.ts";
import { measureAgainst } from "../../../shared/suggestions/measure-against.ts";
import { mostOfModel, readModelAnswer } from "../../../shared/suggestions/model-answer.ts";
import { noOwnWords } from "../../../shared/suggestions/own-words.ts";
import { suggestCards } from "../../../shared/suggestions/suggest-cards.ts";
import type { SuggestedCard } from "../../../shared/suggestions/suggested-card.ts";
import {
  annotatorId,
  articleId,
  contextFor,
  invariantsFor,
  markedArticle,
} from "../../helpers/marked-article.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

const text = "Mayor Hart grumbled that the 👩‍👩‍👧 bridge was old. “It will hold,” said Ana Cruz.";
const at = (words: string): [number, number] => {
  const start = text.indexOf(words);
  return [start, start + words.length];
};
const grumbled = {
  source: [at("Mayor Hart")],
  cue: [at("grumbled")],
  content: [at("that the 👩‍👩‍👧 bridge was old")],
};
const read = (...given: unknown[]) => readModelAnswer(text, given, "Tagger");

test("an attribution becomes a card under the model's name", () => {
  expect(
    read({
      ...grumbled,
      confidence: 0.8,
      rule: "crf",
      polarity: "denies",
      hedged: true,
      channel: "interview",
      via: [{ range: at("Ana Cruz"), role: "told-to" }],
    }),
  ).toEqual({
    cards: [
      {
        voice: [{ start: 0, end: 10 }],
        cue: [{ start: 11, end: 19 }],
        claim: [{ start: 20, end: 52 }],
        via: [{ start: 75, end: 83, role: "told-to", person: null }],
        kind: "indirect",
        fields: { polarity: "denies", channel: "interview", hedged: true },
        confidence: 0.8,
        rule: "crf",
        model: "Tagger",
        within: null,
        pattern: { rule: "own-model", cue: "grumbled", shape: "Tagger  crf" },
        person: null,
      },
    ],
    report: { given: 1, taken: 1, moved: 0, refused: [] },
  });
});

test("what is not said is half sure, and its kind is read off the quotation marks", () => {
  const { cards } = read({ content: [at("“It will hold,”")] });
  expect(cards).toMatchObject([{ voice: [], cue: [], kind: "direct", confidence: 0.5, rule: "" }]);
});

test("edges within a character or on white space are moved to whole words of it", () => {
  const [start, end] = at("👩‍👩‍👧");
  const cut = read({ content: [[start - 1, end - 1]] });
  expect(cut.cards[0]?.claim).toEqual([{ start, end }]);
  expect(cut.report).toEqual({ given: 1, taken: 1, moved: 1, refused: [] });
});

test.each<[string, unknown, string, string]>([
  ["no object", 7, "form", ""],
  ["nothing", null, "form", ""],
  ["a list", [], "form", ""],
  ["an object of nothing", {}, "no-claim", "content"],
  ["half an offset", { content: [[0, 1.5]] }, "form", "content.0.1"],
  ["an offset in words", { content: [["0", 1]] }, "form", "content.0.0"],
  ["a negative one", { content: [[-1, 3]] }, "form", "content.0.0"],
  ["a number too large", { content: [[0, Infinity]] }, "form", "content.0.1"],
  ["three of them", { content: [[0, 1, 2]] }, "form", "content.0"],
  ["one beyond the text", { ...grumbled, cue: [[0, text.length + 1]] }, "outside", "cue"],
  ["nothing between them", { content: [[5, 5]] }, "empty", "content"],
  ["the wrong way round", { content: [[9, 5]] }, "empty", "content"],
  ["only white space", { ...grumbled, source: [[5, 6]] }, "empty", "source"],
  ["no claim", { ...grumbled, content: [] }, "no-claim", "content"],
  ["surer than sure", { ...grumbled, confidence: 1.01 }, "form", "confidence"],
  ["another kind", { ...grumbled, type: "loud" }, "form", "type"],
  ["a rule like a book", { ...grumbled, rule: "x".repeat(101) }, "form", "rule"],
])("%s is refused with the field", (_what, given, why, field) => {
  const { cards, report } = read(grumbled, given);
  expect(cards).toHaveLength(1);
  expect(report).toEqual({ given: 2, taken: 1, moved: 0, refused: [{ why, count: 1, first: 1, field }] });
});

test("the same twice is taken once, and more than a list holds is counted", () => {
  expect(read(grumbled, { ...grumbled, confidence: 1 }).report.refused).toEqual([
    { why: "twice", count: 1, first: 1, field: "" },
  ]);
  const long = "said ".repeat(mostOfModel + 3);
  const many = Array.from({ length: mostOfModel + 3 }, (_, index) => ({
    content: [[index * 5, index * 5 + 4]],
  }));
  const { report } = readModelAnswer(long, many, "Tagger");
  expect(report).toMatchObject({ given: mostOfModel + 3, taken: mostOfModel });
  expect(report.refused).toEqual([{ why: "too-many", count: 3, first: mostOfModel, field: "" }]);
  const voice = readModelAnswer(long, [{ source: [[0, 1_001]], content: [[0, 4]] }], "Tagger").report;
  expect(voice.refused).toEqual([{ why: "too-long", count: 1, first: 0, field: "source" }]);
});

test("what lies within another does so only where its words do, whatever was refused before it", () => {
  const inner = { cue: [at("bridge")], content: [at("old")] };
  const { cards } = read(null, { ...inner, within: 2 }, grumbled, { content: [at("Ana")], within: 2 });
  expect(cards.map(({ within }) => within)).toEqual([null, 0, null]);
  const round = read({ ...grumbled, within: 0 }, { ...inner, within: 0 });
  expect(round.cards.map(({ within }) => within)).toEqual([null, 0]);
});

const offset = fc.oneof(fc.nat(60), fc.double(), fc.constantFrom("1", null, -3));
const anyRanges = fc.array(fc.oneof(fc.tuple(fc.nat(60), fc.nat(60)), fc.array(offset)), { maxLength: 3 });
const anyGiven = fc.oneof(
  { arbitrary: fc.json().map((json): unknown => JSON.parse(json)), weight: 1 },
  {
    arbitrary: fc.record(
      { source: anyRanges, cue: anyRanges, content: anyRanges, within: fc.nat(4), confidence: fc.double() },
      { requiredKeys: ["content"] },
    ),
    weight: 4,
  },
);

/** What is wrong with a set that takes all of it. */
function violationsOnceAccepted(article: string, cards: readonly SuggestedCard[]) {
  const structure = articleTextOf(article);
  const set = emptySet({ articleId, annotatorId, textHash: "" });
  const context = contextFor(structure, { set, entities: tableOf([]) });
  const outcome = acceptSuggestions.run(context, {
    cards: cards.map(({ via, ...card }) => ({
      ...card,
      via: via.map((one) => ({ ...one, entity: null })),
      entity: null,
      reason: "So.",
    })),
  });
  if (!("change" in outcome)) return cards.length === 0 ? [] : [outcome.refusal];
  const after = applyChange(context.annotations, outcome.change);
  // A claim alone is a card that somebody has yet to complete.
  return violations(after, invariantsFor(structure)).filter(({ severity }) => severity !== "incomplete");
}

test("whatever is given, all of it is accounted for, and what is taken can be accepted", () => {
  fc.assert(
    fc.property(nastyText, fc.array(anyGiven, { maxLength: 6 }), (article, given) => {
      const { cards, report } = readModelAnswer(article, given, "Tagger");
      expect(report.given).toBe(given.length);
      expect(report.taken + report.refused.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
      expect(cards).toHaveLength(report.taken);
      for (const { voice, cue, claim } of cards)
        for (const { start, end } of [...voice, ...cue, ...claim]) {
          expect([graphemeStart(article, start), graphemeEnd(article, end)]).toEqual([start, end]);
          expect(article.slice(start, end).trim()).not.toBe("");
        }
      const proposed = suggestCards(article, noOwnWords, [cards]);
      expect(proposed.cards.filter(({ model }) => model !== null)).toHaveLength(cards.length);
      expect(violationsOnceAccepted(article, proposed.cards)).toEqual([]);
    }),
  );
});

test("a card that a model and the rules propose is offered once, by the surer", () => {
  const ofModel = (confidence: number) =>
    read({ ...grumbled, confidence }, { content: [at("“It will hold,”")], confidence });
  const offered = (confidence: number) =>
    agreed(suggestCards(text, noOwnWords, [ofModel(confidence).cards]).cards).map(({ card, also }) => [
      card.model,
      text.slice(card.cue[0]?.start, card.cue[0]?.end),
      also,
    ]);
  const rules = suggestCards(text, noOwnWords).cards.map(({ cue }) =>
    cue.map(({ start, end }) => text.slice(start, end)),
  );
  expect(rules).toEqual([["grumbled"], ["said"]]);
  expect(offered(1)).toEqual([
    ["Tagger", "grumbled", [null]],
    ["Tagger", text, [null]],
  ]);
  expect(offered(0)).toEqual([
    [null, "grumbled", ["Tagger"]],
    [null, "said", ["Tagger"]],
  ]);
});

test("cards of the rules alone stay as they are, whoever lies over whom", () => {
  const { cards } = suggestCards(text, noOwnWords);
  expect(agreed([...cards, ...cards]).map(({ card }) => card)).toEqual([...cards, ...cards]);
});

test("each origin is measured by itself, and what both propose counts once in all", () => {
  const marked =
    "{v:speaker|Hart} {c:cue|said} {k:claim|that it would hold}. Critics say that it is cracked.";
  const { text: article, set } = markedArticle(marked, {
    cards: { a: { voice: ["v"], cue: "c", claim: "k" } },
  });
  const answer = readModelAnswer(
    article.text,
    [{ source: [[0, 4]], cue: [[5, 9]], content: [[10, 28]], confidence: 0.9 }],
    "Tagger",
  );
  const cards: readonly SuggestedCard[] = suggestCards(article.text, noOwnWords, [answer.cards]).cards;
  const figures = measureAgainst([{ id: "article", text: article, set, cards }], 0);
  expect(figures.suggested).toBe(2);
  expect(
    figures.origins.map(({ model, suggested, scores }) => [model, suggested, scores["triple exact"]?.f1]),
  ).toEqual([
    [null, 2, 66.7],
    ["Tagger", 1, 100],
  ]);
  expect(measureAgainst([{ id: "a", text: article, set, cards: cards.slice(0, 2) }], 0).origins).toEqual([]);
});
