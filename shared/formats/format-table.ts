// The table of all formats and what each can hold, for the command line, for programs and for the documentation, made from the
// registries and their capabilities alone; and which of them files may be of.
import type { HashOf } from "../annotated-json/checks.ts";
import type { AnnotationImporter, ReadAnnotations } from "../annotation-importers/annotation-importer.ts";
import { annotationImporters, isWithin, readAnnotations } from "../annotation-importers/index.ts";
import { type Exporter, formatDescription, formatName } from "../exporters/exporter.ts";
import { exporters, isArchive } from "../exporters/index.ts";
import { endingOf } from "../files/endings.ts";
import { isZip, type NamedFile } from "../files/zip.ts";
import type { Capabilities } from "../interchange/capabilities.ts";
import { limits } from "../schema/limits.ts";
import { type Message, message } from "../words/message.ts";

export interface FormatRow {
  readonly id: string;
  readonly name: Message;
  readonly extension: string;
  readonly writes: boolean;
  readonly reads: boolean;
  /** How much goes into one file. */
  readonly size: "any" | "archive" | "page" | "memory";
  /** `null`: it holds no annotations. */
  readonly capabilities: Capabilities | null;
}

const exportFormats: readonly FormatRow[] = exporters.map((exporter) => ({
  id: exporter.id,
  name: formatName(exporter),
  extension: exporter.extension,
  writes: true,
  reads: annotationImporters.some((importer) => importer.id === exporter.id),
  size: sizeOf(exporter),
  capabilities: exporter.capabilities,
}));

function sizeOf(exporter: Exporter): FormatRow["size"] {
  if (exporter.printed) return "page";
  if (exporter.takes === "bundle" && exporter.bytesInMemory) return "memory";
  return isArchive(exporter) ? "archive" : "any";
}

const onlyRead = annotationImporters.flatMap(({ id, extensions, readOnly }): FormatRow[] =>
  readOnly
    ? [{ id, extension: extensions[0] ?? "", writes: false, reads: true, size: "any", ...readOnly }]
    : [],
);

export const formatRows: readonly FormatRow[] = [...exportFormats, ...onlyRead];

/** What a dialog has to know of each: the page carries none of the writers. */
export const offeredFormats = exporters.map(({ id, extension, tagsetOnly = false, capabilities }) => ({
  id,
  name: formatName({ id }),
  extension,
  description: formatDescription({ id }),
  tagsetOnly,
  holdsAnnotations: capabilities !== null,
}));

/** What is said of how much goes into one file. */
export const fileScopeMessage = ({ size }: FormatRow): Message =>
  size === "page"
    ? message("formats.size-page", { size: limits.printedBytes / 1024 / 1024 })
    : message(`formats.size-${size}`);

/** The columns of the table that tell what a format can hold, each with the answer for one. */
export const capabilityColumns: readonly {
  readonly id: string;
  readonly title: Message;
  readonly answer: (of: Capabilities) => Message;
}[] = [
  {
    id: "unit",
    title: message("formats.column-unit"),
    answer: ({ unit, textLineEnds }) =>
      message(
        unit === "code-points" && textLineEnds === "crlf"
          ? "formats.unit-code-points-crlf"
          : `formats.unit-${unit}`,
      ),
  },
  { id: "segments", title: message("formats.column-segments"), answer: ({ segments }) => yes(segments) },
  {
    id: "overlaps",
    title: message("formats.column-overlaps"),
    answer: ({ overlaps }) => message(`formats.overlaps-${overlaps}`),
  },
  { id: "cards", title: message("formats.column-cards"), answer: ({ relations }) => yes(relations) },
  { id: "values", title: message("formats.column-values"), answer: ({ values }) => yes(values) },
  {
    id: "details",
    title: message("formats.column-details"),
    answer: ({ entityDetails }) => yes(entityDetails !== "none"),
  },
  {
    id: "annotators",
    title: message("formats.column-annotators"),
    answer: ({ annotators }) => yes(annotators),
  },
  {
    id: "edges",
    title: message("formats.column-edges"),
    answer: ({ edges, lineEnds }) =>
      message(edges === "anywhere" && !lineEnds ? "formats.edges-lines" : `formats.edges-${edges}`),
  },
  {
    id: "provenance",
    title: message("formats.column-provenance"),
    answer: ({ provenance }) => yes(provenance !== "none"),
  },
];

const yes = (holds: boolean): Message => message(holds ? "formats.yes" : "formats.no");

// Recognises the formats that files may be of: those whose readers find annotations in them.

type ReadAccepted = Extract<ReadAnnotations, { readonly ok: true }>;

interface Recognised {
  readonly format: string;
  readonly read: ReadAccepted;
}

/** Of other tools, the likeliest first: that whose reader takes the most and rejects the least. */
export function recogniseFormats(files: readonly NamedFile[], hashOf: HashOf): readonly Recognised[] {
  const recognisedFormats = annotationImporters.flatMap((importer): Recognised[] => {
    if (importer.id === ownFormat || !files.some((file) => mayRead(importer, file))) return [];
    const annotations = readAnnotations(importer, files, hashOf);
    return annotations.ok && annotations.taken > 0 ? [{ format: importer.id, read: annotations }] : [];
  });
  // What is within a project is read as the project, whatever it is.
  const apart = recognisedFormats.filter(
    ({ format }) => !recognisedFormats.some((other) => isWithin(format, other.format)),
  );
  return apart.sort((a, b) => share(b.read) - share(a.read) || b.read.taken - a.read.taken);
}

const ownFormat = "json";

const mayRead = ({ extensions }: AnnotationImporter, { name, bytes }: NamedFile): boolean =>
  extensions.includes(endingOf(name)) || isZip(bytes);

const share = ({ taken, rejected }: ReadAccepted): number => taken / (taken + rejected.length);
