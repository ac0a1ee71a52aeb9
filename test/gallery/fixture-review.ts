// The sets of the gallery's colleagues, and how they differ.
import type { ComparedSets, Input, OpenArticle, ReviewSets } from "../../shared/api/contract.ts";
import type { MeasuredAgreement } from "../../shared/api/methods/agreement.ts";
import { setFromJson } from "../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../shared/model/article-text.ts";
import type { Id } from "../../shared/model/id.ts";
import { tableOf } from "../../shared/model/table.ts";
import { finish } from "../../shared/model/work.ts";
import { agreementReport, defaultChoice } from "../../shared/review/agreement/report.ts";
import { compareSets } from "../../shared/review/compare.ts";
import { edgePolicies } from "../../shared/review/edge-policies.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { departedFrom } from "../helpers/departed-set.ts";
import { idSource } from "../helpers/sources.ts";
import { openArticles, openProject } from "./fixture-project.ts";

type ReviewSet = ReviewSets["sets"][number];

const { annotator: own } = openProject(false);
const colleagues = ["Mika Berg", "Noor Aziz"].map((name, at) => ({
  id: idSource(at === 0 ? "mika" : "noor")(),
  name,
}));
const newId = idSource("theirs");

/** The annotator's own set of each article, and those of two colleagues. */
const reviewed = new Map(
  openArticles.map(({ article, text, set, entities }): [Id, ReviewSets] => {
    const mine: ReviewSet[] = own
      ? [{ annotator: { ...own, role: "own" }, set, revision: 1, takenFrom: null }]
      : [];
    const theirs = colleagues.map(
      ({ id, name }, at): ReviewSet => ({
        annotator: { id, name, role: "colleague" },
        set: departedFrom({ set, text }, { annotator: id, newId, entities, person: at + 1 }),
        revision: 1,
        takenFrom: null,
      }),
    );
    return [
      article.id,
      { article, text, entities, sets: [...mine, ...theirs], besideSpans: [], alike: [], damaged: [] },
    ];
  }),
);

export const reviewSetsOf = (article: Id): ReviewSets | undefined => reviewed.get(article);

export function comparedSetsOf(article: Id, annotators: readonly Id[]): ComparedSets {
  const here = reviewed.get(article);
  const entities = tableOf(here?.entities ?? []);
  const sets = annotators.flatMap((id) => here?.sets.find((one) => one.annotator.id === id) ?? []);
  const work = compareSets(
    sets.map(({ set }) => ({ set: setFromJson(set), entities })),
    { article: articleTextOf(here?.text ?? ""), tagset: newsAttribution, policies: edgePolicies },
  );
  return { comparison: finish(work), revisions: sets.map(({ revision }) => revision) };
}

/** The agreement of those asked for, or of everybody, on all articles; with few draws, so that the picture is there soon. */
export function measuredAgreement({
  annotators,
}: Pick<Input<"agreement.run">, "annotators">): MeasuredAgreement {
  const all = [...reviewed.values()];
  const everybody = all[0]?.sets.map(({ annotator }) => annotator) ?? [];
  const chosen = annotators ?? everybody.map(({ id }) => id);
  const report = finish(
    agreementReport({
      annotators: chosen.flatMap((id) => everybody.find((one) => one.id === id) ?? []),
      articles: all.map(({ article: { id, title, metadata }, text, sets }) => ({
        id,
        title,
        text,
        language: "en",
        metadata,
        sets: chosen.flatMap((who) => sets.find(({ annotator }) => annotator.id === who)?.set ?? []),
      })),
      entities: all[0]?.entities ?? [],
      tagset: newsAttribution,
      choice: { ...defaultChoice, intervals: { seed: 1, draws: 50 } },
    }),
  );
  const articles = all.map(({ article }) => article.id);
  return {
    people: everybody.map((annotator) => ({ annotator, articles })),
    report,
    leftOut: [],
    alike: [],
    damaged: [],
  };
}

/** The curated set before anything is decided. */
export const curatedOf = (open: OpenArticle): OpenArticle => ({
  ...open,
  set: {
    articleId: open.article.id,
    annotatorId: "curation",
    textHash: open.article.textHash,
    spans: [],
    attributions: [],
    exclusions: [],
  },
  revision: 0,
  place: null,
});
