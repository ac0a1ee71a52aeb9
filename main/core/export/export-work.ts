// The part of an export that computes: asked article by article by whoever reads and writes, so that it can be done in a thread of its
// own. It knows no disk.
import type { ExportedArticle, ExportHead } from "../../../shared/annotated-json/bundle.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { startExport } from "../../../shared/exporters/export-run.ts";
import { exporterById, exportOf, isArchive, packed } from "../../../shared/exporters/index.ts";
import { ZipFull, zipWriter } from "../../../shared/files/zip.ts";
import type { Loss } from "../../../shared/interchange/capabilities.ts";
import { fileNames } from "../../../shared/interchange/file-set.ts";
import type { Part } from "../../../shared/interchange/passes.ts";
import { limits } from "../../../shared/schema/limits.ts";

export interface ExportWorkInput {
  readonly format: string;
  /** With everybody and every entity: what the articles do not refer to is left out. */
  readonly head: ExportHead;
  /** Whether files stay apart instead of becoming one archive. */
  readonly apart: boolean;
}

/** Articles travel as JSON: whoever asks keeps them so. All are looked at before the first is written, which is refused where it cannot be done. */
export type ExportQuestion =
  | { readonly ask: "look"; readonly article: string }
  | { readonly ask: "losses" }
  | { readonly ask: "begin" | "end"; readonly pass: number }
  | { readonly ask: "write"; readonly pass: number; readonly article: string }
  /** A whole export of this article alone. */
  | { readonly ask: "alone"; readonly article: string }
  | { readonly ask: "close" };

export interface ExportAnswer {
  /** To be appended to the files of these names; of an archive or a format of one file, to that. */
  readonly parts: readonly Part[];
  readonly losses: readonly Loss[];
  readonly passes: number;
  /** There is no room in an archive for all of it. */
  readonly isFull: boolean;
}

type ExportWork = (question: ExportQuestion) => Promise<ExportAnswer>;

const nothing: ExportAnswer = { parts: [], losses: [], passes: 0, isFull: false };

/** `most`: bytes of what has to be made in memory as a whole. */
export function startExportWork(
  { format, head, apart }: ExportWorkInput,
  most = limits.databaseBytes,
): ExportWork {
  const exporter = exporterById(format);
  if (!exporter) throw new RangeError(format);
  const run = startExport(exporter, head);
  const zip = isArchive(exporter) && !apart ? zipWriter() : null;
  const nameOf = fileNames(false);
  let passes: ReturnType<typeof run.passes> = [];
  const bytesInMemory = exporter.takes === "bundle" ? exporter.bytesInMemory : undefined;
  let inMemory = 0;
  const answer = (parts: Iterable<Part>): ExportAnswer => ({
    ...nothing,
    parts: zip ? archived([...parts].flatMap(zip.add)) : [...parts],
  });
  const parseArticle = (text: string): ExportedArticle => JSON.parse(text);
  const reply = (question: ExportQuestion): ExportAnswer => {
    switch (question.ask) {
      case "look": {
        const article = parseArticle(question.article);
        run.look(article);
        inMemory += bytesInMemory?.(article, Buffer.byteLength(question.article)) ?? 0;
        return nothing;
      }
      case "losses":
        if (inMemory > most) throw new ApiError("export-database-too-large", { maximum: most });
        passes = run.passes();
        return { ...nothing, losses: run.losses(), passes: passes.length };
      case "begin":
      case "end":
        return answer(passes[question.pass]?.[question.ask]?.() ?? []);
      case "write":
        return answer(passes[question.pass]?.article(parseArticle(question.article)) ?? []);
      case "alone": {
        const article = parseArticle(question.article);
        const name = `${nameOf({ title: article.article.title, annotator: null })}.${exporter.extension}`;
        const bytes = packed(exporter, exportOf(exporter, { ...head, articles: [article] }));
        return { ...nothing, parts: [{ name, bytes }] };
      }
      case "close":
        return zip ? { ...nothing, parts: archived(zip.end()) } : nothing;
    }
  };
  return async (question) => {
    try {
      await exporter.load?.();
      return reply(question);
    } catch (error) {
      if (!(error instanceof ZipFull)) throw error;
      return { ...nothing, isFull: true };
    }
  };
}

const archived = (all: readonly Uint8Array[]): Part[] => all.map((bytes) => ({ name: "", bytes }));
