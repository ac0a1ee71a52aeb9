// Columns of tables that say several things of the same voices or sources have as many values, in the same order, whatever a card is like and
// whatever people are called.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { analysisTables, statementTable } from "../../../shared/interchange/analysis-tables.ts";
import { listed, valuesListed } from "../../../shared/interchange/listed-values.ts";
import { type Cell, tablesOf } from "../../../shared/interchange/tables.ts";
import { entityBehind, sourceClass } from "../../../shared/model/entity.ts";
import { spanText } from "../../../shared/model/span.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { randomPlanted } from "../../helpers/planted-statements.ts";
import { runs } from "../../helpers/tier.ts";

const nasty = fc.oneof(
  fc.constantFrom(";", "; ", "\\", "\\; ", "A; B", "a\\", "\\\\;", " ;", "-", "–"),
  fc.string({ minLength: 1, maxLength: 6 }),
);

it("values that are listed in a cell come back from it, whatever stands in them", () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), (values) => {
      expect(valuesListed(listed(values))).toEqual(values);
    }),
    { numRuns: runs(500) },
  );
});

/** The project with other names, and with some voices that point to nobody. */
const bundles: fc.Arbitrary<ExportBundle> = fc
  .tuple(randomPlanted, fc.array(nasty, { minLength: 8, maxLength: 8 }), fc.infiniteStream(fc.boolean()))
  .map(([bundle, names, bits]) => ({
    ...bundle,
    entities: bundle.entities.map((one, at) => ({ ...one, name: names[at % names.length] ?? one.name })),
    articles: bundle.articles.map((article) => ({
      ...article,
      sets: article.sets.map((set) => ({
        ...set,
        spans: set.spans.map((span) => {
          const { entity: _none, ...unlinked } = span;
          return bits.next().value ? span : unlinked;
        }),
      })),
    })),
  }));

describe("a row of a card", () => {
  it("says of each voice and of each source what is known, or nothing, in their order", () => {
    let unlinked = 0;
    fc.assert(
      fc.property(bundles, (bundle) => {
        const registry = tableOf(bundle.entities);
        const [, , cards] = tablesOf(bundle).ofArticles;
        const statements = statementTable(bundle);
        for (const article of bundle.articles)
          for (const table of [cards, statements])
            for (const row of table.rows(article)) {
              const cell = (name: string): Cell => row[table.columns.indexOf(name)] ?? null;
              const values = (name: string): readonly string[] => valuesListed(String(cell(name)));
              const id = cell(table === cards ? "card" : "statement");
              const set = article.sets[0];
              const card = set?.attributions.find((one) => one.id === id);
              if (!set || !card) throw new Error("The row is of a card.");
              const entitiesOf = (ids: readonly string[]) =>
                ids.map((of) => {
                  const entity = set.spans.find((span) => span.id === of)?.entity;
                  return entity === undefined ? null : (entityBehind(registry, entity) ?? null);
                });
              const voices = entitiesOf(card.voice);
              const sources = entitiesOf(card.via.map(({ span }) => span));
              if (voices.includes(null) && voices.length > 1) unlinked += 1;
              const orEmpty = (all: readonly string[]) => (all.length === 0 ? [""] : all);
              const wordsOf = (of: string) => {
                const span = set.spans.find((one) => one.id === of);
                return span ? spanText(span) : "";
              };
              expect(values("voice")).toEqual(orEmpty(card.voice.map(wordsOf)));
              expect(String(cell("voice_spans")).split(" ")).toEqual(orEmpty(card.voice));
              expect(values("voice_entity")).toEqual(orEmpty(voices.map((one) => one?.name ?? "")));
              if (table === cards) continue;
              expect(values("voice_entity_ids")).toEqual(orEmpty(voices.map((one) => one?.id ?? "")));
              expect(values("voice_types")).toEqual(orEmpty(voices.map((one) => one?.type ?? "")));
              expect(values("voice_classes")).toEqual(
                orEmpty(voices.map((one) => (one ? sourceClass(one) : ""))),
              );
              expect(values("via_entities")).toEqual(orEmpty(sources.map((one) => one?.name ?? "")));
              expect(values("via").length).toBe(Math.max(1, sources.length));
            }
      }),
      { numRuns: runs(60) },
    );
    expect(unlinked).toBeGreaterThan(0);
  });

  it("has a name for each id of those whom the claim is about, an empty one where the registry has them no longer", () => {
    let gone = 0;
    fc.assert(
      fc.property(bundles, fc.infiniteStream(fc.nat(20)), (bundle, picks) => {
        const known = bundle.entities.map(({ id }) => id);
        const registry = tableOf(bundle.entities);
        const someone = (): string => known[picks.next().value] ?? `gone-${picks.next().value}`;
        const [, , { columns, rows }] = tablesOf(bundle).ofArticles;
        for (const article of bundle.articles) {
          const sets = article.sets.map((set) => ({
            ...set,
            attributions: set.attributions.map((card) => ({
              ...card,
              about: [...new Set([someone(), someone(), someone()])],
            })),
          }));
          for (const row of rows({ ...article, sets })) {
            const names = valuesListed(String(row[columns.indexOf("about")]));
            const ids = String(row[columns.indexOf("about_entity_ids")]).split(" ");
            expect(names).toEqual(ids.map((id) => entityBehind(registry, id)?.name ?? ""));
            gone += names.filter((name) => name === "").length;
          }
        }
      }),
      { numRuns: runs(60) },
    );
    expect(gone).toBeGreaterThan(0);
  });

  it("has a cell for each column, in every table", () => {
    fc.assert(
      fc.property(bundles, (bundle) => {
        const { ofArticles, entities } = analysisTables(bundle);
        const rows = ofArticles.flatMap(({ columns, rows: rowsOf }) =>
          bundle.articles.flatMap(rowsOf).map((row) => [row.length, columns.length]),
        );
        for (const row of entities.rows()) rows.push([row.length, entities.columns.length]);
        for (const [cells, columns] of rows) expect(cells).toBe(columns);
      }),
      { numRuns: runs(30) },
    );
  });

  it("tells the cards that begin in what is left out of the analysis, which figures do not count", () => {
    let excluded = 0;
    fc.assert(
      fc.property(randomPlanted, (bundle) => {
        const { columns, rows } = statementTable(bundle);
        for (const article of bundle.articles)
          for (const row of rows(article)) {
            const [set] = article.sets;
            const id = row[columns.indexOf("statement")];
            const card = set?.attributions.find((one) => one.id === id);
            const claim = set?.spans.find((span) => span.id === card?.claim);
            const start = claim?.segments[0]?.start;
            if (start === undefined) continue;
            const isOut = set?.exclusions.some(
              ({ segment }) => segment.start <= start && start < segment.end,
            );
            expect(row[columns.indexOf("excluded")]).toBe(isOut);
            if (isOut) excluded += 1;
          }
      }),
      { numRuns: runs(60) },
    );
    expect(excluded).toBeGreaterThan(0);
  });
});
