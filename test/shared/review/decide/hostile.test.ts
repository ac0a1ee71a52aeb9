// Colleagues' sets as a hand or another program may have left them: what cannot be taken is refused or left out, and the curated
// set breaks no law.
import { describe, expect, it } from "vitest";
import { type AnnotationSetJson, setFromJson, setToJson } from "../../../../shared/model/annotation-set.ts";
import { applyChange } from "../../../../shared/model/change.ts";
import { violations } from "../../../../shared/model/invariants.ts";
import { decideConflict } from "../../../../shared/review/decide/index.ts";
import { markedArticle } from "../../../helpers/marked-article.ts";
import { deciderOf, reviewOf } from "./reviews.ts";

const mine = markedArticle("{o:speaker|Orban} {s:cue|said} {c:claim|it was over 👍}.", {
  cards: { k: { voice: ["o"], cue: "s", claim: "c" } },
});

/** Everything of theirs is taken in turn; what of that was refused, and what the set is then. */
function taken(change: (set: AnnotationSetJson) => AnnotationSetJson) {
  const theirs = { ...mine.annotations, set: setFromJson(change(setToJson(mine.set))) };
  const { review, start, text } = reviewOf(mine.text, [mine.annotations, theirs]);
  const decider = deciderOf(text);
  const refused: string[] = [];
  let state = start;
  for (const group of review.comparison.groups.keys()) {
    const outcome = decideConflict.run(decider(state), { review, group, choice: { how: "take", member: 1 } });
    if ("refusal" in outcome) refused.push(outcome.refusal);
    else state = applyChange(state, outcome.change);
  }
  const errors = violations(state, { ...mine.invariants, annotatorIds: ["curation"] }).filter(
    ({ severity }) => severity === "error",
  );
  return { refused, errors, state };
}

const spans = (change: (span: AnnotationSetJson["spans"][number]) => object) => (set: AnnotationSetJson) => ({
  ...set,
  spans: set.spans.map((span) => ({ ...span, ...change(span) })),
});
const at = (start: number, end: number) => [{ start, end, quote: "x", prefix: "", suffix: "" }];

describe("hostile sets", () => {
  it.each([
    ["beyond the text", at(10, 9_999)],
    ["before the text", at(-5, 3)],
    ["the wrong way round", at(20, 12)],
    ["through a character", at(12, 24)],
  ])("a span %s is refused, and cards go without it", (_, segments) => {
    const { refused, errors, state } = taken(spans(({ id }) => (id === "c" ? { segments } : {})));
    expect(errors).toEqual([]);
    expect(new Set(refused)).toEqual(new Set(["edge-out-of-range"]));
    expect(setToJson(state.set).attributions[0]?.claim).toBeNull();
  });

  it("types, roles, fields, flags and entities that the project does not know are refused or left out", () => {
    const { refused, errors, state } = taken((set) => ({
      ...spans(({ id }) => (id === "s" ? { type: "__proto__" } : { entity: "nobody" }))(set),
      attributions: set.attributions.map((card) => ({
        ...card,
        via: [{ span: "o", role: "constructor" }],
        fields: { ...card.fields, polarity: "nonsense", toString: "x" } as typeof card.fields,
        flags: ["nonsense"],
      })),
    }));
    expect(errors).toEqual([]);
    expect(refused).toEqual(["unknown-type"]);
    expect(setToJson(state.set).attributions[0]).toMatchObject({ cue: null, via: [], flags: [] });
  });

  it("cards that refer to what is not there, or lie within themselves, end", () => {
    const { errors, refused } = taken((set) => ({
      ...set,
      attributions: set.attributions.flatMap((card) => [
        { ...card, voice: ["gone"], within: "m" },
        { ...card, id: "m", claim: "c", within: card.id },
      ]),
    }));
    expect([errors, refused]).toEqual([[], []]);
  });
});
