// What annotators are called: letters that everybody shares, and nothing of who they are while names are hidden.
import fc from "fast-check";
import { expect, test } from "vitest";
import { letterAt, type NamedAnnotator, peopleOf } from "../../../shared/review/people.ts";

const annotators: fc.Arbitrary<readonly NamedAnnotator[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ unit: fc.constantFrom(..."abcdefg234567"), minLength: 1, maxLength: 8 }),
    name: fc.string({ minLength: 3 }),
    role: fc.constantFrom("own" as const, "colleague" as const, "curation" as const),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test("everybody has a letter of their own, and the curation comes last", () => {
  fc.assert(
    fc.property(annotators, fc.option(fc.string()), (all, seed) => {
      const people = peopleOf(all, seed);
      expect(people.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
      expect(people.map(({ letter }) => letter)).toEqual(people.map((_, at) => letterAt(at)));
      const curations = people.map(({ role }) => role === "curation");
      expect(curations).toEqual([...curations].sort());
    }),
  );
});

test("shown, people keep their order and names; hidden, neither order nor names nor whose one’s own is are told", () => {
  fc.assert(
    fc.property(annotators, fc.string(), (all, seed) => {
      const persons = all.filter(({ role }) => role !== "curation");
      const shown = peopleOf(persons, null);
      expect(shown.map(({ id, name, role }) => ({ id, name, role }))).toEqual(persons);
      const hidden = peopleOf(persons, seed);
      expect(hidden.every(({ name, role }) => name === null && role === "hidden")).toBe(true);
      expect(peopleOf([...persons].reverse(), seed)).toEqual(hidden);
    }),
  );
});

test("letters go on behind Z", () => {
  expect([0, 25, 26, 27, 52, 702].map(letterAt)).toEqual(["A", "Z", "AA", "AB", "BA", "AAA"]);
});
