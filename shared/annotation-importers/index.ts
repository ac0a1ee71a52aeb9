// The registry of readers of annotations: the one list of what can be taken over from other tools. A new format is one file and
// one line here.

import type { HashOf } from "../annotated-json/checks.ts";
import { type FileFinding, wrong } from "../files/finding.ts";
import { isZip, type NamedFile, unpackZip, type ZipFault, type ZipLimits } from "../files/zip.ts";
import { isInceptionProject } from "../interchange/inception-project.ts";
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import { annotatedJsonAnnotations } from "./annotated-json.ts";
import type { AnnotationImporter, ReadAnnotations } from "./annotation-importer.ts";
import { attributionLinesImporter } from "./attribution-lines.ts";
import { bratImporter } from "./brat.ts";
import { casJsonImporter } from "./cas-json.ts";
import { casXmiImporter } from "./cas-xmi.ts";
import { citronImporter } from "./citron.ts";
import { conllBioImporter } from "./conll-bio.ts";
import { conllUImporter } from "./conll-u.ts";
import { csvImporter } from "./csv.ts";
import { doccanoImporter } from "./doccano.ts";
import { inceptionImporter } from "./inception.ts";
import { labelStudioImporter } from "./label-studio.ts";
import { parcImporter } from "./parc.ts";
import { prodigyImporter } from "./prodigy.ts";
import { pubAnnotationImporter } from "./pub-annotation.ts";
import { refiQdaImporter } from "./refi-qda.ts";
import { teiImporter } from "./tei.ts";
import { webAnnotationImporter } from "./web-annotation.ts";
import { webannoTsvImporter } from "./webanno-tsv.ts";
import { xlsxImporter } from "./xlsx.ts";

const zipLimits = { entries: limits.archiveEntries, bytes: limits.archiveBytes };

/** Formats that projects of INCEpTION are exported in, the one that holds most first. */
const ofInception = [casXmiImporter, casJsonImporter, webannoTsvImporter] as const;
const inceptionProjectImporter = inceptionImporter(ofInception, zipLimits);

export const annotationImporters: readonly AnnotationImporter[] = [
  annotatedJsonAnnotations,
  webAnnotationImporter,
  bratImporter,
  casXmiImporter,
  casJsonImporter,
  webannoTsvImporter,
  inceptionProjectImporter,
  labelStudioImporter,
  doccanoImporter,
  prodigyImporter,
  pubAnnotationImporter,
  refiQdaImporter,
  citronImporter,
  conllUImporter,
  conllBioImporter,
  teiImporter,
  parcImporter,
  csvImporter,
  xlsxImporter,
  attributionLinesImporter,
];

export function annotationImporterById(id: string): AnnotationImporter | undefined {
  return annotationImporters.find((importer) => importer.id === id);
}

/** Whether files of the one format are read as part of a project in the other. */
export const isWithin = (format: string, project: string): boolean =>
  project === inceptionProjectImporter.id && ofInception.some(({ id }) => id === format);

/** A project of INCEpTION is read as one, whichever of its formats was named: its folders say what each file is of. */
export function readerFor(importer: AnnotationImporter, names: readonly string[]): AnnotationImporter {
  const isOne = ofInception.some(({ id }) => id === importer.id) && isInceptionProject(names);
  return isOne ? inceptionProjectImporter : importer;
}

/** Reads files of one format; archives among them are unpacked first, each of several into a folder of its name. */
export function readAnnotations(
  importer: AnnotationImporter,
  files: readonly NamedFile[],
  hashOf: HashOf,
): ReadAnnotations {
  const unpackedFiles: NamedFile[] = [];
  // Archives within one are its users' files.
  const isUnpackedProject = isInceptionProject(files.map(({ name }) => name));
  for (const file of files) {
    if (!isZip(file.bytes) || isUnpackedProject) {
      unpackedFiles.push(file);
      continue;
    }
    const unpacked = unpackZip(file.bytes, zipLimits);
    if (!unpacked.ok) return { ok: false, problems: [archiveProblem(file.name, unpacked.why, zipLimits)] };
    const folder = files.length === 1 ? "" : `${file.name.replace(/\.[^./]*$/u, "")}/`;
    for (const { name, bytes } of unpacked.files)
      if (!isOfSystem(name)) unpackedFiles.push({ name: folder + name, bytes });
  }
  const names = unpackedFiles.map(({ name }) => name);
  const reader = readerFor(importer, names);
  const annotations = reader.read(unpackedFiles, hashOf);
  return annotations.ok && reader !== importer ? { ...annotations, readAs: reader.id } : annotations;
}

/** What operating systems put into archives. */
export const isOfSystem = (name: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/u.test(name);

export function archiveProblem(name: string, why: ZipFault, { entries, bytes }: ZipLimits): FileFinding {
  const what = {
    damaged: message("interchange.zip-damaged"),
    "too-large": message("interchange.zip-too-large", { size: bytes / 1024 / 1024 }),
    "too-many": message("interchange.zip-too-many", { count: entries }),
    repeated: message("interchange.zip-repeated"),
  }[why];
  return wrong(name, what, message("interchange.choose-other"));
}
