// Whom claims are about, as several people say it: compared by who is the same, measured, and decided.
import { describe, expect, it } from "vitest";
import type { Id } from "../../../shared/model/id.ts";
import { records } from "../../../shared/model/table.ts";
import { answersTo, ratedQuestions } from "../../../shared/review/agreement/answers.ts";
import { type DecisionChoice, decideConflict } from "../../../shared/review/decide/index.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { entity, type MarkedArticle, markedArticle } from "../../helpers/marked-article.ts";
import { stateAfter } from "../../helpers/outcome.ts";
import { deciderOf, reviewOf } from "./decide/reviews.ts";

const entities = [
  entity("orban", "Orban"),
  entity("viktor", "Viktor", { mergedInto: "orban" }),
  entity("ross", "Ross"),
  entity("insider", "an insider", { naming: "anonymous" }),
  entity("source", "An insider", { naming: "anonymous" }),
];
const saying = (about: readonly Id[]): MarkedArticle =>
  markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.", {
    entities,
    cards: { k: { voice: ["o"], cue: "s", claim: "c", ...(about.length > 0 && { about }) } },
  });
function review(...all: readonly (readonly Id[])[]) {
  const articles = all.map(saying);
  const [first] = articles;
  if (!first) throw new RangeError("Nobody says anything.");
  return reviewOf(
    first.text,
    articles.map(({ annotations }) => annotations),
  );
}
const differencesIn = (...all: readonly (readonly Id[])[]) =>
  review(...all).review.comparison.groups.flatMap(({ differences }) =>
    differences.map(({ aspect, classes, said }) => ({ aspect, classes, said })),
  );

describe("comparing", () => {
  it.each([
    ["the same in another order", ["orban", "ross"], ["ross", "orban"]],
    ["one who was merged into the other", ["viktor"], ["orban"]],
    ["both who are one by now", ["viktor", "orban"], ["orban"]],
    ["somebody whom each entered without a name", ["insider"], ["source"]],
    ["nobody", [], []],
  ])("takes %s for the same", (_what, one, other) => {
    expect(differencesIn(one, other)).toEqual([]);
  });

  it("tells others, fewer and nobody apart, and what each said", () => {
    expect(differencesIn(["orban"], ["ross"])).toEqual([
      { aspect: "about", classes: [0, 1], said: ["orban", "ross"] },
    ]);
    expect(differencesIn(["orban", "ross"], ["ross"], [])).toEqual([
      { aspect: "about", classes: [0, 1, 2], said: ["orban ross", "ross", null] },
    ]);
  });
});

it("is asked by agreement as a set, through merges", () => {
  const { review: reviewed, text, start } = review(["viktor", "ross"], []);
  const question = ratedQuestions(newsAttribution).find(({ id }) => id === "about");
  if (!question) throw new RangeError("It is not asked.");
  const { groups } = reviewed.comparison;
  const sets = reviewed.sets.map(({ set }) => set);
  const answers = answersTo(
    question,
    { id: "article", title: "Article", text, metadata: [], sets, groups, isExact: true },
    { entities: start.entities, tagset: newsAttribution },
    "strict",
  );
  expect(answers.map(({ values }) => values)).toEqual([["orban|ross", "{}"]]);
});

describe("deciding", () => {
  const aboutOnce = (how: DecisionChoice) => {
    const under = review(["orban", "ross"], ["ross", "insider"]);
    const group = under.review.comparison.groups.findIndex(({ kind }) => kind === "card");
    const context = deciderOf(under.text)(under.start);
    const outcome = decideConflict.run(context, { review: under.review, group, choice: how });
    return [...records(stateAfter(context, outcome).set.attributions)].map(({ about }) => about);
  };

  it("takes it along from whoever is taken, has all of all, or what all have", () => {
    expect(aboutOnce({ how: "take", member: 0 })).toEqual([["orban", "ross"]]);
    expect(aboutOnce({ how: "take", member: 1 })).toEqual([["ross", "insider"]]);
    expect(aboutOnce({ how: "union" })).toEqual([["orban", "ross", "insider"]]);
    expect(aboutOnce({ how: "intersection" })).toEqual([["ross"]]);
  });

  it("leaves out whom the registry lacks", () => {
    const under = review(["gone", "ross"], []);
    const group = under.review.comparison.groups.findIndex(({ kind }) => kind === "card");
    const context = deciderOf(under.text)(under.start);
    const outcome = decideConflict.run(context, {
      review: under.review,
      group,
      choice: { how: "take", member: 0 },
    });
    const [card] = records(stateAfter(context, outcome).set.attributions);
    expect(card?.about).toEqual(["ross"]);
  });
});
