// An article's record and its text, when somebody else has written, damaged or removed them: another record is taken, joined with what is
// ours where both sides wrote it; what cannot be the article's is put back.

import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type JoinedArticle, joinArticles } from "../../../shared/merge/join-articles.ts";
import type { Article } from "../../../shared/model/article.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { readArticleRecord, replaceArticleFile } from "../../storage/articles/article-files.ts";
import { readDurable } from "../../storage/files/durable-file.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { textPath } from "../../storage/project/project-folder.ts";
import { closeSetsOf } from "../changes/close-sets.ts";
import type { CoreContext } from "../context.ts";
import { leftAside } from "../merge/other-texts.ts";
import { hasCome, isLed } from "../project/arrived-articles.ts";
import type { LiveProject } from "../project/live-project.ts";
import { countAnew } from "../project/own-sets.ts";
import type { Scan, ScanResult } from "./scan.ts";
import { openOf } from "./scan-sets.ts";

/** `changed`: the files of the article's folder that are others than at the last scan. */
export async function scanArticleFiles(
  scan: Scan,
  article: Article,
  changed: ReadonlySet<string>,
): Promise<ScanResult> {
  const ofRecord = changed.has("article.json") ? await scanRecord(scan, article) : nothing;
  if (ofRecord.isLater || !changed.has("text.txt")) return ofRecord;
  // A new revision came with its text, which was read then.
  if (scan.liveProject.articles.get(article.id)?.textRevision !== article.textRevision) return ofRecord;
  const ofText = await scanText(scan, article);
  return { news: [...ofRecord.news, ...ofText.news], isLater: ofText.isLater };
}

const nothing: ScanResult = { news: [], isLater: false };
const later: ScanResult = { news: [], isLater: true };

async function scanRecord(scan: Scan, article: Article): Promise<ScanResult> {
  const { context, liveProject, isPatient } = scan;
  const { root } = liveProject.folder;
  const { id, title } = article;
  const news: OutsideNews[] = [];
  try {
    const { article: there, sides } = await readArticleRecord(context.disk, root, id);
    // It has become another here while it was looked at.
    if (liveProject.articlesBeingWritten.has(id) || liveProject.articles.get(id) !== article) return later;
    const isAsOpened = liveProject.articlesWithConflictMarkers.has(id) && sameValue(there, article);
    const joinedArticle = sides && !isAsOpened ? joinArticles(...sides, article) : null;
    const currentArticle = joinedArticle?.article ?? there;
    if (!isSameText(currentArticle, article)) {
      if (!(await isTextHere(scan, article, currentArticle))) return nothing;
      await closeSetsOf(liveProject, id);
    }
    if (!sameValue(currentArticle, article))
      news.push(await takeRecord(scan, article, currentArticle, joinedArticle));
    if (sides) {
      await liveProject.lock?.fence();
      const keptAs = await replaceArticleFile(context.disk, root, currentArticle);
      news.push(joinedNews(currentArticle, joinedArticle ?? joinArticles(...sides), keptAs));
    }
    liveProject.articlesWithConflictMarkers.delete(id);
    if (await isLed(context, liveProject, currentArticle)) liveProject.incompleteRevisions.delete(id);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Ours would undo the revision that it names.
    const isAwaited =
      (liveProject.incompleteRevisions.get(id) ?? article.textRevision) !== article.textRevision;
    if (isPatient(id) || isAwaited) return later;
    await liveProject.lock?.fence();
    await replaceArticleFile(context.disk, root, article);
    news.push({ what: "article-restored", article: id, title });
  }
  return { news, isLater: false };
}

/** One that was corrected and taken back has the words that it had, and its sets elsewhere. */
const isSameText = (one: Article, other: Article): boolean =>
  one.textHash === other.textHash && one.length === other.length && one.textRevision === other.textRevision;

/**
 * Whether the text that a record names is here. Another text is another article, unless it came as a revision, whole: what is known of
 * this one stands until its own text is back. Throws `article-damaged` for a text that is no revision.
 */
async function isTextHere({ context, liveProject }: Scan, before: Article, now: Article): Promise<boolean> {
  const { id } = before;
  if (now.revision === before.revision || now.textRevision === undefined)
    throw new ApiError("article-damaged", { article: id, file: "article.json", why: "hash" });
  // Its record may come before the rest: then one goes on with the text of before, and what is done comes over with it.
  liveProject.incompleteRevisions.set(id, now.textRevision);
  return hasCome(context, liveProject, now, before);
}

/** From here on the article is what its record says. */
async function takeRecord(
  { context, liveProject }: Scan,
  before: Article,
  now: Article,
  joined: JoinedArticle | null,
): Promise<OutsideNews> {
  const named = { article: before.id, title: now.title };
  liveProject.articles.set(before.id, now);
  if (isSameText(now, before)) return { what: "article-changed", ...named };
  await countAnew(context, liveProject, now);
  const asideRevision = await leftAside(context, liveProject, before, now);
  // Both sides of the record tell of it themselves.
  const otherText = asideRevision === joined?.other?.revision ? null : asideRevision;
  return { what: "article-revised", ...named, otherText };
}

const joinedNews = (
  { id, title }: Article,
  { differ, other }: JoinedArticle,
  kept: string | null,
): OutsideNews => ({
  what: "article-joined",
  article: id,
  title,
  otherText: other?.revision ?? null,
  differs: differ.length > 0,
  keptAs: kept === null ? [] : [kept],
});

async function scanText({ context, liveProject, isPatient }: Scan, article: Article): Promise<ScanResult> {
  const { id, title, textHash } = article;
  const openSet = await openOf(liveProject, id);
  const bytes = await readDurable(context.disk, textPath(liveProject.folder.root, article), limits.jsonBytes);
  if (bytes && sha256(bytes) === textHash) return nothing;
  if (isPatient(id)) return later;
  const reportNews = (news: OutsideNews): ScanResult => ({ news: [news], isLater: false });
  // Where there is none any more it is put back at once; one that somebody wrote is put back when somebody says so.
  if (bytes || !openSet)
    return reportNews({ what: "text-changed", article: id, title, canRestore: openSet !== null });
  await restoreText(context, liveProject, article, openSet.text);
  return reportNews({ what: "article-restored", article: id, title });
}

/** Writes an article's text as it was; what stands in its place is moved to the quarantine. */
export async function restoreText(
  { disk }: CoreContext,
  liveProject: LiveProject,
  article: Article,
  text: string,
): Promise<void> {
  await liveProject.lock?.fence();
  await replaceArticleFile(disk, liveProject.folder.root, article, text);
}
