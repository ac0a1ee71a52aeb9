// The articles of a project that is open for writing, and everybody's sets of them, when somebody else has written, damaged or
// removed their files. What is open here is brought together with what came; of the rest the newest state is told.
import { join } from "node:path";
import { ApiError } from "../../../shared/api/errors.ts";
import type { OutsideNews } from "../../../shared/api/outside.ts";
import type { Article } from "../../../shared/model/article.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { type JoinedArticle, joinArticles } from "../../../shared/outside/join-sides.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { readDurable, statusIfAny } from "../../storage/files/durable-file.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { isMissing } from "../../storage/files/storage-error.ts";
import { readRecord, replaceArticleFile } from "../../storage/project/article-files.ts";
import { articleFolder, textPath } from "../../storage/project/project-folder.ts";
import { restoreArticle } from "../../storage/project/revision-files.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import { hasCome, isLed, readArrived } from "../articles/arrived-articles.ts";
import { closeSetsOf } from "../changes/close-sets.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { countsOf, type OpenSet, type ProjectInUse, setPlace } from "../project-in-use.ts";
import { leftAside } from "../revise/other-texts.ts";
import { secondSourceOf } from "../second-source.ts";
import { lostAmong } from "./lost-colleagues.ts";
import { type LookedEarlier, mergeLateWork } from "./merge-late-work.ts";
import { mergeOwnSet } from "./merge-own-set.ts";
import { earlierSet, isOfEarlier, type SeenFiles, setOfFile, signaturesOf } from "./seen-files.ts";

export interface LookedArticles {
  readonly news: readonly OutsideNews[];
  readonly later: ReadonlySet<Id>;
  /** Of which others' sets changed. */
  readonly others: ReadonlySet<Id>;
  /** Whose work on earlier texts came over: no doing of anybody's here, whatever else was. */
  readonly late: ReadonlySet<string>;
  /** The list, or what it shows of an article, changed. */
  readonly isListChanged: boolean;
}

interface Look {
  readonly context: CoreContext;
  readonly inUse: ProjectInUse;
  readonly steps: Steps;
  readonly seen: SeenFiles;
  readonly list: Disk["list"];
  readonly isPatient: (article: Id) => boolean;
}

/** `ids`: those to be looked at; one that is not known yet has come, one whose folder is gone has gone. */
export async function lookAtArticles(look: Look, ids: Iterable<Id>): Promise<LookedArticles> {
  const news: OutsideNews[] = [];
  const later = new Set<Id>();
  const others = new Set<Id>();
  const names = new Set<string>();
  const late = new Set<string>();
  let isListChanged = false;
  // Those that were there at the opening were read then; what has come here since has not been looked at yet.
  const isOpening = look.seen.size === 0;
  for (const id of ids) {
    const before = news.length;
    const told = await lookAtOne(look, id, isOpening);
    news.push(...told.news);
    if (told.isLater) later.add(id);
    if (told.colleagues.length > 0) others.add(id);
    for (const name of told.colleagues) names.add(name);
    for (const name of told.late) late.add(name);
    isListChanged ||= news.length > before || told.isListChanged;
  }
  if (names.size > 0) news.push({ what: "colleagues", names: [...names], articles: [...others] });
  return { news, later, others, late, isListChanged };
}

interface LookedArticle {
  readonly news: readonly OutsideNews[];
  readonly isLater: boolean;
  readonly colleagues: readonly string[];
  /** Those of them whose work on earlier texts came over. */
  readonly late: readonly string[];
  readonly isListChanged: boolean;
}

const nothing: LookedArticle = { news: [], isLater: false, colleagues: [], late: [], isListChanged: false };

/** What an article has that has come here since the opening, and that nobody has looked at yet. */
const unseen = [
  ["article.json", ""],
  ["text.txt", ""],
] as const;

