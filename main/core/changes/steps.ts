// Steps that are about several articles, or about the registry, the tagset or who is to annotate what. Each is held against everything first, then
// decided by one flushed record, then applied; from there on it is finished whatever happens, before anything else is saved.
import type { AppliedStep } from "../../../shared/api/contract.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { type Annotations, emptySet } from "../../../shared/model/annotation-set.ts";
import { type AboutChange, aboutOf, withAbout } from "../../../shared/model/article-about.ts";
import { fittingArticleSets, withArticleSets } from "../../../shared/model/article-set.ts";
import { type AssignmentsChange, fittingAssignments, reassigned } from "../../../shared/model/assignment.ts";
import { applyChange, type Change, fittingPart, type RecordsChange } from "../../../shared/model/change.ts";
import { curationOf, isPerson, type Whose } from "../../../shared/model/curation.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { putAwayBy } from "../../../shared/model/entity-put-away.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import {
  projectWork,
  type StepNote,
  type StepPart,
  type StepWork,
  setKey,
  type TagsetChange,
} from "../../../shared/model/step.ts";
import { type Table, tableOf } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { tagsetProblems } from "../../../shared/tagsets/tagset-problems.ts";
import { writeArticleFile } from "../../storage/articles/article-files.ts";
import { createQueue } from "../../storage/files/queue.ts";
import type { DecidedStep } from "../../storage/history/history-format.ts";
import { type HistoryStore, lastInHistory, openHistoryStore } from "../../storage/history/history-store.ts";
import { noteFound, noteSaved, ofHistory } from "../../storage/home/last-known.ts";
import { type Reach, reachPart } from "../../storage/sets/reach.ts";
import { assertSize } from "../../storage/sets/set-size.ts";
import type { CoreContext } from "../context.ts";
import { assertArrived } from "../project/arrived-articles.ts";
import {
  countsOf,
  enterCuration,
  entitiesOf,
  type LiveProject,
  type OpenSet,
  openSet,
  whileComing,
  writerIn,
} from "../project/live-project.ts";
import { curatedSet, ownSet } from "../project/own-sets.ts";
import { assertFitsTagset, assertInvariants, entitiesStillToChange, stateAfter } from "./check-change.ts";
import { type ComingBack, comingBack, isPlaceTaken, setsWith } from "./coming-back.ts";
import { createMentionSearch, type MentionSearch } from "./mention-search.ts";
import { bringArticleBack, putArticleAway } from "./move-articles.ts";
import { mentionedAway, saveEntities } from "./save-entities.ts";
import { keptVersion } from "./version-source.ts";

export interface StepRequest extends Omit<StepWork, "parts"> {
  readonly opId: Id;
  readonly step: StepNote;
  /** The version that articles come back from which are not in the trash. */
  readonly version?: Id;
  /** The work on earlier texts of its one article that it brings in. */
  readonly carried?: Reach;
  /** `revision` null: on whatever stands. */
  readonly parts: readonly {
    readonly article: Id;
    readonly whose?: Whose;
    readonly revision: number | null;
    readonly change: Change;
  }[];
}

interface StepAnswer extends AppliedStep {
  /** False when a resend was answered: nothing has changed since. */
  readonly isNew: boolean;
}

export interface Steps {
  /** Does the work while nothing else is saved. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Finishes what was decided. Throws an `ApiError` when the disk does not take it; it is tried again at each call. */
  finish(): Promise<void>;
  /** Resolves when all of the step is safe; throws an `ApiError` when it never was, or still has to be finished. */
  apply(request: StepRequest, client: Id): Promise<StepAnswer>;
  close(): Promise<void>;
}

interface StepsOptions {
  /** Told of each step when all of it is applied. `by`: the client that is about to be answered, if there is one. */
  onApplied(step: DecidedStep, revisions: AppliedStep["revisions"], by: Id | null): void;
  /** Told of a part that no longer fits what somebody else has changed since the step was decided. */
  onGivenUp(problem: ApiErrorData): void;
}

type ComingArticles = ReadonlyMap<Id, ComingBack>;
type Half = (entities: RecordsChange<Entity>) => RecordsChange<Entity>;

interface StepsState extends StepsOptions {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly history: HistoryStore | null;
  readonly mentions: MentionSearch;
}

