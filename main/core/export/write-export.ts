// Writes the files that are handed on for a project: never over one that nobody said to replace, or one of the project's own.
import { basename, dirname, join, relative, sep } from "node:path";
import type { ExportReport } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { lossMessage } from "../../../shared/interchange/capabilities.ts";
import { type Language, localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { type MayReplace, statusIfAny, writeReadBack } from "../../storage/files/durable-file.ts";
import { quarantineName } from "../../storage/files/quarantine.ts";
import { leadsNowhere, writeError } from "../../storage/files/storage-error.ts";
import { openerFile, ownFolders, projectFile } from "../../storage/project/project-folder.ts";

/** Where a project's file is to go, and whether a person said that it may replace what is there. `root` `null`: it is no project's. */
interface AskedPlace {
  readonly root: string | null;
  readonly overwrite: boolean;
}

interface ProjectPlace extends AskedPlace {
  readonly root: string;
}

interface WritablePlace {
  /** Throws an `ApiError` where the file may not stand any more. */
  readonly mayReplace: MayReplace;
  /** Resolves when the bytes stand there and were read back. Throws an `ApiError`. */
  write(bytes: Uint8Array): Promise<void>;
}

/**
 * The place of a file that is handed on. It is looked at now, so that nobody waits for a refusal, and again just before the file takes its
 * name: between the two lies work of minutes, in which another file can have come. Throws an `ApiError`.
 */
export async function writablePlace(disk: Disk, path: string, place: AskedPlace): Promise<WritablePlace> {
  const mayReplace = (): Promise<void> => refuseUnfit(disk, path, place);
  await mayReplace();
  return { mayReplace, write: (bytes) => writeReadBack(disk, path, bytes, mayReplace) };
}

/** The same of the folder of an export, which is a new one or an empty one. */
export async function writableFolder(
  disk: Disk,
  path: string,
  place: ProjectPlace,
): Promise<Pick<WritablePlace, "mayReplace">> {
  const mayReplace = (): Promise<void> => refuseUnfitFolder(disk, path, place);
  await mayReplace();
  return { mayReplace };
}

async function refuseUnfit(disk: Disk, path: string, { root, overwrite }: AskedPlace): Promise<void> {
  const file = basename(path);
  try {
    const folder = await disk.realPath(dirname(path));
    const around = root ?? (await projectAround(disk, folder));
    if (around !== null && isOwn(around, `${folder}${sep}${file}`))
      throw new ApiError("export-exists", { file, why: "project-file" });
    const status = await statusIfAny(disk, path);
    if (status?.kind === "folder") throw new ApiError("file-is-folder", { file });
    if (status && !overwrite) throw new ApiError("export-exists", { file });
  } catch (error) {
    throw writeErrorAt(error, path);
  }
}

async function refuseUnfitFolder(disk: Disk, path: string, { root }: ProjectPlace): Promise<void> {
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

/** The folder of the project that this one lies in; `null`: in none. */
async function projectAround(disk: Disk, folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    if (await statusIfAny(disk, join(at, projectFile))) return at;
    if (dirname(at) === at) return null;
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
    rest.length === 0 && ["project.json", openerFile, "entities.json", ".lock"].includes(first.toLowerCase());
  return isFile || (rest.length > 0 && [...ownFolders, quarantineName].includes(first));
}

// The report of an export: what the format could not hold, in words and for programs, beside the file that it is about.

export const reportPath = (path: string): string => `${path}.report.json`;

/** Throws an `ApiError`. */
export async function writeExportReport(
  { write }: WritablePlace,
  path: string,
  { format, articles, sets, bytes, losses }: ExportReport & { readonly format: string },
  language: Language,
): Promise<void> {
  const { tell } = createWords(localeFor(language, []));
  const report = {
    file: basename(path),
    format,
    articles,
    sets,
    bytes,
    losses: losses.map((loss) => ({ ...loss, says: tell(lossMessage(loss)) })),
  };
  await write(Buffer.from(`${JSON.stringify(report, null, 2)}\n`, "utf8"));
}