async function lookAtOne(look: Look, id: Id, isOpening: boolean): Promise<LookedArticle> {
  const { context, inUse, seen } = look;
  if (inUse.coming.has(id)) return nothing;
  const { root } = inUse.folder;
  const known = inUse.articles.get(id);
  const folder = await statusIfAny(context.disk, articleFolder(root, id));
  if (!folder) return known ? lookAtMissing(look, known) : nothing;
  if (folder.kind !== "folder") return nothing;
  const isFirst = !seen.has(id);
  const before = seen.get(id) ?? new Map(isOpening ? [] : unseen);
  const now = await signaturesOf(context, inUse, id, look.list);
  const isOther = (file: string): boolean => before.get(file) !== now.get(file);
  if (!known) return lookAtNew(look, id, now);
  seen.set(id, now);
  const changed = new Set([...now.keys(), ...before.keys()].filter(isOther));
  const news: OutsideNews[] = [];
  let isLater = false;
  const later = (): void => {
    isLater = true;
    // Looked at again next time as if it had just changed.
    seen.set(id, before);
  };
  const isNoticed = !(isFirst && isOpening) && (changed.has("article.json") || changed.has("text.txt"));
  const isAwaited = inUse.awaited.has(id);
  if (isNoticed || inUse.marked.has(id) || isAwaited) {
    const told = await lookAtFiles(look, known, isNoticed ? changed : new Set(["article.json"]));
    if (told === "later") later();
    else news.push(...told);
  }
  const own = await ownSets(look, known, changed, isFirst);
  if (own.isLater) later();
  const isOtherText = inUse.articles.get(id)?.textRevision !== known.textRevision;
  const isCome = isAwaited && !inUse.awaited.has(id);
  // A set that came itself may be what work on an earlier text waits for.
  const isNew = (file: string): boolean => !isOfEarlier(file) && !before.has(file);
  // While the correction is being written it is not the article's text yet.
  const isJoined = !inUse.coming.has(id) && inUse.joined.delete(id);
  const isAny = isFirst || isJoined || isOtherText || isCome || [...changed].some(isNew);
  const earlier = await lookAtEarlier(look, id, isAny ? "all" : [...changed].filter(isOfEarlier));
  if (earlier.isLater) {
    isLater = true;
    const latest = seen.get(id) ?? now;
    seen.set(id, new Map([...latest].filter(([file]) => !isOfEarlier(file))));
  }
  const colleagues = isFirst ? [] : colleaguesIn(inUse, changed);
  const lost = await lostAmong(context, inUse, known, { colleagues, changed, files: now.keys() });
  if (lost.length > 0 && look.isPatient(id)) later();
  else if (lost.length > 0)
    news.push({
      what: "colleagues-lost",
      article: id,
      title: known.title,
      names: lost.map(({ name }) => name),
    });
  const came = colleagues.filter((one) => !lost.includes(one));
  return {
    news: [...news, ...own.news, ...earlier.news],
    isLater,
    colleagues: [...came.map(({ name }) => name), ...earlier.colleagues],
    late: earlier.colleagues,
    isListChanged: own.isListChanged,
  };
}

/** What went on on earlier texts, as far as their files are others than at the last look. */
async function lookAtEarlier(look: Look, id: Id, changed: readonly string[] | "all"): Promise<LookedEarlier> {
  const { context, inUse, steps, seen } = look;
  const article = inUse.articles.get(id);
  if (changed.length === 0 || article?.textRevision === undefined) return nothingEarlier;
  const wanted = changed === "all" ? null : new Set(changed.map(setOfFile));
  try {
    const late = {
      ...{ context, inUse, steps, isPatient: look.isPatient(id) },
      isWanted: (folder: string, annotator: Id): boolean =>
        wanted?.has(earlierSet(folder, annotator)) ?? true,
    };
    const found = await mergeLateWork(late, article);
    // What was just written here is nobody else's; whatever else came meanwhile is looked at next time.
    const now = found.written.length > 0 ? await signaturesOf(context, inUse, id) : new Map<string, string>();
    const known = new Map(seen.get(id));
    for (const file of found.written) known.set(file, now.get(file) ?? "");
    seen.set(id, known);
    return found;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    context.log.error(`work on earlier texts of ${id}`, error);
    return { ...nothingEarlier, isLater: true };
  }
}

const nothingEarlier: LookedEarlier = { news: [], isLater: false, colleagues: [], written: [] };

