// The measures of insight against figures that were worked out by hand, and laws that hold for every project.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { figuresCsv } from "../../../shared/insight/figures-table.ts";
import { insightGroupings } from "../../../shared/insight/groupings.ts";
import { everySelection } from "../../../shared/insight/groups.ts";
import { insightMeasures } from "../../../shared/insight/index.ts";
import { intervalOverArticles } from "../../../shared/insight/interval.ts";
import {
  type InsightGroup,
  type InsightQuery,
  insightReport,
  type MeasuredInsight,
} from "../../../shared/insight/report.ts";
import {
  articlesIn,
  countContext,
  defaultScope,
  duplicatePolicies,
  type InsightScope,
  indexedProject,
} from "../../../shared/insight/scope.ts";
import { compareCodeUnits } from "../../../shared/model/compare-code-units.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { finish } from "../../../shared/model/work.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { wholeSampleBundle } from "../../helpers/bundles.ts";
import { entity } from "../../helpers/marked-article.ts";
import {
  plantedArticles,
  plantedEntities,
  plantedProject,
  planter,
  randomPlanted,
} from "../../helpers/planted-statements.ts";
import { withSecondReader } from "../../helpers/second-reader.ts";
import { runs } from "../../helpers/tier.ts";
import { type WorkedExample, workedExamples } from "./worked.ts";

const planted = plantedProject(plantedArticles, plantedEntities);
const words = createWords(localeFor("en", []));

type Asked = Partial<Omit<InsightQuery, "scope">> & { readonly scope?: Partial<InsightScope> };

const reportOf = (bundle: ExportBundle, { scope, ...query }: Asked) =>
  finish(
    insightReport(indexedProject(bundle), {
      ...{ measures: [], by: [], seed: 1, ...query },
      scope: { ...defaultScope, ...scope },
    }),
  );

function figures(bundle: ExportBundle, asked: Asked): readonly MeasuredInsight[] {
  const report = reportOf(bundle, asked);
  if (!report.ok) throw new Error(words.tell(report.problem));
  return report.measures;
}

const groupsOf = (bundle: ExportBundle, asked: Asked): readonly InsightGroup[] =>
  figures(bundle, asked).flatMap(({ groups }) => groups);

const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(12));

function problemOf(bundle: ExportBundle, asked: Asked): string | null {
  const report = reportOf(bundle, asked);
  return report.ok ? null : words.tell(report.problem);
}

function groupOf({ measure, by = [], scope, of = {} }: WorkedExample): InsightGroup | undefined {
  const groups = groupsOf(planted, { measures: [measure], by, ...(scope && { scope }) });
  return groups.find((group) => Object.entries(of).every(([name, value]) => group.by[name] === value));
}

describe("worked examples", () => {
  it.each(workedExamples.map((one) => [`${one.measure}: ${one.working}`, one] as const))(
    "%s",
    (_name, one) => {
      const { numerator, denominator, n, unknown, value = numerator / denominator } = one;
      const group = groupOf(one);
      expect(group).toMatchObject({ numerator, denominator, n, unknown });
      expect(group?.value).toBeCloseTo(value, 8);
    },
  );

  it("are there for every measure", () => {
    const missing = insightMeasures.filter(({ id }) => !workedExamples.some(({ measure }) => measure === id));
    expect(missing.map(({ id }) => id)).toEqual([]);
    const ids = insightMeasures.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it("stand in docs/insight-examples.md", async () => {
    await expect(examplesPaper()).toMatchFileSnapshot("../../../docs/insight-examples.md");
  });
});

function examplesPaper(): string {
  const cell = (text: string): string => text.replaceAll("|", "\\|");
  const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  const examples = workedExamples.map((one) => {
    const { measure, of, numerator, denominator, working } = one;
    const value = String(Number((one.value ?? numerator / denominator).toPrecision(6)));
    return row(
      `\`${measure}\``,
      Object.values(of ?? {}).join(", ") || "all",
      `${numerator} ÷ ${denominator}`,
      value,
      working,
    );
  });
  const articles = planted.articles.map(({ article, text }, at) => {
    const { publisher = "no publisher", date = "no date" } = plantedArticles[at] ?? {};
    return `**${article.id}** (${publisher}, ${date})\n\n${text.replaceAll(/^/gmu, "> ").replaceAll("\n", "\n>\n")}\n`;
  });
  return `# Worked examples of the measures of insight

Made by the tests, which hold each figure to what was worked out by hand. What the figures have in common stands in [insight.md](insight.md).

## The measures

| id | unit | what it is | formula | source |
| --- | --- | --- | --- | --- |
${insightMeasures.map(({ id, unit, about, formula, source }) => row(`\`${id}\``, unit, words.tell(about), formula, source)).join("\n")}

