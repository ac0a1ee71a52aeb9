// A figure is a door: the cards that it opens are those that it counts, all of them and no others.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import type { CountedArticle } from "../../../shared/insight/counted-article.ts";
import { cardsOfFigure, type FigureQuery } from "../../../shared/insight/figure-cards.ts";
import { groupsOfArticles, selectionsOf } from "../../../shared/insight/groups.ts";
import { insightMeasures } from "../../../shared/insight/index.ts";
import type { InsightCount, InsightMeasure, Selection } from "../../../shared/insight/measure.ts";
import { askedFigures, groupingsOf } from "../../../shared/insight/query.ts";
import {
  articlesIn,
  countContext,
  defaultScope,
  duplicatePolicies,
  type IndexedProject,
  type InsightScope,
  indexedProject,
  withoutDuplicates,
} from "../../../shared/insight/scope.ts";
import { sampleBundle } from "../../helpers/bundles.ts";
import {
  plantedArticles,
  plantedEntities,
  plantedProject,
  randomPlanted,
} from "../../helpers/planted-statements.ts";
import { runs, tier } from "../../helpers/tier.ts";

const planted = plantedProject(plantedArticles, plantedEntities);

const divisions = [
  [],
  ["publisher"],
  ["month"],
  ["entity"],
  ["class"],
  ["kind"],
  ["about"],
  ["publisher", "entity"],
];

/** A figure, what it counts, and how it is counted again. */
interface Figure {
  readonly name: string;
  readonly measure: InsightMeasure;
  readonly query: Omit<FigureQuery, "part">;
  readonly articles: readonly CountedArticle[];
  recount(articles: readonly CountedArticle[]): InsightCount;
}

function figuresIn(project: IndexedProject, scope: InsightScope, by: readonly string[]): readonly Figure[] {
  const asked = askedFigures(project, { measures: [], by });
  const scoped = articlesIn(project, scope);
  if (!asked.ok || !scoped.ok) throw new Error("The figures can be counted.");
  const context = countContext(scope, scoped.articles);
  const pairs = by.length === 0 ? insightMeasures.filter(({ alwaysBy }) => alwaysBy === "pair") : [];
  return [...asked.measures, ...pairs].flatMap((measure) => {
    const articles = measure.heedsDuplicates
      ? withoutDuplicates(scoped.articles, scope.duplicates)
      : scoped.articles;
    const groupings = groupingsOf(measure, asked.groupings);
    const recountFor = (selection: Selection) => (some: readonly CountedArticle[]) =>
      measure.count(some, selection, context)(Int32Array.from(some, (_, at) => at));
    return (groupsOfArticles(articles, groupings) ?? []).flatMap((group) =>
      selectionsOf(articles, groupings).map(({ by: values, selection }) => ({
        name: `${measure.id} ${JSON.stringify({ ...group.by, ...values })}`,
        measure,
        query: { measure: measure.id, by, group: { ...group.by, ...values }, scope },
        articles: group.articles,
        recount: recountFor(selection),
      })),
    );
  });
}

/** `article card` of each that is behind the part; `null` where it counts articles, which are those of the group. */
function opened(
  project: IndexedProject,
  { query, name, articles }: Figure,
  part: FigureQuery["part"],
): readonly string[] | null {
  const found = cardsOfFigure(project, { ...query, part });
  if (!found.ok) throw new Error("The figure can be opened.");
  if (found.cards) return found.cards.map(({ article, card }) => `${article} ${card}`);
  expect(found.articles, name).toEqual(articles.map(({ id }) => id));
  return null;
}

/** What a figure rests on is opened as all of it, and nothing of it is left without those cards. */
function holdsUnits(project: IndexedProject, figure: Figure): void {
  const { name, articles, recount } = figure;
  const { n } = recount(articles);
  const units = opened(project, figure, "units");
  if (units === null) {
    expect(n, name).toBe(articles.length);
    return;
  }
  const cards = new Set(units);
  expect(recount(withCards(articles, (card) => cards.has(card))).n, name).toBe(n);
  expect(recount(withCards(articles, (card) => !cards.has(card))).n, name).toBe(0);
}

/** The articles with those of their cards alone. */
const withCards = (articles: readonly CountedArticle[], isKept: (card: string) => boolean) =>
  articles.map((article) => ({
    ...article,
    statements: article.statements.filter(({ card }) => isKept(`${article.id} ${card}`)),
  }));

/** Once their cards are gone, others take their place. */
const movesUp = ["first-voice", "top-5", "top-10"];
/** Two sources meet, and somebody has a say, only where the cards of both are there; the first words of an article have no distance from its beginning. */
const takesSeveral = ["together", "together-paragraphs", "mean-position", "right-of-reply"];