/** Finishes what was left unfinished, or leaves it for later where the disk does not take it. */
export async function openSteps(
  context: CoreContext,
  liveProject: LiveProject,
  options: StepsOptions,
): Promise<Steps> {
  const queue = createQueue();
  const history = await historyOf(context, liveProject);
  const mentions = createMentionSearch(context, liveProject);
  const steps: StepsState = { ...options, context, liveProject, history, mentions };
  await finish(steps).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    context.log.error("finishing a step", error);
  });
  return {
    exclusively: (work) => queue.run(work),
    finish: () => finish(steps),
    apply: (request, client) => queue.run(() => apply(steps, request, client)),
    close: () => queue.run(async () => history?.close()),
  };
}

async function historyOf(context: CoreContext, liveProject: LiveProject): Promise<HistoryStore | null> {
  const { lock, annotator, folder } = liveProject;
  if (!lock || !annotator) return null;
  const { disk, settings, now } = context;
  const project = folder.project.data().id;
  const owner = { project, annotator: annotator.id, device: settings.device };
  const of = { article: project, annotator: annotator.id, textHash: ofHistory };
  if (liveProject.lastKnown.of(of))
    await noteFound(liveProject.lastKnown, [{ ...of, seq: await lastInHistory(disk, folder.root, owner) }]);
  const onSaved = (seq: number): Promise<void> => noteSaved(liveProject.lastKnown, of, seq);
  return openHistoryStore({ disk, root: folder.root, owner, now, fence: lock.fence, onSaved });
}

async function apply(
  steps: StepsState,
  { parts: asked, ...request }: StepRequest,
  client: Id,
): Promise<StepAnswer> {
  writerIn(steps.liveProject);
  await finish(steps);
  const { opId, step, version, carried } = request;
  const parts = asked.filter(({ article }) => !isAway(steps, request, article));
  const savedAt = steps.context.now();
  if (steps.history?.knows(opId)) {
    const openSets = await Promise.all(
      parts.map((one) => openSet(steps.context, steps.liveProject, one.article, one.whose)),
    );
    return { isNew: false, savedAt, revisions: answersTo(opId, openSets) };
  }
  await check(steps, { ...request, parts }, await comingFor(steps, request));
  const work = parts.map(({ revision: _revision, ...part }) => part);
  const from = { ...(version !== undefined && { version }), ...reachPart(carried) };
  const decided = await steps.history?.decide({ opId, step, parts: work, ...projectWork(request), ...from });
  return { isNew: true, savedAt, revisions: decided ? await finishOne(steps, decided, client) : {} };
}

const answersTo = (opId: Id, opened: readonly OpenSet[]): AppliedStep["revisions"] =>
  Object.fromEntries(
    opened.map(({ article, whose, store }) => [
      setKey({ article: article.id, ...(whose && { whose }) }),
      store.answerTo(opId)?.revision ?? store.revision(),
    ]),
  );

/** The articles that come back, where they are until it is decided. */
async function comingFor(
  { context, liveProject }: StepsState,
  { articles, version }: Pick<StepRequest, "articles" | "version">,
): Promise<ComingArticles> {
  const source = version === undefined ? null : await keptVersion(context, liveProject, version);
  const returningArticles = new Map<Id, ComingBack>();
  for (const id of articles?.back ?? []) {
    if (liveProject.articles.has(id)) continue;
    const misfit = (why: string) => new ApiError("change-misfit", { kind: "articles", id, why });
    const returningArticle = await comingBack(context, liveProject, id, source);
    if (!returningArticle) throw misfit("article-missing");
    if (await isPlaceTaken(context, liveProject, id)) throw misfit("article-there");
    returningArticles.set(id, returningArticle);
  }
  return returningArticles;
}