## The articles of the examples

Each paragraph is a card. The mayor is Ana Ruiz: the two were merged. The card of Ines Prado in A4 has one of the mayor within it. The last paragraph of A6 is
excluded. The man in A6 points to no entity.

${articles.join("\n")}
## The figures

Cards with several voices count whole for each, nested cards do not count, and duplicates do, unless the example says otherwise.

| measure | of | numerator ÷ denominator | value | worked by hand |
| --- | --- | --- | --- | --- |
${examples.join("\n")}
`;
}

describe("every figure", () => {
  const scopes = fc.record({
    nested: fc.boolean(),
    weights: fc.constantFrom("full" as const, "fractional" as const),
    duplicates: fc.constantFrom(...duplicatePolicies),
  });
  const by = fc.uniqueArray(fc.constantFrom("publisher", "author", "month", "year", "entity", "kind"), {
    maxLength: 2,
  });

  it("is its numerator divided by its denominator, but for those of spread and effective numbers", () => {
    fc.assert(
      fc.property(randomPlanted, scopes, by, (bundle, scope, groupings) => {
        for (const { id, groups } of figures(bundle, { scope, by: groupings }))
          for (const { value, numerator, denominator } of groups) {
            expect(value === null || Number.isFinite(value)).toBe(true);
            if (value !== null && !/^(?:sources-(?:median|spread)|effective-)/u.test(id))
              expect(value).toBeCloseTo(numerator / denominator, 9);
          }
      }),
      { numRuns: runs(30) },
    );
  });

  it("has its parts: what groups of publishers add up to is the whole", () => {
    const additive = insightMeasures.filter(
      ({ id, unit }) => unit !== "source" && !["sources-median", "sources-spread", "kinds"].includes(id),
    );
    fc.assert(
      fc.property(randomPlanted, scopes, (bundle, scope) => {
        const asked = { scope, measures: additive.filter(({ alwaysBy }) => !alwaysBy).map(({ id }) => id) };
        const parts = figures(bundle, { ...asked, by: ["publisher"] });
        for (const [
          at,
          {
            groups: [whole],
          },
        ] of figures(bundle, asked).entries())
          for (const name of ["numerator", "denominator", "n", "unknown"] as const) {
            const sum = parts[at]?.groups.reduce((before, group) => before + group[name], 0);
            expect(sum).toBeCloseTo(whole?.[name] ?? Number.NaN, 6);
          }
      }),
      { numRuns: runs(30) },
    );
  });

  it("shares words and statements out so that all shares are one, where cards are divided among voices", () => {
    fc.assert(
      fc.property(randomPlanted, (bundle) => {
        const shares = groupsOf(bundle, {
          ...{ measures: ["statement-share"], by: ["entity"], scope: { weights: "fractional" } },
        });
        const sum = shares.reduce((before, { value }) => before + (value ?? 0), 0);
        if (shares.length > 0) expect(sum).toBeCloseTo(1, 9);
      }),
      { numRuns: runs(60) },
    );
  });

  it("lies within its interval where articles are alike, and has none under five articles", () => {
    const alike = Array.from({ length: 5 }, (_, at) => ({
      ...plantedArticles[0],
      id: `B${at}`,
      cards: plantedArticles[0]?.cards ?? [],
    }));
    const [of] = groupsOf(plantedProject(alike, plantedEntities), { measures: ["verbatim-share"] });
    expect(of).toMatchObject({ low: of?.value, high: of?.value });
    const [few] = groupsOf(plantedProject(alike.slice(1), plantedEntities), { measures: ["verbatim-share"] });
    expect(few).toMatchObject({ value: of?.value, low: null, high: null });
  });

  it("has the same interval by the same seed, and another by another", () => {
    const ask = (seed: number) => groupsOf(planted, { measures: ["sources-spread"], seed });
    expect(ask(1)).toEqual(ask(1));
    expect(ask(2)).not.toEqual(ask(1));
  });
});

describe("groups", () => {
  const byOf = (asked: Asked, bundle = planted) => groupsOf(bundle, asked).map(({ by }) => by);

  it("are bins of time without gaps, and articles without a date at the end", () => {
    const days = (dates: readonly (string | undefined)[]) =>
      plantedProject(
        dates.map((date, at) => ({ id: `A${at}`, cards: [], ...(date !== undefined && { date }) })),
        [],
      );
    const asked = { measures: ["attributed-share"] };
    expect(byOf({ ...asked, by: ["month"] }, days(["2025-11-03", undefined, "2026-01"]))).toEqual([
      { month: "2025-11" },
      { month: "2025-12" },
      { month: "2026-01" },
      { month: null },
    ]);
    expect(byOf({ ...asked, by: ["week"] }, days(["2026-01-01", "2026-01-12", "2026"]))).toEqual([
      { week: "2025-12-29" },
      { week: "2026-01-05" },
      { week: "2026-01-12" },
      { week: null },
    ]);
    for (const [by, length] of [
      ["day", 10],
      ["week", 10],
      ["month", 7],
      ["year", 4],
    ] as const) {
      expect(byOf({ ...asked, by: [by] }, days(["9999-12-31"]))).toHaveLength(1);
      const early = byOf({ ...asked, by: [by] }, days(["0001-01-01", "0000-01-01"]));
      expect(early).toEqual([{ [by]: "0001-01-01".slice(0, length) }, { [by]: null }]);
    }
    const [, gap] = groupsOf(days(["2026-01-01", "2026-01-12"]), { ...asked, by: ["week"] });
    expect(gap).toMatchObject({ value: null, denominator: 0 });
    expect(problemOf(days(["0001-01-01", "2026-01-01"]), { ...asked, by: ["day"] })).toMatch(
      /^Grouped like this/u,
    );
  });

  it("count an article for each of its authors, and a month in which somebody is silent as none", () => {
    expect(groupsOf(planted, { measures: ["sources-mean"], by: ["author"] })).toMatchObject([
      { by: { author: "Eva Berg" }, numerator: 4, denominator: 2 },
      { by: { author: "Tom Lund" }, numerator: 2, denominator: 1 },
      { by: { author: null }, numerator: 5, denominator: 4 },
    ]);
    const ines = groupsOf(planted, { measures: ["appearances"], by: ["month", "entity"] }).filter(
      ({ by }) => by.entityId === "ines",
    );
    expect(ines.map(({ by, numerator, denominator }) => [by.month, numerator, denominator])).toEqual([
      ["2026-03", 2, 3],
      ["2026-04", 1, 2],
      [null, 0, 1],
    ]);
  });

  it("of a field keep apart who declined to say and of whom nothing is known", () => {
    const mix = (measure: string) =>
      groupsOf(planted, { measures: [measure], by: ["gender"] }).map(({ by, numerator, denominator }) => [
        by.gender,
        numerator,
        denominator,
      ]);
    expect(mix("source-mix")).toEqual([
      ["Woman", 6, 10],
      ["declined to say", 1, 10],
      [null, 2, 10],
    ]);
    expect(mix("source-mix-known")).toEqual([
      ["Woman", 6, 6],
      ["declined to say", 0, 6],
      [null, 0, 6],
    ]);
    const named = { ...planted.tagset, entityFields: [{ id: "kind", name: "Kind of office", kind: "text" }] };
    const collided = { ...planted, tagset: named as Tagset };
    expect(byOf({ measures: ["statements"], by: ["kind of OFFICE"] }, collided)).toEqual([
      { "field:kind": null },
    ]);
    expect(problemOf(planted, { measures: ["space"], by: ["gender", "age"] })).toMatch(
      /^Group by “gender” or/u,
    );
  });

  it("are refused where they say nothing, with those that there are", () => {
    expect(problemOf(planted, { measures: ["fame"] })).toMatch(
      /^There is no measure “fame”, only: statements, /u,
    );
    expect(problemOf(planted, { by: ["mood"] })).toMatch(/“mood”, only by: publisher, author, day/u);
    expect(problemOf(planted, { measures: ["reason-given"], by: ["kind"] })).toBe(
      "“reason-given” cannot be grouped by “kind”, only by: publisher, author, day, week, month, year, annotator.",
    );
    expect(problemOf(planted, { measures: ["space"], by: ["entity", "class"] })).toMatch(
      /^Group by “entity” or/u,
    );
  });

  it.each(insightGroupings.map(({ id, columns }) => [id, columns] as const))(
    "of %s name their values",
    (id, columns) => {
      const isByAnnotator = id === "annotator";
      const all = byOf({ by: [id] }, isByAnnotator ? withSecondReader(planted, (set) => set) : planted);
      expect(all.length).toBeGreaterThan(0);
      for (const by of all) expect(Object.keys(by)).toEqual(expect.arrayContaining([...columns]));
    },
  );
});

describe("the figures of known projects", () => {
  const projects = { planted, sample: wholeSampleBundle() };

  it.each(Object.entries(projects))("stay as they are in %s, with their intervals", async (name, bundle) => {
    const measured = [[], ["entity"], ["class"], ["kind"], ["publisher", "month"], ["pair"]].flatMap((by) =>
      figures(bundle, { by }),
    );
    const csv = figuresCsv({ measures: measured, about: { projectHash: "" } });
    await expect(csv).toMatchFileSnapshot(`../../golden/insight/${name}.csv`);
  });
});

describe("pairs", () => {
  const pairs = { measures: ["together", "together-paragraphs"] };

  it("are those of the sources in the most articles, and no others, where so many are asked for", () => {
    fc.assert(
      fc.property(randomPlanted, fc.integer({ min: 1, max: 5 }), (bundle, pairSources) => {
        const speakers = groupsOf(bundle, { measures: ["appearances"], by: ["entity"] });
        const most = speakers
          .toSorted((one, other) => other.numerator - one.numerator || byName(one, other))
          .slice(0, pairSources)
          .map(({ by }) => by.entityId);
        const isAmong = ({ by }: InsightGroup): boolean =>
          most.includes(by.entityId) && most.includes(by.otherId);
        for (const [at, { groups }] of figures(bundle, { ...pairs, pairSources }).entries())
          expect(groups).toEqual(figures(bundle, pairs)[at]?.groups.filter(isAmong));
      }),
      { numRuns: runs(40) },
    );
  });

  it("have the figures and intervals of counting each over all articles", () => {
    fc.assert(
      fc.property(randomPlanted, (bundle) => {
        const scoped = articlesIn(indexedProject(bundle), defaultScope);
        if (!scoped.ok) throw new Error("The figures can be counted.");
        const { articles } = scoped;
        for (const { id, groups } of figures(bundle, pairs)) {
          const measure = insightMeasures.find((one) => one.id === id);
          for (const { by, isLopsided: _mark, ...group } of groups) {
            const selection = { ...everySelection, pair: [by.entityId ?? "", by.otherId ?? ""] as const };
            const count = measure?.count(articles, selection, countContext(defaultScope, articles));
            const [low, high] = (count && intervalOverArticles(count, articles.length, 1)) ?? [null, null];
            const whole = count?.(Int32Array.from(articles, (_, at) => at));
            const value = whole?.value ?? null;
            const digits = { value: rounded(value), low: rounded(low), high: rounded(high) };
            expect(group).toEqual({ ...whole, ...digits });
          }
        }
      }),
      { numRuns: runs(8) },
    );
  });

  const byName = ({ by: one }: InsightGroup, { by: other }: InsightGroup): number =>
    compareCodeUnits(one.entity ?? "", other.entity ?? "") ||
    compareCodeUnits(one.entityId ?? "", other.entityId ?? "");
});

describe("sources", () => {
  it("have the figures and intervals of counting each over all articles, full and fractional", () => {
    fc.assert(
      fc.property(randomPlanted, fc.constantFrom("full", "fractional"), (bundle, weights) => {
        const scope = { ...defaultScope, weights } as const;
        const scoped = articlesIn(indexedProject(bundle), scope);
        if (!scoped.ok) throw new Error("The figures can be counted.");
        const { articles } = scoped;
        const context = countContext(scope, articles);
        for (const measure of insightMeasures.filter(({ eachSource }) => eachSource))
          for (const { by, ...group } of groupsOf(bundle, {
            measures: [measure.id],
            by: ["entity"],
            scope,
          })) {
            const hasVoice = ({ id }: { readonly id: string }): boolean => id === by.entityId;
            const count = measure.count(articles, { ...everySelection, bySource: true, hasVoice }, context);
            const [low, high] = intervalOverArticles(count, articles.length, 1) ?? [null, null];
            const whole = count(Int32Array.from(articles, (_, at) => at));
            const [numerator, denominator] = [rounded(whole.numerator), rounded(whole.denominator)];
            const digits = { value: rounded(whole.value), low: rounded(low), high: rounded(high) };
            expect(group).toEqual({ ...whole, numerator, denominator, ...digits });
          }
      }),
      { numRuns: runs(8) },
    );
  });
});

describe("the scope", () => {
  const count = (bundle: ExportBundle, scope: Partial<InsightScope>) => {
    const [measured] = figures(bundle, { measures: ["statements"], scope });
    return { ...measured?.scope, n: measured?.groups[0]?.n };
  };

  it("lets articles through by publisher, title, tag and day", () => {
    const filter = { words: "", publishers: ["Delta"], tags: [], from: null, to: null };
    expect(count(planted, { filter })).toMatchObject({ articles: 3, n: 6 });
    expect(count(planted, { filter: { ...filter, from: "2026-04" } })).toMatchObject({ articles: 1, n: 3 });
    expect(count(planted, { filter: { ...filter, words: "a6" } })).toMatchObject({ articles: 1, n: 3 });
    const articles = planted.articles.map((one) =>
      one.article.title === "A6" ? { ...one, article: { ...one.article, tags: ["Vote"] } } : one,
    );
    const tagged = { ...filter, publishers: [], tags: ["vote"] };
    expect(count({ ...planted, articles }, { filter: tagged })).toMatchObject({ articles: 1, n: 3 });
  });

  it("takes the curated set where it is done, else that of the only annotator, and asks where there are several", () => {
    const [first, ...rest] = planted.articles;
    const begun = { ...first?.sets[0], annotatorId: "curation", attributions: [], spans: [] };
    const curated = { ...begun, progress: [{ id: begun.articleId, state: "done", note: "" }] } as never;
    const annotators = [
      ...planted.annotators,
      { id: "curation", name: "Curation", kind: "curation" as const },
    ];
    const both = first ? [{ ...first, sets: [...first.sets, curated] }, ...rest] : [];
    const decided = { ...planted, annotators, articles: both };
    expect(count(decided, {})).toMatchObject({ articles: 6, leftOut: 0, n: 9 });
    expect(count(decided, { sets: { of: "curation" } })).toMatchObject({ articles: 1, leftOut: 5, n: 0 });
    expect(count(decided, { sets: { of: "person", id: planter } })).toMatchObject({ articles: 6, n: 11 });
    const two = { ...decided, annotators: [...planted.annotators, { id: "curation", name: "Ben" }] };
    expect(problemOf(two, {})).toBe("Several people annotated “A1”: Anna Lind, Ben.");
  });

  it("does not take a set that is curated in part, and says of how many articles that is", () => {
    const curation = { id: "curation", name: "Curation", kind: "curation" as const };
    const articles = planted.articles.map((one, at) => {
      const [own] = one.sets;
      const curated = { ...own, annotatorId: curation.id, attributions: [], spans: [] };
      const state = at === 1 ? "in-progress" : "needs-discussion";
      const progress = at === 0 ? [] : [{ id: one.article.id, state, note: "" }];
      return at < 3 ? { ...one, sets: [...one.sets, { ...curated, progress } as never] } : one;
    });
    const begun = { ...planted, annotators: [...planted.annotators, curation], articles };
    expect(count(begun, {})).toMatchObject({ articles: 6, n: 11, curatedInPart: 3 });
    expect(count(begun, { sets: { of: "curation" } })).toMatchObject({ articles: 3, n: 0, curatedInPart: 3 });
    expect(count(begun, { sets: { of: "person", id: planter } })).toMatchObject({ n: 11, curatedInPart: 0 });
    const ben = { id: "ben", name: "Ben" };
    const [first, ...rest] = articles;
    const twice = first && {
      ...first,
      sets: [...first.sets, { ...first.sets[0], annotatorId: ben.id } as never],
    };
    const two = {
      ...begun,
      annotators: [...begun.annotators, ben],
      articles: twice ? [twice, ...rest] : rest,
    };
    expect(problemOf(two, {})).toMatch(
      /^Several people annotated “A1”: Anna Lind, Ben\. 3 articles are curated only in part/u,
    );
  });

  it("counts the same statement once in a document, a day, a week, a month or a year", () => {
    const again = { voices: ["ana"], cue: "said", claim: "costs rise" };
    const project = plantedProject(
      [
        { id: "A1", date: "2026-03-09", cards: [again, { ...again, claim: "“Costs rise”" }] },
        { id: "A2", date: "2026-03-09", cards: [{ ...again, fields: { polarity: "denies" } }, again] },
        { id: "A3", date: "2026-03-11", cards: [again] },
        { id: "A4", date: "2026-03-31", cards: [again] },
        { id: "A5", date: "2026-12-31", cards: [again, { ...again, voices: ["ines"] }] },
        { id: "A6", cards: [again] },
        { id: "A7", date: "2027", cards: [again] },
      ],
      [entity("ana", "Ana Ruiz"), entity("ines", "Ines Prado")],
    );
    const left = duplicatePolicies.map((duplicates) => [duplicates, count(project, { duplicates }).n]);
    expect(Object.fromEntries(left)).toEqual({ all: 10, document: 9, day: 8, week: 7, month: 6, year: 5 });
    const [space] = figures(project, { measures: ["space"], scope: { duplicates: "year" } });
    expect(space).toMatchObject({ policy: "all", groups: [{ denominator: 20 }] });
  });

  it("knows an article's own outlet by any of its names, and that of another", () => {
    const outlets = [
      entity("delta", "Delta", { type: "outlet", aliases: ["The Delta"] }),
      entity("online", "Delta Online", { type: "outlet", mergedInto: "delta" }),
      ...plantedEntities.filter(({ id }) => id !== "delta"),
    ];
    const through = (publisher: string, via: string) => {
      const cards = [{ voices: ["ana"], cue: "said", claim: "costs rise", via }];
      return groupsOf(plantedProject([{ id: "A1", publisher, cards }], outlets), {
        measures: ["second-hand"],
      })[0]?.value;
    };
    expect(
      ["DELTA", "the  Delta", "Delta Online", "Harbour Post"].map((one) => through(one, "online")),
    ).toEqual([0, 0, 0, 1]);
    expect([through("Delta", "wire"), through("Delta", "survey")]).toEqual([1, 0]);
  });

  it("measures the sample, one article, and articles without cards", () => {
    for (const { groups } of figures(wholeSampleBundle(), {
      measures: ["attributed-share", "statements", "verbatim-share"],
    }))
      expect(groups[0]?.value).toBeGreaterThan(0);
    const bare = plantedProject([{ id: "A1", text: "Boats came and went.", cards: [] }], []);
    for (const { groups } of figures(bare, {}))
      for (const { value } of groups) expect(value === null || value === 0).toBe(true);
  });
});
