// Takes a colleague's work into a project: what others made is kept beside our own, and at last our own work from another machine is
// merged as one step that can be taken back. What is done twice is done once, so that after a failure the same file is simply
// taken in again.

import type { TakenIn } from "../../../shared/api/take-in.ts";
import { added, type Change, isEmptyChange } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Step, type StepNote, setKey } from "../../../shared/model/step.ts";
import type { TakeInChoices, TakeInPlan } from "../../../shared/review/take-in.ts";
import { writeBase } from "../../storage/sets/kept-set.ts";
import { makeAndApply } from "../changes/make-and-apply.ts";
import type { Opening } from "../changes/opening.ts";
import type { StepRequest } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { type ProjectInUse, setPlace, writerIn } from "../project/project-in-use.ts";
import { alikeIn } from "../review/same-person.ts";
import { describeTakeIn } from "./describe-take-in.ts";
import { keepTaken, takenFromOf } from "./keep-taken.ts";
import { type PlannedTakeIn, planFor } from "./plan-take-in.ts";
import type { ReadSource } from "./read-source.ts";
import type { TakeInWatch } from "./take-in-watch.ts";

type Source = Extract<ReadSource, { ok: true }>;

interface TakeInRequest {
  readonly source: Source;
  readonly choices: TakeInChoices;
  readonly opId: Id;
  readonly step: StepNote;
  readonly watch: TakeInWatch;
}

/** Throws an `ApiError`: nothing has changed then, or all that others made is kept and our own work is as it was. */
export async function takeIn(
  context: CoreContext,
  { inUse, steps }: Pick<Opening, "inUse" | "steps">,
  request: TakeInRequest,
  client: Id,
): Promise<TakenIn> {
  const { source, choices, watch } = request;
  /** What others made is kept by then. */
  const unstoppable = { ...watch, signal: new AbortController().signal };
  const plannedTakeIn = await planFor(context, inUse, { source, choices, watch });
  const alike = await alikeIn(context, inUse, plannedTakeIn.plan);
  const description = { ...describeTakeIn(inUse, source, plannedTakeIn.plan, choices), alike };
  await steps.alone(() => keepTaken(context, inUse, { source, plan: plannedTakeIn.plan, watch }));
  return makeAndApply(
    async (tried) =>
      tried === 1 ? plannedTakeIn : planFor(context, inUse, { source, choices, watch: unstoppable }),
    async (planned) => {
      const { step, revisions } = await merge(planned, request, (asked) => steps.apply(asked, client));
      await keepBases(context, inUse, source, planned.plan);
      return { ...description, step, revisions };
    },
  );
}

/** Merges our own work from elsewhere, and makes curated sets the project's, as one step. */
async function merge(
  { plan, revisions }: PlannedTakeIn,
  { opId, step: note }: TakeInRequest,
  apply: (request: StepRequest) => Promise<{ readonly revisions: Readonly<Record<Id, number>> }>,
): Promise<Pick<TakenIn, "step" | "revisions">> {
  const entities = new Map<Id, Entity>();
  const parts = plan.sets.flatMap(({ set, merge, adopt }) => {
    if (adopt) {
      const of = { article: set.articleId, whose: "curation" as const };
      return [{ ...of, revision: revisions.get(setKey(of)) ?? 0, change: adopt }];
    }
    const { entities: registry, ...change }: Change = merge?.change ?? {};
    for (const entity of registry?.added ?? []) entities.set(entity.id, entity);
    const revision = revisions.get(set.articleId) ?? 0;
    return isEmptyChange(change) ? [] : [{ article: set.articleId, revision, change }];
  });
  if (parts.length === 0) return { step: null, revisions: {} };
  const registry = entities.size > 0 ? { entities: added(...entities.values()) } : {};
  const applied = await apply({ opId, step: note, parts, ...registry });
  const work = parts.map(({ revision: _revision, ...part }) => part);
  const step: Step = { ...note, id: opId, parts: work, ...registry };
  return { step, revisions: applied.revisions };
}

/** The versions of our own sets that the next ones are merged over. */
async function keepBases(
  context: CoreContext,
  inUse: ProjectInUse,
  source: Source,
  { sets }: TakeInPlan,
): Promise<void> {
  const { lock } = writerIn(inUse);
  for (const planned of sets) {
    const { outcome, annotator } = planned;
    const baseSet = planned.asItCame ?? planned.set;
    const article = inUse.articles.get(baseSet.articleId);
    if (!planned.merge || outcome !== "own" || !article) continue;
    await lock.fence();
    const place = { ...setPlace(inUse.folder, article, annotator.id), textHash: baseSet.textHash };
    const takenFrom = takenFromOf(context, source, planned);
    await writeBase(context.disk, inUse.folder.root, { place, set: baseSet, takenFrom });
  }
}