/** Holds the step against what stands, as one. Throws an `ApiError` when it may not be applied. */
async function check(steps: StepsState, request: StepRequest, coming: ComingArticles): Promise<void> {
  const { liveProject } = steps;
  const { entities: registryChange, tagset: tagsetChange, assignments, articleSets, about } = request;
  if (about) holdAbout(liveProject, about);
  if (assignments) holdAssignments(liveProject, assignments);
  if (articleSets) holdArticleSets(liveProject, articleSets);
  const entitiesBefore = tableOf([
    ...entitiesOf(liveProject),
    ...mentionedAway(liveProject, await setsWith(coming)),
  ]);
  const ids = request.parts.map(setKey);
  if (new Set(ids).size < ids.length || request.parts.some(({ change }) => change.entities))
    throw new ApiError("input-invalid", { path: "parts", problem: "an article twice, or with entities" });
  if (tagsetChange) {
    holdTagset(liveProject, tagsetChange);
    await holdUntouched(steps, ids, coming, tagsetChange.to);
  }
  const tagset = tagsetChange && { tagset: tagsetChange.to };
  const registryPart: Change = registryChange ? { entities: registryChange } : {};
  const isPutAway = putAwayBy({ ...request.step, ...request }, "") !== null;
  const keptIds = await steps.mentions.ofRemoved(registryPart, ids, isPutAway);
  const nowhere = nothingIn(entitiesBefore);
  const { entities } = stateAfter(
    liveProject,
    { state: nowhere, revision: 0, article: nowhere.set.articleId, text: "" },
    { revision: 0, change: registryPart },
    keptIds,
  );
  for (const part of request.parts) {
    const { article, text, standing: now } = await standingFor(steps, part, coming);
    if (now.unsafe) throw new ApiError("project-read-only", { why: now.unsafe, article: article.title });
    const state: Annotations = { set: now.set, entities };
    const baseline = { state, revision: now.revision, article: article.id, text, ...tagset };
    const partChange = { change: part.change, revision: part.revision ?? baseline.revision };
    const nextState = stateAfter(liveProject, baseline, partChange, new Set());
    assertSize(nextState.set);
    assertInvariants(liveProject, { state: nextState, article: article.id, text, ...tagset }, registryPart);
  }
}

/** A set that the step changes, as it stands; or as it will once its article is back. */
async function standingFor(
  steps: StepsState,
  { article: id, whose }: Pick<StepPart, "article" | "whose">,
  coming: ComingArticles,
) {
  const back = coming.get(id);
  if (back)
    return { article: back.article, text: await back.text(), standing: await back.set(selfOr(steps, whose)) };
  const { article, text, store } = await openSet(steps.context, steps.liveProject, id, whose);
  const currentSet = { set: store.set(), revision: store.revision(), unsafe: store.unsafe };
  return { article, text, standing: currentSet };
}

const selfOr = ({ liveProject }: StepsState, whose: Whose | undefined): Id =>
  whose === "curation"
    ? curationOf(liveProject.folder.project.data()).id
    : writerIn(liveProject).annotator.id;

/** The sets that the step leaves as they are must hold to the new tagset, too. */
async function holdUntouched(
  steps: StepsState,
  touched: readonly string[],
  coming: ComingArticles,
  tagset: Tagset,
): Promise<void> {
  const { liveProject } = steps;
  for (const article of [...liveProject.articles.keys(), ...coming.keys()])
    for (const whose of [undefined, "curation"] as const) {
      if (touched.includes(setKey({ article, ...(whose && { whose }) }))) continue;
      const back = coming.get(article);
      const readSetOf = whose ? curatedSet : ownSet;
      const untouchedSet = back
        ? await back.set(selfOr(steps, whose))
        : await readSetOf(steps.context, liveProject, article);
      if (untouchedSet) assertFitsTagset(liveProject, untouchedSet.set, tagset);
    }
}

/** Throws an `ApiError` for a tagset that cannot be put to use, or that was made from another than the one in use. */
function holdTagset({ folder }: LiveProject, { from, to }: TagsetChange): void {
  const current = folder.project.data().tagset;
  if (!sameValue(current, from))
    throw new ApiError("change-misfit", { kind: "tagset", id: from.id, why: "differs" });
  const [problem] = tagsetProblems(to);
  if (problem) throw new ApiError("change-invalid", { ...problem, code: problem.code, kind: "tagset" });
}

/** Throws an `ApiError` where nothing of the change can be done any more, or somebody or something is gone that it assigns. */
function holdAssignments({ folder, articles }: LiveProject, change: AssignmentsChange): void {
  const { annotators, assignments = [] } = folder.project.data();
  const misfit = (id: Id, why: string) => new ApiError("change-misfit", { kind: "assignments", id, why });
  const [first] = [...change.added, ...change.removed];
  if (!fittingAssignments(assignments, change)) throw misfit(first?.article ?? "", "differs");
  const people = new Set(annotators.filter(isPerson).map(({ id }) => id));
  for (const { article, annotator } of change.added)
    if (!articles.has(article) || !people.has(annotator)) throw misfit(article, "missing");
}

