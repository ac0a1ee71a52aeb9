// Plans a restore of a version: which sets of this person and of the curation change and how, what becomes of the registry and the tagset,
// which articles come back, and what stays. Looks, and changes nothing.
import type {
  RecordCounts,
  RestorePreview,
  RestoreRow,
  RestoreScope,
  RestoreWhose,
} from "../../../shared/api/versions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import {
  type AnnotationSet,
  emptySet,
  entitiesNamedIn,
  setFromJson,
  setToJson,
} from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import {
  type Change,
  countsOfChange,
  isEmptyChange,
  type RecordsChange,
} from "../../../shared/model/change.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import { changeInValue } from "../../../shared/model/difference.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { type StepPart, setKey } from "../../../shared/model/step.ts";
import { get, records, type Table, tableOf } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { carryRecords } from "../../../shared/revise/carry-records.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { readSet, type SetPlace } from "../../storage/sets/read-set.ts";
import { assertFitsTagset } from "../changes/check-change.ts";
import { type ComingBack, comingBack, type SetAtRevision, setsWith } from "../changes/coming-back.ts";
import { createMentionSearch } from "../changes/mention-search.ts";
import { mentionedAway } from "../changes/save-entities.ts";
import type { StepRequest } from "../changes/steps.ts";
import type { SetThen, VersionSource } from "../changes/version-source.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "../project/backup-source.ts";
import { entitiesOf, type LiveProject, setPlace, writerIn } from "../project/live-project.ts";
import { currentSet } from "../project/own-sets.ts";

export interface RestorePlan extends RestorePreview {
  readonly request: Pick<StepRequest, "parts" | "entities" | "tagset" | "articles" | "version">;
}

type ComingArticles = ReadonlyMap<Id, ComingBack>;

type Part = StepPart & { readonly revision: number };

/** Throws `article-missing` for an article that is neither here nor in the version, and what hinders reading. */
export async function planRestore(
  context: CoreContext,
  liveProject: LiveProject,
  source: VersionSource,
  scope: RestoreScope,
): Promise<RestorePlan> {
  const articleIds = scope.article === null ? source.articles : [scope.article];
  const setOwners: readonly RestoreWhose[] = scope.whose === null ? ["own", "curation"] : [scope.whose];
  const isWhole = scope.article === null && scope.whose === null;
  const returningArticles = await allComingBack(context, liveProject, source, articleIds);
  const missing =
    scope.article !== null && !liveProject.articles.has(scope.article) && returningArticles.size === 0;
  if (missing) throw new ApiError("article-missing", { article: scope.article });
  const returningSets = await setsWith(returningArticles);
  const returning = mentionedAway(liveProject, returningSets);
  const { tagset, tagsetChange, outcome } = isWhole
    ? await planTagset(context, liveProject, source, { wanted: articleIds, coming: returningArticles })
    : { tagset: liveProject.folder.project.data().tagset, tagsetChange: null, outcome: "same" as const };
  const plan: SetsPlan = { rows: [], rowsBack: [], parts: [], targets: [] };
  const planning = { context, liveProject, source, tagset, returning, plan };
  for (const id of articleIds) {
    const back = returningArticles.get(id);
    const article = liveProject.articles.get(id) ?? back?.article;
    if (!article) continue;
    for (const whose of setOwners) await planSet(planning, { article, whose, back });
    const { title } = article;
    if (back && plan.rowsBack.at(-1)?.article !== id)
      plan.rowsBack.push({ article: id, title, whose: "own", outcome: "comes-back", counts: none });
  }
  const { parts, targets } = plan;
  const colleagues = colleaguesIn(liveProject);
  const entities = await planEntities(context, liveProject, {
    wanted: isWhole ? source.entities : null,
    known: source.entities ?? [],
    // Colleagues' sets come as they were.
    needed: [...targets, ...returningSets.filter(({ annotatorId }) => colleagues.has(annotatorId))],
    sets: parts.map(setKey),
    returning,
  });
  const isGone = [...returningArticles.values()].some(({ from }) => from === "version");
  return {
    rows: [...plan.rows, ...plan.rowsBack],
    back: await Promise.all([...returningArticles.values()].map((one) => previewOf(source, one))),
    stay: isWhole ? titlesBeyond(liveProject, articleIds) : [],
    entities: recordCounts({ entities }),
    tagset: outcome,
    others: isWhole ? await othersOtherwise(context, liveProject, source) : 0,
    staying: isWhole ? await stayingParts(liveProject, source) : [],
    request: {
      parts,
      ...(!isEmptyChange({ entities }) && { entities }),
      ...(tagsetChange && { tagset: tagsetChange }),
      ...(returningArticles.size > 0 && { articles: { back: [...returningArticles.keys()], away: [] } }),
      ...(isGone && source.id !== null && { version: source.id }),
    },
  };
}

