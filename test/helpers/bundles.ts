// Bundles to export: of the sample project, and of random work on random texts.
import { createHash } from "node:crypto";
import type fc from "fast-check";
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import initSqlJs from "sql.js/dist/sql-wasm-inline.js";
import { bundleOf, type ExportBundle } from "../../shared/annotated-json/bundle.ts";
import { exporterById, exporters, exportOf } from "../../shared/exporters/index.ts";
import { isZip, unpackZip } from "../../shared/files/zip.ts";
import { replaceLoneSurrogates } from "../../shared/importers/decode.ts";
import { recogniseMetadata } from "../../shared/importers/recognise-metadata.ts";
import { type AnnotationSetJson, setToJson } from "../../shared/model/annotation-set.ts";
import type { Article, ArticleBlock, Metadata } from "../../shared/model/article.ts";
import { articleTextOf } from "../../shared/model/article-text.ts";
import type { Id } from "../../shared/model/id.ts";
import { schemaVersion } from "../../shared/model/project.ts";
import { records } from "../../shared/model/table.ts";
import { type SampleProject, sampleProject } from "../../shared/sample/index.ts";
import { newsAttribution } from "../../shared/tagsets/news-attribution.ts";
import { annotatorId, articleId } from "./marked-article.ts";
import { carriedOut, work } from "./random-commands.ts";
import { clock, idSource } from "./sources.ts";

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

for (const { load } of exporters) await load?.();

/** What a format makes of a bundle as text; of one for databases each table with its columns and rows, as a reader finds them. */
export async function readableExport(format: string, bundle: ExportBundle): Promise<string> {
  const exporter = exporterById(format);
  if (format === "parquet" && exporter) {
    const tables = await Promise.all(
      exportOf(exporter, bundle).files.map(async ({ name, bytes }) => {
        const file = bytes.slice().buffer;
        const columns = parquetSchema(parquetMetadata(file)).children.map(
          ({ element }) => `${element.name} ${element.type}`,
        );
        return tableText(name, columns, await parquetReadObjects({ file }));
      }),
    );
    return tables.join("");
  }
  if (format !== "sqlite" || !exporter) return exportedText(format, bundle);
  const { Database } = await initSqlJs();
  const database = new Database(exportOf(exporter, bundle).files[0]?.bytes);
  const [schema] = database.exec("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
  return (schema?.values ?? [])
    .map(([name, sql]) => {
      const [table] = String(sql).startsWith("CREATE TABLE") ? database.exec(`SELECT * FROM "${name}"`) : [];
      return tableText(String(sql), [], table?.values ?? []);
    })
    .join("");
}

const tableText = (name: string, columns: readonly string[], rows: readonly unknown[]): string =>
  `=== ${[name, ...columns].join("\n")}\n${rows.map((row) => `${JSON.stringify(row)}\n`).join("")}`;

/** The text of the one file that a format makes of a bundle; all of its files, each under its name, where there are several. */
export function exportedText(format: string, bundle: ExportBundle): string {
  const exporter = exporterById(format);
  if (!exporter) throw new RangeError(`There is no format ${format}.`);
  const { files: written } = exportOf(exporter, bundle);
  const files = written.flatMap((file) => {
    const inside = isZip(file.bytes) ? unpackZip(file.bytes, { entries: 100, bytes: 10_000_000 }) : null;
    return inside?.ok ? inside.files : [file];
  });
  const text = ({ bytes }: { readonly bytes: Uint8Array }): string => Buffer.from(bytes).toString("utf8");
  const [first, ...more] = files;
  if (first && more.length === 0) return text(first);
  return files.map((file) => `=== ${file.name}\n${text(file)}`).join("");
}

const exportedAt = "2026-01-02T03:04:05.000Z";
const generator = "Sayso 0.0.0";
const project = {
  schemaVersion,
  id: "project",
  name: "Project",
  createdAt: "2026-01-01T00:00:00.000Z",
  tagset: newsAttribution,
  annotators: [{ id: annotatorId, name: "Anna Lind" }],
};

/** The sample project, or so many of its articles, with the same ids and times in every run. */
export function sample(articles?: number): SampleProject {
  return sampleProject({
    newId: idSource(),
    now: clock(),
    annotator: annotatorId,
    origin: { by: "human" },
    hashOf,
    ...(articles !== undefined && { articles }),
  });
}

/** The two articles of the sample that show every kind of attribution, as a bundle; without the project's own fields, tags and article sets. */
export function sampleBundle(): ExportBundle {
  const { name, entities, articles } = sample(2);
  return bundleOf({
    project: { ...project, name },
    entities: entities.map(({ fields, ...entity }) => entity),
    articles: articles.map(({ tags, ...article }) => exported(article)),
    exportedAt,
    generator,
  });
}

/** What the whole sample project would export. */
export function wholeSampleBundle(): ExportBundle {
  const { name, tagset, articleSets, entities, articles } = sample();
  return bundleOf({
    project: { ...project, name, tagset, articleSets },
    entities,
    articles: articles.map(({ tags, ...tagged }) => {
      const { article, ...rest } = exported(tagged);
      const inSets = articleSets.filter(({ filter }) => filter.tags?.some((tag) => tags.includes(tag)));
      return { article: { ...article, tags }, inSets: inSets.map(({ id }) => id), ...rest };
    }),
    exportedAt,
    generator,
  });
}

/** The first article of the sample with this text and nothing on it. */
export function plainArticle(text: string, blocks: readonly ArticleBlock[] = []): ExportBundle {
  const bundle = sampleBundle();
  const articles = bundle.articles.slice(0, 1).map(({ article }) => ({
    article: { ...article, metadata: [], blocks },
    text,
    sets: [],
  }));
  return { ...bundle, articles, entities: [] };
}

/** The words of each paragraph of a text. */
export const paragraphsOf = (text: string): readonly string[] =>
  articleTextOf(text).paragraphs.map(({ start, end }) => text.slice(start, end));

/** Random work on a random text that an importer could have read. */
export const randomBundle: fc.Arbitrary<ExportBundle> = work.map((plain) => {
  const { text } = replaceLoneSurrogates(plain.text);
  const { start, done } = carriedOut({ ...plain, text });
  const { set, entities } = done.at(-1)?.after ?? start;
  const json = { ...setToJson(set), textHash: hashOf(text) };
  return bundleOf({
    project,
    entities: [...records(entities)],
    articles: [
      exported({ id: articleId, title: "Title", text, metadata: recogniseMetadata(text), set: json }),
    ],
    exportedAt,
    generator,
  });
});

interface Tagged {
  readonly id: Id;
  readonly title: string;
  readonly text: string;
  readonly metadata: readonly Metadata[];
  readonly set: AnnotationSetJson;
}

function exported({ id, title, text, metadata, set }: Tagged): ExportBundle["articles"][number] {
  const article: Article = {
    id,
    title,
    addedAt: "2026-01-01T00:00:00.000Z",
    textHash: hashOf(text),
    length: text.length,
    metadata,
    original: null,
  };
  return { article, text, sets: [set] };
}
