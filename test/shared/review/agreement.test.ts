import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Unit } from "../../../shared/agreement/continuum.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import { finish } from "../../../shared/model/work.ts";
import { disagreementsOf, filterOf } from "../../../shared/review/agreement/disputed.ts";
import {
  type AgreementChoice,
  type AgreementInput,
  type AgreementReport,
  agreementReport,
  defaultChoice,
  type QuestionReport,
} from "../../../shared/review/agreement/report.ts";
import { continuumFrom, joinPassages, passagesOf } from "../../../shared/review/agreement/set-continuum.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { defaultFields, type MarkedArticle, markedArticle } from "../../helpers/marked-article.ts";

const cards = { k: { voice: ["o"], cue: "s", claim: "c" } };
const ana = markedArticle(
  "{o:speaker|Orban} {s:cue|said} “{c:claim|it was over}”. {p:speaker|Nobody} stirred.",
  {
    cards,
  },
);
/** The claim with its quotation marks, a source for a speaker, another polarity, and nothing at the end. */
const ben = markedArticle("{o:source|Orban} {s:cue|said} {c:claim|“it was over”}. Nobody stirred.", {
  cards: { k: { ...cards.k, fields: { ...defaultFields, polarity: "against" } } },
});

const inputOf = (
  articles: readonly (readonly MarkedArticle[])[],
  choice: Partial<AgreementChoice> = {},
): AgreementInput => ({
  annotators: (articles[0] ?? []).map((_, at) => ({ id: `p${at}`, name: `Person ${at}` })),
  articles: articles.map((people, at) => ({
    id: `a${at}`,
    title: `Article ${at}`,
    text: people[0]?.text.text ?? "",
    language: "en",
    metadata: [],
    sets: people.map(({ set }) => setToJson(set)),
  })),
  entities: [],
  tagset: newsAttribution,
  choice: { ...defaultChoice, intervals: { seed: 1, draws: 50 }, ...choice },
});
const reportOf = (...given: Parameters<typeof inputOf>): AgreementReport =>
  finish(agreementReport(inputOf(...given)));
const asked = (report: AgreementReport, id: string): QuestionReport => {
  const found = report.questions.find(({ question }) => question === id);
  if (!found) throw new RangeError(id);
  return found;
};
const pooled = (report: AgreementReport, id: string, measure: string, how: "strict" | "lenient" = "strict") =>
  asked(report, id).measures.find((one) => one.measure === measure)?.[how]?.pooled.value;

