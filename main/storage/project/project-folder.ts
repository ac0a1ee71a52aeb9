// A project on the disk: a folder that a person can read, copy and put in git. Where its files are, how it is made, and how
// it is opened without changing anything.
import { basename, dirname, join, relative, sep } from "node:path";
import { z } from "zod";
import { projectEnding } from "../../../shared/api/opening.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { joinProjects, mergeProjects } from "../../../shared/merge/merge-project.ts";
import { isWithin, mergeRegistries } from "../../../shared/merge/merge-registry.ts";
import { migratedFile } from "../../../shared/migrations/index.ts";
import type { Article, Original } from "../../../shared/model/article.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { EntityPutAway } from "../../../shared/model/entity-put-away.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Project, schemaVersion } from "../../../shared/model/project.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { entity, entityPutAway, project as projectSchema } from "../../../shared/schema/model.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolder, makeSafe, statusIfAny, temporaryName, writeDurable } from "../files/durable-file.ts";
import { type DurableJsonOptions, durableJson } from "../files/durable-json.ts";
import { type JsonFile, type JsonFileOptions, openJsonFile } from "../files/json-file.ts";
import { keepAside, quarantineCopy, quarantineFile } from "../files/quarantine.ts";
import { ignoreFailure, leadsNowhere, readError, writeError } from "../files/storage-error.ts";
import { bothSides } from "../files/unreadable-json.ts";

/** Which text of which article. */
export type TextRef = Pick<Article, "id" | "textRevision">;

/** The content of `entities.json`. */
export interface RegistryFile {
  readonly schemaVersion: number;
  readonly entities: readonly Entity[];
  /** Those in the trash, in the order in which they were put there; absent while there are none. */
  readonly putAway?: readonly EntityPutAway[];
}

export interface ProjectFolder {
  /** Absolute, without links. */
  readonly root: string;
  readonly project: JsonFile<Project>;
  readonly registry: JsonFile<RegistryFile>;
  /** The form in which its file is written, before anything is changed. */
  readonly version: number;
  /** Why it may only be read, whoever asks; `null` when nothing in the files hinders. */
  readonly unsafe: { readonly why: "newer" | "damaged"; readonly detail: ApiErrorData["detail"] } | null;
  readonly warnings: readonly ApiErrorData[];
}

/** The folders of a project that hold what is its own, at whatever depth. */
export const ownFolders: readonly string[] = [
  "annotations",
  "articles",
  "history",
  "learned",
  "reviews",
  "trash",
  "versions",
];

export const articleFolder = (root: string, article: Id): string => join(root, "articles", article);
/** Where the sets of an article's text lie. */
export const annotationsFolder = (root: string, article: TextRef): string =>
  setsWithin(join(root, "annotations", article.id), article);
/** The same where the folder with everybody's annotations of the article is elsewhere. */
export const setsWithin = (folder: string, { textRevision }: Pick<TextRef, "textRevision">): string =>
  textRevision === undefined ? folder : join(folder, textRevision);
/** The names of the folders that lead to a folder of the project. */
export const pathPartsBelow = (root: string, folder: string): string[] => relative(root, folder).split(sep);
/** Where a revision of an article lies. */
export const revisionFolder = (root: string, article: Id, revision: Id): string =>
  join(revisionsFolder(root, article), revision);
export const revisionsFolder = (root: string, article: Id): string =>
  join(articleFolder(root, article), "revisions");
/** Where the file lies from which an article came, or its present text did. */
export const originalPath = (root: string, { id }: Pick<Article, "id">, original: Original): string =>
  join(
    original.revision === undefined ? articleFolder(root, id) : revisionFolder(root, id, original.revision),
    original.storedAs,
  );
/** The article's text. */
export const textPath = (root: string, article: TextRef): string =>
  textWithin(articleFolder(root, article.id), article);
/** The same where the article's folder is elsewhere. */
export const textWithin = (folder: string, { textRevision }: Pick<TextRef, "textRevision">): string =>
  join(folder, ...(textRevision === undefined ? [] : ["revisions", textRevision]), "text.txt");

export const projectFile = "project.json";
export const registryFile = "entities.json";
/** By which systems open the folder that it lies in. What it says is for people; no program reads it. */
export const openerFile = `project.${projectEnding}`;
const openerText = "Sayso opens the folder in which this file lies, when it is opened.\n";
const registrySchema: z.ZodType<RegistryFile> = z.preprocess(
  (file) => migratedFile("registry", file),
  z.looseObject({
    schemaVersion: z.number().int().min(1),
    entities: z.array(entity).max(limits.annotations),
    putAway: z.array(entityPutAway).max(limits.annotations).exactOptional(),
  }),
);
const migratedProject: z.ZodType<Project> = z.preprocess(
  (file) => migratedFile("project", file),
  projectSchema,
);
const versionOnly = z.looseObject({ schemaVersion: z.number().int().min(1) });

