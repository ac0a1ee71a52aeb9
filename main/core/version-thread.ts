// The program of the thread that makes one version. A file of its own in the built application; ended from outside by ending
// the thread, which leaves what was staged to be removed.
import { parentPort, workerData } from "node:worker_threads";
import { ApiError } from "../../shared/api/errors.ts";
import { nodeDisk } from "../storage/disk.ts";
import { type HeldSet, stageVersion, type VersionPlan } from "../storage/stage-version.ts";
import type { StageMessage } from "./versions/stage-beside.ts";

const tell = (message: StageMessage): void => parentPort?.postMessage(message);

try {
  const about = await stageVersion(nodeDisk, workerData as VersionPlan, {
    held: (article) =>
      new Promise((resolve) => {
        parentPort?.once("message", (sets: readonly HeldSet[]) => resolve(sets));
        tell({ what: "article", article });
      }),
    onArticle: (done) => tell({ what: "done", done }),
    onLeftOut: (file, problem) => tell({ what: "left-out", file, problem }),
  });
  tell({ what: "staged", about });
} catch (error) {
  if (!(error instanceof ApiError)) throw error;
  tell({ what: "failed", problem: error.toData() });
}
