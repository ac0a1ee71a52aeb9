// The registry of exporters: the one list of the formats that can be handed on. A new format is one file and one line here.

import { fitTo } from "../interchange/fit.ts";
import { flatten } from "../interchange/flatten.ts";
import { joinLosses, type Loss } from "../interchange/loss.ts";
import type { Standoff } from "../interchange/standoff.ts";
import { packZip } from "../interchange/zip.ts";
import { annotatedJsonExporter } from "./annotated-json.ts";
import { bratExporter } from "./brat.ts";
import type { ExportBundle } from "./bundle.ts";
import { casJsonExporter } from "./cas-json.ts";
import { casXmiExporter } from "./cas-xmi.ts";
import { citronExporter } from "./citron.ts";
import { claimReviewExporter } from "./claim-review.ts";
import { conllBioExporter } from "./conll-bio.ts";
import { conllUExporter } from "./conll-u.ts";
import { csvTablesExporter } from "./csv-tables.ts";
import { decisionLogExporter } from "./decision-log.ts";
import { decisionLogJsonExporter } from "./decision-log-json.ts";
import { doccanoExporter } from "./doccano.ts";
import type { About, Exported, Exporter, StandoffExporter } from "./exporter.ts";
import { labelStudioExporter } from "./label-studio.ts";
import { printablePageExporter } from "./printable-page.ts";
import { prodigyExporter } from "./prodigy.ts";
import { pubAnnotationExporter } from "./pub-annotation.ts";
import { refiQdaExporter } from "./refi-qda.ts";
import { tagsetExporter } from "./tagset.ts";
import { teiExporter } from "./tei.ts";
import { webAnnotationExporter } from "./web-annotation.ts";
import { webannoTsvExporter } from "./webanno-tsv.ts";
import { xlsxTablesExporter } from "./xlsx-tables.ts";

/** Every exporter, in the order dialogs show them. */
export const exporters: readonly Exporter[] = [
  annotatedJsonExporter,
  printablePageExporter,
  webAnnotationExporter,
  bratExporter,
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
  citronExporter,
  teiExporter,
  conllBioExporter,
  conllUExporter,
  claimReviewExporter,
  csvTablesExporter,
  xlsxTablesExporter,
  tagsetExporter,
];

/** The exporter of this format; `undefined` when there is none. */
export function exporterById(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}

/** The files of an export, and what is not in them. */
export function exportOf(exporter: Exporter, bundle: ExportBundle): Exported {
  if (exporter.takes === "bundle") return exporter.write(bundle);
  const { documents, losses } = flatten(bundle);
  const { generator, exportedAt, project, tagset } = bundle;
  const written = exportStandoffs(exporter, documents, {
    generator,
    exportedAt,
    title: project.name,
    tagset,
  });
  return { files: written.files, losses: joinLosses(losses, written.losses) };
}

/** What would not be in an export, without writing it. */
export function lossesOf(exporter: Exporter, bundle: ExportBundle): readonly Loss[] {
  if (exporter.takes === "bundle") return exporter.write(bundle).losses;
  const { documents, losses } = flatten(bundle);
  return joinLosses(losses, fitTo(documents, exporter.capabilities).losses);
}

/** The same of another tool's annotations, in their own labels. */
export function exportStandoffs(
  exporter: StandoffExporter,
  documents: readonly Standoff[],
  about: About,
): Exported {
  const fitted = fitTo(documents, exporter.capabilities);
  return { files: exporter.write(fitted.documents, about), losses: fitted.losses };
}

/** The bytes that are written: the one file, or all of them as a zip archive. */
export function packed({ extension }: Exporter, { files }: Exported): Uint8Array {
  const [first, ...more] = files;
  return first && more.length === 0 && extension !== "zip" ? first.bytes : packZip(files);
}
