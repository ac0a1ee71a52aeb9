// Writes an export, or a copy of what cannot be saved, to a file of its own.

import { bundleOf, type ExportBundle, type ExportedArticle } from "../../../shared/annotated-json/bundle.ts";
import type { ParsedInput } from "../../../shared/api/contract.ts";
import type { exportsMethods } from "../../../shared/api/methods/exports.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { annotatedJsonText } from "../../../shared/exporters/annotated-json.ts";
import type { Exporter } from "../../../shared/exporters/exporter.ts";
import { exporterById } from "../../../shared/exporters/index.ts";
import { offeredFormats } from "../../../shared/formats/format-table.ts";
import {
  type AnnotationSetJson,
  type Annotations,
  setFromJson,
  setToJson,
} from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { applyChange, type Change, fittingPart } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { records, type Table, tableOf } from "../../../shared/model/table.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import { latestOf } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { type ExportTarget, exportLosses, exportProject } from "../export/export-project.ts";
import { reportPath, writableFolder, writablePlace, writeExportReport } from "../export/write-export.ts";
import type { OpenProjects } from "../open-projects.ts";
import { backupOf } from "../project/backup-source.ts";
import { entitiesOf, type LiveProject, openSetIfAny, setPlace } from "../project/live-project.ts";
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
      return writeCopy(context, projects.get(project, client).liveProject, asked);
    },
    async "export.preview"({ project, format, ...choice }, client) {
      const projectOpening = projects.get(project, client);
      const { liveProject } = projectOpening;
      const exporter = exporterNamed(format);
      const losses = await previewRuns.run(projectOpening, (signal) =>
        exportLosses(context, liveProject, { exporter, ...choice }, { signal, onProgress: () => undefined }),
      );
      return { losses };
    },
    async "export.write"(
      { project, format, path: asked, into, report: language, overwrite, ...choice },
      client,
    ) {
      const projectOpening = projects.get(project, client);
      const { liveProject } = projectOpening;
      const exporter = exporterNamed(format);
      const path = absolutePath(asked);
      const place = { root: liveProject.folder.root, overwrite };
      return writing.run(projectOpening, async (signal) => {
        const { mayReplace } = await (into ? writableFolder : writablePlace)(disk, path, place);
        const beside = language && (await writablePlace(disk, reportPath(path), place));
        const target = {
          path,
          into: into ?? "file",
          async mayReplace(there) {
            await mayReplace(there);
            await beside?.mayReplace(null);
          },
        } satisfies ExportTarget;
        const watch = { signal, onProgress: progressReporter(context, project, client) };
        const report = await exportProject(context, liveProject, { exporter, target, ...choice }, watch);
        if (!language || !beside) return report;
        await writeExportReport(beside, path, { format, ...report }, language);
        return { ...report, paths: [path, reportPath(path)] };
      });
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
  liveProject: LiveProject,
  { unsaved, path: asked, overwrite }: Omit<ParsedInput<"export.copy">, "project">,
) {
  const path = absolutePath(asked);
  const { write } = await writablePlace(context.disk, path, { root: liveProject.folder.root, overwrite });
  const changes = new Map(unsaved.map((one) => [one.article, one.changes]));
  const { bundle, leftOut } = await gatherCopy(context, liveProject, changes);
  const bytes = Buffer.from(annotatedJsonText(bundle), "utf8");
  await write(bytes);
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

// A copy of the whole project for when it cannot be saved: from memory first, with what the window has not yet saved on top, so that it
// works when the project’s disk is gone. What can be had of the rest is read; what cannot is named.

interface ProjectCopy {
  readonly bundle: ExportBundle;
  /** Titles of the articles that could not be read. */
  readonly leftOut: readonly string[];
}

/** `unsaved`: the changes of each article that are not acknowledged, in their order. Those that do not fit are left out. */
async function gatherCopy(
  context: CoreContext,
  liveProject: LiveProject,
  unsaved: ReadonlyMap<Id, readonly Change[]>,
): Promise<ProjectCopy> {
  const project = liveProject.folder.project.data();
  let entities: Table<Entity> = tableOf(entitiesOf(liveProject));
  const articles: ExportedArticle[] = [];
  const leftOut: string[] = [];
  for (const article of liveProject.articles.values())
    try {
      const openSet = await openSetIfAny(liveProject, article.id);
      const text = openSet?.text ?? (await readText(context.disk, liveProject.folder.root, article));
      const changes = unsaved.get(article.id) ?? [];
      const ownState = openSet && withUnsaved({ set: openSet.store.set(), entities }, changes);
      const isBegun = openSet !== null && openSet.store.revision() + changes.length > 0;
      entities = ownState?.entities ?? entities;
      const others = await setsOf(
        context,
        liveProject,
        article,
        ownState ? liveProject.annotator?.id : undefined,
      );
      articles.push({
        article,
        text,
        sets: [...(ownState && isBegun ? [setToJson(ownState.set)] : []), ...others],
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      leftOut.push(article.title);
    }
  const generator = `Sayso ${context.options.version}`;
  const parts = { project, entities: [...records(entities)], articles, exportedAt: context.now(), generator };
  return { bundle: bundleOf(parts), leftOut };
}

function withUnsaved(state: Annotations, changes: readonly Change[]): Annotations {
  return changes.reduce((before, change) => {
    const part = fittingPart(before, change);
    return part ? applyChange(before, part) : before;
  }, state);
}

async function setsOf(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
  except: Id | undefined,
): Promise<AnnotationSetJson[]> {
  const sets: AnnotationSetJson[] = [];
  for (const { id } of liveProject.folder.project.data().annotators) {
    if (id === except) continue;
    const place = setPlace(liveProject.folder, article, id);
    const secondSource = backupOf(context, place);
    const { set, revision } = await readSet(context.disk, place, secondSource);
    // A disk that is gone looks like a set that was never begun.
    const copy = revision === 0 ? await secondSource() : null;
    if (revision > 0 || copy) sets.push(setToJson(copy ? setFromJson(copy.value) : set));
  }
  return sets;
}