/** Those whose sets are among these files. */
function colleaguesIn({ folder, annotator }: ProjectInUse, files: ReadonlySet<string>): readonly Annotator[] {
  const { annotators } = folder.project.data();
  const ids = new Set([...files].map((file) => file.split(".")[0] ?? ""));
  return annotators.filter(({ id, kind }) => ids.has(id) && id !== annotator?.id && kind === undefined);
}

async function lookAtNew(
  { context, inUse, seen }: Look,
  id: Id,
  files: ReadonlyMap<string, string>,
): Promise<LookedArticle> {
  try {
    const article = await readArrived(context, inUse, id);
    inUse.articles.set(id, article);
    seen.set(id, files);
    await countAnew(context, inUse, article);
    return { ...nothing, news: [{ what: "article-came", article: id, title: article.title }] };
  } catch (error) {
    // Not whole yet, or damaged: the next opening says so.
    if (error instanceof ApiError) return { ...nothing, isLater: true };
    throw error;
  }
}

async function countAnew(context: CoreContext, inUse: ProjectInUse, article: Article): Promise<void> {
  if (!inUse.annotator) return;
  const place = setPlace(inUse.folder, article, inUse.annotator.id);
  const { set } = await readSet(context.disk, place, secondSourceOf(context, place));
  inUse.counts.set(article.id, countsOf(set));
}

/** One that somebody put away goes; one that is open here is written again; any other is gone until it comes back. */
async function lookAtMissing(look: Look, article: Article): Promise<LookedArticle> {
  const { context, inUse, seen, isPatient } = look;
  const { id, title } = article;
  const { root } = inUse.folder;
  const isPutAway = (await statusIfAny(context.disk, join(root, "trash", id, "article"))) !== null;
  if (!isPutAway && isPatient(id)) return { ...nothing, isLater: true };
  const open = await openOf(inUse, id);
  seen.delete(id);
  if (open && !isPutAway) {
    await inUse.lock?.fence();
    // The file it came from is not known by heart; the examination says that it is missing.
    await restoreArticle(context.disk, root, article, open.text);
    const told = await mergeOwnSet(context, inUse, look.steps, open, false);
    const more = told !== null && told !== "later" && told.what === "set-merged" ? [told] : [];
    return { ...nothing, news: [{ what: "article-restored", article: id, title }, ...more] };
  }
  await closeSetsOf(inUse, id);
  inUse.articles.delete(id);
  inUse.counts.delete(id);
  return isPutAway
    ? { ...nothing, isListChanged: true }
    : { ...nothing, news: [{ what: "article-gone", article: id, title }] };
}

async function openOf(inUse: ProjectInUse, id: Id): Promise<OpenSet | null> {
  const [own, curated] = await Promise.allSettled([inUse.sets.get(id), inUse.curated.get(id)]);
  for (const one of [own, curated]) if (one?.status === "fulfilled" && one.value) return one.value;
  return null;
}

