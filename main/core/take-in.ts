// Takes a colleague's work into a project: articles that come along, people and entities, then each set as it came under its own
// annotator, and at last our own work from another machine as one step that can be taken back. Each part is whole or not there,
// and what is done twice is done once, so that after a failure the same file is simply taken in again.

import { ApiError } from "../../shared/api/errors.ts";
import type { TakenIn } from "../../shared/api/take-in.ts";
import { annotatedJsonOf } from "../../shared/exporters/annotated-json.ts";
import type { ExportBundle } from "../../shared/exporters/bundle.ts";
import { added, type Change, isEmptyChange } from "../../shared/model/change.ts";
import type { Entity } from "../../shared/model/entity.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Step, StepNote } from "../../shared/model/step.ts";
import { tableOf, withRecords } from "../../shared/model/table.ts";
import {
  isTaken,
  type PlannedSet,
  type TakeInChoices,
  type TakeInPlan,
} from "../../shared/review/take-in.ts";
import { addArticle } from "../storage/article-files.ts";
import { prettyJson } from "../storage/json-text.ts";
import { type TakenFrom, writeBase, writeKeptSet, writeOriginalForm } from "../storage/kept-set.ts";
import type { CoreContext } from "./context.ts";
import { describeTakeIn } from "./describe-take-in.ts";
import type { Opening } from "./open-projects.ts";
import { type PlannedTakeIn, planFor } from "./plan-take-in.ts";
import { entitiesOf, type ProjectInUse, setPlace, writerIn } from "./project-in-use.ts";
import { saveEntities } from "./save-entities.ts";
import type { StepRequest } from "./steps.ts";
import { takeAssignments } from "./take-assignments.ts";
import type { ReadSource } from "./take-in-source.ts";

type Source = Extract<ReadSource, { ok: true }>;

export interface TakeInRequest {
  readonly source: Source;
  readonly choices: TakeInChoices;
  readonly opId: Id;
  readonly step: StepNote;
}

/** How often our own work is merged anew when another window saves something between the plan and its step. */
const tries = 5;

/** Throws an `ApiError`; what was taken in before that stays. */
export async function takeIn(
  context: CoreContext,
  { inUse, steps }: Pick<Opening, "inUse" | "steps">,
  request: TakeInRequest,
  client: Id,
): Promise<TakenIn> {
  const { source, choices } = request;
  let planned = await planFor(context, inUse, source, choices);
  const told = describeTakeIn(inUse, source, planned.plan, choices);
  await steps.alone(() => keep(context, inUse, source, planned.plan));
  for (let tried = 1; ; tried += 1)
    try {
      const { step, revisions } = await merge(planned, request, (asked) => steps.apply(asked, client));
      await keepBases(context, inUse, source, planned.plan);
      return { ...told, step, revisions };
    } catch (error) {
      const passes = error instanceof ApiError && error.code === "conflict" && tried < tries;
      if (!passes) throw error;
      planned = await planFor(context, inUse, source, choices);
    }
}

/** Everything but our own work. */
async function keep(
  context: CoreContext,
  inUse: ProjectInUse,
  source: Source,
  plan: TakeInPlan,
): Promise<void> {
  const { lock } = writerIn(inUse);
  const { disk, now } = context;
  const { root, project } = inUse.folder;
  await lock.fence();
  for (const { article: came, text } of plan.articles) {
    // The file that the text came from is not handed over, only its name would be.
    const article = { ...came, addedAt: now(), original: null };
    await addArticle(disk, root, { article, text, original: null });
    inUse.articles.set(article.id, article);
  }
  if (plan.annotators.length > 0)
    await project.update((data) => ({ ...data, annotators: withNewcomers(data.annotators, plan) }));
  await takeAssignments(inUse, source, plan);
  await saveEntities(inUse, withRecords(tableOf(entitiesOf(inUse)), plan.entities));
  for (const planned of plan.sets) {
    if (!isTaken(planned) || planned.outcome === "same" || planned.merge) continue;
    await lock.fence();
    const { set, annotator, carried } = planned;
    const article = inUse.articles.get(set.articleId);
    if (!article) continue;
    const place = setPlace(inUse.folder, article, annotator.id);
    if (source.raw !== null) await writeOriginalForm(disk, root, place, rawOf(source.raw, planned));
    else if (carried)
      await writeOriginalForm(disk, root, place, prettyJson(annotatedJsonOf(alone(source.bundle, planned))));
    await writeKeptSet(disk, root, { place, set, takenFrom: takenFromOf(context, source, planned) });
    inUse.takenIn.count += 1;
  }
}

function withNewcomers(
  known: ReturnType<ProjectInUse["folder"]["project"]["data"]>["annotators"],
  { annotators }: TakeInPlan,
) {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...annotators.filter(({ id }) => !ids.has(id))];
}

/** The same of a file that was not right: what stands in it, whatever that is. */
function rawOf(text: string, { cameAs, annotator }: PlannedSet): string {
  type Raw = { content?: Raw; articles?: { id?: unknown; sets?: { annotator?: unknown }[] }[] };
  const value = JSON.parse(text.replace(/^\ufeff/u, "")) as Raw;
  const content = value.content ?? value;
  const articles = (content.articles ?? [])
    .filter((article) => article.id === cameAs)
    .map((article) => ({
      ...article,
      sets: (article.sets ?? []).filter((set) => set.annotator === annotator.id),
    }));
  return prettyJson({ ...content, articles });
}

/** One set of a bundle with its article, as it came. */
function alone(bundle: ExportBundle, { cameAs, annotator }: PlannedSet): ExportBundle {
  const articles = bundle.articles
    .filter(({ article }) => article.id === cameAs)
    .map((one) => ({ ...one, sets: one.sets.filter(({ annotatorId }) => annotatorId === annotator.id) }));
  return { ...bundle, articles };
}

function takenFromOf(context: CoreContext, source: Source, { exportedAt, carried }: PlannedSet): TakenFrom {
  return {
    file: source.file,
    sha256: source.sha256,
    takenAt: context.now(),
    exportedAt,
    ...(carried && { carried: { ...carried, lost: carried.lost.length } }),
    ...(!source.isVerified && { unverified: true }),
  };
}

/** Merges our own work from elsewhere as one step. */
async function merge(
  { plan, revisions }: PlannedTakeIn,
  { opId, step: note }: TakeInRequest,
  apply: (request: StepRequest) => Promise<{ readonly revisions: Readonly<Record<Id, number>> }>,
): Promise<Pick<TakenIn, "step" | "revisions">> {
  const entities = new Map<Id, Entity>();
  const parts = plan.sets.flatMap(({ set, merge }) => {
    const { entities: registry, ...change }: Change = merge?.change ?? {};
    for (const entity of registry?.added ?? []) entities.set(entity.id, entity);
    const revision = revisions.get(set.articleId) ?? 0;
    return isEmptyChange(change) ? [] : [{ article: set.articleId, revision, change }];
  });
  if (parts.length === 0) return { step: null, revisions: {} };
  const registry = entities.size > 0 ? { entities: added(...entities.values()) } : {};
  const applied = await apply({ opId, step: note, parts, ...registry });
  const work = parts.map(({ article, change }) => ({ article, change }));
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
    const { set, outcome, annotator } = planned;
    const article = inUse.articles.get(set.articleId);
    if (!planned.merge || outcome !== "own" || !article) continue;
    await lock.fence();
    const place = setPlace(inUse.folder, article, annotator.id);
    const takenFrom = takenFromOf(context, source, planned);
    await writeBase(context.disk, inUse.folder.root, { place, set, takenFrom });
  }
}
