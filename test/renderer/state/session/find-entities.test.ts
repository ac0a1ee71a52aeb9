import { expect, test } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import { findEntities, firstEntitiesFor } from "../../../../renderer/state/session/find-entities.ts";
import type { SuggestedHere } from "../../../../renderer/state/session/session.ts";
import type { AnnotationSet } from "../../../../shared/model/annotation-set.ts";
import { type ArticleText, articleTextOf, textOfArticle } from "../../../../shared/model/article-text.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import type { ArticleLanguage } from "../../../../shared/model/language.ts";
import type { Span } from "../../../../shared/model/span.ts";
import { get, tableOf } from "../../../../shared/model/table.ts";
import { markedArticle } from "../../../helpers/marked-article.ts";

const entity = (id: string, name: string, ...aliases: string[]): Entity => ({
  id,
  name,
  type: "person",
  naming: "named",
  aliases,
});
const registry = tableOf<Entity>([
  entity("a", "Pedro Sánchez", "the prime minister"),
  entity("b", "Johan Aalto", "Minister Aalto"),
  { ...entity("c", "Fisheries Ministry"), type: "organization" },
  entity("d", "San Marco"),
]);
const found = (typed: string, mention: string) => {
  const { sure, fitting, others } = findEntities(registry, typed, mention);
  const ids = (entities: readonly Entity[]) => entities.map(({ id }) => id);
  return { ...(sure.length > 0 && { sure: ids(sure) }), fitting: ids(fitting), others: ids(others) };
};

// Whom a mention is linked with by one key: the first one offered, where that is plain.

const person = (id: string, name: string, ...aliases: string[]): Entity => ({
  id,
  name,
  type: "person",
  naming: "named",
  aliases,
});
const { context } = markedArticle(
  "{a:speaker|Minister Johan Aalto} spoke. {b:speaker|Aalto} left. {c:speaker|He} said so. {d:speaker|Berg} agreed, " +
    "and {e:speaker|a senior official} did not.",
);
const mention = (id: string): Span => {
  const span = get(context.annotations.set.spans, id);
  if (!span) throw new RangeError(`No mention is called ${id}.`);
  return span;
};
/** An article of which no suggestions are known. */
const articleWith = (text: ArticleText, set: AnnotationSet, registry: readonly Entity[]) => ({
  text,
  suggested: createStore<SuggestedHere>({ cards: [], people: [] }),
  annotations: () => ({ set, entities: tableOf(registry) }),
});
const offered = (id: string, ...registry: readonly Entity[]) =>
  firstEntitiesFor(articleWith(context.text, context.annotations.set, registry), mention(id)).map(
    ({ known, name }) => ({ known: known?.id ?? null, name }),
  );
const first = (id: string, ...registry: readonly Entity[]) => offered(id, ...registry)[0] ?? null;

test("whom the words surely name is the first, before all others", () => {
  expect(first("b", person("x", "Johan Aalto"), person("y", "Ida Berg"))).toEqual({
    known: "x",
    name: "Johan Aalto",
  });
});

test("somebody new has the name that the article gives them, or the words of the mention", () => {
  expect(first("a")).toEqual({ known: null, name: "Johan Aalto" });
  expect(first("b", person("y", "Ida Berg"))).toEqual({ known: null, name: "Johan Aalto" });
  expect(first("e", person("y", "Ida Berg"))).toEqual({ known: null, name: "a senior official" });
});

test("it is nobody for a pronoun, and all of them where several have the name", () => {
  expect(first("c", person("x", "Johan Aalto"))).toBeNull();
  expect(
    offered("d", person("y", "Ida Berg"), person("z", "Carl Berg"))
      .map(({ known }) => known)
      .sort(),
  ).toEqual(["y", "z"]);
  expect(first("d", person("y", "Ida Berg"))).toEqual({ known: "y", name: "Ida Berg" });
});

test("the words are read by what is said of the article’s language, whatever they look like", () => {
  const { context: german } = markedArticle("{a:speaker|Ministerin Ines Vogt} sprach.");
  const span = get(german.annotations.set.spans, "a");
  if (!span) throw new RangeError("The mention is marked.");
  const { text } = german.text;
  const nameIn = (language: ArticleLanguage | null) =>
    firstEntitiesFor(articleWith(articleTextOf(text, language), german.annotations.set, []), span)[0]?.name;
  const said = (value: string) =>
    textOfArticle({ about: [{ field: "language", value, from: "person" }] }, text, {}).language;
  expect([said("de"), said("en")]).toEqual(["de", "en"]);
  expect(nameIn(said("de"))).toBe("Ines Vogt");
  expect(nameIn(said("en"))).toBe("Ministerin Ines Vogt");
});

test("what is typed finds beginnings before middles, names before aliases, with or without accents", () => {
  expect(found("san", "")).toEqual({ fitting: ["d", "a"], others: [] });
  expect(found("minis", "")).toEqual({ fitting: ["b", "c", "a"], others: [] });
  expect(found("nobody", "")).toEqual({ fitting: [], others: [] });
});

test("with nothing typed, whom the mention names is sure, and who shares a word with it only fits", () => {
  expect(found("", "Aalto")).toEqual({ sure: ["b"], fitting: [], others: ["c", "a", "d"] });
  expect(found("", "the fisheries ministry")).toEqual({ sure: ["c"], fitting: [], others: ["b", "a", "d"] });
  expect(found("", "spokesman Juhani Aalto")).toEqual({ fitting: ["b"], others: ["c", "a", "d"] });
  expect(found("", "Fisheries Ministry spokeswoman Ida Berg")).toEqual({
    fitting: ["c"],
    others: ["b", "a", "d"],
  });
  expect(found("", "foreign minister Johan Aalto")).toEqual({
    sure: ["b"],
    fitting: ["a"],
    others: ["c", "d"],
  });
});

test("a pronoun can mean anybody", () => {
  expect(found("", "he")).toEqual({ sure: ["c", "b", "a", "d"], fitting: [], others: [] });
});
