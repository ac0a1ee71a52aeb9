// What is said of articles beside their texts, as part of a step: held against what stands, then written into their records.
import { ApiError } from "../../../shared/errors/errors.ts";
import { type AboutChange, aboutOf, withAbout } from "../../../shared/model/article-about.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { writeArticleFile } from "../../storage/articles/article-files.ts";
import type { CoreContext } from "../context.ts";
import { assertArrived } from "../project/arrived-articles.ts";
import { type ProjectInUse, whileComing } from "../project/project-in-use.ts";

/** Throws an `ApiError` where an article is gone, is half another, or says by now something else than the change begins from. */
export function holdAbout(inUse: ProjectInUse, changes: readonly AboutChange[]): void {
  const seen = new Set<string>();
  for (const { article: id, from } of changes) {
    const article = inUse.articles.get(id);
    assertArrived(inUse, id);
    const isSecond = seen.size === seen.add(id).size;
    const why = !article ? "missing" : isSecond || !sameValue(aboutOf(article), from) ? "differs" : null;
    if (why !== null) throw new ApiError("change-misfit", { kind: "about", id, why });
  }
}

/** Writes what is not written yet. `giveUp` hears of what no longer fits. */
export async function changeAbout(
  { disk }: CoreContext,
  inUse: ProjectInUse,
  changes: readonly AboutChange[],
  giveUp: (article: string, why: string) => void,
): Promise<void> {
  for (const { article: id, from, to } of changes) {
    const article = inUse.articles.get(id);
    if (article && sameValue(aboutOf(article), to)) continue;
    if (!article || !sameValue(aboutOf(article), from)) {
      giveUp(id, article ? "misfit" : "article-missing");
      continue;
    }
    assertArrived(inUse, id);
    const changedArticle = withAbout(article, to);
    await inUse.lock?.fence();
    await whileComing(inUse, id, async () => {
      await writeArticleFile(disk, inUse.folder.root, changedArticle);
      inUse.articles.set(id, changedArticle);
    });
  }
}
