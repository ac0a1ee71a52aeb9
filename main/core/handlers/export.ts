// Writing an export, or a copy of what cannot be saved, to a file of its own.
import { ApiError } from "../../../shared/api/errors.ts";
import { annotatedJsonExporter } from "../../../shared/exporters/annotated-json.ts";
import { exporterById, lossesOf } from "../../../shared/exporters/index.ts";
import type { CoreContext } from "../context.ts";
import { gatherCopy } from "../copy-bundle.ts";
import type { Handlers } from "../dispatch.ts";
import { gatherBundle } from "../export-bundle.ts";
import type { OpenProjects } from "../open-projects.ts";
import { absolutePath } from "../paths.ts";
import { refuseUnfit, writeExport } from "../write-export.ts";

export function exportHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "export.copy" | "export.preview" | "export.write"> {
  const { disk } = context;

  return {
    async "export.copy"({ project, unsaved, path: asked, overwrite }, client) {
      const { inUse } = projects.get(project, client);
      const path = absolutePath(asked);
      await refuseUnfit(disk, path, { root: inUse.folder.root, overwrite });
      const changes = new Map(unsaved.map((one) => [one.article, one.changes]));
      const { bundle, leftOut } = await gatherCopy(context, inUse, changes);
      return { ...(await writeExport(disk, path, annotatedJsonExporter, bundle)), leftOut };
    },
    async "export.preview"({ project, format, articles, annotators }, client) {
      const { inUse } = projects.get(project, client);
      const exporter = exporterById(format);
      if (!exporter) throw new ApiError("format-unknown", { format });
      return { losses: lossesOf(exporter, await gatherBundle(context, inUse, { articles, annotators })) };
    },
    async "export.write"({ project, format, articles, annotators, path: asked, overwrite }, client) {
      const { inUse } = projects.get(project, client);
      const exporter = exporterById(format);
      if (!exporter) throw new ApiError("format-unknown", { format });
      const path = absolutePath(asked);
      await refuseUnfit(disk, path, { root: inUse.folder.root, overwrite });
      const bundle = await gatherBundle(context, inUse, { articles, annotators });
      return writeExport(disk, path, exporter, bundle);
    },
  };
}
