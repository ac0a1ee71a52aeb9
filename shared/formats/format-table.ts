// The table of all formats and what each can hold, for the command line, for programs and for the documentation. Made from the
// registries and their capabilities alone.
import { annotationImporters } from "../annotation-importers/index.ts";
import { exporters, isArchive } from "../exporters/index.ts";
import type { Capabilities } from "../interchange/capabilities.ts";
import { limits } from "../schema/limits.ts";
import type { Message } from "../words/message.ts";
import { message } from "../words/message.ts";

export interface FormatRow {
  readonly id: string;
  readonly name: Message;
  readonly extension: string;
  readonly writes: boolean;
  readonly reads: boolean;
  /** How much goes into one file. */
  readonly size: "any" | "archive" | "page";
  /** `null`: it holds no annotations. */
  readonly capabilities: Capabilities | null;
}

const exportFormats: readonly FormatRow[] = exporters.map((exporter) => ({
  id: exporter.id,
  name: exporter.name,
  extension: exporter.extension,
  writes: true,
  reads: annotationImporters.some((importer) => importer.id === exporter.id),
  size: exporter.printed ? "page" : isArchive(exporter) ? "archive" : "any",
  capabilities: exporter.capabilities,
}));

const onlyRead = annotationImporters.flatMap(({ id, extensions, readOnly }): FormatRow[] =>
  readOnly
    ? [{ id, extension: extensions[0] ?? "", writes: false, reads: true, size: "any", ...readOnly }]
    : [],
);

export const formatRows: readonly FormatRow[] = [...exportFormats, ...onlyRead];

/** What a dialog has to know of each: the page carries none of the writers. */
export const offeredFormats = exporters.map(
  ({ id, name, extension, description, tagsetOnly = false, capabilities }) => ({
    id,
    name,
    extension,
    description,
    tagsetOnly,
    holdsAnnotations: capabilities !== null,
  }),
);

/** What is said of how much goes into one file. */
export const sizeMessage = ({ size }: FormatRow): Message =>
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
