// Figures by annotator, the spread between them, and the open disagreements by how far they move a figure: worked out by hand, and laws.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { type DisagreementQuery, disagreementsOn } from "../../../shared/insight/disagreements.ts";
import { cardsOfFigure } from "../../../shared/insight/figure-cards.ts";
import { type InsightQuery, insightReport } from "../../../shared/insight/report.ts";
import { defaultScope, indexedProject } from "../../../shared/insight/scope.ts";
import { type FigureFormatId, writtenFigures } from "../../../shared/insight/written-figures.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import type { Decision } from "../../../shared/model/decision.ts";
import { finish } from "../../../shared/model/work.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import {
  plantedArticles,
  plantedEntities,
  plantedProject,
  planter,
  randomPlanted,
} from "../../helpers/planted-statements.ts";
import { differingReread, type Reread, secondReader, withSecondReader } from "../../helpers/second-reader.ts";
import { runs } from "../../helpers/tier.ts";

const planted = plantedProject(plantedArticles, plantedEntities);
const words = createWords(localeFor("en", []));

/** The second annotator has nothing of A5 and A6, takes the insiders of A3 for Ines Prado, and does not have the official’s card of A2. */
const byHand: Reread = (set) => {
  const { articleId } = set;
  if (articleId === "A5" || articleId === "A6") return null;
  if (articleId === "A2") return { ...set, attributions: set.attributions.slice(1) };
  if (articleId !== "A3") return set;
  return {
    ...set,
    spans: set.spans.map((span) => (span.entity === "insiders" ? { ...span, entity: "ines" } : span)),
  };
};

const twice = withSecondReader(planted, byHand);

const queryOf = (asked: Partial<InsightQuery>): InsightQuery => ({
  ...{ measures: ["anonymity-articles"], by: ["annotator"], scope: defaultScope, seed: 1, ...asked },
});

function reportOf(bundle: ExportBundle, asked: Partial<InsightQuery> = {}) {
  const report = finish(insightReport(indexedProject(bundle), queryOf(asked)));
  if (!report.ok) throw new Error(words.tell(report.problem));
  return report;
}

const groupsOf = (bundle: ExportBundle, asked: Partial<InsightQuery> = {}) =>
  reportOf(bundle, asked).measures.flatMap(({ groups }) => groups);

const problemOf = (bundle: ExportBundle, asked: Partial<InsightQuery> = {}): string => {
  const report = finish(insightReport(indexedProject(bundle), queryOf(asked)));
  return report.ok ? "" : words.tell(report.problem);
};

const anna = { annotator: "Anna Lind", annotatorId: planter };
const bo = { annotator: "Bo Ek", annotatorId: secondReader.id };

