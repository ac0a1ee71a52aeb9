// A version as restoring reads it, whether it was kept under a name or is put together from the automatic copies of one moment.

import type { VersionRef } from "../../../shared/api/versions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { parseJson } from "../../storage/files/durable-json.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import {
  type BackupStore,
  copiedAs,
  copiesOn,
  type ListedCopy,
  newestCopy,
  timesToKeep,
} from "../../storage/home/backups.ts";
import { projectJsonOptions, registryJsonOptions } from "../../storage/project/project-folder.ts";
import { type SetPlace, snapshotPath } from "../../storage/sets/read-set.ts";
import { checkSetFile, setFile, setJsonIn } from "../../storage/sets/set-file.ts";
import {
  readVersionAbout,
  readVersionArticle,
  readVersionProject,
  type VersionArticle,
} from "../../storage/versions/version-files.ts";
import { readOriginal } from "../../storage/versions/version-originals.ts";
import type { CoreContext } from "../context.ts";
import { backupStoreOf } from "../project/backup-source.ts";
import type { LiveProject } from "../project/live-project.ts";

/** A set as it was: `none` when it had not been begun, `null` when that is not known. */
export type SetThen = AnnotationSetJson | "none" | null;

export interface VersionSource {
  /** Of one that was kept; `null` for a moment of the automatic copies, which has no articles. */
  readonly id: Id | null;
  /** The articles it knows of. */
  readonly articles: readonly Id[];
  /** `null`: not known. */
  readonly project: Project | null;
  readonly entities: readonly Entity[] | null;
  /** Throws `version-damaged`, or what hinders reading. */
  set(place: SetPlace): Promise<SetThen>;
  /** An article with its text; `null` where the version holds no texts, or not this one. */
  article(id: Id): Promise<VersionArticle | null>;
  /** The file that an article came from; `null` where there is none, or none that can be had. */
  original(article: Article): Promise<Uint8Array | null>;
}

/** Throws `version-missing`, `version-damaged`, or what hinders reading. */
export function versionSource(
  context: CoreContext,
  liveProject: LiveProject,
  { kind, id }: VersionRef,
): Promise<VersionSource> {
  const { root, project } = liveProject.folder;
  if (kind === "kept") return keptVersion(context, liveProject, id);
  return automaticSource(backupStoreOf(context, project.data().id), root, id);
}

/** One that was kept under a name. Throws as `versionSource` does. */
export const keptVersion = (
  { disk }: CoreContext,
  { folder }: LiveProject,
  id: string,
): Promise<VersionSource> => keptSource(disk, folder.root, id);

async function keptSource(disk: Disk, root: string, id: string): Promise<VersionSource> {
  if (!isId(id)) throw new ApiError("version-missing", { name: id });
  const about = await readVersionAbout(disk, root, id);
  const { project, entities } = await readVersionProject(disk, root, about);
  const articleIds = new Set(about.articles);
  // Its sets are asked for one after the other.
  let cachedArticle: VersionArticle | null = null;
  const article = async (of: Id): Promise<VersionArticle | null> => {
    if (!articleIds.has(of)) return null;
    if (cachedArticle?.article.id !== of) cachedArticle = await readVersionArticle(disk, root, about, of);
    return cachedArticle;
  };
  return {
    id,
    articles: about.articles,
    project,
    entities,
    article,
    original: async ({ original }) => original && orNull(() => readOriginal(disk, root, original.sha256)),
    async set({ article: articleId, annotator: annotatorId, textHash }) {
      const part = await article(articleId);
      if (!part || part.unread.includes(annotatorId)) return null;
      const file = part.sets.find((set) => set.annotatorId === annotatorId);
      if (!file) return "none";
      checkSetFile(file, { articleId, annotatorId, textHash });
      return setJsonIn(file);
    },
  };
}

async function automaticSource(backupStore: BackupStore, root: string, id: string): Promise<VersionSource> {
  const until = Date.parse(id);
  const copies = Number.isNaN(until) ? [] : (await copiesOn(backupStore)).filter(({ time }) => time <= until);
  if (copies.length === 0) throw new ApiError("version-missing", { name: id });
  const readCopy = async <T>(file: string, parse: (bytes: Uint8Array) => T): Promise<T | null> =>
    (await newestCopy(backupStore, file, parse, until))?.value ?? null;
  const project = await readCopy("project.json", (bytes) =>
    parseJson(bytes, projectJsonOptions(backupStore.disk, root)),
  );
  const registry = await readCopy("entities.json", (bytes) =>
    parseJson(bytes, registryJsonOptions(backupStore.disk, root)),
  );
  return {
    id: null,
    articles: [...new Set(copies.flatMap(({ file }) => setCopiedAs(file)?.article ?? []))],
    project,
    entities: registry?.entities ?? null,
    article: async () => null,
    original: async () => null,
    set: (place) =>
      readCopy(copiedAs(place), (bytes) => {
        const file = parseJson(bytes, {
          path: snapshotPath(place),
          schema: setFile,
          damaged: "version-damaged",
        });
        const { article: articleId, annotator: annotatorId, textHash } = place;
        checkSetFile(file, { articleId, annotatorId, textHash });
        return setJsonIn(file);
      }),
  };
}

// The moments to which the automatic copies lead back: copies are made file by file in rounds, and what was made in one round
// belongs together.

interface Moment {
  /** When the round ended, in milliseconds: what was copied until then is as it was then. */
  readonly until: number;
  /** Of what was copied in it. */
  readonly bytes: number;
  readonly articles: number;
}

/** Milliseconds without a copy that part two rounds. */
const pause = 60_000;

/** The article and annotator of a set's copies; `null` for the project's own files. */
function setCopiedAs(file: string): { readonly article: Id; readonly annotator: Id } | null {
  const [article = "", annotator = "", ...more] = file.split(".");
  return isId(article) && isId(annotator) && more.length === 0 && annotator !== "json"
    ? { article, annotator }
    : null;
}

/** The latest first, as many as copies of one file would be kept. */
export function momentsOf(copies: readonly ListedCopy[]): readonly Moment[] {
  const rounds: { until: number; bytes: number; articles: Set<string> }[] = [];
  for (const { file, time, bytes } of [...copies].sort((a, b) => a.time - b.time)) {
    const lastRound = rounds.at(-1);
    const round =
      lastRound && time - lastRound.until <= pause
        ? lastRound
        : { until: time, bytes: 0, articles: new Set<string>() };
    if (round !== lastRound) rounds.push(round);
    round.until = time;
    round.bytes += bytes;
    const setRef = setCopiedAs(file);
    if (setRef) round.articles.add(setRef.article);
  }
  const keptTimes = timesToKeep(rounds.map(({ until }) => until));
  return rounds
    .filter(({ until }) => keptTimes.has(until))
    .map(({ articles, ...round }) => ({ ...round, articles: articles.size }))
    .reverse();
}
