// Goes back to a version as one step of the history: the articles that are gone come back, and the sets, the registry and the tagset
// change. It is decided by one record before anything of it is done, and taken back like any other step, which puts those articles in
// the trash.

import type { Restored, RestoreScope } from "../../../shared/api/versions.ts";
import type { Id } from "../../../shared/model/id.ts";
import { isEmptyWork, type StepNote } from "../../../shared/model/step.ts";
import type { Opening } from "../changes/opening.ts";
import { retryOnConflict } from "../changes/retry-on-conflict.ts";
import type { VersionSource } from "../changes/version-source.ts";
import type { CoreContext } from "../context.ts";
import { writerIn } from "../project/project-in-use.ts";
import { planRestore, type RestorePlan } from "./plan-restore.ts";

interface RestoreRequest {
  readonly source: VersionSource;
  readonly scope: RestoreScope;
  readonly opId: Id;
  readonly step: StepNote;
}

/** Throws an `ApiError`: then nothing has changed, or what was decided is still to be finished. */
export async function restore(
  context: CoreContext,
  { inUse, steps }: Pick<Opening, "inUse" | "steps">,
  { source, scope, opId, step: note }: RestoreRequest,
  client: Id,
): Promise<Restored> {
  writerIn(inUse);
  const plan = () =>
    steps.alone(async () => {
      // What was decided before stands before anything is compared with it.
      await steps.finish();
      return planRestore(context, inUse, source, scope);
    });
  return retryOnConflict(plan, async (planned) => {
    const { version: _version, ...request } = planned.request;
    const work = {
      ...request,
      parts: request.parts.map(({ revision: _revision, ...part }) => part),
    };
    if (isEmptyWork(work)) return { ...previewOf(planned), step: null, revisions: {} };
    const { revisions } = await steps.apply({ opId, step: note, ...planned.request }, client);
    return { ...previewOf(planned), step: { ...note, id: opId, ...work }, revisions };
  });
}

/** What of a plan is told. */
export const previewOf = ({ request: _request, ...plan }: RestorePlan) => plan;
