// The registry of exporters: the one list of the formats that can be handed on. A new format is one file and one line here.

import type { ExportBundle } from "../annotated-json/bundle.ts";
import { type NamedFile, packZip } from "../files/zip.ts";
import type { Loss } from "../interchange/capabilities.ts";
import { wholeFiles, writtenParts } from "../interchange/passes.ts";
import { annotatedJsonExporter } from "./annotated-json.ts";
import { bratExporter } from "./brat.ts";
import { casJsonExporter } from "./cas-json.ts";
import { casXmiExporter } from "./cas-xmi.ts";
import { citronExporter } from "./citron.ts";
import { claimReviewExporter } from "./claim-review.ts";
import { conllBioExporter } from "./conll-bio.ts";
import { conllUExporter } from "./conll-u.ts";
import { decisionLogExporter, decisionLogJsonExporter } from "./decision-log.ts";
import { doccanoExporter } from "./doccano.ts";
import { docxExporter } from "./docx.ts";
import { startExport } from "./export-run.ts";
import type { Exporter } from "./exporter.ts";
import { labelStudioExporter } from "./label-studio.ts";
import { markdownExporter } from "./markdown.ts";
import { parquetExporter } from "./parquet.ts";
import { polnearExporter } from "./polnear.ts";
import { htmlExporter, pdfExporter } from "./printable-page.ts";
import { prodigyExporter } from "./prodigy.ts";
import { pubAnnotationExporter } from "./pub-annotation.ts";
import {
  refiQdaAtlasTiExporter,
  refiQdaExporter,
  refiQdaMaxqdaExporter,
  refiQdaNvivoExporter,
} from "./refi-qda.ts";
import { sqliteExporter } from "./sqlite.ts";
import { statementsExporter } from "./statements.ts";
import { csvTablesExporter, xlsxTablesExporter } from "./tables.ts";
import { tagsetExporter } from "./tagset.ts";
import { teiExporter } from "./tei.ts";
import { webAnnotationExporter } from "./web-annotation.ts";
import { webannoTsvExporter } from "./webanno-tsv.ts";

/** Every exporter, in the order dialogs show them. */
export const exporters: readonly Exporter[] = [
  annotatedJsonExporter,
  htmlExporter,
  pdfExporter,
  docxExporter,
  markdownExporter,
  webAnnotationExporter,
  bratExporter,
  polnearExporter,
  casXmiExporter,
  casJsonExporter,
  webannoTsvExporter,
  labelStudioExporter,
  doccanoExporter,
  prodigyExporter,
  pubAnnotationExporter,
  decisionLogExporter,
  decisionLogJsonExporter,
  refiQdaExporter,
  refiQdaMaxqdaExporter,
  refiQdaNvivoExporter,
  refiQdaAtlasTiExporter,
  citronExporter,
  teiExporter,
  conllBioExporter,
  conllUExporter,
  claimReviewExporter,
  csvTablesExporter,
  xlsxTablesExporter,
  statementsExporter,
  sqliteExporter,
  parquetExporter,
  tagsetExporter,
];

/** The exporter of this format; `undefined` when there is none. */
export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}

/** The files of an export, whole, and what is not in them: one for each kind of thing that the format could not hold. */
interface Exported {
  readonly files: readonly NamedFile[];
  readonly losses: readonly Loss[];
}

/** An export of what is in memory anyway. What the format has to load must be there. */
export function exportOf(exporter: Exporter, bundle: ExportBundle): Exported {
  const run = startExport(exporter, bundle);
  for (const article of bundle.articles) run.look(article);
  return { files: wholeFiles(writtenParts(run.passes(), bundle.articles)), losses: run.losses() };
}

/** True for formats that are handed on as one archive of several files. */
export const isArchive = ({ extension }: Exporter): boolean =>
  ["zip", "qdpx", "xlsx", "docx"].includes(extension);

/** The bytes that are written: the one file, or all of them as a zip archive. */
export function packed(exporter: Exporter, { files }: Exported): Uint8Array {
  const [first] = files;
  return first && !isArchive(exporter) ? first.bytes : packZip(files);
}