/** Throws an `ApiError` where nothing of the change can be done any more, or there would be more sets than are kept. */
function holdArticleSets({ folder }: LiveProject, change: NonNullable<StepWork["articleSets"]>): void {
  const { articleSets = [] } = folder.project.data();
  const fitting = fittingArticleSets(articleSets, change);
  const id = [...change.added, ...change.removed, ...change.updated.map(({ to }) => to)][0]?.id ?? "";
  if (!fitting) throw new ApiError("change-misfit", { kind: "articleSets", id, why: "differs" });
  if (withArticleSets(articleSets, fitting).length > Math.max(limits.articleSets, articleSets.length))
    throw new ApiError("article-sets-too-many", { limit: limits.articleSets });
}

async function finish(steps: StepsState): Promise<void> {
  for (const step of steps.history?.unfinished() ?? []) await finishOne(steps, step, null);
}

async function finishOne(
  steps: StepsState,
  step: DecidedStep,
  by: Id | null,
): Promise<AppliedStep["revisions"]> {
  const { liveProject } = steps;
  const { opId, parts, step: note } = step;
  // What is new comes before its mentions, what is gone after them, so that no mention ever points to nothing.
  await bringBack(steps, step);
  await changeTagset(steps, step);
  await changeAssignments(steps, step);
  await changeArticleSets(steps, step);
  await changeAbout(steps.context, liveProject, step.about ?? [], (article, why) =>
    giveUp(steps, article, opId, why),
  );
  await changeRegistry(steps, step, ({ added, updated }) => ({ added, updated, removed: [] }));
  const revisions: Record<Id, number> = {};
  for (const part of parts) {
    const { article, change, whose } = part;
    if (whose === "curation") await enterCuration(liveProject);
    if (isAway(steps, step, article)) continue;
    const targetSet = await openedFor(steps, part, opId);
    if (!targetSet) continue;
    const { store } = targetSet;
    const answered = store.answerTo(opId);
    const fits = answered || fittingPart({ set: store.set(), entities: tableOf() }, change);
    if (!fits || store.unsafe) giveUp(steps, article, opId, store.unsafe ?? "misfit");
    else if (answered) revisions[setKey(part)] = answered.revision;
    else {
      const by = whose && liveProject.annotator ? { by: liveProject.annotator.id } : {};
      const reach = reachPart(step.carried);
      const [saved] = await store.append([{ opId, change, step: { ...note, ...by }, ...reach }]);
      if (saved) revisions[setKey(part)] = saved.revision;
      if (whose === undefined) liveProject.counts.set(article, countsOf(store.set()));
    }
  }
  await changeRegistry(steps, step, ({ removed }) => ({ added: [], updated: [], removed }));
  for (const article of step.articles?.away ?? [])
    if (liveProject.articles.has(article)) await putArticleAway(steps.context, liveProject, article);
  await steps.history?.finished(opId);
  steps.onApplied(step, revisions, by);
  return revisions;
}

/** Whether an article that the step moves to the trash is in the trash already: its part was done before that. */
const isAway = (
  { liveProject }: StepsState,
  { articles }: Pick<StepWork, "articles">,
  article: Id,
): boolean => articles?.away.includes(article) === true && !liveProject.articles.has(article);

async function bringBack(steps: StepsState, { articles, version, opId }: DecidedStep): Promise<void> {
  for (const article of articles?.back ?? [])
    try {
      if (!steps.liveProject.articles.has(article))
        await bringArticleBack(steps.context, steps.liveProject, article, version);
    } catch (error) {
      if (!isNowhere(error)) throw error;
      giveUp(steps, article, opId, error.problem);
    }
}

/** What is to come back is nowhere, or cannot come to where another one is. */
const isNowhere = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  ["article-missing", "article-there", "version-missing", "version-damaged"].includes(error.problem);

async function changeRegistry(
  { liveProject, mentions }: StepsState,
  decided: DecidedStep,
  half: Half,
): Promise<void> {
  const { entities, parts, step } = decided;
  if (!entities) return;
  const change = { entities: half(entities) };
  const putAway =
    change.entities.removed.length > 0
      ? putAwayBy({ ...step, parts, entities }, liveProject.annotator?.name ?? "")
      : null;
  const keptIds = await mentions.ofRemoved(change, parts.map(setKey), putAway !== null);
  const stateBefore = nothingIn(tableOf(entitiesOf(liveProject)));
  const fitting = fittingPart(stateBefore, entitiesStillToChange(change, stateBefore.entities, keptIds));
  if (fitting) await saveEntities(liveProject, applyChange(stateBefore, fitting).entities, putAway);
}

