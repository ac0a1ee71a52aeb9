// Merges copies of files that were changed in two places, by id and as one step that can be taken back. A copy is never
// destroyed: it is moved to the quarantine, merged or not.
import { join } from "node:path";
import type { ConflictCopy, SettledCopies } from "../../../shared/api/copies.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { joinProjects, mergeProjects } from "../../../shared/merge/merge-project.ts";
import { mergeEntities } from "../../../shared/merge/merge-registry.ts";
import type { AnnotationSet, Annotations } from "../../../shared/model/annotation-set.ts";
import { articleSetsBetween } from "../../../shared/model/article-set.ts";
import { type Change, countsOfChange, isEmptyChange } from "../../../shared/model/change.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import { changeBetween } from "../../../shared/model/difference.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { type StepNote, setKey } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { type DurableJsonOptions, durableJson } from "../../storage/files/durable-json.ts";
import { quarantineFile } from "../../storage/files/quarantine.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { projectJsonOptions, registryJsonOptions } from "../../storage/project/project-folder.ts";
import type { OutsideVersion } from "../../storage/sets/outside-set.ts";
import type { Opening } from "../changes/opening.ts";
import { nothingIn } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { type ForeignFile, foreignFiles } from "../doctor/foreign-files.ts";
import { conflictOf } from "../merge/describe-merge.ts";
import { type FoundConflicts, keepConflicts } from "../merge/keep-conflicts.ts";
import { lawfulEntities, mergeVersion, noClient } from "../merge/take-versions.ts";
import {
  countsOf,
  entitiesOf,
  type LiveProject,
  type OpenSet,
  openSet,
  writerIn,
} from "../project/live-project.ts";

/** Throws an `ApiError` where the project may not be written. */
export async function listCopies(
  context: CoreContext,
  liveProject: LiveProject,
): Promise<readonly ConflictCopy[]> {
  writerIn(liveProject);
  return (await planCopies(context, liveProject, await copyFiles(context, liveProject))).copies;
}

interface SettleRequest {
  /** Files, as they were listed; those that are not there any more are passed over. */
  readonly merge: readonly string[];
  readonly aside: readonly string[];
  readonly opId: Id;
  readonly step: StepNote;
}

/** How often it is planned anew when a window saves something meanwhile. */
const tries = 5;

/** Throws an `ApiError`: then nothing was merged, or all of it and not every copy was moved, which can be done again. */
export async function settleCopies(
  context: CoreContext,
  opening: Pick<Opening, "liveProject" | "steps">,
  request: SettleRequest,
): Promise<SettledCopies> {
  const { liveProject } = opening;
  writerIn(liveProject);
  const copies = await copyFiles(context, liveProject);
  const copiesToMerge = copies.filter(({ file }) => request.merge.includes(file));
  for (let tried = 1; ; tried += 1)
    try {
      const plan = await planCopies(context, liveProject, copiesToMerge);
      const done = await carryOut(opening, plan, request);
      for (const conflictGroup of plan.conflicts) await keepConflicts(context, liveProject, conflictGroup);
      const merged = plan.copies.filter(({ state }) => state === "mergeable");
      const isMoved = (file: string): boolean =>
        request.aside.includes(file) || merged.some((one) => one.file === file);
      const movedCopies: { readonly file: string; readonly keptAs: string }[] = [];
      const { root } = liveProject.folder;
      for (const { file } of copies.filter((one) => isMoved(one.file)))
        movedCopies.push({
          file,
          keptAs: await quarantineFile(context.disk, root, join(root, ...file.split("/"))),
        });
      return { merged, aside: movedCopies, ...done };
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "conflict" || tried >= tries) throw error;
    }
}

