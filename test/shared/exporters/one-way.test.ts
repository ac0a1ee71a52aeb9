// Formats that are written only: that they hold what they say, and nothing that drives a spreadsheet.
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { conllBioExporter } from "../../../shared/exporters/conll-bio.ts";
import { conllUExporter } from "../../../shared/exporters/conll-u.ts";
import { exporterById, exportOf } from "../../../shared/exporters/index.ts";
import { teiExporter } from "../../../shared/exporters/tei.ts";
import { cleanXml, elementsIn, readXml, textIn, type XmlElement } from "../../../shared/files/xml.ts";
import { startWorkbook } from "../../../shared/interchange/workbook-writer.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { randomBundle, sampleBundle } from "../../helpers/bundles.ts";
import { exportStandoffs, fitTo, standoffs } from "../../helpers/standoffs.ts";
import { runs } from "../../helpers/tier.ts";

const about = { generator: "Sayso 0.0.0", exportedAt: "2026-01-02T03:04:05.000Z", title: "Project" };
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const exported = (format: string, bundle: ExportBundle) => {
  const exporter = exporterById(format);
  if (!exporter) throw new RangeError(format);
  return exportOf(exporter, bundle);
};
const filesOf = (format: string, bundle: ExportBundle) => exported(format, bundle).files;
const lossesOf = (format: string, bundle: ExportBundle) => exported(format, bundle).losses;

/** The sample with an entity whose name a spreadsheet would run. */
const hostile = (name: string): ExportBundle => {
  const bundle = sampleBundle();
  return {
    ...bundle,
    entities: bundle.entities.map((entity, at) => (at === 0 ? { ...entity, name } : entity)),
  };
};

describe("tables as CSV", () => {
  it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
    "make no formula of %j (row 46)",
    (name) => {
      const file = filesOf("csv", hostile(name)).find((one) => one.name === "entities.csv");
      const { data } = Papa.parse<string[]>(textOf(file?.bytes ?? new Uint8Array()));
      expect(data[1]?.[1]).toBe(`'${name}`);
    },
  );

  it("have a row for every article, span, card, exclusion, remark and entity, as many cells as columns", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const sets = bundle.articles.flatMap((article) => article.sets);
        const files = filesOf("csv", bundle);
        const texts = files.filter(({ name }) => name.endsWith(".txt"));
        expect(texts.map(({ bytes }) => textOf(bytes))).toEqual(bundle.articles.map(({ text }) => text));
        const tables = files.filter(({ name }) => name.endsWith(".csv"));
        const counts = tables.map(({ bytes }) => {
          const { data } = Papa.parse<string[]>(textOf(bytes), { skipEmptyLines: "greedy" });
          expect(new Set(data.map((row) => row.length)).size).toBe(1);
          return data.length - 1;
        });
        const of = (key: "spans" | "attributions" | "exclusions") =>
          sets.reduce((sum, set) => sum + set[key].length, 0);
        const beside = (
          ["remarks", "waivers", "decisions", "rejections", "orphans", "appearances"] as const
        ).flatMap((key) => sets.flatMap((set): readonly unknown[] => set[key] ?? []));
        const states = sets.filter(({ progress }) => progress);
        expect(counts).toEqual([
          bundle.articles.length,
          of("spans"),
          of("attributions"),
          of("exclusions"),
          beside.length + states.length,
          bundle.entities.length,
        ]);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe("statements as CSV", () => {
  const rowsOf = (bundle: ExportBundle): string[][] => {
    const [file] = filesOf("statements", bundle);
    return Papa.parse<string[]>(textOf(file?.bytes ?? new Uint8Array()), { skipEmptyLines: "greedy" }).data;
  };

  it("have a row for every card, and make no formula of a name", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const cards = bundle.articles.flatMap(({ sets }) => sets.flatMap(({ attributions }) => attributions));
        const rows = rowsOf(bundle);
        expect(rows).toHaveLength(1 + cards.length);
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      }),
      { numRuns: runs(40) },
    );
    const cells = rowsOf(hostile("=HYPERLINK(1)")).flat();
    expect(cells).toContain("'=HYPERLINK(1)");
    expect(cells.filter((cell) => cell.startsWith("="))).toEqual([]);
  });

  it("say that marks in no card are left out, and what is known of an article without cards", () => {
    const bundle = sampleBundle();
    const articles = bundle.articles.map((one) => ({
      ...one,
      sets: one.sets.map((set) => ({ ...set, attributions: [] })),
    }));
    const spans = articles.flatMap(({ sets }) => sets.flatMap((set) => set.spans)).length;
    const lost = new Map(
      lossesOf("statements", { ...bundle, articles }).map(({ what, count }) => [what, count]),
    );
    expect(lost.get("unlinked-spans")).toBe(spans);
    expect(lost.get("metadata")).toBeGreaterThan(0);
    expect(lost.has("types")).toBe(false);
  });
});

