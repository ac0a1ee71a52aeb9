// Reads files as other tools write them, and says in short what was found.
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import type { NamedFile } from "../../../shared/files/zip.ts";
import type { Standoff } from "../../../shared/interchange/standoff.ts";
import { hashOf } from "../../helpers/bundles.ts";

export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));
export const named = (files: Readonly<Record<string, unknown>>): NamedFile[] =>
  Object.entries(files).map(([name, value]) => ({
    name,
    bytes: bytes(typeof value === "string" ? value : JSON.stringify(value)),
  }));

export function read(format: string, files: Readonly<Record<string, unknown>>) {
  const importer = annotationImporterById(format);
  if (!importer) throw new RangeError(format);
  return readAnnotations(importer, named(files), hashOf);
}

/** Each span as its label and words, each relation by the words at its ends. */
export function said({ text, spans, relations }: Standoff): string[] {
  const words = (id: string): string => {
    const span = spans.find((one) => one.id === id);
    return span?.segments.map(({ start, end }) => text.slice(start, end)).join(" … ") ?? "?";
  };
  return [
    ...spans.map((span) =>
      [`${span.label}: ${words(span.id)}`, ...span.values.map(({ name, value }) => `${name}=${value}`)].join(
        " ",
      ),
    ),
    ...relations.map(({ label, from, to }) => `${words(from)} –${label}→ ${words(to)}`),
  ];
}

export function takenFrom(format: string, files: Readonly<Record<string, unknown>>) {
  const result = read(format, files);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

export const allSaid = (format: string, files: Readonly<Record<string, unknown>>): string[][] =>
  takenFrom(format, files).documents.map(said);

export const emoji = "💩This is an annotation.";
