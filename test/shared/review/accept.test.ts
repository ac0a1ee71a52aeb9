// Cards that differ in nothing but notes or flags are unanimous, and nobody's notes are lost without a word.
import { expect, it } from "vitest";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Attribution } from "../../../shared/model/attribution.ts";
import { longestNote } from "../../../shared/model/card-laws.ts";
import { records } from "../../../shared/model/table.ts";
import { acceptable } from "../../../shared/review/accept.ts";
import { type DecisionChoice, decideConflict } from "../../../shared/review/decide/index.ts";
import { queueOf } from "../../../shared/review/questions.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { markedArticle } from "../../helpers/marked-article.ts";
import { stateAfter } from "../../helpers/outcome.ts";
import { deciderOf, reviewOf } from "./decide/reviews.ts";

const markup = "{o:speaker|Orban} {s:cue|said} {c:claim|it was over}.";

function noted(more: Pick<Attribution, "note" | "flags">): Annotations {
  const { annotations } = markedArticle(markup, { cards: { k: { voice: ["o"], cue: "s", claim: "c" } } });
  const { attributions, ...set } = setToJson(annotations.set);
  return {
    ...annotations,
    set: setFromJson({ ...set, attributions: attributions.map((card) => ({ ...card, ...more })) }),
  };
}

const reviewWith = (...notes: readonly Pick<Attribution, "note" | "flags">[]) =>
  reviewOf(markedArticle(markup).text, notes.map(noted));

const under = reviewWith(
  { note: "Ask him.", flags: ["discuss"] },
  { note: "", flags: [] },
  { note: "Which war?", flags: ["discuss", "unclear"] },
);

const acceptedAs = (notesFrom: number | null, of = under) => {
  const { accepted, notesDiffer, notesOpen } = acceptable(of.review, queueOf(of.review, of.start.set), {
    threshold: of.review.annotators.length,
    audited: 0,
    seed: "",
    notesFrom,
  });
  return {
    members: accepted.map(({ member }) => member),
    differ: notesDiffer.length,
    open: notesOpen.length,
  };
};

const cardAfter = (choice: DecisionChoice, of = under): Pick<Attribution, "note" | "flags"> | string => {
  const flags = [...newsAttribution.flags, { id: "unclear", name: "Unclear" }];
  const context = { ...deciderOf(of.text)(of.start), tagset: { ...newsAttribution, flags } };
  const [question] = queueOf(of.review, of.start.set).agreed;
  if (!question) throw new RangeError("They agree.");
  const outcome = decideConflict.run(context, { review: of.review, group: question.group, choice });
  if ("refusal" in outcome) return outcome.refusal;
  const [card] = records(stateAfter(context, outcome).set.attributions);
  if (!card) throw new RangeError("There is no card.");
  return { note: card.note, flags: card.flags };
};

it("they stay open until somebody says whose count", () => {
  const { conflicts, agreed } = queueOf(under.review, under.start.set);
  expect([conflicts.length, agreed.length]).toEqual([0, 1]);
  expect(acceptedAs(null)).toEqual({ members: [], differ: 1, open: 1 });
  expect(acceptedAs(2)).toEqual({ members: [2], differ: 1, open: 0 });
  const alike = reviewWith(
    { note: "a", flags: ["discuss", "unclear"] },
    { note: "a", flags: ["unclear", "discuss"] },
  );
  expect(acceptedAs(null, alike)).toEqual({ members: [0], differ: 0, open: 0 });
});

it("a card that is taken brings its own, all of them together everybody's, and what they share what is the same", () => {
  expect(cardAfter({ how: "take", member: 2 })).toEqual({
    note: "Which war?",
    flags: ["discuss", "unclear"],
  });
  expect(cardAfter({ how: "take", member: 1 })).toEqual({ note: "", flags: [] });
  expect(cardAfter({ how: "union" })).toEqual({
    note: "Ask him.\n\nWhich war?",
    flags: ["discuss", "unclear"],
  });
  expect(cardAfter({ how: "intersection" })).toEqual({ note: "", flags: [] });
  const [half, other] = ["a", "b"].map((letter) => letter.repeat(longestNote / 2));
  const long = reviewWith({ note: half ?? "", flags: [] }, { note: other ?? "", flags: [] });
  expect(cardAfter({ how: "union" }, long)).toBe("note-too-long");
});

it("the decision says that they differed", () => {
  const context = deciderOf(under.text)(under.start);
  const { review } = under;
  const [question] = queueOf(review, under.start.set).agreed;
  const group = question?.group ?? -1;
  const outcome = decideConflict.run(context, { review, group, choice: { how: "take", member: 0 } });
  const [decision] = records(stateAfter(context, outcome).set.decisions);
  expect(decision?.aspects).toEqual(["note", "flags"]);
});