describe("tables as a workbook", () => {
  it("are sound XML, hold no formula, and keep every character", () => {
    const name = "=1+1 _x0041_ <b>&\n👍\u0001";
    const parts = filesOf("xlsx", hostile(name));
    const roots = parts.map(({ bytes }) => readXml(textOf(bytes)));
    expect(roots.map(({ ok }) => ok)).toEqual(parts.map(() => true));
    const cells = roots
      .flatMap((read) => (read.ok ? all(read.root) : []))
      .filter(({ local }) => local === "c" || local === "f");
    expect(cells.filter(({ local }) => local === "f")).toEqual([]);
    expect(cells.map(textIn)).toContain("=1+1 _x005F_x0041_ <b>&\n👍_x0001_");
  });
});

describe("a table longer than a sheet", () => {
  it("goes on in further sheets, each with the names of the columns, and loses no row", () => {
    const book = startWorkbook(3);
    const rows = Array.from({ length: 5 }, (_, at) => [`row ${at}`, at]);
    const parts = [
      ...book.table({ name: "spans", columns: ["text", "at"] }),
      ...book.rows(rows),
      ...book.end(),
    ];
    const texts = new Map<string, string>();
    for (const { name, bytes } of parts) texts.set(name, (texts.get(name) ?? "") + textOf(bytes));
    const sheet = (at: number): string[] => {
      const read = readXml(texts.get(`xl/worksheets/sheet${at}.xml`) ?? "");
      return read.ok
        ? all(read.root)
            .filter(({ local }) => local === "row")
            .map(textIn)
        : [read.why];
    };
    expect([1, 2, 3].map(sheet)).toEqual([
      ["textat", "row 00", "row 11"],
      ["textat", "row 22", "row 33"],
      ["textat", "row 44"],
    ]);
    expect(texts.get("xl/workbook.xml")?.match(/name="[^"]*"/gu)).toEqual([
      'name="spans"',
      'name="spans 2"',
      'name="spans 3"',
    ]);
  });
});

const all = (element: XmlElement): XmlElement[] => [element, ...elementsIn(element).flatMap(all)];

describe("columns of words", () => {
  it("begin each span once, and go on only within one", () => {
    fc.assert(
      fc.property(standoffs, (given) => {
        const { documents } = fitTo(given, conllBioExporter.capabilities);
        const text = textOf(
          exportStandoffs(conllBioExporter, documents, about).files[0]?.bytes ?? new Uint8Array(),
        );
        const rows = text
          .split("\n")
          .filter((line) => line.includes("\t") && !line.startsWith("# "))
          .map((line) => line.split("\t").slice(1));
        const width = new Set(documents.flatMap(({ spans }) => spans.map(({ label }) => label))).size;
        for (const row of rows) expect(row.length).toBe(width);
        const begun = rows.flat().filter((tag) => tag.startsWith("B-")).length;
        expect(begun).toBe(documents.reduce((sum, { spans }) => sum + spans.length, 0));
        for (let column = 0; column < width; column += 1)
          rows.reduce((before, row) => {
            const tag = row[column] ?? "O";
            if (tag.startsWith("I-")) expect(before.slice(2)).toBe(tag.slice(2));
            return tag;
          }, "O");
      }),
      { numRuns: runs(60) },
    );
  });

  it("are ten in CoNLL-U, numbered within each sentence, with the words that the text has", () => {
    fc.assert(
      fc.property(standoffs, (given) => {
        const { documents } = fitTo(given, conllUExporter.capabilities);
        const text = textOf(
          exportStandoffs(conllUExporter, documents, about).files[0]?.bytes ?? new Uint8Array(),
        );
        for (const sentence of text.split("\n\n")) {
          const rows = sentence
            .split("\n")
            .filter((line) => line !== "" && !line.startsWith("# "))
            .map((line) => line.split("\t"));
          expect(rows.map(([id]) => id)).toEqual(rows.map((_, at) => String(at + 1)));
          for (const row of rows) expect(row.length).toBe(10);
        }
        const words = text
          .split("\n")
          .filter((line) => /^\d+\t/u.test(line) && !line.includes("Placeholder=Yes"))
          .map((line) => line.split("\t")[1]);
        expect(words.join("")).toBe(
          documents.map((document) => document.text.replace(/[\s\u200b]/gu, "")).join(""),
        );
      }),
      { numRuns: runs(60) },
    );
  });
});

