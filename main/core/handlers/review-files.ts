// Handing work over by file, and taking a colleague's in.

import type { ParsedInput } from "../../../shared/api/contract.ts";
import type { TakeInPreview, TakenIn } from "../../../shared/api/take-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { TakeInChoices } from "../../../shared/review/take-in.ts";
import { writeReadBack } from "../../storage/files/durable-file.ts";
import { latestOf } from "../changes/latest-of.ts";
import type { Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import { pack } from "../export/pack.ts";
import { refuseUnfit } from "../export/write-export.ts";
import type { OpenProjects } from "../open-projects.ts";
import { absolutePath } from "../paths.ts";
import { entitiesOf, type ProjectInUse, writerIn } from "../project/project-in-use.ts";
import { alikeIn } from "../review/same-person.ts";
import { describeTakeIn } from "../take-in/describe-take-in.ts";
import { planFor } from "../take-in/plan-take-in.ts";
import { packageHead } from "../take-in/start-project.ts";
import { takeIn } from "../take-in/take-in.ts";
import { rememberMapping } from "../take-in/take-in-foreign.ts";
import { readTakeInSource } from "../take-in/take-in-source.ts";
import type { TakeInWatch } from "../take-in/take-in-watch.ts";

type FileMethods =
  | "review.package"
  | "review.packageHead"
  | "review.takeInPreview"
  | "review.takeIn"
  | "review.stopTakeIn";

export function reviewFileHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, FileMethods> {
  const taking = latestOf(() => new ApiError("take-in-stopped"));

  /** Does what can be ended. */
  const stoppable = <T>(opening: Opening, work: (watch: TakeInWatch) => Promise<T>): Promise<T> =>
    taking.run(opening, (signal) => {
      const { handle: project, client } = opening;
      return work({
        signal,
        onProgress: (stage, progress) =>
          context.emit({ type: "taking-in", project, stage, ...progress }, client),
      });
    });

  return {
    async "review.package"({ project, path: asked, overwrite, ...choice }, client) {
      const { inUse } = projects.get(project, client);
      const path = absolutePath(asked);
      await refuseUnfit(context.disk, path, { root: inUse.folder.root, overwrite });
      const { text, bundle } = await pack(context, inUse, choice);
      const bytes = Buffer.from(text, "utf8");
      await writeReadBack(context.disk, path, bytes);
      const sets = bundle.articles.reduce((sum, article) => sum + article.sets.length, 0);
      return { paths: [path], bytes: bytes.length, articles: bundle.articles.length, sets, losses: [] };
    },
    "review.packageHead": (asked) => packageHead(context, asked),
    async "review.takeInPreview"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      const { inUse } = projectOpening;
      writerIn(inUse);
      return stoppable(projectOpening, (watch) => previewOf(context, inUse, asked, watch));
    },
    async "review.takeIn"({ project, ...asked }, client) {
      const projectOpening = projects.get(project, client);
      writerIn(projectOpening.inUse);
      return stoppable(projectOpening, (watch) =>
        takeInFile(context, projects, projectOpening, asked, watch),
      );
    },
    "review.stopTakeIn"({ project }, client) {
      projects.get(project, client);
      taking.stop(project);
      return null;
    },
  };
}

/** Tells every window what is here now. */
function announce(
  context: CoreContext,
  projects: OpenProjects,
  inUse: ProjectInUse,
  articles: readonly string[],
): void {
  projects.announceArticles(inUse);
  const { annotators, assignments = [] } = inUse.folder.project.data();
  for (const { handle: project, client } of projects.openingsOf(inUse)) {
    context.emit({ type: "annotators", project, annotators }, client);
    context.emit({ type: "assignments", project, assignments }, client);
    context.emit({ type: "entities", project, entities: entitiesOf(inUse) }, client);
    context.emit({ type: "sets", project, articles }, client);
  }
}

async function previewOf(
  context: CoreContext,
  inUse: ProjectInUse,
  asked: Omit<ParsedInput<"review.takeInPreview">, "project">,
  watch: TakeInWatch,
): Promise<TakeInPreview> {
  const source = await readTakeInSource(context, inUse, asked, watch);
  if (!source.ok) return source;
  const choices = choicesOf(asked);
  const { plan } = await planFor(context, inUse, { source, choices, watch });
  const alike = await alikeIn(context, inUse, plan);
  return { ok: true, ...describeTakeIn(inUse, source, plan, choices), alike };
}

async function takeInFile(
  context: CoreContext,
  projects: OpenProjects,
  { inUse, steps, client }: Opening,
  { sha256, opId, step, ...asked }: Omit<ParsedInput<"review.takeIn">, "project">,
  watch: TakeInWatch,
): Promise<TakenIn> {
  const source = await readTakeInSource(context, inUse, asked, watch);
  const { file } = source;
  if (!source.ok) throw new ApiError("take-in-refused", { file, count: source.problems.length });
  if (source.sha256 !== sha256) throw new ApiError("take-in-changed", { file });
  const request = { source, choices: choicesOf(asked), opId, step, watch };
  const outcome = await takeIn(context, { inUse, steps }, request, client).catch((error: unknown) => {
    announce(context, projects, inUse, [...inUse.articles.keys()]);
    throw error;
  });
  const { foreign } = asked;
  if (foreign?.mapping) await rememberMapping(context, foreign.format, foreign.mapping);
  announce(context, projects, inUse, [...new Set(outcome.rows.flatMap(({ article }) => article ?? []))]);
  return outcome;
}

const choicesOf = ({
  bring,
  places,
  twins,
  own,
  decided,
}: Pick<ParsedInput<"review.takeIn">, "bring" | "places" | "twins" | "own" | "decided">): TakeInChoices => ({
  bring,
  twins,
  own,
  places: new Map(Object.entries(places)),
  decided: new Map(decided.map(({ key, side }) => [key, side])),
});
