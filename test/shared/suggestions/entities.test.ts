import fc from "fast-check";
import { expect, test } from "vitest";
import { entitiesAmong } from "../../../shared/suggestions/entities.ts";

/** The entities of the words between brackets. */
function entitiesIn(marked: string) {
  const text = marked.replace(/[[\]]/gu, "");
  let cut = 0;
  const voices = [...marked.matchAll(/\[([^\]]*)\]/gu)].map(({ index, 1: words = "" }) => {
    const start = index - cut;
    cut += 2;
    return { start, end: start + words.length };
  });
  return entitiesAmong(text, voices).map(({ name, type, naming, mentions }) => [
    name,
    type,
    naming,
    mentions.map(({ range, reason }) => `${text.slice(range.start, range.end)} (${reason})`),
  ]);
}

test("full name, last name and pronoun are one person", () => {
  expect(
    entitiesIn("[Mayor Ada Hart] said no. [Hart] added why. [She] left. [The report] says so. [It] is long."),
  ).toEqual([
    ["Ada Hart", "person", "named", ["Mayor Ada Hart (first)", "Hart (same-name)", "She (pronoun)"]],
    ["report", "document", "described", ["The report (first)", "It (pronoun)"]],
  ]);
});

test("two of one last name are two, and an unnamed source is one", () => {
  expect(
    entitiesIn(
      "[Luis Moreno] said no, [Ana Moreno] said yes, [two people familiar with the matter] said maybe.",
    ),
  ).toEqual([
    ["Luis Moreno", "person", "named", ["Luis Moreno (first)"]],
    ["Ana Moreno", "person", "named", ["Ana Moreno (first)"]],
    [
      "two people familiar with the matter",
      "group",
      "anonymous",
      ["two people familiar with the matter (first)"],
    ],
  ]);
});

test("nothing comes of nothing", () => {
  expect(entitiesAmong("", [])).toEqual([]);
  expect(entitiesIn("[He] said no.")).toEqual([["he", "person", "described", ["He (first)"]]]);
});

test("a role, an office and a general noun point back to whom they are said of", () => {
  expect(
    entitiesIn("[Mayor Ada Hart] said no. [Norrchip] said yes. [The mayor] left. [The company] stayed."),
  ).toEqual([
    ["Ada Hart", "person", "named", ["Mayor Ada Hart (first)", "The mayor (role)"]],
    ["Norrchip", "organization", "named", ["Norrchip (first)", "The company (only-one)"]],
  ]);
});

test("another spelling and the first letters are the same name", () => {
  expect(
    entitiesIn(
      "[Oleksii Harmash] said no. [Oleksiy Harmash] said yes. [The American Civil Liberties Union] sued. [The ACLU] won.",
    ),
  ).toEqual([
    ["Oleksii Harmash", "person", "named", ["Oleksii Harmash (first)", "Oleksiy Harmash (spelling)"]],
    [
      "American Civil Liberties Union",
      "organization",
      "named",
      ["The American Civil Liberties Union (first)", "The ACLU (acronym)"],
    ],
  ]);
});

test("a pronoun means somebody whom it fits, even one who is only spoken of", () => {
  expect(entitiesIn("Anna Berg met Tom Reid at noon. [She] said no. [Reid] said yes. [He] left.")).toEqual([
    ["Anna Berg", "person", "named", ["She (pronoun)"]],
    ["Tom Reid", "person", "named", ["Reid (same-name)", "He (pronoun)"]],
  ]);
});

test("who has no name has no capital at a sentence's beginning, and parties and peoples keep theirs", () => {
  const names = (marked: string) => entitiesIn(marked).map(([name]) => name);
  expect(names("[Critics] said no. [Two aides] said yes. [Police] left.")).toEqual([
    "critics",
    "two aides",
    "police",
  ]);
  expect(names("Better health is the aim. [Health officials] said no.")).toEqual(["health officials"]);
  expect(names("[Republicans] said no. [Germans] said yes. [The Democrats] left.")).toEqual([
    "Republicans",
    "Germans",
    "Democrats",
  ]);
  expect(names("[US officials] told us no. [Republican leaders] said yes.")).toEqual([
    "US officials",
    "Republican leaders",
  ]);
});

test("how many unnamed sources are, and why, is read off the text", () => {
  const text = "Three people told us so. They asked not to be named because the plans are private.";
  const [entity] = entitiesAmong(text, [{ start: 0, end: 12 }]);
  expect(entity?.number).toBe(3);
  expect(entity?.anonymity?.reason).toBe("because the plans are private");
});

test("every mention is in one entity, in order, whatever the words", () => {
  const word = fc.constantFrom(
    ..."Ada Hart the mayor He she it they Mr Dr of to a source who , ( “ I we company ACLU’s".split(" "),
  );
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), (phrases) => {
      const text = phrases.map((phrase) => phrase.join(" ")).join(" said. ");
      let at = 0;
      const voices = phrases.map((phrase) => {
        const start = at;
        at += phrase.join(" ").length + 7;
        return { start, end: start + phrase.join(" ").length };
      });
      const found = entitiesAmong(text, voices).flatMap(({ mentions }) => mentions.map(({ range }) => range));
      expect([...found].sort((a, b) => a.start - b.start)).toEqual(voices);
    }),
  );
});
