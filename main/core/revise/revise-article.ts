// Makes a revision of an article: its text, what is known of it, or both become another, and everybody's sets are carried over to it.
// All of it is there, or nothing; whoever made it, and what it did to whose marks, stands in it.
import { ApiError } from "../../../shared/errors/errors.ts";
import { replaceLoneSurrogates } from "../../../shared/importers/decode.ts";
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article, Original } from "../../../shared/model/article.ts";
import { aboutOf, withAbout } from "../../../shared/model/article-about.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { ArticleRevision, RevisedSet, RevisionReason } from "../../../shared/model/revision.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Step, StepNote } from "../../../shared/model/step.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { type Carrier, carrierBetween } from "../../../shared/revise/carrier.ts";
import { type CarriedSet, carryRecords } from "../../../shared/revise/carry-records.ts";
import { takesFrom } from "../../../shared/revise/rebase-text.ts";
import { type ReadDetails, revisedArticle, takenBack } from "../../../shared/revise/revised-article.ts";
import { readText } from "../../storage/articles/article-files.ts";
import {
  readFirstSet,
  readRevision,
  revisionsOf,
  writeRevision,
} from "../../storage/articles/revision-files.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { lateWork } from "../../storage/sets/late-work.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import type { SetFile } from "../../storage/sets/set-file.ts";
import { holdToLimits } from "../articles/fitting-text.ts";
import { closeSetsOf } from "../changes/close-sets.ts";
import { type Opening, withExclusiveAccess } from "../changes/opening.ts";
import type { CoreContext } from "../context.ts";
import { otherRevisions, otherText } from "../merge/other-texts.ts";
import { assertArrived } from "../project/arrived-articles.ts";
import {
  articleIn,
  countsOf,
  entitiesOf,
  type LiveProject,
  setPlace,
  whileComing,
  writerIn,
} from "../project/live-project.ts";
import { type FoundSet, nextFile, setsOf } from "./sets-to-carry.ts";

interface Maker {
  readonly article: Id;
  readonly opId: Id;
  readonly step: StepNote;
}

export interface ReviseRequest extends Maker {
  /** The revision that it was made from; `null`: the article as it was imported. */
  readonly from: Id | null;
  readonly text: string;
  /** What comes with the text where it was read from a file. */
  readonly read?: ReadDetails;
  readonly why: Exclude<RevisionReason, "taken-back">;
  readonly note: string;
  /** Revisions whose other texts were put into it. */
  readonly joins?: readonly Id[];
  /** The file that the new text came from. */
  readonly original?: { readonly about: Omit<Original, "revision">; readonly bytes: Uint8Array };
}

export interface Revised {
  readonly revision: ArticleRevision;
  readonly step: Step;
  /** False when a resend was answered. */
  readonly isNew: boolean;
}

type Open = Pick<Opening, "liveProject" | "steps">;

/** Throws an `ApiError`; then nothing has changed. */
export function reviseArticle(
  context: CoreContext,
  { liveProject, steps }: Open,
  request: ReviseRequest,
): Promise<Revised> {
  return withExclusiveAccess(liveProject, steps, async () => {
    const articleBefore = await presentOf(context, liveProject, request.article);
    const existingRevision = await madeBefore(context, liveProject, articleBefore, request.opId);
    if (existingRevision) return existingRevision;
    assertBasedOn(articleBefore, request.from);
    const { newText, carrier, after } = await plannedArticle(context, liveProject, articleBefore, request);
    if (newText === null) throw new ApiError("nothing-revised");
    const from = { article: articleBefore, text: carrier.from };
    const joins = await takenInto(context, liveProject, from, request.joins ?? [], newText);
    const id = context.newId();
    const original = request.original && { ...request.original.about, revision: id };
    const present: Article = {
      ...after,
      ...(original && { original }),
      revision: id,
      textRevision: id,
    };
    const { why, note } = request;
    return write(context, liveProject, {
      maker: request,
      revision: { id, before: articleBefore, after: present, why, note, ...(joins.length > 0 && { joins }) },
      text: newText,
      carry: ({ read }) => carryRecords(setToJson(read.set), carrier, present.textHash),
      original: request.original?.bytes ?? null,
    });
  });
}

/** Throws `revision-past` for one that is not the present revision. */
export function takeRevisionBack(
  context: CoreContext,
  { liveProject, steps }: Open,
  request: Maker & { readonly revision: Id },
): Promise<Revised> {
  return withExclusiveAccess(liveProject, steps, () => writeBack(context, liveProject, request));
}

