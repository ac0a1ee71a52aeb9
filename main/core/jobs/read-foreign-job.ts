// Reads other tools' annotations: what their files hold, or with a mapping a bundle of ours. Large ones take seconds.

import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import type { ForeignOffer } from "../../../shared/api/take-in.ts";
import { formatName } from "../../../shared/exporters/exporter.ts";
import { exporterById } from "../../../shared/exporters/index.ts";
import type { FileFinding } from "../../../shared/files/finding.ts";
import type { NamedFile } from "../../../shared/files/zip.ts";
import { recogniseFormats } from "../../../shared/formats/format-table.ts";
import { type Arrival, bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import { foundLabels } from "../../../shared/interchange/found-labels.ts";
import { guessMapping, type Mapping } from "../../../shared/interchange/mapping.ts";
import { articlesIn } from "../../../shared/interchange/sort-by-text.ts";
import { startTally, type TallyInAll } from "../../../shared/interchange/tally.ts";
import type { Work } from "../../../shared/model/work.ts";
import type { Text } from "../../../shared/words/message.ts";
import { sha256 } from "../../storage/files/json-text.ts";

interface ReadForeignInput extends Omit<Arrival, "documents" | "mapping" | "from" | "hashOf"> {
  readonly files: readonly NamedFile[];
  /** `null`: the likeliest. */
  readonly format: string | null;
  /** `null`: the files are only looked at. */
  readonly mapping: Mapping | null;
}

export type ReadForeign =
  | {
      readonly ok: true;
      /** As which it was read: a project whichever of its formats was named. */
      readonly format: string;
      readonly bundle: ExportBundle;
      readonly accepted: number;
      readonly rejected: readonly FileFinding[];
      readonly moved: readonly FileFinding[];
      readonly tally: TallyInAll;
      /** What somebody has to know of the articles. */
      readonly told: readonly FileFinding[];
    }
  /** `offer`: what can be imported once somebody has said what it means; `null` where no reader finds anything. */
  | { readonly ok: false; readonly problems: readonly FileFinding[]; readonly offer: ForeignOffer | null };

/** How many findings travel with an offer; the rest are counted. */
const maxFindings = 100;

export function* readForeignJob({ files, format, mapping, ...arrival }: ReadForeignInput): Work<ReadForeign> {
  yield { done: 0, of: 2 };
  const recognised = format === null || mapping === null ? recogniseFormats(files, sha256) : [];
  const formatId = format ?? recognised[0]?.format;
  const importer = formatId === undefined ? undefined : annotationImporterById(formatId);
  if (!importer) return { ok: false, problems: [], offer: null };
  const recognisedContent = recognised.find((one) => one.format === importer.id)?.read;
  const parseResult = recognisedContent ?? readAnnotations(importer, files, sha256);
  const formats = [...new Set([...recognised.map((one) => one.format), importer.id])].map((id) => ({
    id,
    name: foreignFormatName(id),
  }));
  if (!parseResult.ok)
    return {
      ok: false,
      problems: parseResult.problems,
      offer: recognised.length > 0 ? emptyOffer(formats, importer.id) : null,
    };
  yield { done: 1, of: 2 };
  const { documents, rejected, moved, told = [] } = parseResult;
  if (mapping === null) {
    const { groups, told: ofNames } = articlesIn(documents, sha256);
    const people = groups.flatMap((group) => group.flatMap(({ annotator }) => annotator ?? []));
    return {
      ok: false,
      problems: [],
      offer: {
        formats,
        format: importer.id,
        articles: groups.length,
        annotators: [...new Set(people)],
        taken: parseResult.taken,
        rejectedInAll: rejected.length,
        rejected: rejected.slice(0, maxFindings),
        toldInAll: told.length + ofNames.length,
        told: [...told, ...ofNames].slice(0, maxFindings),
        found: foundLabels(documents),
        mapping: guessMapping(documents, arrival.tagset),
      },
    };
  }
  const from = parseResult.readAs ?? importer.id;
  const conversion = bundleOfDocuments({ ...arrival, documents, mapping, from, hashOf: sha256 });
  const tally = startTally();
  tally.read(parseResult);
  tally.leave(conversion);
  return {
    ok: true,
    format: from,
    bundle: conversion.bundle,
    accepted: conversion.accepted,
    rejected: [...rejected, ...conversion.rejected],
    moved,
    tally: tally.result(),
    told: [...told, ...conversion.told],
  };
}

/** A format is read under the name under which it is written. */
export function foreignFormatName(format: string): Text {
  const exporter = exporterById(format);
  return exporter ? formatName(exporter) : (annotationImporterById(format)?.readOnly?.name ?? format);
}

const emptyOffer = (formats: ForeignOffer["formats"], format: string): ForeignOffer => ({
  formats,
  format,
  articles: 0,
  annotators: [],
  taken: 0,
  rejectedInAll: 0,
  rejected: [],
  toldInAll: 0,
  told: [],
  found: { spans: [], relations: [], values: [] },
  mapping: { spans: {}, relations: {}, values: {} },
});