/** The article's record and its text. */
async function lookAtFiles(
  look: Look,
  article: Article,
  changed: ReadonlySet<string>,
): Promise<readonly OutsideNews[] | "later"> {
  const { context, inUse, isPatient } = look;
  const { disk } = context;
  const { root } = inUse.folder;
  const { id, title } = article;
  const news: OutsideNews[] = [];
  const open = await openOf(inUse, id);
  if (changed.has("article.json"))
    try {
      const { article: there, sides } = await readRecord(disk, root, id);
      // It has become another here while it was looked at.
      if (inUse.coming.has(id) || inUse.articles.get(id) !== article) return "later";
      const isAsOpened = inUse.marked.has(id) && sameValue(there, article);
      const joined = sides && !isAsOpened ? joinArticles(...sides, article) : null;
      const now = joined?.article ?? there;
      // Another text is another article, unless it came as a revision, whole: what is known of this one stands until its own text is back.
      // One that was corrected and taken back has the words that it had, and its sets elsewhere.
      const isSameText =
        now.textHash === article.textHash &&
        now.length === article.length &&
        now.textRevision === article.textRevision;
      if (!isSameText) {
        if (now.revision === article.revision || now.textRevision === undefined)
          throw new ApiError("article-damaged", { article: id, file: "article.json", why: "hash" });
        // Its record may come before the rest: then one goes on with the text of before, and what is done comes over with it.
        inUse.awaited.set(id, now.textRevision);
        if (!(await hasCome(context, inUse, now, article)))
          return changed.has("text.txt") ? lookAtFiles(look, article, new Set(["text.txt"])) : news;
        await closeSetsOf(inUse, id);
      }
      if (!sameValue(now, article)) {
        inUse.articles.set(id, now);
        if (!isSameText) await countAnew(context, inUse, now);
        const named = { article: id, title: now.title };
        if (isSameText) news.push({ what: "article-changed", ...named });
        else {
          const aside = await leftAside(context, inUse, article, now);
          // Both sides of the record tell of it themselves.
          const otherText = aside === joined?.other?.revision ? null : aside;
          news.push({ what: "article-revised", ...named, otherText });
        }
      }
      if (sides) {
        await inUse.lock?.fence();
        const kept = await replaceArticleFile(disk, root, now);
        news.push(joinedNews(now, joined ?? joinArticles(...sides), kept));
      }
      inUse.marked.delete(id);
      if (await isLed(context, inUse, now)) inUse.awaited.delete(id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Ours would undo the revision that it names.
      if (isPatient(id) || (inUse.awaited.get(id) ?? article.textRevision) !== article.textRevision)
        return "later";
      await inUse.lock?.fence();
      await replaceArticleFile(disk, root, article);
      news.push({ what: "article-restored", article: id, title });
    }
  if (changed.has("text.txt") && inUse.articles.get(id)?.textRevision === article.textRevision) {
    const path = textPath(root, article);
    const bytes = await readDurable(disk, path, limits.jsonBytes);
    if (bytes && sha256(bytes) === article.textHash) return news;
    if (isPatient(id)) return "later";
    if (bytes) news.push({ what: "text-changed", article: id, title, canRestore: open !== null });
    else if (open) {
      await restoreText(context, inUse, article, open.text);
      news.push({ what: "article-restored", article: id, title });
    } else news.push({ what: "text-changed", article: id, title, canRestore: false });
  }
  return news;
}

/** Writes an article's text as it was; what stands in its place is moved to the quarantine. */
export async function restoreText(
  { disk }: CoreContext,
  inUse: ProjectInUse,
  article: Article,
  text: string,
): Promise<void> {
  await inUse.lock?.fence();
  await replaceArticleFile(disk, inUse.folder.root, article, text);
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

/** This person's set and the curated one: brought together where they are open, counted anew where they are not. */
async function ownSets(
  { context, inUse, steps, isPatient, list }: Look,
  article: Article,
  changed: ReadonlySet<string>,
  isFirst: boolean,
): Promise<Pick<LookedArticle, "news" | "isLater" | "isListChanged">> {
  const news: OutsideNews[] = [];
  let isLater = false;
  let isListChanged = false;
  for (const sets of [inUse.sets, inUse.curated]) {
    const [opening] = await Promise.allSettled([sets.get(article.id)]);
    const open = opening?.status === "fulfilled" ? opening.value : undefined;
    if (open) {
      const told = await mergeOwnSet(context, inUse, steps, open, isPatient(article.id), list);
      if (told === "later") isLater = true;
      else if (told) news.push(told);
    } else if (sets === inUse.sets && !isFirst && isOwnAmong(inUse, changed)) {
      const before = inUse.counts.get(article.id);
      await countAnew(context, inUse, article);
      isListChanged ||= !sameValue(before, inUse.counts.get(article.id));
    }
  }
  const curation = curationOf(inUse.folder.project.data()).id;
  const isCurated = [...changed].some((file) => file.startsWith(`${curation}.`));
  return { news, isLater, isListChanged: isListChanged || (isCurated && !isFirst) };
}

const isOwnAmong = ({ annotator }: ProjectInUse, files: ReadonlySet<string>): boolean =>
  annotator !== null && [...files].some((file) => file.startsWith(`${annotator.id}.`));

/** The ids of all article folders that are there. */
export async function articleFolders(disk: Pick<Disk, "list">, root: string): Promise<ReadonlySet<Id>> {
  try {
    const entries = await disk.list(join(root, "articles"));
    return new Set(entries.flatMap(({ name, kind }) => (kind === "folder" && isId(name) ? [name] : [])));
  } catch (error) {
    if (isMissing(error)) return new Set();
    throw error;
  }
}