describe("figures by annotator", () => {
  it("are those of each over the articles that all of them annotated, with the spread between them", () => {
    const report = reportOf(twice);
    expect(report.common).toEqual({
      annotators: [
        { id: planter, name: "Anna Lind" },
        { id: secondReader.id, name: "Bo Ek" },
      ],
      articles: ["A1", "A2", "A3", "A4"].map((id) => ({ id, title: id })),
    });
    // Anna: the official in A2 and the insiders in A3, of four articles; Bo: nobody. Under five articles there is no interval.
    const shared = { denominator: 4, n: 4, unknown: 0, low: null, high: null, least: 0, most: 0.5 };
    expect(report.measures).toMatchObject([
      {
        groups: [
          { by: anna, value: 0.5, numerator: 2, ...shared },
          { by: bo, value: 0, numerator: 0, ...shared },
        ],
        scope: { articles: 4, leftOut: 2, sets: { of: "people", ids: [planter, secondReader.id] } },
      },
    ]);
  });

  it("say 0 of somebody who speaks only with another annotator", () => {
    const ofInsiders = groupsOf(twice, { measures: ["appearances"], by: ["entity", "annotator"] }).filter(
      ({ by }) => by.entity === "Insiders",
    );
    expect(ofInsiders).toMatchObject([
      { by: { entity: "Insiders", ...anna }, value: 0.25, least: 0, most: 0.25 },
      { by: { entity: "Insiders", ...bo }, value: 0, least: 0, most: 0.25 },
    ]);
  });

  it("need an article that two people annotated, and say whose there are none of", () => {
    const needs = "Figures by annotator need an article that two people annotated.";
    expect(problemOf(planted)).toBe(`Only Anna Lind has annotated these articles. ${needs}`);
    const apart = {
      ...twice,
      articles: twice.articles.map((one, at) => ({ ...one, sets: one.sets.slice(at % 2, (at % 2) + 1) })),
    };
    const asked = { sets: { of: "people", ids: [planter, secondReader.id] } } as const;
    expect(problemOf(apart, { scope: { ...defaultScope, ...asked } })).toBe(
      `No article was annotated by all of these: Anna Lind, Bo Ek. ${needs}`,
    );
  });

  it("are, in random projects, the figures of each one’s sets alone", () => {
    const scope = { ...defaultScope, nested: true, duplicates: "month" } as const;
    for (const bundle of fc.sample(randomPlanted, { seed: 3, numRuns: runs(10) })) {
      const both = withSecondReader(bundle, differingReread(["ines", "insiders", "wire"]));
      const asked = { measures: [], by: ["annotator", "publisher"], scope };
      const report = finish(insightReport(indexedProject(both), queryOf(asked)));
      if (!report.ok || !report.common) continue;
      const isCommon = new Set(report.common.articles.map(({ id }) => id));
      const groups = report.measures.flatMap((one) => one.groups.map((group) => ({ id: one.id, ...group })));
      for (const { id: person } of report.common.annotators) {
        const alone = {
          ...both,
          articles: both.articles
            .filter(({ article }) => isCommon.has(article.id))
            .map((one) => ({ ...one, sets: one.sets.filter((set) => set.annotatorId === person) })),
        };
        const expected = reportOf(alone, { measures: [], by: ["publisher"], scope })
          .measures.flatMap((one) => one.groups.map((group) => ({ id: one.id, ...group })))
          .filter(({ by }) => by.class === undefined && by.kind === undefined);
        const own = groups
          .filter(({ by }) => by.annotatorId === person && by.class === undefined && by.kind === undefined)
          .map(({ least, most, by: { annotator: _name, annotatorId: _id, ...by }, ...group }) => {
            if (group.value !== null) expect([least, most]).toEqual([expect.any(Number), expect.any(Number)]);
            if (group.value !== null)
              expect((least ?? 2) <= group.value && group.value <= (most ?? -2)).toBe(true);
            return { ...group, by };
          });
        expect(own).toEqual(expected);
      }
    }
  });

  it("say in each form whose they are, over which articles, and how far they lie apart", () => {
    const written = (format: FigureFormatId): string => {
      const about = {
        format,
        cards: 0,
        project: "Project",
        generator: "Sayso 0.0.0",
        writtenAt: "2026-01-02T03:04:05.000Z",
      };
      const by = { words, hashOf: () => "hash", textOf: () => "" };
      const file = finish(writtenFigures(indexedProject(twice), queryOf({}), about, by));
      if (!file.ok) throw new Error(words.tell(file.problem));
      return Buffer.from(file.bytes).toString("utf8");
    };
    expect(written("csv").split("\r\n").slice(0, 2)).toEqual([
      expect.stringMatching(/^measure,unit,annotator,annotatorId,value,.*,unknown,least,most,articles,/u),
      expect.stringMatching(
        /^anonymity-articles,article,Anna Lind,planter,0\.5,2,4,4,,,0,0,0\.5,4,2,.*,people,planter second,/u,
      ),
    ]);
    expect(JSON.parse(written("json"))).toMatchObject({ common: reportOf(twice).common });
    for (const format of ["markdown", "html"] as const) {
      const page = written(format);
      expect(page).toContain("Between annotators");
      expect(page.replaceAll("\\", "")).toContain("0.000–0.500");
      expect(page).toContain("Anna Lind and Bo Ek");
      expect(page).toContain("4 articles counted, 2 left out because not all annotators have them.");
      expect(page).toContain("“A1”, “A2”, “A3” and “A4”");
    }
  });

  it("open the cards of the annotator whose they are", () => {
    const figure = { measure: "anonymity-articles", by: ["annotator"], part: "numerator" } as const;
    const found = (group: typeof anna) =>
      cardsOfFigure(indexedProject(twice), { ...figure, group, scope: defaultScope });
    expect(found(anna)).toMatchObject({
      cards: [
        { article: "A2", annotator: planter },
        { article: "A3", annotator: planter },
      ],
    });
    expect(found(bo)).toEqual({ ok: true, cards: [] });
  });
});

const asked: DisagreementQuery = {
  ...{ measure: "anonymity-articles", by: [], group: {}, scope: defaultScope, policies: [] },
};

function movingIn(bundle: ExportBundle, more: Partial<DisagreementQuery> = {}) {
  const found = finish(disagreementsOn(bundle, { ...asked, ...more }));
  if (!found.ok) throw new Error(words.tell(found.problem));
  return found;
}

