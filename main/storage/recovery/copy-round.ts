// One round of copying a project into the home: its own files, and sets as they lie on the disk or are held in memory. Each that
// cannot be copied is told, and hinders no other.
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { entitiesNamed } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { readText } from "../articles/article-files.ts";
import type { Disk } from "../files/disk.ts";
import { prettyJson } from "../files/json-text.ts";
import { orNull, writeError } from "../files/storage-error.ts";
import { addCopy, type BackupStore, copiedAs } from "../home/backups.ts";
import {
  annotationsFolder,
  projectFile,
  type RegistryFile,
  registryFile,
} from "../project/project-folder.ts";
import { fileAsRead, readSet, type SetPlace } from "../sets/read-set.ts";
import { type SetFile, setFileOfJson } from "../sets/set-file.ts";
import type { HeldSet } from "../versions/stage-version.ts";
import { type ArticleCopy, articleCopiedAs } from "./good-article.ts";

/** What is to be copied, as plain data. */
export interface CopyRound {
  readonly root: string;
  readonly home: string;
  readonly at: string;
  readonly project: Project;
  readonly registry: RegistryFile;
  readonly sets: readonly { readonly article: Article; readonly annotators: readonly Id[] }[];
}

/** The registry as it is now, and when that is (ISO 8601). */
export interface RegistryNow {
  readonly registry: RegistryFile;
  readonly at: string;
}

export interface CopyPorts {
  /** The sets of an article that are held in memory. Throws to stop. */
  held(article: Id): Promise<readonly HeldSet[]>;
  /** Asked for where a set that was saved since the round began mentions an entity that came since. Never throws. */
  registryNow(): Promise<RegistryNow>;
  /** They are held elsewhere, where handing over a large one would keep saves waiting: only what cannot be read is asked for. */
  readonly isBeside: boolean;
  onFailed(file: string, problem: ApiErrorData): void;
}

/** What could not be copied. */
export interface CopiedRound {
  readonly ownFailed: boolean;
  /** Articles of which a set could not be. */
  readonly failed: readonly Id[];
}

interface RoundState {
  readonly disk: Disk;
  readonly round: CopyRound;
  readonly ports: CopyPorts;
  readonly backupStore: BackupStore;
  /** Of the registries that were copied, and those that are in none. */
  readonly seenEntities: Set<Id>;
  ownFailed: boolean;
}

export async function copyRound(disk: Disk, round: CopyRound, ports: CopyPorts): Promise<CopiedRound> {
  const { home, at, project, registry } = round;
  const backupStore: BackupStore = { disk, home, project: project.id };
  const state: RoundState = { disk, round, ports, backupStore, seenEntities: new Set(), ownFailed: false };
  if (!(await copy(state, projectFile, async () => project))) state.ownFailed = true;
  await copyRegistry(state, { registry, at });
  const failed: Id[] = [];
  for (const { article, annotators } of round.sets) {
    const { id, textHash } = article;
    if (!(await copy(state, articleCopiedAs(id), () => wholeArticle(disk, round.root, article))))
      failed.push(id);
    let pendingHeldSets: Promise<readonly HeldSet[]> | null = null;
    const getHeldSets = (): Promise<readonly HeldSet[]> => {
      pendingHeldSets ??= ports.held(id);
      return pendingHeldSets;
    };
    if (!ports.isBeside) await getHeldSets();
    for (const annotator of annotators) {
      const place = { folder: annotationsFolder(round.root, article), project: project.id, article: id };
      const of = { ...place, annotator, textHash };
      if (!(await copy(state, copiedAs(of), () => setToCopy(state, of, getHeldSets)))) failed.push(id);
    }
  }
  return { ownFailed: state.ownFailed, failed };
}

/** Copies what `data` gives, if that is not `null`. False when it could not be, which is told. */
async function copy(
  { backupStore, round, ports }: RoundState,
  file: string,
  data: () => Promise<unknown>,
  at = round.at,
): Promise<boolean> {
  try {
    const content = await data();
    if (content !== null) await addCopy(backupStore, file, Buffer.from(prettyJson(content), "utf8"), at);
    return true;
  } catch (error) {
    ports.onFailed(file, writeError(error, file).toData());
    return false;
  }
}

async function copyRegistry(state: RoundState, { registry, at }: RegistryNow): Promise<void> {
  if (!(await copy(state, registryFile, async () => registry, at))) state.ownFailed = true;
  else for (const { id } of registry.entities) state.seenEntities.add(id);
}

/** A set, once all entities that it mentions are among the copies: without them its mentions would not come back from it. */
async function setToCopy(
  state: RoundState,
  place: SetPlace,
  held: () => Promise<readonly HeldSet[]>,
): Promise<SetFile | null> {
  const { disk, ports, seenEntities } = state;
  const file = await wholeSet(disk, place, held, ports.isBeside);
  const mentions = [...entitiesNamed(file?.spans ?? [], file?.attributions ?? [])];
  if (mentions.some((entity) => !seenEntities.has(entity))) {
    await copyRegistry(state, await ports.registryNow());
    for (const entity of mentions) seenEntities.add(entity);
  }
  return file;
}

/** With its text, which never changes; `null` where that cannot be read. */
async function wholeArticle(disk: Disk, root: string, article: Article): Promise<ArticleCopy | null> {
  const text = await orNull(() => readText(disk, root, article));
  return text === null ? null : { article, text };
}

/**
 * As it stands in memory, or as it is read: the journal holds all that is acknowledged. What is written at the very moment of reading
 * can look damaged, and is in memory then. `null` for one that was not begun, or is damaged.
 */
async function wholeSet(
  disk: Disk,
  place: SetPlace,
  held: () => Promise<readonly HeldSet[]>,
  isBeside: boolean,
): Promise<SetFile | null> {
  const fileBeside = isBeside ? await readForCopy(disk, place) : null;
  const heldSet = fileBeside
    ? undefined
    : (await held()).find(({ annotator }) => annotator === place.annotator);
  const file = heldSet
    ? heldSet.state && setFileOfJson(heldSet.state.json, heldSet.state)
    : (fileBeside ?? (await readForCopy(disk, place)));
  return file && file.revision > 0 ? file : null;
}

async function readForCopy(disk: Disk, place: SetPlace) {
  const storedSet = await readSet(disk, place);
  return storedSet.unsafe ? null : fileAsRead(storedSet);
}
