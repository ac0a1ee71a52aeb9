// The program of the thread that makes one version. A file of its own in the built application; ended from outside by ending
// the thread, which leaves what was staged to be removed.
import { nodeDisk } from "../../storage/files/disk.ts";
import { type HeldSet, stageVersion, type VersionPlan } from "../../storage/versions/stage-version.ts";
import { serveParent } from "../processes/serve-parent.ts";
import type { StageNews } from "./keep-version.ts";

serveParent((plan: VersionPlan, { ask, tell }) => {
  const say = (news: StageNews): void => tell(news);
  return stageVersion(nodeDisk, plan, {
    held: (article) => ask<readonly HeldSet[]>(article),
    onArticle: (done) => say({ done }),
    onLeftOut: (file, problem) => say({ file, problem }),
  });
});