describe("open disagreements", () => {
  it("are ordered by how far they move the figure, and say what it is if they are decided either way", () => {
    const { values, moving, others } = movingIn(twice);
    expect(values).toEqual([0.5, 0]);
    expect(others).toBe(0);
    // Each of the two takes an article out of Anna’s two of four.
    expect(moving).toEqual([
      {
        ...{ article: "A2", title: "A2", members: ["c1", null], place: { start: 0, end: 43 } },
        ...{ quote: "the bridge “is a joke”", differences: [{ aspect: "missing" }] },
        ...{ base: planter, values: [0.5, 0.25], movement: 0.25 },
      },
      {
        ...{ article: "A3", title: "A3", members: ["c1", "c1"], place: { start: 0, end: 24 } },
        ...{ quote: "costs rise", differences: [{ aspect: "entity" }] },
        ...{ base: planter, values: [0.5, 0.25], movement: 0.25 },
      },
    ]);
  });

  it("say what they leave out, as the figures by annotator do", () => {
    const uneven = withSecondReader(planted, (set) => (set.articleId === "A5" ? null : set));
    expect(movingIn(uneven)).toMatchObject({ leftOut: 1, excludedCards: 2 });
    for (const bundle of [uneven, twice]) {
      const { leftOut, excludedCards } = movingIn(bundle);
      expect(reportOf(bundle).measures[0]?.scope).toMatchObject({ leftOut, excludedCards });
    }
  });

  it("that do not move it are counted, and not listed", () => {
    const { moving, others } = movingIn(twice, { measure: "no-comment" });
    expect([moving, others]).toEqual([[], 2]);
  });

  it("are those of the group that is asked for", () => {
    const group = { entity: "Ines Prado", entityId: "ines" };
    const { values, moving } = movingIn(twice, { measure: "appearances", by: ["entity"], group });
    // Prado speaks in A1, A2 and A4 of four; with Bo also in A3.
    expect(values).toEqual([0.75, 1]);
    expect(moving.map(({ article, values: either }) => [article, either])).toEqual([["A3", [0.75, 1]]]);
  });

  it("leave out what was decided", () => {
    const decision: Decision = {
      ...{ id: "d1", about: "card", place: { start: 0, end: 43 }, aspects: ["missing"], how: "nothing" },
      members: [
        { annotator: planter, unit: "c1" },
        { annotator: secondReader.id, unit: null },
      ],
      ...{ taken: null, made: [], reason: "" },
      provenance: { annotator: planter, at: "2026-01-02T00:00:00.000Z", origin: { by: "human" } },
    };
    const curation = { id: "curation", name: "Curation", kind: "curation" } as const;
    const decided = {
      ...twice,
      annotators: [...twice.annotators, curation],
      articles: twice.articles.map((one) => {
        const { articleId, textHash } = one.sets[0] as AnnotationSetJson;
        const nothing = { articleId, textHash, annotatorId: curation.id, spans: [], attributions: [] };
        const curated = { ...nothing, exclusions: [], decisions: [decision] };
        return articleId === "A2" ? { ...one, sets: [...one.sets, curated] } : one;
      }),
    };
    expect(movingIn(decided).moving.map(({ article }) => article)).toEqual(["A3"]);
  });

  it("move the figure from one annotator’s to the other’s where there is only one of them", () => {
    const measures = [
      "statements",
      "space",
      "anonymity-appearances",
      "new-voices",
      "sources-median",
      "diversity",
    ];
    const scope = { ...defaultScope, duplicates: "document" } as const;
    for (const bundle of fc.sample(randomPlanted, { seed: 8, numRuns: runs(10) })) {
      const at = bundle.articles.findIndex(({ sets }) =>
        sets[0]?.attributions.some(({ within }) => within === null),
      );
      const both = withSecondReader(bundle, (set, index) => {
        const last = set.attributions.findLast(({ within }) => within === null);
        if (index !== at || !last) return set;
        const without = set.attributions.filter(({ id, within }) => id !== last.id && within !== last.id);
        return set.attributions.some(({ within }) => within === last.id)
          ? set
          : { ...set, attributions: without };
      });
      for (const measure of measures) {
        const figures = groupsOf(both, { measures: [measure], scope }).map(({ value }) => value);
        const { values, moving } = movingIn(both, { measure, scope });
        expect(values).toEqual(figures);
        const [one, other] = figures;
        const differs = typeof one === "number" && typeof other === "number" && one !== other;
        expect(moving.length).toBe(differs ? 1 : 0);
        if (differs) expect(moving[0]?.values).toEqual(figures);
      }
    }
  });
});
