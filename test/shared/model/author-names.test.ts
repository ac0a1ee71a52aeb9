import fc from "fast-check";
import { expect, test } from "vitest";
import { authorNames } from "../../../shared/model/author-names.ts";

test.each([
  ["By Ana Ruiz", ["Ana Ruiz"]],
  ["Ana Ruiz and Tom Ley", ["Ana Ruiz", "Tom Ley"]],
  ["By Ana Ruiz, Tom Ley and Eva Lund", ["Ana Ruiz", "Tom Ley", "Eva Lund"]],
  ["BY Ana Ruiz, Tom Ley, and Eva Lund", ["Ana Ruiz", "Tom Ley", "Eva Lund"]],
  ["Von Anna Berg und Karl von der Heide", ["Anna Berg", "Karl von der Heide"]],
  ["Par Zoé Petit et Luc Morel", ["Zoé Petit", "Luc Morel"]],
  ["Ana Ruiz; Tom Ley", ["Ana Ruiz", "Tom Ley"]],
  ["Ana Ruiz & Tom Ley", ["Ana Ruiz", "Tom Ley"]],
  ["By Ana Ruiz\nBy Tom Ley", ["Ana Ruiz", "Tom Ley"]],
  ["By Ana Ruiz and by Tom Ley", ["Ana Ruiz", "Tom Ley"]],
  ["By By Ana Ruiz; Da Silva Santos", ["Ana Ruiz", "Da Silva Santos"]],
  ["Ruiz, Ana and Ley, Tom", ["Ruiz, Ana", "Ley, Tom"]],
  ["By Ana Ruiz, political editor", ["Ana Ruiz, political editor"]],
  ["Ana Ruiz, Staff Writer, and Tom Ley", ["Ana Ruiz, Staff Writer", "Tom Ley"]],
  ["Tom Ley, Jr. and Eva Lund", ["Tom Ley, Jr.", "Eva Lund"]],
  ["José Ortega y Gasset", ["José Ortega y Gasset"]],
  ["Ministry of Trade and Industry", ["Ministry of Trade and Industry"]],
  ["Johnson and Johnson", ["Johnson and Johnson"]],
  ["By", ["By"]],
  ["", []],
])("%s", (written, names) => {
  expect(authorNames(written)).toEqual(names);
});

test("names that are told apart stay as they are, one by one", () => {
  const word = fc.constantFrom(
    "Ana",
    "Ruiz",
    "von",
    "de",
    "and",
    "und",
    ",",
    ";",
    "By",
    "Jr.",
    "editor",
    "&",
    "’",
    "Ö",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const names = authorNames(words.join(" "));
      if (names.length > 1) expect(names.flatMap((name) => authorNames(name))).toEqual(names);
    }),
    { examples: [[["Ana", "Ana", ";", "By", "Ana"]]] },
  );
});