async function carryOut(
  { liveProject, steps }: Pick<Opening, "liveProject" | "steps">,
  { registry, project: merged, sets }: CopiesPlan,
  { opId, step: note }: SettleRequest,
): Promise<Pick<SettledCopies, "step" | "revisions">> {
  const { lock } = writerIn(liveProject);
  const nowhere = { entities: tableOf<never>() };
  const parts = sets.flatMap(({ open, ours, merged: after, revision }) => {
    const change = changeBetween({ set: ours, ...nowhere }, { set: after, ...nowhere });
    const { article, whose } = open;
    return isEmptyChange(change) ? [] : [{ article: article.id, ...(whose && { whose }), revision, change }];
  });
  const work = registry.entities ? { entities: registry.entities } : {};
  const isNothing = parts.length === 0 && !registry.entities;
  const applied = isNothing ? null : await steps.apply({ opId, step: note, parts, ...work }, noClient);
  const { project } = liveProject.folder;
  const projectBefore = project.data();
  await lock.fence();
  if (merged !== projectBefore)
    await project.update((data) => mergeProjects(projectBefore, data, merged).project);
  for (const { open } of sets)
    if (open.whose === undefined) liveProject.counts.set(open.article.id, countsOf(open.store.set()));
  const plain = parts.map(({ revision: _revision, ...part }) => part);
  return {
    step: applied && { ...note, id: opId, parts: plain, ...work },
    revisions: applied?.revisions ?? {},
  };
}

type CopyFile = Extract<ForeignFile, { readonly kind: "conflict-copy" }>;

interface PlannedSet {
  readonly open: OpenSet;
  /** As it was planned on. */
  readonly ours: AnnotationSet;
  readonly revision: number;
  readonly merged: AnnotationSet;
}

interface CopiesPlan {
  readonly copies: readonly ConflictCopy[];
  readonly registry: Change;
  readonly project: Project;
  readonly sets: readonly PlannedSet[];
  /** What both changed, for whoever works through them. */
  readonly conflicts: readonly FoundConflicts[];
}

interface Planning {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  entities: readonly Entity[];
  project: Project;
  /** By `setKey`. */
  readonly sets: Map<string, PlannedSet>;
  readonly conflicts: FoundConflicts[];
}

async function copyFiles({ disk }: CoreContext, { folder }: LiveProject): Promise<readonly CopyFile[]> {
  const copies = (await foreignFiles(disk, folder.root)).flatMap((one) =>
    one.kind === "conflict-copy" ? [one] : [],
  );
  return [...copies.filter(isRegistry), ...copies.filter((one) => !isRegistry(one))];
}

const isRegistry = ({ file, original }: CopyFile): boolean =>
  !file.includes("/") && original === "entities.json";
const isProject = ({ file, original }: CopyFile): boolean =>
  !file.includes("/") && original === "project.json";

/**
 * What copies of files that were changed in two places say, and what merging them would make of the project: each on top of
 * those before it, the registry's first, since sets may mention what is new in it.
 */
async function planCopies(
  context: CoreContext,
  liveProject: LiveProject,
  files: readonly CopyFile[],
): Promise<CopiesPlan> {
  const entitiesBefore = entitiesOf(liveProject);
  const project = liveProject.folder.project.data();
  const planning: Planning = {
    context,
    liveProject,
    entities: entitiesBefore,
    project,
    sets: new Map(),
    conflicts: [],
  };
  const copies: ConflictCopy[] = [];
  for (const file of files)
    copies.push(
      isRegistry(file)
        ? await planRegistry(planning, file)
        : isProject(file)
          ? await planProject(planning, file)
          : file.file.startsWith("annotations/")
            ? await planSet(planning, file)
            : { ...nothingOf(file), about: "other", state: "other" },
    );
  const registry = changeBetween(nothingIn(tableOf(entitiesBefore)), nothingIn(tableOf(planning.entities)));
  return {
    copies,
    registry,
    project: planning.project,
    sets: [...planning.sets.values()],
    conflicts: planning.conflicts,
  };
}

const nothingOf = ({ file, original }: CopyFile) => ({
  file,
  original,
  title: null,
  annotator: null,
  conflicts: [],
  added: 0,
  updated: 0,
  removed: 0,
});

/** The copy as the file that it was made of would be read; `null` where it makes no sense. */
const readAs = <T>(
  { context, liveProject }: Planning,
  { file }: CopyFile,
  optionsOf: (disk: CoreContext["disk"], root: string) => DurableJsonOptions<T>,
): Promise<T | null> => {
  const { root } = liveProject.folder;
  const options = { ...optionsOf(context.disk, root), path: join(root, ...file.split("/")) };
  return orNull(() => durableJson(options).read());
};