describe("drafts of ClaimReview", () => {
  it("are one a claim, with who says it, and without a rating", () => {
    const [file] = filesOf("claim-review", sampleBundle());
    const { "@graph": graph } = JSON.parse(textOf(file?.bytes ?? new Uint8Array()));
    const [, second] = graph;
    expect(second).toMatchInlineSnapshot(`
      {
        "@type": "ClaimReview",
        "claimReviewed": "“We cannot wait for the spring,” … “People cross this bridge every day, and they have a right to know that it will hold.”",
        "itemReviewed": {
          "@type": "Claim",
          "appearance": {
            "@type": "CreativeWork",
            "author": [
              {
                "name": "Lena Marsh",
              },
              {
                "name": "Tomas Okafor",
              },
            ],
            "datePublished": "14 October 2025",
            "locationCreated": {
              "@type": "Place",
              "name": "PORT ELLERY",
            },
            "name": "Harbour bridge to close for a year",
            "publisher": {
              "@type": "Organization",
              "name": "The Ellery Courier",
            },
          },
          "author": {
            "@type": "Person",
            "affiliation": {
              "@type": "Organization",
              "name": "Port Ellery",
            },
            "alternateName": [
              "Mayor Ana Ruiz",
              "Ruiz",
            ],
            "jobTitle": "mayor",
            "name": "Ana Ruiz",
          },
        },
        "reviewRating": {
          "@type": "Rating",
        },
      }
    `);
    const cards = sampleBundle().articles.flatMap(({ sets }) => sets.flatMap((set) => set.attributions));
    const made = cards.filter(({ claim, fields }) => claim !== null && fields.polarity === "asserts");
    expect(graph.length).toBe(made.length);
    expect(made.length).toBeLessThan(cards.length);
  });

  it.each(["denies", "withholds"])("leave out a claim that its voice %s, and tell it", (polarity) => {
    const bundle = oneCard({ fields: { polarity } });
    expect(graphOf(bundle)).toEqual([]);
    expect(lossesOf("claim-review", bundle)).toContainEqual(
      expect.objectContaining({ what: "cards", count: 1 }),
    );
  });

  it.each(["anonymous", "described"] as const)(
    "name nobody as the author who is %s, and tell it",
    (naming) => {
      const named = oneCard({});
      const authorOf = (bundle: ExportBundle) => graphOf(bundle)[0]?.itemReviewed.author;
      expect(authorOf(named)).toBeDefined();
      const bundle = { ...named, entities: named.entities.map((one) => ({ ...one, naming })) };
      expect(authorOf(bundle)).toBeUndefined();
      expect(lossesOf("claim-review", bundle).map(({ what }) => what)).toContain("entities");
    },
  );

  it("say of a voice without an entity nothing but its words", () => {
    const named = oneCard({});
    const without = named.articles.map(({ sets, ...article }) => ({
      ...article,
      sets: sets.map((set) => ({ ...set, spans: set.spans.map(({ entity: _of, ...span }) => span) })),
    }));
    const { author } = graphOf({ ...named, articles: without })[0].itemReviewed;
    expect(Object.keys(author)).toEqual(["name"]);
  });

  it("say all that is known of an author and of the article, and report nothing of it as lost", () => {
    const named = oneCard({});
    const more = { aliases: ["Another"], role: "mayor", affiliation: "The Council", externalId: "Q42" };
    const about = [{ field: "publisher", value: "The Ledger", from: "file" }] as const;
    const bundle = {
      ...named,
      entities: named.entities.map((one) => ({ ...one, type: "person" as const, ...more })),
      articles: named.articles.map((one) => ({ ...one, article: { ...one.article, about } })),
    };
    const { author, appearance } = graphOf(bundle)[0].itemReviewed;
    expect(author).toMatchObject({
      ...{ alternateName: ["Another"], jobTitle: "mayor", identifier: "Q42" },
      affiliation: { "@type": "Organization", name: "The Council" },
    });
    expect(appearance).toMatchObject({ publisher: { "@type": "Organization", name: "The Ledger" } });
    expect(lossesOf("claim-review", bundle).map(({ what }) => what)).not.toContain("entity-details");
  });

  const graphOf = (bundle: ExportBundle) => {
    const [file] = filesOf("claim-review", bundle);
    return JSON.parse(textOf(file?.bytes ?? new Uint8Array()))["@graph"];
  };

  /** The sample's first card whose voice is somebody named, changed, and nothing else. */
  function oneCard(change: { readonly fields?: Readonly<Record<string, string>> }): ExportBundle {
    const sample = sampleBundle();
    const named = new Set(sample.entities.flatMap(({ id, naming }) => (naming === "named" ? [id] : [])));
    for (const { sets, ...article } of sample.articles)
      for (const set of sets) {
        const voices = new Set(
          set.spans.flatMap(({ id, entity }) => (entity !== undefined && named.has(entity) ? [id] : [])),
        );
        const card = set.attributions.find(
          ({ claim, voice: [first] }) => claim !== null && first !== undefined && voices.has(first),
        );
        if (!card) continue;
        const changed = { ...card, fields: { ...card.fields, polarity: "asserts", ...change.fields } };
        return { ...sample, articles: [{ ...article, sets: [{ ...set, attributions: [changed] }] }] };
      }
    throw new Error("Somebody says something in the sample.");
  }
});

