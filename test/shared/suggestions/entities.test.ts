import { expect, test } from "vitest";
import { entitiesOf } from "../../../shared/suggestions/entities.ts";
import { goldArticles } from "../../helpers/gold.ts";

/** The entities of the words between brackets. */
function entitiesIn(marked: string) {
  const text = marked.replace(/[[\]]/gu, "");
  let cut = 0;
  const voices = [...marked.matchAll(/\[([^\]]*)\]/gu)].map(({ index, 1: words = "" }) => {
    const start = index - cut;
    cut += 2;
    return { start, end: start + words.length };
  });
  return entitiesOf(text, voices).map(({ name, type, naming, mentions }) => [
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
  expect(entitiesOf("", [])).toEqual([]);
  expect(entitiesIn("[He] said no.")).toEqual([["he", "person", "described", ["He (first)"]]]);
});

test("most mentions of our own gold are gathered as the annotator gathered them", () => {
  const counts = { together: 0, right: 0, gold: 0, pronouns: 0, pronounsRight: 0 };
  for (const { text, mentions } of goldArticles()) {
    const groups = new Map(
      entitiesOf(text, mentions).flatMap((one, at) =>
        one.mentions.map(({ range }) => [range.start, at] as const),
      ),
    );
    mentions.forEach((one, at) => {
      for (const other of mentions.slice(0, at)) {
        const ours = groups.get(one.start) === groups.get(other.start);
        const same = one.entity === other.entity;
        counts.together += ours ? 1 : 0;
        counts.gold += same ? 1 : 0;
        counts.right += ours && same ? 1 : 0;
      }
      if (!/^(?:he|she|it|they)$/iu.test(text.slice(one.start, one.end))) return;
      const before = mentions
        .slice(0, at)
        .findLast((other) => groups.get(other.start) === groups.get(one.start));
      counts.pronouns += 1;
      counts.pronounsRight += before?.entity === one.entity ? 1 : 0;
    });
  }
  const figures = [
    counts.right / counts.together,
    counts.right / counts.gold,
    counts.pronounsRight / counts.pronouns,
  ];
  expect(figures.map((one) => Math.round(100 * one))).toMatchInlineSnapshot(`
    [
      82,
      59,
      67,
    ]
  `);
});
