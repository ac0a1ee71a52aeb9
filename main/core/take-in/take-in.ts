// Takes a colleague's work into a project: what others made is kept beside our own, and at last our own work from another machine is
// merged as one step that can be taken back. What is done twice is done once, so that after a failure the same file is simply
// imported again.

import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import type { TakenIn } from "../../../shared/api/take-in.ts";
import { annotatedJsonOf } from "../../../shared/exporters/annotated-json.ts";
import type { Pair } from "../../../shared/model/assignment.ts";
import { added, type Change, isEmptyChange } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator, Project } from "../../../shared/model/project.ts";
import { type Step, type StepNote, setKey } from "../../../shared/model/step.ts";
import { tableOf, withRecords } from "../../../shared/model/table.ts";
import {
  isTaken,
  type PlannedSet,
  type TakeInChoices,
  type TakeInPlan,
} from "../../../shared/review/take-in.ts";
import { addArticle, asBroughtIn, removeAdded } from "../../storage/articles/article-files.ts";
import { prettyJson } from "../../storage/files/json-text.ts";
import {
  restorerFor,
  type TakenFrom,
  writeBase,
  writeImportedSet,
  writeOriginalForm,
} from "../../storage/sets/imported-set.ts";
import { addPackagedSteps } from "../../storage/sets/packaged-steps.ts";
import { openSetStore } from "../../storage/sets/set-store.ts";
import type { Opening } from "../changes/opening.ts";
import { retryOnConflict } from "../changes/retry-on-conflict.ts";
import { saveEntities } from "../changes/save-entities.ts";
import type { StepRequest } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { entitiesOf, type LiveProject, setPlace, whileComing, writerIn } from "../project/live-project.ts";
import { alikeIn } from "../review/same-person.ts";
import { describeTakeIn } from "./describe-take-in.ts";
import type { ImportSource } from "./import-source.ts";
import { type PlannedTakeIn, planFor, withAssignments } from "./plan-take-in.ts";
import type { TakeInWatch } from "./take-in-watch.ts";

