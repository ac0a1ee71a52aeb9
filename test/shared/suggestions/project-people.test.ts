// Who speaks in the articles of a project: put together by name, held against the registry, the marks and what was rejected; and who may
// be the same under another name.
import { expect, test } from "vitest";
import { acceptPeople } from "../../../shared/commands/entities.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { patternKey } from "../../../shared/model/rejection.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import type { Span } from "../../../shared/model/span.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { gatherArticle } from "../../../shared/suggestions/gather-article.ts";
import { noOwnWords } from "../../../shared/suggestions/own-words.ts";
import {
  likenessIndex,
  type OwnMarks,
  type PeopleOfArticle,
  personPattern,
  projectPeople,
} from "../../../shared/suggestions/project-people.ts";

const noMarks: OwnMarks = { linked: [], unlinked: [] };
const texts = {
  a:
    "Ana Hart, the mayor of Vale, said the bridge would hold. She added that it was old. " +
    "“Nobody asked,” Hart told the Ellery Courier. Two officials, who spoke on condition of anonymity because they feared for their jobs, " +
    "said the steel was weak.",
  b: "Mayor Ana Hart said that the tolls would rise. Critics said they should not. Oleksiy Danylenko said nothing had changed.",
  c: "Hart said it was time. Oleksii Danylenko said that he agreed. Nobody said a word.",
};
const articles = (marks: Readonly<Record<string, OwnMarks>> = {}): readonly PeopleOfArticle[] =>
  Object.entries(texts).map(([article, text]) => ({
    article,
    people: gatherArticle(text, noOwnWords).people,
    marks: marks[article] ?? noMarks,
  }));
const entity = (name: string, more: Partial<Entity> = {}): Entity => ({
  id: name.toLowerCase().replace(/\W/gu, ""),
  name,
  type: "person",
  naming: "named",
  aliases: [],
  ...more,
});
const spanIn = (article: keyof typeof texts, words: string, linked?: string): Span => {
  const start = texts[article].indexOf(words);
  return {
    id: `${article}${start}`,
    type: "speaker",
    segments: [selectorOf(texts[article], { start, end: start + words.length })],
    provenance: { annotator: "ana", at: "2026-01-01T00:00:00.000Z", origin: { by: "human" } },
    ...(linked !== undefined && { entity: linked }),
  };
};
const none = new Set<string>();
const found = (
  entities: readonly Entity[] = [],
  marks: Readonly<Record<string, OwnMarks>> = {},
  rejected: ReadonlySet<string> = none,
) => projectPeople(articles(marks), tableOf(entities), rejected);
const named = (name: string, from = found()) => from.people.find((one) => one.name === name);

test("a role is as the article writes it", () => {
  const text =
    "Mayor Ana Hart said that the tolls would rise. “Nobody asked,” said Ana Hart. Oleksiy Danylenko, the envoy, said nothing had changed.";
  const { people } = gatherArticle(text, noOwnWords);
  expect(people.flatMap(({ name, role }) => (role === null ? [] : [[name, role]]))).toEqual([
    ["Ana Hart", "Mayor"],
    ["Oleksiy Danylenko", "envoy"],
  ]);
});

test("one name is one of the list, whatever the articles; those who go unnamed belong to their article", () => {
  const hart = named("Ana Hart");
  expect(hart).toMatchObject({
    type: "person",
    naming: "named",
    role: "mayor",
    articles: 2,
    mentions: 4,
    known: null,
  });
  expect(hart?.aliases).toContain("Hart");
  expect(hart?.places.map(({ article, segment, reason }) => [article, segment.quote, reason])).toContainEqual(
    ["a", "She", "pronoun"],
  );
  expect(named("two officials")).toMatchObject({
    aliases: [],
    naming: "described",
    number: 2,
    anonymity: { article: "a", reason: "because they feared for their jobs" },
  });
  expect(found().people.some(({ name }) => /nobody/iu.test(name))).toBe(false);
});

test("the most frequent come first, and so many as are asked for; all are counted", () => {
  const { people, count } = found();
  expect(people[0]?.name).toBe("Ana Hart");
  expect(projectPeople(articles(), tableOf<Entity>([]), none, 2)).toMatchObject({
    people: people.slice(0, 2),
    count,
  });
});

