// The articles of a project that is open for writing, when somebody else has written, damaged or removed their files: which of them came,
// changed or went, and what is told of all of them together.
import { join } from "node:path";
import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { restoreArticle } from "../../storage/articles/revision-files.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { listIfAny } from "../../storage/files/list-if-any.ts";
import { articleFolder } from "../../storage/project/project-folder.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import { closeSetsOf } from "../changes/close-sets.ts";
import type { CoreContext } from "../context.ts";
import { readArrived } from "../project/arrived-articles.ts";
import { type LiveProject, setPlace } from "../project/live-project.ts";
import { countAnew } from "../project/own-sets.ts";
import { mergeOwnSet } from "./merge-own-set.ts";
import { isOfEarlier, type Scan, type ScanResult, setOfFile, signaturesOf } from "./scan.ts";
import { scanArticleFiles } from "./scan-record.ts";
import { colleaguesIn, openOf, scanEarlierTexts, scanOwnSets } from "./scan-sets.ts";

interface ScannedArticles {
  readonly news: readonly OutsideNews[];
  readonly later: ReadonlySet<Id>;
  /** Of which others' sets changed. */
  readonly others: ReadonlySet<Id>;
  /** Whose work on earlier texts came over: no doing of anybody's here, whatever else was. */
  readonly late: ReadonlySet<string>;
  /** The list, or what it shows of an article, changed. */
  readonly isListChanged: boolean;
}

/** `ids`: those to be looked at; one that is not known yet has come, one whose folder is gone has gone. */
export async function scanArticles(scan: Scan, ids: Iterable<Id>): Promise<ScannedArticles> {
  const news: OutsideNews[] = [];
  const later = new Set<Id>();
  const others = new Set<Id>();
  const names = new Set<string>();
  const late = new Set<string>();
  let isListChanged = false;
  // Those that were there at the opening were read then; what has come here since has not been looked at yet.
  const isOpening = scan.seen.size === 0;
  for (const id of ids) {
    const countBefore = news.length;
    const outcome = await scanArticle(scan, id, isOpening);
    news.push(...outcome.news);
    if (outcome.isLater) later.add(id);
    if (outcome.colleagues.length > 0) others.add(id);
    for (const name of outcome.colleagues) names.add(name);
    for (const name of outcome.late) late.add(name);
    isListChanged ||= news.length > countBefore || outcome.isListChanged;
  }
  if (names.size > 0) news.push({ what: "colleagues", names: [...names], articles: [...others] });
  return { news, later, others, late, isListChanged };
}

interface ScannedArticle extends ScanResult {
  readonly colleagues: readonly string[];
  /** Those of them whose work on earlier texts came over. */
  readonly late: readonly string[];
  readonly isListChanged: boolean;
}

const nothing: ScannedArticle = { news: [], isLater: false, colleagues: [], late: [], isListChanged: false };

/** What an article has that has come here since the opening, and that nobody has looked at yet. */
const unseen = [
  ["article.json", ""],
  ["text.txt", ""],
] as const;

async function scanArticle(scan: Scan, id: Id, isOpening: boolean): Promise<ScannedArticle> {
  const { context, liveProject } = scan;
  if (liveProject.articlesBeingWritten.has(id)) return nothing;
  const article = liveProject.articles.get(id);
  const folder = await statusIfAny(context.disk, articleFolder(liveProject.folder.root, id));
  if (!folder) return article ? scanMissingArticle(scan, article) : nothing;
  if (folder.kind !== "folder") return nothing;
  return article ? scanKnownArticle(scan, article, isOpening) : scanNewArticle(scan, id);
}

async function scanKnownArticle(scan: Scan, known: Article, isOpening: boolean): Promise<ScannedArticle> {
  const { context, liveProject, seen } = scan;
  const { id } = known;
  const isFirst = !seen.has(id);
  const previousSignatures = seen.get(id) ?? new Map(isOpening ? [] : unseen);
  const currentSignatures = await signaturesOf(context, liveProject, id, scan.list);
  const isOther = (file: string): boolean => previousSignatures.get(file) !== currentSignatures.get(file);
  seen.set(id, currentSignatures);
  const changed = new Set([...currentSignatures.keys(), ...previousSignatures.keys()].filter(isOther));
  const news: OutsideNews[] = [];
  let isLater = false;
  const later = (): void => {
    isLater = true;
    // Looked at again next time as if it had just changed.
    seen.set(id, previousSignatures);
  };
  const isNoticed = !(isFirst && isOpening) && (changed.has("article.json") || changed.has("text.txt"));
  const isAwaited = liveProject.incompleteRevisions.has(id);
  if (isNoticed || liveProject.articlesWithConflictMarkers.has(id) || isAwaited) {
    const filesOutcome = await scanArticleFiles(scan, known, isNoticed ? changed : new Set(["article.json"]));
    news.push(...filesOutcome.news);
    if (filesOutcome.isLater) later();
  }
  const ownSetsOutcome = await scanOwnSets(scan, known, changed, isFirst);
  if (ownSetsOutcome.isLater) later();
  const isOtherText = liveProject.articles.get(id)?.textRevision !== known.textRevision;
  const isCome = isAwaited && !liveProject.incompleteRevisions.has(id);
  // A set that came itself may be what work on an earlier text waits for.
  const isNew = (file: string): boolean => !isOfEarlier(file) && !previousSignatures.has(file);
  // While the correction is being written it is not the article's text yet.
  const isJoined = !liveProject.articlesBeingWritten.has(id) && liveProject.articlesWithMergedText.delete(id);
  const isAny = isFirst || isJoined || isOtherText || isCome || [...changed].some(isNew);
  const earlier = await scanEarlierTexts(scan, id, isAny ? "all" : [...changed].filter(isOfEarlier));
  if (earlier.isLater) {
    isLater = true;
    const latest = seen.get(id) ?? currentSignatures;
    seen.set(id, new Map([...latest].filter(([file]) => !isOfEarlier(file))));
  }
  const colleagues = isFirst ? [] : colleaguesIn(liveProject, changed);
  // Whose sets are there is known from now on, also when the project is opened next.
  await noteColleagues(liveProject, known, currentSignatures.keys());
  const lost = await lostAmong(context, liveProject, known, {
    colleagues,
    changed,
    files: currentSignatures.keys(),
  });
  if (lost.length > 0 && scan.isPatient(id)) later();
  else if (lost.length > 0)
    news.push({
      what: "colleagues-lost",
      article: id,
      title: known.title,
      names: lost.map(({ name }) => name),
    });
  const came = colleagues.filter((one) => !lost.includes(one));
  return {
    news: [...news, ...ownSetsOutcome.news, ...earlier.news],
    isLater,
    colleagues: [...came.map(({ name }) => name), ...earlier.colleagues],
    late: earlier.colleagues,
    isListChanged: ownSetsOutcome.isListChanged,
  };
}

