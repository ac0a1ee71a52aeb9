// Tables as a workbook of Office Open XML, a sheet each.

import type { ExportedArticle } from "../annotated-json/bundle.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { countTableLosses, tablesOf } from "../interchange/tables.ts";
import { longestCell, startWorkbook } from "../interchange/workbook-writer.ts";
import type { BundleExporter } from "./exporter.ts";

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
