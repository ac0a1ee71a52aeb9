// The program of the thread that copies a project into the home. A file of its own in the built application; ended from outside by
// ending the thread, which leaves whole copies and at most one unfinished file that the next round removes.
import { workerData } from "node:worker_threads";
import { nodeDisk } from "../../storage/files/disk.ts";
import { type CopyRound, copyRound, type RegistryNow } from "../../storage/recovery/copy-round.ts";
import type { HeldSet } from "../../storage/versions/stage-version.ts";
import { askParent, endWith, tellParent } from "../jobs/thread-side.ts";
import type { CopyNews, CopyQuestion } from "./copy-beside.ts";

const say = (news: CopyNews): void => tellParent(news);
const ask = <Answer>(question: CopyQuestion): Promise<Answer> => askParent(question);

await endWith(() =>
  copyRound(nodeDisk, workerData as CopyRound, {
    held: (heldOf) => ask<readonly HeldSet[]>({ heldOf }),
    registryNow: () => ask<RegistryNow>("registry"),
    isBeside: true,
    onFailed: (file, problem) => say({ file, problem }),
  }),
);