async function planRegistry(planning: Planning, file: CopyFile): Promise<ConflictCopy> {
  const theirRegistry = await readAs(planning, file, registryJsonOptions);
  if (!theirRegistry) return { ...nothingOf(file), about: "registry", state: "unreadable" };
  const entitiesBefore = planning.entities;
  // What both come from is not known, so nothing counts as deleted.
  const { entities, conflicts } = mergeEntities([], entitiesBefore, theirRegistry.entities);
  const sides = {
    ours: nothingIn(tableOf(entitiesBefore)),
    theirs: nothingIn(tableOf(theirRegistry.entities)),
  };
  if (conflicts.length > 0) planning.conflicts.push({ article: null, conflicts, sides });
  planning.entities = lawfulEntities(planning.liveProject, entitiesBefore, entities);
  const change = changeBetween(nothingIn(tableOf(entitiesBefore)), nothingIn(tableOf(planning.entities)));
  return {
    ...nothingOf(file),
    ...countsOfChange(change),
    about: "registry",
    state: "mergeable",
    conflicts: conflicts.map((one) => ({ ...conflictOf("registry", one, sides), isDecidable: false })),
  };
}

async function planProject(planning: Planning, file: CopyFile): Promise<ConflictCopy> {
  const theirProject = await readAs(planning, file, projectJsonOptions);
  const projectBefore = planning.project;
  if (!theirProject || theirProject.id !== projectBefore.id)
    return { ...nothingOf(file), about: "project", state: "unreadable" };
  planning.project = joinProjects(projectBefore, theirProject);
  const { annotators, assignments = [] } = planning.project;
  const sets = articleSetsBetween(projectBefore.articleSets ?? [], theirProject.articleSets ?? []);
  const added =
    annotators.length -
    projectBefore.annotators.length +
    assignments.length -
    (projectBefore.assignments ?? []).length +
    sets.added.length;
  const differingSets = sets.updated.map(({ from }) => from.name);
  return {
    ...nothingOf(file),
    added,
    about: "project",
    state: "mergeable",
    ...(differingSets.length > 0 && { differingSets }),
  };
}

async function planSet(planning: Planning, file: CopyFile): Promise<ConflictCopy> {
  const { context, liveProject, sets } = planning;
  const [, articleId = ""] = file.file.split("/");
  const [annotatorId = ""] = file.original.split(".");
  const project = liveProject.folder.project.data();
  const article = liveProject.articles.get(articleId);
  const annotator = project.annotators.find(({ id }) => id === annotatorId);
  const about = {
    ...nothingOf(file),
    about: "set",
    title: article?.title ?? articleId,
    annotator: annotator?.name ?? annotatorId,
  } as const;
  const isCuration = annotatorId === curationOf(project).id;
  if (annotatorId !== liveProject.annotator?.id && !isCuration) return { ...about, state: "not-own" };
  if (!article) return { ...about, state: "unreadable" };
  const workingSet = await openSet(context, liveProject, articleId, isCuration ? "curation" : undefined);
  if (workingSet.store.unsafe) return { ...about, state: "unreadable" };
  const key = setKey({ article: articleId, ...(workingSet.whose && { whose: workingSet.whose }) });
  const ourSet = { set: workingSet.store.set(), revision: workingSet.store.revision() };
  const plannedSet = sets.get(key) ?? {
    open: workingSet,
    ours: ourSet.set,
    revision: ourSet.revision,
    merged: ourSet.set,
  };
  const path = join(liveProject.folder.root, ...file.file.split("/"));
  const version = await orNull(() => workingSet.store.versionIn(path));
  if (!version) return { ...about, state: "unreadable" };
  const { merged, conflicts, change } = mergedWith(planning, workingSet, plannedSet.merged, version);
  sets.set(key, { ...plannedSet, merged: merged.set });
  const entities = tableOf(planning.entities);
  const sides = { ours: { set: merged.set, entities }, theirs: { set: version.theirs, entities } };
  const { whose } = workingSet;
  if (conflicts.length > 0) planning.conflicts.push({ article, ...(whose && { whose }), conflicts, sides });
  return {
    ...about,
    ...countsOfChange(change),
    state: "mergeable",
    conflicts: conflicts.map((conflict) => ({
      ...conflictOf(articleId, conflict, sides),
      isDecidable: false,
    })),
  };
}

function mergedWith(planning: Planning, open: OpenSet, set: AnnotationSet, version: OutsideVersion) {
  const { annotators, tagset } = planning.project;
  const annotatorIds = annotators.map(({ id }) => id);
  const laws = { text: open.text, articleId: open.article.id, annotatorIds, tagset };
  const ourAnnotations: Annotations = { set, entities: tableOf(planning.entities) };
  return mergeVersion(ourAnnotations, ourAnnotations, version, laws);
}
