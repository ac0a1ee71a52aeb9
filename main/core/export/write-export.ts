// Checks where a file that is handed on may be written: never over one that nobody said to replace or one of the project's own.
import { basename, dirname, relative, sep } from "node:path";
import type { ExportReport } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { lossMessage } from "../../../shared/interchange/loss.ts";
import { type Language, localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { statusIfAny, writeReadBack } from "../../storage/files/durable-file.ts";
import { quarantineName } from "../../storage/files/quarantine.ts";
import { leadsNowhere, writeError } from "../../storage/files/storage-error.ts";
import { ownFolders } from "../../storage/project/project-folder.ts";

/** An export never replaces a file that nobody said to replace, nor one of the project's own. */
export async function refuseUnfit(
  disk: Disk,
  path: string,
  { root, overwrite }: { readonly root: string; readonly overwrite: boolean },
): Promise<void> {
  const file = basename(path);
  try {
    const folder = await disk.realPath(dirname(path));
    if (isOwn(root, `${folder}${sep}${file}`))
      throw new ApiError("export-exists", { file, why: "project-file" });
    const status = await statusIfAny(disk, path);
    if (status?.kind === "folder") throw new ApiError("file-is-folder", { file });
    if (status && !overwrite) throw new ApiError("export-exists", { file });
  } catch (error) {
    throw writeErrorAt(error, path);
  }
}

/** The folder of an export is a new one, or an empty one. */
export async function refuseUnfitFolder(
  disk: Disk,
  path: string,
  { root }: { readonly root: string },
): Promise<void> {
  const file = basename(path);
  try {
    const parent = await disk.realPath(dirname(path));
    const fullPath = `${parent}${sep}${file}`;
    if (isOwn(root, fullPath) || isOwn(root, `${fullPath}${sep}x`))
      throw new ApiError("export-exists", { file, why: "project-file" });
    const status = await statusIfAny(disk, path);
    if (!status) return;
    if (status.kind !== "folder") throw new ApiError("folder-not-empty", { file, why: "exists" });
    if ((await disk.list(path)).length > 0) throw new ApiError("folder-not-empty", { file });
  } catch (error) {
    throw writeErrorAt(error, path);
  }
}

/** A place that cannot be written to; one that is not there is told by its folder. */
const writeErrorAt = (error: unknown, path: string): ApiError =>
  leadsNowhere(error)
    ? new ApiError("folder-missing", { file: basename(dirname(path)) })
    : writeError(error, path);

function isOwn(root: string, path: string): boolean {
  const [first = "", ...rest] = relative(root, path).split(sep);
  // Most disks of Windows and macOS take “Project.json” for the same file.
  const isFile =
    rest.length === 0 && ["project.json", "entities.json", ".lock"].includes(first.toLowerCase());
  return isFile || (rest.length > 0 && [...ownFolders, quarantineName].includes(first));
}

// The report of an export: what the format could not hold, in words and for programs, beside the file that it is about.

export const reportPath = (path: string): string => `${path}.report.json`;

/** Resolves with its path. Throws an `ApiError`. */
export async function writeExportReport(
  disk: Disk,
  path: string,
  { format, articles, sets, bytes, losses }: ExportReport & { readonly format: string },
  language: Language,
): Promise<string> {
  const { tell } = createWords(localeFor(language, []));
  const beside = reportPath(path);
  const report = {
    file: basename(path),
    format,
    articles,
    sets,
    bytes,
    losses: losses.map((loss) => ({ ...loss, says: tell(lossMessage(loss)) })),
  };
  await writeReadBack(disk, beside, Buffer.from(`${JSON.stringify(report, null, 2)}\n`, "utf8"));
  return beside;
}