describe("the agreement of a project's sets", () => {
  const report = reportOf([[ana, ben]]);

  it("is 1 where a measure is defined at all and all say the same", () => {
    const same = reportOf([[ana, ana, ana]]);
    expect(same.disputed).toEqual([]);
    for (const { measures } of same.questions)
      for (const { measure, strict, lenient } of measures)
        for (const figures of [strict, lenient])
          if (figures && figures.pooled.value !== null)
            expect(figures.pooled.value, measure).toBeCloseTo(measure === "gamma-disorder" ? 0 : 1, 9);
  });

  it("counts edges strictly, and passes over what the policies pass over", () => {
    // Of four marks and three: the cue alone has the same edges and type; the claim has under the policies.
    expect(pooled(report, "marks", "span-f1-strict")).toBeCloseTo(2 / 7, 9);
    expect(pooled(report, "marks", "span-f1-strict", "lenient")).toBeCloseTo(4 / 7, 9);
    expect(pooled(report, "marks", "span-f1-exact")).toBeCloseTo(4 / 7, 9);
    expect(pooled(report, "marks", "span-f1-overlap")).toBeCloseTo(6 / 7, 9);
    expect(
      pooled(reportOf([[ana, ben]], { policies: [] }), "marks", "span-f1-strict", "lenient"),
    ).toBeUndefined();
  });

  it("rates what is said of units that two have", () => {
    expect(pooled(report, "type", "observed")).toBeCloseTo(2 / 3, 9);
    expect(pooled(report, "field:polarity", "observed")).toBe(0);
    expect(asked(report, "type")).toMatchObject({ units: 3, warnings: [{ key: "agreement.warns-few" }] });
    expect(pooled(report, "characters", "observed")).toBeGreaterThan(0.5);
  });

  it("leads from a figure to exactly its disagreements", () => {
    const quotes = (question: Parameters<typeof filterOf>[0], measure: string, how: "strict" | "lenient") =>
      disagreementsOf(report.disputed, filterOf(question, measure, how)).map(({ quote }) => quote);
    expect(quotes("marks", "span-f1-strict", "strict").sort()).toEqual(["Nobody", "Orban", "it was over"]);
    expect(quotes("marks", "span-f1-strict", "lenient").sort()).toEqual(["Nobody", "Orban"]);
    expect(quotes("marks", "span-f1-overlap", "strict")).toEqual(["Nobody"]);
    expect(quotes("type", "observed", "strict")).toEqual(["Orban"]);
    expect(quotes("field:polarity", "observed", "strict")).toEqual(["it was over"]);
    expect(quotes("field:act", "observed", "strict")).toEqual([]);
  });

  it("leads from a cell of the table of confusions to what it counts", () => {
    const { confusions } = asked(report, "type");
    expect(confusions?.categories).toEqual(
      expect.arrayContaining(["speaker", "source", "cue", "claim", null]),
    );
    const at = (value: string | null) => confusions?.categories.indexOf(value) ?? -1;
    expect(confusions?.tables[0]?.[at("speaker")]?.[at("source")]).toBe(1);
    expect(confusions?.tables[0]?.[at("speaker")]?.[at(null)]).toBe(1);
    const cell = (said: readonly [string | null, string | null]) =>
      disagreementsOf(report.disputed, {
        how: "strict",
        kind: "span",
        aspects: ["type", "missing"],
        pair: [0, 1],
        said,
      }).map(({ quote }) => quote);
    expect(cell(["speaker", "source"])).toEqual(["Orban"]);
    expect(cell(["speaker", null])).toEqual(["Nobody"]);
    expect(cell(["source", "speaker"])).toEqual([]);
  });

  it("pools articles, and beside that gives the mean of their own figures", () => {
    const two = reportOf([
      [ana, ben],
      [ben, ben],
    ]);
    const strict = asked(two, "marks").measures.find(({ measure }) => measure === "span-f1-strict")?.strict;
    expect(strict?.pooled.value).toBeCloseTo(8 / 13, 9);
    expect(strict?.macro).toEqual({ value: expect.closeTo((2 / 7 + 1) / 2, 9), n: 2 });
    expect(two.articles.map(({ units, disputed }) => [units, disputed])).toEqual([
      [5, 4],
      [4, 0],
    ]);
  });

  it("says what of the guideline is read differently", () => {
    expect(
      report.aspects.map(({ kind, aspect, field, strict, lenient }) => [
        kind,
        field ?? aspect,
        strict,
        lenient,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["card", "polarity", 1, 1],
        ["span", "edges", 1, 0],
        ["span", "type", 1, 1],
        ["span", "missing", 1, 1],
      ]),
    );
    expect(report.checks.every(({ differing, units }) => differing > 0 && differing <= units)).toBe(true);
  });

  it("is of the types and questions chosen alone", () => {
    const claims = reportOf([[ana, ben]], {
      types: ["claim"],
      questions: ["marks"],
      measures: ["span-f1-exact"],
    });
    expect(
      claims.questions.map(({ question, measures }) => [question, measures.map(({ measure }) => measure)]),
    ).toEqual([["marks", ["span-f1-exact"]]]);
    expect(pooled(claims, "marks", "span-f1-exact", "lenient")).toBe(1);
  });

  it("has nothing to say of one annotator, or of no article", () => {
    expect(reportOf([[ana]]).questions).toEqual([]);
    expect(reportOf([]).questions).toEqual([]);
  });

  it("gives the figure of each two, which does not hang on who is named first", () => {
    const figures = asked(reportOf([[ana, ben, ana]]), "marks").measures[0]?.strict.pairs;
    expect(figures?.map(({ pair, value }) => [pair.join(), value?.toFixed(4)])).toEqual([
      ["0,1", "0.2857"],
      ["0,2", "1.0000"],
      ["1,2", "0.2857"],
    ]);
    expect(pooled(reportOf([[ben, ana]]), "marks", "u-alpha")).toBeCloseTo(
      pooled(report, "marks", "u-alpha") ?? 0,
      9,
    );
  });

  it("parts the units by when they were made once there are enough of them", () => {
    expect(report.time).toEqual([]);
    const many = reportOf(Array.from({ length: 9 }, () => [ana, ben]));
    expect(many.time).toHaveLength(4);
    expect(many.time.reduce((sum, { n }) => sum + n, 0)).toBe(45);
  });
});

describe("the continuum of sets", () => {
  it("has the articles one behind the other, a unit a segment, and only the types chosen", () => {
    const { text, set } = markedArticle("{o:speaker|Orban} said {c:claim|so} and {c:claim|thus}");
    const length = text.text.length;
    const article = { text, sets: [set, set] };
    const on = { policies: [], types: new Set(["claim"]) };
    const units = [11, 18, length + 11, length + 18].map((start, at) => ({
      start,
      end: start + (at % 2 === 0 ? 2 : 4),
      label: "claim",
    }));
    expect(continuumFrom(["Ana", "Ben"], [article, article], on)).toEqual({
      length: 2 * length,
      breaks: [length],
      annotators: [
        { name: "Ana", units },
        { name: "Ben", units },
      ],
    });
  });
});

describe("passages", () => {
  const unit = fc
    .record({ start: fc.nat(80), size: fc.integer({ min: 1, max: 15 }), label: fc.constantFrom("a", "b") })
    .map(({ start, size, label }) => ({ start, end: start + size, label }));

  it("hold every unit once, none over an edge, and make the whole again", () => {
    fc.assert(
      fc.property(fc.array(fc.array(unit, { maxLength: 6 }), { minLength: 2, maxLength: 3 }), (people) => {
        const annotators = people.map((units, at) => ({ name: `${at}`, units }));
        const passages = passagesOf({ length: 100, annotators });
        for (const { length, annotators: those } of passages)
          for (const { units } of those)
            for (const { start, end } of units) expect(start >= 0 && end <= length).toBe(true);
        if (passages.length === 0) return;
        const whole = joinPassages(passages);
        const sorted = (of: readonly { readonly units: readonly Unit[] }[]) =>
          of.map(({ units }) => units.map(({ start, end, label }) => `${start} ${end} ${label}`).sort());
        expect(sorted(whole.annotators)).toEqual(sorted(annotators));
      }),
    );
  });
});
