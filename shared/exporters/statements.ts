// Statements as one tidy table of CSV (RFC 4180): a row a card, with what is known of its article and of those who make it. A cell that a
// spreadsheet would take for a formula begins with an apostrophe.
import type { ExportedArticle } from "../annotated-json/bundle.ts";
import { utf8 } from "../files/zip.ts";
import { statementTable } from "../interchange/analysis-tables.ts";
import { allOfStandoff, type LossCount } from "../interchange/capabilities.ts";
import { csvText } from "../interchange/csv-text.ts";
import { countBeside, countDetails, countFacts, fieldsCount } from "../interchange/flatten.ts";
import type { Part } from "../interchange/passes.ts";
import type { Cell } from "../interchange/tables.ts";
import { entitiesNamed } from "../model/annotation-set.ts";
import { spansOf } from "../model/attribution.ts";
import { entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { spanText } from "../model/span.ts";
import { tableOf } from "../model/table.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

export const statementsExporter: BundleExporter = {
  id: "statements",
  takes: "bundle",
  extension: "csv",
  capabilities: {
    ...allOfStandoff,
    segments: false,
    entityDetails: "none",
    provenance: "none",
  },
  counting({ entities }, count) {
    const registry = tableOf(entities);
    const counted = new Set<Id>();
    const countFields = fieldsCount(count);
    return (exported) => {
      countLeftOut(exported, count);
      const named = exported.sets.flatMap(({ spans, attributions }) => [
        ...entitiesNamed(spans, attributions),
      ]);
      for (const id of named) {
        const entity = entityBehind(registry, id);
        if (!entity) continue;
        if (entity.id !== id) count.add("merged-entities", entity.name);
        countFields(entity);
        if (!counted.has(entity.id)) countDetails(entity, count);
        counted.add(entity.id);
      }
    };
  },
  passes(head) {
    const { columns, rows } = statementTable(head);
    return [{ begin: () => linesOf([columns]), article: (article) => linesOf(rows(article)) }];
  },
};

/** What of an article and of its sets is no statement, and what no row says of one. */
function countLeftOut({ article, sets }: ExportedArticle, count: LossCount): void {
  const { title, metadata, original } = article;
  const isTold = sets.some(({ attributions }) => attributions.length > 0);
  countFacts(isTold ? { title, metadata, original } : article, count);
  for (const set of sets) {
    countBeside(set, count);
    count.add("exclusions", title, set.exclusions.length);
    const linked = new Set(set.attributions.flatMap(spansOf));
    for (const span of set.spans) {
      count.add(linked.has(span.id) ? "types" : "unlinked-spans", spanText(span));
      if (linked.has(span.id) && span.segments.length > 1) count.add("segments", spanText(span));
      count.add("provenance", spanText(span));
    }
  }
}

function linesOf(rows: readonly (readonly Cell[])[]): readonly Part[] {
  if (rows.length === 0) return [];
  return [{ name: onlyFile, bytes: utf8(csvText(rows)) }];
}
