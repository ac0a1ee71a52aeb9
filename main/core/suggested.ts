// What is proposed for the articles of a project: worked out once for each text and the project's own words, and kept while it is
// open.
import type { Id } from "../../shared/model/id.ts";
import type { OwnWords } from "../../shared/suggestions/own-words.ts";
import type { Proposed } from "../../shared/suggestions/propose-cards.ts";
import { readText } from "../storage/article-files.ts";
import type { CoreContext } from "./context.ts";
import { articleIn, type ProjectInUse } from "./project-in-use.ts";
import { type JobOptions, runJob } from "./run-job.ts";

const kept = new WeakMap<ProjectInUse, Map<string, Proposed>>();
/** More than these are worked out anew. */
const mostKept = 200;

/** By article; `null` when it was ended. Throws an `ApiError` when a text cannot be read. */
export async function suggestedFor(
  context: CoreContext,
  inUse: ProjectInUse,
  articles: readonly Id[],
  options: JobOptions,
): Promise<ReadonlyMap<Id, Proposed> | null> {
  const known = kept.get(inUse) ?? new Map<string, Proposed>();
  kept.set(inUse, known);
  const { ownCues = [], ownNames = [] } = inUse.folder.project.data().tagset;
  const own: OwnWords = { cues: ownCues, names: ownNames };
  const asked = await Promise.all(articles.map((id) => articleIn(context, inUse, id)));
  const keyed = asked.map((article) => ({ article, key: JSON.stringify([article.textHash, own]) }));
  const open = keyed.filter(({ key }) => !known.has(key));
  const texts = await Promise.all(
    open.map(({ article }) => readText(context.disk, inUse.folder.root, article)),
  );
  const found = open.length === 0 ? [] : await runJob("suggest", { texts, own }, options);
  if (!found) return null;
  const byKey = new Map(known);
  open.forEach(({ key }, at) => {
    const proposed = found[at];
    if (!proposed) return;
    byKey.set(key, proposed);
    if (known.size < mostKept) known.set(key, proposed);
  });
  return new Map(
    keyed.flatMap(({ article, key }) => {
      const proposed = byKey.get(key);
      return proposed ? [[article.id, proposed] as const] : [];
    }),
  );
}
