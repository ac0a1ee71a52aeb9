// Keeps the state of a project under a name: everybody's sets, the registry, the tagset, the texts and the files they came from, as
// they stand at one moment. The work is done in a thread of its own, and nobody's saving waits for it.

import type { Id } from "../../../shared/model/id.ts";
import type { Progress } from "../../../shared/model/work.ts";
import {
  commitVersion,
  removeStaged,
  stagedName,
  type VersionPlan,
} from "../../storage/versions/stage-version.ts";
import { versionPath } from "../../storage/versions/version-files.ts";
import { dropUnusedOriginals } from "../../storage/versions/version-originals.ts";
import type { Opening } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import { holdSets } from "../project/held-sets.ts";
import { entitiesOf, writerIn } from "../project/project-in-use.ts";
import { stageBeside } from "./stage-beside.ts";

interface KeepOptions {
  readonly name: string;
  /** Aborted when nobody wants it any more. */
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** The version's id; `null` when it was stopped, and then nothing of it is there. Throws an `ApiError`: then neither. */
export function keepVersion(
  context: CoreContext,
  { inUse, steps }: Pick<Opening, "inUse" | "steps">,
  { name, signal, onProgress }: KeepOptions,
): Promise<Id | null> {
  const { lock, annotator } = writerIn(inUse);
  const { disk, newId, now, log } = context;
  const { root, project } = inUse.folder;
  // Nothing is put away or had back meanwhile, and no version deleted.
  return inUse.recoveries.run(async () => {
    const { plan, held } = await steps.alone(async () => {
      await lock.fence();
      const plan: VersionPlan = {
        root,
        id: newId(),
        name,
        at: now(),
        by: annotator.name,
        project: project.data(),
        entities: entitiesOf(inUse),
        articles: [...inUse.articles.values()],
        staged: versionPath(root, stagedName()),
      };
      return { plan, held: await holdSets(inUse) };
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