interface SetsPlan {
  readonly rows: RestoreRow[];
  /** Of articles that come back. */
  readonly rowsBack: RestoreRow[];
  readonly parts: Part[];
  readonly targets: AnnotationSet[];
}

interface SetsPlanning {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly source: VersionSource;
  readonly tagset: Tagset;
  readonly returning: readonly Entity[];
  readonly plan: SetsPlan;
}

async function planSet(
  { context, liveProject, source, tagset, returning, plan }: SetsPlanning,
  { article, whose, back }: Pick<SetAsked, "article" | "back"> & { readonly whose: RestoreWhose },
): Promise<void> {
  const { rows, rowsBack, parts, targets } = plan;
  const { id, title } = article;
  const place = placeOf(liveProject, article, whose);
  const then = await setThen(context, liveProject, source, { article, place, back });
  const present = await setNow(context, liveProject, place, back);
  if (then === null && present.revision === 0 && !back) return;
  const row = { article: id, title, whose };
  if (then === null) {
    if (!back) rows.push({ ...row, outcome: "unknown", counts: none });
    return;
  }
  const target = then === "none" ? nothingIn(place) : setFromJson(then);
  const change = betweenSets(present.set, target);
  const counts = recordCounts(change);
  if (back && whose === "own") rowsBack.push({ ...row, outcome: "comes-back", counts });
  if (isEmptyChange(change)) {
    if (present.revision > 0 && !back) rows.push({ ...row, outcome: "same", counts: none });
    return;
  }
  const hindered =
    present.unsafe !== null
      ? "damaged"
      : !holds(liveProject, target, tagset)
        ? "tagset"
        : lacksEntities(liveProject, source, target, returning)
          ? "entities"
          : null;
  if (!back) rows.push({ ...row, outcome: hindered ?? "changes", counts });
  if (hindered) return;
  targets.push(target);
  const setRef = { article: id, ...(whose === "curation" && { whose: "curation" as const }) };
  parts.push({ ...setRef, change, revision: present.revision });
}

interface SetAsked {
  readonly article: Article;
  readonly place: SetPlace;
  /** Where the article is not in its place. */
  readonly back?: ComingBack | undefined;
}

/** What the version has of a set, carried over to the text that the article has now. */
async function setThen(
  { disk }: CoreContext,
  liveProject: LiveProject,
  source: VersionSource,
  { article, place, back }: SetAsked,
): Promise<SetThen> {
  const versionArticle = await source.article(article.id);
  if (!versionArticle || versionArticle.article.textHash === article.textHash) return source.set(place);
  const then = await source.set({ ...place, textHash: versionArticle.article.textHash });
  if (then === null || then === "none") return then;
  const text = back ? await back.text() : await readText(disk, liveProject.folder.root, article);
  return carryRecords(then, carrierBetween(versionArticle.text, text, "foreign"), article.textHash).set;
}

const none: RecordCounts = { added: 0, changed: 0, removed: 0 };

function recordCounts(change: Change): RecordCounts {
  const { added, updated, removed } = countsOfChange(change);
  return { added, changed: updated, removed };
}

function betweenSets(before: AnnotationSet, after: AnnotationSet): Change {
  const entities = tableOf<never>();
  return changeInValue({ set: before, entities }, { set: after, entities });
}

const nothingIn = ({ article, annotator, textHash }: SetPlace): AnnotationSet =>
  emptySet({ articleId: article, annotatorId: annotator, textHash });

function annotatorOf(liveProject: LiveProject, whose: RestoreWhose): Id {
  if (whose === "curation") return curationOf(liveProject.folder.project.data()).id;
  return writerIn(liveProject).annotator.id;
}

