// Assignments and times of handing over that travel with the sets of a package or project.
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { HandedOver, NamedAssignment } from "../../../shared/review/review-package.ts";
import { readKeptSet } from "../../storage/sets/kept-set.ts";
import type { CoreContext } from "../context.ts";
import { type ProjectInUse, setPlace } from "../project/project-in-use.ts";

/** Who is to annotate the articles of a bundle. */
export function namedAssignments(
  { folder }: ProjectInUse,
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

/** When sets in a project or of a bundle, that are others' and were taken in there, were handed over by those. */
export async function handedOverIn(
  context: CoreContext,
  inUse: ProjectInUse,
  { articles }: Pick<ExportBundle, "articles">,
): Promise<HandedOver[]> {
  const handovers: HandedOver[] = [];
  for (const { article, sets } of articles)
    for (const { annotatorId } of sets) {
      const at = await handedOverAt(context, inUse, article.id, annotatorId);
      if (at !== null) handovers.push({ article: article.id, annotator: annotatorId, at });
    }
  return handovers;
}

async function handedOverAt(
  { disk }: CoreContext,
  inUse: ProjectInUse,
  articleId: Id,
  annotator: Id,
): Promise<string | null> {
  const article = inUse.articles.get(articleId);
  if (!article || annotator === inUse.annotator?.id) return null;
  const storedSet = await readKeptSet(disk, setPlace(inUse.folder, article, annotator));
  return storedSet?.takenFrom?.exportedAt ?? null;
}
