// Keeps the state of a project under a name: everybody's sets, the registry, the tagset, the texts and the files they came from, as
// they stand at one moment. The work is done in a thread of its own, and nobody's saving waits for it.

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import {
  commitVersion,
  removeStaged,
  type StagePorts,
  stagedName,
  stageVersion,
  type VersionPlan,
} from "../../storage/versions/stage-version.ts";
import { type VersionAbout, versionPath } from "../../storage/versions/version-files.ts";
import { dropUnusedOriginals } from "../../storage/versions/version-originals.ts";
import type { Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import { askThread } from "../processes/ask-process.ts";
import { entitiesOf, writerIn } from "../project/live-project.ts";
import { holdSets } from "../project/own-sets.ts";

interface KeepOptions {
  readonly name: string;
  /** Aborted when nobody wants it any more. */
  readonly signal: AbortSignal;
  onProgress(progress: WorkProgress): void;
}

/** The version's id; `null` when it was stopped, and then nothing of it is there. Throws an `ApiError`: then neither. */
export function keepVersion(
  context: CoreContext,
  { liveProject, steps }: Pick<Opening, "liveProject" | "steps">,
  { name, signal, onProgress }: KeepOptions,
): Promise<Id | null> {
  const { lock, annotator } = writerIn(liveProject);
  const { disk, newId, now, log } = context;
  const { root, project } = liveProject.folder;
  // Nothing is moved to the trash or restored meanwhile, and no version deleted.
  return liveProject.recoveries.run(async () => {
    const { plan, held } = await steps.exclusively(async () => {
      await lock.fence();
      const plan: VersionPlan = {
        root,
        id: newId(),
        name,
        at: now(),
        by: annotator.name,
        project: project.data(),
        entities: entitiesOf(liveProject),
        articles: [...liveProject.articles.values()],
        staged: versionPath(root, stagedName()),
      };
      return { plan, held: await holdSets(liveProject) };
    });
    let isKept = false;
    try {
      const staged = await stageBeside(context, plan, {
        signal,
        held: async (article) => held.of(article),
        onArticle: (done) => onProgress({ done, of: plan.articles.length }),
        onLeftOut: (file, problem) => log.error(`keeping ${file}`, problem),
      });
      if (!staged || signal.aborted) return null;
      await lock.fence();
      await commitVersion(disk, plan);
      isKept = true;
      return plan.id;
    } finally {
      held.release();
      if (!isKept) {
        await removeStaged(disk, plan);
        await dropUnusedOriginals(disk, root);
      }
    }
  });
}

// Has a version made in a thread of its own, which reads and writes the disk itself and asks here for what is held in memory.
// Where the program of the thread is not built, or the disk is not the system's, as in tests, it is made here.

interface StageOptions extends StagePorts {
  readonly signal: AbortSignal;
}

export type StageNews = { readonly done: number } | { readonly file: string; readonly problem: ApiErrorData };

/** `null` when it was stopped; the thread has ended then. Throws an `ApiError`. */
async function stageBeside(
  { disk, options }: CoreContext,
  plan: VersionPlan,
  ports: StageOptions,
  program = join(import.meta.dirname, "version-thread.js"),
): Promise<VersionAbout | null> {
  const { signal } = ports;
  if (signal.aborted) return null;
  if (options.disk === undefined && existsSync(program))
    return askThread<VersionAbout>(program, plan, {
      signal,
      onQuestion: (article: Id) => ports.held(article),
      onNews(news: StageNews) {
        if ("done" in news) ports.onArticle(news.done);
        else ports.onLeftOut(news.file, news.problem);
      },
    });
  const stopped = new Error("stopped");
  try {
    return await stageVersion(disk, plan, {
      ...ports,
      held(article) {
        if (signal.aborted) throw stopped;
        return ports.held(article);
      },
    });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
