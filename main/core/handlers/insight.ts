// The figures of a project, for the window or as a file. A window has one measurement at a time: the next one ends the one before.
import type { ParsedInput } from "../../../shared/api/contract.ts";
import type { insightMethods } from "../../../shared/api/methods/insight.ts";
import type { Id } from "../../../shared/model/id.ts";
import { latestOf } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { writablePlace } from "../export/write-export.ts";
import { disagreementsIn } from "../insight/disagreements-in.ts";
import { indexOf } from "../insight/project-index.ts";
import type { JobOptions } from "../jobs/run-job.ts";
import type { OpenProjects } from "../open-projects.ts";
import type { LiveProject } from "../project/live-project.ts";
import { absolutePath } from "../source-file.ts";

export function insightHandlers(
  context: CoreContext,
  projects: OpenProjects,
): HandlersFor<typeof insightMethods> {
  const counting = latestOf();
  const trying = latestOf();
  const optionsFor = (project: Id, client: Id, signal: AbortSignal): JobOptions => ({
    signal,
    onProgress: (progress) => context.emit({ type: "counting", project, ...progress }, client),
  });
  return {
    async "insight.measure"({ project, ...query }, client) {
      const projectOpening = projects.get(project, client);
      return counting.run(projectOpening, (signal) =>
        indexOf(context, projectOpening.liveProject).measure(query, optionsFor(project, client, signal)),
      );
    },
    async "insight.cards"({ project, ...query }, client) {
      const { liveProject } = projects.get(project, client);
      return indexOf(context, liveProject).cards(query);
    },
    async "insight.strips"({ project, ...query }, client) {
      const { liveProject } = projects.get(project, client);
      return indexOf(context, liveProject).strips(query);
    },
    async "insight.write"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      return counting.run(projectOpening, (signal) =>
        writeFigures(context, projectOpening.liveProject, asked, optionsFor(project, client, signal)),
      );
    },
    async "insight.sides"({ project, ...query }, client) {
      const projectOpening = projects.get(project, client);
      return trying.run(projectOpening, (signal) =>
        indexOf(context, projectOpening.liveProject).sides(query, optionsFor(project, client, signal)),
      );
    },
    async "insight.disagreements"({ project, ...query }, client) {
      const projectOpening = projects.get(project, client);
      return trying.run(projectOpening, (signal) =>
        disagreementsIn(context, projectOpening.liveProject, query, optionsFor(project, client, signal)),
      );
    },
    async "insight.writeChart"({ project, base64, path: asked, overwrite }, client) {
      const { liveProject } = projects.get(project, client);
      const path = absolutePath(asked);
      const { write } = await writablePlace(context.disk, path, { root: liveProject.folder.root, overwrite });
      const bytes = new Uint8Array(Buffer.from(base64, "base64"));
      await write(bytes);
      return { path, bytes: bytes.length };
    },
    "insight.stop"({ project }, client) {
      projects.get(project, client);
      counting.stop(project);
      trying.stop(project);
      return null;
    },
  };
}

type FiguresToWrite = Omit<ParsedInput<"insight.write">, "project">;

/** Writes figures to a file as whoever asks wants it; `file` null: it was ended. Throws an `ApiError` where it cannot be written. */
async function writeFigures(
  context: CoreContext,
  liveProject: LiveProject,
  { format, language, path: asked, overwrite, cards = 0, ...query }: FiguresToWrite,
  options: JobOptions,
) {
  const path = absolutePath(asked);
  const { name } = liveProject.folder.project.data();
  const generator = `Sayso ${context.options.version}`;
  const writing = { format, cards, project: name, generator, writtenAt: context.now() };
  const place = { root: liveProject.folder.root, overwrite };
  const { write } = await writablePlace(context.disk, path, place);
  const written = await indexOf(context, liveProject).write(query, { writing, language }, options);
  if (!written?.ok) return { file: written };
  await write(written.bytes);
  return { file: { ...written, path, bytes: written.bytes.length } };
}
