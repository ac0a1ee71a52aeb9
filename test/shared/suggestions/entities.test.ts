import fc from "fast-check";
import { expect, test } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { entitiesAmong, isSomebody, namedIn } from "../../../shared/suggestions/entities.ts";
import { noOwnWords } from "../../../shared/suggestions/own-words.ts";
import { suggestCards } from "../../../shared/suggestions/suggest-cards.ts";

/** The entities of the words between brackets. */
function entitiesIn(marked: string) {
  const text = marked.replace(/[[\]]/gu, "");
  let cut = 0;
  const voices = [...marked.matchAll(/\[([^\]]*)\]/gu)].map(({ index, 1: words = "" }) => {
    const start = index - cut;
    cut += 2;
    return { start, end: start + words.length };
  });
  return entitiesAmong(articleTextOf(text), voices).map(({ name, type, naming, mentions }) => [
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
  expect(entitiesAmong(articleTextOf(""), [])).toEqual([]);
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

test("who bears a name of their own is nobody who was named before", () => {
  const told = (channel: string) => {
    const text = `“Talks will go on,” Ines Prado told the Washington Post. “We will see,” Ana Hart told ${channel}.`;
    return suggestCards(text, noOwnWords).people.map(({ name }) => name);
  };
  const people = ["Ines Prado", "Washington Post", "Ana Hart"];
  expect(told("the newspaper")).toEqual(people);
  expect(told("the American newspaper")).toEqual(people);
  expect(told("the “Patriot” YouTube channel")).toEqual([...people, "“Patriot” YouTube channel"]);
  expect(told("the YouTube channel")).toEqual([...people, "YouTube channel"]);
  expect(told("the “Patriot” channel. “No,” Tom Reid told the “Harbour” channel")).toHaveLength(6);
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

test("no name is cut, and none is a person's that cannot be one", () => {
  expect(
    entitiesIn(
      "[Article 5 of the treaty] says so. When will [the West, who are behind this,] admit it? [The Speaker] said no.",
    ).map(([name, type]) => [name, type]),
  ).toEqual([
    ["Article 5", "document"],
    ["West", "organization"],
    ["Speaker", "person"],
  ]);
});

test("who wrote the article lends no name to a place in it", () => {
  expect(
    entitiesIn("By Ann Reid and Kate Moor Washington Post\n\nThe talks failed. [Washington] wanted more."),
  ).toEqual([["Washington", "organization", "named", ["Washington (first)"]]]);
});

test("a rank without the person who has it is nobody, and lends nobody its noun", () => {
  const people = entitiesAmong(
    articleTextOf("A senior administration told us no. The administration said yes."),
    [
      { start: 0, end: 23 },
      { start: 36, end: 54 },
    ],
  );
  expect(people.map((one) => [one.name, isSomebody(one)])).toEqual([
    ["senior administration", false],
    ["administration", true],
  ]);
});

test("a phrase that ends in a small word or a time of day is nobody, and one that ends in a noun is somebody", () => {
  const isOne = (name: string): boolean => isSomebody({ name, aliases: [] });
  const endings = ["it", "them", "of whom", "after", "with", "not", "late-night", "mid-afternoon"];
  expect(endings.filter((ending) => isOne(`the coverage ${ending}`))).toEqual([]);
  expect(["News after it", "late-night"].filter(isOne)).toEqual([]);
  const nouns = [
    "co-founder",
    "sources familiar with it",
    "a night nurse",
    "one of the candidates",
    "those close to him",
    "the day-shift workers",
    "Ada May",
  ];
  expect(nouns.filter(isOne)).toEqual(nouns);
});

test("who says “I” is the one who is quoted, though the quotation comes first", () => {
  const { cards, people } = suggestCards(
    "Ana Hart smiled. “I think that it will hold,” she told reporters.",
    noOwnWords,
  );
  expect(people.map(({ name }) => name)).toEqual(["Ana Hart"]);
  expect(cards.map(({ person }) => person)).toEqual([0, 0]);
});

test("a mention names whom it means in full, and without the office", () => {
  const text =
    "Russian Foreign Minister Sergei Lavrov left early. Lavrov said no. The official told press secretary Karoline Leavitt.";
  const name = (words: string) => {
    const start = text.lastIndexOf(words);
    return namedIn(articleTextOf(text), { start, end: start + words.length })?.name ?? null;
  };
  expect(["Lavrov", "press secretary Karoline Leavitt", "The official"].map(name)).toEqual([
    "Sergei Lavrov",
    "Karoline Leavitt",
    null,
  ]);
});

test("a last name alone is named in full, whatever stands with capitals before the name elsewhere", () => {
  const befores = [
    "",
    "Foreign Minister ",
    "The Foreign Minister ",
    "Russian Foreign Minister ",
    "The Russian Foreign Minister ",
    "Russian President ",
    "President ",
    "Democratic Senator ",
    "White House Press Secretary ",
    "Yesterday ",
  ];
  const leads = ["", "It is over. ", "“No.” ", "It is over, said "];
  const gaps = [" ", "\n", "\u{a0}"];
  const spaced = gaps.flatMap((gap) => befores.map((before) => before.replace(/ $/u, gap)));
  const texts = spaced.flatMap((before) =>
    leads.flatMap((lead) => [
      `${lead}${before}Sergei Lavrov came. Later Lavrov left.`,
      `${before}Sergei Lavrov Comes Late\n\n${lead}Lavrov comes late.`,
    ]),
  );
  const names = texts.map((text) => {
    const start = text.lastIndexOf("Lavrov");
    return [text, namedIn(articleTextOf(text), { start, end: start + "Lavrov".length })?.name];
  });
  expect(names).toEqual(texts.map((text) => [text, "Sergei Lavrov"]));
});

test("how many unnamed sources are, and why, is read off the text", () => {
  const text = "Three people told us so. They asked not to be named because the plans are private.";
  const [entity] = entitiesAmong(articleTextOf(text), [{ start: 0, end: 12 }]);
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
      const found = entitiesAmong(articleTextOf(text), voices).flatMap(({ mentions }) =>
        mentions.map(({ range }) => range),
      );
      expect([...found].sort((a, b) => a.start - b.start)).toEqual(voices);
    }),
  );
});
