// Previews an import: columns of tables, guessed encodings, invisible characters. Reads in the reader process, no more than it
// needs.
import type { BringInLook, RefusedFile, TableLook, TextLook } from "../../../shared/api/bringing-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { hasEncoding } from "../../../shared/files/endings.ts";
import { isTable } from "../../../shared/importers/table.ts";
import { unseenIn } from "../../../shared/importers/unseen-characters.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { readError } from "../../storage/files/storage-error.ts";
import type { CoreContext } from "../context.ts";
import { type ArticleReader, type OfferedFile, steadyReader } from "./article-reader.ts";
import { choicesFor, type FileChoices, tableChoicesFor } from "./bring-in.ts";
import { type ChosenSources, type FoundFile, foundFiles } from "./found-files.ts";

/** Tables, and texts, that are shown. */
const displayLimits = { tables: 5, texts: 20 };
/** Files that are looked into for their encoding, and bytes of them in all. */
const inspectionLimits = { files: 200, bytes: 32 * 1024 * 1024 };
/** Names that are offered, to look at how a file reads. */
const offered = 500;
/** Characters that are shown of a text. */
const beginning = 400;

interface PreviewChoices extends FileChoices {
  /** Files that are looked into in any case. */
  readonly inspect?: readonly string[];
}

/** What is looked at with, and what has been seen. */
interface Preview {
  readonly choices: PreviewChoices;
  readonly reader: ArticleReader;
  readonly tables: TableLook[];
  readonly texts: TextLook[];
  readonly encoded: string[];
  readonly refused: RefusedFile[];
  files: number;
  bytesLeft: number;
}

export async function previewImport(
  context: CoreContext,
  sources: ChosenSources,
  choices: PreviewChoices,
): Promise<BringInLook> {
  const reader = steadyReader(context);
  const { bytes: bytesLeft } = inspectionLimits;
  const preview: Preview = {
    choices,
    reader,
    tables: [],
    texts: [],
    encoded: [],
    refused: [],
    files: 0,
    bytesLeft,
  };
  try {
    for await (const foundFile of foundFiles(context.disk, sources, "closed")) {
      preview.files += 1;
      if (preview.files > limits.broughtFiles)
        throw new ApiError("too-many-files", { count: preview.files, limit: limits.broughtFiles });
      if ("error" in foundFile) preview.refused.push(foundFile);
      else await inspectFile(preview, foundFile);
    }
  } finally {
    reader.close();
  }
  const { files, tables, texts, encoded, refused } = preview;
  return { files, tables, texts, encoded, refused };
}

async function inspectFile(preview: Preview, found: FoundFile): Promise<void> {
  const { choices, tables, texts, encoded, refused } = preview;
  const { file, fileName, isChosen } = found;
  const isAsked = choices.inspect?.includes(file) === true || choices.each?.some((one) => one.file === file);
  if (!isTable(fileName)) {
    if (!hasEncoding(fileName)) return;
    if (encoded.length < offered) encoded.push(file);
    if (
      !isAsked &&
      (preview.files > inspectionLimits.files ||
        preview.bytesLeft <= 0 ||
        texts.length >= displayLimits.texts)
    )
      return;
  } else if (tables.length >= displayLimits.tables) return;
  try {
    const bytes = await found.read();
    preview.bytesLeft -= bytes.length;
    if (isTable(fileName)) await previewTable(preview, { file, fileName, isChosen, bytes });
    else await previewText(preview, { file, fileName, isChosen, bytes }, isAsked === true);
  } catch (error) {
    refused.push({ file, error: readError(error, file).toData() });
  }
}

interface PreviewedFile extends OfferedFile {
  readonly file: string;
}

async function previewTable(
  { reader, choices, tables, refused }: Preview,
  { file, ...offered }: PreviewedFile,
): Promise<void> {
  const table = await reader.table(offered, tableChoicesFor(file, choices));
  if (!table.ok) refused.push({ file, error: new ApiError(table.problem, table.detail).toData() });
  else {
    const { ok: _, ...rest } = table;
    tables.push({ file, ...rest });
  }
}

/** What cannot be read is told when it is imported. */
async function previewText(
  { reader, choices, texts }: Preview,
  { file, ...offered }: PreviewedFile,
  isAsked: boolean,
): Promise<void> {
  const how = choicesFor(file, choices);
  const result = await reader.read(offered, how);
  if (!result.ok) return;
  const guessed = result.notes?.some(({ key }) => key === "importing.encoding-guessed") === true;
  const unseen = unseenIn(result.text);
  if (!guessed && !isAsked && unseen.length === 0 && choices.encoding === undefined) return;
  if (!isAsked && texts.length >= displayLimits.texts) return;
  texts.push({
    file,
    encoding: how.encoding ?? result.charset ?? result.encoding,
    guessed,
    beginning: result.text.slice(0, beginning),
    unseen,
  });
}
