// The program of the thread that makes one version. A file of its own in the built application; ended from outside by ending
// the thread, which leaves what was staged to be removed.
import { workerData } from "node:worker_threads";
import { nodeDisk } from "../../storage/files/disk.ts";
import { type HeldSet, stageVersion, type VersionPlan } from "../../storage/versions/stage-version.ts";
import { askParent, endWith, tellParent } from "../jobs/thread-side.ts";
import type { StageNews } from "./stage-beside.ts";

const say = (news: StageNews): void => tellParent(news);

await endWith(() =>
  stageVersion(nodeDisk, workerData as VersionPlan, {
    held: (article) => askParent<readonly HeldSet[]>(article),
    onArticle: (done) => say({ done }),
    onLeftOut: (file, problem) => say({ file, problem }),
  }),
);
