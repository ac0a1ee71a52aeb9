// Who the mentions of an article are: a link on some words tells who they mean, and never who a full name elsewhere is.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createEntity, linkEntity } from "../../../shared/commands/index.ts";
import { type Annotations, setFromJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import type { Span } from "../../../shared/model/span.ts";
import { get, records, tableOf } from "../../../shared/model/table.ts";
import type { SuggestedEntity } from "../../../shared/suggestions/entities.ts";
import { gatherArticle } from "../../../shared/suggestions/gather-article.ts";
import { noOwnWords } from "../../../shared/suggestions/own-words.ts";
import { projectPeople } from "../../../shared/suggestions/project-people.ts";
import { readMention } from "../../../shared/suggestions/read-mention.ts";
import { isMarkOf, resolveEntities } from "../../../shared/suggestions/resolve-entities.ts";
import { suggestCards } from "../../../shared/suggestions/suggest-cards.ts";
import { goldArticles } from "../../helpers/gold.ts";
import {
  annotatorId,
  articleId,
  contextFor,
  entity,
  provenance,
  textHash,
} from "../../helpers/marked-article.ts";
import { stateAfter } from "../../helpers/outcome.ts";

/** An article whose mentions all are marked; the id of a mark says where it begins. */
function articleOf(text: string) {
  const { people } = suggestCards(text, noOwnWords);
  const spans = people
    .flatMap(({ mentions }) => mentions)
    .map(
      ({ range }): Span => ({
        id: `at${range.start}`,
        type: "speaker",
        segments: [selectorOf(text, range)],
        provenance,
      }),
    );
  const set = setFromJson({ articleId, annotatorId, textHash, spans, attributions: [], exclusions: [] });
  return { text, people, set };
}
type Marked = ReturnType<typeof articleOf>;

const link = ({ text }: Marked, annotations: Annotations, start: number, id: string): Annotations => {
  const context = contextFor(articleTextOf(text), annotations);
  const span = get(annotations.set.spans, `at${start}`);
  if (span?.entity === id) return annotations;
  return stateAfter(context, linkEntity.run(context, { span: `at${start}`, entity: id }));
};

/** Links a mention to whom the suggestions say it means, as accepting does. */
function accept(article: Marked, annotations: Annotations, person: number, start: number): Annotations {
  const who = resolveEntities(article.people, annotations, article.text)(person, start);
  if (!who) throw new Error("Everybody of the article is resolved.");
  if (who.known) return link(article, annotations, start, who.known.id);
  const made = [...records(annotations.entities)].length;
  const context = {
    ...contextFor(articleTextOf(article.text), annotations),
    newId: () => `made${made}`,
  };
  const { name, type, naming } = who.suggested;
  return stateAfter(context, createEntity.run(context, { span: `at${start}`, name, type, naming }));
}

interface Read {
  readonly words: string;
  readonly person: SuggestedEntity;
  readonly who: string;
}
/** Who each mention is, by where it begins. */
function read({ text, people }: Marked, annotations: Annotations): ReadonlyMap<number, Read> {
  const who = resolveEntities(people, annotations, text);
  return new Map(
    people.flatMap((person, at) =>
      person.mentions.map(({ range }) => [
        range.start,
        {
          words: text.slice(range.start, range.end),
          person,
          who: who(at, range.start)?.known?.id ?? `new ${person.name}`,
        },
      ]),
    ),
  );
}

const bridge =
  "Mayor Tom Reid promised that the ferry would run. Governor Paul Hart said on Monday that the bridge would hold. " +
  "He called it safe. He said that it would stay open. “Nobody will wait,” Hart said.";
const start = (words: string, from = 0): number => bridge.indexOf(words, from);

function corrected() {
  const article = articleOf(bridge);
  const first: Annotations = { set: article.set, entities: tableOf([entity("hart", "Paul Hart")]) };
  const pronouns = [start("He called"), start("He said")];
  return { article, first, pronouns };
}

test("correcting a pronoun takes it out of its group, and the pronouns that go on from it", () => {
  const { article, first, pronouns } = corrected();
  const before = read(article, first);
  expect(pronouns.map((at) => before.get(at)?.who)).toEqual(["hart", "hart"]);
  const reid = accept(article, first, 0, start("Mayor Tom Reid"));
  const [called = 0, said = 0] = pronouns;
  const after = read(article, link(article, reid, called, "made1"));
  expect([called, said].map((at) => after.get(at)?.who)).toEqual(["made1", "made1"]);
  expect([start("Governor"), start("Hart said", start("wait"))].map((at) => after.get(at)?.who)).toEqual([
    "hart",
    "hart",
  ]);
});

test("who has a name that nobody has yet stays a new one when one of their pronouns is somebody else's", () => {
  const article = articleOf(bridge);
  const other: Annotations = { set: article.set, entities: tableOf([entity("eve", "Eve Lund")]) };
  const after = link(article, other, start("He called"), "eve");
  const who = read(article, after);
  expect(who.get(start("Governor"))?.who).toBe("new Paul Hart");
  expect(who.get(start("He said"))?.who).toBe("eve");
  const { people } = projectPeople(
    [
      {
        article: articleId,
        people: gatherArticle(bridge, noOwnWords).people,
        marks: {
          linked: [{ range: { start: start("He called"), end: start("He called") + 2 }, entity: "eve" }],
          unlinked: [...records(article.set.spans)],
        },
      },
    ],
    other.entities,
    new Set(),
  );
  const hart = people.find(({ name }) => name === "Paul Hart");
  expect(hart).toMatchObject({ known: null });
  expect(hart?.marks.map(({ span }) => span.id)).not.toContain(`at${start("He said")}`);
  expect(hart?.places.map(({ segment }) => segment.quote)).toEqual(["Governor Paul Hart", "Hart"]);
});

test("a last name that is corrected is learnt by the other, who does not become the full name for that", () => {
  const article = articleOf(bridge);
  const both: Annotations = { set: article.set, entities: tableOf([entity("eve", "Eve Lund")]) };
  const after = link(article, both, start("Hart said", start("wait")), "eve");
  expect(get(after.entities, "eve")?.aliases).toEqual(["Hart"]);
  expect(read(article, after).get(start("Governor"))?.who).toBe("new Paul Hart");
});

test("a link on the full name, and an entity of the registry with another form of it, tell who all are", () => {
  const article = articleOf(bridge);
  const short: Annotations = { set: article.set, entities: tableOf([entity("hart", "Hart")]) };
  expect(read(article, short).get(start("Governor"))?.who).toBe("hart");
  const nick: Annotations = { set: article.set, entities: tableOf([entity("gov", "The Governor")]) };
  const after = link(article, nick, start("Governor"), "gov");
  expect(read(article, after).get(start("Hart said", start("wait")))?.who).toBe("gov");
});

test("a mark within a mention is of somebody else where words stand between that lead to them", () => {
  const orban = "Orban, who has met Putin";
  const place = { start: 10, end: 10 + orban.length };
  const mark = (words: string, inside: string) => {
    const at = 10 + words.indexOf(inside);
    return isMarkOf(words, place, { start: at, end: at + inside.length });
  };
  expect(mark(orban, "Putin")).toBe(false);
  expect(mark(orban, "Orban")).toBe(true);
  expect(mark("its prime minister, Viktor Orban", "Viktor Orban")).toBe(true);
  expect(mark("White House press secretary Karoline Leavitt", "Karoline Leavitt")).toBe(true);
  expect(mark("a senior adviser to President Halim", "President Halim")).toBe(false);
});

const real = new URL("../../../../shared/articles/peace-talks.txt", import.meta.url);
if (!existsSync(real)) process.stdout.write("skipped: the real article is not here\n");
test.runIf(existsSync(real))(
  "in the article of the main job, the last pronoun may be Trump, and Putin stays",
  () => {
    const article = articleOf(readFileSync(real, "utf8"));
    const he = article.text.indexOf("he said Zelensky also");
    const trump: Annotations = { set: article.set, entities: tableOf([entity("trump", "Donald Trump")]) };
    const before = read(article, trump);
    const after = read(article, link(article, trump, he, "trump"));
    expect(before.get(he)?.who).toBe("new Vladimir Putin");
    expect(after.get(he)?.who).toBe("trump");
    expect([...after].filter(([at, { who }]) => who !== before.get(at)?.who).map(([at]) => at)).toEqual([he]);
  },
);

const articles = goldArticles().map(({ text }) => articleOf(text));
const strangers: readonly Entity[] = [
  entity("x", "Una Quell"),
  entity("y", "the officials", { naming: "described" }),
];

test("correcting a pronoun, a description or a last name changes nobody with another name, and of the rest pronouns that lead to it alone", () => {
  const changed = { corrections: 0, pronouns: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...articles),
      fc.array(fc.nat(), { maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (article, accepted, weak, target) => {
        const all = article.people.flatMap(({ mentions }, person) =>
          mentions.map(({ range }) => ({ person, start: range.start })),
        );
        let state: Annotations = { set: article.set, entities: tableOf(strangers) };
        for (const at of accepted) {
          const one = all[at % all.length];
          if (one) state = accept(article, state, one.person, one.start);
        }
        const before = read(article, state);
        const places = [...before].filter(([, { words, person }]) => {
          const { names } = readMention(words);
          return person.naming === "named" && names.length < person.name.split(" ").length;
        });
        const [place] = places[weak % Math.max(1, places.length)] ?? [];
        if (place === undefined) return;
        const registry = [...records(state.entities)];
        const other = registry[target % registry.length];
        if (!other || before.get(place)?.who === other.id) return;
        const [corrected] = [before.get(place)];
        const after = read(article, link(article, state, place, other.id));
        changed.corrections += 1;
        const named = corrected?.person.name.split(" ") ?? [];
        const isTheirs = other.name.split(" ").some((word) => named.includes(word));
        for (const [at, { words, who, person }] of before) {
          const now = after.get(at)?.who;
          if (at === place || now === who) continue;
          // Another form of the same name was confirmed, not corrected.
          if (person === corrected?.person && isTheirs) continue;
          const { reason, antecedent } = person.mentions.find(({ range }) => range.start === at) ?? {};
          // Whoever speaks may say “I” before their name stands: “I asked,” Kwan said.
          const isOwnWords = reason === "own-words" && (antecedent?.start ?? -1) >= place;
          expect([words, now, at > place || isOwnWords]).toEqual([words, other.id, true]);
          expect(reason).toMatch(/^(?:pronoun|own-words|relative)$/u);
          expect(after.get(antecedent?.start ?? -1)?.who).toBe(other.id);
          changed.pronouns += 1;
        }
      },
    ),
  );
  expect(Math.min(changed.corrections, changed.pronouns)).toBeGreaterThan(0);
});