type Source = Extract<ImportSource, { ok: true }>;

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
  { liveProject, steps }: Pick<Opening, "liveProject" | "steps">,
  request: TakeInRequest,
  client: Id,
): Promise<TakenIn> {
  const { source, choices, watch } = request;
  /** What others made is kept by then. */
  const unstoppable = { ...watch, signal: new AbortController().signal };
  const plannedTakeIn = await planFor(context, liveProject, { source, choices, watch });
  const alike = await alikeIn(context, liveProject, plannedTakeIn.plan);
  const description = { ...describeTakeIn(liveProject, source, plannedTakeIn.plan, choices), alike };
  await steps.exclusively(async () => {
    await keepTaken(context, liveProject, { source, plan: plannedTakeIn.plan, watch });
    await addToHomes(context, liveProject, plannedTakeIn.plan);
  });
  return retryOnConflict(
    async (attempt) =>
      attempt === 1 ? plannedTakeIn : planFor(context, liveProject, { source, choices, watch: unstoppable }),
    async (planned) => {
      const { step, revisions } = await merge(planned, request, (asked) => steps.apply(asked, client));
      await keepBases(context, liveProject, source, planned.plan);
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
  liveProject: LiveProject,
  source: Source,
  { sets }: TakeInPlan,
): Promise<void> {
  const { lock } = writerIn(liveProject);
  for (const planned of sets) {
    const { outcome, annotator } = planned;
    const baseSet = planned.asItCame ?? planned.set;
    const article = liveProject.articles.get(baseSet.articleId);
    if (!planned.merge || outcome !== "own" || !article) continue;
    await lock.fence();
    const place = { ...setPlace(liveProject.folder, article, annotator.id), textHash: baseSet.textHash };
    const takenFrom = takenFromOf(context, source, planned);
    await writeBase(context.disk, liveProject.folder.root, { place, set: baseSet, takenFrom });
  }
}

/**
 * What colleagues did whose journals are here stands in a journal of theirs that this machine writes, as what came from outside: once their own
 * arrive with the same, it changes nothing. Each is whole or not there, and the same file adds nothing again.
 */
async function addToHomes(
  context: CoreContext,
  liveProject: LiveProject,
  { sets }: TakeInPlan,
): Promise<void> {
  const { disk, now, newId, settings, log } = context;
  const { lock } = writerIn(liveProject);
  for (const { homeChange: change, set, annotator } of sets) {
    const article = liveProject.articles.get(set.articleId);
    if (!change || !article) continue;
    const store = await openSetStore({
      ...{ disk, now, root: liveProject.folder.root, device: settings.device, fence: () => lock.fence() },
      place: setPlace(liveProject.folder, article, annotator.id),
      onSnapshotFailed: (error) => log.error(`snapshot of ${article.id}`, error),
    });
    try {
      await store.append([{ opId: newId(), change, step: { command: "outside", at: now() } }]);
    } finally {
      await store.close();
      liveProject.importGeneration.count += 1;
    }
  }
}

// Keeps what others made of a colleague's file: articles that come along, people and entities, then each set as it came under its own
// annotator. Each part is whole or not there; where it is stopped, or the disk does not take a part, those before go again.

/** What to do to be where it was, the latest first. */
type WayBack = (() => Promise<unknown>)[];

/** Everything but our own work. Throws an `ApiError`, with everything as it was as far as the disk lets it. */
async function keepTaken(
  context: CoreContext,
  liveProject: LiveProject,
  {
    source,
    plan,
    watch,
  }: { readonly source: Source; readonly plan: TakeInPlan; readonly watch: TakeInWatch },
): Promise<void> {
  const back: WayBack = [];
  const sets = plan.sets.filter(
    (one) => isTaken(one) && one.outcome !== "same" && !one.merge && !one.homeChange,
  );
  const of = plan.articles.length + sets.length;
  let done = 0;
  const advanceProgress = (): void => {
    watch.signal.throwIfAborted();
    watch.onProgress("writing", { done, of });
    done += 1;
  };
  try {
    await writerIn(liveProject).lock.fence();
    for (const article of plan.articles) {
      advanceProgress();
      await keepArticle(context, liveProject, article, back);
    }
    await keepPeople(liveProject, source, plan, back);
    await keepEntities(liveProject, plan, back);
    for (const planned of sets) {
      advanceProgress();
      await keepSet(context, liveProject, { source, planned, back });
    }
    watch.signal.throwIfAborted();
  } catch (error) {
    for (const step of back.reverse())
      await step().catch((failure: unknown) => context.log.error("going back from taking in", failure));
    throw error;
  } finally {
    // Also what was taken back may have been seen meanwhile.
    liveProject.importGeneration.count += sets.length;
  }
}

async function keepArticle(
  { disk, now }: CoreContext,
  liveProject: LiveProject,
  { article: came, text }: TakeInPlan["articles"][number],
  back: WayBack,
): Promise<void> {
  // The file that the text came from is not handed over, only its name would be.
  const { folder, articles, lastKnown } = liveProject;
  const { root } = folder;
  const article = asBroughtIn({ ...came, addedAt: now(), original: null });
  await whileComing(liveProject, article.id, async () => {
    await addArticle(disk, root, { article, text, original: null });
    articles.set(article.id, article);
  });
  back.push(async () => {
    articles.delete(article.id);
    await lastKnown.forget([...lastKnown.sets()].filter((set) => set.article === article.id));
    await removeAdded(disk, root, article.id);
  });
}

/** Colleagues who are new here, and what is assigned to whom. Windows may enter others meanwhile: none of theirs is touched. */
async function keepPeople(
  { folder: { project } }: LiveProject,
  { assignments: came }: Source,
  plan: TakeInPlan,
  back: WayBack,
): Promise<void> {
  const people = new Set<Id>();
  const pairs = new Set<string>();
  const nobodies = new Set(plan.nobodies);
  // Written in any case: what failed may have reached the disk all the same.
  back.push(() =>
    project.update((data) => withoutPeople({ ...data, annotators: asPeople(data, nobodies) }, people, pairs)),
  );
  await project.update((data) => {
    const annotatorIds = new Set(data.annotators.map(({ id }) => id));
    const here = data.annotators.map((one) =>
      nobodies.has(one.id) ? { ...one, decidedElsewhere: true as const } : one,
    );
    const annotators = [...here, ...plan.annotators.filter(({ id }) => !annotatorIds.has(id))];
    const assignmentChange = withAssignments({ ...data, annotators }, came, plan);
    const projectChange = assignmentChange.isNew > 0 ? assignmentChange : { annotators };
    for (const { id } of projectChange.annotators) if (!annotatorIds.has(id)) people.add(id);
    if (people.size + nobodies.size === 0 && assignmentChange.isNew === 0) return data;
    const assigned = new Set(data.assignments?.map(pairOf));
    for (const assignment of assignmentChange.assignments)
      if (!assigned.has(pairOf(assignment))) pairs.add(pairOf(assignment));
    return {
      ...data,
      annotators: projectChange.annotators,
      ...(assignmentChange.isNew > 0 && { assignments: assignmentChange.assignments }),
    };
  });
}

const asPeople = ({ annotators }: Project, nobodies: ReadonlySet<Id>): Annotator[] =>
  annotators.map((one) => {
    const { decidedElsewhere: _, ...person } = one;
    return nobodies.has(one.id) ? person : one;
  });

const pairOf = ({ article, annotator }: Pair): string => `${article} ${annotator}`;

function withoutPeople(data: Project, people: ReadonlySet<Id>, pairs: ReadonlySet<string>): Project {
  if (people.size === 0 && pairs.size === 0) return data;
  const { assignments: before = [], ...rest } = data;
  const assignments = before.filter((one) => !pairs.has(pairOf(one)));
  const annotators = data.annotators.filter(({ id }) => !people.has(id));
  return { ...rest, annotators, ...(assignments.length > 0 && { assignments }) };
}

async function keepEntities(
  liveProject: LiveProject,
  { entities }: TakeInPlan,
  back: WayBack,
): Promise<void> {
  if (entities.length === 0) return;
  const { registry } = liveProject.folder;
  const ids = new Set(entities.map(({ id }) => id));
  // Written in any case: what failed may have reached the disk all the same.
  back.push(() =>
    registry.update((data) => ({ ...data, entities: data.entities.filter(({ id }) => !ids.has(id)) })),
  );
  await saveEntities(liveProject, withRecords(tableOf(entitiesOf(liveProject)), entities));
}

async function keepSet(
  context: CoreContext,
  liveProject: LiveProject,
  {
    source,
    planned,
    back,
  }: { readonly source: Source; readonly planned: PlannedSet; readonly back: WayBack },
): Promise<void> {
  const { disk } = context;
  const { root } = liveProject.folder;
  const { set, annotator, carried } = planned;
  const article = liveProject.articles.get(set.articleId);
  if (!article) return;
  await writerIn(liveProject).lock.fence();
  const place = setPlace(liveProject.folder, article, annotator.id);
  back.push(await restorerFor(disk, root, place));
  const lastKnownSet = liveProject.lastKnown.of(place);
  back.push(
    async () => void (lastKnownSet === null && (await liveProject.lastKnown.forget([{ ...place, seq: 0 }]))),
  );
  if (source.raw !== null) await writeOriginalForm(disk, root, place, rawOf(source.raw, planned));
  else if (carried)
    await writeOriginalForm(
      disk,
      root,
      place,
      prettyJson(annotatedJsonOf(onlySetOf(source.bundle, planned))),
    );
  await writeImportedSet(disk, root, { place, set, takenFrom: takenFromOf(context, source, planned) });
  for (const { annotator: of, steps } of source.history)
    if (of === planned.cameBy) await addPackagedSteps(disk, root, place, steps, planned.cameAs);
}

/** The same of a file that was not right: what stands in it, whatever that is. */
function rawOf(text: string, { cameAs, cameBy }: PlannedSet): string {
  type Raw = { content?: Raw; articles?: { id?: unknown; sets?: { annotator?: unknown }[] }[] };
  const value = JSON.parse(text.replace(/^\ufeff/u, "")) as Raw;
  const content = value.content ?? value;
  const articles = (content.articles ?? [])
    .filter((article) => article.id === cameAs)
    .map((article) => ({
      ...article,
      sets: (article.sets ?? []).filter((set) => set.annotator === cameBy),
    }));
  return prettyJson({ ...content, articles });
}

/** One set of a bundle with its article, as it came. */
function onlySetOf(bundle: ExportBundle, { cameAs, cameBy }: PlannedSet): ExportBundle {
  const articles = bundle.articles
    .filter(({ article }) => article.id === cameAs)
    .map((one) => ({ ...one, sets: one.sets.filter(({ annotatorId }) => annotatorId === cameBy) }));
  return { ...bundle, articles };
}

/** What is written beside a set about where it came from. */
function takenFromOf(context: CoreContext, source: Source, { exportedAt, carried }: PlannedSet): TakenFrom {
  return {
    file: source.file,
    sha256: source.sha256,
    takenAt: context.now(),
    exportedAt,
    ...(source.importedFrom !== undefined && { importedFrom: source.importedFrom }),
    ...(carried && { carried: { ...carried, lost: carried.lost.length } }),
    ...(!source.isVerified && { unverified: true }),
  };
}