/**
 * Makes the folder `path`, which must not exist or be empty, a project. The project file comes last and whole: until it is
 * there the folder is as good as empty. Throws an `ApiError` and leaves nothing behind when it cannot.
 */
export async function createProject(
  disk: Disk,
  path: string,
  project: Project,
  entities: readonly Entity[],
): Promise<void> {
  const isNew = await makeEmptyFolder(disk, path);
  try {
    const registry: RegistryFile = { schemaVersion, entities };
    await registryJson(disk, path).write(registry);
    await writeDurable(disk, join(path, openerFile), Buffer.from(openerText));
    await projectJson(disk, path).write(project);
    await makeSafe(disk, path, "in any case");
  } catch (error) {
    for (const name of [projectFile, openerFile, registryFile])
      await ignoreFailure(() => disk.remove(join(path, name)));
    if (isNew) await ignoreFailure(() => disk.removeFolder(path));
    throw writeError(error, path);
  }
}

/**
 * Writes the file by which systems open the folder, where there is none: projects of before it and copies from a shared place have none.
 * Never throws: a project is worked in without it.
 */
export async function writeMissingOpener(disk: Disk, root: string): Promise<void> {
  const path = join(root, openerFile);
  await ignoreFailure(async () => {
    if (!(await statusIfAny(disk, path))) await writeDurable(disk, path, Buffer.from(openerText));
  });
}

/** True when the folder had to be made. */
async function makeEmptyFolder(disk: Disk, path: string): Promise<boolean> {
  const file = basename(path);
  try {
    const status = await statusIfAny(disk, path);
    if (!status) {
      await makeFolder(disk, path);
      return true;
    }
    // The folder may be named by a link; what it leads to is what counts.
    const entries = await disk.list(path);
    const isLeftover = (name: string): boolean =>
      name === registryFile || name === openerFile || temporaryName.test(name);
    if (entries.some(({ name }) => !isLeftover(name))) throw new ApiError("folder-not-empty", { file });
    return false;
  } catch (error) {
    if (leadsNowhere(error)) throw new ApiError("folder-missing", { file: basename(dirname(path)) });
    throw writeError(error, path);
  }
}

/** Reads the project's own files. Throws an `ApiError` when there is no project to open. */
export async function openProjectFolder(disk: Disk, path: string): Promise<ProjectFolder> {
  const root = await realFolder(disk, path);
  await makeSafe(disk, path).catch((error: unknown) => {
    throw folderError(error, path);
  });
  const version = await readVersion(disk, root);
  const project = await openProjectFile(disk, root, version);
  const warnings: ApiErrorData[] = [];
  let unsafe: ProjectFolder["unsafe"] =
    version > schemaVersion ? { why: "newer", detail: { version, supported: schemaVersion } } : null;
  let registry: JsonFile<RegistryFile>;
  const options = registryJsonOptions(disk, root);
  const none: RegistryFile = { schemaVersion, entities: [] };
  try {
    registry = await openJsonFile(options, none);
    if (!registry.exists()) throw new ApiError("project-damaged", { file: registryFile, why: "missing" });
  } catch (error) {
    const { detail } = readError(error, options.path);
    warnings.push(new ApiError("project-damaged", detail).toData());
    unsafe ??= { why: "damaged", detail };
    registry = unread(none);
  }
  for (const [file, { hasConflictMarkers }] of [
    [projectFile, project],
    [registryFile, registry],
  ] as const)
    if (hasConflictMarkers()) warnings.push(new ApiError("file-in-conflict", { file }).toData());
  return { root, project, registry, version, unsafe, warnings };
}

/** Stands for a file that could not be read, and must never be written. */
function unread<T>(data: T): JsonFile<T> {
  const refuse = (): Promise<never> => Promise.reject(new ApiError("project-read-only", { why: "damaged" }));
  return {
    data: () => data,
    exists: () => false,
    hasConflictMarkers: () => false,
    update: refuse,
    setInMemory: () => undefined,
    reload: refuse,
    outside: async () => null,
    acknowledge: () => undefined,
    rewrite: refuse,
    setAside: refuse,
    copyAside: refuse,
    drainMerged: () => [],
  };
}

/** Absolute, without links. Throws an `ApiError` when there is no folder. */
export async function realFolder(disk: Disk, path: string): Promise<string> {
  const file = basename(path);
  try {
    const root = await disk.realPath(path);
    const { kind } = await disk.status(root);
    if (kind !== "folder") throw new ApiError("project-not-one", { file, why: "file" });
    return root;
  } catch (error) {
    if (leadsNowhere(error)) throw new ApiError("project-missing", { file });
    throw folderError(error, path);
  }
}

