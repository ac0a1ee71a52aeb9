// Writing an export, or a copy of what cannot be saved: to a file of its own, durably, and read back before anybody is told
// that it is there.
import { basename, dirname, relative, sep } from "node:path";
import type { ExportReport } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/api/errors.ts";
import { annotatedJsonExporter } from "../../../shared/exporters/annotated-json.ts";
import type { ExportBundle } from "../../../shared/exporters/bundle.ts";
import type { Exporter } from "../../../shared/exporters/exporter.ts";
import { exporterById } from "../../../shared/exporters/index.ts";
import type { Disk } from "../../storage/disk.ts";
import { readDurable, statusIfAny, writeDurable } from "../../storage/durable-file.ts";
import { isMissing, leadsNowhere, writeError } from "../../storage/storage-error.ts";
import type { CoreContext } from "../context.ts";
import { gatherCopy } from "../copy-bundle.ts";
import type { Handlers } from "../dispatch.ts";
import { gatherBundle } from "../export-bundle.ts";
import type { OpenProjects } from "../open-projects.ts";
import { absolutePath } from "../paths.ts";

export function exportHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "export.copy" | "export.write"> {
  const { disk } = context;

  async function write(path: string, exporter: Exporter, bundle: ExportBundle): Promise<ExportReport> {
    const { text, losses } = exporter.write(bundle);
    const bytes = Buffer.from(text, "utf8");
    await writeDurable(disk, path, bytes);
    const written = await readDurable(disk, path, bytes.length);
    if (!written || !bytes.equals(written))
      throw new ApiError("storage-failed", { file: basename(path), code: "READ-BACK" });
    const sets = bundle.articles.reduce((sum, article) => sum + article.sets.length, 0);
    return { paths: [path], bytes: bytes.length, articles: bundle.articles.length, sets, losses };
  }

  return {
    async "export.copy"({ project, unsaved, path: asked, overwrite }, client) {
      const { inUse } = projects.get(project, client);
      const path = absolutePath(asked);
      await refuseUnfit(disk, path, { root: inUse.folder.root, overwrite });
      const changes = new Map(unsaved.map((one) => [one.article, one.changes]));
      const { bundle, leftOut } = await gatherCopy(context, inUse, changes);
      return { ...(await write(path, annotatedJsonExporter, bundle)), leftOut };
    },
    async "export.write"({ project, format, articles, annotators, path: asked, overwrite }, client) {
      const { inUse } = projects.get(project, client);
      const exporter = exporterById(format);
      if (!exporter) throw new ApiError("format-unknown", { format });
      const path = absolutePath(asked);
      await refuseUnfit(disk, path, { root: inUse.folder.root, overwrite });
      const bundle = await gatherBundle(context, inUse, { articles, annotators });
      return write(path, exporter, bundle);
    },
  };
}

/** An export never replaces a file that nobody said to replace, nor one of the project's own. */
async function refuseUnfit(
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
  return isFile || (rest.length > 0 && ["articles", "annotations", "history", "reviews"].includes(first));
}
