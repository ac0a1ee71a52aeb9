// A pattern finds its cue where it stands, whatever letters stand before it and however it is written.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formOfCard,
  type PatternForm,
  readerOf,
} from "../../../../shared/suggestions/learning/own-patterns.ts";
import { runs } from "../../../helpers/tier.ts";

const line: PatternForm = {
  order: ["claim", "cue", "voice"],
  cue: "runs the line from",
  between: [", ", " "],
};

test("whatever the case of the letters, and however much white space is between the words", () => {
  const written = fc.constantFrom(line.cue, "Runs The Line From", "RUNS  the line\nfrom");
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("İ", "ẞ", "a", " "), maxLength: 12 }),
      written,
      (before, cue) => {
        const claim = `Boats${before} were late`;
        const text = `${claim}, ${cue} Ada Hart.`;
        const read = readerOf(line)({ text }, [], { start: 0, end: text.length });
        expect(
          read && [read.claim, read.cue, read.voice].map(({ start, end }) => text.slice(start, end)),
        ).toEqual([claim, cue, "Ada Hart"]);
      },
    ),
    { numRuns: runs(100) },
  );
});

test("a cue with a letter whose lower case is longer is read as it was marked", () => {
  const text = "İddia of Ada Hart: the boats were late.";
  const rangeOf = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  const card = {
    voice: [rangeOf("Ada Hart")],
    cue: [rangeOf("İddia of")],
    claim: [rangeOf("the boats were late")],
  };
  const sentence = { start: 0, end: text.length };
  const form = formOfCard(text, [sentence], card);
  expect(form && readerOf(form)({ text }, [], sentence)).toEqual({
    voice: card.voice[0],
    cue: card.cue[0],
    claim: card.claim[0],
  });
});
