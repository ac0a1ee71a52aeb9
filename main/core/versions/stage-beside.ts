// Has a version made in a thread of its own, which reads and writes the disk itself and asks here for what is held in memory.
// Where the program of the thread is not built, or the disk is not the system's, as in tests, it is made here.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type StagePorts, stageVersion, type VersionPlan } from "../../storage/versions/stage-version.ts";
import type { VersionAbout } from "../../storage/versions/version-files.ts";
import type { CoreContext } from "../context.ts";
import { askThread } from "../processes/ask-process.ts";

interface StageOptions extends StagePorts {
  readonly signal: AbortSignal;
}

export type StageNews = { readonly done: number } | { readonly file: string; readonly problem: ApiErrorData };

/** `null` when it was stopped; the thread has ended then. Throws an `ApiError`. */
export async function stageBeside(
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
