// Suggestions learn from a project's cards: what they gain on articles of a house style, that they lose nothing without one, and that the
// same cards teach the same.
import fc from "fast-check";
import { expect, test } from "vitest";
import { articleTextOf } from "../../../../shared/model/article-text.ts";
import { finish } from "../../../../shared/model/work.ts";
import { learnFrom } from "../../../../shared/suggestions/learning/learn.ts";
import { noLearned, patternText } from "../../../../shared/suggestions/learning/learned.ts";
import { learningFile } from "../../../../shared/suggestions/learning/learning-file.ts";
import { noOwnWords } from "../../../../shared/suggestions/own-words.ts";
import { suggestCards } from "../../../../shared/suggestions/suggest-cards.ts";
import { goldArticles, parseGold } from "../../../helpers/gold.ts";
import { exactF1, houseArticles, learnedFrom, learningArticle } from "../../../helpers/learning.ts";
import { sampleGold } from "../../../helpers/sample-gold.ts";
import { runs } from "../../../helpers/tier.ts";

const house = houseArticles();
const [first, second] = [house.slice(0, 20), house.slice(20)];
const ofFirst = learnedFrom(first);

test("the forty articles are marked soundly, and half of the style or more is in both halves", () => {
  expect(house).toHaveLength(40);
  for (const { id, text, cards } of house)
    for (const { voice, cue, claim } of cards) {
      expect([id, voice.length, cue === null, claim.length > 0]).toEqual([id, 1, false, true]);
      for (const { start, end } of claim)
        expect(text.slice(start, end)).not.toMatch(/[^.!?…”’"]\.$|^\s|\s$/u);
    }
  const style =
    /^(?:flag|growl|purr|sniff|wager|minute|hold|hazard|chime|rasp|trill)|^(?:per|thus|word from|in the book of|runs the line from|(?:is|are) on record)$/iu;
  const stemOf = (words: string): string =>
    words
      .toLowerCase()
      .replace(/(?:g?ed|e?s|e?d)$/u, "")
      .replace(/^are/u, "is");
  const inHalf = (articles: typeof house) =>
    new Set(
      articles.flatMap(({ text, cards }) =>
        cards.flatMap(({ cue }) => {
          const words = cue ? text.slice(cue.start, cue.end) : "";
          return style.test(words) ? [stemOf(words)] : [];
        }),
      ),
    );
  const halves = [inHalf(first), inHalf(second)] as const;
  const all = new Set([...halves[0], ...halves[1]]);
  const both = [...all].filter((one) => halves.every((half) => half.has(one)));
  expect(2 * both.length).toBeGreaterThanOrEqual(all.size);
});

test("after twenty articles of a house style, exact F1 on the next twenty is five points better or more", () => {
  const { learned, gate } = ofFirst;
  expect(gate).toMatchObject({ articles: 20, passed: true, worse: 0 });
  expect(exactF1(second, learned) - exactF1(second, noLearned)).toBeGreaterThanOrEqual(5);
  expect(learned.verbs.map(({ lemma }) => lemma)).toEqual(expect.arrayContaining(["flag", "growl", "purr"]));
  expect(learned.patterns.map((pattern) => patternText(pattern, "voice", "claim"))).toEqual(
    expect.arrayContaining(["per [voice], [claim]", "[claim], runs the line from [voice]"]),
  );
});

test("the same articles teach the same, and what they teach is kept whole by its file", () => {
  const outcome = ofFirst;
  expect(learnedFrom(first)).toEqual(outcome);
  const at = "2026-01-01T00:00:00.000Z";
  const file = {
    format: "sayso-learned-suggestions",
    on: true,
    used: { at, ...outcome },
    before: [null],
    last: { at, gate: outcome.gate },
  };
  expect(learningFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
});

const plain = [...goldArticles(), ...sampleGold()];

test("without a style of its own a project is never worse, however it is divided", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(plain, { minLength: plain.length }), (shuffled) => {
      const [learnt, next] = [shuffled.slice(0, 14), shuffled.slice(14)];
      const { learned, gate } = learnedFrom(learnt);
      const used = gate.passed ? learned : noLearned;
      expect(exactF1(next, used)).toBeGreaterThanOrEqual(exactF1(next, noLearned));
    }),
    { numRuns: runs(3) },
  );
});

test("cards that follow nothing teach nothing: with the claims of one article on the words of another the gate stays closed", () => {
  const articles = first.map((article) => learningArticle(article));
  const shifted = articles.map((one, at) => ({
    ...one,
    cards:
      articles[(at + 1) % articles.length]?.cards.filter(
        ({ claim }) => (claim.at(-1)?.end ?? 0) < one.text.length,
      ) ?? [],
  }));
  expect(finish(learnFrom(shifted)).gate.passed).toBe(false);
});