describe("the page to print", () => {
  const page = (bundle: ExportBundle): string =>
    textOf(filesOf("html", bundle)[0]?.bytes ?? new Uint8Array());

  it("shows what comes from outside as text, and fetches and runs nothing", () => {
    const attack = "</style><script>alert(1)</script><img src=x onerror=alert(1)>";
    const bundle = hostile(attack);
    const colour = { light: "red;}</style><script>", dark: "", highContrast: "" };
    const [first, ...rest] = bundle.tagset.spanTypes;
    const text = page({
      ...bundle,
      project: { ...bundle.project, name: attack },
      tagset: { ...bundle.tagset, spanTypes: first ? [{ ...first, name: attack, colour }, ...rest] : [] },
      articles: bundle.articles.map((one) => ({ ...one, article: { ...one.article, title: attack } })),
    });
    expect(text).not.toMatch(/<script|<img|<link|<iframe|url\(|@import|<[^>]*\s(?:href|src|on\w+)=/u);
    expect(text.match(/<\/style>/gu)).toHaveLength(1);
    expect(text).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });

  it("has every character of every paragraph, and a number for every card", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const text = page(bundle);
        const words = text
          .replace(/^[\s\S]*?<article>/u, "")
          .replace(
            /<h1[\s\S]*?<\/h1>|<aside>[\s\S]*?<\/aside>|<sup>\d+<\/sup>|<p class="by">.*?<\/p>|<small class="why">.*?<\/small>|<div class="appendix"[\s\S]*?<\/div>|<footer[\s\S]*$/gu,
            "",
          );
        const plain = words
          .replace(/<[^>]*>/gu, "")
          .replace(/&lt;/gu, "<")
          .replace(/&gt;/gu, ">")
          .replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)))
          .replace(/&amp;/gu, "&");
        const [article] = bundle.articles;
        const given = article?.text ?? "";
        const paragraphs = articleTextOf(given).paragraphs.map(({ start, end }) => given.slice(start, end));
        expect(plain.replace(/\s/gu, "")).toBe(cleanXml(paragraphs.join("")).replace(/\s/gu, ""));
        const cards = article?.sets.flatMap((set) => set.attributions) ?? [];
        const isBlank = (article?.text ?? "").trim() === "";
        expect(text.match(/<section/gu)?.length ?? 0).toBe(isBlank ? 0 : cards.length);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe("TEI", () => {
  it("is sound XML whose paragraphs are the text, with every span between two anchors that hold its words", () => {
    fc.assert(
      fc.property(standoffs, (given) => {
        const { documents } = fitTo(given, teiExporter.capabilities);
        const files = exportStandoffs(teiExporter, documents, about).files;
        for (const [index, { text, spans }] of documents.entries()) {
          const read = readXml(textOf(files[index]?.bytes ?? new Uint8Array()));
          if (!read.ok) throw new Error(read.why);
          const elements = all(read.root);
          const body = elements.find(({ local }) => local === "body");
          const paragraphs = body ? elementsIn(body) : [];
          expect(paragraphs.map(textIn).join("")).toBe(text);
          const places = new Map<string, number>();
          let at = 0;
          const walk = (element: XmlElement): void => {
            for (const child of element.children)
              if (typeof child === "string") at += child.length;
              else {
                if (child.local === "anchor") places.set(`#${child.attributes.get("xml:id")}`, at);
                walk(child);
              }
          };
          for (const paragraph of paragraphs) walk(paragraph);
          const found = elements
            .filter(({ local, attributes }) => local === "span" && attributes.has("from"))
            .map(
              ({ attributes }) =>
                `${places.get(attributes.get("from") ?? "")}-${places.get(attributes.get("to") ?? "")}`,
            );
          expect(found.sort()).toEqual(
            spans.flatMap(({ segments }) => segments.map(({ start, end }) => `${start}-${end}`)).sort(),
          );
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
