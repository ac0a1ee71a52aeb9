// Looks at everything in a project's folder and says what is wrong with it. Changes nothing, takes no lock: it reads what
// lies there, as somebody would who has only the folder.
import { basename, join, relative, sep } from "node:path";
import type { Examination, FindingWeight, ProjectFinding } from "../../../shared/api/examination.ts";
import type { MissingWork } from "../../../shared/api/replies.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { repeatedIds } from "../../../shared/files/finding.ts";
import { sidesOfConflict } from "../../../shared/merge/conflict-markers.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { type Project, schemaVersion } from "../../../shared/model/project.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { message } from "../../../shared/words/message.ts";
import { readArticleRecord, readTextFound } from "../../storage/articles/article-files.ts";
import { readFirstSet, readRevision } from "../../storage/articles/revision-files.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { decodeUtf8, readDurable, statusIfAny } from "../../storage/files/durable-file.ts";
import { durableJson, parseJson } from "../../storage/files/durable-json.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { orNull, readError } from "../../storage/files/storage-error.ts";
import { bothSides } from "../../storage/files/unreadable-json.ts";
import { decodeHistory, historyFolder } from "../../storage/history/history-format.ts";
import { readLastKnown } from "../../storage/home/last-known.ts";
import {
  articleFolder,
  originalPath,
  projectJsonOptions,
  readVersion,
  realFolder,
  registryJsonOptions,
  revisionsFolder,
} from "../../storage/project/project-folder.ts";
import { arrivedArticle, setsOnTheirWay } from "../../storage/recovery/arrived-revision.ts";
import { type Restorable, refuseEmptied, restorableFiles } from "../../storage/recovery/recover-project.ts";
import { versionsFolder } from "../../storage/versions/version-files.ts";
import { verifyVersion } from "../../storage/versions/version-originals.ts";
import type { CoreContext } from "../context.ts";
import { onItsWay } from "../project/arrived-articles.ts";
import { backupStoreOf } from "../project/backup-source.ts";
import type { MissingFromFolder } from "../project/live-project.ts";
import { missingIn } from "../recovery/missing-work.ts";
import { examineKept } from "./examine-kept.ts";
import { examineSets } from "./examine-sets.ts";
import { listInOrder, type NoteFinding, projectFindingOf, type SoundArticle } from "./finding.ts";
import { foreignFiles } from "./foreign-files.ts";

/** `knownAt`: the folder of which the home knows what it held, where this is a copy of it. Throws an `ApiError` where there is no project of ours. */
export async function examineProject(
  context: CoreContext,
  path: string,
  knownAt: string | null = null,
): Promise<Examination> {
  const { disk, options } = context;
  const root = await realFolder(disk, path);
  await refuseEmptied(disk, options.home, root);
  const findings: ProjectFinding[] = [];
  const note: NoteFinding = (finding) => void findings.push(finding);
  const restorable = await restorableFiles(disk, options.home, root);
  const version = await versionOf(disk, root, restorable.length > 0);
  if (version !== null && version > schemaVersion) {
    note(
      projectFindingOf(
        "project.json",
        new ApiError("project-newer", { version, supported: schemaVersion }),
        "warning",
      ),
    );
    return { findings, articles: 0, sets: 0, annotations: 0 };
  }
  const project = await ownFile<Project>(projectJsonOptions(disk, root), restorable, note);
  const registry = await ownFile<{ entities: readonly Entity[] }>(
    registryJsonOptions(disk, root),
    restorable,
    note,
  );
  const entities = registry?.entities ?? [];
  for (const { what, advice } of repeatedIds(entities, "/entities"))
    note({ weight: "error", file: "entities.json", mends: false, what, advice });
  const articles = await examineArticles(context, root, project, note);
  const counts = project
    ? await examineSets(context, { root, project, entities, articles }, note)
    : { sets: 0, annotations: 0 };
  if (project)
    noteMissing(await lookForMissing(context, { root, knownAt: knownAt ?? root }, project, articles), note);
  await examineRevisions(context, root, articles.values(), note);
  if (project) {
    const annotators = new Set(project.annotators.map(({ id }) => id));
    await examineKept(context, { root, project: project.id, articles, annotators }, note);
  }
  await examineReviews(context, root, note);
  await examineHistory(context, root, note);
  await examineVersions(context, root, note);
  for (const file of await foreignFiles(disk, root)) note(foreign(file));
  const order: readonly FindingWeight[] = ["error", "warning", "note"];
  findings.sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
  return { findings, articles: articles.size, ...counts };
}

