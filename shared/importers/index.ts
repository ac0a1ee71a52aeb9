// The registry of importers: which of them reads which file as an article. A new format is one file, one line here, and its
// endings in `shared/files/endings.ts`. Tables and archives, which hold several articles, are read elsewhere.

import { endingOf } from "../files/endings.ts";
import { docxImporter } from "./docx.ts";
import { emailImporter } from "./email.ts";
import { epubImporter } from "./epub.ts";
import { htmlImporter } from "./html.ts";
import type { Importer } from "./importer.ts";
import { odtImporter } from "./odt.ts";
import { pdfImporter } from "./pdf.ts";
import { rtfImporter } from "./rtf.ts";
import { textImporter } from "./text.ts";
import { webArchiveImporter } from "./web-archive.ts";

export { importPlainText } from "./text.ts";

/** Every importer, in the order dialogs show them. The first also reads what no other one claims. */
export const importers: readonly [Importer, ...Importer[]] = [
  textImporter,
  htmlImporter,
  docxImporter,
  odtImporter,
  pdfImporter,
  rtfImporter,
  emailImporter,
  webArchiveImporter,
  epubImporter,
];

const byExtension = extensionsOf(importers);

/** Which importer reads which ending. Throws a `RangeError` when two claim the same id or ending. */
export function extensionsOf(list: readonly Importer[]): ReadonlyMap<string, Importer> {
  if (new Set(list.map((importer) => importer.id)).size < list.length)
    throw new RangeError("Two importers have the same id.");
  const map = new Map<string, Importer>();
  for (const importer of list)
    for (const extension of importer.extensions) {
      if (map.has(extension)) throw new RangeError(`Two importers read .${extension} files.`);
      map.set(extension, importer);
    }
  return map;
}

/** The importer for a file of this name, by its ending in any case; plain text for all others. */
export function importerFor(
  fileName: string,
  readers: ReadonlyMap<string, Importer> = byExtension,
): Importer {
  return readers.get(endingOf(fileName)) ?? importers[0];
}