async function scanNewArticle({ context, liveProject, seen, list }: Scan, id: Id): Promise<ScannedArticle> {
  const files = await signaturesOf(context, liveProject, id, list);
  try {
    const article = await readArrived(context, liveProject, id);
    liveProject.articles.set(id, article);
    seen.set(id, files);
    await countAnew(context, liveProject, article);
    return { ...nothing, news: [{ what: "article-came", article: id, title: article.title }] };
  } catch (error) {
    // Not whole yet, or damaged: the next opening says so.
    if (error instanceof ApiError) return { ...nothing, isLater: true };
    throw error;
  }
}

/** One that somebody moved to the trash goes; one that is open here is written again; any other is gone until it comes back. */
async function scanMissingArticle(scan: Scan, article: Article): Promise<ScannedArticle> {
  const { context, liveProject, seen, isPatient } = scan;
  const { id, title } = article;
  const { root } = liveProject.folder;
  const isPutAway = (await statusIfAny(context.disk, join(root, "trash", id, "article"))) !== null;
  if (!isPutAway && isPatient(id)) return { ...nothing, isLater: true };
  const openSet = await openOf(liveProject, id);
  seen.delete(id);
  if (openSet && !isPutAway) {
    await liveProject.lock?.fence();
    // The file it came from is not known by heart; the examination says that it is missing.
    await restoreArticle(context.disk, root, article, openSet.text);
    const mergeNews = await mergeOwnSet(context, liveProject, scan.steps, openSet, false);
    const more =
      mergeNews !== null && mergeNews !== "later" && mergeNews.what === "set-merged" ? [mergeNews] : [];
    return { ...nothing, news: [{ what: "article-restored", article: id, title }, ...more] };
  }
  await closeSetsOf(liveProject, id);
  liveProject.articles.delete(id);
  liveProject.counts.delete(id);
  return isPutAway
    ? { ...nothing, isListChanged: true }
    : { ...nothing, news: [{ what: "article-gone", article: id, title }] };
}

async function noteColleagues(
  { lastKnown, folder }: Scan["liveProject"],
  { id: article, textHash }: Article,
  files: Iterable<string>,
): Promise<void> {
  const annotatorsWithSets = new Set([...files].filter((file) => !isOfEarlier(file)).map(setOfFile));
  const sets = folder.project
    .data()
    .annotators.map(({ id: annotator }) => ({ article, annotator, textHash }));
  const fresh = sets.filter((set) => annotatorsWithSets.has(set.annotator) && lastKnown.of(set) === null);
  await lastKnown.note(fresh.map((set) => ({ ...set, seq: 0 })));
}

/** The ids of all article folders that are there. */
export async function articleFolders(disk: Pick<Disk, "list">, root: string): Promise<ReadonlySet<Id>> {
  const entries = await listIfAny(disk, join(root, "articles"));
  return new Set(entries.flatMap(({ name, kind }) => (kind === "folder" && isId(name) ? [name] : [])));
}

/** `changed` and `files`: the names of those files of the article's sets that are others than before, and of all. */
async function lostAmong(
  { disk }: CoreContext,
  { folder }: LiveProject,
  article: Article,
  {
    colleagues,
    changed,
    files,
  }: {
    readonly colleagues: readonly Annotator[];
    readonly changed: ReadonlySet<string>;
    readonly files: Iterable<string>;
  },
): Promise<readonly Annotator[]> {
  const names = [...files];
  const lost: Annotator[] = [];
  for (const annotator of colleagues) {
    if (!changed.has(`${annotator.id}.json`)) continue;
    const isThere = names.some((name) => name.startsWith(`${annotator.id}.`));
    const storedSet = isThere ? await readSet(disk, setPlace(folder, article, annotator.id)) : null;
    if (!storedSet || storedSet.unsafe === "damaged") lost.push(annotator);
  }
  return lost;
}
