// Claims that hang on a noun, and people who were not to be reached: what is found of them, and what only looks like them.
import { expect, it } from "vitest";
import { suggestCards } from "../../../../shared/suggestions/suggest-cards.ts";

/** Each card: who, by which words, what, and whether it says it. */
function found(text: string): readonly string[] {
  const words = (ranges: readonly { readonly start: number; readonly end: number }[]): string =>
    ranges.map(({ start, end }) => text.slice(start, end)).join(" … ");
  return suggestCards(text, { cues: [], names: [] }, [], "de").cards.map(({ voice, cue, claim, fields }) =>
    [words(voice), words(cue), words(claim), fields.polarity, fields.channel].join(" | "),
  );
}

it.each([
  [
    "Die Behauptung der Stadt, dass die Brücke sicher sei, ist falsch.",
    "der Stadt | Behauptung | dass die Brücke sicher sei | asserts | unspecified",
  ],
  [
    "Er wies seine Warnung, dass die Brücke breche, zurück.",
    "seine | Warnung | dass die Brücke breche | asserts | unspecified",
  ],
  [
    "Die Forderung von Ines Vogt, dass die Stadt zahlt, lehnte der Rat ab.",
    "Ines Vogt | Forderung | dass die Stadt zahlt | asserts | unspecified",
  ],
  [
    "Die Firma Hartwig war für eine Stellungnahme am Montag nicht zu erreichen.",
    "Die Firma Hartwig | war … nicht zu erreichen | für eine Stellungnahme | withholds | no-comment",
  ],
  [
    "Für einen Kommentar war der Bürgermeister zunächst nicht erreichbar.",
    "der Bürgermeister | war … nicht erreichbar | Für einen Kommentar | withholds | no-comment",
  ],
])("%s", (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

it.each([
  "Die Seite war am Dienstag nicht erreichbar.",
  "Die Ziele sind für die Stadt nicht zu erreichen.",
  "Die Tatsache, dass die Brücke gesperrt ist, ärgert viele.",
])("nobody says anything: %s", (text) => {
  expect(found(text)).toEqual([]);
});

it("a clause that a verb takes is that verb's, and not its noun's", () => {
  expect(found("Die Ministerin äußerte ihre Befürchtung, dass die Brücke breche.")).toEqual([
    "Die Ministerin | äußerte | dass die Brücke breche | asserts | unspecified",
  ]);
});