test("another spelling and a last name alone may be the same: of the list, and of the registry", () => {
  expect(named("Oleksii Danylenko")?.perhaps).toEqual([
    { entity: null, key: "person oleksiy danylenko", name: "Oleksiy Danylenko", likeness: "spelling" },
  ]);
  const known = found([entity("Oleksiy Danylenko"), entity("Ana Hart")]);
  expect(named("Oleksii Danylenko", known)?.perhaps).toEqual([
    { entity: "oleksiydanylenko", key: null, name: "Oleksiy Danylenko", likeness: "spelling" },
  ]);
  expect(named("Oleksiy Danylenko", known)).toBeUndefined();
  const like = likenessIndex([
    { entity: "un", key: null, name: "United Nations", names: ["United Nations"], type: "organization" },
    { entity: "camp", key: null, name: "Vale campaign", names: ["Vale campaign"], type: "organization" },
  ]);
  expect(like({ name: "UN", type: "organization" }).map(({ entity: id }) => id)).toEqual(["un"]);
  expect(like({ name: "campaign", type: "organization" })).toEqual([]);
  expect(like({ name: "UN", type: "person" })).toEqual([]);
});

test("who is in the registry is listed only for marks that have no entity; a linked mark tells who somebody is", () => {
  const registry = [entity("Ana Hart"), entity("The mayor of Vale")];
  expect(named("Ana Hart", found(registry))).toBeUndefined();
  const mark = spanIn("b", "Mayor Ana Hart");
  const marked = found(registry, { b: { linked: [], unlinked: [mark] } });
  expect(named("Ana Hart", marked)).toMatchObject({
    known: "anahart",
    marks: [{ article: "b", span: mark }],
  });
  const range = { start: 0, end: 8 };
  const linked = {
    a: { linked: [{ range, entity: "themayorofvale" }], unlinked: [] },
    b: marked ? { linked: [], unlinked: [mark] } : noMarks,
  };
  expect(named("Ana Hart", found(registry, linked))?.known).toBe("themayorofvale");
});

test.each([
  [
    "en",
    "Last year saw the bridge fail. Tuesday showed that nobody cared. 2019 proved that it was old. The mayor said that it would stay.",
  ],
  ["de", "Das Jahr zeigte, dass die Brücke alt ist. Am Montag sagte die Bürgermeisterin, dass sie bleibt."],
] as const)("in %s no time is listed as somebody", (language, text) => {
  const times = /year|tuesday|2019|jahr|montag/iu;
  expect(gatherArticle(text, noOwnWords, language).people.filter(({ name }) => times.test(name))).toEqual([]);
});

test("who wrote an article and where is not listed, while nobody speaks there", () => {
  const text = "By Ann Reid and Kate Moor\n\nHARBOUR CITY — The mayor said that the talks failed.";
  expect(gatherArticle(text, noOwnWords, "en").people.map(({ name }) => name)).toEqual(["mayor"]);
});

test("who was rejected is not proposed again in any article", () => {
  const hart = named("Ana Hart");
  if (!hart) throw new Error("She is there.");
  const rejected = new Set([patternKey(personPattern(hart))]);
  expect(named("Ana Hart", found([], {}, rejected))).toBeUndefined();
  expect(found([], {}, rejected).count).toBe(found().count - 1);
});

test("accepting makes an entity of the names, with the reason for being unnamed, and links what is marked", () => {
  const mark = spanIn("b", "Mayor Ana Hart");
  const hart = named("Ana Hart", found([], { b: { linked: [], unlinked: [mark] } }));
  const officials = named("two officials");
  if (!hart || !officials) throw new Error("They are there.");
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `n${made}`;
  };
  const by = { newId, now: () => "2026-01-02T00:00:00.000Z" };
  const { work, entity: ana } = acceptPeople([hart], null, by);
  expect(ana).toMatchObject({ id: "n1", name: "Ana Hart", type: "person", naming: "named", role: "mayor" });
  expect(ana.aliases).toEqual(expect.arrayContaining(["Hart", "Mayor Ana Hart"]));
  expect(work.parts).toEqual([
    {
      article: "b",
      change: {
        spans: {
          added: [],
          removed: [],
          updated: [
            {
              from: mark,
              to: { ...mark, entity: "n1", provenance: { ...mark.provenance, editedAt: by.now() } },
            },
          ],
        },
      },
    },
  ]);
  const unnamed = acceptPeople([{ ...officials, anonymity: officials.anonymity }], null, by).entity;
  expect(unnamed).toMatchObject({ naming: "described", anonymity: { terms: "on condition of anonymity" } });
});

test("joining keeps what is known of an entity and teaches it the names", () => {
  const known = entity("Oleksiy Danylenko", { role: "envoy" });
  const other = named("Oleksii Danylenko");
  if (!other) throw new Error("He is there.");
  const { work, entity: joined } = acceptPeople([other], known, { newId: () => "n", now: () => "" });
  expect(joined).toEqual({ ...known, aliases: ["Oleksii Danylenko"] });
  expect(work).toEqual({
    parts: [],
    entities: { added: [], updated: [{ from: known, to: joined }], removed: [] },
  });
});