async function changeTagset(steps: StepsState, { tagset, opId }: DecidedStep): Promise<void> {
  if (!tagset) return;
  const { project } = steps.liveProject.folder;
  const currentTagset = project.data().tagset;
  if (sameValue(currentTagset, tagset.to)) return;
  if (!sameValue(currentTagset, tagset.from)) return giveUp(steps, currentTagset.id, opId, "misfit");
  await steps.liveProject.lock?.fence();
  await project.update((data) => ({ ...data, tagset: tagset.to }));
}

/** What others assigned and released meanwhile stays. */
async function changeAssignments(
  { liveProject }: StepsState,
  { assignments: change }: DecidedStep,
): Promise<void> {
  const { project } = liveProject.folder;
  const fitting = change && fittingAssignments(project.data().assignments ?? [], change);
  if (!fitting) return;
  await liveProject.lock?.fence();
  await project.update(({ assignments: before = [], ...data }) => {
    const assignments = reassigned(before, fitting.added, fitting.removed);
    return assignments.length === 0 ? data : { ...data, assignments };
  });
}

/** What others changed meanwhile stays. */
async function changeArticleSets(
  { liveProject }: StepsState,
  { articleSets: change }: DecidedStep,
): Promise<void> {
  const { project } = liveProject.folder;
  const fitting = change && fittingArticleSets(project.data().articleSets ?? [], change);
  if (!fitting) return;
  await liveProject.lock?.fence();
  await project.update(({ articleSets: before = [], ...data }) => {
    const articleSets = withArticleSets(before, fitting);
    return articleSets.length === 0 ? data : { ...data, articleSets };
  });
}

/** An article that went away, or that cannot be read, must not keep all others from being saved. */
async function openedFor(steps: StepsState, { article, whose }: StepPart, opId: Id): Promise<OpenSet | null> {
  try {
    return await openSet(steps.context, steps.liveProject, article, whose);
  } catch (error) {
    if (!(error instanceof ApiError) || !["article-missing", "article-damaged"].includes(error.problem))
      throw error;
    giveUp(steps, article, opId, error.problem);
    return null;
  }
}

function giveUp(steps: StepsState, article: Id, opId: Id, why: string): void {
  const file = steps.liveProject.articles.get(article)?.title ?? article;
  const problem = new ApiError("step-unfinished", { file, why, step: opId });
  steps.context.log.error(`finishing ${opId}`, problem);
  steps.onGivenUp(problem.toData());
}

/** The registry without any set around it. */
export const nothingIn = (entities: Table<Entity>): Annotations => ({
  set: emptySet({ articleId: "none", annotatorId: "none", textHash: "" }),
  entities,
});

/** Throws an `ApiError` where an article is gone, is half another, or says by now something else than the change begins from. */
function holdAbout(liveProject: LiveProject, changes: readonly AboutChange[]): void {
  const seen = new Set<string>();
  for (const { article: id, from } of changes) {
    const article = liveProject.articles.get(id);
    assertArrived(liveProject, id);
    const isSecond = seen.size === seen.add(id).size;
    const why = !article ? "missing" : isSecond || !sameValue(aboutOf(article), from) ? "differs" : null;
    if (why !== null) throw new ApiError("change-misfit", { kind: "about", id, why });
  }
}

/** Writes what is not written yet. `giveUp` hears of what no longer fits. */
async function changeAbout(
  { disk }: CoreContext,
  liveProject: LiveProject,
  changes: readonly AboutChange[],
  giveUp: (article: string, why: string) => void,
): Promise<void> {
  for (const { article: id, from, to } of changes) {
    const article = liveProject.articles.get(id);
    if (article && sameValue(aboutOf(article), to)) continue;
    if (!article || !sameValue(aboutOf(article), from)) {
      giveUp(id, article ? "misfit" : "article-missing");
      continue;
    }
    assertArrived(liveProject, id);
    const changedArticle = withAbout(article, to);
    await liveProject.lock?.fence();
    await whileComing(liveProject, id, async () => {
      await writeArticleFile(disk, liveProject.folder.root, changedArticle);
      liveProject.articles.set(id, changedArticle);
    });
  }
}
