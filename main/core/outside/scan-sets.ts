// Everybody's sets of an article, when somebody else has written their files: what is open here is brought together with what came, of the
// rest the newest state is told. Work that went on on an earlier text, at another machine that did not know of the present one, is carried
// over and merged by id. Into one's own set, and the curated one, it comes as a step; a colleague's is written as it was at the revision,
// until they work on the present text themselves and bring it in there. How far it was merged stands in the set, so that it comes once.
import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { mergeSets } from "../../../shared/merge/merge-sets.ts";
import { setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { countsOfChange } from "../../../shared/model/change.ts";
import { curationOf, type Whose } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { carrySides } from "../../../shared/revise/carry-sides.ts";
import { readText } from "../../storage/articles/article-files.ts";
import { writeLateSet } from "../../storage/articles/revision-files.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { annotationsFolder, pathPartsBelow } from "../../storage/project/project-folder.ts";
import { setsOnTheirWay } from "../../storage/recovery/arrived-revision.ts";
import { sourceOf } from "../../storage/sets/imported-set.ts";
import { type LateWork, lateWork } from "../../storage/sets/late-work.ts";
import type { OutsideVersion } from "../../storage/sets/outside-set.ts";
import { joinReach, type Reach, textKey } from "../../storage/sets/reach.ts";
import { isThere } from "../../storage/sets/read-journals.ts";
import {
  annotatorsWithFiles,
  fileAsRead,
  type ReadSet,
  readSet,
  snapshotPath,
} from "../../storage/sets/read-set.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { type EarlierText, earlierTexts, reachedIn } from "../merge/earlier-texts.ts";
import {
  keepMergeConflicts,
  lawsOf,
  mentionsUnknown,
  takeVersions,
  toldConflicts,
  untilCalm,
} from "../merge/take-versions.ts";
import { arrivalAt } from "../project/arrived-articles.ts";
import {
  entitiesOf,
  type LiveProject,
  type OpenSet,
  openSet,
  openSetIfAny,
  setPlace,
  writerIn,
} from "../project/live-project.ts";
import { countAnew, forgetCounts } from "../project/own-sets.ts";
import { mergeOwnSet } from "./merge-own-set.ts";
import { earlierSet, type Scan, type ScanResult, setOfFile, signaturesOf } from "./scan.ts";

/** What is open of an article: this person's set, or else the curated one. */
export async function openOf(liveProject: LiveProject, id: Id): Promise<OpenSet | null> {
  return (await openSetIfAny(liveProject, id)) ?? openSetIfAny(liveProject, id, "curation");
}

/** This person's set and the curated one: brought together where they are open, counted anew where they are not. */
export async function scanOwnSets(
  { context, liveProject, steps, isPatient, list }: Scan,
  article: Article,
  changed: ReadonlySet<string>,
  isFirst: boolean,
): Promise<ScanResult & { readonly isListChanged: boolean }> {
  const news: OutsideNews[] = [];
  let isLater = false;
  let isListChanged = false;
  for (const whose of [undefined, "curation"] as const) {
    const openSet = await openSetIfAny(liveProject, article.id, whose);
    if (openSet) {
      const mergeNews = await mergeOwnSet(context, liveProject, steps, openSet, isPatient(article.id), list);
      if (mergeNews === "later") isLater = true;
      else if (mergeNews) news.push(mergeNews);
    } else if (whose === undefined && !isFirst && isOwnAmong(liveProject, changed)) {
      const countsBefore = liveProject.counts.get(article.id);
      await countAnew(context, liveProject, article);
      forgetCounts(liveProject);
      isListChanged ||= !sameValue(countsBefore, liveProject.counts.get(article.id));
    }
  }
  const curation = curationOf(liveProject.folder.project.data()).id;
  const isCurated = [...changed].some((file) => file.startsWith(`${curation}.`));
  return { news, isLater, isListChanged: isListChanged || (isCurated && !isFirst) };
}

const isOwnAmong = ({ annotator }: LiveProject, files: ReadonlySet<string>): boolean =>
  annotator !== null && [...files].some((file) => file.startsWith(`${annotator.id}.`));

/** Those whose sets are among these files, curated ones among them that are kept beside the project's: whoever loses one has to hear of it. */
export function colleaguesIn(
  { folder, annotator }: LiveProject,
  files: ReadonlySet<string>,
): readonly Annotator[] {
  const { annotators } = folder.project.data();
  const ids = new Set([...files].map((file) => file.split(".")[0] ?? ""));
  return annotators.filter(({ id, kind }) => ids.has(id) && id !== annotator?.id && kind === undefined);
}

/** What went on on earlier texts, as far as their files are others than at the last scan. */
export async function scanEarlierTexts(
  scan: Scan,
  id: Id,
  changed: readonly string[] | "all",
): Promise<LateOutcome> {
  const { context, liveProject, steps, seen } = scan;
  const article = liveProject.articles.get(id);
  if (changed.length === 0 || article?.textRevision === undefined) return nothingEarlier;
  const wantedSets = changed === "all" ? null : new Set(changed.map(setOfFile));
  try {
    const late = {
      ...{ context, liveProject, steps, isPatient: scan.isPatient(id) },
      isWanted: (folder: string, annotator: Id): boolean =>
        wantedSets?.has(earlierSet(folder, annotator)) ?? true,
    };
    const earlierWork = await mergeLateWork(late, article);
    // What was just written here is nobody else's; whatever else came meanwhile is looked at next time.
    const signatures =
      earlierWork.written.length > 0
        ? await signaturesOf(context, liveProject, id)
        : new Map<string, string>();
    const seenSignatures = new Map(seen.get(id));
    for (const file of earlierWork.written) seenSignatures.set(file, signatures.get(file) ?? "");
    seen.set(id, seenSignatures);
    return earlierWork;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    context.log.error(`work on earlier texts of ${id}`, error);
    return { ...nothingEarlier, isLater: true };
  }
}

const nothingEarlier: LateOutcome = { news: [], isLater: false, colleagues: [], written: [] };

interface LateScan {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly steps: Steps;
  /** What may be half of something is left for the next scan. */
  readonly isPatient: boolean;
  /** Whose set in which folder of an earlier text is to be looked at; absent: all. */
  readonly isWanted?: (folder: string, annotator: Id) => boolean;
}

interface LateOutcome {
  readonly news: readonly OutsideNews[];
  readonly isLater: boolean;
  /** The names of those whose sets are others now. */
  readonly colleagues: readonly string[];
  /** The names of their files. */
  readonly written: readonly string[];
}

/** What became of the work of one person on one earlier text. */
type Outcome = OutsideNews | "later" | "colleague" | null;

/** Throws an `ApiError` where the disk fails; what was merged by then stays. */
export async function mergeLateWork(scan: LateScan, article: Article): Promise<LateOutcome> {
  const { context, liveProject } = scan;
  const { annotators } = liveProject.folder.project.data();
  const news: OutsideNews[] = [];
  const colleagues = new Set<string>();
  const writtenFiles = new Set<string>();
  let isLater = false;
  // The oldest first: what was done to a mark last was done on the later text.
  for (const earlier of (await earlierTexts(context, liveProject, article)).toReversed()) {
    const folder = annotationsFolder(liveProject.folder.root, earlier.before);
    for (const annotator of await annotatorsWithFiles(context.disk, folder)) {
      if (scan.isWanted?.(folder, annotator) === false) continue;
      const outcome = await mergeOne(scan, article, earlier, annotator);
      if (outcome === "later") isLater = true;
      else if (outcome === "colleague") {
        colleagues.add(annotators.find(({ id }) => id === annotator)?.name ?? annotator);
        writtenFiles.add(`${annotator}.json`);
      } else if (outcome) news.push(outcome);
    }
  }
  return { news, isLater, colleagues: [...colleagues], written: [...writtenFiles] };
}

async function mergeOne(
  scan: LateScan,
  article: Article,
  earlier: EarlierText,
  annotator: Id,
): Promise<Outcome> {
  const { context, liveProject, isPatient } = scan;
  const earlierPlace = setPlace(liveProject.folder, earlier.before, annotator);
  const storedSet = await readSet(context.disk, earlierPlace);
  // What cannot be read stays where it is, and is looked at again when it is another.
  if (storedSet.unsafe !== null || storedSet.revision === 0) return null;
  const isCurated = annotator === curationOf(liveProject.folder.project.data()).id;
  const isOwn = annotator === liveProject.annotator?.id;
  return isOwn || isCurated
    ? mergeIntoOpen(scan, article, earlier, storedSet, isCurated ? "curation" : undefined)
    : mergeIntoFile({ context, liveProject, isPatient }, article, earlier, storedSet);
}

/** The work of `read` that is in no set of the present text yet. */
async function lateIn(
  context: CoreContext,
  liveProject: LiveProject,
  earlier: EarlierText,
  read: ReadSet,
  carried: Reach,
): Promise<LateWork | null> {
  const { annotatorId } = read.set;
  const knownReach = await reachedIn(context, liveProject, earlier, annotatorId, carried);
  return lateWork(context.disk, setPlace(liveProject.folder, earlier.before, annotatorId), read, knownReach);
}

/** As versions of the set that stands now. */
async function versionOf(
  late: LateWork,
  ours: ReadSet["set"],
  earlier: EarlierText,
): Promise<OutsideVersion> {
  const { base, theirs } = carrySides(late, ours, await earlier.carrier());
  return { base: base && setFromJson(base), theirs: setFromJson(theirs) };
}

const reachOf = ({ before }: EarlierText, { reach }: LateWork): Reach => ({ [textKey(before)]: reach });

async function mergeIntoOpen(
  { context, liveProject, steps, isPatient }: LateScan,
  article: Article,
  earlier: EarlierText,
  read: ReadSet,
  whose: Whose | undefined,
): Promise<Outcome> {
  const { annotatorId } = read.set;
  const sets = whose ? liveProject.curated : liveProject.sets;
  const openedSet = await sets.get(article.id);
  const carriedReach =
    openedSet?.store.carried() ??
    (await readSet(context.disk, setPlace(liveProject.folder, article, annotatorId))).carried;
  const late = await lateIn(context, liveProject, earlier, read, carriedReach);
  if (!late) return null;
  const { root } = liveProject.folder;
  const file = pathPartsBelow(
    root,
    snapshotPath(setPlace(liveProject.folder, earlier.before, annotatorId)),
  ).join("/");
  const more = reachOf(earlier, late);
  const key = `${textKey(article)} ${file}`;
  if (sameValue(liveProject.rejectedLateEdits.get(key), more)) return null;
  // Its other records may still be on their way.
  if (!late.base && isPatient) return "later";
  const workingSet = openedSet ?? (await openSet(context, liveProject, article.id, whose));
  if (workingSet.store.unsafe !== null) return null;
  return untilCalm(async () => {
    const version = await versionOf(late, workingSet.store.set(), earlier);
    if (isPatient && mentionsUnknown(liveProject, [version])) return "later";
    const merged = await takeVersions(context, liveProject, steps, workingSet, {
      versions: [version],
      carried: more,
    });
    if (merged === "refused") {
      liveProject.rejectedLateEdits.set(key, more);
      return { what: "late-work-refused", article: article.id, title: article.title, file };
    }
    await workingSet.store.recordReach(more);
    await keepMergeConflicts(context, liveProject, workingSet, merged);
    return newsOf(liveProject, workingSet, merged);
  });
}

function newsOf(
  liveProject: LiveProject,
  open: OpenSet,
  merged: Exclude<Awaited<ReturnType<typeof takeVersions>>, string>,
): OutsideNews | null {
  const counts = countsOfChange(merged.change);
  const conflicts = toldConflicts(liveProject, open, merged);
  if (counts.added + counts.updated + counts.removed + conflicts.length === 0) return null;
  const { id, title } = open.article;
  const orphanCount = merged.change.orphans?.added.length ?? 0;
  return { what: "set-carried", article: id, title, ...counts, waiting: orphanCount, conflicts };
}

async function mergeIntoFile(
  { context, liveProject, isPatient }: Omit<LateScan, "steps">,
  article: Article,
  earlier: EarlierText,
  read: ReadSet,
): Promise<Outcome> {
  const { disk } = context;
  const { root } = liveProject.folder;
  const place = setPlace(liveProject.folder, article, read.set.annotatorId);
  const status = await statusIfAny(disk, snapshotPath(place));
  const presentSet = await readSet(disk, place);
  const arrival = { ...arrivalAt(context, liveProject), annotators: [place.annotator] };
  // Whoever has begun on the present text brings in the rest themselves.
  if (presentSet.unsafe !== null || presentSet.journals.some(isThere)) return null;
  // It went along to the present text, and is on its way itself.
  if (presentSet.revision === 0 && (await setsOnTheirWay(arrival, article)).length > 0) return null;
  const isWhole = presentSet.revision === 0 || isKept(read);
  const late = isKept(read)
    ? newerKept(read, presentSet)
    : await lateIn(context, liveProject, earlier, read, presentSet.carried);
  if (!late) return null;
  if (!isWhole && !late.base && isPatient) return "later";
  const version = await versionOf(late, presentSet.set, earlier);
  if (isPatient && mentionsUnknown(liveProject, [version])) return "later";
  const mergedSet = isWhole
    ? version.theirs
    : await mergedWith(context, liveProject, article, presentSet, version);
  await writerIn(liveProject).lock.fence();
  const joinedReach = joinReach(read.carried, presentSet.carried, reachOf(earlier, late));
  const file = isWhole
    ? fileAsRead({
        ...read,
        set: mergedSet,
        revision: Math.max(read.revision, presentSet.revision) + 1,
        carried: joinedReach,
      })
    : fileAsRead({ ...presentSet, set: mergedSet, revision: presentSet.revision + 1, carried: joinedReach });
  return (await writeLateSet(disk, root, article, file, status)) ? "colleague" : "later";
}

/** Nobody here has a say in a colleague's set: where both are others, what they did last is theirs. */
async function mergedWith(
  { disk }: CoreContext,
  liveProject: LiveProject,
  article: Article,
  { set }: ReadSet,
  { base, theirs }: OutsideVersion,
): Promise<ReadSet["set"]> {
  const entities = tableOf(entitiesOf(liveProject));
  const laws = lawsOf(liveProject, article.id, await readText(disk, liveProject.folder.root, article));
  const [from, ours, other] = [base && { set: base, entities }, { set, entities }, { set: theirs, entities }];
  return mergeSets(from, ours, other, laws, () => "theirs").merged.set;
}

/** A set that was imported from a file, which is replaced as a whole by a newer one. */
const isKept = ({ journals, snapshot }: ReadSet): boolean =>
  !journals.some(isThere) && sourceOf(snapshot) !== null;

/** A set of a colleague that was imported there later than the one that is here. */
function newerKept(read: ReadSet, here: ReadSet): LateWork | null {
  const [there, known] = [sourceOf(read.snapshot), sourceOf(here.snapshot)];
  const isNewer = here.revision === 0 || (there && known && there.exportedAt > known.exportedAt);
  return isNewer
    ? { base: null, theirs: setToJson(read.set), reach: Object.fromEntries(read.seqByDevice) }
    : null;
}
