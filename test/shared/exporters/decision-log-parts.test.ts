// A row of the decision log hides nothing of what the decision settled: the parts of a card are in it, with what each annotator had.
import fc from "fast-check";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { loggedDecisions } from "../../../shared/exporters/decision-log.ts";
import { exporterById, exportOf } from "../../../shared/exporters/index.ts";
import { type Annotations, setToJson } from "../../../shared/model/annotation-set.ts";
import { records } from "../../../shared/model/table.ts";
import { aspectsOf } from "../../../shared/review/comparison.ts";
import { decideConflict } from "../../../shared/review/decide/index.ts";
import { isOpen, queueOf } from "../../../shared/review/questions.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { sampleBundle } from "../../helpers/bundles.ts";
import { markedArticle } from "../../helpers/marked-article.ts";
import { stateAfter } from "../../helpers/outcome.ts";
import { runs } from "../../helpers/tier.ts";
import {
  deciderOf,
  randomReview,
  reviewOf,
  sampleReview,
  type UnderReview,
} from "../review/decide/reviews.ts";

function decidedAs(under: UnderReview, member: number): Annotations {
  const { review } = under;
  const decider = deciderOf(under.text);
  let state = under.start;
  for (let round = 0; round < 3; round += 1) {
    const { conflicts, agreed } = queueOf(review, state.set);
    for (const { group } of [...conflicts, ...agreed].filter(isOpen)) {
      const context = decider(state);
      const outcome = decideConflict.run(context, { review, group, choice: { how: "take", member } });
      if (!("refusal" in outcome)) state = stateAfter(context, outcome);
    }
  }
  return state;
}

function bundleOf({ text, review }: UnderReview, state: Annotations) {
  const [article] = sampleBundle().articles;
  if (!article) throw new RangeError("The sample has an article.");
  const theirs = review.sets.map(({ set }, at) => ({
    ...setToJson(set),
    annotatorId: review.annotators[at] ?? "",
  }));
  return {
    ...sampleBundle(),
    tagset: newsAttribution,
    entities: [...records(state.entities)],
    annotators: [
      ...review.annotators.map((id, at) => ({ id, name: ["Olga", "Pia", "Quirin"][at] ?? id })),
      { id: "curation", name: "Curation", kind: "curation" as const },
    ],
    articles: [{ ...article, text: text.text, sets: [...theirs, setToJson(state.set)] }],
  };
}

it("names the edges of a speaker that were settled with its card, and a field, with what each had", () => {
  const card = { voice: ["o"], cue: "s", claim: "c" };
  const one = markedArticle("{o:speaker|Mayor Ann Lee} {s:cue|said} {c:claim|it was over}.", {
    cards: { k: card },
  });
  const other = markedArticle("Mayor {o:speaker|Ann Lee} {s:cue|said} {c:claim|it was over}.", {
    cards: { k: card },
  });
  const under = reviewOf(one.text, [one.annotations, other.annotations]);
  const bundle = bundleOf(under, decidedAs(under, 0));
  const exporter = exporterById("decision-log");
  if (!exporter) throw new RangeError("There is no such format.");
  const csv = new TextDecoder().decode(exportOf(exporter, bundle).files[0]?.bytes);
  const { data } = Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true });
  expect(data.map((row) => [row.about, row.differed_in, row.annotators_had])).toEqual([
    [
      "card",
      "speaker: edges",
      "Olga: it was over | speaker: edges = Mayor Ann Lee [0–13]\nPia: it was over | speaker: edges = Ann Lee [6–13]",
    ],
  ]);
  const [logged] = loggedDecisions(bundle)(bundle.articles[0] as never);
  expect(logged?.parts).toEqual([
    {
      type: "speaker",
      differed: ["edges"],
      had: [
        { annotator: "Olga", unit: "o", words: "Mayor Ann Lee", said: { edges: "Mayor Ann Lee [0–13]" } },
        { annotator: "Pia", unit: "o", words: "Ann Lee", said: { edges: "Ann Lee [6–13]" } },
      ],
    },
  ]);
});

it("has every difference of everything that is decided, with what each annotator said of it", () => {
  const check = (under: UnderReview, member: number): void => {
    const state = decidedAs(under, member);
    const bundle = bundleOf(under, state);
    const rows = loggedDecisions(bundle)(bundle.articles[0] as never);
    const keyOf = (units: readonly (string | null)[], aspects: readonly string[]): string =>
      JSON.stringify([units, [...aspects].filter((one) => one !== "note" && one !== "flags")]);
    const logged = new Map(
      rows.flatMap(({ had, differed, parts }) =>
        [{ had, differed }, ...parts].map((one) => [
          keyOf(
            one.had.map(({ unit }) => unit),
            one.differed,
          ),
          one,
        ]),
      ),
    );
    for (const group of under.review.comparison.groups) {
      if (group.differences.length === 0) continue;
      const found = logged.get(keyOf(group.members, aspectsOf(group)));
      expect(found).toBeDefined();
      for (const { unit, said } of found?.had ?? [])
        expect(Object.keys(said)).toEqual(
          unit === null ? [] : found?.differed.filter((aspect) => aspect !== "missing"),
        );
    }
  };
  check(sampleReview(["Ann", "Bea", "Cem"]), 0);
  check(sampleReview(["Ann", "Bea", "Cem"], 1), 2);
  fc.assert(fc.property(randomReview, fc.nat(1), check), { numRuns: runs(40) });
});
