// Sets of a project as they stand, this person's and the curated ones above all: what is open is asked, the rest is read.
import type { Mention, MentionCount } from "../../../shared/api/contract.ts";
import {
  type AnnotationSet,
  compareSpans,
  mentionsOf,
  setToJson,
} from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { isPlain, type SetDigest } from "../../storage/home/opening-index.ts";
import { type ReadSet, readSet, type SecondSource, type SetPlace } from "../../storage/sets/read-set.ts";
import { besideTheSet, type SetFileParts } from "../../storage/sets/set-file.ts";
import type { HeldSet } from "../../storage/versions/stage-version.ts";
import type { CoreContext } from "../context.ts";
import { backupOf } from "./backup-source.ts";
import {
  allOpenSets,
  countsOf,
  digestOf,
  type LiveProject,
  type OpenSet,
  openSetIfAny,
  setPlace,
  shownAnnotator,
} from "./live-project.ts";

type CurrentSet = Pick<ReadSet, "set" | "revision" | "unsafe" | "warnings">;

/** A set as it is in memory where it is open here, else as its files have it. Throws what opening it threw. */
export async function currentSet(
  context: CoreContext,
  liveProject: LiveProject,
  place: SetPlace,
  secondSource?: SecondSource,
): Promise<CurrentSet> {
  const isCurated = place.annotator === curationOf(liveProject.folder.project.data()).id;
  const isOwn = place.annotator === shownAnnotator(liveProject)?.id;
  const openSet =
    isCurated || isOwn ? await (isCurated ? liveProject.curated : liveProject.sets).get(place.article) : null;
  if (!openSet) return readSet(context.disk, place, secondSource);
  const { unsafe, warnings, set, revision } = openSet.store;
  return { unsafe, warnings, set: set(), revision: revision() };
}

/** `null` for an article that nobody has annotated. */
export async function ownSet(
  context: CoreContext,
  liveProject: LiveProject,
  article: Id,
): Promise<CurrentSet | null> {
  const annotator = shownAnnotator(liveProject);
  const articleRecord = liveProject.articles.get(article);
  return annotator && articleRecord
    ? currentSet(context, liveProject, setPlace(liveProject.folder, articleRecord, annotator.id))
    : null;
}

/** The curated set of an article; `null` where nothing was ever decided. */
export async function curatedSet(
  context: CoreContext,
  liveProject: LiveProject,
  article: Id,
): Promise<CurrentSet | null> {
  const articleRecord = liveProject.articles.get(article);
  const project = liveProject.folder.project.data();
  if (!articleRecord || !project.annotators.some(({ kind }) => kind === "curation")) return null;
  const place = setPlace(liveProject.folder, articleRecord, curationOf(project).id);
  const curated = await currentSet(context, liveProject, place);
  return curated.revision > 0 ? curated : null;
}

/** How often each entity is mentioned in the sets. */
export async function mentionCounts(
  context: CoreContext,
  liveProject: LiveProject,
): Promise<readonly MentionCount[]> {
  const counts = new Map<Id, { mentions: number; articles: number }>();
  for (const article of liveProject.articles.keys())
    for (const [entity, mentions] of (await ownDigest(context, liveProject, article))?.mentions ?? []) {
      const previousCount = counts.get(entity) ?? { mentions: 0, articles: 0 };
      counts.set(entity, {
        mentions: previousCount.mentions + mentions,
        articles: previousCount.articles + 1,
      });
    }
  return Array.from(counts, ([entity, count]) => ({ entity, ...count }));
}

/** The mentions of the entities, by article and in reading order. */
export async function mentionsIn(
  context: CoreContext,
  liveProject: LiveProject,
  entities: readonly Id[],
): Promise<readonly Mention[]> {
  const mentions: Mention[] = [];
  for (const article of liveProject.articles.keys()) {
    const counts = (await ownDigest(context, liveProject, article))?.mentions;
    if (!entities.some((entity) => counts?.has(entity))) continue;
    const standingSet = await ownSet(context, liveProject, article);
    if (!standingSet) continue;
    const spans = [...new Set(entities)]
      .flatMap((entity) => mentionsOf(standingSet.set, entity))
      .sort(compareSpans);
    for (const span of spans) mentions.push({ article, revision: standingSet.revision, span });
  }
  return mentions;
}

/** By set, so that each state of it is looked through once. */
const digested = new WeakMap<AnnotationSet, SetDigest>();
const unopened = new WeakMap<LiveProject, object>();

