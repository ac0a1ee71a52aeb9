// Writing an export, or a copy of what cannot be saved, to a file of its own.
import type { ParsedInput } from "../../../shared/api/contract.ts";
import type { exportsMethods } from "../../../shared/api/methods/exports.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { annotatedJsonText } from "../../../shared/exporters/annotated-json.ts";
import type { Exporter } from "../../../shared/exporters/exporter.ts";
import { exporterById } from "../../../shared/exporters/index.ts";
import { offeredFormats } from "../../../shared/formats/format-table.ts";
import type { Id } from "../../../shared/model/id.ts";
import { writeReadBack } from "../../storage/files/durable-file.ts";
import { latestOf } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { gatherCopy } from "../export/copy-bundle.ts";
import { exportLosses, exportProject } from "../export/export-project.ts";
import { refuseUnfit, refuseUnfitFolder, reportPath, writeExportReport } from "../export/write-export.ts";
import type { OpenProjects } from "../open-projects.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";
import { absolutePath } from "../source-file.ts";

/** Milliseconds between two tellings of how far it is. */
const tellAfter = 100;

export function exportsHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof exportsMethods> {
  const { disk } = context;
  const writing = latestOf(() => new ApiError("export-stopped"));
  const previewRuns = latestOf(() => new ApiError("export-stopped"));

  return {
    "export.formats": () => ({ formats: offeredFormats }),
    async "export.copy"({ project, ...asked }, client) {
      return writeCopy(context, projects.get(project, client).inUse, asked);
    },
    async "export.preview"({ project, format, ...choice }, client) {
      const projectOpening = projects.get(project, client);
      const { inUse } = projectOpening;
      const exporter = exporterNamed(format);
      const losses = await previewRuns.run(projectOpening, (signal) =>
        exportLosses(context, inUse, { exporter, ...choice }, { signal, onProgress: () => undefined }),
      );
      return { losses };
    },
    async "export.write"(
      { project, format, path: asked, into, report: language, overwrite, ...choice },
      client,
    ) {
      const projectOpening = projects.get(project, client);
      const { inUse } = projectOpening;
      const exporter = exporterNamed(format);
      const path = absolutePath(asked);
      const place = { root: inUse.folder.root, overwrite };
      const report = await writing.run(projectOpening, async (signal) => {
        await (into ? refuseUnfitFolder : refuseUnfit)(disk, path, place);
        if (language) await refuseUnfit(disk, reportPath(path), place);
        const target = { path, into: into ?? "file" } as const;
        const watch = { signal, onProgress: progressReporter(context, project, client) };
        return exportProject(context, inUse, { exporter, target, ...choice }, watch);
      });
      if (!language) return report;
      const beside = await writeExportReport(disk, path, { format, ...report }, language);
      return { ...report, paths: [path, beside] };
    },
    "export.stop"({ project }, client) {
      projects.get(project, client);
      writing.stop(project);
      previewRuns.stop(project);
      return null;
    },
  };
}

async function writeCopy(
  context: CoreContext,
  inUse: ProjectInUse,
  { unsaved, path: asked, overwrite }: Omit<ParsedInput<"export.copy">, "project">,
) {
  const path = absolutePath(asked);
  await refuseUnfit(context.disk, path, { root: inUse.folder.root, overwrite });
  const changes = new Map(unsaved.map((one) => [one.article, one.changes]));
  const { bundle, leftOut } = await gatherCopy(context, inUse, changes);
  const bytes = Buffer.from(annotatedJsonText(bundle), "utf8");
  await writeReadBack(context.disk, path, bytes);
  const sets = bundle.articles.reduce((sum, article) => sum + article.sets.length, 0);
  const { length: articles } = bundle.articles;
  return { paths: [path], bytes: bytes.length, articles, sets, losses: [], leftOut };
}

function exporterNamed(format: string): Exporter {
  const exporter = exporterById(format);
  if (!exporter) throw new ApiError("format-unknown", { format });
  return exporter;
}

function progressReporter(context: CoreContext, project: Id, client: Id) {
  let reportedAt = 0;
  return (progress: { readonly done: number; readonly of: number }): void => {
    if (Date.now() - reportedAt < tellAfter) return;
    reportedAt = Date.now();
    context.emit({ type: "exporting", project, ...progress }, client);
  };
}