/** `null` where the project's file does not say. Throws `project-not-one` where nothing tells that this is a project. */
async function versionOf(disk: Disk, root: string, isKnown: boolean): Promise<number | null> {
  try {
    return await readVersion(disk, root);
  } catch (error) {
    if (isKnown || readError(error, root).problem === "project-damaged") return null;
    throw error;
  }
}

/** One of the project's own files, or the copy that would be put in its place; `null` where neither can be had. */
async function ownFile<T extends object>(
  options: Parameters<typeof durableJson<T>>[0],
  restorable: readonly Restorable[],
  note: NoteFinding,
): Promise<T | null> {
  const file = basename(options.path);
  const copy = restorable.find(({ path }) => path === options.path);
  try {
    const data = await durableJson<T>(options).read();
    if (data) return data;
    throw new ApiError("project-damaged", { file, why: "missing" });
  } catch (error) {
    const [side] = await bothSides(options);
    if (side) {
      note(projectFindingOf(file, new ApiError("file-in-conflict", { file }), "warning"));
      return side;
    }
    note(projectFindingOf(file, readError(error, options.path), "error", copy !== undefined));
    return copy ? parseJson<T>(copy.bytes, options) : null;
  }
}

/** The articles that can be read, each held to its hashes; one of which a revision is on its way is on its latest text that is here. */
export async function examineArticles(
  context: CoreContext,
  root: string,
  project: Project | null,
  note: NoteFinding,
): Promise<ReadonlyMap<string, SoundArticle>> {
  const { disk, settings } = context;
  const backupStore = project && backupStoreOf(context, project.id);
  const to = { disk, root, device: settings.device, backupStore, annotators: [] };
  const annotators = project?.annotators.map(({ id }) => id) ?? [];
  const readableArticles = new Map<string, SoundArticle>();
  for (const { name, kind } of await listInOrder(disk, join(root, "articles"))) {
    if (!isId(name) || kind !== "folder") continue;
    const file = `articles/${name}`;
    try {
      const { article: named, sides } = await readArticleRecord(disk, root, name);
      if (sides)
        note(projectFindingOf(file, new ApiError("file-in-conflict", { file: "article.json" }), "warning"));
      const article = await arrivedArticle(to, named);
      const isAll = article === named && (await setsOnTheirWay({ ...to, annotators }, named)).length === 0;
      if (named.textRevision !== undefined && !isAll)
        note(projectFindingOf(file, onItsWay(named, article), "warning"));
      if (!article) continue;
      const { text, hasConflictMarkers } = await readTextFound(disk, articleFolder(root, name), article);
      if (hasConflictMarkers)
        note(projectFindingOf(file, new ApiError("file-in-conflict", { file: "text.txt" }), "warning"));
      readableArticles.set(name, { article, text });
      const { original } = article;
      if (!original) continue;
      const path = originalPath(root, article, original);
      const bytes = await readDurable(disk, path, limits.articleBytes);
      const why = bytes === null ? "missing" : sha256(bytes) === original.sha256 ? null : "changed";
      // The text is what is annotated; the file it came from is kept to look things up in.
      if (why)
        note({
          weight: "warning",
          file: relative(root, path).split(sep).join("/"),
          mends: false,
          what: message("doctor.original", { title: article.title, why }),
          advice: message("doctor.original-advice"),
        });
    } catch (error) {
      note(projectFindingOf(file, readError(error, name)));
    }
  }
  return readableArticles;
}

/** Damage there costs steps that could be taken back, never annotations. */
async function examineHistory({ disk }: CoreContext, root: string, note: NoteFinding): Promise<void> {
  for (const { name, kind } of await listInOrder(disk, historyFolder(root))) {
    if (kind !== "file" || !name.includes(".journal")) continue;
    const bytes = await orNull(() => readDurable(disk, join(historyFolder(root), name), 400 * 1024 * 1024));
    const decoded = bytes && decodeHistory(bytes);
    const file = `history/${name}`;
    if (decoded?.hasConflictMarkers) {
      note(projectFindingOf(file, new ApiError("file-in-conflict", { file: name }), "warning"));
      continue;
    }
    // An end without a line end is a step that was never told to be done.
    if (decoded && decoded.state !== "damaged" && !decoded.wholeTail) continue;
    note({
      weight: "warning",
      file,
      mends: false,
      what: message("doctor.history"),
      advice: message("doctor.history-advice"),
    });
  }
}

/** Each is read whole and held to its hashes. */
async function examineVersions({ disk }: CoreContext, root: string, note: NoteFinding): Promise<void> {
  for (const { name, kind } of await listInOrder(disk, versionsFolder(root))) {
    if (!isId(name) || kind !== "folder") continue;
    try {
      await verifyVersion(disk, root, name);
    } catch (error) {
      note(projectFindingOf(`versions/${name}`, readError(error, name), "warning"));
    }
  }
}

