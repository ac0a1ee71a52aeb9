// Writing a file that is handed on: never over one that nobody said to replace or one of the project's own, durably, and read
// back before anybody is told that it is there.
import { basename, dirname, relative, sep } from "node:path";
import type { ExportReport } from "../../shared/api/contract.ts";
import { ApiError } from "../../shared/api/errors.ts";
import type { ExportBundle } from "../../shared/exporters/bundle.ts";
import type { Exporter } from "../../shared/exporters/exporter.ts";
import { exportOf, packed } from "../../shared/exporters/index.ts";
import type { Disk } from "../storage/disk.ts";
import { readDurable, statusIfAny, writeDurable } from "../storage/durable-file.ts";
import { isMissing, leadsNowhere, writeError } from "../storage/storage-error.ts";

/** Writes what an exporter makes of a bundle. Throws an `ApiError`. */
export async function writeExport(
  disk: Disk,
  path: string,
  exporter: Exporter,
  bundle: ExportBundle,
): Promise<ExportReport> {
  const exported = exportOf(exporter, bundle);
  const { losses } = exported;
  const bytes = Buffer.from(packed(exporter, exported));
  await writeDurable(disk, path, bytes);
  const written = await readDurable(disk, path, bytes.length);
  if (!written || !bytes.equals(written))
    throw new ApiError("storage-failed", { file: basename(path), code: "READ-BACK" });
  const sets = bundle.articles.reduce((sum, article) => sum + article.sets.length, 0);
  const report = { paths: [path], bytes: bytes.length, losses };
  return exporter.tagsetOnly
    ? { ...report, articles: 0, sets: 0, tagsetOnly: true }
    : { ...report, articles: bundle.articles.length, sets };
}

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
    if (leadsNowhere(error) || isMissing(error))
      throw new ApiError("folder-missing", { file: basename(dirname(path)) });
    throw writeError(error, path);
  }
}

function isOwn(root: string, path: string): boolean {
  const [first = "", ...rest] = relative(root, path).split(sep);
  const isFile = rest.length === 0 && ["project.json", "entities.json", ".lock"].includes(first);
  return (
    isFile || (rest.length > 0 && ["articles", "annotations", "history", "reviews", "trash"].includes(first))
  );
}
