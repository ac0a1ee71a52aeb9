// What the home knows of the project and is not in its folder any more: older, shorter or gone, which no file says of itself.
import type { MissingWork } from "../../../shared/api/missing.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { message } from "../../../shared/words/message.ts";
import { readLastKnown } from "../../storage/home/last-known.ts";
import type { CoreContext } from "../context.ts";
import type { MissingFromFolder } from "../project/project-in-use.ts";
import { missingIn } from "../recovery/missing-work.ts";
import type { Note, ReadableArticle } from "./finding.ts";

/** What is missing of a project that nobody need have open. */
export async function lookForMissing(
  context: CoreContext,
  { root, knownAt }: { readonly root: string; readonly knownAt: string },
  project: Project,
  articles: ReadonlyMap<Id, ReadableArticle>,
): Promise<readonly MissingFromFolder[]> {
  const { disk, options, settings } = context;
  const lastKnown = await readLastKnown({
    disk,
    home: options.home,
    project: project.id,
    root: knownAt,
    device: settings.device,
  });
  const records = new Map<Id, Article>([...articles].map(([id, { article }]) => [id, article]));
  return missingIn(context, { root, project, articles: records, known: lastKnown });
}

function fileOf({ what, article, annotator }: MissingWork): string {
  if (!annotator) return `articles/${article}`;
  return what === "steps" ? `history/${annotator.id}` : `annotations/${article}/${annotator.id}`;
}

export function noteMissing(missing: readonly MissingFromFolder[], note: Note): void {
  for (const { work, changes } of missing) {
    const { what, title, annotator, count, copiedAt } = work;
    const hasCopy = copiedAt === null ? "no" : "yes";
    note({
      weight: "warning",
      file: fileOf(work),
      mends: annotator !== null && copiedAt !== null && changes?.copy?.isOther !== true,
      what: message("doctor.missing", { what, title, name: annotator?.name ?? "", count: count ?? 0 }),
      advice: message("doctor.missing-advice", { hasCopy }),
    });
  }
}
