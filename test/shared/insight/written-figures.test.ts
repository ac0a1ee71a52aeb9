// Figures as they leave the program: golden files of every form, hostile names that do no harm, a method note of all settings, and a hash that
// tells the same data from others.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { sorted } from "../../../shared/files/canonical.ts";
import { elementsIn, readXml } from "../../../shared/files/xml.ts";
import { unpackZip } from "../../../shared/files/zip.ts";
import { figuresPage, style, styleHash } from "../../../shared/insight/figures-page.ts";
import { methodNote } from "../../../shared/insight/figures-report.ts";
import { insightMeasures } from "../../../shared/insight/index.ts";
import type { InsightGroup, InsightQuery, MeasuredInsight } from "../../../shared/insight/report.ts";
import {
  defaultScope,
  duplicatePolicies,
  type InsightScope,
  indexedProject,
} from "../../../shared/insight/scope.ts";
import {
  type FigureFormatId,
  figureFormatIds,
  writtenFigures,
} from "../../../shared/insight/written-figures.ts";
import { finish } from "../../../shared/model/work.ts";
import { type Language, languages, localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { hashOf, sampleBundle } from "../../helpers/bundles.ts";
import { entity } from "../../helpers/marked-article.ts";
import {
  plantedArticles,
  plantedEntities,
  plantedProject,
  planter,
} from "../../helpers/planted-statements.ts";
import { runs } from "../../helpers/tier.ts";

const planted = plantedProject(plantedArticles, plantedEntities);
const wordsOf = (language: Language) => createWords(localeFor(language, []), "UTC");
const hashOfValue = (value: unknown): string => hashOf(JSON.stringify(sorted(value)));

interface Asked extends Partial<Omit<InsightQuery, "scope">> {
  readonly scope?: Partial<InsightScope>;
  readonly language?: Language;
  readonly cards?: number;
}

function write(
  bundle: ExportBundle,
  format: FigureFormatId,
  { scope, language = "en", cards = 0, ...query }: Asked,
) {
  const { generator, exportedAt } = bundle;
  const texts = new Map(bundle.articles.map(({ article, text }) => [article.id, text]));
  return finish(
    writtenFigures(
      indexedProject(bundle),
      { measures: [], by: [], seed: 1, ...query, scope: { ...defaultScope, ...scope } },
      { format, cards, project: bundle.project.name, generator, writtenAt: exportedAt },
      { words: wordsOf(language), hashOf: hashOfValue, textOf: (id) => texts.get(id) ?? "" },
    ),
  );
}

function textOf(bundle: ExportBundle, format: FigureFormatId, asked: Asked): string {
  const written = write(bundle, format, asked);
  if (!written.ok) throw new Error(wordsOf("en").tell(written.problem));
  const inside = format === "xlsx" ? unpackZip(written.bytes, { entries: 20, bytes: 10_000_000 }) : null;
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
  if (!inside) return text(written.bytes);
  if (!inside.ok) throw new Error(inside.why);
  return inside.files.map(({ name, bytes }) => `=== ${name}\n${text(bytes)}`).join("");
}

const questions: Readonly<Record<FigureFormatId, Asked>> = {
  csv: { measures: ["statements", "space"], by: ["publisher", "entity"] },
  json: { measures: ["anonymity-appearances"] },
  xlsx: { measures: ["statements", "space"], by: ["entity"] },
  html: { measures: ["anonymity-articles", "appearances", "kinds"], by: ["month"] },
  markdown: { measures: ["source-mix"] },
  graphml: { measures: ["together"] },
  edges: { measures: ["together-paragraphs"] },
};

describe("each form of figures", () => {
  it.each(figureFormatIds)("%s is written as its golden file holds it", async (format) => {
    await expect(textOf(planted, format, questions[format])).toMatchFileSnapshot(
      `../../golden/insight/planted.${format}.txt`,
    );
  });

  it("speaks German where somebody asks in German", async () => {
    for (const format of ["html", "markdown"] as const) {
      const german = textOf(planted, format, { measures: ["source-mix"], by: ["gender"], language: "de" });
      await expect(german).toMatchFileSnapshot(`../../golden/insight/planted.german-${format}.txt`);
    }
  });

  it("is the same for the same question, and JSON and CSV have all figures", () => {
    for (const format of figureFormatIds)
      expect(textOf(sampleBundle(), format, questions[format])).toBe(
        textOf(sampleBundle(), format, questions[format]),
      );
    const asked = { measures: ["statements"], by: ["entity"] };
    const { measures } = JSON.parse(textOf(planted, "json", asked));
    const rows = textOf(planted, "csv", asked).trimEnd().split("\r\n");
    expect(rows).toHaveLength(1 + measures[0].groups.length);
  });

  it("says how many groups it has no room for, which the tables for programs have", () => {
    const many = Array.from({ length: 501 }, (_, at) => entity(`e${at}`, `Speaker ${at}`));
    const cards = many.map(({ id }) => ({ voices: [id], cue: "said", claim: "so" }));
    const crowd = plantedProject([{ id: "A1", cards }], many);
    const asked = { measures: ["statements"], by: ["entity"] };
    expect(textOf(crowd, "html", asked)).toContain("One more group is not shown here.");
    expect(textOf(crowd, "markdown", asked)).toContain("One more group");
    expect(textOf(crowd, "csv", asked).trimEnd().split("\r\n")).toHaveLength(502);
  });
});

const attack =
  "</td><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u0000'\"&amp;|`[a](javascript:b)*";

/** Whatever people can call things is an attack. */
const hostile: ExportBundle = (() => {
  const bundle = plantedProject(
    plantedArticles.map((article) => ({ ...article, publisher: attack })),
    plantedEntities.map((one) => ({ ...one, name: `${attack}${one.name}` })),
  );
  return { ...bundle, project: { ...bundle.project, name: attack } };
})();

describe("the cards of a report", () => {
  const asked = { measures: ["statements"], by: ["entity"], cards: 2 };

  it.each(["html", "markdown"] as const)(
    "stand in %s with their figure, as many as were asked for",
    async (format) => {
      await expect(textOf(planted, format, asked)).toMatchFileSnapshot(
        `../../golden/insight/planted.cards-${format}.txt`,
      );
      const figures = JSON.parse(textOf(planted, "json", { ...asked, cards: 0 })).measures[0].groups;
      const numerators: readonly number[] = figures.map(({ numerator }: { numerator: number }) => numerator);
      const more = numerators.map((numerator) => Math.max(0, numerator - 2)).filter((count) => count > 0);
      const text = textOf(planted, format, asked);
      expect(text.match(/more cards? (?:is|are) not shown here/gu) ?? []).toHaveLength(more.length);
      expect(more.length).toBeGreaterThan(0);
      const all = textOf(planted, format, { ...asked, cards: 1_000 });
      expect(all).not.toMatch(/more cards? (?:is|are) not shown here/u);
    },
  );

  it("are none unless they are asked for, and none in tables for programs", () => {
    expect(textOf(planted, "html", { ...asked, cards: 0 })).not.toContain("Cards counted");
    for (const format of figureFormatIds.filter((id) => id !== "html" && id !== "markdown"))
      expect(write(planted, format, { ...questions[format], cards: 1 })).toMatchObject({
        ok: false,
        problem: { key: "insight.no-cards" },
      });
  });
});

/** What a group is called that is not known, beside others that are called whatever looks like it. */
describe("what is not known", () => {
  const names = ["-", "–", "“–”", "not known", "unknown", "null", "n/a", "?"];
  const bundle = plantedProject(
    [{ id: "none", cards: [] }, ...names.map((publisher, at) => ({ id: `N${at}`, publisher, cards: [] }))],
    plantedEntities,
  );
  const asked = { measures: ["anonymity-articles"], by: ["publisher"] };

  it("is a value of its own, whatever articles say of themselves", () => {
    const { groups } = JSON.parse(textOf(bundle, "json", asked)).measures[0];
    const values = groups.map(({ by }: { by: { publisher: string | null } }) => by.publisher);
    expect(values.at(-1)).toBeNull();
    expect(new Set(values)).toEqual(new Set([...names, null]));
    const rows = textOf(bundle, "csv", asked).trimEnd().split("\r\n").slice(1);
    const cells = rows.map((row) => row.split(",")[2]);
    expect(cells.at(-1)).toBe("");
    expect(new Set(cells).size).toBe(names.length + 1);
    const page = textOf(bundle, "html", asked);
    expect(page.match(/<th scope="row"><i>not known<\/i>/gu)).toHaveLength(1);
    expect(page.match(/<th scope="row"><bdi>not known<\/bdi>/gu)).toHaveLength(1);
    const table = textOf(bundle, "markdown", asked);
    expect(table.match(/^\| \*not known\* \|/gmu)).toHaveLength(1);
    expect(table.match(/^\| not known \|/gmu)).toHaveLength(1);
  });
});

describe("hostile names", () => {
  const asked = { measures: ["statements", "source-mix"], by: ["publisher", "entity"] };
  const bySource = { ...asked, measures: ["statements"] };

  it("are text on the page, which holds nothing that runs or is fetched", () => {
    const page = textOf(hostile, "html", {
      ...{ measures: ["statements", "appearances"], by: ["month", "entity"], cards: 5 },
      scope: { filter: { ...defaultScope.filter, publishers: [attack] } },
    });
    const elements = new Map<string, Set<string>>();
    let said = "";
    const parser = new Parser({
      onopentag(name, attributes) {
        elements.set(name, new Set([...(elements.get(name) ?? []), ...Object.keys(attributes)]));
      },
      ontext(text) {
        said += text;
      },
    });
    parser.end(page);
    expect([...elements.keys()].sort()).toEqual(
      [
        ...[
          "bdi",
          "body",
          "figcaption",
          "figure",
          "h1",
          "h2",
          "h3",
          "head",
          "html",
          "i",
          "li",
          "main",
          "meta",
          "ol",
          "p",
          "path",
          "rect",
          "section",
        ],
        ...["style", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr", "ul"],
      ].filter((name) => elements.has(name)),
    );
    const attributes = new Set([...elements.values()].flatMap((names) => [...names]));
    expect([...attributes].filter((name) => /^on|^style$|^src$|^href$/u.test(name))).toEqual([]);
    expect(said).toContain("<script>alert(1)</script><img src=x onerror=alert(2)>⟨U+202E⟩⟨U+0000⟩'\"&amp;");
    expect(page).not.toMatch(/<script|<img|<link|<a |url\(|@import|https?:/iu);
  });

  it("are text in Markdown, in a cell each", () => {
    const text = textOf(hostile, "markdown", { ...bySource, cards: 5 });
    const kinds = new Set<string>();
    const walk = (node: { readonly type: string; readonly children?: readonly never[] }): void => {
      kinds.add(node.type);
      for (const child of node.children ?? []) walk(child);
    };
    walk(fromMarkdown(text) as never);
    expect([...kinds].sort()).toEqual(["heading", "list", "listItem", "paragraph", "root", "text"]);
    const cells = text
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map((line) => line.split(/(?<!\\)\|/u).length);
    expect(new Set(cells).size).toBe(1);
  });

  it("begin no formula in CSV, and break no XML", () => {
    const formulas = {
      ...hostile,
      entities: hostile.entities.map((one) => ({ ...one, name: `=1+1 ${one.name}` })),
    };
    expect(textOf(formulas, "csv", bySource)).not.toMatch(/(?:^|,|")=1\+1/mu);
    expect(textOf(formulas, "edges", { measures: ["together"] })).not.toMatch(/(?:^|,|")=1\+1/mu);
    for (const part of textOf(formulas, "xlsx", bySource)
      .split(/^=== .*\n/mu)
      .slice(1))
      expect({ isXml: readXml(part).ok, isFormula: /<f[ >]/u.test(part) }).toEqual({
        isXml: true,
        isFormula: false,
      });
    expect(readXml(textOf(formulas, "graphml", { measures: ["together"] })).ok).toBe(true);
  });
});

/** A page of one measure with just these groups. */
function pageOf(groups: readonly InsightGroup[]): string {
  const scope = { ...defaultScope, articles: 2, leftOut: 0, curatedInPart: 0, excludedCards: 0 };
  const measured = {
    ...{ id: "kinds", unit: "statement", policy: "all", seed: 1 },
    ...{ groups, scope },
  } as MeasuredInsight;
  const { annotators, tagset, entities, generator, exportedAt: writtenAt } = planted;
  const about = { project: "P", projectHash: "", generator, writtenAt, annotators, tagset, entities };
  return figuresPage(
    { measures: [measured], common: null, nodes: [], cards: new Map(), about },
    wordsOf("en"),
  );
}

const chartIn = (page: string): string => /<figure>.*?<\/figure>/su.exec(page)?.[0] ?? "";
const attributesOf = (chart: string, tag: string, name: string): readonly number[] =>
  Array.from(chart.matchAll(new RegExp(`<${tag} [^>]*?\\b${name}="([^"]*)"`, "gu")), ([, value]) =>
    Number(value),
  );

describe("the charts of the page", () => {
  const counted = { numerator: 1, denominator: 4, n: 4, unknown: 0, low: null, high: null };

  it("draw each value over time in proportion, a time without articles as a gap, and say what can be seen", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.float({ min: 0, max: 1, noNaN: true })), { minLength: 2, maxLength: 12 }),
        (values) => {
          const groups = values.map((value, at) => ({
            ...counted,
            ...{ by: { month: `2026-${String(at + 1).padStart(2, "0")}` }, value },
          }));
          const most = Math.max(0, ...values.map((value) => value ?? 0));
          const chart = chartIn(pageOf(groups));
          if (most === 0) {
            expect(chart).toBe("");
            return;
          }
          const tall = attributesOf(chart.replaceAll(/<rect class="gap"[^>]*>/gu, ""), "rect", "height");
          const known = values.filter((value) => value !== null);
          expect(tall).toHaveLength(known.length);
          for (const [at, value] of known.entries())
            expect(tall[at]).toBeCloseTo((value / most) * Math.max(...tall), 1);
          expect(chart.match(/class="gap"/gu) ?? []).toHaveLength(values.length - known.length);
          expect(chart).toContain(`${values.length} times from 2026-01 to `);
          expect(chart).toContain("n: 4 statements.");
        },
      ),
      { numRuns: runs(50) },
    );
  });

  it("draw shares of one denominator as parts that are as wide as they are large, each with its number in the legend", () => {
    const shares = [0.5, 0.3, 0.2];
    const groups = ["Delta", "Post"].flatMap((publisher) =>
      shares.map((value, at) => ({
        ...counted,
        ...{ by: { publisher, class: ["named person", "described", null][at] ?? null }, value },
      })),
    );
    const chart = chartIn(pageOf(groups));
    const wide = attributesOf(chart, "rect", "width");
    expect(wide).toHaveLength(6);
    const sum = wide.slice(0, 3).reduce((all, width) => all + width, 0);
    for (const [at, value] of shares.entries()) expect((wide[at] ?? 0) / sum).toBeCloseTo(value, 2);
    expect(chart).toContain(
      "<ol><li><bdi>named person</bdi></li><li><bdi>described</bdi></li><li><i>not known</i></li></ol>",
    );
    const more = groups.map((group) => ({ ...group, value: 0.9 }));
    expect(chartIn(pageOf(more))).toBe("");
    expect(chartIn(pageOf(groups.map((group, at) => ({ ...group, denominator: at + 1 }))))).toBe("");
  });

  it("draw lanes for those with the greatest numerators, and none of a single time", () => {
    const groups = Array.from({ length: 15 }, (_, at) =>
      ["2026-01", "2026-02"].map((month) => ({
        ...counted,
        ...{ by: { month, entity: `Speaker ${at}` }, value: 1, numerator: at },
      })),
    ).flat();
    const chart = chartIn(pageOf(groups));
    expect(chart.match(/Speaker \d+/gu)).toHaveLength(12);
    expect(chart).not.toContain("Speaker 2<");
    expect(chart).toContain("Speaker 14");
    expect(chartIn(pageOf(groups.filter(({ by }) => by.month === "2026-01")))).toBe("");
  });
});

describe("the page", () => {
  it("has a policy that allows its own sheet alone", () => {
    expect(createHash("sha256").update(style).digest("base64")).toBe(styleHash);
    expect(textOf(planted, "html", questions.html)).toContain(`style-src 'sha256-${styleHash}'`);
  });

  it("draws each bar by its value, and the interval within the drawing", () => {
    const figure = { numerator: 1, denominator: 2, n: 2, unknown: 0 };
    const groups = [
      { by: { publisher: "A" }, value: 0.5, low: 0.25, high: 1, ...figure },
      { by: { publisher: "B" }, value: null, low: null, high: null, ...figure },
    ];
    const page = pageOf(groups);
    expect(page.match(/<svg/gu)).toHaveLength(1);
    expect(page).toContain('<rect x="0" y="2" width="60" height="8"/><path d="M30 6H120M30 3V9M120 3V9"/>');
  });
});

describe("what is left out", () => {
  it("is told with the figures: cards in stretches that are left out of the analysis", () => {
    const asked = { measures: ["statements"] };
    const { scope } = JSON.parse(textOf(planted, "json", asked)).measures[0];
    expect(scope).toMatchObject({ articles: 6, leftOut: 0, excludedCards: 1 });
    const [head = "", row = ""] = textOf(planted, "csv", asked).split("\r\n");
    expect(row.split(",")[head.split(",").indexOf("excluded_cards")]).toBe("1");
    for (const format of ["html", "markdown", "xlsx"] as const)
      expect(textOf(planted, format, asked)).toContain(
        "1 card in a stretch that is left out of the analysis is not counted.",
      );
  });
});

describe("the names of measures", () => {
  it("head the reports in the language that is asked for, no two alike", () => {
    for (const language of languages) {
      const { tell } = wordsOf(language);
      const names = insightMeasures.map(({ name }) => tell(name));
      expect(new Set(names).size).toBe(names.length);
      const measures = insightMeasures.filter(({ alwaysBy }) => alwaysBy !== "pair").map(({ id }) => id);
      const headings = Array.from(
        textOf(planted, "html", { measures, language }).matchAll(/<h2>([^<]*)<\/h2>/gu),
        ([, heading]) => heading,
      );
      const expected = measures.map((id) => names[insightMeasures.findIndex((one) => one.id === id)]);
      expect(headings.slice(0, -1)).toEqual(expected);
    }
  });
});

describe("the method note", () => {
  const noteOf = (scope: Partial<InsightScope>, measures = ["statements", "appearances"]): string => {
    const bundle = planted;
    const report = JSON.parse(textOf(bundle, "json", { measures, scope }));
    const { annotators, tagset, entities, generator, exportedAt: writtenAt } = bundle;
    const about = { project: "P", projectHash: "abc", generator, writtenAt, annotators, tagset, entities };
    return methodNote(
      { measures: report.measures, common: null, nodes: [], cards: new Map(), about },
      wordsOf("en"),
    ).join("\n");
  };

  it("names every setting", () => {
    const filter = { words: "a", publishers: ["Delta", ""], tags: [], from: "2026-01", to: null };
    const note = noteOf({
      ...{
        sets: { of: "person", id: planter },
        filter,
        nested: true,
        weights: "fractional",
        duplicates: "week",
      },
    });
    for (const sentence of [
      "Only articles by these publishers: Delta and not known.",
      "Only articles whose title contains “a”.",
      "Only articles dated 2026-01 or later.",
      "Only the sets by Anna Lind count.",
      "Cards and words in stretches that are left out of the analysis do not count.",
      "Cards within other cards count.",
      "A card with several voices is divided equally among them.",
      "counts once per week.",
      "Figures of appearances, articles and words count all of them.",
      "State of what was counted (SHA-256): abc.",
    ])
      expect(note).toContain(sentence);
    expect(noteOf({})).toContain("seed 1.");
  });

  it("says which policy of duplicates holds, and none where all count", () => {
    for (const duplicates of duplicatePolicies) {
      const note = noteOf({ duplicates });
      expect(note.includes("counts once per")).toBe(duplicates !== "all");
      expect(note.includes("Every statement counts")).toBe(duplicates === "all");
    }
  });
});

describe("the hash of what was counted", () => {
  const hash = (bundle: ExportBundle): string =>
    JSON.parse(textOf(bundle, "json", questions.json)).projectHash;

  it("is the same for the same data, whoever else is in the registry, and another for others", () => {
    expect(hash(planted)).toMatch(/^[0-9a-f]{64}$/u);
    const more = [...planted.entities, entity("nobody", "Nobody")];
    expect(hash({ ...planted, entities: more.reverse() })).toBe(hash(planted));
    const [first, ...rest] = planted.articles;
    const renamed = planted.entities.map((one) => (one.id === "ines" ? { ...one, name: "Ines P." } : one));
    expect(
      new Set([planted, { ...planted, entities: renamed }, { ...planted, articles: rest }].map(hash)).size,
    ).toBe(3);
    const retitled = first ? [{ ...first, article: { ...first.article, title: "Other" } }, ...rest] : [];
    expect(hash({ ...planted, articles: retitled })).not.toBe(hash(planted));
  });
});

describe("a network", () => {
  it("has each source once and an edge for each two who meet, with what is known of them", () => {
    const xml = readXml(textOf(planted, "graphml", { measures: ["together"] }));
    if (!xml.ok) throw new Error("It is no XML.");
    const graph = elementsIn(xml.root).find(({ local }) => local === "graph");
    const inside = graph ? elementsIn(graph) : [];
    const ids = inside.filter(({ local }) => local === "node").map(({ attributes }) => attributes.get("id"));
    const ends = inside
      .filter(({ local }) => local === "edge")
      .flatMap(({ attributes }) => [attributes.get("source"), attributes.get("target")]);
    expect(ends.length).toBeGreaterThan(2);
    expect([...new Set(ends)].sort()).toEqual(ids);
  });

  it.each([
    [{ measures: ["statements"] }],
    [{ measures: ["together", "together-paragraphs"] }],
    [{ measures: ["together"], by: ["publisher"] }],
    [{}],
  ])("is not made of %j", (asked) => {
    for (const format of ["graphml", "edges"] as const) {
      const written = write(planted, format, asked);
      expect(written).toMatchObject({ ok: false, problem: { key: "insight.no-network" } });
    }
  });
});
