// Reviews to decide on: the sample article as several people would mark it, and random work of two of them.
import type fc from "fast-check";
import type { CommandContext } from "../../../../shared/commands/command.ts";
import { type Annotations, emptySet, setFromJson } from "../../../../shared/model/annotation-set.ts";
import { type ArticleText, articleTextOf } from "../../../../shared/model/article-text.ts";
import { applyChange } from "../../../../shared/model/change.ts";
import { deepFreeze } from "../../../../shared/model/freeze.ts";
import { records, tableOf, withRecords } from "../../../../shared/model/table.ts";
import { finish } from "../../../../shared/model/work.ts";
import { compareSets } from "../../../../shared/review/compare.ts";
import { type DecisionChoice, decideConflict } from "../../../../shared/review/decide/index.ts";
import type { Review } from "../../../../shared/review/decide/review.ts";
import { decidedAlone, type Question, questionsOf } from "../../../../shared/review/questions.ts";
import { newsAttribution } from "../../../../shared/tagsets/news-attribution.ts";
import { contextFor } from "../../../helpers/marked-article.ts";
import { severalAnnotators } from "../../../helpers/several-annotators.ts";
import { clock, idSource } from "../../../helpers/sources.ts";
import { type TwoSides, twoSides } from "../two-sides.ts";

export interface UnderReview {
  readonly text: ArticleText;
  readonly review: Review;
  /** An empty curated set with the registry of all. */
  readonly start: Annotations;
}

/** In one project: the registry is that of all, and of what several have the last one's. */
export function reviewOf(text: ArticleText, all: readonly Annotations[]): UnderReview {
  const annotators = all.map((_, at) => `ann${"abcdefghi"[at]}`);
  const [first] = all;
  const entities = all.reduce(
    (table, one) => withRecords(table, [...records(one.entities)]),
    tableOf() as Annotations["entities"],
  );
  const sets = all.map(({ set }) => ({ set, entities }));
  const comparison = finish(compareSets(sets, { article: text, tagset: newsAttribution, policies: [] }));
  const { articleId = "article", textHash = "" } = first?.set ?? {};
  const set = emptySet({ articleId, annotatorId: "curation", textHash });
  return { text, review: { annotators, sets, comparison }, start: deepFreeze({ set, entities }) };
}

export const sampleReview = (names: readonly string[], at = 0): UnderReview => {
  const { articles, entities } = severalAnnotators(names);
  const one = articles[at];
  if (!one) throw new RangeError("The sample has no such article.");
  const all = one.sets.map((set) => ({ set: setFromJson(set), entities: tableOf(entities) }));
  return reviewOf(articleTextOf(one.article.text), all);
};

export const reviewOfSides = ({ text, ours, theirs }: TwoSides): UnderReview =>
  reviewOf(text, [ours, theirs]);
export const randomReview: fc.Arbitrary<UnderReview> = twoSides.map(reviewOfSides);

/** A context in the curated set, with ids and times that go on. */
export function deciderOf(text: ArticleText): (annotations: Annotations) => CommandContext {
  const sources = { newId: idSource("c"), now: clock() };
  return (annotations) => ({ ...contextFor(text, annotations), ...sources, annotator: "decider" });
}

export const questionsIn = ({ review }: UnderReview, state: Annotations): readonly Question[] =>
  questionsOf(review, state.set);

/** Every way to decide. */
export const choices: readonly DecisionChoice[] = [
  { how: "take", member: 0 },
  { how: "take", member: 1 },
  { how: "union" },
  { how: "intersection" },
  { how: "nothing" },
  { how: "unsure" },
  { how: "edit" },
];

/** Those that leave nothing open. */
export const settling: readonly DecisionChoice[] = choices.slice(0, 5);

type Decider = ReturnType<typeof deciderOf>;

/** Decides on a question as the page does. Where that is refused, nothing belongs there. */
export function decided(
  { review }: UnderReview,
  decider: Decider,
  state: Annotations,
  question: Question,
  choice: DecisionChoice,
) {
  const reopened = choice.how === "nothing" ? decidedAlone(question) : [];
  const outcome = decideConflict.run(decider(state), { review, group: question.group, choice, reopened });
  return "refusal" in outcome
    ? decideConflict.run(decider(state), { review, group: question.group, choice: { how: "nothing" } })
    : outcome;
}

export const after = (state: Annotations, outcome: ReturnType<typeof decided>): Annotations => {
  if ("refusal" in outcome) throw new RangeError(outcome.refusal);
  return deepFreeze(applyChange(state, deepFreeze(outcome.change)));
};

/** Decides all that is open, by turns of these choices, until nothing is. */
export function allDecided(under: UnderReview, choices: readonly number[], start = under.start): Annotations {
  const decider = deciderOf(under.text);
  let state = start;
  for (let turn = 0; ; turn += 1) {
    const open = questionsIn(under, state).find((one) => one.state !== "decided");
    if (!open) return state;
    if (turn > under.review.comparison.groups.length * 2) throw new RangeError("It never ends.");
    const choice = settling[(choices[turn % choices.length] ?? 0) % settling.length];
    if (choice) state = after(state, decided(under, decider, state, open, choice));
  }
}