function foreign(found: Awaited<ReturnType<typeof foreignFiles>>[number]): ProjectFinding {
  const { file, kind } = found;
  const common = { file, mends: kind === "leftover" };
  if (kind === "conflict-copy")
    return {
      ...common,
      weight: "warning",
      what: message("doctor.conflict-copy", { original: found.original }),
      advice: message("doctor.conflict-copy-advice"),
    };
  return {
    ...common,
    weight: "note",
    what: message(`doctor.${kind}`),
    advice: message(`doctor.${kind}-advice`),
  };
}

/** Each record of a revision, and everybody's set as it was first carried over. */
async function examineRevisions(
  { disk }: CoreContext,
  root: string,
  articles: Iterable<SoundArticle>,
  note: NoteFinding,
): Promise<void> {
  for (const { article } of articles)
    for (const { name: revision, kind } of await listInOrder(disk, revisionsFolder(root, article.id))) {
      if (!isId(revision) || kind !== "folder") continue;
      const folder = `articles/${article.id}/revisions/${revision}`;
      try {
        const { after, sets } = await readRevision(disk, root, article.id, revision);
        const fileAnnotators = (await listInOrder(disk, join(root, folder))).flatMap(
          ({ name }) => /^([a-z2-7]+)\.json\.gz$/.exec(name)?.[1] ?? [],
        );
        for (const annotator of new Set([...fileAnnotators, ...sets.map((set) => set.annotator)])) {
          const name = `${annotator}.json.gz`;
          const place = { folder: "", project: "", article: article.id, annotator, textHash: after.textHash };
          if (await readFirstSet(disk, root, place, revision)) continue;
          const what = message("doctor.first-set", { title: article.title });
          const advice = message("doctor.first-set-advice");
          note({ weight: "warning", file: `${folder}/${name}`, mends: false, what, advice });
        }
      } catch (error) {
        const isThere = (await statusIfAny(disk, join(root, folder, "revision.json"))) !== null;
        note(
          projectFindingOf(
            folder,
            isThere ? readError(error, revision) : onItsWay(article, article),
            "warning",
          ),
        );
      }
    }
}

/** The files that were kept when colleagues' work was imported. */
async function examineReviews({ disk }: CoreContext, root: string, note: NoteFinding): Promise<void> {
  for (const { name: article, kind } of await listInOrder(disk, join(root, "reviews"))) {
    if (!isId(article) || kind !== "folder") continue;
    for (const { name } of await listInOrder(disk, join(root, "reviews", article))) {
      if (!name.endsWith(".json")) continue;
      const file = `reviews/${article}/${name}`;
      const bytes = await orNull(() => readDurable(disk, join(root, file), limits.jsonBytes));
      const text = bytes && decodeUtf8(bytes);
      if (text && isJson(text)) continue;
      if (text && sidesOfConflict(text))
        note(projectFindingOf(file, new ApiError("file-in-conflict", { file: name }), "warning"));
      else
        note({
          weight: "warning",
          file,
          mends: false,
          what: message("doctor.review-file"),
          advice: message("doctor.review-file-advice"),
        });
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/u, ""));
    return true;
  } catch {
    return false;
  }
}

// What the home knows of the project and is not in its folder any more: older, shorter or gone, which no file says of itself.

/** What is missing of a project that nobody need have open. */
export async function lookForMissing(
  context: CoreContext,
  { root, knownAt }: { readonly root: string; readonly knownAt: string },
  project: Project,
  articles: ReadonlyMap<Id, SoundArticle>,
): Promise<readonly MissingFromFolder[]> {
  const { disk, options, settings } = context;
  const lastKnown = await readLastKnown({
    disk,
    home: options.home,
    project: project.id,
    root: knownAt,
    device: settings.device,
  });
  const records = new Map<Id, Article>([...articles].map(([id, { article }]) => [id, article]));
  return missingIn(context, { root, project, articles: records, known: lastKnown });
}

function fileOf({ what, article, annotator }: MissingWork): string {
  if (!annotator) return `articles/${article}`;
  return what === "steps" ? `history/${annotator.id}` : `annotations/${article}/${annotator.id}`;
}

function noteMissing(missing: readonly MissingFromFolder[], note: NoteFinding): void {
  for (const { work, changes } of missing) {
    const { what, title, annotator, count, copiedAt } = work;
    const hasCopy = copiedAt === null ? "no" : "yes";
    note({
      weight: "warning",
      file: fileOf(work),
      mends: annotator !== null && copiedAt !== null && changes?.copy?.isOther !== true,
      what: message("doctor.missing", { what, title, name: annotator?.name ?? "", count: count ?? 0 }),
      advice: message("doctor.missing-advice", { hasCopy }),
    });
  }
}