function holdsDoors(bundle: ExportBundle, scope: InsightScope, by: readonly string[]): number {
  const project = indexedProject(bundle);
  let opening = 0;
  for (const figure of figuresIn(project, scope, by)) {
    const { name, measure, articles, recount } = figure;
    const { numerator, denominator, unknown } = recount(articles);
    const cards = new Set(opened(project, figure, "numerator"));
    opening += cards.size;
    const again = recount(withCards(articles, (card) => cards.has(card))).numerator;
    if (measure.id === "space" && scope.weights === "fractional")
      expect(again, name).toBeGreaterThanOrEqual(numerator - 1e-9);
    else expect(again, name).toBeCloseTo(numerator, 9);
    if (!movesUp.includes(measure.id))
      expect(recount(withCards(articles, (card) => !cards.has(card))).numerator, name).toBeCloseTo(0, 9);
    if (measure.unit !== "source" && !takesSeveral.includes(measure.id))
      for (const one of cards)
        expect(
          recount(withCards(articles, (card) => card === one)).numerator,
          `${name} ${one}`,
        ).toBeGreaterThan(0);
    const untold = opened(project, figure, "unknown") ?? [];
    expect(recount(withCards(articles, (card) => untold.includes(card))).unknown, name).toBe(unknown);
    if (measure.id !== "first-voice")
      expect(recount(withCards(articles, (card) => !untold.includes(card))).unknown, name).toBe(0);
    holdsUnits(project, figure);
    const whole = opened(project, figure, "denominator");
    if (whole === null) continue;
    expect(
      [...cards].filter((card) => !whole.includes(card)),
      name,
    ).toEqual([]);
    const counted = recount(withCards(articles, (card) => whole.includes(card))).denominator;
    expect(counted, name).toBeCloseTo(denominator, 9);
  }
  return opening;
}

const scopes: fc.Arbitrary<InsightScope> = fc.record({
  ...{
    sets: fc.constant(defaultScope.sets),
    set: fc.constant(null),
    filter: fc.constant(defaultScope.filter),
  },
  nested: fc.boolean(),
  weights: fc.constantFrom("full" as const, "fractional" as const),
  duplicates: fc.constantFrom(...duplicatePolicies),
});

describe("the cards behind every figure give its numerator, its denominator and what is unknown, and nothing is left without them", () => {
  it.each(divisions.map((by) => [by.join(", ") || "all", by] as const))("by %s", (_name, by) => {
    expect(holdsDoors(planted, defaultScope, by)).toBeGreaterThan(0);
    if (tier === "check") return;
    expect(holdsDoors(sampleBundle(), { ...defaultScope, nested: true }, by)).toBeGreaterThan(0);
  });

  it("in random projects, whatever the scope", () => {
    let opening = 0;
    fc.assert(
      fc.property(randomPlanted, scopes, fc.constantFrom(...divisions), (bundle, scope, by) => {
        opening += holdsDoors(bundle, scope, by);
      }),
      { numRuns: runs(20) },
    );
    expect(opening).toBeGreaterThan(0);
  });
});

describe("a figure opens", () => {
  const cards = (query: Partial<FigureQuery>) => {
    const found = cardsOfFigure(indexedProject(planted), {
      ...{ measure: "statements", by: [], group: {}, part: "numerator", scope: defaultScope },
      ...query,
    });
    return found.ok ? found.cards : found.problem.key;
  };

  it("the cards of its group, with whose they are and where they stand, in reading order", () => {
    const found = cards({ by: ["entity"], group: { entity: "Ines Prado", entityId: "ines" } });
    const articles = Array.isArray(found) ? found.map(({ article }) => article) : [];
    expect(articles).toEqual(["A1", "A1", "A2", "A4"]);
    expect(Array.isArray(found) && found[0]).toMatchObject({
      annotator: expect.any(String),
      place: { start: expect.any(Number) },
    });
  });

  it("nothing where its group is there no more, and articles where its denominator counts no cards", () => {
    expect(cards({ by: ["publisher"], group: { publisher: "Nowhere" } })).toEqual([]);
    const all = cardsOfFigure(indexedProject(planted), {
      ...{ measure: "anonymity-articles", by: ["publisher"], group: { publisher: "Delta" } },
      ...{ part: "denominator", scope: defaultScope },
    });
    expect(all).toMatchObject({ ok: true, cards: null, articles: expect.any(Array) });
    expect(cards({ measure: "fame" })).toBe("insight.no-measure");
  });
});