/** Whose sets a return to a version leaves as they are. */
function colleaguesIn(liveProject: LiveProject): ReadonlySet<Id> {
  const ownAnnotatorIds = (["own", "curation"] as const).map((whose) => annotatorOf(liveProject, whose));
  const annotatorIds = liveProject.folder.project.data().annotators.map(({ id }) => id);
  return new Set(annotatorIds.filter((id) => !ownAnnotatorIds.includes(id)));
}

const placeOf = (liveProject: LiveProject, article: Article, whose: RestoreWhose): SetPlace =>
  setPlace(liveProject.folder, article, annotatorOf(liveProject, whose));

/** A set as it stands, or as it comes back with its article. */
const setNow = async (
  context: CoreContext,
  liveProject: LiveProject,
  place: SetPlace,
  back: ComingBack | undefined,
): Promise<SetAtRevision> =>
  back ? back.set(place.annotator) : currentSet(context, liveProject, place, backupOf(context, place));

function holds(liveProject: LiveProject, set: AnnotationSet, tagset: Tagset): boolean {
  try {
    assertFitsTagset(liveProject, set, tagset);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.problem === "change-invalid") return false;
    throw error;
  }
}

/** Whether it mentions entities that neither the registry nor the version has, and that do not come back. */
function lacksEntities(
  liveProject: LiveProject,
  source: VersionSource,
  { spans }: AnnotationSet,
  returning: readonly Entity[],
): boolean {
  const entityIds = new Set(
    [...entitiesOf(liveProject), ...(source.entities ?? []), ...returning].map(({ id }) => id),
  );
  for (const { entity } of records(spans)) if (entity !== undefined && !entityIds.has(entity)) return true;
  return false;
}

async function allComingBack(
  context: CoreContext,
  liveProject: LiveProject,
  source: VersionSource,
  wanted: readonly Id[],
): Promise<ComingArticles> {
  const returningArticles = new Map<Id, ComingBack>();
  for (const id of wanted) {
    const returningArticle = liveProject.articles.has(id)
      ? null
      : await comingBack(context, liveProject, id, source);
    if (returningArticle) returningArticles.set(id, returningArticle);
  }
  return returningArticles;
}

async function previewOf(
  source: VersionSource,
  { article, from }: ComingBack,
): Promise<RestorePreview["back"][number]> {
  const hasOriginal =
    from === "trash" || article.original === null || (await source.original(article)) !== null;
  return { title: article.title, from, hasOriginal };
}

interface TagsetPlan {
  /** What the restored sets are held to. */
  readonly tagset: Tagset;
  readonly tagsetChange: { readonly from: Tagset; readonly to: Tagset } | null;
  readonly outcome: RestorePreview["tagset"];
}

/** The tagset goes back unless an article that stays as it is uses what only today's has. */
async function planTagset(
  context: CoreContext,
  liveProject: LiveProject,
  source: VersionSource,
  { wanted, coming }: { readonly wanted: readonly Id[]; readonly coming: ComingArticles },
): Promise<TagsetPlan> {
  const currentTagset = liveProject.folder.project.data().tagset;
  const then = source.project?.tagset ?? currentTagset;
  if (sameValue(currentTagset, then)) return { tagset: currentTagset, tagsetChange: null, outcome: "same" };
  const wantedIds = new Set(wanted);
  for (const article of [...liveProject.articles.values(), ...[...coming.values()].map((one) => one.article)])
    for (const whose of ["own", "curation"] as const) {
      const place = placeOf(liveProject, article, whose);
      const back = coming.get(article.id);
      const isRestored =
        wantedIds.has(article.id) &&
        (await setThen(context, liveProject, source, { article, place, back })) !== null;
      if (isRestored) continue;
      const { set } = await setNow(context, liveProject, place, back);
      if (!holds(liveProject, set, then))
        return { tagset: currentTagset, tagsetChange: null, outcome: "kept" };
    }
  return { tagset: then, tagsetChange: { from: currentTagset, to: then }, outcome: "restored" };
}

/** How many sets of colleagues are not as the version has them. */
async function othersOtherwise(
  context: CoreContext,
  liveProject: LiveProject,
  source: VersionSource,
): Promise<number> {
  const others = colleaguesIn(liveProject);
  let count = 0;
  for (const id of source.articles) {
    const article = liveProject.articles.get(id);
    if (!article) continue;
    for (const annotator of others) {
      const place = setPlace(liveProject.folder, article, annotator);
      const then = await setThen(context, liveProject, source, { article, place });
      if (then === null) continue;
      const { set, revision } = await readSet(context.disk, place);
      if (then === "none" ? revision > 0 : !sameValue(setToJson(set), setToJson(setFromJson(then))))
        count += 1;
    }
  }
  return count;
}

