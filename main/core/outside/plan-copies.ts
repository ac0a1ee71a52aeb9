// What copies of files that were changed in two places say, and what merging them would make of the project: each on top of
// those before it, the registry's first, since sets may mention what is new in it.
import { join } from "node:path";
import type { ConflictCopy } from "../../../shared/api/copies.ts";
import { mergeProjects } from "../../../shared/merge/merge-project.ts";
import { mergeRecords } from "../../../shared/merge/merge-records.ts";
import { registryConflicts } from "../../../shared/merge/registry-conflicts.ts";
import type { AnnotationSet, Annotations } from "../../../shared/model/annotation-set.ts";
import type { Change } from "../../../shared/model/change.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import { changeBetween } from "../../../shared/model/difference.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Project } from "../../../shared/model/project.ts";
import { setKey } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { type DurableJsonOptions, durableJson } from "../../storage/files/durable-json.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { projectJsonOptions, registryJsonOptions } from "../../storage/project/project-folder.ts";
import type { Version } from "../../storage/sets/outside-set.ts";
import { nothingIn } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { type ForeignFile, foreignFiles } from "../doctor/foreign-files.ts";
import { conflictOf, countsOfChange } from "../merge/describe-merge.ts";
import type { FoundConflicts } from "../merge/keep-conflicts.ts";
import { mergeVersion } from "../merge/take-versions.ts";
import { entitiesOf, type OpenSet, openSet, type ProjectInUse } from "../project/project-in-use.ts";
import { lawfulEntities } from "./lawful-entities.ts";

export type CopyFile = Extract<ForeignFile, { readonly kind: "conflict-copy" }>;

interface PlannedSet {
  readonly open: OpenSet;
  /** As it was planned on. */
  readonly ours: AnnotationSet;
  readonly revision: number;
  readonly merged: AnnotationSet;
}

export interface CopiesPlan {
  readonly copies: readonly ConflictCopy[];
  readonly registry: Change;
  readonly project: Project;
  readonly sets: readonly PlannedSet[];
  /** What both changed, for whoever works through them. */
  readonly conflicts: readonly FoundConflicts[];
}

interface Planning {
  readonly context: CoreContext;
  readonly inUse: ProjectInUse;
  entities: readonly Entity[];
  project: Project;
  /** By `setKey`. */
  readonly sets: Map<string, PlannedSet>;
  readonly conflicts: FoundConflicts[];
}

export async function copyFiles(
  { disk }: CoreContext,
  { folder }: ProjectInUse,
): Promise<readonly CopyFile[]> {
  const copies = (await foreignFiles(disk, folder.root)).flatMap((one) =>
    one.kind === "conflict-copy" ? [one] : [],
  );
  return [...copies.filter(isRegistry), ...copies.filter((one) => !isRegistry(one))];
}

const isRegistry = ({ file, original }: CopyFile): boolean =>
  !file.includes("/") && original === "entities.json";
const isProject = ({ file, original }: CopyFile): boolean =>
  !file.includes("/") && original === "project.json";

export async function planCopies(
  context: CoreContext,
  inUse: ProjectInUse,
  files: readonly CopyFile[],
): Promise<CopiesPlan> {
  const entitiesBefore = entitiesOf(inUse);
  const project = inUse.folder.project.data();
  const planning: Planning = {
    context,
    inUse,
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
  { context, inUse }: Planning,
  { file }: CopyFile,
  optionsOf: (disk: CoreContext["disk"], root: string) => DurableJsonOptions<T>,
): Promise<T | null> => {
  const { root } = inUse.folder;
  const options = { ...optionsOf(context.disk, root), path: join(root, ...file.split("/")) };
  return orNull(() => durableJson(options).read());
};

async function planRegistry(planning: Planning, file: CopyFile): Promise<ConflictCopy> {
  const theirRegistry = await readAs(planning, file, registryJsonOptions);
  if (!theirRegistry) return { ...nothingOf(file), about: "registry", state: "unreadable" };
  const entitiesBefore = planning.entities;
  // What both come from is not known, so nothing counts as deleted.
  const conflicts = registryConflicts([], entitiesBefore, theirRegistry.entities);
  const sides = {
    ours: nothingIn(tableOf(entitiesBefore)),
    theirs: nothingIn(tableOf(theirRegistry.entities)),
  };
  if (conflicts.length > 0) planning.conflicts.push({ article: null, conflicts, sides });
  planning.entities = lawfulEntities(
    planning.inUse,
    entitiesBefore,
    mergeRecords([], entitiesBefore, theirRegistry.entities).records,
  );
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
  // People and assignments of both stay; the rest is as it is here.
  const { assignments: _assignments, ...base } = theirProject;
  planning.project = mergeProjects({ ...base, annotators: [] }, projectBefore, theirProject).project;
  const { annotators, assignments = [] } = planning.project;
  const added =
    annotators.length -
    projectBefore.annotators.length +
    assignments.length -
    (projectBefore.assignments ?? []).length;
  return { ...nothingOf(file), added, about: "project", state: "mergeable" };
}

async function planSet(planning: Planning, file: CopyFile): Promise<ConflictCopy> {
  const { context, inUse, sets } = planning;
  const [, articleId = ""] = file.file.split("/");
  const [annotatorId = ""] = file.original.split(".");
  const project = inUse.folder.project.data();
  const article = inUse.articles.get(articleId);
  const annotator = project.annotators.find(({ id }) => id === annotatorId);
  const about = {
    ...nothingOf(file),
    about: "set",
    title: article?.title ?? articleId,
    annotator: annotator?.name ?? annotatorId,
  } as const;
  const isCuration = annotatorId === curationOf(project).id;
  if (annotatorId !== inUse.annotator?.id && !isCuration) return { ...about, state: "not-own" };
  if (!article) return { ...about, state: "unreadable" };
  const workingSet = await openSet(context, inUse, articleId, isCuration ? "curation" : undefined);
  if (workingSet.store.unsafe) return { ...about, state: "unreadable" };
  const key = setKey({ article: articleId, ...(workingSet.whose && { whose: workingSet.whose }) });
  const ourSet = { set: workingSet.store.set(), revision: workingSet.store.revision() };
  const plannedSet = sets.get(key) ?? {
    open: workingSet,
    ours: ourSet.set,
    revision: ourSet.revision,
    merged: ourSet.set,
  };
  const path = join(inUse.folder.root, ...file.file.split("/"));
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

function mergedWith(planning: Planning, open: OpenSet, set: AnnotationSet, version: Version) {
  const { annotators, tagset } = planning.project;
  const annotatorIds = annotators.map(({ id }) => id);
  const laws = { text: open.text, articleId: open.article.id, annotatorIds, tagset };
  const ourAnnotations: Annotations = { set, entities: tableOf(planning.entities) };
  return mergeVersion(ourAnnotations, ourAnnotations, version, laws);
}
