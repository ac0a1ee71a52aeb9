// "All is decided" is said when the curated set is finished as `validate` sees it, and never otherwise; what is left over leads there.
import fc from "fast-check";
import { expect, it } from "vitest";
import { bundleOf } from "../../../shared/annotated-json/bundle.ts";
import { readAnnotatedJson } from "../../../shared/annotated-json/read.ts";
import { annotatedJsonOf } from "../../../shared/exporters/annotated-json.ts";
import { type Annotations, setToJson } from "../../../shared/model/annotation-set.ts";
import { schemaVersion } from "../../../shared/model/project.ts";
import { records } from "../../../shared/model/table.ts";
import { decideExclusions, openExclusions } from "../../../shared/review/decide/exclusions.ts";
import { decideConflict } from "../../../shared/review/decide/index.ts";
import { decideRoles, openRoles } from "../../../shared/review/decide/roles.ts";
import { queueOf } from "../../../shared/review/questions.ts";
import { isAllDecided, unfinishedIn } from "../../../shared/review/unfinished.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { hashOf } from "../../helpers/bundles.ts";
import { markedArticle } from "../../helpers/marked-article.ts";
import { stateAfter } from "../../helpers/outcome.ts";
import { runs, tier } from "../../helpers/tier.ts";
import {
  choices,
  deciderOf,
  randomReview,
  reviewOf,
  sampleReview,
  type UnderReview,
} from "./decide/reviews.ts";

const lawsIn = ({ text, start }: UnderReview) => ({
  text: text.text,
  articleId: start.set.articleId,
  tagset: newsAttribution,
});

const leftIn = (under: UnderReview, curated: Annotations) =>
  unfinishedIn({
    review: under.review,
    queue: queueOf(under.review, curated.set),
    curated,
    laws: lawsIn(under),
  });

/** What `validate` says of a file with just the curated set. */
function validated({ text: { text } }: UnderReview, { set, entities }: Annotations) {
  const textHash = hashOf(text);
  const { articleId, annotatorId } = set;
  const bundle = bundleOf({
    project: {
      schemaVersion,
      id: "project",
      name: "Project",
      createdAt: "2026-01-01T00:00:00.000Z",
      tagset: newsAttribution,
      annotators: [{ id: annotatorId, name: "Curation", kind: "curation" }],
    },
    entities: [...records(entities)],
    articles: [
      {
        article: {
          id: articleId,
          title: "Title",
          addedAt: "2026-01-01T00:00:00.000Z",
          textHash,
          length: text.length,
          metadata: [],
          original: null,
        },
        text,
        sets: [{ ...setToJson(set), textHash }],
      },
    ],
    exportedAt: "2026-01-01T00:00:00.000Z",
    generator: "Sayso 0.0.0",
  });
  return readAnnotatedJson(JSON.parse(JSON.stringify(annotatedJsonOf(bundle))), hashOf);
}

it("is empty exactly when all is decided and the curated set validates with nothing unfinished", () => {
  const seen = { finished: 0, wanting: 0, open: 0 };
  const under = fc.oneof(
    randomReview,
    fc.constantFrom(sampleReview(["Ann", "Bea"]), sampleReview(["Ann", "Bea"], 1)),
  );
  fc.assert(
    fc.property(
      under,
      fc.array(fc.nat(11), { minLength: 1, maxLength: 6 }),
      fc.nat(3),
      (one, numbers, spared) => {
        // Texts with half a character are never imported, and no file of them is valid.
        fc.pre(one.review.comparison.groups.length > 0 && !/\p{Surrogate}/u.test(one.text.text));
        const decider = deciderOf(one.text);
        let state = one.start;
        const { conflicts, agreed } = queueOf(one.review, state.set);
        const all = [...conflicts, ...agreed];
        for (const [at, { group }] of all
          .slice(0, Math.max(1, all.length - Math.max(0, spared - 2)))
          .entries()) {
          const choice = choices[numbers[at % numbers.length] ?? 0] ?? { how: "take", member: 0 };
          const context = decider(state);
          const outcome = decideConflict.run(context, { review: one.review, group, choice });
          if (!("refusal" in outcome)) state = stateAfter(context, outcome);
        }
        if (spared % 2 === 0) {
          const context = decider(state);
          const verdicts = openExclusions(one.review, state.set).map((question) => ({
            question,
            taken: null,
          }));
          const outcome = decideExclusions.run(context, { review: one.review, verdicts });
          if (!("refusal" in outcome)) state = stateAfter(context, outcome);
          const ofRoles = decider(state);
          const roles = openRoles(one.review, state).map((question) => ({ question, taken: null }));
          const decided = decideRoles.run(ofRoles, { review: one.review, verdicts: roles });
          if (!("refusal" in decided)) state = stateAfter(ofRoles, decided);
        }
        const { conflicts: now, agreed: alike } = queueOf(one.review, state.set);
        const isDecided =
          [...now, ...alike].every((question) => question.state === "decided") &&
          openExclusions(one.review, state.set).length === 0 &&
          openRoles(one.review, state).length === 0;
        const read = validated(one, state);
        const isValid = read.ok && read.unfinished.length === 0;
        const left = leftIn(one, state);
        expect(left.length === 0).toBe(isDecided && isValid);
        expect(
          isAllDecided({
            review: one.review,
            queue: queueOf(one.review, state.set),
            curated: state,
            laws: lawsIn(one),
          }),
        ).toBe(left.length === 0);
        // Whatever is left over leads to where it can be seen to.
        const besideQuestions: readonly string[] = ["exclusions", "roles"];
        expect(
          left.filter(({ question, what }) => question === null && !besideQuestions.includes(what)),
        ).toEqual([]);
        seen[isDecided ? (isValid ? "finished" : "wanting") : "open"] += 1;
      },
    ),
    { numRuns: tier === "check" ? runs(20) : Math.max(20, runs(20)) },
  );
  // A few tries may miss one of the three.
  if (tier !== "check") expect(Object.values(seen).every((count) => count > 0)).toBe(true);
});

it("names the card that is left without a claim, and the places that nobody accepted", () => {
  const marked = (text: string, card: Parameters<typeof markedArticle>[1]) => markedArticle(text, card);
  const ours = marked("{o:speaker|Orban} {s:cue|said} {c:claim|it was over}. {x:speaker|Kyiv} left.", {
    cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
  });
  const theirs = marked("{p:speaker|Orban} {t:cue|said} it was over. {y:speaker|Kyiv} left.", {
    cards: { l: { voice: ["p"], cue: "t" } },
  });
  const under = reviewOf(ours.text, [ours.annotations, theirs.annotations]);
  const decider = deciderOf(under.text);
  const [conflict] = queueOf(under.review, under.start.set).conflicts;
  if (!conflict) throw new RangeError("They differ.");
  const context = decider(under.start);
  const state = stateAfter(
    context,
    decideConflict.run(context, {
      review: under.review,
      group: conflict.group,
      choice: { how: "take", member: 1 },
    }),
  );
  const left = leftIn(under, state);
  expect(left.map((one) => [one.what, one.question?.group, "count" in one ? one.count : null])).toEqual([
    ["agreed", left[0]?.question?.group, 1],
    ["violation", conflict.group, null],
  ]);
  expect(left.flatMap((one) => (one.what === "violation" ? one.violation.code : []))).toEqual([
    "claim-missing",
  ]);
});
