// Tables for spreadsheets: as CSV (RFC 4180), a file each, with the text of each article beside them, or as a workbook of Office Open XML,
// a sheet each. In CSV a cell that a spreadsheet would take for a formula begins with an apostrophe.
import type { ExportedArticle } from "../annotated-json/bundle.ts";
import { utf8 } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { csvText } from "../interchange/csv-text.ts";
import type { Part } from "../interchange/passes.ts";
import { type Cell, countTableLosses, type TableHead, tablesOf } from "../interchange/tables.ts";
import { longestCell, startWorkbook } from "../interchange/workbook-writer.ts";
import type { BundleExporter } from "./exporter.ts";

export const csvTablesExporter: BundleExporter = {
  id: "csv",
  takes: "bundle",
  extension: "zip",
  capabilities: { ...allOfStandoff, provenance: "own" },
  counting: (_head, count) => (article) => countTableLosses(article, count),
  passes(head) {
    const { ofArticles, entities } = tablesOf(head);
    return [
      ...ofArticles.map((table) => ({
        begin: () => linesOf(table, [table.columns]),
        article: (article: ExportedArticle) => linesOf(table, table.rows(article)),
      })),
      {
        article: ({ article, text }: ExportedArticle) => [
          { name: `texts/${article.id}.txt`, bytes: utf8(text) },
        ],
      },
      { article: () => [], end: () => linesOf(entities, [entities.columns, ...entities.rows()]) },
    ];
  },
};

function linesOf({ name }: TableHead, rows: readonly (readonly Cell[])[]): readonly Part[] {
  if (rows.length === 0) return [];
  return [{ name: `${name}.csv`, bytes: utf8(csvText(rows)) }];
}

export const xlsxTablesExporter: BundleExporter = {
  id: "xlsx",
  takes: "bundle",
  extension: "xlsx",
  capabilities: allOfStandoff,
  counting(head, count) {
    const { ofArticles } = tablesOf(head);
    return (article) => {
      countTableLosses(article, count);
      for (const cell of ofArticles.flatMap((table) => table.rows(article)).flat())
        if (typeof cell === "string" && cell.length > longestCell) count.add("long-cells", cell);
    };
  },
  passes(bundle) {
    const { ofArticles, entities } = tablesOf(bundle);
    const book = startWorkbook();
    return [
      ...ofArticles.map((table) => ({
        begin: () => book.table(table),
        article: (article: ExportedArticle) => book.rows(table.rows(article)),
      })),
      {
        article: () => [],
        end: () => [...book.table(entities), ...book.rows(entities.rows()), ...book.end()],
      },
    ];
  },
};
