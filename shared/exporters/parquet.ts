// Tables as Apache Parquet (https://parquet.apache.org), a file each, for DuckDB, pandas, R and Spark: columns with types, packed by Snappy. Written
// in groups of rows, so that no table has to be in memory.
import { ByteWriter } from "hyparquet-writer/src/bytewriter.js";
import { ParquetWriter } from "hyparquet-writer/src/parquet-writer.js";
import type { ExportedArticle } from "../annotated-json/bundle.ts";
import { type AnalysisTable, analysisTables, type TypedRow } from "../interchange/analysis-tables.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import type { Part } from "../interchange/passes.ts";
import { countTableLosses } from "../interchange/tables.ts";
import type { BundleExporter } from "./exporter.ts";

export const parquetExporter: BundleExporter = {
  id: "parquet",
  takes: "bundle",
  extension: "zip",
  capabilities: { ...allOfStandoff, provenance: "own" },
  counting: (_head, count) => (article) => countTableLosses(article, count),
  passes(head) {
    const { ofArticles, entities } = analysisTables(head);
    const about = { project: head.project.name, generator: head.generator, exported_at: head.exportedAt };
    const file = (table: AnalysisTable) => startFile(table, about);
    return [
      ...ofArticles.map((table) => {
        const writing = file(table);
        return {
          article: (article: ExportedArticle) => writing.add(table.rows(article)),
          end: writing.end,
        };
      }),
      {
        article: () => [],
        end() {
          const writing = file(entities);
          return [...writing.add(entities.rows()), ...writing.end()];
        },
      },
    ];
  },
};

/** Rows of a group, and the code units of all their texts, after which it is written. */
const rowsInGroup = 20_000;
const unitsInGroup = 8_000_000;

/** One file, which grows as rows are added. */
function startFile({ name, columns }: AnalysisTable, about: Readonly<Record<string, string>>) {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: "root", num_children: columns.length }, ...columns.map(columnOf)],
    createdBy: about.generator ?? "",
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  });
  let rows: TypedRow[] = [];
  let units = 0;
  /** What was written since the last time. */
  const written = (): readonly Part[] => {
    const part = { name: `${name}.parquet`, bytes: bytes.getBytes().slice() };
    bytes.index = 0;
    return part.bytes.length > 0 ? [part] : [];
  };
  const writeGroup = (): void => {
    if (rows.length === 0) return;
    const columnData = columns.map((column, at) => ({
      name: column.name,
      data: rows.map((row) => row[at] ?? null),
    }));
    writer.write({ columnData, rowGroupSize: rows.length });
    rows = [];
    units = 0;
  };
  return {
    add(more: readonly TypedRow[]): readonly Part[] {
      for (const row of more) {
        rows.push(row);
        for (const cell of row) units += typeof cell === "string" ? cell.length : 0;
        if (rows.length >= rowsInGroup || units >= unitsInGroup) writeGroup();
      }
      return written();
    },
    end(): readonly Part[] {
      writeGroup();
      writer.finish();
      return written();
    },
  };
}

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

const columnOf = ({ name, type }: AnalysisTable["columns"][number]): SchemaElement =>
  type === "integer"
    ? { name, type: "INT32", repetition_type: "OPTIONAL" }
    : {
        ...{ name, type: "BYTE_ARRAY", repetition_type: "OPTIONAL" },
        ...{ converted_type: "UTF8", logical_type: { type: "STRING" } },
      };