async function writeBack(
  context: CoreContext,
  liveProject: LiveProject,
  request: Maker & { readonly revision: Id },
): Promise<Revised> {
  const articleBefore = await presentOf(context, liveProject, request.article);
  const existingRevision = await madeBefore(context, liveProject, articleBefore, request.opId);
  if (existingRevision) return existingRevision;
  assertBasedOn(articleBefore, request.revision);
  const { disk } = context;
  const { root, project } = liveProject.folder;
  const undone = await readRevision(disk, root, articleBefore.id, request.revision);
  const id = context.newId();
  const earlier = undone.before;
  // What was said of the article since stays said.
  const isDescribed = !sameValue(aboutOf(articleBefore), aboutOf(undone.after));
  const present: Article = {
    ...(isDescribed ? withAbout(earlier, aboutOf(articleBefore)) : earlier),
    revision: id,
    textRevision: id,
  };
  const text = await readText(disk, root, earlier);
  const tie = {
    carrier: carrierBetween(await readText(disk, root, articleBefore), text, "own"),
    textHash: present.textHash,
    tagset: project.data().tagset,
    entities: tableOf(entitiesOf(liveProject)),
  };
  const revision = { id, before: articleBefore, after: present, why: "taken-back", note: "" } as const;
  return write(context, liveProject, {
    maker: request,
    revision: { ...revision, takesBack: undone.id },
    text,
    carry: (set) => takeSetBack(context, liveProject, undone, set, tie),
    original: null,
  });
}

/** A set on the text of before the revision, as it was there, with what was done on the text since. */
async function takeSetBack(
  { disk }: CoreContext,
  { folder }: LiveProject,
  { id, before, after }: ArticleRevision,
  { annotator, read }: FoundSet,
  tie: Parameters<typeof takenBack>[1],
): Promise<CarriedSet> {
  const first = await readFirstSet(disk, folder.root, setPlace(folder, after, annotator.id), id);
  const place = setPlace(folder, before, annotator.id);
  const then = await readSet(disk, place);
  // What went on there since comes over by itself, or has come and was taken back.
  const late = first && (await lateWork(disk, place, then, first.have));
  const sets = {
    before: then.revision > 0 ? (late?.base ?? setToJson(then.set)) : null,
    first: first && setToJson(setFromJson(first)),
    now: setToJson(read.set),
  };
  return takenBack(sets, tie);
}

interface PlannedSet {
  readonly annotator: FoundSet["annotator"];
  readonly carried: CarriedSet;
}

interface PlannedRevision {
  readonly article: Article;
  readonly sets: readonly PlannedSet[];
}

/** What `reviseArticle` would do. Changes nothing. */
export async function planRevision(
  context: CoreContext,
  { liveProject, steps }: Open,
  request: Pick<ReviseRequest, "article" | "from" | "text" | "why">,
): Promise<PlannedRevision> {
  const articleBefore = await presentOf(context, liveProject, request.article);
  assertBasedOn(articleBefore, request.from);
  const { newText, carrier, after } = await plannedArticle(context, liveProject, articleBefore, request);
  // While nothing is saved, so that what is read is what stands; the stores stay open, and hold what their files do.
  const articleSets =
    newText === null ? [] : await steps.exclusively(() => setsOf(context, liveProject, articleBefore));
  return {
    article: after,
    sets: articleSets.map(({ annotator, read }) => ({
      annotator,
      carried: carryRecords(setToJson(read.set), carrier, after.textHash),
    })),
  };
}

async function presentOf(context: CoreContext, liveProject: LiveProject, id: Id): Promise<Article> {
  writerIn(liveProject);
  if (!liveProject.articles.has(id)) throw new ApiError("article-missing", { article: id });
  assertArrived(liveProject, id);
  return articleIn(context, liveProject, id);
}

/** Somebody else's revision must not be written over by one that did not know of it. */
function assertBasedOn({ title, revision }: Article, from: Id | null): void {
  if ((revision ?? null) !== from) throw new ApiError("revision-past", { article: title });
}

