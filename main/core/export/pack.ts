// Makes a review package of a project: what a colleague needs to look at somebody's work, with what was done when, and without
// names where that is wanted.
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import type { Id } from "../../../shared/model/id.ts";
import { blinded, masksOf } from "../../../shared/review/blind.ts";
import { packagedHistory, packageText } from "../../../shared/review/package-text.ts";
import type {
  HandOverTime,
  NamedAssignment,
  PackagedHistory,
  SetPosition,
} from "../../../shared/review/review-package.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { setFolders } from "../../storage/articles/revision-files.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { readHistory } from "../../storage/history/read-history.ts";
import { annotationsFolder } from "../../storage/project/project-folder.ts";
import { readImportedSet } from "../../storage/sets/imported-set.ts";
import { isThere } from "../../storage/sets/read-journals.ts";
import { annotatorsWithFiles, readSet } from "../../storage/sets/read-set.ts";
import type { CoreContext } from "../context.ts";
import { type LiveProject, setPlace } from "../project/live-project.ts";
import { type ExportChoice, gatherBundle } from "./export-bundle.ts";

interface PackageChoice extends ExportChoice {
  /** Whether it says what was done when. */
  readonly history: boolean;
  /** Puts letters in the place of names, the same for the same seed; `null`: with names. */
  readonly blind: string | null;
}

/** Throws an `ApiError`, as for every export. */
export async function pack(
  context: CoreContext,
  liveProject: LiveProject,
  choice: PackageChoice,
): Promise<{ readonly text: string; readonly bundle: ExportBundle }> {
  const positions = choice.blind === null ? await positionsIn(context, liveProject, choice) : [];
  const gathered = await gatherBundle(context, liveProject, choice);
  const history = choice.history ? await historiesOf(context, liveProject, gathered) : [];
  const handedOver = await handedOverIn(context, liveProject, gathered);
  const { blind } = choice;
  const nameless = <T extends HandOverTime | PackagedHistory>(of: T): T =>
    blind === null ? of : { ...of, annotator: masksOf([of.annotator], blind).get(of.annotator)?.id ?? "" };
  const assignments = blind === null ? namedAssignments(liveProject, gathered) : [];
  const bundle = blind === null ? gathered : blinded(gathered, blind);
  const text = packageText({
    bundle,
    blind: blind !== null,
    history: history.map(nameless),
    handedOver: handedOver.map(nameless),
    positions: positionsOf(gathered, positions),
    assignments,
    hashOf: sha256,
  });
  return { text, bundle };
}

async function historiesOf(
  { disk }: CoreContext,
  { folder }: LiveProject,
  { articles }: ExportBundle,
): Promise<PackagedHistory[]> {
  const ids = articles.map(({ article }) => article.id);
  const people = new Set(articles.flatMap(({ sets }) => sets.map(({ annotatorId }): Id => annotatorId)));
  const { root, project } = folder;
  const { historySteps: steps, historyBytes: bytes } = limits;
  const histories: PackagedHistory[] = [];
  for (const annotator of people) {
    const folders = await setFolders(disk, root, ids);
    const of = { root, project: project.data().id, annotator, folders };
    const history = packagedHistory(annotator, await readHistory(disk, of, { steps, bytes }), ids);
    if (history.steps.length > 0) histories.push(history);
  }
  return histories;
}

/**
 * How far the sets of a choice go. Asked before they are gathered: what somebody saves meanwhile is in them and not in this, and comes
 * again; the other way round it would seem to be gone.
 */
export async function positionsIn(
  { disk }: CoreContext,
  { folder, articles }: LiveProject,
  choice: Pick<ExportChoice, "articles" | "annotators">,
): Promise<readonly SetPosition[]> {
  const positions: SetPosition[] = [];
  for (const article of articles.values()) {
    if (choice.articles && !choice.articles.includes(article.id)) continue;
    const people = await annotatorsWithFiles(disk, annotationsFolder(folder.root, article));
    for (const annotator of people) {
      if (choice.annotators && !choice.annotators.includes(annotator)) continue;
      const { unsafe, journals, seqByDevice } = await readSet(disk, setPlace(folder, article, annotator));
      if (unsafe === null && journals.some(isThere))
        positions.push({ article: article.id, annotator, records: Object.fromEntries(seqByDevice) });
    }
  }
  return positions;
}

/** Those of the sets that are in a bundle. */
function positionsOf(
  { articles }: Pick<ExportBundle, "articles">,
  positions: readonly SetPosition[],
): readonly SetPosition[] {
  const gathered = new Set(
    articles.flatMap(({ article, sets }) => sets.map(({ annotatorId }) => `${article.id} ${annotatorId}`)),
  );
  return positions.filter(({ article, annotator }) => gathered.has(`${article} ${annotator}`));
}

// Assignments and times of handing over that travel with the sets of a package or project.

/** Who is to annotate the articles of a bundle. */
export function namedAssignments(
  { folder }: LiveProject,
  { articles }: Pick<ExportBundle, "articles">,
): NamedAssignment[] {
  const { assignments = [], annotators } = folder.project.data();
  const articleIds = new Set(articles.map(({ article }) => article.id));
  const names = new Map(annotators.map(({ id, name }) => [id, name]));
  return assignments.flatMap((one) => {
    const name = names.get(one.annotator);
    return articleIds.has(one.article) && name !== undefined ? [{ ...one, name }] : [];
  });
}

/** When sets in a project or of a bundle, that are others' and were imported there, were handed over by those. */
export async function handedOverIn(
  context: CoreContext,
  liveProject: LiveProject,
  { articles }: Pick<ExportBundle, "articles">,
): Promise<HandOverTime[]> {
  const handovers: HandOverTime[] = [];
  for (const { article, sets } of articles)
    for (const { annotatorId } of sets) {
      const at = await handedOverAt(context, liveProject, article.id, annotatorId);
      if (at !== null) handovers.push({ article: article.id, annotator: annotatorId, at });
    }
  return handovers;
}

async function handedOverAt(
  { disk }: CoreContext,
  liveProject: LiveProject,
  articleId: Id,
  annotator: Id,
): Promise<string | null> {
  const article = liveProject.articles.get(articleId);
  if (!article || annotator === liveProject.annotator?.id) return null;
  const storedSet = await readImportedSet(disk, setPlace(liveProject.folder, article, annotator));
  return storedSet?.takenFrom?.exportedAt ?? null;
}