/** Of articles that are not among these. */
function titlesBeyond({ articles }: LiveProject, ids: readonly Id[]): readonly string[] {
  const wantedIds = new Set(ids);
  return [...articles.values()].flatMap(({ id, title }) => (wantedIds.has(id) ? [] : [title]));
}

/** What is otherwise in the version and does not go back, of all that is shared. */
async function stayingParts(
  liveProject: LiveProject,
  source: VersionSource,
): Promise<RestorePreview["staying"]> {
  const { articleSets = [] } = liveProject.folder.project.data();
  const isOther = source.project && !sameValue(source.project.articleSets ?? [], articleSets);
  return [
    ...(isOther ? (["article-sets"] as const) : []),
    ...((await hasOtherTags(liveProject, source)) ? (["tags"] as const) : []),
  ];
}

async function hasOtherTags(liveProject: LiveProject, source: VersionSource): Promise<boolean> {
  for (const id of source.articles) {
    const article = liveProject.articles.get(id);
    const then = article && (await source.article(id));
    if (then && !sameValue(then.article.tags ?? [], article.tags ?? [])) return true;
  }
  return false;
}

interface EntitiesAsked {
  /** All of the registry as it is to be; `null`: as it is, with what is needed. */
  readonly wanted: readonly Entity[] | null;
  /** Entities that can be entered again. */
  readonly known: readonly Entity[];
  /** The sets as they are to be. */
  readonly needed: readonly AnnotationSet[];
  /** The sets that the step changes, by `setKey`. */
  readonly sets: readonly string[];
  /** Those in the trash that come back with articles. */
  readonly returning: readonly Entity[];
}

/**
 * What becomes of the registry: all of it as it was, as far as nobody needs the entities that came since; or, for a part of the
 * project alone, only what the restored sets mention and the registry has no longer.
 */
async function planEntities(
  context: CoreContext,
  liveProject: LiveProject,
  { wanted, known, needed, sets, returning }: EntitiesAsked,
): Promise<RecordsChange<Entity>> {
  const currentEntities = tableOf([...entitiesOf(liveProject), ...returning]);
  if (wanted === null)
    return { added: missingFrom(currentEntities, tableOf(known), needed), updated: [], removed: [] };
  const blankSet = emptySet({ articleId: "none", annotatorId: "none", textHash: "" });
  const change = changeInValue(
    { set: blankSet, entities: currentEntities },
    { set: blankSet, entities: tableOf(wanted) },
  ).entities;
  if (!change) return { added: [], updated: [], removed: [] };
  return { ...change, removed: await removable(context, liveProject, change.removed, sets) };
}

/** The entities that the sets mention and the registry lacks, with those that they were merged into. */
function missingFrom(now: Table<Entity>, known: Table<Entity>, sets: readonly AnnotationSet[]): Entity[] {
  const missingEntities = new Map<Id, Entity>();
  for (const set of sets)
    for (const named of entitiesNamedIn(set))
      for (
        let id: Id | undefined = named;
        id !== undefined && !get(now, id) && !missingEntities.has(id);
        id = missingEntities.get(id)?.mergedInto
      ) {
        const knownEntity = get(known, id);
        if (!knownEntity) break;
        missingEntities.set(id, knownEntity);
      }
  return [...missingEntities.values()];
}

/** Those that nothing mentions which stays, here or in the trash, and that nothing which stays was merged into. */
async function removable(
  context: CoreContext,
  liveProject: LiveProject,
  removed: readonly Entity[],
  sets: readonly string[],
): Promise<readonly Entity[]> {
  const mentions = createMentionSearch(context, liveProject);
  let removableEntities = removed;
  for (;;) {
    const mentionedIds = await mentions.ofRemoved(
      { entities: { added: [], updated: [], removed: removableEntities } },
      sets,
    );
    if (mentionedIds.size === 0) return removableEntities;
    removableEntities = removableEntities.filter(({ id }) => !mentionedIds.has(id));
  }
}
