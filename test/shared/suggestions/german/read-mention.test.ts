// Nouns for people as German writes them today: for one or many, for men, women or both, with and without an article.
import { describe, expect, it } from "vitest";
import { articleTextOf } from "../../../../shared/model/article-text.ts";
import { readGermanMention } from "../../../../shared/suggestions/german/read-mention.ts";
import { suggestFor } from "../../../../shared/suggestions/suggest.ts";

/** As it is read in front of a reader: what it is, how it is spoken of, how it is called. */
function read(words: string): string {
  const { type, gender, naming, names } = readGermanMention(words);
  return [type, gender ?? "either", naming, ...names].join(" ");
}

const ofBoth = [
  "Sprecher",
  "Minister",
  "Präsident",
  "Expert",
  "Ärzt",
  "Rechtsanwält",
  "Bürger",
  "Kund",
  "Gemeinderät",
];

describe("a word for both genders", () => {
  it.each(ofBoth)("%s:in, *in, _in, In, /in and /-in is one person of either gender, and no name", (stem) => {
    for (const ending of [":in", "*in", "_in", "·in", "In", "/in", "/-in"]) {
      expect(read(`${stem}${ending}`)).toMatch(/^person either (?:described|named)$/u);
      for (const article of ["eine", "ein", "eine:n", "der", "die"])
        expect(read(`${article} ${stem}${ending}`)).toMatch(/^person either (?:described|named)$/u);
    }
    expect(read(`${stem}:in Vogt`)).toBe("person either named Vogt");
    expect(read(`die ${stem}*in Ines Vogt`)).toMatch(/^person (?:sie|either) named Ines Vogt$/u);
  });

  it.each(ofBoth)("%s:innen and its like are several people", (stem) => {
    for (const ending of [":innen", "*innen", "_innen", "·innen", "Innen", "/innen", "/-innen", "innen"])
      for (const article of ["", "die ", "zwei ", "viele "])
        expect(read(`${article}${stem}${ending}`)).toBe("group sie described");
  });

  it("is “Abgeordnete:r” and “Angeklagte*r” as well", () => {
    for (const words of ["Abgeordnete:r", "ein Abgeordnete*r", "Angeklagte_r", "die Beauftragte:n"])
      expect(read(words)).toBe("person either described");
  });
});

describe("a word for one gender", () => {
  it.each([
    ["Minister", "person er described"],
    ["der Minister", "person er described"],
    ["die Minister", "group sie described"],
    ["Ministerin", "person sie described"],
    ["die Ministerin", "person sie described"],
    ["die Ministerinnen", "group sie described"],
    ["Außenminister Vogt", "person er named Vogt"],
    ["Außenministerin Vogt", "person sie named Vogt"],
    ["Sprecher", "person er described"],
    ["die Sprecher", "group sie described"],
    ["die Mutter", "person sie described"],
    ["die Schwester", "person sie described"],
    ["eine Bürgerin", "person sie described"],
    ["Beamtinnen", "group sie described"],
    ["die Abgeordnete", "person sie described"],
    ["der Abgeordnete", "person er described"],
  ])("%s: %s", (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  it.each([
    ["Dienstleister", null],
    ["keine Partei", null],
    ["die Partei", "sie"],
    ["eine Behörde", "sie"],
    ["seine Partei", null],
    ["der Verband", "er"],
    ["das Ministerium", "es"],
  ])(
    "the gender of “%s” is that of its article, and none that its letters only look like: %s",
    (words, gender) => {
      expect(readGermanMention(words).gender).toBe(gender);
    },
  );

  it("is no plural of women where a noun only ends like one", () => {
    for (const words of ["Gewinnen", "Spinnen", "Finnen"])
      expect(readGermanMention(words).type).not.toBe("group");
  });
});

describe("a sentence with such a word", () => {
  it.each(["Sprecher:in", "Sprecher*in", "Sprecher_in", "SprecherIn", "Sprecher/in", "Sprecher/-in"])(
    "has all of “%s” as its voice",
    (noun) => {
      const text = `Ein:e ${noun} der Stadt sagte, die Brücke bleibe gesperrt und der Verkehr werde umgeleitet.`;
      const [found, ...more] = suggestFor(articleTextOf(text, "de"));
      expect(more).toEqual([]);
      expect(found?.voice && text.slice(found.voice.start, found.voice.end)).toBe(`Ein:e ${noun} der Stadt`);
    },
  );

  it.each(["Sprecher:innen", "Sprecher*innen", "SprecherInnen", "Sprecher/innen", "Sprecherinnen"])(
    "has all of “%s” as its voice",
    (noun) => {
      const text = `Die ${noun} der Partei sagten, dass die Wahl verschoben wird.`;
      const [found] = suggestFor(articleTextOf(text, "de"));
      expect(found?.voice && text.slice(found.voice.start, found.voice.end)).toBe(`Die ${noun} der Partei`);
    },
  );
});
