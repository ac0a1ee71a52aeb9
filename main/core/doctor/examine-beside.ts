// What lies beside the articles and the sets: the revisions of texts, and what was kept for reviews. Damage there never costs an
// annotation.
import { join } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import { sidesOfConflict } from "../../../shared/merge/conflict-markers.ts";
import { isId } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { message } from "../../../shared/words/message.ts";
import { readFirstSet, readRevision } from "../../storage/articles/revision-files.ts";
import { decodeUtf8, readDurable, statusIfAny } from "../../storage/files/durable-file.ts";
import { readError, valueIfAny } from "../../storage/files/storage-error.ts";
import { revisionsFolder } from "../../storage/project/project-folder.ts";
import type { CoreContext } from "../context.ts";
import { onItsWay } from "../project/arrived-articles.ts";
import { findingOf, listInOrder, type Note, type ReadableArticle } from "./finding.ts";

/** Each record of a revision, and everybody's set as it was first carried over. */
export async function examineRevisions(
  { disk }: CoreContext,
  root: string,
  articles: Iterable<ReadableArticle>,
  note: Note,
): Promise<void> {
  for (const { article } of articles)
    for (const { name: revision, kind } of await listInOrder(disk, revisionsFolder(root, article.id))) {
      if (!isId(revision) || kind !== "folder") continue;
      const folder = `articles/${article.id}/revisions/${revision}`;
      try {
        const { after, sets } = await readRevision(disk, root, article.id, revision);
        const there = (await listInOrder(disk, join(root, folder))).flatMap(
          ({ name }) => /^([a-z2-7]+)\.json\.gz$/.exec(name)?.[1] ?? [],
        );
        for (const annotator of new Set([...there, ...sets.map((set) => set.annotator)])) {
          const name = `${annotator}.json.gz`;
          const place = { folder: "", project: "", article: article.id, annotator, textHash: after.textHash };
          if (await readFirstSet(disk, root, place, revision)) continue;
          const what = message("doctor.first-set", { title: article.title });
          const advice = message("doctor.first-set-advice");
          note({ weight: "warning", file: `${folder}/${name}`, mends: false, what, advice });
        }
      } catch (error) {
        const isThere = (await statusIfAny(disk, join(root, folder, "revision.json"))) !== null;
        note(findingOf(folder, isThere ? readError(error, revision) : onItsWay(article, article), "warning"));
      }
    }
}

/** The files that were kept when colleagues' work was taken in. */
export async function examineReviews({ disk }: CoreContext, root: string, note: Note): Promise<void> {
  for (const { name: article, kind } of await listInOrder(disk, join(root, "reviews"))) {
    if (!isId(article) || kind !== "folder") continue;
    for (const { name } of await listInOrder(disk, join(root, "reviews", article))) {
      if (!name.endsWith(".json")) continue;
      const file = `reviews/${article}/${name}`;
      const bytes = await valueIfAny(() => readDurable(disk, join(root, file), limits.jsonBytes));
      const text = bytes && decodeUtf8(bytes);
      if (text && isJson(text)) continue;
      if (text && sidesOfConflict(text))
        note(findingOf(file, new ApiError("file-in-conflict", { file: name }), "warning"));
      else
        note({
          weight: "warning",
          file,
          mends: false,
          what: message("doctor.review-file"),
          advice: message("doctor.review-file-advice"),
        });
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/u, ""));
    return true;
  } catch {
    return false;
  }
}