test("five articles are too few", () => {
  expect(learnedFrom(first.slice(0, 5))).toMatchObject({
    learned: noLearned,
    gate: { articles: 5, passed: false },
  });
});

const german = (at: number, verb: string): string =>
  [
    `{v1|Die Bürgermeisterin Ada Hart} {c1|${verb}}, {k1|dass die Brücke im Mai Nummer ${at} öffnet}.`,
    `{k2|„Es hat neun Jahre gedauert“}, {c2|${verb}} {v2|der Hafenmeister}.`,
    `{v3|Die Reederei} {c3|teilte} {c3|mit}, {k3|dass die Fähre wieder fährt}.`,
  ].join(" ");

test("a German verb is learned as well, and what was learned proposes cards", () => {
  const articles = Array.from({ length: 8 }, (_, at) => parseGold(`a${at}`, german(at, "brummelte")));
  const { learned, gate } = learnedFrom(articles, "de");
  expect(gate.passed).toBe(true);
  expect(learned.verbs).toMatchObject([{ lemma: "brummelte", like: "sagen" }]);
  const { text } = parseGold("b", german(9, "brummelte"));
  const cues = (own: typeof noOwnWords) =>
    suggestCards(text, own, [], "de").cards.map(({ cue }) =>
      cue.map(({ start, end }) => text.slice(start, end)).join(" "),
    );
  // Behind its quotation any verb is a cue; with "dass" only one that is known.
  expect(cues(noOwnWords)).toEqual(["brummelte", "teilte mit"]);
  expect(cues({ ...noOwnWords, learned })).toEqual(["brummelte", "brummelte", "teilte mit"]);
});

test("a name that the rules cut is read whole once it was marked so", () => {
  const written = (at: number): string =>
    `{v1|The Friends of the Old, Cold Harbour} {c1|said} {k1|that pier ${at} would stay}. {v2|Tom Pell} {c2|said} {k2|that the boats were late}.`;
  const articles = Array.from({ length: 8 }, (_, at) => parseGold(`a${at}`, written(at)));
  const { learned } = learnedFrom(articles);
  const { text } = parseGold("b", written(9));
  const [card] = suggestCards(text, { ...noOwnWords, learned }).cards;
  expect(card?.voice.map(({ start, end }) => text.slice(start, end))).toEqual([
    "The Friends of the Old, Cold Harbour",
  ]);
});

test("what is rejected again and again becomes less sure, and what is taken again and again surer", () => {
  const written = (at: number): string =>
    `Rain fell on pier ${at} again. The mayor wants a wider quay. {v1|The harbour master} {c1|said} {k1|that the boats were late}. Nobody came.`;
  const articles = Array.from({ length: 20 }, (_, at) => learningArticle(parseGold(`a${at}`, written(at))));
  const { learned } = finish(learnFrom(articles));
  const { text } = parseGold("b", written(21));
  const sureOf = (own: typeof noOwnWords, cue: string): number =>
    suggestCards(text, own).cards.find((card) =>
      card.cue.some(({ start, end }) => text.slice(start, end) === cue),
    )?.confidence ?? 0;
  const after = { ...noOwnWords, learned };
  expect(sureOf(after, "wants")).toBeLessThan(sureOf(noOwnWords, "wants"));
  expect(sureOf(after, "said")).toBeGreaterThan(sureOf(noOwnWords, "said"));
});

test("what was learned makes no card whose parts lie outside of the text or across each other", () => {
  const { learned } = ofFirst;
  const pieces = fc.constantFrom(
    ...[
      "Per",
      "Thus",
      "Word from",
      "the mayor",
      ",",
      ":",
      "“",
      "”",
      ".",
      " ",
      "\n\n",
      "runs the line from",
      "flagged",
      "is on record",
      "that it rains",
      "In the book of",
      "\u0301",
      "😀",
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (words) => {
      const text = words.join(" ");
      const { cards } = suggestCards(text, { ...noOwnWords, learned }, [], "en");
      for (const { voice, cue, claim, within } of cards) {
        for (const { start, end } of [...voice, ...cue, ...claim]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(articleTextOf(text).text.length);
          expect(start).toBeLessThan(end);
        }
        expect(within === null || (within >= 0 && within < cards.length)).toBe(true);
      }
    }),
    { numRuns: runs(200) },
  );
});
