// Recognises the formats that files may be of: those whose readers find annotations in them.

import type { HashOf } from "../annotated-json/checks.ts";
import type { AnnotationImporter, ReadAnnotations } from "../annotation-importers/annotation-importer.ts";
import { annotationImporters, isWithin, readAnnotations } from "../annotation-importers/index.ts";
import { endingOf } from "../files/endings.ts";
import { isZip, type NamedFile } from "../files/zip.ts";

type Read = Extract<ReadAnnotations, { readonly ok: true }>;

interface Recognised {
  readonly format: string;
  readonly read: Read;
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

const share = ({ taken, rejected }: Read): number => taken / (taken + rejected.length);
