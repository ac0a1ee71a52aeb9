// Articles that are to come back, as they will stand then: from the trash, or from a version for those that are gone. Looked at where
// they lie, so that a step which brings them back can be decided before anything is moved.
import { join } from "node:path";
import { type AnnotationSet, emptySet, setFromJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { asBroughtIn, readArticleAt, readTextAt } from "../../storage/articles/article-files.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { articleFolder, setsWithin } from "../../storage/project/project-folder.ts";
import { annotatorsWithFiles, type ReadSet, readSet } from "../../storage/sets/read-set.ts";
import { setJsonIn } from "../../storage/sets/set-file.ts";
import { annotatorsAway } from "../../storage/trash/trash-annotators.ts";
import { trashFolder } from "../../storage/trash/trash-folder.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "../project/backup-source.ts";
import { type LiveProject, setPlace } from "../project/live-project.ts";
import type { VersionSource } from "./version-source.ts";

/** A set that something is held against before it is changed. */
export type SetAtRevision = Pick<ReadSet, "set" | "revision" | "unsafe">;

export interface ComingBack {
  readonly article: Article;
  readonly from: "trash" | "version";
  text(): Promise<string>;
  set(annotator: Id): Promise<SetAtRevision>;
  /** Everybody's that lie with it, as far as they can be read. */
  sets(): Promise<readonly AnnotationSet[]>;
  /** Those of them that come into the project with it: not those of people who are in the trash, which go to theirs. */
  comingSets(): Promise<readonly AnnotationSet[]>;
}

/** `null` for an article that is neither in the trash nor in the version. Throws an `ApiError` when it cannot be read. */
export async function comingBack(
  context: CoreContext,
  liveProject: LiveProject,
  id: Id,
  version: Pick<VersionSource, "article"> | null = null,
): Promise<ComingBack | null> {
  return (
    (await fromTrash(context, liveProject, id)) ?? (version && (await fromVersion(liveProject, id, version)))
  );
}

async function fromTrash(
  context: CoreContext,
  liveProject: LiveProject,
  id: Id,
): Promise<(ComingBack & { readonly from: "trash" }) | null> {
  const { disk } = context;
  const trashPath = join(trashFolder(liveProject.folder.root), id);
  const folder = join(trashPath, "article");
  if (!(await statusIfAny(disk, folder))) return null;
  const article = await readArticleAt(disk, folder, id);
  const sets = setsWithin(join(trashPath, "annotations"), article);
  const readSetOf = (annotator: Id): Promise<SetAtRevision> => {
    const place = { ...setPlace(liveProject.folder, article, annotator), folder: sets };
    return readSet(disk, place, backupOf(context, place));
  };
  const setsOf = async (annotators: Iterable<Id>): Promise<readonly AnnotationSet[]> => {
    const standingSets = await Promise.all(Array.from(annotators, readSetOf));
    return standingSets.map((one) => one.set);
  };
  return {
    article,
    from: "trash",
    text: () => readTextAt(disk, folder, article),
    set: readSetOf,
    sets: async () => setsOf(await annotatorsWithFiles(disk, sets)),
    async comingSets() {
      const { project, root } = liveProject.folder;
      const trashedIds = await annotatorsAway(disk, root, project.data());
      return setsOf([...(await annotatorsWithFiles(disk, sets))].filter((id) => !trashedIds.includes(id)));
    },
  };
}

async function fromVersion(
  { folder }: LiveProject,
  id: Id,
  version: Pick<VersionSource, "article">,
): Promise<ComingBack | null> {
  const part = await version.article(id);
  if (!part) return null;
  const article = asBroughtIn(part.article);
  const sets = async (): Promise<readonly AnnotationSet[]> =>
    part.sets.map((file) => setFromJson(setJsonIn(file)));
  return {
    article,
    from: "version",
    text: async () => part.text,
    // This person's own and the curated one come with the step, so that the history knows of them.
    set: async (annotatorId) => ({
      set: emptySet({ articleId: id, annotatorId, textHash: article.textHash }),
      revision: 0,
      unsafe: null,
    }),
    sets,
    async comingSets() {
      const { annotators } = folder.project.data();
      const curation = curationOf(folder.project.data()).id;
      const isHere = (id: Id): boolean => id === curation || annotators.some((one) => one.id === id);
      return (await sets()).filter(({ annotatorId }) => isHere(annotatorId));
    },
  };
}

/** All sets that come with these, as far as they can be read; an article's at a time, whatever their number. */
export async function setsWith(coming: ReadonlyMap<Id, ComingBack>): Promise<readonly AnnotationSet[]> {
  const sets: AnnotationSet[] = [];
  for (const returningArticle of coming.values()) sets.push(...(await returningArticle.comingSets()));
  return sets;
}

/** Whether something lies where the article would come to. */
export const isPlaceTaken = async (
  { disk }: CoreContext,
  { folder }: LiveProject,
  id: Id,
): Promise<boolean> => (await statusIfAny(disk, articleFolder(folder.root, id))) !== null;