/** Sets that are not open have changed all the same. */
export function forgetCounts(liveProject: LiveProject): boolean {
  liveProject.digests.clear();
  return unopened.delete(liveProject);
}

/** By this object others may keep what they know of sets that are not open: it is another one once those have changed. */
export function unopenedKey(liveProject: LiveProject): object {
  const key = unopened.get(liveProject) ?? {};
  unopened.set(liveProject, key);
  return key;
}

/** Whether it is a set of this person's that is not open, so that only what comes from outside changes it. */
export const isClosedSet = ({ lock, annotator, sets }: LiveProject, article: Id): boolean =>
  lock !== null && annotator !== null && !sets.has(article);

/** What the set of an article that is shown says; read from its files only where they are others than they were. `null`: nobody has one. */
export async function ownDigest(
  context: CoreContext,
  liveProject: LiveProject,
  id: Id,
): Promise<SetDigest | null> {
  const article = liveProject.articles.get(id);
  const annotator = shownAnnotator(liveProject);
  if (!article || !annotator) return null;
  const { device } = context.settings;
  const { tagset } = liveProject.folder.project.data();
  const openSet = await liveProject.sets.get(id);
  if (openSet) {
    const [set, revision] = [openSet.store.set(), openSet.store.revision()];
    const digest = digested.get(set) ?? digestOf({ set, revision, seqByDevice: new Map() }, device, tagset);
    digested.set(set, digest);
    return digest;
  }
  const isClosed = isClosedSet(liveProject, id);
  const known = isClosed ? liveProject.digests.get(id) : undefined;
  if (known?.article === article) return known.digest;
  const place = setPlace(liveProject.folder, article, annotator.id);
  const look = await liveProject.openingIndex.set(place, 0);
  const storedSet = look.kept ? null : await readSet(context.disk, place);
  const digest = storedSet ? digestOf(storedSet, device, tagset) : look.kept;
  if (!digest) return null;
  if (storedSet && isPlain(storedSet)) look.keep(digest);
  if (isClosed && !liveProject.sets.has(id)) liveProject.digests.set(id, { article, digest });
  return digest;
}

/** What the list shows of this person's set of an article. */
export async function countAnew(
  context: CoreContext,
  liveProject: LiveProject,
  article: Article,
): Promise<void> {
  if (!liveProject.annotator) return;
  const place = setPlace(liveProject.folder, article, liveProject.annotator.id);
  const { set } = await readSet(context.disk, place, backupOf(context, place));
  liveProject.counts.set(article.id, countsOf(set));
}

// The sets of a project as they are at one moment, for a version that takes a while to make: those that are open then, and each
// that is opened later as it was before anything was done to it. What is done meanwhile does not wait for the version.

interface HeldSets {
  /** As plain data. */
  of(article: Id): readonly HeldSet[];
  release(): void;
}

/** Call it while nothing is saved. Cheap: sets are values that never change. */
export async function holdSets(liveProject: LiveProject): Promise<HeldSets> {
  const setsByArticle = new Map<Id, Map<Id, SetFileParts | null>>();
  const holdSet = ({ article, store }: OpenSet): void => {
    const ofArticle = setsByArticle.get(article.id) ?? new Map<Id, SetFileParts | null>();
    setsByArticle.set(article.id, ofArticle);
    const { annotatorId } = store.set();
    if (!ofArticle.has(annotatorId)) ofArticle.set(annotatorId, store.unsafe ? null : store.parts());
  };
  for (const openSet of await allOpenSets(liveProject)) holdSet(openSet);
  liveProject.onOpened.add(holdSet);
  return {
    of: (article) =>
      [...(setsByArticle.get(article) ?? [])].map(([annotator, parts]) => heldOf(annotator, parts)),
    release: () => void liveProject.onOpened.delete(holdSet),
  };
}

/** Those of an article that are open now. */
export async function openNow(liveProject: LiveProject, article: Id): Promise<readonly HeldSet[]> {
  const openSets = [
    await openSetIfAny(liveProject, article),
    await openSetIfAny(liveProject, article, "curation"),
  ];
  return openSets.flatMap((one) => {
    if (!one) return [];
    const { store } = one;
    return [heldOf(store.set().annotatorId, store.unsafe ? null : store.parts())];
  });
}

const heldOf = (annotator: Id, parts: SetFileParts | null): HeldSet => ({
  annotator,
  state: parts && plain(parts),
});

/** The file before is large, and of it only what is beside the set is carried over. */
const plain = ({ set, before, ...facts }: SetFileParts): HeldSet["state"] => ({
  json: setToJson(set),
  ...facts,
  before: before && besideTheSet(before),
});