async function plannedArticle(
  { disk }: CoreContext,
  liveProject: LiveProject,
  before: Article,
  { text: asked, why, read = {} }: Pick<ReviseRequest, "text" | "why" | "read">,
): Promise<{ readonly newText: string | null; readonly carrier: Carrier; readonly after: Article }> {
  const text = await readText(disk, liveProject.folder.root, before);
  // UTF-8 holds no half of a character.
  const { text: wanted } = replaceLoneSurrogates(asked);
  if (wanted.trim() === "") throw new ApiError("text-empty", { file: before.title });
  // One that had more before may be corrected all the same.
  if (wanted.length > text.length) holdToLimits(wanted, before.title);
  const carrier = carrierBetween(text, wanted, why === "correction" ? "own" : "foreign");
  const articleAfter = revisedArticle(before, carrier, { ...read, textHash: sha256(wanted) });
  return { newText: wanted === text ? null : wanted, carrier, after: articleAfter };
}

/** The answer to a resend. */
async function madeBefore(
  { disk }: CoreContext,
  { folder }: LiveProject,
  { id, revision }: Article,
  opId: Id,
): Promise<Revised | null> {
  if (revision === undefined) return null;
  const present = await readRevision(disk, folder.root, id, revision);
  return present.opId === opId ? { revision: present, step: stepOf(present), isNew: false } : null;
}

interface ToWrite {
  readonly maker: Maker;
  readonly revision: Omit<ArticleRevision, "parent" | "at" | "by" | "opId" | "step" | "sets">;
  readonly text: string;
  readonly original: Uint8Array | null;
  carry(found: FoundSet): CarriedSet | Promise<CarriedSet>;
}

async function write(
  context: CoreContext,
  liveProject: LiveProject,
  { maker, revision: made, text, original, carry }: ToWrite,
): Promise<Revised> {
  const { disk, now } = context;
  const { lock, annotator } = writerIn(liveProject);
  const { root } = liveProject.folder;
  const { id: article } = made.after;
  await lock.fence();
  await closeSetsOf(liveProject, article);
  const files: SetFile[] = [];
  const revisedSets: RevisedSet[] = [];
  for (const articleSet of await setsOf(context, liveProject, made.before)) {
    const carriedSet = await carry(articleSet);
    files.push(nextFile(articleSet.read, setFromJson(carriedSet.set), made.before));
    revisedSets.push({ annotator: articleSet.annotator.id, ...carriedCounts(carriedSet) });
  }
  const revision: ArticleRevision = {
    ...made,
    parent: made.before.revision ?? null,
    at: now(),
    by: annotator.id,
    opId: maker.opId,
    step: maker.step,
    sets: revisedSets,
  };
  await lock.fence();
  await whileComing(liveProject, article, async () => {
    if (revision.joins) liveProject.articlesWithMergedText.add(article);
    // Where the disk fails, whatever it has then is what stands.
    liveProject.suspectArticles.add(article);
    await writeRevision(disk, root, { revision, text, sets: files, original });
    liveProject.suspectArticles.delete(article);
    // What another window has opened meanwhile knows of the text of before.
    await closeSetsOf(liveProject, article);
    liveProject.articles.set(article, made.after);
  });
  const ownFile = files.find(({ annotatorId }) => annotatorId === annotator.id);
  if (ownFile) liveProject.counts.set(article, countsOf(setFromJson(ownFile)));
  liveProject.importGeneration.count += 1;
  return { revision, step: stepOf(revision), isNew: true };
}

/** How many of the spans and exclusions met which end. */
export function carriedCounts({ records }: CarriedSet): Omit<RevisedSet, "annotator"> {
  const counts = { same: 0, moved: 0, reworded: 0, waiting: 0 };
  for (const { how } of records) counts[how === "waits" ? "waiting" : how] += 1;
  return counts;
}

/** The revision as its maker's history knows it. */
export function stepOf({ id, after, opId, step }: ArticleRevision): Step {
  return { ...step, id: opId, parts: [], revised: { article: after.id, revision: id } };
}

/** Of the revisions `asked`, those of which anything is in the text `wanted`. One that is no other text of the article is passed over. */
async function takenInto(
  context: CoreContext,
  liveProject: Pick<LiveProject, "folder" | "incompleteRevisions">,
  present: { readonly article: Article; readonly text: string },
  asked: readonly Id[],
  wanted: string,
): Promise<readonly Id[]> {
  if (asked.length === 0) return [];
  const { article, text } = present;
  const led = await revisionsOf(context.disk, liveProject.folder.root, article);
  const others = await otherRevisions(context, liveProject, article, led);
  const joinedIds: Id[] = [];
  for (const { id } of others) {
    if (!asked.includes(id)) continue;
    const competingText = await orNull(() => otherText(context, liveProject, article, id));
    if (
      competingText &&
      (competingText.base === null || takesFrom(competingText.base, competingText.text, text, wanted))
    )
      joinedIds.push(id);
  }
  return joinedIds;
}
