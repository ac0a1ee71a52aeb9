// The sample project shows everything that there is, and nothing in it is wrong.
import { describe, expect, it } from "vitest";
import { articlePart } from "../../../shared/insight/article-part.ts";
import { setFromJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { type Entity, sourceClass } from "../../../shared/model/entity.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { effectiveKind } from "../../../shared/model/kind.ts";
import { findSelector } from "../../../shared/model/selector.ts";
import { get, tableOf } from "../../../shared/model/table.ts";
import { selectorIn } from "../../../shared/sample/tag-article.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { sample, wholeSampleBundle } from "../../helpers/bundles.ts";
import { annotatorId } from "../../helpers/marked-article.ts";

const project = sample();
const { entities } = project;
/** Those that show every kind of attribution; the others are there to be counted. */
const articles = project.articles.slice(0, 2);
const cards = articles.flatMap(({ set }) => set.attributions);
const spans = articles.flatMap(({ set }) => set.spans);
const allSpans = project.articles.flatMap(({ set }) => set.spans);
const registry = tableOf(entities);
const sorted = (values: Iterable<unknown>): unknown[] => [...new Set(values)].map(String).sort();

describe("the sample project", () => {
  it("is two articles of some 250 to 400 words, and ten short ones", () => {
    expect(project.articles).toHaveLength(12);
    for (const [at, { text }] of project.articles.entries()) {
      const words = text.split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(at < 2 ? 250 : 50);
      expect(words).toBeLessThanOrEqual(at < 2 ? 400 : 150);
    }
  });

  it("keeps every law and leaves nothing unfinished", () => {
    for (const { set, text, id } of project.articles)
      expect(
        violations(
          { set: setFromJson(set), entities: registry },
          { text, articleId: id, annotatorIds: [annotatorId], tagset: project.tagset },
        ),
      ).toEqual([]);
  });

  it("is the same in every run, and in part as in whole", () => {
    expect(sample()).toEqual(project);
    const part = sample(2);
    const names = new Set(project.entities.map(({ name }) => name));
    expect(part.articles.map(({ title, text }) => ({ title, text }))).toEqual(
      articles.map(({ title, text }) => ({ title, text })),
    );
    expect(part.entities.every(({ name }) => names.has(name))).toBe(true);
    expect(part.entities.length).toBeLessThan(project.entities.length);
  });

  it("has a title for each article, and those first by title that show every kind of attribution", () => {
    const titles = project.articles.map(({ title }) => title);
    for (const { title, fileName } of project.articles) expect(title).not.toBe(fileName);
    expect(titles.toSorted().slice(0, 2).sort()).toEqual(titles.slice(0, 2).sort());
  });

  it("comes from three outlets and one that is not known, over six weeks", () => {
    const parts = wholeSampleBundle().articles.map((article) => articlePart(article));
    expect(sorted(parts.map(({ publisher }) => publisher))).toEqual([
      "Lowland Post",
      "Norrland Gazette",
      "The Ellery Courier",
      "null",
    ]);
    const dates = sorted(parts.map(({ date }) => date));
    expect([dates[0], dates.at(-1)]).toEqual(["2025-10-14", "2025-11-25"]);
  });

  it("answers its fields with every choice but one, and with “declined to say”, or leaves them open", () => {
    const fields = project.tagset.entityFields ?? [];
    const answers = fields.map(({ id }) =>
      sorted(
        entities.map(({ fields: entered }) => {
          const answer = entered?.[id];
          return answer && "value" in answer ? answer.value : answer && "declined";
        }),
      ),
    );
    expect(answers).toEqual([
      ["declined", "man", "undefined", "woman"],
      ["business", "fishing", "media", "public", "science", "undefined"],
    ]);
  });

  it("has each of its articles in one article set at least, and no empty one", () => {
    const held = project.articleSets.map(({ filter }) =>
      project.articles.filter(({ tags }) => tags.some((tag) => filter.tags?.includes(tag))),
    );
    expect(held.map(({ length }) => length)).toEqual([6, 6]);
    expect(new Set(held.flat()).size).toBe(12);
  });

  it("shows every kind, computed and as the annotator's own judgement", () => {
    const kinds = articles.flatMap(({ set, text }) =>
      set.attributions.map((card) => effectiveKind(card, setFromJson(set), articleTextOf(text))),
    );
    expect(sorted(kinds)).toEqual(["direct", "indirect", "mixed"]);
    expect(cards.some(({ kind }) => kind !== null)).toBe(true);
  });

  it.each(newsAttribution.fields)("shows every value of the field $id", (field) => {
    const values = sorted(cards.map((card) => card.fields[field.id]));
    const choices = field.input === "switch" ? [true, false] : field.choices.map(({ id }) => id);
    expect(values).toEqual(sorted([...choices, ...(field.default === null ? [null] : [])]));
  });

  it("shows every span type, via role and flag", () => {
    expect(sorted(spans.map(({ type }) => type))).toEqual(
      sorted(newsAttribution.spanTypes.map(({ id }) => id)),
    );
    expect(sorted(cards.flatMap(({ via }) => via.map(({ role }) => role)))).toEqual(
      sorted(newsAttribution.viaRoles.map(({ id }) => id)),
    );
    expect(sorted(cards.flatMap(({ flags }) => flags))).toEqual(
      sorted(newsAttribution.flags.map(({ id }) => id)),
    );
  });

  it("shows every type, naming and source class of entity, each in use", () => {
    const of = (value: (entity: Entity) => string): unknown[] => sorted(entities.map(value));
    expect(of(({ type }) => type)).toEqual([
      "document",
      "group",
      "organization",
      "outlet",
      "person",
      "platform",
    ]);
    expect(of(({ naming }) => naming)).toEqual(["anonymous", "described", "named"]);
    expect(of(sourceClass)).toEqual([
      "anonymous",
      "described",
      "document",
      "named organization",
      "named person",
      "outlet",
      "platform",
    ]);
    expect(sorted(allSpans.flatMap(({ entity }) => entity ?? []))).toEqual(
      sorted(entities.map(({ id }) => id)),
    );
  });

  it("gives every speaker and source an entity, and every unnamed one who spoke on terms its evidence", () => {
    for (const { type, entity } of allSpans)
      expect(entity !== undefined).toBe(type === "speaker" || type === "source");
    const onTerms = entities.flatMap(({ anonymity }) => anonymity ?? []);
    expect(onTerms.length).toBeGreaterThan(0);
    for (const { evidence } of onTerms) {
      const article = project.articles.find(({ id }) => id === evidence?.article);
      expect(article && evidence && findSelector(article.text, evidence.segment).how).toBe("exact");
    }
  });

  it("shows the hard cases", () => {
    const spanOf = (id: string | null) => spans.find((span) => span.id === id);
    const segments = (id: string | null) => spanOf(id)?.segments.map(({ quote }) => quote) ?? [];
    const cases: Record<string, boolean> = {
      "a claim interrupted by its attribution": cards.some(({ claim }) => segments(claim).length === 2),
      "a claim over paragraphs": articles.some(({ text, set }) =>
        set.attributions.some(({ claim }) => {
          const [first, second] = spanOf(claim)?.segments ?? [];
          return first && second && text.slice(first.end, second.start) === "\n\n";
        }),
      ),
      "nested voices": cards.some(({ within, voice }) => within !== null && voice.length > 0),
      "a claim without a voice": cards.some(({ voice }) => voice.length === 0),
      "a pronoun as a voice": cards.some(({ voice }) => voice.some((id) => segments(id)[0] === "She")),
      "one span that is the voice of two cards": cards.some(({ voice: [voice] }, at) =>
        cards.some(({ voice: [other] }, otherAt) => at < otherAt && voice !== undefined && voice === other),
      ),
      "a source with more than one step": cards.some(({ via }) => via.length > 1),
      "a note": cards.some(({ note }) => note !== ""),
      "an excluded range in each article": articles.every(({ set }) => set.exclusions.length === 1),
      "a span whose entity has another name": spans.some(
        ({ entity, segments: [segment] }) =>
          entity !== undefined && get(registry, entity)?.name !== segment?.quote,
      ),
    };
    expect(Object.keys(cases).filter((name) => !cases[name])).toEqual([]);
  });

  it("has every metadata field between its articles", () => {
    expect(sorted(articles.flatMap(({ metadata }) => metadata.map(({ field }) => field)))).toEqual([
      "byline",
      "caption",
      "credit",
      "date",
      "dateline",
      "publisher",
      "title",
    ]);
  });

  it("quotes words that occur once", () => {
    expect(() => selectorIn("one two one", "one")).toThrow("more than once");
    expect(() => selectorIn("one two one", "three")).toThrow("is not in");
  });
});
