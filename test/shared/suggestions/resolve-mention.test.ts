// Whom words mean that are marked by hand: one whom the registry, the article or its marks know, and nobody where it may be two.
import fc from "fast-check";
import { expect, test } from "vitest";
import { tagSelection } from "../../../shared/commands/index.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { records } from "../../../shared/model/table.ts";
import { noOwnWords } from "../../../shared/suggestions/own-words.ts";
import { resolveMention } from "../../../shared/suggestions/resolve-mention.ts";
import { suggestCards } from "../../../shared/suggestions/suggest-cards.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { stateAfter } from "../../helpers/outcome.ts";

const briefing =
  "White House press secretary Karoline Leavitt spoke on Tuesday. “The meeting will be held,” Leavitt said. Reporters asked Leavitt again.";

/** Whom the words mean, where they stand last: who is known, and who may be. */
function meant(
  text: string,
  words: string,
  registry: readonly Entity[],
  withPeople = true,
  points: Readonly<Record<string, string>> = {},
) {
  const { context } = markedArticle(text, { entities: registry, points });
  const plain = context.text.text;
  const start = plain.lastIndexOf(words);
  const { people } = withPeople ? suggestCards(plain, noOwnWords) : { people: [] };
  const found = resolveMention(context.text, people, context.annotations, {
    start,
    end: start + words.length,
  });
  return found && [found.known?.id ?? null, found.candidates.map(({ id }) => id).sort()];
}

const leavitt = entity("k", "Karoline Leavitt");
const other = entity("d", "David Leavitt");

test("a last name means whom the registry knows by the full one, with or without the article’s suggestions", () => {
  for (const withPeople of [true, false])
    expect([
      meant(briefing, "Leavitt", [leavitt], withPeople),
      meant("“No,” Leavitt said.", "Leavitt", [leavitt], withPeople),
    ]).toEqual([
      ["k", []],
      ["k", []],
    ]);
});

test("the full name that the article has tells which of two it is; without it neither is", () => {
  for (const withPeople of [true, false])
    expect([
      meant(briefing, "Leavitt", [leavitt, other], withPeople),
      meant("“No,” Leavitt said.", "Leavitt", [leavitt, other], withPeople),
    ]).toEqual([
      ["k", []],
      [null, ["d", "k"]],
    ]);
});

test("where the article names two of one last name, neither is meant alone", () => {
  const both = "Donald Hart and Anna Hart came. The crowd greeted Hart.";
  expect(meant(both, "Hart", [entity("d", "Donald Hart")], false)).toEqual([null, ["d"]]);
});

test("a card earlier in the article knows who has the name, whatever the registry calls them", () => {
  const text = "{a:speaker|Karoline Leavitt} spoke. “No,” Leavitt said.";
  const registry = [entity("p", "The press secretary")];
  expect(meant(text, "Leavitt", registry, false, { a: "p" })).toEqual(["p", []]);
});

test("nobody is meant by words that name nobody, and never a person by the name of a country or an outlet", () => {
  for (const words of ["officials", "He", "Jordan", "Politico"])
    expect([null, [null, []]]).toContainEqual(
      meant(`“No,” ${words} said.`, words, [entity("j", "Ada Jordan"), entity("p", "Ada Politico")], false),
    );
});

const firstNames = ["Anna", "David", "Karoline", "Paul"] as const;
const lastNames = ["Leavitt", "Reid", "Hart"] as const;

test("whoever is known has the last name, and alone has it where the article does not tell more", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.constantFrom(...firstNames), fc.constantFrom(...lastNames)), {
        selector: (name) => name.join(" "),
        maxLength: 6,
      }),
      fc.constantFrom(...lastNames),
      (names, lastName) => {
        const registry = names.map((name, at) => entity(`e${at}`, name.join(" ")));
        const having = registry.filter(({ name }) => name.endsWith(` ${lastName}`)).map(({ id }) => id);
        const expected = having.length === 1 ? [having[0], []] : [null, having];
        expect(meant(`“No,” ${lastName} said.`, lastName, registry, false)).toEqual(expected);
      },
    ),
  );
});

test("the mark and its link are one change, by which the entity learns the name; nobody where it is open", () => {
  const { context, range } = markedArticle("“No,” Leavitt said.", { entities: [leavitt, other] });
  const tag = (who?: string | null) => {
    const outcome = tagSelection.run(context, {
      range: range("Leavitt"),
      type: "speaker",
      snap: true,
      card: null,
      ...(who !== undefined && { who }),
    });
    const state = stateAfter(context, outcome);
    const learned = [...records(state.entities)].find(({ id }) => id === "k");
    return [[...records(state.set.spans)][0]?.entity, learned?.aliases];
  };
  expect([tag("k"), tag(null), tag()]).toEqual([
    ["k", ["Leavitt"]],
    [undefined, []],
    [undefined, []],
  ]);
});