function folderError(error: unknown, path: string): ApiError {
  const problem = readError(error, path);
  return problem.problem === "file-unreadable" ? new ApiError("folder-unreadable", problem.detail) : problem;
}

/** The version of the form in which the project is written. Throws an `ApiError` when its file does not say. */
export async function readVersion(disk: Disk, root: string): Promise<number> {
  const options = {
    disk,
    path: join(root, projectFile),
    schema: versionOnly,
    damaged: "project-damaged",
  } as const;
  try {
    const file = await durableJson(options).read();
    if (!file) throw new ApiError("project-not-one", { file: basename(root), why: "no-project-file" });
    return file.schemaVersion;
  } catch (error) {
    if (error instanceof ApiError && error.problem === "file-is-folder")
      throw new ApiError("project-not-one", { file: basename(root), why: "no-project-file" });
    const sides = await bothSides(options);
    if (sides.length === 0) throw error;
    return Math.max(...sides.map((side) => side.schemaVersion));
  }
}

export const projectJsonOptions = (disk: Disk, root: string): JsonFileOptions<Project> => {
  const options = {
    disk,
    path: join(root, projectFile),
    schema: migratedProject,
    damaged: "project-damaged",
  } as const;
  return {
    ...options,
    ...careOf(options, root),
    // Another tagset has to be held against all annotations first, which the next look does.
    merge: (base, ours, { tagset: _later, ...theirs }) =>
      mergeProjects(base, ours, { ...theirs, tagset: ours.tagset }).project,
    join: joinProjects,
    isWhole: (base, theirs, after) =>
      (sameValue(theirs.tagset, base.tagset) || sameValue(theirs.tagset, after.tagset)) &&
      mergeProjects(base, after, { ...theirs, tagset: after.tagset }).conflicts.length === 0,
  };
};
export const registryJsonOptions = (disk: Disk, root: string): JsonFileOptions<RegistryFile> => {
  const options = {
    disk,
    path: join(root, registryFile),
    schema: registrySchema,
    damaged: "project-damaged",
  } as const;
  return {
    ...options,
    ...careOf(options, root),
    merge: (base, ours, theirs) =>
      withPutAway(
        { ...ours, entities: mergeRegistries(base.entities, ours.entities, theirs.entities) },
        theirs.putAway,
      ),
    join: (first, second) =>
      withPutAway(
        { ...first, entities: mergeRegistries([], first.entities, second.entities) },
        second.putAway,
      ),
    isWhole: (base, theirs, after) => isWithin(base.entities, theirs.entities, after.entities),
  };
};

/** The registry with what is in somebody else's trash as well, but for what is in the registry itself. */
export function withPutAway(
  { putAway: own = [], ...registry }: RegistryFile,
  theirs: RegistryFile["putAway"] = [],
): RegistryFile {
  const presentIds = new Set(registry.entities.map(({ id }) => id));
  const putAwayIds = new Set(own.map(({ entities: [first] }) => first.id));
  const came = theirs.filter(({ entities: [first] }) => !putAwayIds.has(first.id));
  const putAway = [...own, ...came].filter(({ entities: [first] }) => !presentIds.has(first.id));
  return { ...registry, ...(putAway.length > 0 && { putAway }) };
}

/** How a file of the project's own is treated that another program has left in a state that is not ours. */
const careOf = <T>(options: DurableJsonOptions<T>, root: string) => ({
  sides: () => bothSides(options),
  setAside: () => quarantineFile(options.disk, root, options.path),
  copyAside: () => quarantineCopy(options.disk, root, options.path, limits.jsonBytes),
  keepAside: (theirs: T) => keepAside(options.disk, root, basename(options.path), theirs),
});
const projectJson = (disk: Disk, root: string) => durableJson(projectJsonOptions(disk, root));
const registryJson = (disk: Disk, root: string) => durableJson(registryJsonOptions(disk, root));

async function openProjectFile(disk: Disk, root: string, version: number): Promise<JsonFile<Project>> {
  const projectRead = await attemptRead(() => projectJson(disk, root).read());
  if (projectRead.ok && projectRead.value)
    return openJsonFile(projectJsonOptions(disk, root), projectRead.value);
  if (version > schemaVersion) throw new ApiError("project-newer", { version, supported: schemaVersion });
  const [side] = projectRead.ok ? [] : await bothSides(projectJsonOptions(disk, root));
  if (side) return openJsonFile(projectJsonOptions(disk, root), side);
  if (projectRead.ok) throw new ApiError("project-not-one", { file: basename(root), why: "no-project-file" });
  throw projectRead.error;
}

type ReadAttempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown };

async function attemptRead<T>(action: () => Promise<T>): Promise<ReadAttempt<T>> {
  try {
    return { ok: true, value: await action() };
  } catch (error) {
    return { ok: false, error };
  }
}
