// Fields of a project's own: what each kind takes, and what is known of an entity that others were merged into.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entity } from "../../../shared/model/entity.ts";
import {
  answerIn,
  type EntityAnswer,
  isAnswerOf,
  knownIn,
  wordsOfAnswer,
} from "../../../shared/model/entity-field.ts";
import { ageField, bornField, entityFields, genderField, partyField } from "../../helpers/entity-fields.ts";
import { entity } from "../../helpers/marked-article.ts";

describe("a field takes", () => {
  it.each([
    [genderField, "woman", { value: "woman" }],
    [genderField, " another  GENDER ", { value: "other" }],
    [genderField, "nonsense", null],
    [genderField, "", null],
    [ageField, "-1.5", { value: -1.5 }],
    [ageField, "1e400", null],
    [ageField, "0x10", null],
    [ageField, "forty", null],
    [bornField, "1961-02-28", { value: "1961-02-28" }],
    [bornField, "1961", { value: "1961" }],
    [bornField, "1961-02-30", null],
    [bornField, "1961-02-28T10:00Z", null],
    [partyField, " Greens ", { value: "Greens" }],
    [partyField, " ", null],
    [ageField, "Declined to say", { declined: true }],
    [ageField, "Keine Angabe gewünscht", { declined: true }],
    [partyField, "keine  Angabe gewünscht ", { declined: true }],
  ] as const)("%o: the words %j as %o", (field, words, answer) => {
    expect(answerIn(field, words)).toEqual(answer);
  });

  it("the words that it gives for an answer as the same answer", () => {
    const answers: fc.Arbitrary<EntityAnswer> = fc.oneof(
      fc.constant<EntityAnswer>({ declined: true }),
      fc.constantFrom("woman", "man", "1961-02").map((value) => ({ value })),
      fc.string().map((words) => ({ value: words.trim() })),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ value: value + 0 })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...entityFields), answers, (field, answer) => {
        fc.pre(isAnswerOf(field, answer) && !("value" in answer && answer.value === "declined to say"));
        expect(answerIn(field, wordsOfAnswer(field, answer))).toEqual(answer);
      }),
    );
  });
});

const made = { annotator: "n", at: "2026-01-01T00:00:00Z", origin: { by: "human" } } as const;
const saying = (id: string, value?: string): Entity => ({
  ...entity(id, id),
  ...(value !== undefined && { fields: { gender: { value, provenance: made } } }),
});
const known = (own: string | undefined, ...merged: (string | undefined)[]) => {
  const group = { entity: saying("e", own), merged: merged.map((value, at) => saying(`m${at}`, value)) };
  const { known: answer, differing } = knownIn(group, genderField);
  const answerText = (one: typeof answer) => one && ("value" in one ? one.value : "declined");
  return [answerText(answer), differing.map(answerText)];
};

it("what is known of an entity is its own, else what those merged into it say as one; what differs is told", () => {
  expect(known("woman")).toEqual(["woman", []]);
  expect(known("woman", "man")).toEqual(["woman", ["man"]]);
  expect(known(undefined, "man", undefined, "man")).toEqual(["man", []]);
  expect(known(undefined, "man", "woman")).toEqual([undefined, ["man", "woman"]]);
  // A value that the tagset does not have any more counts as unknown.
  expect(known("gone")).toEqual([undefined, []]);
  expect(known("gone", "man")).toEqual(["man", []]);
});
