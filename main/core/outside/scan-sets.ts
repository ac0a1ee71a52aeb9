// Everybody's sets of an article, when somebody else has written their files: what is open here is brought together with what came, of the
// rest the newest state is told.

import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { type LiveProject, type OpenSet, openSetIfAny } from "../project/live-project.ts";
import { countAnew, forgetCounts } from "../project/own-sets.ts";
import { type LateOutcome, mergeLateWork } from "./merge-late-work.ts";
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
