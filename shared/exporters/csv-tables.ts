// Tables as CSV (RFC 4180), one file each, and the text of each article beside them. A cell that a spreadsheet would take for a formula begins with an apostrophe.
import type { ExportedArticle } from "../annotated-json/bundle.ts";
import { utf8 } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { csvText } from "../interchange/csv-text.ts";
import type { Part } from "../interchange/passes.ts";
import { type Cell, countTableLosses, type TableHead, tablesOf } from "../interchange/tables.ts";
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
