// The program of the thread that copies a project into the home. A file of its own in the built application; ended from outside by
// ending the thread, which leaves whole copies and at most one unfinished file that the next round removes.
import { nodeDisk } from "../../storage/files/disk.ts";
import { type CopyRound, copyRound, type RegistryNow } from "../../storage/recovery/copy-round.ts";
import type { HeldSet } from "../../storage/versions/stage-version.ts";
import { serveParent } from "../processes/serve-parent.ts";
import type { CopyNews, CopyQuestion } from "./backup-rounds.ts";

serveParent((round: CopyRound, { ask, tell }) => {
  const say = (news: CopyNews): void => tell(news);
  const askFor = <Answer>(question: CopyQuestion): Promise<Answer> => ask(question);
  return copyRound(nodeDisk, round, {
    held: (heldOf) => askFor<readonly HeldSet[]>({ heldOf }),
    registryNow: () => askFor<RegistryNow>("registry"),
    isBeside: true,
    onFailed: (file, problem) => say({ file, problem }),
  });
});
