import { describe, expect, it } from "vitest";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import { added, applyChange, invertChange, misfits } from "../../../shared/model/change.ts";
import { type Decision, isSettled } from "../../../shared/model/decision.ts";
import { violations, violationsOf } from "../../../shared/model/invariants.ts";
import { decision as schema } from "../../../shared/schema/model.ts";
import { markedArticle, provenance } from "../../helpers/marked-article.ts";

const article = markedArticle("{o:speaker|Orban} said it was over.");

const decision = (more: Partial<Decision> = {}): Decision => ({
  id: "d",
  about: "span",
  members: [
    { annotator: "ann", unit: "o" },
    { annotator: "bea", unit: null },
  ],
  place: { start: 0, end: 5 },
  aspects: ["missing"],
  how: "take",
  taken: "ann",
  made: ["o"],
  reason: "named",
  provenance,
  ...more,
});

const decided = (of: Decision): Annotations => applyChange(article.annotations, { decisions: added(of) });

describe("a decision", () => {
  it("is a record of its set: kept in files, left out where there is none, taken back like all else", () => {
    const after = decided(decision());
    const read = setFromJson(JSON.parse(JSON.stringify(setToJson(after.set))));
    expect(setToJson(read).decisions).toEqual([decision()]);
    expect(setToJson(article.set)).not.toHaveProperty("decisions");
    const back = invertChange({ decisions: added(decision()) });
    expect(misfits(after, back)).toEqual([]);
    expect(setToJson(applyChange(after, back).set)).toEqual(setToJson(article.set));
    expect(schema.parse(decision())).toEqual(decision());
  });

  it("speaks of a stretch of the text or of none, with a reason of bearable length", () => {
    const wrong = (more: Partial<Decision>): string[] => {
      const of = decision(more);
      const found = violationsOf(decided(of), { decisions: added(of) }, article.invariants);
      expect(violations(decided(of), article.invariants)).toEqual(expect.arrayContaining(found));
      return found.map(({ kind, code }) => `${kind} ${code}`);
    };
    expect(wrong({})).toEqual([]);
    expect(wrong({ place: null, made: [], how: "nothing" })).toEqual([]);
    expect(wrong({ place: { start: 3, end: 3 } })).toEqual(["decisions segment-outside-text"]);
    expect(wrong({ place: { start: 0, end: 500 } })).toEqual(["decisions segment-outside-text"]);
    expect(wrong({ reason: "x".repeat(100_001) })).toEqual(["decisions note-too-long"]);
    expect(wrong({ id: "o" })).toEqual(["decisions id-not-unique"]);
  });

  it("is settled unless somebody is unsure", () => {
    expect([isSettled(decision({ how: "nothing" })), isSettled(decision({ how: "unsure" }))]).toEqual([
      true,
      false,
    ]);
  });
});
